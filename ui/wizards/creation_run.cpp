// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/creation_run.h"

#include "ui/theme/theme.h"
#include "ui/widgets/status.h"

namespace foretaste::wizards {

using widgets::StatusBadge;

CreationRun::CreationRun(QWidget* parent) : QWidget(parent), rows_(new QVBoxLayout(this)) {
    setObjectName(QStringLiteral("creationRun"));
    setAccessibleName(tr("What is being created"));
    rows_->setContentsMargins(0, 0, 0, 0);
    rows_->setSpacing(theme::kSpaceXs);
    hide();
}

void CreationRun::run(bridge::Console& console, std::vector<Step> steps) {
    console_ = &console;
    steps_ = std::move(steps);
    showRows();
    emit started();
    next();
}

void CreationRun::showMade() {
    steps_.resize(static_cast<std::size_t>(made_));
    showRows();
}

void CreationRun::showRows() {
    while (QLayoutItem* item = rows_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    badges_.clear();
    for (const auto& step : steps_) {
        auto* badge = new StatusBadge(widgets::Status::Pending, step.title);
        badge->setAccessibleName(step.title);
        badges_ << badge;
        rows_->addWidget(badge);
    }
    for (int i = 0; i < made_; ++i) showDone(i);
    setVisible(!steps_.empty());
}

void CreationRun::showDone(int step) {
    badges_[step]->set(widgets::Status::Success,
                       tr("%1: done").arg(steps_[static_cast<std::size_t>(step)].title));
}

void CreationRun::next() {
    const auto place = static_cast<std::size_t>(made_);
    if (place >= steps_.size()) {
        emit finished();
        return;
    }
    const auto& step = steps_[place];
    badges_[made_]->set(widgets::Status::InProgress, step.title);
    console_->call(
        this, step.make,
        [this, kept = step.arn](const std::string& arn) {
            *kept = arn;
            showDone(made_++);
            next();
        },
        [this, title = step.title, names = step.names](const bridge::CallError& error) {
            badges_[made_]->set(widgets::Status::Error, title);
            emit failed(asFieldError(error, names));
        });
}

}  // namespace foretaste::wizards
