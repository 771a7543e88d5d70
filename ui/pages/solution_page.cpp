// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/solution_page.h"

#include "ui/bridge/engine_words.h"
#include "ui/bridge/words.h"
#include "ui/pages/deletions.h"
#include "ui/pages/hyperparameter_model.h"
#include "ui/pages/listings.h"
#include "ui/pages/metric_names.h"
#include "ui/pages/pages.h"
#include "ui/widgets/card.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/key_value_panel.h"
#include "ui/wizards/open.h"

namespace foretaste::pages {

using bridge::text;
using service::ResourceKind;
using widgets::FlashKind;

namespace {

QString columnsLeftOut(const std::optional<service::SolutionConfig>& config) {
    QStringList columns;
    if (config && config->trainingDataConfig)
        for (const auto& [type, names] : config->trainingDataConfig->excludedDatasetColumns)
            for (const auto& name : names) columns << text(name);
    return columns.isEmpty() ? SolutionPage::tr("none") : columns.join(QStringLiteral(", "));
}

QString automaticTraining(const service::Solution& solution) {
    // Kept for scripts that ask for it; whoever reads it here must not wait for it.
    return solution.performAutoTraining
               ? SolutionPage::tr("asked for; here versions are trained by hand")
               : SolutionPage::tr("off");
}

models::SolutionVersionRow rowOf(const TrainedVersion& trained,
                                 const std::vector<service::Campaign>& campaigns) {
    models::SolutionVersionRow row;
    row.version = trained.version;
    row.events = trained.report.events;
    if (trained.report.seconds > 0) row.seconds = trained.report.seconds;
    const auto& metrics = trained.report.metrics;
    if (const auto ndcg = metrics.find(kNdcgAt10); ndcg != metrics.end())
        row.ndcgAt10 = ndcg->second.value;
    for (const auto& campaign : campaigns)
        if (campaign.solutionVersionArn == trained.version.arn())
            row.deployedIn << text(campaign.name);
    return row;
}

}  // namespace

SolutionPage::SolutionPage(bridge::Console& console, QWidget* parent)
    : ResourcePage(kSolution, console, parent),
      words_(theme::makeLabel({}, theme::TextRole::Body, theme::Tone::Muted, nullptr, true)),
      facts_(new widgets::KeyValuePanel(3)),
      versionsCard_(new widgets::Card(tr("Versions"))),
      versions_(new models::SolutionVersionModel(this)),
      versionsTable_(new SortedTable(tr("Versions"), *versions_)),
      untrained_(new widgets::EmptyState(
          theme::Icon::Beaker, tr("Not trained yet"),
          tr("Training learns from the group's interactions, measures the result on people it has "
             "not seen, and keeps it as a version. On a desktop this takes seconds to minutes."))),
      history_(new VersionHistoryChart),
      settingsCard_(new widgets::Card(tr("Settings of the recipe"))),
      settings_(new HyperparameterModel(this)),
      train_(addPrimary({}, QStringLiteral("trainButton"))),
      createCampaign_(addAction(tr("Create campaign"), QStringLiteral("createCampaignButton"))),
      delete_(addAction(tr("Delete"), QStringLiteral("deleteSolutionButton"))) {
    setNavigationId(kSolutions);
    auto* factsCard = new widgets::Card(tr("Configuration"));
    factsCard->body()->addWidget(words_);
    factsCard->body()->addSpacing(theme::kSpaceXs);
    factsCard->body()->addWidget(facts_);
    content()->addWidget(factsCard);

    constexpr int kRows = 8;
    versionsTable_->setObjectName(QStringLiteral("versionsTable"));
    versionsTable_->setStatusColumn(models::SolutionVersionModel::State);
    versionsTable_->setStretchColumn(models::SolutionVersionModel::Deployed);
    versionsTable_->setFitRows(kRows);
    versionsCard_->body()->addWidget(versionsTable_);
    untrained_->setAction(tr("Train"));
    untrained_->button()->setObjectName(QStringLiteral("trainFirstButton"));
    versionsCard_->body()->addWidget(untrained_);
    content()->addWidget(versionsCard_);
    content()->addWidget(history_);

    auto* settingsTable = new widgets::DataTable(settingsCard_->title());
    settingsTable->setObjectName(QStringLiteral("settingsTable"));
    settingsTable->setModel(settings_);
    settingsTable->setFitRows(kRows);
    settingsTable->setStretchColumn(HyperparameterModel::Help);
    settingsCard_->body()->addWidget(settingsTable);
    content()->addWidget(settingsCard_);
    content()->addStretch(1);

    connect(versionsTable_, &SortedTable::keyOpened, this,
            [this](const QString& key) { emit navigate(kSolutionVersion, key); });
    connect(untrained_, &widgets::EmptyState::actionTriggered, this, &SolutionPage::train);
    connect(train_, &QPushButton::clicked, this, &SolutionPage::train);
    connect(createCampaign_, &QPushButton::clicked, this, &SolutionPage::createCampaign);
    connect(delete_, &QPushButton::clicked, this, &SolutionPage::remove);
}

void SolutionPage::open() {
    setTitle(bridge::shortId(arn()));
    header().setBreadcrumb({});
    setGone(tr("This solution is gone"), tr("All dataset groups"), kDatasetGroups, {});
    follow(
        {ResourceKind::Solution, ResourceKind::SolutionVersion, ResourceKind::Campaign},
        [solution = arn()](service::Service& service) { return fetch(service, solution); },
        [this](const Shown& shown) { show(shown); });
}

SolutionPage::Shown SolutionPage::fetch(service::Service& service, const std::string& solutionArn) {
    Shown shown;
    shown.solution = service.describeSolution(solutionArn);
    for (auto& version : versionsOf(service, solutionArn)) {
        auto report = service.trainingReport(version.arn());
        shown.versions.push_back({std::move(version), std::move(report)});
    }
    shown.campaigns = campaignsOf(service, solutionArn);
    return shown;
}

void SolutionPage::show(const Shown& shown) {
    groupArn_ = text(shown.solution.datasetGroupArn);
    header().setBreadcrumb({{bridge::shortId(shown.solution.datasetGroupArn), kOverview, groupArn_},
                            {tr("Solutions"), kSolutions, groupArn_},
                            {text(shown.solution.name), {}, {}}});
    header().setPill(bridge::recipeTitle(shown.solution.recipeArn));
    setGone(tr("This solution is gone"), tr("Solutions of this group"), kSolutions, groupArn_);
    showFacts(shown.solution);
    showVersions(shown);
    train_->setText(shown.versions.empty() ? tr("Train") : tr("Train again"));
    train_->show();
    createCampaign_->show();
    createCampaign_->setEnabled(!newestActive_.isEmpty());
    createCampaign_->setToolTip(newestActive_.isEmpty() ? tr("Train a version first") : QString());
    delete_->show();
}

void SolutionPage::showFacts(const service::Solution& solution) {
    const auto* recipe = recipes::findRecipe(solution.recipeArn);
    words_->setText(recipe ? bridge::spoken(recipe->facts().description) : QString());
    const auto& config = solution.solutionConfig;
    const bool threshold = config && !config->eventValueThreshold.empty();
    facts_->setRows(
        {{tr("Recipe"), bridge::shortId(solution.recipeArn)},
         {tr("Learns from"), solution.eventType.empty()
                                 ? tr("events of every type")
                                 : tr("events of type %1").arg(text(solution.eventType))},
         {tr("Least event value"),
          threshold ? text(config->eventValueThreshold) : tr("none: every event counts")},
         {tr("Columns left out"), columnsLeftOut(config)},
         {tr("Automatic training"), automaticTraining(solution)},
         {tr("Created"), bridge::momentText(solution.creationDateTime)},
         {tr("ARN"), text(solution.arn()), true}});
}

void SolutionPage::showVersions(const Shown& shown) {
    newestActive_.clear();
    std::map<std::string, std::string> chosen;
    std::vector<models::SolutionVersionRow> rows;
    for (const auto& trained : shown.versions) {
        rows.insert(rows.begin(), rowOf(trained, shown.campaigns));
        if (trained.version.status != service::Status::Active) continue;
        newestActive_ = text(trained.version.arn());
        chosen = trained.report.chosen;
    }
    const bool any = !rows.empty();
    versions_->setRows(std::move(rows));
    versionsTable_->setVisible(any);
    untrained_->setVisible(!any);
    history_->setVersions(shown.versions);

    auto settings = hyperparameterRows(shown.solution, chosen);
    settingsCard_->setVisible(!settings.empty());
    settings_->setRows(std::move(settings));
}

void SolutionPage::train() {
    wizards::createSolutionVersion(console(), window(), argument(),
                                   [here = QPointer(this)](const QString& version) {
                                       if (here) emit here->navigate(kSolutionVersion, version);
                                   });
}

void SolutionPage::createCampaign() {
    wizards::createCampaign(console(), window(), groupArn_, newestActive_,
                            [here = QPointer(this)](const QString& campaign) {
                                if (here) emit here->navigate(kCampaign, campaign);
                            });
}

void SolutionPage::remove() {
    deleteSolution(console(), this, arn(),
                   {[this](const QString& name) {
                        emit flash(FlashKind::Success, tr("Solution %1 was deleted.").arg(name));
                        emit navigate(kSolutions, groupArn_);
                    },
                    [this](const QString& why) { emit flash(FlashKind::Error, why); }});
}

}  // namespace foretaste::pages
