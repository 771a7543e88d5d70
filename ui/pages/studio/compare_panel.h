// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/campaign_tab.h"
#include "ui/pages/item_list.h"
#include "ui/pages/studio_calls.h"
#include "ui/widgets/card.h"

class QComboBox;

namespace foretaste::bridge {
class Console;
}
namespace foretaste::widgets {
class ProtocolLine;
}

namespace foretaste::pages {

/// A second list beside the studio's: the same user asks another campaign, or the same one at
/// another exploration weight. Marks what moved.
class ComparePanel : public widgets::Card {
    Q_OBJECT
public:
    explicit ComparePanel(bridge::Console& console, QWidget* parent = nullptr);

    /// Reads again what there is to compare with.
    void setCampaign(const CampaignContext& context);
    /// What the other list is asked for; nothing while there is no choice.
    std::optional<StudioQuestion> questionLike(const StudioQuestion& question) const;
    /// Shows the other list and marks both.
    void show(const StudioAnswer& left, const StudioAnswer& right, ItemList& leftList);

signals:
    void choiceChanged();
    void closed();
    void failed(const QString& message);

private:
    struct Choice {
        QString label;
        std::string campaignArn;
        recipes::RecipeType recipe = recipes::RecipeType::UserPersonalization;
        std::optional<service::ExplorationPreview> preview;
    };
    static std::vector<Choice> choicesFor(service::Service& service,
                                          const CampaignContext& context);
    void take(std::vector<Choice> choices);

    bridge::Console& console_;
    std::string campaignArn_;
    std::vector<Choice> choices_;
    QComboBox* choice_;
    ItemList* list_;
    widgets::ProtocolLine* summary_;
};

}  // namespace foretaste::pages
