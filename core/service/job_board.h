// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "core/service/service.h"

namespace foretaste::service {

/// The jobs of one running program: what is queued, how far each has come, and how to stop it.
class JobBoard {
public:
    JobBoard(Executor& executor, std::function<void(const JobInfo&)> publish)
        : executor_(executor), publish_(std::move(publish)) {}

    /// What to do, and what to do where it failed; `reason` is a sentence. Each writes the
    /// resource's state itself and returns the state that the job ended in.
    struct Work {
        std::function<Status(const base::JobContext&)> run;
        std::function<Status(const std::string& reason, bool stopped)> failed;
    };
    void start(ResourceKind kind, const std::string& arn, std::string title,
               Executor::Pool pool, Work work);

    void requestStop(std::string_view arn);  ///< nothing where no such job is under way
    bool isUnderWay(std::string_view arn);
    std::vector<JobInfo> all();  ///< newest first
    /// Asks everything to stop and waits for it.
    void close();
    bool closing();

private:
    struct Entry {
        JobInfo info;
        base::StopToken stop;
        std::int64_t toldMs = 0;
        std::uint64_t order = 0;
    };
    void report(const std::string& arn, const base::Progress& progress);
    void setStatus(const std::string& arn, Status status, bool ended);

    Executor& executor_;
    std::function<void(const JobInfo&)> publish_;
    std::mutex mutex_;
    std::map<std::string, Entry, std::less<>> entries_;
    std::uint64_t started_ = 0;
    bool closing_ = false;
};

}  // namespace foretaste::service
