// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/dataset_files.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/store/database.h"
#include "core/store/generation_writer.h"
#include "core/store/row_view.h"
#include "tests/core/base/temporary_folder.h"
#include "tests/core/store/form_one.h"

namespace foretaste::store {
namespace {

using schema::Field;
using schema::FieldType;
using schema::Schema;
using Cells = std::vector<std::optional<std::string_view>>;
using Texts = std::vector<std::string>;

Schema eventsSchema() {
    return {"Interactions",
            {{"USER_ID"},
             {"ITEM_ID"},
             {"EVENT_TYPE", FieldType::String, true},
             {"EVENT_VALUE", FieldType::Float, true},
             {"TIMESTAMP", FieldType::Long},
             {"user", FieldType::String, true}}};  // called like a column of the file
}

Schema itemsSchema() {
    return {"Items",
            {{"ITEM_ID"},
             {"GENRES", FieldType::String, true, true},
             {"PRICE", FieldType::Double, true},
             {"CREATION_TIMESTAMP", FieldType::Long}}};
}

class DatasetFilesTest : public testing::Test {
protected:
    std::filesystem::path writeEvents(std::string_view name, const std::vector<Cells>& rows) const {
        BulkWriter writer(folder_ / name, eventsSchema());
        for (const auto& row : rows) writer.append(row);
        writer.finish();
        return folder_ / name;
    }

    tests::TemporaryFolder folder_;
    const std::vector<Cells> rows_{{"anna", "a", "watch", "0.5", "100", "x"},
                                   {"ben", "a", std::nullopt, std::nullopt, "50", std::nullopt},
                                   {"anna", "b", "click", "1", "70.0", "y"},
                                   {"anna", "b", "watch", "2", "70", "again"}};
};

TEST_F(DatasetFilesTest, EventsComeBackColumnByColumn) {
    BulkWriter writer(folder_ / "1.db", eventsSchema());
    for (const auto& row : rows_) writer.append(row);
    const auto totals = writer.finish();
    EXPECT_EQ(totals.rows, 3);
    EXPECT_EQ(totals.duplicates, 1) << "user, item and time are the same";
    EXPECT_EQ(totals.users, 2);
    EXPECT_EQ(totals.items, 2);
    EXPECT_EQ(totals.oldest, 50);
    EXPECT_EQ(totals.newest, 100);
    const auto read = readTotals(folder_ / "1.db");
    EXPECT_EQ(read.rows, 3);
    EXPECT_EQ(read.duplicates, 1);
    EXPECT_EQ(read.newest, 100);

    InteractionTable table;
    readInteractions(folder_ / "1.db", table);
    EXPECT_EQ(table.users, (Texts{"anna", "ben"}));
    EXPECT_EQ(table.items, (Texts{"a", "b"}));
    EXPECT_EQ(table.eventTypes, (Texts{"watch", "click"}));
    EXPECT_EQ(table.user, (std::vector<std::int32_t>{0, 1, 0}));
    EXPECT_EQ(table.item, (std::vector<std::int32_t>{0, 0, 1}));
    EXPECT_EQ(table.timestamp, (std::vector<std::int64_t>{100, 50, 70}));
    EXPECT_EQ(table.eventType, (std::vector<std::int16_t>{0, -1, 1}));
    EXPECT_EQ(table.eventValue[0], 0.5F);
    EXPECT_TRUE(std::isnan(table.eventValue[1]));
}

TEST_F(DatasetFilesTest, ATableGathersSeveralFilesWithOtherColumns) {
    const Schema plain{"Interactions", {{"TIMESTAMP", FieldType::Long}, {"ITEM_ID"}, {"USER_ID"}}};
    BulkWriter writer(folder_ / "plain.db", plain);
    writer.append({"5", "c", "ben"});
    writer.finish();
    const auto full = writeEvents("full.db", rows_);

    InteractionTable table;
    readInteractions(folder_ / "plain.db", table);
    EXPECT_TRUE(table.eventType.empty());
    EXPECT_TRUE(table.eventValue.empty());
    readInteractions(full, table);
    EXPECT_EQ(table.users, (Texts{"ben", "anna"}));
    EXPECT_EQ(table.user, (std::vector<std::int32_t>{0, 1, 0, 1}));
    EXPECT_EQ(table.eventType, (std::vector<std::int16_t>{-1, 0, -1, 1}));
    readInteractions(folder_ / "plain.db", table);
    EXPECT_EQ(table.eventType.back(), -1);
    EXPECT_TRUE(std::isnan(table.eventValue.back()));
    EXPECT_EQ(table.eventType.size(), table.rows());
}

TEST_F(DatasetFilesTest, HistoryUsersAndRowsForScreens) {
    const auto file = writeEvents("1.db", rows_);
    const auto history = readHistory(file, "anna", 10);
    ASSERT_EQ(history.size(), 2U);
    EXPECT_EQ(history[0].itemId, "b");
    EXPECT_EQ(history[0].eventType, "click");
    EXPECT_EQ(history[0].eventValue, 1.0F);
    EXPECT_EQ(history[1].timestamp, 100);
    ASSERT_EQ(readHistory(file, "anna", 1).size(), 1U);
    EXPECT_EQ(readHistory(file, "anna", 1)[0].itemId, "a") << "the newest";
    EXPECT_EQ(readHistory(file, "ben", 10).at(0).eventType, "");
    EXPECT_TRUE(readHistory(file, "nobody", 10).empty());

    using Users = std::vector<std::pair<std::string, std::int64_t>>;
    EXPECT_EQ(findUsers(file, "", 10), (Users{{"anna", 2}, {"ben", 1}}));
    EXPECT_EQ(findUsers(file, "NN", 10), (Users{{"anna", 2}}));
    EXPECT_EQ(findUsers(file, "", 1), (Users{{"anna", 2}}));

    const auto rows = readRows(file, 1, 10);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0], (std::vector<std::optional<std::string>>{"ben", "a", std::nullopt,
                                                                std::nullopt, "50", std::nullopt}));
    EXPECT_EQ(rows[1][3], "1");
    EXPECT_EQ(rows[1][5], "y");
}

