// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_set>
#include <vector>

#include "core/store/database.h"
#include "core/store/dataset_files.h"
#include "core/store/tables.h"

namespace foretaste::store {

/// One event put by PutEvents. Texts that are not given are empty.
struct PutEvent {
    std::string datasetArn, eventId, userId, sessionId, eventType, itemId;
    float eventValue = kNoValue;
    std::int64_t timestamp = 0;  ///< epoch seconds
    std::string impression;      ///< item ids joined by '|'
    std::string recommendationId;
    std::string properties;  ///< JSON
    std::string source;      ///< what brought it about, for metric attribution
};

/// One as it lies in the log.
struct LoggedEvent {
    std::int64_t number = 0;  ///< counts up in the order of arrival, with gaps
    PutEvent event;
};

/// The events put one by one, in foretaste.db. One thread writes them, many calls in one commit, so
/// that a burst costs few flushes. Any thread may call; failures throw base::IoError.
///
/// Whose an event is: its user's. Without a user it is its session's, until another event of that
/// session carries one: from then on it is that user's (service.md 7, anonymous flow). Where a
/// session names several users, the next one named counts, else the last. An eventId that comes
/// again, and an event that repeats user, item, time, type and properties, count once.
class EventLog {
public:
    explicit EventLog(const std::filesystem::path& database);
    ~EventLog();
    EventLog(const EventLog&) = delete;
    EventLog& operator=(const EventLog&) = delete;

    /// Returns once the events are on the disk.
    void append(const std::vector<PutEvent>& events);

    /// Adds a dataset's events to a table, in the order of their arrival.
    void readInteractions(std::string_view datasetArn, InteractionTable& into);
    /// A dataset's events as they count, in the order of their arrival; `userId` is the owner.
    std::vector<PutEvent> all(std::string_view datasetArn);
    /// A user's newest events, oldest first, at most `limit`.
    std::vector<HistoryEvent> readHistory(std::string_view datasetArn, std::string_view userId,
                                          std::size_t limit);
    /// What arrived last, repeats included; the newest first.
    std::vector<LoggedEvent> newestArrived(std::string_view datasetArn, std::size_t limit);
    std::int64_t count(std::string_view datasetArn);
    std::int64_t lastNumber();  ///< of the newest arrival of all datasets; 0 where there is none
    std::int64_t newest(std::string_view datasetArn);  ///< epoch seconds; 0 where there is none
    void remove(std::string_view datasetArn);
    /// The events that are these users', all of them or none; returns how many there were.
    std::int64_t removeUsers(std::string_view datasetArn,
                             const std::unordered_set<std::string>& users);

private:
    struct Batch {
        const std::vector<PutEvent>* events;
        bool done = false;
        std::exception_ptr error;
    };
    void write();
    void tidy();
    void commit(const std::deque<Batch*>& batches);

    Database writer_;
    std::mutex readMutex_;
    Database reader_;
    Database tidier_;

    std::mutex mutex_;
    std::condition_variable arrived_, written_, grown_;
    int untidied_ = 0;  ///< commits since the log was last tidied
    std::deque<Batch*> waiting_;
    bool ending_ = false;
    std::thread thread_, tidyThread_;
};

/// Calls `each` for the events of a dataset that came after the one of number `after` and whose
/// time lies in [from, to), in the order of their arrival. It reads on a connection of its own:
/// nobody waits for it.
void readArrived(const std::filesystem::path& database, std::string_view datasetArn,
                 std::int64_t after, std::int64_t from, std::int64_t to,
                 const std::function<void(const PutEvent&)>& each);

}  // namespace foretaste::store
