// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/campaign_page.h"

#include <QStackedWidget>
#include <QTabBar>

#include "ui/bridge/words.h"
#include "ui/pages/campaign_details_tab.h"
#include "ui/pages/deletions.h"
#include "ui/pages/exploration_tab.h"
#include "ui/pages/latency_tab.h"
#include "ui/pages/notice.h"
#include "ui/pages/pages.h"
#include "ui/pages/recommendations_tab.h"
#include "ui/wizards/open.h"

namespace foretaste::pages {

using bridge::text;
using service::ResourceKind;
using service::Status;
using widgets::FlashKind;

namespace {

/// Two campaigns with equal texts answer alike.
QString servedText(const CampaignContext& context) {
    QStringList parts{text(context.campaign.arn()), text(context.campaign.solutionVersionArn)};
    if (context.exploration)
        parts << QString::number(context.exploration->weight)
              << QString::number(context.exploration->cutOffDays);
    return parts.join(u' ');
}

}  // namespace

CampaignPage::CampaignPage(bridge::Console& console, QWidget* parent)
    : ResourcePage(kCampaign, console, parent),
      outcome_(new Notice(FlashKind::Info)),
      bar_(new QTabBar),
      tabs_(new QStackedWidget),
      actions_(new QStackedWidget),
      update_(addAction(tr("Update"), QStringLiteral("updateCampaignButton"))),
      delete_(addAction(tr("Delete"), QStringLiteral("deleteCampaignButton"))) {
    setNavigationId(kCampaigns);
    outcome_->setObjectName(QStringLiteral("outcomeNotice"));
    bar_->setObjectName(QStringLiteral("campaignTabs"));
    bar_->setAccessibleName(tr("Views of the campaign"));
    addTab(tr("Recommendations"), new RecommendationsTab(console));
    addTab(tr("Exploration"), new ExplorationTab(console));
    addTab(tr("Latency"), new LatencyTab(console));
    addTab(tr("Details"), new CampaignDetailsTab);
    actions_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::kSpaceL);
    row->addWidget(bar_);
    row->addWidget(actions_, 1);
    content()->addWidget(outcome_);
    content()->addLayout(row);
    content()->addWidget(tabs_, 1);
    connect(bar_, &QTabBar::currentChanged, this, &CampaignPage::showTab);
    connect(update_, &QPushButton::clicked, this, &CampaignPage::update);
    connect(delete_, &QPushButton::clicked, this, &CampaignPage::remove);
}

void CampaignPage::addTab(const QString& title, CampaignTab* tab) {
    all_ << tab;
    bar_->addTab(title);
    tabs_->addWidget(tab);
    actions_->addWidget(tab->actions() ? tab->actions() : new QWidget);
    connect(tab, &CampaignTab::flash, this, &CampaignPage::flash);
    connect(tab, &CampaignTab::navigate, this, &CampaignPage::navigate);
}

void CampaignPage::showTab(int index) {
    tabs_->setCurrentIndex(index);
    actions_->setCurrentIndex(index);
}

void CampaignPage::open() {
    setTitle(bridge::shortId(arn()));
    header().setBreadcrumb({});
    setGone(tr("This campaign is gone"), tr("All dataset groups"), kDatasetGroups, {});
    served_.clear();
    bar_->setCurrentIndex(Recommendations);
    follow(
        {ResourceKind::Campaign, ResourceKind::EventTracker},
        [campaign = arn()](service::Service& service) { return fetch(service, campaign); },
        [this](const CampaignContext& context) { show(context); });
}

CampaignContext CampaignPage::fetch(service::Service& service, const std::string& campaignArn) {
    CampaignContext context;
    context.campaign = service.describeCampaign(campaignArn);
    context.version = service.describeSolutionVersion(context.campaign.solutionVersionArn);
    context.exploration = explorationOf(context.campaign, context.version.recipeArn);
    if (const auto* recipe = recipes::findRecipe(context.version.recipeArn))
        context.recipe = recipe->facts().type;
    const auto trackers = service.listEventTrackers(context.version.datasetGroupArn).entries;
    if (!trackers.empty()) context.tracker = trackers.front();
    return context;
}

void CampaignPage::show(const CampaignContext& context) {
    const auto& campaign = context.campaign;
    groupArn_ = text(context.version.datasetGroupArn);
    setTitle(text(campaign.name));
    header().setBreadcrumb(
        {{bridge::shortId(context.version.datasetGroupArn), kOverview, groupArn_},
         {tr("Campaigns"), kCampaigns, groupArn_},
         {text(campaign.name), {}, {}}});
    header().setPill(tr("%1 · version %2")
                         .arg(bridge::shortId(context.version.solutionArn),
                              bridge::shortId(campaign.solutionVersionArn)));
    const auto state = stateOf(campaign);
    header().setStatus(state.look, state.word);
    setGone(tr("This campaign is gone"), tr("Campaigns of this group"), kCampaigns, groupArn_);
    update_->show();
    delete_->show();
    showState(campaign);

    const auto served = servedText(context);
    const bool fresh = std::exchange(served_, served) != served;
    if (campaign.status == Status::Active) {
        for (auto* tab : all_) tab->setCampaign(context, fresh);
    } else {
        all_[Details]->setCampaign(context, fresh);
        served_.clear();  // the others are told once it answers
    }
}

void CampaignPage::showState(const service::Campaign& campaign) {
    const bool serves = campaign.status == Status::Active;
    for (const int tab : {Recommendations, Exploration, Latency}) bar_->setTabEnabled(tab, serves);
    const auto& latest = campaign.latestCampaignUpdate;
    outcome_->setKind(FlashKind::Info);
    if (campaign.status == Status::CreateFailed) {
        outcome_->setKind(FlashKind::Error);
        outcome_->setText(tr("The campaign could not be deployed. %1")
                              .arg(bridge::sentenceText(text(campaign.failureReason))));
    } else if (!serves) {
        outcome_->setText(tr("The version is being loaded. This takes a moment."));
    } else if (latest && latest->status == Status::CreateFailed) {
        outcome_->setKind(FlashKind::Error);
        outcome_->setText(tr("The latest update failed, and what was deployed before goes on "
                             "serving. %1")
                              .arg(bridge::sentenceText(text(latest->failureReason))));
    } else {
        outcome_->setText({});
    }
    if (!serves) bar_->setCurrentIndex(Details);
}

void CampaignPage::update() {
    wizards::updateCampaign(console(), window(), argument(), {}, [](const QString&) {});
}

void CampaignPage::remove() {
    deleteCampaign(console(), this, arn(),
                   {[this](const QString& name) {
                        emit flash(FlashKind::Success, tr("Campaign %1 was deleted.").arg(name));
                        emit navigate(kCampaigns, groupArn_);
                    },
                    [this](const QString& why) { emit flash(FlashKind::Error, why); }});
}

}  // namespace foretaste::pages
