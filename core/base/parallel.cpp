// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parallel.h"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "core/base/thread.h"

namespace foretaste::base {

int defaultThreads() {
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

struct Team::State {
    std::mutex mutex;
    std::condition_variable workReady, workDone;
    const std::function<void(int)>* work = nullptr;
    std::size_t round = 0;  ///< raised for every piece of work
    int running = 0;
    bool ending = false;
    std::vector<std::exception_ptr> errors;
    std::vector<std::thread> threads;

    void runPart(int part) {
        try {
            (*work)(part);
        } catch (...) {
            errors[static_cast<std::size_t>(part)] = std::current_exception();
        }
    }

    void member(int part) {
        lowerPriority();
        std::size_t seen = 0;
        for (;;) {
            {
                std::unique_lock lock(mutex);
                workReady.wait(lock, [&] { return ending || round != seen; });
                if (ending) return;
                seen = round;
            }
            runPart(part);
            std::lock_guard lock(mutex);
            if (--running == 0) workDone.notify_one();
        }
    }
};

Team::Team(int threads) : state_(std::make_unique<State>()) {
    const int size = std::max(1, threads);
    state_->errors.resize(static_cast<std::size_t>(size));
    for (int part = 1; part < size; ++part)
        state_->threads.emplace_back([state = state_.get(), part] { state->member(part); });
}

Team::~Team() {
    {
        std::lock_guard lock(state_->mutex);
        state_->ending = true;
    }
    state_->workReady.notify_all();
    for (auto& thread : state_->threads) thread.join();
}

int Team::size() const { return static_cast<int>(state_->threads.size()) + 1; }

void Team::run(const std::function<void(int)>& work) {
    {
        std::lock_guard lock(state_->mutex);
        state_->work = &work;
        state_->running = size() - 1;
        ++state_->round;
    }
    state_->workReady.notify_all();
    state_->runPart(0);
    {
        std::unique_lock lock(state_->mutex);
        state_->workDone.wait(lock, [&] { return state_->running == 0; });
    }
    std::exception_ptr first;
    for (auto& error : state_->errors) {
        if (!first) first = error;
        error = nullptr;
    }
    if (first) std::rethrow_exception(first);
}

void Team::forRange(std::size_t count,
                    const std::function<void(std::size_t, std::size_t, int)>& work) {
    const auto parts = static_cast<std::size_t>(size());
    run([&](int part) {
        const auto p = static_cast<std::size_t>(part);
        const std::size_t first = count * p / parts, last = count * (p + 1) / parts;
        if (first < last) work(first, last, part);
    });
}

}  // namespace foretaste::base
