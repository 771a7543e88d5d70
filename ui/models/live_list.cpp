// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/live_list.h"

namespace foretaste::models {

void LiveList::watch(bridge::Console& console) {
    timer_.setSingleShot(true);
    timer_.setInterval(0);
    connect(&timer_, &QTimer::timeout, this, &LiveList::start);
    connect(&console, &bridge::Console::resourceChanged, this,
            [this](service::ResourceKind kind, const QString&, service::Status, bool) {
                if (std::find(kinds_.begin(), kinds_.end(), kind) != kinds_.end()) refresh();
            });
    timer_.start();
}

void LiveList::refresh() {
    if (running_)
        again_ = true;
    else if (!timer_.isActive())
        timer_.start();
}

void LiveList::start() {
    running_ = true;
    again_ = false;
    fetch_();
}

void LiveList::done(const QString& error) {
    running_ = false;
    if (again_) timer_.start();
    if (error.isEmpty())
        emit fetched();
    else
        emit failed(error);
}

}  // namespace foretaste::models
