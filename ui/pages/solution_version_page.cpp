// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/solution_version_page.h"

#include "ui/bridge/words.h"
#include "ui/models/resource_models.h"
#include "ui/pages/job_card.h"
#include "ui/pages/listings.h"
#include "ui/pages/metric_tiles.h"
#include "ui/pages/metrics_card.h"
#include "ui/pages/notice.h"
#include "ui/pages/pages.h"
#include "ui/pages/report/report_action.h"
#include "ui/pages/training_curves.h"
#include "ui/widgets/card.h"
#include "ui/widgets/key_value_panel.h"
#include "ui/wizards/open.h"

namespace foretaste::pages {

using bridge::text;
using service::ResourceKind;
using service::Status;
using widgets::FlashKind;

namespace {

bool isParameter(const service::SolutionVersion& version, const std::string& name) {
    const auto* recipe = recipes::findRecipe(version.recipeArn);
    if (!recipe) return false;
    const auto& all = recipe->facts().parameters;
    return std::any_of(all.begin(), all.end(), [&](const auto& each) { return each.name == name; });
}

QString capitalised(QString word) {
    if (!word.isEmpty()) word[0] = word[0].toUpper();
    return word;
}

}  // namespace

SolutionVersionPage::SolutionVersionPage(bridge::Console& console, QWidget* parent)
    : ResourcePage(kSolutionVersion, console, parent),
      outcome_(new Notice(FlashKind::Info)),
      warnings_(new Notice(FlashKind::Warning)),
      job_(new JobCard(console)),
      tiles_(new MetricTiles),
      figures_(new QWidget),
      leaderboard_(new LeaderboardCard),
      metrics_(new MetricsCard),
      curves_(new TrainingCurves),
      factsCard_(new widgets::Card(tr("What the engine chose"))),
      facts_(new widgets::KeyValuePanel(3)),
      trainAgain_(addAction(tr("Train again"), QStringLiteral("trainButton"))),
      deploy_(addAction(tr("Create campaign"), QStringLiteral("createCampaignButton"))),
      move_(addAction({}, QStringLiteral("moveOtherCampaignButton"))),
      report_(addAction(tr("Report…"), QStringLiteral("reportButton"))),
      primary_(addPrimary({}, QStringLiteral("primaryButton"))) {
    setNavigationId(kSolutions);
    outcome_->setObjectName(QStringLiteral("outcomeNotice"));
    warnings_->setObjectName(QStringLiteral("warningsNotice"));
    facts_->setObjectName(QStringLiteral("chosenFacts"));
    factsCard_->body()->addWidget(facts_);
    auto* row = new QHBoxLayout(figures_);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::kSpaceM);
    row->addWidget(leaderboard_, 1);
    row->addWidget(metrics_, 1);
    for (QWidget* part : std::initializer_list<QWidget*>{outcome_, job_, warnings_, tiles_,
                                                         figures_, curves_, factsCard_})
        content()->addWidget(part);
    content()->addStretch(1);

    pollTimer_.setSingleShot(true);
    pollTimer_.setInterval(kPollMs);
    connect(&pollTimer_, &QTimer::timeout, this, &SolutionVersionPage::poll);
    connect(&console, &bridge::Console::jobProgress, this, [this](const service::JobInfo& job) {
        if (job.arn == arn() && isVisible() && !pollTimer_.isActive()) pollTimer_.start();
    });
    connect(job_, &JobCard::stopRequested, this, &SolutionVersionPage::stop);
    connect(trainAgain_, &QPushButton::clicked, this, &SolutionVersionPage::trainAgain);
    connect(deploy_, &QPushButton::clicked, this, &SolutionVersionPage::deploy);
    connect(move_, &QPushButton::clicked, this, &SolutionVersionPage::moveCampaign);
    report_->setToolTip(
        tr("Findings, charts and protocol as a web page or a PDF that needs nothing beside it"));
    connect(report_, &QPushButton::clicked, this, &SolutionVersionPage::saveReport);
    connect(primary_, &QPushButton::clicked, this, [this] {
        if (primaryRun_) primaryRun_();
    });
}

void SolutionVersionPage::open() {
    setTitle(tr("Version %1").arg(bridge::shortId(arn())));
    header().setBreadcrumb({});
    setGone(tr("This version is gone"), tr("All dataset groups"), kDatasetGroups, {});
    status_ = Status::CreatePending;
    follow(
        {ResourceKind::SolutionVersion, ResourceKind::Campaign},
        [version = arn()](service::Service& service) { return fetch(service, version); },
        [this](const Shown& shown) { show(shown); });
}

