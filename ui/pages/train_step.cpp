// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train_step.h"

#include "ui/bridge/console.h"
#include "ui/bridge/engine_words.h"
#include "ui/bridge/words.h"
#include "ui/pages/job_card.h"
#include "ui/pages/metric_names.h"
#include "ui/pages/metric_tiles.h"
#include "ui/pages/sparkline.h"
#include "ui/pages/text_link.h"
#include "ui/theme/theme.h"
#include "ui/widgets/progress_line.h"

namespace foretaste::pages {

using namespace theme;
using bridge::text;
using service::Status;

TrainStep::TrainStep(bridge::Console& console, QWidget* parent)
    : StepCard(2, tr("Train"), parent),
      console_(console),
      intro_(makeLabel(tr("A solution is a recipe with your settings. Training it learns from the "
                          "order in which people choose, and measures what it has learnt on people "
                          "it has not seen."),
                       TextRole::Body, Tone::Text, this, true)),
      link_(new TextLink),
      facts_(makeLabel({}, TextRole::Small, Tone::Muted, this, true)),
      problem_(makeLabel({}, TextRole::Small, Tone::Bad, this, true)),
      progress_(new widgets::ProgressLine),
      figure_(new QWidget),
      number_(makeLabel({}, TextRole::Number)),
      comparison_(makeLabel({}, TextRole::Small, Tone::Muted, nullptr, true)),
      curve_(new Sparkline),
      stop_(new QPushButton(tr("Stop"))),
      again_(new QPushButton(tr("Train again"))),
      create_(new QPushButton(tr("Create solution"))) {
    setObjectName(QStringLiteral("trainStep"));
    link_->setObjectName(QStringLiteral("newestVersionLink"));
    number_->setObjectName(QStringLiteral("newestNdcg"));
    problem_->setObjectName(QStringLiteral("trainingProblem"));
    stop_->setObjectName(QStringLiteral("stopTrainingButton"));
    again_->setObjectName(QStringLiteral("trainAgainButton"));
    create_->setObjectName(QStringLiteral("createSolutionButton"));
    auto* figure = new QHBoxLayout(figure_);
    figure->setContentsMargins(0, 0, 0, 0);
    figure->setSpacing(kSpaceS);
    figure->addWidget(number_);
    figure->addWidget(comparison_, 1);
    for (QWidget* part : std::initializer_list<QWidget*>{intro_, link_, facts_, progress_, figure_,
                                                         curve_, problem_})
        body()->addWidget(part);
    body()->addStretch();
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kSpaceS);
    for (auto* button : {stop_, again_, create_}) buttons->addWidget(button);
    buttons->addStretch();
    body()->addLayout(buttons);

    connect(link_, &TextLink::activated, this, [this] { emit versionOpened(opened_); });
    connect(create_, &QPushButton::clicked, this, &TrainStep::createRequested);
    connect(again_, &QPushButton::clicked, this, [this] { emit trainRequested(solution_); });
    connect(stop_, &QPushButton::clicked, this, [this] {
        stop_->setEnabled(false);
        emit stopRequested(text(training_));
    });
}

void TrainStep::show(const OverviewFacts& facts) {
    const bool training = facts.isTraining();
    const bool trained = facts.trained && !training;
    const auto& newest = facts.newest;
    const bool failed = newest && newest->status == Status::CreateFailed;
    const bool stopped = newest && newest->status == Status::CreateStopped;
    intro_->setVisible(!newest);
    link_->setVisible(training || trained);
    facts_->setVisible(training || trained);
    progress_->setVisible(training);
    figure_->setVisible(trained);
    curve_->hide();
    problem_->setVisible(failed || stopped);
    stop_->setVisible(training);
    again_->setVisible(newest && !training);
    create_->setVisible(!training);
    create_->setEnabled(facts.interactions().rows() > 0);
    create_->setToolTip(create_->isEnabled() ? QString() : tr("Import interactions first"));
    solution_ = newest ? text(newest->solutionArn) : QString();
    if (failed)
        problem_->setText(tr("The last training of %1 failed. %2")
                              .arg(bridge::shortId(newest->solutionArn),
                                   bridge::sentenceText(text(newest->failureReason))));
    else if (stopped)
        problem_->setText(
            tr("The last training of %1 was stopped.").arg(bridge::shortId(newest->solutionArn)));
    theme::setText(*problem_, TextRole::Small, failed ? Tone::Bad : Tone::Muted);
    if (training)
        setState(widgets::Status::InProgress, tr("in progress"));
    else if (trained)
        setState(widgets::Status::Success, tr("trained"));
    else if (failed)
        setState(widgets::Status::Error, tr("failed"));
    else
        setState(widgets::Status::NotStarted, {});
    if (!training) training_.clear();
    if (training) showTraining(facts);
    if (trained) showTrained(facts);
}

