// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/campaign_facts.h"
#include "ui/pages/resource_page.h"
#include "ui/pages/sorted_table.h"

namespace foretaste::widgets {
class Card;
}

namespace foretaste::pages {

/// The campaigns over all solutions of a dataset group, with how fast they answer.
class CampaignsPage : public ResourcePage {
    Q_OBJECT
public:
    explicit CampaignsPage(bridge::Console& console, QWidget* parent = nullptr);

protected:
    void open() override;

private:
    struct Shown {
        std::vector<CampaignRow> campaigns;
        bool deployable = false;  ///< there is an active solution version
    };
    static Shown fetch(service::Service& service, const std::string& groupArn);
    void show(Shown shown);
    void create();
    void removeCurrent();

    CampaignRowModel* model_;
    SortedTable* table_;
    widgets::Card* card_;
    widgets::EmptyState* empty_;
    QPushButton* create_;
    QPushButton* delete_;
    QTimer latencyTimer_;
    bool deployable_ = false;
};

}  // namespace foretaste::pages
