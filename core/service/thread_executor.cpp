// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/thread_executor.h"

#include "core/base/thread.h"

namespace foretaste::service {

ThreadExecutor::ThreadExecutor() {
    threads_.emplace_back([this] { runWorker(training_, true); });
    for (int i = 0; i < 2; ++i) threads_.emplace_back([this] { runWorker(io_, true); });
    for (int i = 0; i < 2; ++i) threads_.emplace_back([this] { runWorker(serve_, false); });
}

ThreadExecutor::~ThreadExecutor() {
    wait();
    {
        std::lock_guard lock(mutex_);
        ending_ = true;
    }
    for (auto* queue : {&training_, &io_, &serve_}) queue->ready.notify_all();
    for (auto& thread : threads_) thread.join();
}

void ThreadExecutor::submit(Pool pool, std::function<void()> work) {
    Queue& queue = pool == Pool::Training ? training_ : pool == Pool::Io ? io_ : serve_;
    {
        std::lock_guard lock(mutex_);
        queue.work.push_back(std::move(work));
        ++unfinished_;
    }
    queue.ready.notify_one();
}

void ThreadExecutor::wait() {
    std::unique_lock lock(mutex_);
    idle_.wait(lock, [this] { return unfinished_ == 0; });
}

void ThreadExecutor::runWorker(Queue& queue, bool background) {
    if (background) base::lowerPriority();
    std::unique_lock lock(mutex_);
    for (;;) {
        queue.ready.wait(lock, [&] { return ending_ || !queue.work.empty(); });
        if (queue.work.empty()) return;
        auto work = std::move(queue.work.front());
        queue.work.pop_front();
        lock.unlock();
        work();
        work = nullptr;  // what it holds is released before anybody is told that all is done
        lock.lock();
        if (--unfinished_ == 0) idle_.notify_all();
    }
}

}  // namespace foretaste::service