void TrainStep::showTraining(const OverviewFacts& facts) {
    const auto& version = *facts.newest;
    if (training_ != version.solutionVersionArn) {
        training_ = version.solutionVersionArn;
        progress_->reset();
        curve_->setPoints({}, {});
        stop_->setEnabled(true);
    }
    opened_ = text(training_);
    link_->setWords(bridge::shortId(version.solutionArn));
    recipe_ = bridge::recipeTitle(version.recipeArn);
    facts_->setText(recipe_);
    curve_->setVisible(!curve_->points().isEmpty());
    if (const auto* job = facts.job(training_)) takeProgress(*job);
}

void TrainStep::showTrained(const OverviewFacts& facts) {
    const auto& version = *facts.trained;
    const auto& report = facts.report;
    opened_ = text(version.solutionVersionArn);
    link_->setWords(bridge::shortId(version.solutionArn));
    facts_->setText(tr("%1 · version %2\ntrained %3 in %4")
                        .arg(bridge::recipeTitle(version.recipeArn), bridge::shortId(version.arn()),
                             bridge::momentText(version.creationDateTime),
                             widgets::durationText(report.seconds)));
    const auto ndcg = report.metrics.find(kNdcgAt10), base = report.baseline.find(kNdcgAt10);
    if (ndcg == report.metrics.end()) {
        number_->setText(QStringLiteral("–"));
        comparison_->setText(tr("Nobody could be held out to measure."));
    } else {
        number_->setText(bridge::numberText(ndcg->second.value, 3));
        const auto title = bridge::metricTitle(kNdcgAt10);
        if (isBaseline(version) || base == report.baseline.end())
            comparison_->setText(tr("%1, the popularity baseline itself").arg(title));
        else if (const auto ratio = ratioText(ndcg->second.value, base->second.value);
                 !ratio.isEmpty())
            comparison_->setText(
                tr("%1, %2 (%3)").arg(title, ratio, bridge::numberText(base->second.value, 3)));
        else
            comparison_->setText(
                tr("%1, popularity %2").arg(title, bridge::numberText(base->second.value, 3)));
    }
    figure_->setToolTip(text(report.protocol.text()));
    showCurve(report, false);
}

void TrainStep::showCurve(const service::TrainingReport& report, bool running) {
    QList<QPointF> points;
    for (const auto& point : report.curve)
        if (!std::isnan(point.validationNdcg)) points << QPointF(point.epoch, point.validationNdcg);
    curve_->setVisible(!points.isEmpty());
    if (points.isEmpty()) return;
    curve_->setPoints(points, running ? tr("%1 %2").arg(bridge::metricTitle(kNdcgAt10),
                                                        bridge::numberText(points.last().y(), 3))
                                      : tr("epoch %1 kept").arg(report.bestEpoch));
}

void TrainStep::takeProgress(const service::JobInfo& job) {
    if (training_.empty() || job.arn != training_) return;
    facts_->setText(job.progress.phase.empty()
                        ? recipe_
                        : tr("%1 · %2").arg(recipe_, bridge::spoken(job.progress.phase)));
    auto rest = job.progress;
    rest.phase.clear();
    showProgress(*progress_, rest);
    fetchCurve();
}

void TrainStep::fetchCurve() {
    if (fetching_ || !isVisible()) return;
    fetching_ = true;
    console_.call(
        this,
        [version = training_](service::Service& service) {
            return service.trainingReport(version);
        },
        [this, version = training_](const service::TrainingReport& report) {
            fetching_ = false;
            if (version == training_) showCurve(report, true);
        },
        [this](const bridge::CallError&) {
            fetching_ = false;
        });  // the overview tells what is gone
}

}  // namespace foretaste::pages
