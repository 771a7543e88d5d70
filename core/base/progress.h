// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <exception>
#include <functional>
#include <memory>
#include <string>

namespace foretaste::base {

/// Asks running work to end. Copies share one flag; any thread may set or read it.
/// (`std::stop_token` is still missing from libc++ on macOS.)
class StopToken {
public:
    StopToken() : flag_(std::make_shared<std::atomic<bool>>(false)) {}
    void requestStop() const { flag_->store(true, std::memory_order_relaxed); }
    bool stopRequested() const { return flag_->load(std::memory_order_relaxed); }

private:
    std::shared_ptr<std::atomic<bool>> flag_;
};

/// Thrown by work that ended because it was asked to.
class Stopped : public std::exception {
public:
    const char* what() const noexcept override { return "stopped on request"; }
};

/// How far a job has come.
struct Progress {
    double fraction = 0;     ///< 0 to 1, never falls within a job; below 0: not known
    std::string phase;       ///< what is being done now: "epoch 9 of 30"
    double rate = 0;         ///< units a second, 0: not known
    std::string rateUnit;    ///< "rows", "sequences"
    double etaSeconds = -1;  ///< below 0: not known
};

/// What long work may use of its surroundings: where to report to, and whether to go on.
class JobContext {
public:
    JobContext() = default;
    JobContext(StopToken stop, std::function<void(const Progress&)> onProgress)
        : stop_(std::move(stop)), onProgress_(std::move(onProgress)) {}

    bool stopRequested() const { return stop_.stopRequested(); }
    void throwIfStopped() const {
        if (stop_.stopRequested()) throw Stopped();
    }
    void report(const Progress& progress) const {
        if (onProgress_) onProgress_(progress);
    }
    const StopToken& stopToken() const { return stop_; }

private:
    StopToken stop_;
    std::function<void(const Progress&)> onProgress_;
};

}  // namespace foretaste::base
