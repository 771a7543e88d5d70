// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/campaigns_page.h"

#include "ui/bridge/words.h"
#include "ui/pages/deletions.h"
#include "ui/pages/listings.h"
#include "ui/pages/pages.h"
#include "ui/widgets/card.h"
#include "ui/widgets/small_parts.h"
#include "ui/wizards/open.h"

namespace foretaste::pages {

using service::ResourceKind;
using service::Status;
using widgets::FlashKind;

namespace {

/// How often figures of requests are read while the page is looked at.
constexpr int kLatencyMs = 2000;

}  // namespace

CampaignsPage::CampaignsPage(bridge::Console& console, QWidget* parent)
    : ResourcePage(kCampaigns, console, parent),
      model_(new CampaignRowModel(this)),
      table_(new SortedTable(tr("Campaigns"), *model_)),
      card_(new widgets::Card),
      empty_(new widgets::EmptyState(theme::Icon::Compass, {}, {})),
      create_(addPrimary(tr("Create campaign"), QStringLiteral("createCampaignButton"))),
      delete_(addAction(tr("Delete"), QStringLiteral("deleteCampaignButton"))) {
    setTitle(tr("Campaigns"));
    constexpr int kRows = 16;
    table_->setObjectName(QStringLiteral("campaignsTable"));
    table_->setStatusColumn(CampaignRowModel::State);
    table_->setStretchColumn(CampaignRowModel::Name);
    table_->setFitRows(kRows);
    table_->setSettingsKey(QStringLiteral("campaigns"));
    card_->body()->addWidget(table_);
    card_->body()->addWidget(new widgets::ProtocolLine(
        tr("Requests and times are counted inside the engine since the campaign was loaded: from a "
           "request's arrival to the finished list.")));
    content()->addWidget(card_);
    content()->addWidget(empty_, 4);
    content()->addStretch(1);

    connect(table_, &SortedTable::keyOpened, this,
            [this](const QString& key) { emit navigate(kCampaign, key); });
    connect(table_, &SortedTable::currentKeyChanged, this,
            [this](const QString& key) { delete_->setEnabled(!key.isEmpty()); });
    connect(create_, &QPushButton::clicked, this, &CampaignsPage::create);
    connect(delete_, &QPushButton::clicked, this, &CampaignsPage::removeCurrent);
    connect(empty_, &widgets::EmptyState::actionTriggered, this, [this] {
        if (deployable_)
            create();
        else
            emit navigate(kSolutions, argument());
    });
    connect(table_, &SortedTable::deletePressed, this, &CampaignsPage::removeCurrent);
    latencyTimer_.setInterval(kLatencyMs);
    connect(&latencyTimer_, &QTimer::timeout, this, [this] {
        if (isVisible() && !model_->rows().empty()) fetchAgain();
    });
    latencyTimer_.start();
}

void CampaignsPage::open() {
    header().setBreadcrumb(
        {{bridge::shortId(arn()), kOverview, argument()}, {tr("Campaigns"), {}, {}}});
    setGone(tr("This dataset group is gone"), tr("All dataset groups"), kDatasetGroups, {});
    follow(
        {ResourceKind::Campaign, ResourceKind::Solution, ResourceKind::SolutionVersion,
         ResourceKind::DatasetGroup},
        [group = arn()](service::Service& service) { return fetch(service, group); },
        [this](Shown shown) { show(std::move(shown)); });
}

CampaignsPage::Shown CampaignsPage::fetch(service::Service& service, const std::string& groupArn) {
    service.describeDatasetGroup(groupArn);  // throws where it is gone
    Shown shown;
    for (const auto& solution : solutionsOf(service, groupArn)) {
        for (const auto& version : versionsOf(service, solution.arn()))
            shown.deployable |= version.status == Status::Active;
        for (auto& campaign : campaignsOf(service, solution.arn()))
            shown.campaigns.push_back(
                campaignRow(service, std::move(campaign), solution.recipeArn));
    }
    return shown;
}

void CampaignsPage::show(Shown shown) {
    deployable_ = shown.deployable;
    const bool any = !shown.campaigns.empty();
    model_->setRows(std::move(shown.campaigns));
    card_->setVisible(any);
    empty_->setVisible(!any);
    if (deployable_) {
        empty_->setIcon(theme::Icon::Compass);
        empty_->setText(tr("No campaign yet"),
                        tr("A campaign serves one solution version: it answers with "
                           "recommendations in about a millisecond, follows every new event, and "
                           "tries new items as much as you allow."));
        empty_->setAction(tr("Create campaign"));
    } else {
        empty_->setIcon(theme::Icon::Wand);
        empty_->setText(tr("No solution version to serve yet"),
                        tr("A campaign serves a trained version of a solution. Train one first."));
        empty_->setAction(tr("Go to solutions"));
    }
    create_->show();
    create_->setEnabled(deployable_);
    create_->setToolTip(deployable_ ? QString() : tr("Train a solution version first"));
    delete_->setVisible(any);
    delete_->setEnabled(!table_->currentKey().isEmpty());
}

void CampaignsPage::create() {
    wizards::createCampaign(console(), window(), argument(), {},
                            [here = QPointer(this)](const QString& campaign) {
                                if (here) emit here->navigate(kCampaign, campaign);
                            });
}

void CampaignsPage::removeCurrent() {
    const auto campaign = table_->currentKey().toStdString();
    if (campaign.empty()) return;
    deleteCampaign(console(), this, campaign,
                   {[this](const QString& name) {
                        emit flash(FlashKind::Success, tr("Campaign %1 was deleted.").arg(name));
                    },
                    [this](const QString& why) { emit flash(FlashKind::Error, why); }});
}

}  // namespace foretaste::pages
