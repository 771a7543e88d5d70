// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/columns.h"

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "tests/core/base/temporary_folder.h"

namespace foretaste::ingest {
namespace {

using schema::FieldType;
using tests::messageOf;
using tests::says;
using Names = std::vector<std::string>;

const schema::Schema kSchema{"Interactions",
                             {{"USER_ID"},
                              {"ITEM_ID"},
                              {"EVENT_VALUE", FieldType::Float, true},
                              {"TIMESTAMP", FieldType::Long}}};

std::string faultOf(const Names& header) {
    return headerFault("events.csv", header, mapColumns(header, kSchema), kSchema);
}

TEST(Columns, AreMatchedByNameInAnyOrder) {
    const auto map = mapColumns({"TIMESTAMP", "EVENT_VALUE", "USER_ID", "ITEM_ID"}, kSchema);
    EXPECT_EQ(map.columnOf, (std::vector<std::size_t>{2, 3, 1, 0}));
    EXPECT_TRUE(map.missing.empty() && map.extra.empty() && map.otherSpelling.empty());
}

TEST(Columns, AreMatchedInAnyCaseAndByLettersAndDigits) {
    const auto map = mapColumns({"user_id", "itemId", "Event Value", "TIMESTAMP"}, kSchema);
    EXPECT_EQ(map.columnOf, (std::vector<std::size_t>{0, 1, 2, 3}));
    EXPECT_EQ(map.otherSpelling, (Names{"user_id", "itemId", "Event Value"}));
    EXPECT_TRUE(map.extra.empty());
}

TEST(Columns, TheExactNameWinsOverAnotherSpelling) {
    const auto map = mapColumns({"user_id", "USER_ID", "ITEM_ID", "TIMESTAMP"}, kSchema);
    EXPECT_EQ(map.columnOf[0], 1u);
    EXPECT_EQ(map.extra, Names{"user_id"});
}

TEST(Columns, MissingAndExtraOnesAreListed) {
    const auto map = mapColumns({"", "USER_ID", "ITEM_ID", "TIMESTAMP", "RATING"}, kSchema);
    EXPECT_EQ(map.missing, Names{"EVENT_VALUE"});
    EXPECT_EQ(map.columnOf[2], ColumnMap::kMissing);
    EXPECT_EQ(map.extra, Names{"RATING"}) << "a column without a name is none";
}

TEST(Columns, ThoseOfARejectFileArePassedOver) {
    const Names rejects{"USER_ID", "ITEM_ID", "EVENT_VALUE", "TIMESTAMP",
                        "FILE",    "LINE",    "COLUMN",      "REASON"};
    EXPECT_TRUE(mapColumns(rejects, kSchema).extra.empty());
    const Names own{"USER_ID", "ITEM_ID", "TIMESTAMP", "REASON"};
    EXPECT_EQ(mapColumns(own, kSchema).extra, Names{"REASON"});
}

TEST(Columns, AMissingColumnIsAFaultUnlessItMayBeNull) {
    EXPECT_EQ(faultOf({"USER_ID", "ITEM_ID", "TIMESTAMP"}), "");
    EXPECT_TRUE(says(faultOf({"USER_ID", "ITEM_ID", "EVENT_VALUE"}),
                     {"events.csv, line 1", "the column TIMESTAMP is missing",
                      "the file has USER_ID, ITEM_ID, EVENT_VALUE", "Rename the columns or add"}));
    EXPECT_TRUE(says(faultOf({"17", "a", "3", "1600000000"}),
                     {"the columns USER_ID, ITEM_ID, TIMESTAMP are missing",
                      "The first line must name the columns"}));
}

TEST(Columns, WhatAColumnIsUsuallyCalledIsRecognised) {
    EXPECT_TRUE(
        says(faultOf({"visitorid", "movieId", "timestamp"}),
             {"visitorid looks like USER_ID: rename it", "movieId looks like ITEM_ID: rename it"}));
    const auto map = mapColumns({"USER_ID", "ITEM_ID", "TIMESTAMP", "rating"}, kSchema);
    EXPECT_EQ(likelyColumn("EVENT_VALUE", map), "rating");
    EXPECT_EQ(likelyColumn("ITEM_ID", map), "");
    EXPECT_EQ(likelyColumn("GENRES", map), "");
}

TEST(Columns, AnotherSeparatorIsRecognised) {
    EXPECT_TRUE(says(faultOf({"USER_ID;ITEM_ID;TIMESTAMP"}), {"semicolons", "with commas"}));
    EXPECT_TRUE(says(faultOf({"USER_ID\tITEM_ID\tTIMESTAMP"}), {"tabs"}));
    EXPECT_TRUE(says(faultOf({"USER_ID|ITEM_ID|TIMESTAMP"}), {"bars"}));
}

TEST(Columns, AColumnThatIsThereTwiceIsAFaultWhereItIsWanted) {
    EXPECT_TRUE(says(faultOf({"USER_ID", "ITEM_ID", "ITEM_ID", "TIMESTAMP"}),
                     {"ITEM_ID", "more than once", "keep one"}));
    EXPECT_EQ(faultOf({"USER_ID", "ITEM_ID", "NOTE", "NOTE", "TIMESTAMP"}), "");
}

TEST(Columns, AnEndlessHeaderMakesNoEndlessMessage) {
    EXPECT_LT(faultOf(Names(10000, "COLUMN")).size(), 1000u);
}

class HeaderTest : public testing::Test {
protected:
    std::string refusal(std::string_view text) const {
        return messageOf<base::ServiceError>([&] { header(text); });
    }
    Names header(std::string_view text) const {
        const auto file = folder_.write("in.csv", text);
        CsvReader reader(file);
        return readHeader(reader, file);
    }
    tests::TemporaryFolder folder_;
};

TEST_F(HeaderTest, NamesAreTrimmed) {
    EXPECT_EQ(header("\n USER_ID ,\"ITEM_ID\", TIMESTAMP\r\n"),
              (Names{"USER_ID", "ITEM_ID", "TIMESTAMP"}));
}

TEST_F(HeaderTest, AFirstLineThatNamesNothingIsRefused) {
    EXPECT_TRUE(says(refusal(""), {"in.csv is empty", "first line"}));
    EXPECT_TRUE(says(refusal("\n\n"), {"in.csv is empty"}));
    EXPECT_TRUE(says(refusal("USER_ID,\"ITEM_ID\n1,2\n"), {"in.csv, line 1", "never closed"}));
    EXPECT_TRUE(says(refusal("USER_ID,STRA\xDF"
                             "E\n"),
                     {"in.csv, line 1", "not UTF-8"}));
    EXPECT_TRUE(says(refusal("USER_ID,ITEM_ID\r1,2\r3,4\r"), {"carriage returns"}));
}

TEST(Sources, AFolderStandsForItsCsvFiles) {
    const tests::TemporaryFolder folder;
    EXPECT_TRUE(says(messageOf<base::ServiceError>([&] { filesOf(folder.path()); }),
                     {"no .csv or .csv.gz file"}));
    EXPECT_TRUE(says(messageOf<base::ServiceError>([&] { filesOf(folder / "none"); }),
                     {"no file or folder", "none"}));
    folder.write("b.csv", "b");
    folder.write("a.CSV.GZ", "a");
    folder.write("notes.txt", "n");
    std::filesystem::create_directory(folder / "c.csv");
    EXPECT_EQ(filesOf(folder.path()),
              (std::vector<std::filesystem::path>{folder / "a.CSV.GZ", folder / "b.csv"}));
    EXPECT_EQ(filesOf(folder / "notes.txt"),
              std::vector<std::filesystem::path>{folder / "notes.txt"});
    EXPECT_EQ(sizeOf(folder / "b.csv"), 1);
}

TEST(Records, AreMappedToTheSchema) {
    const auto map = mapColumns({"TIMESTAMP", "ITEM_ID", "NOTE", "USER_ID"}, kSchema);
    std::vector<std::string_view> cells;
    pickCells({"100", "i", "n", "u"}, map, cells);
    EXPECT_EQ(cells, (std::vector<std::string_view>{"u", "i", "", "100"}));
}

TEST_F(HeaderTest, ARecordMustHaveTheHeadersCells) {
    CsvReader reader(folder_.write("in.csv", "a,b\n1,2\n1\n1,2,3\n1,\"2\n"));
    std::vector<std::string_view> cells;
    Names faults;
    while (reader.next(cells)) faults.push_back(recordFault(reader, cells, 2));
    EXPECT_EQ(faults, (Names{"", "", "the row has 1 cell, the header has 2",
                             "the row has 3 cells, the header has 2",
                             "the row has a quote that is never closed"}));
}

}  // namespace
}  // namespace foretaste::ingest
