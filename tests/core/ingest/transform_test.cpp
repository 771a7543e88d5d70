// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/transform.h"

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/ingest/import.h"
#include "core/store/dataset_files.h"
#include "tests/core/base/temporary_folder.h"

namespace foretaste::ingest {
namespace {

using schema::FieldType;
using schema::Schema;
using tests::messageOf;
using tests::says;
using Convert = FieldTransform::Convert;
using Kind = SuggestedFix::Kind;
using Texts = std::vector<std::string>;

const Schema kEvents{"Interactions",
                     {{"USER_ID"},
                      {"ITEM_ID"},
                      {"EVENT_TYPE", FieldType::String},
                      {"EVENT_VALUE", FieldType::Float, true},
                      {"TIMESTAMP", FieldType::Long}}};
const Schema kPlainEvents{"Interactions",
                          {{"USER_ID"}, {"ITEM_ID"}, {"TIMESTAMP", FieldType::Long}}};
const Schema kItems{"Items",
                    {{"ITEM_ID"}, {"GENRE", FieldType::String}, {"PRICE", FieldType::Float}}};

FieldTransform converting(Convert convert, std::string column = {}) {
    FieldTransform transform;
    transform.convert = convert;
    transform.column = std::move(column);
    return transform;
}

TEST(UnixTime, IsReadFromIsoDates) {
    constexpr std::int64_t kDay = 1580428800;  // 2020-01-31, midnight in UTC
    EXPECT_EQ(unixTimeOf("1970-01-01"), 0);
    EXPECT_EQ(unixTimeOf("2020-01-31"), kDay);
    EXPECT_EQ(unixTimeOf(" 2020/1/31 "), kDay);
    EXPECT_EQ(unixTimeOf("2020.01.31"), kDay);
    EXPECT_EQ(unixTimeOf("2020-01-31T14:02:11Z"), kDay + 50531);
    EXPECT_EQ(unixTimeOf("2020-01-31 14:02:11.987"), kDay + 50531);
    EXPECT_EQ(unixTimeOf("2020-01-31 14:02"), kDay + 50520);
    EXPECT_EQ(unixTimeOf("2020-01-31 14:02:11 UTC"), kDay + 50531);
    EXPECT_EQ(unixTimeOf("2020-01-31T14:02:11+02:00"), kDay + 50531 - 7200);
    EXPECT_EQ(unixTimeOf("2020-01-31T14:02:11-0530"), kDay + 50531 + 19800);
    EXPECT_EQ(unixTimeOf("1969-12-31 23:59:59"), -1);
    EXPECT_EQ(unixTimeOf("2020-02-29"), kDay + 29 * 86400);
}

TEST(UnixTime, IsNotReadFromAnythingElse) {
    for (const char* text :
         {"", "2020", "2020-01", "31-01-2020", "2020-02-30", "2021-02-29", "2020-13-01",
          "2020-01/31", "2020-01-31 25:00", "2020-01-31 14", "2020-01-31 14:60",
          "2020-01-31T14:02:11 CET", "2020-01-31T14:02:11+2", "2020-01-31x", "yesterday"})
        EXPECT_FALSE(unixTimeOf(text)) << text;
}

class TransformTest : public testing::Test {
protected:
    ImportReport importText(std::string_view text, const Transforms& transforms,
                            const Schema& schema = kEvents) {
        ImportOptions options;
        options.source = folder_.write("in.csv", text);
        options.target = folder_ / "1.db";
        options.rejectFile = folder_ / "rejects.csv";
        options.transforms = transforms;
        return importCsv(options, schema, {});
    }
    /// What was imported, a row a line.
    Texts stored() const {
        Texts rows;
        for (const auto& row : store::readRows(folder_ / "1.db", 0, 1000)) {
            std::string line;
            for (const auto& cell : row) line += base::concat(cell.value_or("null"), '|');
            rows.push_back(line);
        }
        return rows;
    }
    Preview preview(std::string_view text, const Schema& schema,
                    const Transforms& transforms = {}) const {
        constexpr std::size_t kRows = 50;
        return previewCsv(folder_.write("in.csv", text), schema, kRows, transforms);
    }
    tests::TemporaryFolder folder_;
};

TEST_F(TransformTest, RatingsBecomeEventsByThreshold) {
    constexpr std::string_view kRatings =
        "userId,movieId,rating,timestamp\n"
        "1,31,4.5,1260759144\n1,1029,3,1260759179\n1,1061,0.5,1260759182\n2,31,good,1260759183\n";
    const auto seen = preview(kRatings, kPlainEvents);
    ASSERT_EQ(seen.fixes.size(), 2u);
    EXPECT_EQ(seen.fixes[0].kind, Kind::Rename);
    EXPECT_EQ(seen.fixes[0].transform.column, "movieId");
    EXPECT_EQ(seen.fixes[1].kind, Kind::Ratings);
    ASSERT_EQ(seen.fixes[1].adds.size(), 1u) << "the schema has no EVENT_TYPE";
    EXPECT_EQ(seen.fixes[1].adds[0].name, "EVENT_TYPE");
    EXPECT_EQ(seen.fixes[1].transform.steps,
              (std::vector<RatingStep>{{3.5, "like"}, {2, "watch"}}));

    Transforms transforms{{"ITEM_ID", seen.fixes[0].transform},
                          {"EVENT_TYPE", seen.fixes[1].transform}};
    transforms["EVENT_VALUE"].column = "rating";
    const auto report = importText(kRatings, transforms);
    EXPECT_EQ(stored(), (Texts{"1|31|like|4.5|1260759144|", "1|1029|watch|3|1260759179|"}));
    EXPECT_EQ(report.rowsRead, 4);
    EXPECT_EQ(report.rowsLeftOut, 1);
    EXPECT_EQ(report.rowsRejected, 1);
    EXPECT_EQ(report.reasons.begin()->first, "EVENT_TYPE: is not a number: no rating");
    ASSERT_EQ(report.warnings.size(), 2u) << "what was done is told, and nothing was passed over";
    EXPECT_TRUE(says(report.warnings[0], {"userId, timestamp in another way"}));
    EXPECT_TRUE(says(report.warnings[1], {"like from 3.5 on", "watch from 2 on"}));

    const auto counted = countSurvivors(folder_ / "in.csv", kEvents, transforms, {});
    EXPECT_EQ(counted.rowsRead, 4);
    EXPECT_EQ(counted.rowsKept, 2);
    EXPECT_EQ(counted.rowsLeftOut, 1);
    EXPECT_EQ(counted.rowsRejected, 1);
    EXPECT_EQ(counted.users, 1);
    EXPECT_EQ(counted.usersWithTwo, 1);
    EXPECT_TRUE(counted.whole);
}

TEST_F(TransformTest, MillisecondsAreFoundAndDivided) {
    constexpr std::string_view kText =
        "USER_ID,ITEM_ID,TIMESTAMP\nu,a,1600000000999\nu,b,1600000001000\nu,c,1600000002\n";
    auto seen = preview(kText, kPlainEvents);
    ASSERT_EQ(seen.fixes.size(), 1u);
    EXPECT_EQ(seen.fixes[0].kind, Kind::Milliseconds);
    EXPECT_EQ(seen.survivors.rowsKept, 1);
    const Transforms transforms{{"TIMESTAMP", seen.fixes[0].transform}};
    seen = preview(kText, kPlainEvents, transforms);
    EXPECT_TRUE(seen.fixes.empty() && seen.issues.empty() && seen.hints.empty());
    EXPECT_EQ(seen.survivors.rowsKept, 3);
    EXPECT_EQ(seen.rows[0][2], "1600000000999") << "the file is shown as it is";
    importText(kText, transforms, kPlainEvents);
    EXPECT_EQ(stored(), (Texts{"u|a|1600000000|", "u|b|1600000001|", "u|c|1600000002|"}))
        << "times in seconds stay";
}

TEST_F(TransformTest, DatesAreFoundAndConverted) {
    constexpr std::string_view kText =
        "USER_ID,ITEM_ID,DATE\nu,a,2020-01-31\nu,b,2020-01-31 00:00:05\nu,c,31/01/2020\n";
    auto seen = preview(kText, kPlainEvents);
    ASSERT_EQ(seen.fixes.size(), 1u);
    Transforms transforms{{"TIMESTAMP", seen.fixes[0].transform}};
    seen = preview(kText, kPlainEvents, transforms);
    ASSERT_EQ(seen.fixes.size(), 1u);
    EXPECT_EQ(seen.fixes[0].kind, Kind::Dates);
    transforms["TIMESTAMP"].convert = seen.fixes[0].transform.convert;
    seen = preview(kText, kPlainEvents, transforms);
    ASSERT_EQ(seen.issues.size(), 1u);
    EXPECT_EQ(seen.issues[0].column, "DATE") << "as the file calls it";
    EXPECT_EQ(seen.issues[0].line, 4);
    EXPECT_EQ(seen.issues[0].reason, "is not an ISO date, as 2020-01-31 or 2020-01-31 14:02:11");
    importText(kText, transforms, kPlainEvents);
    EXPECT_EQ(stored(), (Texts{"u|a|1580428800|", "u|b|1580428805|"}));
}

TEST_F(TransformTest, EmptyCellsAreFilledOrTheirRowsDropped) {
    constexpr std::string_view kText = "ITEM_ID,GENRE,PRICE\na,War,1\nb,,2\nc,War,\nd,Love,6\n";
    const auto seen = preview(kText, kItems);
    ASSERT_EQ(seen.fixes.size(), 2u);
    EXPECT_EQ(seen.fixes[0].transform.fill, "War") << "the commonest";
    EXPECT_EQ(seen.fixes[1].transform.fill, "3") << "the mean";
    Transforms transforms;
    for (const auto& fix : seen.fixes) transforms[fix.field] = fix.transform;
    importText(kText, transforms, kItems);
    EXPECT_EQ(stored(), (Texts{"a|War|1|", "b|War|2|", "c|War|3|", "d|Love|6|"}));
    EXPECT_TRUE(preview(kText, kItems, transforms).fixes.empty());

    transforms["GENRE"].fill.reset();
    transforms["GENRE"].dropEmpty = true;
    const auto report = importText(kText, transforms, kItems);
    EXPECT_EQ(report.rowsLeftOut, 1);
    EXPECT_EQ(report.rowsRejected, 0);
    EXPECT_EQ(stored(), (Texts{"a|War|1|", "c|War|3|", "d|Love|6|"}));
}

TEST_F(TransformTest, AFieldWithoutAColumnIsFilledThroughout) {
    FieldTransform fill;
    fill.fill = "view";
    importText("USER_ID,ITEM_ID,TIMESTAMP\nu,a,1\n", {{"EVENT_TYPE", fill}});
    EXPECT_EQ(stored(), (Texts{"u|a|view|null|1|"}));
}

TEST_F(TransformTest, AColumnIsReadUnderTheNameItIsGiven) {
    // Also where another column has the field's own name.
    importText("USER_ID,ITEM_ID,sku,TIMESTAMP\nu,a,b,1\n",
               {{"ITEM_ID", converting(Convert::None, "sku")}}, kPlainEvents);
    EXPECT_EQ(stored(), (Texts{"u|b|1|"}));
}

TEST_F(TransformTest, WhatMakesNoSenseIsRefused) {
    const auto refusal = [&](const Transforms& transforms) {
        return messageOf<base::ServiceError>(
            [&] { importText("USER_ID,ITEM_ID,TIMESTAMP\nu,a,1\n", transforms, kPlainEvents); });
    };
    EXPECT_TRUE(says(refusal({{"PRICE", {}}}), {"no field PRICE"}));
    EXPECT_TRUE(
        says(refusal({{"ITEM_ID", converting(Convert::RatingToEvent)}}), {"ITEM_ID", "say which"}));
    EXPECT_TRUE(
        says(refusal({{"ITEM_ID", converting(Convert::None, "sku")}}), {"ITEM_ID", "missing"}));
    auto steep = converting(Convert::RatingToEvent, "TIMESTAMP");
    steep.steps = {{5, "like"}};
    EXPECT_TRUE(says(refusal({{"ITEM_ID", steep}}), {"every row is left out"}));
}

TEST_F(TransformTest, LikelyColumnsAreInferredAsWhatTheServiceCallsThem) {
    const auto csv = folder_.write("in.csv", "userId,movieId,rating,date\n1,2,3.5,2020-01-31\n");
    const auto guessed = inferSchema(csv, schema::DatasetType::Interactions);
    Texts names;
    for (const auto& field : guessed.fields) names.push_back(field.name);
    EXPECT_EQ(names, (Texts{"USER_ID", "ITEM_ID", "RATING", "TIMESTAMP"}));
    EXPECT_EQ(guessed.find("TIMESTAMP")->type, FieldType::Long);
}

}  // namespace
}  // namespace foretaste::ingest