TEST_F(DatasetFilesTest, TheLastRecordOfAnIdWins) {
    BulkWriter writer(folder_ / "items.db", itemsSchema());
    writer.append({"a", "Drama", "0.1", "10"});
    writer.append({"b", std::nullopt, std::nullopt, "20"});
    writer.append({"a", "Comedy|Crime", "0.30000000000000004", "30"});
    const auto totals = writer.finish();
    EXPECT_EQ(totals.rows, 2);
    EXPECT_EQ(totals.duplicates, 1);
    EXPECT_EQ(totals.items, 2);

    const auto table = readRecords(folder_ / "items.db");
    EXPECT_EQ(table.ids, (Texts{"b", "a"}));
    ASSERT_EQ(table.columns.size(), 3U);
    EXPECT_EQ(table.find("genres")->text, (Texts{"", "Comedy|Crime"}));
    EXPECT_TRUE(std::isnan(table.find("PRICE")->number[0]));
    EXPECT_EQ(table.find("PRICE")->number[1], 0.1 + 0.2);
    EXPECT_EQ(table.find("CREATION_TIMESTAMP")->number[1], 30);
    EXPECT_EQ(table.find("NONE"), nullptr);
    EXPECT_EQ(readRows(folder_ / "items.db", 1, 5).at(0).at(2), "0.30000000000000004");
}

TEST_F(DatasetFilesTest, AnIncrementalFileStartsFromTheOlderOne) {
    const auto older = writeEvents("1.db", rows_);
    // A schema that was replaced in between: another order, one column more, one less.
    const Schema next{"Interactions",
                      {{"ITEM_ID"},
                       {"USER_ID"},
                       {"TIMESTAMP", FieldType::Long},
                       {"DEVICE", FieldType::String, true},
                       {"EVENT_TYPE", FieldType::String, true}}};
    BulkWriter writer(folder_ / "2.db", next);
    writer.copyFrom(older);
    writer.append({"a", "anna", "100", "tv", "watch"});  // there already
    writer.append({"a", "carl", "100", "tv", "click"});
    const auto totals = writer.finish();
    EXPECT_EQ(totals.rows, 4);
    EXPECT_EQ(totals.duplicates, 1);
    EXPECT_EQ(totals.users, 3);
    EXPECT_EQ(readRows(folder_ / "2.db", 0, 1).at(0),
              (std::vector<std::optional<std::string>>{"a", "anna", "100", std::nullopt, "watch"}));
    EXPECT_EQ(findUsers(folder_ / "2.db", "", 1).at(0).second, 2);

    BulkWriter items(folder_ / "items1.db", itemsSchema());
    items.append({"a", "Drama", "0.1", "10"});
    items.append({"b", "Crime", "0.2", "20"});
    items.finish();
    BulkWriter more(folder_ / "items2.db", itemsSchema());
    more.copyFrom(folder_ / "items1.db");
    more.append({"a", "Comedy", std::nullopt, "10"});
    EXPECT_EQ(more.finish().rows, 2);
    EXPECT_EQ(readRecords(folder_ / "items2.db").find("GENRES")->text, (Texts{"Crime", "Comedy"}));

    const base::StopToken stop;
    stop.requestStop();
    BulkWriter stopped(folder_ / "3.db", next);
    EXPECT_THROW(stopped.copyFrom(older, base::JobContext(stop, {})), base::Stopped);
}

