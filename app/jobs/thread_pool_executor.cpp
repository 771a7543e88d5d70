// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobs/thread_pool_executor.h"

#include <QSemaphore>
#include <QThread>
#include <algorithm>
#include <utility>

#include "core/base/thread.h"

namespace foretaste::jobs {
namespace {

/// Makes all threads of a pool. Left to itself a pool makes a thread when work is submitted, and on
/// Linux a thread inherits the priority of the one that makes it: a training job that has something
/// served would make a thread that serves slowly ever after.
void startThreads(QThreadPool& pool) {
    QSemaphore running, go;
    const int count = pool.maxThreadCount();
    for (int i = 0; i < count; ++i)
        pool.start([&] {
            running.release();
            go.acquire();
        });
    running.acquire(count);
    go.release(count);
    // The semaphores have to outlive the work, yet waitForDone() would end the threads.
    while (pool.activeThreadCount() > 0) QThread::yieldCurrentThread();
}

}  // namespace

ThreadPoolExecutor::ThreadPoolExecutor() {
    training_.setMaxThreadCount(1);
    io_.setMaxThreadCount(2);
    serve_.setMaxThreadCount(std::max(2, QThread::idealThreadCount()));
    for (auto* pool : {&training_, &io_, &serve_}) {
        pool->setExpiryTimeout(-1);
        startThreads(*pool);
    }
}

ThreadPoolExecutor::~ThreadPoolExecutor() {
    wait();
}

void ThreadPoolExecutor::submit(Pool pool, std::function<void()> work) {
    {
        std::lock_guard lock(mutex_);
        ++unfinished_;
    }
    const bool background = pool != Pool::Serve;
    auto& threads = pool == Pool::Training ? training_ : pool == Pool::Io ? io_ : serve_;
    threads.start([this, background, work = std::move(work)]() mutable {
        if (background) {
            thread_local const bool lowered = (base::lowerPriority(), true);
            static_cast<void>(lowered);
        }
        work();
        work = nullptr;  // what it holds is released before anybody is told that all is done
        std::lock_guard lock(mutex_);
        if (--unfinished_ == 0) idle_.notify_all();
    });
}

void ThreadPoolExecutor::wait() {
    std::unique_lock lock(mutex_);
    idle_.wait(lock, [this] { return unfinished_ == 0; });
}

}  // namespace foretaste::jobs
