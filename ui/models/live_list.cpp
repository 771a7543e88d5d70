// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/live_list.h"

namespace foretaste::models {

void LiveList::watch(bridge::Console& console) {
    timer_.setSingleShot(true);
    timer_.setInterval(0);
    connect(&timer_, &QTimer::timeout, this, &LiveList::start);
    connect(&console, &bridge::Console::resourceChanged, this,
            [this](service::ResourceKind kind, const QString&, service::Status, bool) {
                if (std::find(kinds_.begin(), kinds_.end(), kind) == kinds_.end()) return;
                if (sleeper_ && !sleeper_->isVisible())
                    missed_ = true;
                else
                    refresh();
            });
    timer_.start();
}

void LiveList::refresh() {
    if (running_)
        again_ = true;
    else if (!timer_.isActive())
        timer_.start();
}

void LiveList::sleepWhileHidden(QWidget* widget) {
    sleeper_ = widget;
    widget->installEventFilter(this);
}

bool LiveList::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Show && watched == sleeper_ && missed_) refresh();
    return QObject::eventFilter(watched, event);
}

void LiveList::start() {
    running_ = true;
    again_ = missed_ = false;
    fetch_();
}

void LiveList::done(const bridge::CallError& error) {
    running_ = false;
    if (again_) timer_.start();
    if (error.code.isEmpty())
        emit fetched();
    else
        emit failed(error.message, error.code);
}

}  // namespace foretaste::models