TEST_F(DatasetFilesTest, ActionInteractionsAreEventsOfActions) {
    const Schema schema{
        "ActionInteractions",
        {{"USER_ID"}, {"ACTION_ID"}, {"EVENT_TYPE"}, {"TIMESTAMP", FieldType::Long}}};
    BulkWriter writer(folder_ / "a.db", schema);
    writer.append({"anna", "join", "Taken", "5"});
    EXPECT_EQ(writer.finish().items, 1);
    EXPECT_EQ(readHistory(folder_ / "a.db", "anna", 5).at(0).itemId, "join");
}

TEST_F(DatasetFilesTest, AnUnfinishedFileIsDeletedAndALeftoverIsNoObstacle) {
    {
        BulkWriter writer(folder_ / "1.db", eventsSchema());
        writer.append(rows_[0]);
        EXPECT_TRUE(std::filesystem::exists(folder_ / "1.db"));
    }
    EXPECT_FALSE(std::filesystem::exists(folder_ / "1.db"));
    // What a killed writer leaves: tables without an end, or rubbish.
    {
        Database leftover(folder_ / "1.db", Database::Mode::Unshared);
        leftover.execute("CREATE TABLE meta (key, value); CREATE TABLE row (a)");
    }
    const auto message = tests::messageOf<base::IoError>([&] { readTotals(folder_ / "1.db"); });
    EXPECT_TRUE(tests::says(message, {"1.db", "finished import", "again"})) << message;
    EXPECT_EQ(readTotals(writeEvents("1.db", rows_)).rows, 3);
    folder_.write("2.db", "rubbish");
    EXPECT_THROW(readTotals(folder_ / "2.db"), base::IoError);
    EXPECT_EQ(readTotals(writeEvents("2.db", rows_)).rows, 3);
    for (const auto& entry : std::filesystem::directory_iterator(folder_.path()))
        EXPECT_EQ(entry.path().extension(), ".db") << entry.path() << " was left behind";
}

