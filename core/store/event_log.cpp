// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/event_log.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/store/interner.h"

namespace foretaste::store {
namespace {

/// Commits between two rounds of moving the log's pages into the database beside the writing.
constexpr int kCommitsTidied = 40;
/// The writer moves what is left, and begins the log anew, at this many pages, 4 KiB each. Its
/// commit takes several flushes then, so that it is to be rare.
constexpr int kLogPages = 16'000;

/// Events of `source`, a query of rows of the table event, with their owner and without repeats.
std::string ownedEvents(std::string_view source) {
    return base::concat(R"(
        WITH candidate AS (
            SELECT e.*, CASE WHEN e.user_id <> '' THEN e.user_id ELSE coalesce(
                (SELECT n.user_id FROM event n WHERE n.dataset = e.dataset
                    AND n.session_id = e.session_id AND n.user_id <> '' AND n.id > e.id
                    ORDER BY n.id LIMIT 1),
                (SELECT n.user_id FROM event n WHERE n.dataset = e.dataset
                    AND n.session_id = e.session_id AND n.user_id <> '' AND n.id < e.id
                    ORDER BY n.id DESC LIMIT 1),
                e.session_id) END AS owner
            FROM ()",
                        source, R"() e),
        named AS (
            SELECT min(id) AS id, owner, item_id, event_type, event_value, timestamp, properties
            FROM candidate
            GROUP BY CASE WHEN event_id = '' THEN 'row ' || id ELSE 'id ' || event_id END),
        owned AS (
            SELECT min(id) AS id, owner, item_id, event_type, event_value, timestamp FROM named
            GROUP BY owner, item_id, event_type, timestamp, properties)
        )");
}

constexpr std::string_view kOfDataset = "SELECT * FROM event WHERE dataset = ?1";

// The user's own events, and those of nobody in sessions that name the user or are called like it.
constexpr std::string_view kNearUser = R"(
    SELECT * FROM event WHERE dataset = ?1 AND user_id = ?2
    UNION ALL
    SELECT * FROM event WHERE dataset = ?1 AND user_id = '' AND session_id IN (
        SELECT session_id FROM event WHERE dataset = ?1 AND user_id = ?2 UNION SELECT ?2))";

float valueAt(const Statement& statement, int column) {
    return statement.isNull(column) ? kNoValue : static_cast<float>(statement.number(column));
}

}  // namespace

EventLog::EventLog(const std::filesystem::path& database)
    : writer_(database), reader_(database), tidier_(database) {
    writer_.execute(base::concat("PRAGMA wal_autocheckpoint = ", kLogPages));
    thread_ = std::thread([this] { write(); });
    tidyThread_ = std::thread([this] { tidy(); });
}

EventLog::~EventLog() {
    {
        std::lock_guard lock(mutex_);
        ending_ = true;
    }
    arrived_.notify_one();
    grown_.notify_one();
    thread_.join();
    tidyThread_.join();
}

void EventLog::append(const std::vector<PutEvent>& events) {
    Batch batch{&events, false, nullptr};
    std::unique_lock lock(mutex_);
    waiting_.push_back(&batch);
    arrived_.notify_one();
    written_.wait(lock, [&] { return batch.done; });
    if (batch.error) std::rethrow_exception(batch.error);
}

void EventLog::write() {
    std::unique_lock lock(mutex_);
    for (;;) {
        arrived_.wait(lock, [&] { return ending_ || !waiting_.empty(); });
        if (waiting_.empty()) return;
        std::deque<Batch*> batches;
        batches.swap(waiting_);
        lock.unlock();
        std::exception_ptr error;
        try {
            commit(batches);
        } catch (...) {
            error = std::current_exception();
        }
        lock.lock();
        for (Batch* batch : batches) {
            batch->error = error;
            batch->done = true;
        }
        written_.notify_all();
        if (++untidied_ >= kCommitsTidied) grown_.notify_one();
    }
}

void EventLog::tidy() {
    std::unique_lock lock(mutex_);
    for (;;) {
        grown_.wait(lock, [&] { return ending_ || untidied_ >= kCommitsTidied; });
        if (ending_) return;
        untidied_ = 0;
        lock.unlock();
        try {
            auto statement = tidier_.prepare("PRAGMA wal_checkpoint(PASSIVE)");
            while (statement.step()) {
            }
        } catch (const base::IoError&) {
            // Nothing is lost: the pages stay in the log, and the writer meets the trouble itself.
        }
        lock.lock();
    }
}

void EventLog::commit(const std::deque<Batch*>& batches) {
    Transaction transaction(writer_);
    auto insert = writer_.prepare(
        "INSERT INTO event (dataset, event_id, user_id, session_id, event_type, event_value,"
        " item_id, timestamp, impression, recommendation_id, properties, source)"
        " VALUES (?,?,?,?,?,?,?,?,?,?,?,?)");
    for (const Batch* batch : batches)
        for (const auto& event : *batch->events) {
            insert.bind(1, event.datasetArn)
                .bind(2, event.eventId)
                .bind(3, event.userId)
                .bind(4, event.sessionId)
                .bind(5, event.eventType)
                .bind(7, event.itemId)
                .bind(8, event.timestamp)
                .bind(9, event.impression)
                .bind(10, event.recommendationId)
                .bind(11, event.properties)
                .bind(12, event.source);
            if (event.eventValue == event.eventValue)
                insert.bind(6, static_cast<double>(event.eventValue));
            else
                insert.bindNull(6);
            insert.run();
        }
    transaction.commit();
}

void EventLog::readInteractions(std::string_view datasetArn, InteractionTable& into) {
    if (count(datasetArn) == 0) return;
    Interner users(into.users), items(into.items), types(into.eventTypes);
    // Bulk rows without an event type stay without one; put events always have one.
    into.eventType.resize(into.rows(), -1);
    into.eventValue.resize(into.rows(), kNoValue);
    std::lock_guard lock(readMutex_);
    auto statement = reader_.prepare(base::concat(
        ownedEvents(kOfDataset),
        "SELECT owner, item_id, event_type, event_value, timestamp FROM owned ORDER BY id"));
    statement.bind(1, datasetArn);
    while (statement.step()) {
        into.user.push_back(users.number(statement.text(0)));
        into.item.push_back(items.number(statement.text(1)));
        into.eventType.push_back(eventTypeNumber(types.number(statement.text(2))));
        into.eventValue.push_back(valueAt(statement, 3));
        into.timestamp.push_back(statement.integer(4));
    }
}

std::vector<PutEvent> EventLog::all(std::string_view datasetArn) {
    std::lock_guard lock(readMutex_);
    auto statement = reader_.prepare(base::concat(
        ownedEvents(kOfDataset),
        "SELECT e.event_id, owned.owner, e.session_id, e.event_type, e.item_id, e.event_value,"
        " e.timestamp, e.impression, e.recommendation_id, e.properties, e.source"
        " FROM owned JOIN event e ON e.id = owned.id ORDER BY e.id"));
    statement.bind(1, datasetArn);
    std::vector<PutEvent> events;
    const auto textAt = [&](int column) { return std::string(statement.text(column)); };
    while (statement.step())
        events.push_back({std::string(datasetArn), textAt(0), textAt(1), textAt(2), textAt(3),
                          textAt(4), valueAt(statement, 5), statement.integer(6), textAt(7),
                          textAt(8), textAt(9), textAt(10)});
    return events;
}

std::vector<HistoryEvent> EventLog::readHistory(std::string_view datasetArn,
                                                std::string_view userId, std::size_t limit) {
    std::lock_guard lock(readMutex_);
    auto statement = reader_.prepare(base::concat(
        ownedEvents(kNearUser),
        "SELECT item_id, event_type, event_value, timestamp FROM owned WHERE owner = ?2"
        " ORDER BY timestamp DESC, id DESC LIMIT ?3"));
    statement.bind(1, datasetArn).bind(2, userId).bind(3, static_cast<std::int64_t>(limit));
    std::vector<HistoryEvent> history;
    while (statement.step())
        history.push_back({std::string(statement.text(0)), std::string(statement.text(1)),
                           valueAt(statement, 2), statement.integer(3)});
    std::reverse(history.begin(), history.end());
    return history;
}

std::vector<LoggedEvent> EventLog::newestArrived(std::string_view datasetArn, std::size_t limit) {
    std::lock_guard lock(readMutex_);
    // From the end of the table: an index would have all of the dataset's events sorted.
    auto statement = reader_.prepare(
        "SELECT id, event_id, user_id, session_id, event_type, event_value, item_id, timestamp,"
        " impression, recommendation_id, properties FROM event NOT INDEXED WHERE dataset = ?1"
        " ORDER BY id DESC LIMIT ?2");
    statement.bind(1, datasetArn).bind(2, static_cast<std::int64_t>(limit));
    std::vector<LoggedEvent> newest;
    while (statement.step()) {
        const auto text = [&](int column) { return std::string(statement.text(column)); };
        newest.push_back({statement.integer(0),
                          {std::string(datasetArn),
                           text(1),
                           text(2),
                           text(3),
                           text(4),
                           text(6),
                           valueAt(statement, 5),
                           statement.integer(7),
                           text(8),
                           text(9),
                           text(10),
                           {}}});
    }
    return newest;
}

std::int64_t EventLog::count(std::string_view datasetArn) {
    std::lock_guard lock(readMutex_);
    auto statement = reader_.prepare("SELECT count(*) FROM event WHERE dataset = ?");
    statement.bind(1, datasetArn).step();
    return statement.integer(0);
}

std::int64_t EventLog::lastNumber() {
    std::lock_guard lock(readMutex_);
    auto statement = reader_.prepare("SELECT max(id) FROM event");
    statement.step();
    return statement.integer(0);
}

std::int64_t EventLog::newest(std::string_view datasetArn) {
    std::lock_guard lock(readMutex_);
    auto statement = reader_.prepare("SELECT max(timestamp) FROM event WHERE dataset = ?");
    statement.bind(1, datasetArn).step();
    return statement.integer(0);
}

std::int64_t EventLog::removeUsers(std::string_view datasetArn,
                                   const std::unordered_set<std::string>& users) {
    std::lock_guard lock(readMutex_);
    Transaction transaction(reader_);
    std::vector<std::int64_t> numbers;
    {
        auto statement = reader_.prepare(
            base::concat(ownedEvents(kOfDataset), "SELECT id, owner FROM candidate"));
        statement.bind(1, datasetArn);
        while (statement.step())
            if (users.contains(std::string(statement.text(1))))
                numbers.push_back(statement.integer(0));
    }
    auto remove = reader_.prepare("DELETE FROM event WHERE id = ?");
    for (const auto number : numbers) remove.bind(1, number).run();
    transaction.commit();
    return static_cast<std::int64_t>(numbers.size());
}

void EventLog::remove(std::string_view datasetArn) {
    std::lock_guard lock(readMutex_);
    reader_.prepare("DELETE FROM event WHERE dataset = ?").bind(1, datasetArn).run();
}

void readArrived(const std::filesystem::path& database, std::string_view datasetArn,
                 std::int64_t after, std::int64_t from, std::int64_t to,
                 const std::function<void(const PutEvent&)>& each) {
    Database reader(database, Database::Mode::ReadOnly);
    auto statement = reader.prepare(
        "SELECT event_id, user_id, session_id, event_type, item_id, event_value, timestamp,"
        " impression, recommendation_id, properties, source FROM event"
        " WHERE dataset = ?1 AND id > ?2 AND timestamp >= ?3 AND timestamp < ?4 ORDER BY id");
    statement.bind(1, datasetArn).bind(2, after).bind(3, from).bind(4, to);
    const auto text = [&](int column) { return std::string(statement.text(column)); };
    while (statement.step())
        each({std::string(datasetArn), text(0), text(1), text(2), text(3), text(4),
              valueAt(statement, 5), statement.integer(6), text(7), text(8), text(9), text(10)});
}

}  // namespace foretaste::store
