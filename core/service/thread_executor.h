// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "core/service/executor.h"

namespace foretaste::service {

/// An Executor on plain threads, for the core's tests and for programs without Qt.
class ThreadExecutor final : public Executor {
public:
    ThreadExecutor();
    ~ThreadExecutor() override;  ///< finishes what was submitted
    void submit(Pool pool, std::function<void()> work) override;
    void wait() override;

private:
    struct Queue {
        std::deque<std::function<void()>> work;
        std::condition_variable ready;
    };
    void runWorker(Queue& queue, bool background);

    std::mutex mutex_;
    std::condition_variable idle_;
    Queue training_, io_, serve_;
    std::size_t unfinished_ = 0;
    bool ending_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace foretaste::service