/// Rows enough for three blocks, in a random order of time.
TEST_F(DatasetFilesTest, BlocksAreNotSeenFromOutside) {
    constexpr int kRows = 150'000, kUsers = 40;
    struct Event {
        int user, item, time;
    };
    std::vector<Event> events;
    base::Random random(3);
    BulkWriter writer(folder_ / "big.db", eventsSchema());
    for (int row = 0; row < kRows; ++row) {
        const Event event{static_cast<int>(random.below(kUsers)),
                          static_cast<int>(random.below(500)), row * 7919 % kRows};
        events.push_back(event);
        const auto user = base::concat('u', event.user), item = base::concat('i', event.item),
                   time = base::concat(event.time);
        writer.append({user, item, row % 3 == 0 ? std::nullopt : Cells::value_type("watch"),
                       std::nullopt, time, time});
    }
    ASSERT_EQ(writer.finish().rows, kRows);

    InteractionTable table;
    readInteractions(folder_ / "big.db", table);
    ASSERT_EQ(table.rows(), static_cast<std::size_t>(kRows));
    for (std::size_t row = 0; row < table.rows(); row += 997) {
        EXPECT_EQ(table.users[static_cast<std::size_t>(table.user[row])],
                  base::concat('u', events[row].user));
        EXPECT_EQ(table.items[static_cast<std::size_t>(table.item[row])],
                  base::concat('i', events[row].item));
        EXPECT_EQ(table.timestamp[row], events[row].time);
        EXPECT_EQ(table.eventType[row], row % 3 == 0 ? -1 : 0);
    }

    std::vector<Event> ofUser;
    std::copy_if(events.begin(), events.end(), std::back_inserter(ofUser),
                 [](const Event& event) { return event.user == 5; });
    std::sort(ofUser.begin(), ofUser.end(),
              [](const Event& a, const Event& b) { return a.time < b.time; });
    const auto history = readHistory(folder_ / "big.db", "u5", 100'000);
    ASSERT_EQ(history.size(), ofUser.size());
    for (std::size_t i = 0; i < ofUser.size(); ++i) {
        EXPECT_EQ(history[i].timestamp, ofUser[i].time);
        EXPECT_EQ(history[i].itemId, base::concat('i', ofUser[i].item));
    }
    const auto newest = readHistory(folder_ / "big.db", "u5", 3);
    ASSERT_EQ(newest.size(), 3U);
    EXPECT_EQ(newest[0].timestamp, ofUser[ofUser.size() - 3].time);

    const auto page = readRows(folder_ / "big.db", 65'530, 12);
    ASSERT_EQ(page.size(), 12U);
    for (std::size_t i = 0; i < page.size(); ++i) {
        const auto& event = events[65'530 + i];
        EXPECT_EQ(page[i][0], base::concat('u', event.user));
        EXPECT_EQ(page[i][4], base::concat(event.time));
        EXPECT_EQ(page[i][5], page[i][4]);
    }
    const RowView inTime(folder_ / "big.db", {.from = 1000, .sortColumn = "TIMESTAMP"});
    EXPECT_EQ(inTime.count(), kRows - 1000);
    EXPECT_EQ(inTime.page(70'000, 1).at(0).at(4), "71000");
}

TEST_F(DatasetFilesTest, FilesOfTheFirstFormAreUpgradedInPlace) {
    const auto file = folder_ / "1.db";
    writeFormOne(file);
    const auto refusal = tests::messageOf<base::IoError>([&] { readTotals(file); });
    EXPECT_TRUE(tests::says(refusal, {"1.db", "older version", "open it again"})) << refusal;
    folder_.write("1.db.new", "what a killed upgrade left behind");
    EXPECT_TRUE(upgradeGeneration(file));
    EXPECT_FALSE(upgradeGeneration(file)) << "it is done";

    const auto totals = readTotals(file);
    EXPECT_EQ(totals.rows, 4);
    EXPECT_EQ(totals.users, 2);
    EXPECT_EQ(totals.oldest, 50);
    const auto rows = readRows(file, 0, 10);
    ASSERT_EQ(rows.size(), 4U);
    using Row = std::vector<std::optional<std::string>>;
    EXPECT_EQ(rows[0], (Row{"anna", "film", "watch", "0.5", "100", "a|b"}));
    EXPECT_EQ(rows[1], (Row{"ben", "film", "click", std::nullopt, "50", "a"}));
    EXPECT_EQ(rows[3][3], "0.1");
    const auto history = readHistory(file, "anna", 10);
    ASSERT_EQ(history.size(), 3U);
    EXPECT_EQ(history[0].timestamp, 60);
    EXPECT_EQ(history[2].itemId, "film");
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder_.path()), {}), 1);

    BulkWriter items(folder_ / "items.db", itemsSchema());
    items.append({"a", "Drama", "0.1", "10"});
    items.finish();
    EXPECT_FALSE(upgradeGeneration(folder_ / "items.db")) << "records are as they were";
    folder_.write("2.db", "rubbish");
    EXPECT_THROW(upgradeGeneration(folder_ / "2.db"), base::IoError);
}

TEST_F(DatasetFilesTest, AnIncrementalFileMayStartFromTheFirstForm) {
    writeFormOne(folder_ / "1.db");
    BulkWriter writer(folder_ / "2.db", eventsSchema());
    writer.copyFrom(folder_ / "1.db");
    writer.append(rows_[0]);
    EXPECT_EQ(writer.finish().rows, 5);
    EXPECT_EQ(readRows(folder_ / "2.db", 1, 1).at(0).at(5), std::nullopt);
}

TEST_F(DatasetFilesTest, WhatIsDamagedIsRefused) {
    const auto file = writeEvents("1.db", rows_);
    {
        Database database(file, Database::Mode::Unshared);
        database.execute("DELETE FROM item WHERE id = 1; UPDATE user_row SET data = x'FF'");
    }
    InteractionTable table;
    EXPECT_THROW(readInteractions(file, table), base::IoError);
    EXPECT_THROW(readHistory(file, "anna", 5), base::IoError);
    {
        Database database(file, Database::Mode::Unshared);
        database.execute("DELETE FROM piece");
    }
    EXPECT_THROW(readRows(file, 0, 5), base::IoError);
    EXPECT_THROW(RowView(file, {.userId = "anna"}), base::IoError);
}

TEST_F(DatasetFilesTest, ThereIsAnEndToEventTypes) {
    BulkWriter writer(folder_ / "1.db", eventsSchema());
    const auto message = tests::messageOf<base::ServiceError>([&] {
        for (int i = 0; i < 40000; ++i) {
            const auto text = std::to_string(i);
            writer.append({"anna", "a", text, std::nullopt, text, std::nullopt});
        }
    });
    EXPECT_TRUE(tests::says(message, {"EVENT_TYPE", "32,768"})) << message;
}

}  // namespace
}  // namespace foretaste::store