SolutionVersionPage::Shown SolutionVersionPage::fetch(service::Service& service,
                                                      const std::string& versionArn) {
    Shown shown;
    shown.version = service.describeSolutionVersion(versionArn);
    shown.report = service.trainingReport(versionArn);
    shown.campaigns = campaignsOf(service, shown.version.solutionArn);
    for (auto& job : service.jobs())
        if (job.arn == versionArn) shown.job = std::move(job);
    if (shown.version.status != Status::Active) return shown;
    shown.rivals = rivalsOf(service, shown.version, shown.report.protocol);
    for (const auto& other : versionsOf(service, shown.version.solutionArn)) {
        if (other.arn() == versionArn) break;
        if (other.status == Status::Active && other.trainingMode == shown.version.trainingMode)
            shown.previousSeconds = service.trainingReport(other.arn()).seconds;
    }
    return shown;
}

void SolutionVersionPage::show(const Shown& shown) {
    status_ = shown.version.status;
    solutionArn_ = text(shown.version.solutionArn);
    groupArn_ = text(shown.version.datasetGroupArn);
    const auto title = shown.version.name.empty()
                           ? tr("Version %1").arg(bridge::shortId(shown.version.arn()))
                           : text(shown.version.name);
    setTitle(title);
    header().setBreadcrumb({{bridge::shortId(shown.version.datasetGroupArn), kOverview, groupArn_},
                            {tr("Solutions"), kSolutions, groupArn_},
                            {bridge::shortId(shown.version.solutionArn), kSolution, solutionArn_},
                            {title, {}, {}}});
    header().setStatus(models::statusOf(status_), bridge::statusWord(status_));
    setGone(tr("This version is gone"), tr("Solutions of this group"), kSolutions, groupArn_);
    showState(shown);
    showFigures(shown);
    showFacts(shown);
    showActions(shown);
}

void SolutionVersionPage::showState(const Shown& shown) {
    const auto& report = shown.report;
    // The job's own end is noted a moment after the version's.
    job_->follow(service::isUnderWay(status_) ? shown.job : std::nullopt);
    job_->setSubtitle(report.events > 0 ? tr("%1 events of %2 people with %3 items")
                                              .arg(bridge::countText(report.events),
                                                   bridge::countText(report.users),
                                                   bridge::countText(report.items))
                                        : QString());

    QStringList warnings;
    for (const auto& warning : report.warnings)
        warnings << bridge::sentenceText(text(warning));
    warnings_->setText(warnings.join(u'\n'));

    outcome_->setText({});
    if (status_ == Status::CreateFailed) {
        outcome_->setKind(FlashKind::Error);
        outcome_->setText(tr("The training failed. %1")
                              .arg(bridge::sentenceText(text(shown.version.failureReason))));
    } else if (status_ == Status::CreatePending) {
        outcome_->setKind(FlashKind::Info);
        outcome_->setText(tr("Waiting for its turn: one training runs at a time."));
    } else if (status_ == Status::CreateStopped) {
        outcome_->setKind(FlashKind::Info);
        outcome_->setText(report.curve.empty()
                              ? tr("Stopped before the first epoch was done. No model was kept.")
                              : tr("Stopped on request after epoch %1. No model was kept.")
                                    .arg(report.curve.back().epoch));
    } else if (status_ == Status::Active &&
               shown.version.trainingMode == service::TrainingMode::Update) {
        outcome_->setKind(FlashKind::Info);
        outcome_->setText(
            tr("An update: %1 new items came in, and behaviour was not learnt anew. The metrics "
               "are those of the version it began with.")
                .arg(bridge::countText(report.newItems)));
    }
}

void SolutionVersionPage::showFigures(const Shown& shown) {
    const bool active = status_ == Status::Active;
    const bool measured = active && !shown.report.metrics.empty();
    tiles_->setVisible(active);
    figures_->setVisible(measured);
    curves_->setReport(shown.report, service::isUnderWay(status_));
    if (active) tiles_->setReport(shown.report, isBaseline(shown.version), shown.previousSeconds);
    if (!measured) return;
    leaderboard_->setFigures(bridge::shortId(shown.version.solutionArn), shown.report, shown.rivals,
                             isBaseline(shown.version));
    metrics_->setReport(shown.report);
}

void SolutionVersionPage::showFacts(const Shown& shown) {
    const auto& report = shown.report;
    QList<widgets::KeyValuePanel::Row> rows;
    if (report.events > 0)
        rows = {{tr("Events"), bridge::countText(report.events)},
                {tr("People"), bridge::countText(report.users)},
                {tr("Items"), bridge::countText(report.items)},
                {tr("Items without events"), bridge::countText(report.coldItems)}};
    // Hyperparameters keep the API's spelling, the engine's own facts are words.
    for (const auto& [key, value] : report.chosen)
        rows << widgets::KeyValuePanel::Row{
            isParameter(shown.version, key) ? text(key) : capitalised(text(key)), text(value),
            false};
    rows << widgets::KeyValuePanel::Row{tr("ARN"), argument(), true};
    facts_->setRows(rows);
    factsCard_->setTitle(report.chosen.empty() ? tr("Facts") : tr("What the engine chose"));
    factsCard_->setSubtitle(report.chosen.empty() || report.events == 0
                                ? QString()
                                : tr("for these %1 events").arg(bridge::countText(report.events)));
    factsCard_->setVisible(!service::isUnderWay(status_));
}

