// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/campaign_tab.h"
#include "ui/pages/item_list.h"
#include "ui/pages/studio_calls.h"

class QComboBox;
class QSpinBox;
class QStackedWidget;
class QToolButton;

namespace foretaste::bridge {
class Console;
}
namespace foretaste::widgets {
class Card;
class ProtocolLine;
}  // namespace foretaste::widgets

namespace foretaste::wizards {
class CopyRequestButton;
}

namespace foretaste::pages {

class ComparePanel;
class ExplorationPanel;
class Notice;
class UserPicker;
class SavedRequestsButton;
class WhyCard;
struct SavedRequest;

/// The studio: a user, what they did, what is recommended to them, and what changes when they do
/// something more.
class RecommendationsTab : public CampaignTab {
    Q_OBJECT
public:
    explicit RecommendationsTab(bridge::Console& console, QWidget* parent = nullptr);
    void setCampaign(const CampaignContext& context, bool fresh) override;
    QWidget* actions() override { return actions_; }

signals:
    /// A list has arrived and is shown.
    void answered();

private:
    QWidget* makeList();
    void makeActions();
    void readEventTypes();
    StudioQuestion question() const;
    void ask();
    /// What the studio's question has been answered with, and what it is compared with.
    struct Answers {
        StudioAnswer own;
        std::optional<StudioAnswer> other;
    };
    static Answers askBoth(service::Service& service, const StudioQuestion& question,
                           const std::optional<StudioQuestion>& other);
    void act(int row);
    void show(const StudioAnswer& answer, bool compared);
    void compare(bool on);
    SavedRequest asSaved() const;
    void bringBack(const SavedRequest& request);
    void explain();
    void showHistory(const StudioAnswer& answer);
    void showUser(const StudioAnswer& answer);
    void tellChange(const QString& title, const StudioAnswer& answer, int changed);
    void createTracker();
    void setEventType(const QString& type);
    void fail(const QString& message);

    bridge::Console& console_;
    CampaignContext context_;
    std::string sessionId_;
    StudioAnswer shown_;
    std::optional<StudioAnswer> other_;  ///< what shown_ is compared with
    int asked_ = 0;

    Notice* trackerNotice_;
    UserPicker* picker_;
    widgets::Card* historyCard_;
    ItemList* history_;
    widgets::ProtocolLine* clockLine_;
    widgets::Card* listCard_;
    QStackedWidget* views_;
    ItemList* list_;
    models::RecommendationModel* tableModel_;
    QComboBox* eventType_;
    QToolButton* tableToggle_;
    widgets::ProtocolLine* listLine_;
    QWidget* side_;
    WhyCard* why_;
    ExplorationPanel* exploration_;
    ComparePanel* comparison_;
    QWidget* actions_;
    QSpinBox* numResults_;
    SavedRequestsButton* saved_;
    QPushButton* compare_;
    wizards::CopyRequestButton* copy_;
    QPushButton* get_;
};

}  // namespace foretaste::pages
