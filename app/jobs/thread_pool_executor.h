// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThreadPool>

#include "core/service/executor.h"

namespace foretaste::jobs {

/// The Executor of the programs: three QThreadPools, so that a recommendation never queues behind an
/// epoch. Training runs one job at a time, io two, serve one a core; training and io threads give way
/// to all others.
class ThreadPoolExecutor final : public service::Executor {
public:
    ThreadPoolExecutor();
    ~ThreadPoolExecutor() override;  ///< finishes what was submitted
    void submit(Pool pool, std::function<void()> work) override;
    void wait() override;

private:
    QThreadPool training_, io_, serve_;
};

}  // namespace foretaste::jobs
