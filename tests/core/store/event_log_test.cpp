// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/event_log.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <thread>

#include "core/base/error.h"
#include "core/store/migrations.h"
#include "tests/core/base/temporary_folder.h"

namespace foretaste::store {
namespace {

constexpr const char* kDataset = "arn:dataset/films";

PutEvent event(std::string user, std::string session, std::string item, std::int64_t time) {
    PutEvent put;
    put.datasetArn = kDataset;
    put.userId = std::move(user);
    put.sessionId = std::move(session);
    put.itemId = std::move(item);
    put.eventType = "watch";
    put.timestamp = time;
    return put;
}

class EventLogTest : public testing::Test {
protected:
    EventLogTest() {
        Database database(file_);
        migrate(database);
    }

    /// "user item time" of every event, in order.
    static std::vector<std::string> rows(EventLog& log) {
        InteractionTable table;
        log.readInteractions(kDataset, table);
        std::vector<std::string> texts;
        for (std::size_t i = 0; i < table.rows(); ++i)
            texts.push_back(base::concat(table.users[static_cast<std::size_t>(table.user[i])], ' ',
                                         table.items[static_cast<std::size_t>(table.item[i])], ' ',
                                         table.timestamp[i]));
        return texts;
    }
    /// "item time" of a user's events, in order.
    static std::vector<std::string> history(EventLog& log, std::string_view user,
                                            std::size_t limit = 100) {
        std::vector<std::string> texts;
        for (const auto& each : log.readHistory(kDataset, user, limit))
            texts.push_back(base::concat(each.itemId, ' ', each.timestamp));
        return texts;
    }
    using Texts = std::vector<std::string>;

    tests::TemporaryFolder folder_;
    std::filesystem::path file_ = folder_ / "foretaste.db";
};

TEST_F(EventLogTest, KeepsEveryPartOfAnEventAcrossARestart) {
    auto put = event("anna", "s1", "film", 100);
    put.eventValue = 0.75F;
    put.eventType = "like";
    {
        EventLog log(file_);
        log.append({put, event("ben", "s2", "other", 90)});
    }
    EventLog log(file_);
    EXPECT_EQ(log.count(kDataset), 2);
    EXPECT_EQ(log.newest(kDataset), 100);
    const auto events = log.readHistory(kDataset, "anna", 10);
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].itemId, "film");
    EXPECT_EQ(events[0].eventType, "like");
    EXPECT_EQ(events[0].eventValue, 0.75F);
    EXPECT_EQ(events[0].timestamp, 100);
    EXPECT_TRUE(std::isnan(log.readHistory(kDataset, "ben", 10).at(0).eventValue));
    EXPECT_EQ(log.count("arn:dataset/other"), 0);
    EXPECT_EQ(log.newest("arn:dataset/other"), 0);
}

TEST_F(EventLogTest, AppendsToATableOfBulkRows) {
    EventLog log(file_);
    auto put = event("anna", "s1", "new film", 100);
    put.eventValue = 0.5F;
    log.append({put});
    InteractionTable table;
    table.users = {"ben", "anna"};
    table.items = {"old film"};
    table.user = {0, 1};
    table.item = {0, 0};
    table.timestamp = {1, 2};
    log.readInteractions(kDataset, table);
    ASSERT_EQ(table.rows(), 3U);
    EXPECT_EQ(table.users, (Texts{"ben", "anna"}));
    EXPECT_EQ(table.items, (Texts{"old film", "new film"}));
    EXPECT_EQ(table.user[2], 1);
    EXPECT_EQ(table.item[2], 1);
    EXPECT_EQ(table.eventType, (std::vector<std::int16_t>{-1, -1, 0}));
    EXPECT_EQ(table.eventTypes, (Texts{"watch"}));
    EXPECT_TRUE(std::isnan(table.eventValue[1]));
    EXPECT_EQ(table.eventValue[2], 0.5F);
}

TEST_F(EventLogTest, AnonymousEventsBelongToTheSessionUntilItNamesAUser) {
    EventLog log(file_);
    log.append({event("", "s1", "a", 1), event("", "s1", "b", 2)});
    EXPECT_EQ(rows(log), (Texts{"s1 a 1", "s1 b 2"}));
    EXPECT_EQ(history(log, "s1"), (Texts{"a 1", "b 2"}));
    EXPECT_TRUE(history(log, "anna").empty());

    log.append({event("anna", "s1", "c", 3), event("", "s1", "d", 4)});
    EXPECT_EQ(rows(log), (Texts{"anna a 1", "anna b 2", "anna c 3", "anna d 4"}));
    EXPECT_EQ(history(log, "anna"), (Texts{"a 1", "b 2", "c 3", "d 4"}));
    EXPECT_TRUE(history(log, "s1").empty());
}

TEST_F(EventLogTest, InASharedSessionTheNextNamedUserCounts) {
    EventLog log(file_);
    log.append({event("", "tv", "a", 1), event("zoe", "tv", "b", 2), event("", "tv", "c", 3),
                event("anna", "tv", "d", 4), event("", "tv", "e", 5)});
    EXPECT_EQ(rows(log), (Texts{"zoe a 1", "zoe b 2", "anna c 3", "anna d 4", "anna e 5"}));
    EXPECT_EQ(history(log, "zoe"), (Texts{"a 1", "b 2"}));
    EXPECT_EQ(history(log, "anna"), (Texts{"c 3", "d 4", "e 5"}));
}

