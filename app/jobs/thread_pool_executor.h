// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThreadPool>
#include <condition_variable>
#include <cstddef>
#include <mutex>

#include "core/service/executor.h"

namespace foretaste::jobs {

/// The Executor of the programs: three QThreadPools, so that a recommendation never queues behind
/// an epoch. Training runs one job at a time, io two, serve one a core; training and io threads
/// give way to all others.
class ThreadPoolExecutor final : public service::Executor {
public:
    ThreadPoolExecutor();
    ~ThreadPoolExecutor() override;  ///< finishes what was submitted
    void submit(Pool pool, std::function<void()> work) override;
    void wait() override;

private:
    std::mutex mutex_;
    std::condition_variable idle_;
    std::size_t unfinished_ = 0;
    QThreadPool training_, io_, serve_;  // last: they end their threads before the mutex goes
};

}  // namespace foretaste::jobs
