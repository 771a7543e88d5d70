// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/job_card.h"

#include "ui/bridge/console.h"
#include "ui/bridge/engine_words.h"
#include "ui/bridge/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/progress_line.h"

namespace foretaste::pages {

using bridge::text;

void showProgress(widgets::ProgressLine& line, const base::Progress& progress) {
    QString rate;
    if (progress.rate > 0)
        rate = JobCard::tr("%1 %2/s").arg(bridge::countText(std::llround(progress.rate)),
                                          bridge::spoken(progress.rateUnit));
    line.set(progress.fraction, bridge::spoken(progress.phase), rate, progress.etaSeconds);
}

JobCard::JobCard(bridge::Console& console, QWidget* parent)
    : Card({}, {}, parent),
      progress_(new widgets::ProgressLine),
      open_(new QPushButton),
      stop_(new QPushButton(tr("Stop"))) {
    setObjectName(QStringLiteral("jobCard"));
    theme::setButtonKind(*open_, theme::ButtonKind::Quiet);
    open_->setObjectName(QStringLiteral("openJobButton"));
    open_->hide();
    stop_->setObjectName(QStringLiteral("stopJobButton"));
    addHeadWidget(open_);
    addHeadWidget(stop_);
    body()->addWidget(progress_);
    hide();
    connect(open_, &QPushButton::clicked, this, [this] { emit opened(arn_); });
    connect(stop_, &QPushButton::clicked, this, [this] {
        stop_->setEnabled(false);
        emit stopRequested(arn_);
    });
    connect(&console, &bridge::Console::jobProgress, this, [this](const service::JobInfo& job) {
        if (text(job.arn) == arn_) showProgress(*progress_, job.progress);
    });
}

void JobCard::follow(const std::optional<service::JobInfo>& job) {
    const bool running = job.has_value();
    setVisible(running);
    const auto arn = running ? text(job->arn) : QString();
    if (arn != arn_) {
        arn_ = arn;
        progress_->reset();
        stop_->setEnabled(true);
    }
    if (!running) return;
    setTitle(bridge::spoken(job->title));
    stop_->setAccessibleName(tr("Stop %1").arg(bridge::spoken(job->title)));
    showProgress(*progress_, job->progress);
}

void JobCard::setOpenText(const QString& text) {
    open_->setText(text);
    open_->show();
}

}  // namespace foretaste::pages
