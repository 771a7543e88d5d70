// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/campaign_details_tab.h"

#include "ui/bridge/words.h"
#include "ui/pages/pages.h"
#include "ui/widgets/card.h"
#include "ui/widgets/key_value_panel.h"

namespace foretaste::pages {

using bridge::text;

namespace {

QString yesNo(const std::optional<bool>& value) {
    return value.value_or(false) ? CampaignDetailsTab::tr("yes") : CampaignDetailsTab::tr("no");
}

}  // namespace

CampaignDetailsTab::CampaignDetailsTab(QWidget* parent)
    : CampaignTab(parent),
      facts_(new widgets::KeyValuePanel(3)),
      update_(new widgets::KeyValuePanel(3)),
      updateCard_(new widgets::Card(tr("Latest update"))) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kSpaceM);
    auto* card = new widgets::Card(tr("Configuration"));
    facts_->setObjectName(QStringLiteral("campaignFacts"));
    update_->setObjectName(QStringLiteral("updateFacts"));
    auto* openVersion = new QPushButton(tr("Open version"));
    openVersion->setObjectName(QStringLiteral("openVersionButton"));
    theme::setButtonKind(*openVersion, theme::ButtonKind::Quiet);
    card->addHeadWidget(openVersion);
    card->body()->addWidget(facts_);
    updateCard_->body()->addWidget(update_);
    layout->addWidget(card);
    layout->addWidget(updateCard_);
    layout->addStretch(1);
    connect(openVersion, &QPushButton::clicked, this, [this] {
        emit navigate(kSolutionVersion, text(context_.campaign.solutionVersionArn));
    });
}

void CampaignDetailsTab::setCampaign(const CampaignContext& context, bool /*fresh*/) {
    context_ = context;
    const auto& campaign = context.campaign;
    const auto config = campaign.campaignConfig.value_or(service::CampaignConfig{});
    QList<widgets::KeyValuePanel::Row> rows{
        {tr("Solution"), bridge::shortId(context.version.solutionArn)},
        {tr("Recipe"), bridge::recipeTitle(context.version.recipeArn)},
        {tr("Solution version"), bridge::shortId(campaign.solutionVersionArn), true}};
    if (context.exploration)
        rows << QList<widgets::KeyValuePanel::Row>{
            {tr("Exploration weight"), bridge::numberText(context.exploration->weight, 2)},
            {tr("Items count as new for"),
             tr("%1 days").arg(QLocale().toString(context.exploration->cutOffDays))}};
    rows << QList<widgets::KeyValuePanel::Row>{
        {tr("Follows the latest version"), yesNo(config.syncWithLatestSolutionVersion)},
        {tr("Returns metadata of items"), yesNo(config.enableMetadataWithRecommendations)},
        // Kept for scripts; one machine has no fleet to scale.
        {tr("Minimum provisioned TPS"),
         tr("%1, without effect here").arg(bridge::countText(campaign.minProvisionedTPS))},
        {tr("Created"), bridge::momentText(campaign.creationDateTime)},
        {tr("Last change"), bridge::momentText(campaign.lastUpdatedDateTime)},
        {tr("ARN"), text(campaign.arn()), true}};
    facts_->setRows(rows);
    updateCard_->setVisible(campaign.latestCampaignUpdate.has_value());
    if (campaign.latestCampaignUpdate) showUpdate(*campaign.latestCampaignUpdate);
}

void CampaignDetailsTab::showUpdate(const service::CampaignUpdateSummary& update) {
    QList<widgets::KeyValuePanel::Row> rows{
        {tr("Status"), bridge::statusWord(update.status)},
        {tr("To version"), bridge::shortId(update.solutionVersionArn)},
        {tr("Asked for"), bridge::momentText(update.creationDateTime)}};
    if (!update.failureReason.empty())
        rows << widgets::KeyValuePanel::Row{
            tr("Why it failed"), bridge::sentenceText(text(update.failureReason)), false};
    update_->setRows(rows);
}

}  // namespace foretaste::pages