void SolutionVersionPage::showActions(const Shown& shown) {
    QStringList serving;
    QString servingArn;
    movable_.clear();
    for (const auto& campaign : shown.campaigns) {
        if (campaign.solutionVersionArn == shown.version.arn()) {
            serving << text(campaign.name);
            servingArn = text(campaign.arn());
        } else {
            movable_ << std::pair(text(campaign.arn()), text(campaign.name));
        }
    }
    header().setPill(serving.isEmpty()
                         ? QString()
                         : tr("Deployed in %1").arg(serving.join(QStringLiteral(", "))));
    job_->stopButton()->setVisible(status_ != Status::CreateStopping);
    trainAgain_->setVisible(status_ == Status::CreateFailed || status_ == Status::CreateStopped);
    const bool active = status_ == Status::Active;
    const QString moveText = movable_.size() == 1
                                 ? tr("Move %1 to this version").arg(movable_.first().second)
                                 : tr("Move a campaign to this version…");
    move_->setText(moveText);
    move_->setVisible(active && !movable_.isEmpty() && !serving.isEmpty());
    deploy_->setVisible(active && (!movable_.isEmpty() || !serving.isEmpty()));
    primary_->setVisible(active);
    report_->setVisible(active);
    if (!serving.isEmpty()) {
        header().setPrimary(tr("Open %1").arg(serving.last()),
                            QStringLiteral("openCampaignButton"));
        primaryRun_ = [this, servingArn] { emit navigate(kCampaign, servingArn); };
    } else if (!movable_.isEmpty()) {
        header().setPrimary(moveText, QStringLiteral("moveCampaignButton"));
        primaryRun_ = [this] { moveCampaign(); };
    } else {
        header().setPrimary(tr("Deploy to a campaign"), QStringLiteral("deployButton"));
        primaryRun_ = [this] { deploy(); };
    }
}

void SolutionVersionPage::poll() {
    if (!service::isUnderWay(status_)) return;
    act(
        [version = arn()](service::Service& service) {
            return std::pair(version, service.trainingReport(version));
        },
        [this](const std::pair<std::string, service::TrainingReport>& read) {
            // The page may show another version by now, or this one's end.
            if (read.first == arn() && service::isUnderWay(status_))
                curves_->setReport(read.second, true);
        });
}

void SolutionVersionPage::stop() {
    console().call(
        this,
        [version = arn()](service::Service& service) {
            service.stopSolutionVersionCreation(version);
        },
        [] {},
        [this](const bridge::CallError& error) {
            job_->stopButton()->setEnabled(true);
            emit flash(FlashKind::Error, bridge::sentenceText(error.message));
        });
}

void SolutionVersionPage::saveReport() {
    report_->setEnabled(false);
    const bool asked =
        pages::saveReport(console(), this, arn(), bridge::shortId(solutionArn_.toStdString()),
                          [this](FlashKind kind, const QString& words) {
                              report_->setEnabled(true);
                              emit flash(kind, words);
                          });
    if (!asked) report_->setEnabled(true);
}

void SolutionVersionPage::deploy() {
    wizards::createCampaign(console(), window(), groupArn_, argument(),
                            [here = QPointer(this)](const QString& campaign) {
                                if (here) emit here->navigate(kCampaign, campaign);
                            });
}

void SolutionVersionPage::moveCampaign() {
    const auto move = [this](const QString& campaignArn) {
        wizards::updateCampaign(console(), window(), campaignArn, argument(),
                                [here = QPointer(this)](const QString& campaign) {
                                    if (here) emit here->navigate(kCampaign, campaign);
                                });
    };
    if (movable_.size() == 1) {
        move(movable_.first().first);
        return;
    }
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("moveCampaignMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto& [campaignArn, name] : movable_)
        connect(menu->addAction(name), &QAction::triggered, this,
                [move, campaignArn = campaignArn] { move(campaignArn); });
    const auto* button = move_->isVisible() ? move_ : primary_;
    menu->popup(button->mapToGlobal(QPoint(0, button->height() + theme::kSpaceXs)));
}

void SolutionVersionPage::trainAgain() {
    wizards::createSolutionVersion(console(), window(), solutionArn_,
                                   [here = QPointer(this)](const QString& version) {
                                       if (here) emit here->navigate(kSolutionVersion, version);
                                   });
}

}  // namespace foretaste::pages
