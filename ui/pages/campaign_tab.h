// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/pages/campaign_facts.h"
#include "ui/widgets/flash_bar.h"

namespace foretaste::pages {

/// What the tabs of a campaign's page are about.
struct CampaignContext {
    service::Campaign campaign;
    service::SolutionVersion version;              ///< that it serves
    std::optional<service::EventTracker> tracker;  ///< of the group
    std::optional<ExplorationSettings> exploration;
    recipes::RecipeType recipe = recipes::RecipeType::UserPersonalization;

    /// Whether the recipe looks at the user at all.
    bool isPersonal() const { return recipe != recipes::RecipeType::PopularItems; }
    bool relatesItems() const { return recipe == recipes::RecipeType::RelatedItems; }
    /// Whether it orders a list that it is given, instead of making one.
    bool ranksGivenItems() const { return recipe == recipes::RecipeType::PersonalizedRanking; }
};

/// One tab of a campaign's page.
class CampaignTab : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;
    /// Called when the page is opened and after every change; `fresh`: it is another campaign, or
    /// it serves otherwise than before.
    virtual void setCampaign(const CampaignContext& context, bool fresh) = 0;
    /// The buttons that belong to the tab, shown beside the tabs; null where there are none.
    virtual QWidget* actions() { return nullptr; }

signals:
    void flash(foretaste::widgets::FlashKind kind, const QString& text);
    /// The user wants to go to another page.
    void navigate(const QString& pageId, const QString& argument);
};

}  // namespace foretaste::pages
