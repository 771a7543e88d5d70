// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/job_center.h"

#include <QKeyEvent>
#include <QScrollArea>

#include "ui/theme/style_paint.h"
#include "ui/widgets/progress_line.h"

namespace foretaste::shell {

using namespace theme;
using widgets::Status;

namespace {

constexpr int kWidth = 380;
constexpr int kMostHeight = 420;

bool isRunning(Status status) {
    return status == Status::InProgress || status == Status::Pending;
}

}  // namespace

class JobCenter::Row : public QWidget {
public:
    Row(const QString& jobId, JobCenter& center)
        : QWidget(&center),
          title_(new QPushButton(this)),
          badge_(new widgets::StatusBadge(this)),
          progress_(new widgets::ProgressLine(this)),
          message_(makeLabel({}, TextRole::Small, Tone::Muted, this, true)),
          stop_(new QPushButton(JobCenter::tr("Stop"), this)) {
        setObjectName(QStringLiteral("job/") + jobId);
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(kSpaceL, kSpaceM, kSpaceL, kSpaceM);
        layout->setSpacing(kSpaceXs);
        auto* head = new QHBoxLayout;
        head->setSpacing(kSpaceS);
        setButtonKind(*title_, ButtonKind::Quiet);
        setButtonKind(*stop_, ButtonKind::Secondary);
        title_->setObjectName(QStringLiteral("openJobButton"));
        stop_->setObjectName(QStringLiteral("stopJobButton"));
        title_->setMaximumWidth(kWidth - 2 * kSpaceL - 150);
        head->addWidget(title_);
        head->addStretch(1);
        head->addWidget(badge_);
        head->addWidget(stop_);
        layout->addLayout(head);
        layout->addWidget(progress_);
        layout->addWidget(message_);
        QObject::connect(stop_, &QPushButton::clicked, &center,
                         [&center, jobId] { emit center.stopRequested(jobId); });
        QObject::connect(title_, &QPushButton::clicked, &center, [&center, jobId] {
            center.hide();
            emit center.openRequested(jobId);
        });
    }
    void set(const JobItem& job) {
        const bool fresh = isRunning(job.status) && !running;
        running = isRunning(job.status);
        title_->setText(QFontMetrics(title_->font())
                            .elidedText(job.title, Qt::ElideRight, title_->maximumWidth() - 28));
        title_->setToolTip(job.title);
        title_->setAccessibleName(job.title);
        badge_->set(job.status, job.word);
        if (fresh) progress_->reset();
        progress_->setVisible(running);
        if (running) progress_->set(job.fraction, job.phase, job.rate, job.secondsLeft);
        message_->setText(job.message);
        message_->setVisible(!job.message.isEmpty());
        stop_->setVisible(running && job.canStop);
        stop_->setAccessibleName(JobCenter::tr("Stop %1").arg(job.title));
    }
    bool running = false;

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter(this).fillRect(QRect(0, height() - 1, width(), 1), colors().line);
    }

private:
    QPushButton* title_;
    widgets::StatusBadge* badge_;
    widgets::ProgressLine* progress_;
    QLabel* message_;
    QPushButton* stop_;
};

JobCenter::JobCenter(QWidget* parent)
    : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint),
      scroll_(new QScrollArea(this)),
      empty_(makeLabel(tr("Nothing runs. Imports and trainings appear here."), TextRole::Table,
                       Tone::Muted, this, true)) {
    setObjectName(QStringLiteral("jobCenter"));
    setAccessibleName(tr("Jobs"));
    setFixedWidth(kWidth);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, kSpaceM, 1, kSpaceXs);
    layout->setSpacing(kSpaceXs);
    QLabel* title = makeLabel(tr("Jobs"), TextRole::Heading, Tone::Text, this);
    title->setContentsMargins(kSpaceL, 0, kSpaceL, kSpaceXs);
    layout->addWidget(title);
    empty_->setContentsMargins(kSpaceL, kSpaceS, kSpaceL, kSpaceL);
    layout->addWidget(empty_);
    auto* content = new QWidget;
    list_ = new QVBoxLayout(content);
    list_->setContentsMargins(0, 0, 0, 0);
    list_->setSpacing(0);
    list_->addStretch(1);
    scroll_->setWidget(content);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    layout->addWidget(scroll_);
    showEmpty();
}

void JobCenter::showEmpty() {
    empty_->setVisible(rows_.isEmpty());
    scroll_->setVisible(!rows_.isEmpty());
}

void JobCenter::setJob(const JobItem& job) {
    Row*& row = rows_[job.id];
    if (!row) {
        row = new Row(job.id, *this);
        list_->insertWidget(0, row);
        showEmpty();
    }
    row->set(job);
    if (const int now = runningCount(); now != running_) {
        running_ = now;
        emit runningCountChanged(now);
    }
}

void JobCenter::removeJob(const QString& id) {
    delete rows_.take(id);
    showEmpty();
    if (const int now = runningCount(); now != running_) {
        running_ = now;
        emit runningCountChanged(now);
    }
}

int JobCenter::runningCount() const {
    return static_cast<int>(
        std::count_if(rows_.begin(), rows_.end(), [](const Row* row) { return row->running; }));
}

int JobCenter::count() const {
    return static_cast<int>(rows_.size());
}

void JobCenter::popup(const QWidget& anchor) {
    const int wanted = scroll_->widget()->sizeHint().height();
    scroll_->setFixedHeight(std::min(wanted, kMostHeight));
    adjustSize();
    move(anchor.mapToGlobal(QPoint(anchor.width() - width(), anchor.height() + kSpaceXs)));
    show();
}

void JobCenter::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), colors().card);
    painter.setPen(colors().border);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void JobCenter::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        hide();
        return;
    }
    QFrame::keyPressEvent(event);
}

}  // namespace foretaste::shell
