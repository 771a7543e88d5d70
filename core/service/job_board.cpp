// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/job_board.h"

#include <algorithm>

#include "core/base/clock.h"

namespace foretaste::service {

void JobBoard::start(ResourceKind kind, const std::string& arn, std::string title,
                     Executor::Pool pool, Work work) {
    base::StopToken stop;
    JobInfo info;
    {
        std::lock_guard lock(mutex_);
        Entry& entry = entries_[arn];
        entry.info = {};
        entry.info.kind = kind;
        entry.info.arn = arn;
        entry.info.title = std::move(title);
        entry.info.startedMs = base::nowMs();
        entry.stop = base::StopToken();
        entry.order = ++started_;
        stop = entry.stop;
        info = entry.info;
        if (closing_) stop.requestStop();
    }
    publish_(info);
    executor_.submit(pool, [this, arn, stop, work = std::move(work)] {
        const base::JobContext job(
            stop, [this, &arn](const base::Progress& progress) { report(arn, progress); });
        Status status = Status::CreateFailed;
        std::string reason;
        bool stopped = false;
        try {
            setStatus(arn, Status::CreateInProgress, false);
            job.throwIfStopped();
            status = work.run(job);
        } catch (const base::Stopped&) {
            stopped = true;
            reason = closing() ? "the program was closed before this was done" : "stopped on request";
        } catch (const std::bad_alloc&) {
            reason = "the machine ran out of memory: close other programs or use less data";
        } catch (const std::exception& error) {
            reason = error.what();
        }
        if (!reason.empty()) {
            try {
                status = work.failed(reason, stopped);
            } catch (const std::exception&) {
                // Not even the failure could be written down (a full disk). The resource stays
                // under way in the catalogue, and the next start marks it as failed.
                status = Status::CreateFailed;
            }
        }
        setStatus(arn, status, true);
    });
}

void JobBoard::requestStop(std::string_view arn) {
    std::lock_guard lock(mutex_);
    if (const auto found = entries_.find(arn); found != entries_.end())
        found->second.stop.requestStop();
}

bool JobBoard::isUnderWay(std::string_view arn) {
    std::lock_guard lock(mutex_);
    const auto found = entries_.find(arn);
    return found != entries_.end() && found->second.info.endedMs == 0;
}

std::vector<JobInfo> JobBoard::all() {
    std::lock_guard lock(mutex_);
    std::vector<const Entry*> entries;
    for (const auto& [arn, entry] : entries_) entries.push_back(&entry);
    std::sort(entries.begin(), entries.end(),
              [](const Entry* a, const Entry* b) { return a->order > b->order; });
    std::vector<JobInfo> jobs;
    for (const Entry* entry : entries) jobs.push_back(entry->info);
    return jobs;
}

void JobBoard::close() {
    {
        std::lock_guard lock(mutex_);
        closing_ = true;
        for (auto& [arn, entry] : entries_) entry.stop.requestStop();
    }
    executor_.wait();
}

bool JobBoard::closing() {
    std::lock_guard lock(mutex_);
    return closing_;
}

void JobBoard::report(const std::string& arn, const base::Progress& progress) {
    constexpr std::int64_t kBetweenMs = 100;
    JobInfo info;
    {
        std::lock_guard lock(mutex_);
        Entry& entry = entries_[arn];
        entry.info.progress = progress;
        const auto now = base::nowMs();
        if (now - entry.toldMs < kBetweenMs) return;
        entry.toldMs = now;
        info = entry.info;
    }
    publish_(info);
}

void JobBoard::setStatus(const std::string& arn, Status status, bool ended) {
    JobInfo info;
    {
        std::lock_guard lock(mutex_);
        Entry& entry = entries_[arn];
        entry.info.status = status;
        if (ended) {
            entry.info.endedMs = base::nowMs();
            if (status == Status::Active) entry.info.progress.fraction = 1;
        }
        info = entry.info;
    }
    publish_(info);
}

}  // namespace foretaste::service
