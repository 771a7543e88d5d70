// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobs/thread_pool_executor.h"

#include <QThread>
#include <algorithm>

#include "core/base/thread.h"

namespace foretaste::jobs {

ThreadPoolExecutor::ThreadPoolExecutor() {
    training_.setMaxThreadCount(1);
    io_.setMaxThreadCount(2);
    serve_.setMaxThreadCount(std::max(2, QThread::idealThreadCount()));
    // Threads are kept: their SQLite connections and caches are warm, and the priority of a thread
    // is lowered only once.
    for (auto* pool : {&training_, &io_, &serve_}) pool->setExpiryTimeout(-1);
}

ThreadPoolExecutor::~ThreadPoolExecutor() { wait(); }

void ThreadPoolExecutor::submit(Pool pool, std::function<void()> work) {
    if (pool == Pool::Serve) {
        serve_.start(std::move(work));
        return;
    }
    auto& threads = pool == Pool::Training ? training_ : io_;
    threads.start([work = std::move(work)] {
        thread_local const bool lowered = (base::lowerPriority(), true);
        static_cast<void>(lowered);
        work();
    });
}

void ThreadPoolExecutor::wait() {
    // A job may submit another to a pool that was waited for already: go round until all are idle.
    do {
        training_.waitForDone();
        io_.waitForDone();
        serve_.waitForDone();
    } while (training_.activeThreadCount() + io_.activeThreadCount() + serve_.activeThreadCount() >
             0);
}

}  // namespace foretaste::jobs
