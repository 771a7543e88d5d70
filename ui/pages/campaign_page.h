// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/campaign_tab.h"
#include "ui/pages/resource_page.h"

class QStackedWidget;
class QTabBar;

namespace foretaste::pages {

class Notice;

/// A campaign at work: recommendations to play with, what exploration does, how fast it answers,
/// and how it is set up.
class CampaignPage : public ResourcePage {
    Q_OBJECT
public:
    explicit CampaignPage(bridge::Console& console, QWidget* parent = nullptr);

    enum Tab { Recommendations, Exploration, Latency, Details };

protected:
    void open() override;

private:
    static CampaignContext fetch(service::Service& service, const std::string& campaignArn);
    void addTab(const QString& title, CampaignTab* tab);
    void show(const CampaignContext& context);
    void showState(const service::Campaign& campaign);
    void showTab(int index);
    void update();
    void remove();

    Notice* outcome_;
    QTabBar* bar_;
    QStackedWidget* tabs_;
    QStackedWidget* actions_;
    QPushButton* update_;
    QPushButton* delete_;
    QList<CampaignTab*> all_;
    QString groupArn_;
    QString served_;  ///< what the tabs were told last: campaign, version and settings
};

}  // namespace foretaste::pages
