// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overview_page.h"

#include "ui/charts/histogram_chart.h"
#include "ui/models/resource_models.h"
#include "ui/pages/card_row.h"
#include "ui/pages/data_step.h"
#include "ui/pages/exploration_card.h"
#include "ui/pages/pages.h"
#include "ui/pages/recommend_step.h"
#include "ui/pages/train_step.h"
#include "ui/widgets/card.h"
#include "ui/wizards/open.h"

namespace foretaste::pages {

using bridge::text;
using service::DatasetType;
using service::ResourceKind;
using widgets::FlashKind;

namespace {

/// Requests change no resource: while campaigns serve, their figures are asked for again.
constexpr int kAgainMs = 2000;
constexpr int kNarrowestStep = 250;
constexpr int kNarrowestFigure = 340;
constexpr int kPlotHeight = 170;

}  // namespace

OverviewPage::OverviewPage(bridge::Console& console, QWidget* parent)
    : ResourcePage(kOverview, console, parent),
      nextStep_(addPrimary({}, QStringLiteral("nextStepButton"))),
      data_(new DataStep),
      train_(new TrainStep(console)),
      recommend_(new RecommendStep),
      quality_(new LeaderboardCard),
      noQuality_(new widgets::Card(tr("Quality"))),
      noQualityText_(new widgets::EmptyState(theme::Icon::Chart, {}, {})),
      exploration_(new ExplorationCard(tr("Who sees new items"), {}, kPlotHeight)),
      latency_(new charts::HistogramChart(tr("Latency"))),
      latencyCard_(new charts::ChartCard(tr("How fast it answers"), {}, latency_)),
      noServing_(new widgets::Card(tr("Serving"))),
      noServingText_(new widgets::EmptyState(theme::Icon::Compass, {}, {})) {
    setTitle(tr("Overview"));
    addSteps();
    addFigures();
    content()->addStretch(1);
    connect(nextStep_, &QPushButton::clicked, this, &OverviewPage::takeNextStep);
    connect(&console, &bridge::Console::jobProgress, this, [this](const service::JobInfo& job) {
        data_->takeProgress(job);
        train_->takeProgress(job);
    });
    again_.setSingleShot(true);
    again_.setInterval(kAgainMs);
    connect(&again_, &QTimer::timeout, this, [this] {
        if (isVisible()) fetchAgain();
    });
}

void OverviewPage::addSteps() {
    auto* steps = new CardRow(kNarrowestStep);
    for (QWidget* step : std::initializer_list<QWidget*>{data_, train_, recommend_})
        steps->add(step);
    content()->addWidget(steps);
    connect(data_, &DataStep::importRequested, this, &OverviewPage::importData);
    connect(data_, &DataStep::datasetOpened, this,
            [this](const QString& dataset) { emit navigate(kDataset, dataset); });
    connect(data_, &DataStep::importOpened, this,
            [this](const QString& job) { emit navigate(kImportJob, job); });
    connect(train_, &TrainStep::versionOpened, this,
            [this](const QString& version) { emit navigate(kSolutionVersion, version); });
    connect(train_, &TrainStep::createRequested, this, &OverviewPage::createSolution);
    connect(train_, &TrainStep::trainRequested, this, &OverviewPage::trainVersion);
    connect(train_, &TrainStep::stopRequested, this, [this](const QString& version) {
        act([version = version.toStdString()](
                service::Service& service) { service.stopSolutionVersionCreation(version); },
            [] {});
    });
    connect(recommend_, &RecommendStep::campaignOpened, this,
            [this](const QString& campaign) { emit navigate(kCampaign, campaign); });
    connect(recommend_, &RecommendStep::allOpened, this,
            [this] { emit navigate(kCampaigns, argument()); });
    connect(recommend_, &RecommendStep::createRequested, this, &OverviewPage::createCampaign);
}

void OverviewPage::addFigures() {
    latency_->setAxis(tr("ms"), tr("requests"), true);
    latencyCard_->setProtocol(
        tr("The newest requests, from the call to the finished list, on this "
           "machine"));
    quality_->setTitle(tr("Quality"));
    noQuality_->body()->addWidget(noQualityText_, 1);
    noServing_->body()->addWidget(noServingText_, 1);
    auto* figures = new CardRow(kNarrowestFigure);
    for (QWidget* figure : std::initializer_list<QWidget*>{quality_, noQuality_, exploration_,
                                                           latencyCard_, noServing_})
        figures->add(figure);
    content()->addWidget(figures);
    for (auto* card :
         std::initializer_list<charts::ChartCard*>{quality_, exploration_, latencyCard_}) {
        connect(card, &charts::ChartCard::failed, this,
                [this](const QString& why) { emit flash(FlashKind::Error, why); });
        connect(card, &charts::ChartCard::saved, this, [this](const QString& path) {
            emit flash(FlashKind::Success, tr("Saved as %1.").arg(path));
        });
    }
}

void OverviewPage::open() {
    const auto name = bridge::shortId(arn());
    header().setBreadcrumb({{tr("Dataset groups"), kDatasetGroups, {}}, {name, {}, {}}});
    setGone(tr("This dataset group is gone"), tr("All dataset groups"), kDatasetGroups, {});
    explored_.clear();
    follow(
        {ResourceKind::DatasetGroup, ResourceKind::Dataset, ResourceKind::DatasetImportJob,
         ResourceKind::Solution, ResourceKind::SolutionVersion, ResourceKind::Campaign},
        [group = arn()](service::Service& service) { return overviewOf(service, group); },
        [this](OverviewFacts facts) { show(std::move(facts)); });
}

void OverviewPage::show(OverviewFacts facts) {
    facts_ = std::move(facts);
    const auto next = nextStep(facts_);
    nextStep_->setText(nextStepText(next.kind));
    nextStep_->show();
    data_->show(facts_);
    train_->show(facts_);
    recommend_->show(facts_);
    quality_->setVisible(facts_.trained.has_value());
    noQuality_->setVisible(!facts_.trained);
    noQualityText_->setText(
        facts_.isTraining() ? tr("The first training is under way") : tr("Nothing is trained yet"),
        tr("Each version is measured on people that it has not seen, beside a list of what is "
           "popular. Its figures appear here."));
    if (facts_.trained)
        quality_->setFigures(bridge::shortId(facts_.trained->solutionArn), facts_.report,
                             facts_.rivals, isBaseline(*facts_.trained));
    showServing();
}

/// Of the busiest campaign: what exploration does where it explores, else how fast it answers.
void OverviewPage::showServing() {
    const CampaignRow* busiest = facts_.campaigns.empty() ? nullptr : &facts_.campaigns.front();
    const bool serves = busiest && busiest->latency;
    const bool explores = serves && busiest->exploration;
    const bool asked = serves && busiest->latency->requests > 0;
    if (explores) measureExploration(*busiest);
    exploration_->setVisible(explores && measured_);
    latencyCard_->setVisible(!explores && asked);
    noServing_->setVisible(exploration_->isHidden() && latencyCard_->isHidden());
    if (asked && !explores) {
        const auto& recent = busiest->latency->recentMs;
        latency_->setValues(QList<double>(recent.begin(), recent.end()));
        latencyCard_->setSubtitle(text(busiest->campaign.name));
    }
    if (!serves)
        noServingText_->setText(tr("Nothing is deployed yet"),
                                tr("A campaign mixes new items into its lists and learns who likes "
                                   "them. How many, and what that costs, appears here."));
    else if (!explores)
        noServingText_->setText(tr("Nobody has asked yet"),
                                tr("Ask the campaign for recommendations on its page. How fast it "
                                   "answers appears here."));
    if (serves) again_.start();
}

void OverviewPage::measureExploration(const CampaignRow& row) {
    const auto key = QStringLiteral("%1 %2")
                         .arg(text(row.campaign.arn()))
                         .arg(row.campaign.lastUpdatedDateTime.ms);
    if (key == explored_) return;
    explored_ = key;
    measured_ = false;
    noServingText_->setText(
        tr("Measuring exploration"),
        tr("Lists for a sample of people are made at each exploration weight."));
    console().call(
        this,
        [campaign = row.campaign.campaignArn](service::Service& service) {
            return service.explorationReport(campaign);
        },
        [this, key, row](const service::ExplorationReport& report) {
            if (key != explored_) return;
            exploration_->setSubtitle(text(row.campaign.name));
            exploration_->setReport(report, *row.exploration);
            measured_ = true;
            showServing();
        },
        [this, key](const bridge::CallError& error) {
            if (key == explored_)
                noServingText_->setText(tr("Exploration could not be measured"),
                                        bridge::sentenceText(error.message));
        });
}

void OverviewPage::takeNextStep() {
    const auto next = nextStep(facts_);
    switch (next.kind) {
        case NextStep::ImportInteractions: importData(DatasetType::Interactions); break;
        case NextStep::FollowImport: emit navigate(kImportJob, next.subject); break;
        case NextStep::CreateSolution: createSolution(); break;
        case NextStep::TrainVersion: trainVersion(next.subject); break;
        case NextStep::FollowTraining: emit navigate(kSolutionVersion, next.subject); break;
        case NextStep::CreateCampaign: createCampaign(); break;
        case NextStep::UpdateCampaign: updateCampaign(next.subject); break;
        case NextStep::FollowDeployment:
        case NextStep::GetRecommendations: emit navigate(kCampaign, next.subject); break;
    }
}

// The page follows the workspace by itself: it stays after each of these and shows what came of it.

void OverviewPage::importData(DatasetType type) {
    wizards::importDataset(console(), window(), argument(), type, [](const QString&) {});
}

void OverviewPage::createSolution() {
    wizards::createSolution(console(), window(), argument(), [](const QString&, const QString&) {});
}

void OverviewPage::trainVersion(const QString& solutionArn) {
    wizards::createSolutionVersion(console(), window(), solutionArn, [](const QString&) {});
}

void OverviewPage::createCampaign() {
    const auto version = facts_.trained ? text(facts_.trained->solutionVersionArn) : QString();
    wizards::createCampaign(console(), window(), argument(), version, [](const QString&) {});
}

void OverviewPage::updateCampaign(const QString& campaignArn) {
    wizards::updateCampaign(console(), window(), campaignArn,
                            text(facts_.trained->solutionVersionArn), [](const QString&) {});
}

}  // namespace foretaste::pages
