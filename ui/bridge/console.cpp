// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/console.h"

#include <QMetaObject>
#include <condition_variable>
#include <mutex>

#include "core/base/clock.h"
#include "ui/bridge/words.h"

namespace foretaste::bridge {

/// What background threads hold instead of the console itself. The service may be in the middle of
/// telling a change while the console goes; calls are counted so that it can wait for them.
struct Console::Link {
    std::mutex mutex;
    std::condition_variable idle;
    Console* console = nullptr;  ///< null once it is going
    int calls = 0;

    void post(std::function<void()> work) {
        std::lock_guard lock(mutex);
        if (console) QMetaObject::invokeMethod(console, std::move(work), Qt::QueuedConnection);
    }
};

Console::Console(service::Service& service, service::Executor& executor, QObject* parent)
    : QObject(parent), service_(service), executor_(executor), link_(std::make_shared<Link>()) {
    link_->console = this;
    progressTimer_.setSingleShot(true);
    connect(&progressTimer_, &QTimer::timeout, this, &Console::tellWaiting);
    handle_ = service_.subscribe(
        [this, link = link_](const service::Change& change) {
            link->post([this, change] {
                emit resourceChanged(change.kind, text(change.arn), change.status, change.gone);
            });
        },
        [this, link = link_](const service::JobInfo& job) {
            link->post([this, job] { takeProgress(job); });
        });
}

Console::~Console() {
    service_.unsubscribe(handle_);
    std::unique_lock lock(link_->mutex);
    link_->console = nullptr;
    link_->idle.wait(lock, [this] { return link_->calls == 0; });
}

void Console::background(service::Executor::Pool pool, std::function<void()> work) {
    {
        std::lock_guard lock(link_->mutex);
        ++link_->calls;
    }
    executor_.submit(pool, [link = link_, work = std::move(work)] {
        work();
        std::lock_guard lock(link->mutex);
        if (--link->calls == 0) link->idle.notify_all();
    });
}

void Console::toGui(std::function<void()> work) {
    link_->post(std::move(work));
}

void Console::takeProgress(const service::JobInfo& job) {
    const auto arn = text(job.arn);
    if (!service::isUnderWay(job.status)) {
        told_.remove(arn);
        emit jobProgress(job);
        return;
    }
    auto& told = told_[arn];
    const auto now = base::nowMs();
    const auto sinceMs = now - told.atMs;
    if (sinceMs >= 0 && sinceMs < kProgressMs && told.job.status == job.status) {
        told.job = job;
        told.waiting = true;
        if (!progressTimer_.isActive())
            progressTimer_.start(kProgressMs - static_cast<int>(sinceMs));
        return;
    }
    told = {now, false, job};
    emit jobProgress(job);
}

void Console::tellWaiting() {
    const auto now = base::nowMs();
    std::vector<service::JobInfo> due;
    for (auto& told : told_)
        if (std::exchange(told.waiting, false)) {
            told.atMs = now;
            due.push_back(told.job);
        }
    for (const auto& job : due) emit jobProgress(job);
}

CallError Console::describe(const std::exception_ptr& error) {
    try {
        std::rethrow_exception(error);
    } catch (const base::ServiceError& failed) {
        return {text(base::codeName(failed.code())), QString::fromUtf8(failed.what())};
    } catch (const std::exception& failed) {
        return {QStringLiteral("InternalFailure"), QString::fromUtf8(failed.what())};
    }
}

}  // namespace foretaste::bridge