TEST_F(EventLogTest, RepeatsCountOnce) {
    EventLog log(file_);
    auto first = event("anna", "s1", "a", 1), again = event("anna", "s1", "b", 2);
    first.eventId = again.eventId = "id-1";
    auto twin = event("anna", "s2", "c", 3), other = twin, device = twin;
    other.eventType = "click";
    device.properties = "{\"device\": \"tv\"}";
    auto byId = event("anna", "s1", "c", 3);
    byId.eventId = "id-2";
    log.append({first, again, twin, twin, other, device, byId});
    EXPECT_EQ(rows(log), (Texts{"anna a 1", "anna c 3", "anna c 3", "anna c 3"}));
    EXPECT_EQ(history(log, "anna"), (Texts{"a 1", "c 3", "c 3", "c 3"}));
}

TEST_F(EventLogTest, HistoryIsTheNewestOldestFirst) {
    EventLog log(file_);
    for (const int time : {5, 1, 4, 2, 3}) log.append({event("anna", "s", "i", time)});
    EXPECT_EQ(history(log, "anna", 3), (Texts{"i 3", "i 4", "i 5"}));
}

TEST_F(EventLogTest, RemovesOneDatasetOnly) {
    EventLog log(file_);
    auto other = event("anna", "s", "a", 1);
    other.datasetArn = "arn:dataset/other";
    log.append({event("anna", "s", "a", 1), other});
    log.remove(kDataset);
    EXPECT_EQ(log.count(kDataset), 0);
    EXPECT_EQ(log.count("arn:dataset/other"), 1);
}

TEST_F(EventLogTest, ManyThreadsAppendAndReadAtOnce) {
    constexpr int kThreads = 6, kCalls = 40;
    EventLog log(file_);
    std::vector<std::thread> threads;
    for (int t = 0; t < kThreads; ++t)
        threads.emplace_back([&, t] {
            for (int i = 0; i < kCalls; ++i) {
                const auto user = base::concat('u', t);
                log.append({event(user, user, base::concat('i', i), i)});
                // What append has returned from is there for every reader.
                EXPECT_EQ(log.readHistory(kDataset, user, 1000).size(),
                          static_cast<std::size_t>(i + 1));
            }
        });
    for (auto& thread : threads) thread.join();
    const auto all = rows(log);
    EXPECT_EQ(all.size(), static_cast<std::size_t>(kThreads * kCalls));
    EXPECT_EQ(std::set<std::string>(all.begin(), all.end()).size(), all.size());
}

TEST_F(EventLogTest, AFailedWriteReachesTheCallerAndTheNextOneWorks) {
    EventLog log(file_);
    Database other(file_);
    other.execute("ALTER TABLE event RENAME TO away");
    EXPECT_THROW(log.append({event("anna", "s", "a", 1)}), base::IoError);
    other.execute("ALTER TABLE away RENAME TO event");
    log.append({event("anna", "s", "b", 2)});
    EXPECT_EQ(rows(log), (Texts{"anna b 2"}));
}

TEST_F(EventLogTest, WhatArrivedLastIsTheFirstOfItsDataset) {
    EventLog log(file_);
    auto full = event("u2", "s2", "b", 5);
    full.eventId = "e";
    full.eventValue = 0.5F;
    full.impression = "b|c";
    full.recommendationId = "RID-1";
    full.properties = "{}";
    auto foreign = event("u9", "s9", "x", 9);
    foreign.datasetArn = "another";
    log.append({event("u1", "s1", "a", 7)});
    log.append({full, foreign});
    log.append({full});  // a repeat arrives, too
    const auto newest = log.newestArrived(kDataset, 2);
    ASSERT_EQ(newest.size(), 2U);
    EXPECT_GT(newest[0].number, newest[1].number);
    EXPECT_EQ(newest[0].event.itemId, "b");
    EXPECT_EQ(newest[1].event.eventId, "e");
    EXPECT_EQ(newest[1].event.eventValue, 0.5F);
    EXPECT_EQ(newest[1].event.timestamp, 5);
    EXPECT_EQ(newest[1].event.impression, "b|c");
    EXPECT_EQ(newest[1].event.recommendationId, "RID-1");
    EXPECT_EQ(newest[1].event.properties, "{}");
    EXPECT_EQ(log.newestArrived(kDataset, 9).back().event.userId, "u1");
    EXPECT_TRUE(log.newestArrived("nothing", 9).empty());
}

TEST_F(EventLogTest, EventsOutliveTheMovingOfTheLog) {
    {
        EventLog log(file_);
        for (int i = 0; i < 400; ++i)
            log.append({event(base::concat("u", i), base::concat("s", i), "a", i)});
        EXPECT_EQ(log.count(kDataset), 400);
    }
    EventLog again(file_);
    EXPECT_EQ(again.count(kDataset), 400);
    EXPECT_EQ(history(again, "u399"), (Texts{"a 399"}));
}

}  // namespace
}  // namespace foretaste::store
