// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/studio/compare_panel.h"

#include <QComboBox>
#include <QToolButton>

#include "ui/bridge/console.h"
#include "ui/bridge/words.h"
#include "ui/pages/listings.h"
#include "ui/pages/studio_rows.h"
#include "ui/theme/icons.h"
#include "ui/widgets/small_parts.h"

namespace foretaste::pages {

using bridge::text;

ComparePanel::ComparePanel(bridge::Console& console, QWidget* parent)
    : Card(tr("Compared with"), {}, parent),
      console_(console),
      choice_(new QComboBox),
      list_(new ItemList(tr("Compared recommendations"), ItemList::Density::Full)),
      summary_(new widgets::ProtocolLine) {
    setObjectName(QStringLiteral("comparePanel"));
    choice_->setObjectName(QStringLiteral("compareChoiceInput"));
    choice_->setAccessibleName(tr("What to compare with"));
    constexpr int kShortest = 12;
    choice_->setMinimumContentsLength(kShortest);
    choice_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    list_->setObjectName(QStringLiteral("compareList"));
    auto* close = new QToolButton;
    close->setObjectName(QStringLiteral("closeCompareButton"));
    close->setIcon(theme::icon(theme::Icon::Close, theme::Tone::Muted));
    close->setAutoRaise(true);
    close->setFixedSize(theme::kControlHeight, theme::kControlHeight);
    close->setToolTip(tr("Stop comparing"));
    close->setAccessibleName(tr("Stop comparing"));
    addHeadWidget(choice_);
    addHeadWidget(close);
    body()->addWidget(list_, 1);
    body()->addWidget(summary_);
    connect(choice_, &QComboBox::currentIndexChanged, this, &ComparePanel::choiceChanged);
    connect(close, &QToolButton::clicked, this, &ComparePanel::closed);
}

std::vector<ComparePanel::Choice> ComparePanel::choicesFor(service::Service& service,
                                                           const CampaignContext& context) {
    std::vector<Choice> choices;
    const auto own = context.campaign.arn();
    for (const auto& campaign : campaignsOfGroup(service, context.version.datasetGroupArn)) {
        if (campaign.arn() == own || campaign.status != service::Status::Active) continue;
        const auto version = service.describeSolutionVersion(
            service.describeCampaign(campaign.arn()).solutionVersionArn);
        const auto* recipe = recipes::findRecipe(version.recipeArn);
        if (!recipe) continue;
        choices.push_back({text(campaign.name), campaign.arn(), recipe->facts().type, {}});
    }
    if (!context.exploration || context.ranksGivenItems()) return choices;
    for (const double weight : {0.0, 0.5, 1.0})
        if (weight != context.exploration->weight)
            choices.push_back(
                {tr("exploration weight %1").arg(bridge::numberText(weight, 1)), own,
                 context.recipe,
                 service::ExplorationPreview{weight, context.exploration->cutOffDays}});
    return choices;
}

void ComparePanel::setCampaign(const CampaignContext& context) {
    campaignArn_ = context.campaign.arn();
    console_.call(
        this, [context](service::Service& service) { return choicesFor(service, context); },
        [this, campaign = campaignArn_](std::vector<Choice> choices) {
            if (campaign == campaignArn_) take(std::move(choices));
        },
        [this](const bridge::CallError& error) { emit failed(error.message); });
}

void ComparePanel::take(std::vector<Choice> choices) {
    choices_ = std::move(choices);
    const auto before = choice_->currentText();
    {
        const QSignalBlocker quiet(choice_);
        choice_->clear();
        for (const auto& choice : choices_) choice_->addItem(choice.label);
        choice_->setCurrentIndex(std::max(0, choice_->findText(before)));
    }
    choice_->setVisible(!choices_.empty());
    if (choices_.empty()) {
        list_->setRows({});
        list_->setEmptyText(tr("There is nothing to compare with: this is the group's only "
                               "campaign, and its recipe does not explore."));
        summary_->setText({});
    }
    emit choiceChanged();
}

std::optional<StudioQuestion> ComparePanel::questionLike(const StudioQuestion& question) const {
    const auto chosen = choice_->currentIndex();
    if (chosen < 0) return {};
    const auto& choice = choices_[static_cast<std::size_t>(chosen)];
    auto other = question;
    other.campaignArn = choice.campaignArn;
    other.recipe = choice.recipe;
    other.preview = choice.preview;
    return other;
}

void ComparePanel::show(const StudioAnswer& left, const StudioAnswer& right, ItemList& leftList) {
    auto rows = leftList.rows();
    auto others =
        placeRows(right, nullptr, right.question.recipe != recipes::RecipeType::PopularItems);
    const auto shared = markDifferences(rows, others);
    leftList.setRows(std::move(rows));
    list_->setRows(std::move(others));
    list_->setEmptyText(tr("The engine returned no item."));
    summary_->setText(tr("%1 of %2 items are in both lists, %3 at the same place.")
                          .arg(shared.items)
                          .arg(left.places.size())
                          .arg(shared.places));
}

}  // namespace foretaste::pages
