// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/put_records.h"

#include <gtest/gtest.h>

#include "core/base/text.h"
#include "core/store/dataset_files.h"
#include "core/store/migrations.h"
#include "tests/core/base/temporary_folder.h"

namespace foretaste::store {
namespace {

using tests::TemporaryFolder;

std::string textOf(const std::vector<PutRecord>& records) {
    std::string text;
    for (const auto& record : records) text += base::concat(record.id, '=', record.cells, ' ');
    return text;
}

TEST(PutRecordsTest, KeepTheNewestOfAnIdInTheOrderOfFirstArrival) {
    TemporaryFolder folder;
    const auto file = folder / "foretaste.db";
    {
        Database database(file);
        migrate(database);
    }
    PutRecords records(file);
    records.put("items", {{"b", "1"}, {"a", "2"}});
    records.put("items", {{"b", "3"}, {"c", "4"}, {"c", "5"}});
    records.put("users", {{"b", "6"}});
    EXPECT_EQ(textOf(records.all("items")), "b=3 a=2 c=5 ");
    EXPECT_EQ(records.count("items"), 3);
    EXPECT_EQ(records.find("users", "b")->cells, "6");
    EXPECT_FALSE(records.find("users", "a"));
    records.remove("items");
    EXPECT_EQ(records.count("items"), 0);
    EXPECT_EQ(textOf(PutRecords(file).all("users")), "b=6 ");
}

TEST(ReadRecordTest, GivesTheCellsOfOneId) {
    TemporaryFolder folder;
    const auto schema = schema::parseSchema(R"({"type": "record", "name": "Users", "fields": [
        {"name": "USER_ID", "type": "string"}, {"name": "AGE", "type": ["null", "int"]},
        {"name": "SHARE", "type": ["null", "double"]}, {"name": "PLAN", "type": ["null", "string"]}]})");
    const auto file = folder / "1.db";
    BulkWriter writer(file, schema);
    writer.append({"u1", "40", "0.5", std::nullopt});
    writer.append({"u2", std::nullopt, std::nullopt, "family"});
    writer.finish();
    using Cells = std::map<std::string, std::string>;
    EXPECT_EQ(readRecord(file, "u1"), (Cells{{"USER_ID", "u1"}, {"AGE", "40"}, {"SHARE", "0.5"}}));
    EXPECT_EQ(readRecord(file, "u2"), (Cells{{"USER_ID", "u2"}, {"PLAN", "family"}}));
    EXPECT_TRUE(readRecord(file, "u3").empty());
}

}  // namespace
}  // namespace foretaste::store
