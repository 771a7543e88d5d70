// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace foretaste::service {

/// Runs the core's work in the background. Two implementations: QThreadPool (app/jobs) for the
/// programs, std::thread (thread_executor.h) for the core's tests and sanitizers.
class Executor {
public:
    /// Training runs one job at a time; io imports and deploys; serve answers screens, so that a
    /// recommendation never queues behind an epoch.
    enum class Pool { Training, Io, Serve };

    virtual ~Executor() = default;
    /// Runs `work`, which throws nothing, some time on a thread of the pool.
    virtual void submit(Pool pool, std::function<void()> work) = 0;
    /// Returns when nothing submitted is left.
    virtual void wait() = 0;
};

}  // namespace foretaste::service
