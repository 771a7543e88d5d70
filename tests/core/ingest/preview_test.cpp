// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/ingest/import.h"
#include "tests/core/base/source_tree.h"
#include "tests/core/base/temporary_folder.h"

namespace foretaste::ingest {
namespace {

namespace fs = std::filesystem;
using schema::DatasetType;
using schema::FieldType;
using schema::Schema;
using tests::messageOf;
using tests::says;
using Texts = std::vector<std::string>;

const Schema kEvents{"Interactions",
                     {{"USER_ID"},
                      {"ITEM_ID"},
                      {"EVENT_VALUE", FieldType::Float, true},
                      {"TIMESTAMP", FieldType::Long}}};

class PreviewTest : public testing::Test {
protected:
    Preview preview(std::string_view text, std::size_t rows = 50) const {
        return previewCsv(folder_.write("in.csv", text), kEvents, rows);
    }
    Schema infer(std::string_view text, DatasetType type = DatasetType::Items) const {
        return inferSchema(folder_.write("in.csv", text), type);
    }
    tests::TemporaryFolder folder_;
};

TEST_F(PreviewTest, ShowsTheFirstRows) {
    const std::string text =
        "USER_ID,ITEM_ID,EVENT_VALUE,TIMESTAMP\nu1,\"a, b\",1,100\nu2,c,,200\nu3,d,2,300\n";
    const auto seen = preview(text, 2);
    EXPECT_EQ(seen.header, (Texts{"USER_ID", "ITEM_ID", "EVENT_VALUE", "TIMESTAMP"}));
    EXPECT_EQ(seen.rows, (std::vector<Texts>{{"u1", "a, b", "1", "100"}, {"u2", "c", "", "200"}}));
    EXPECT_EQ(seen.fileBytes, static_cast<std::int64_t>(text.size()));
    EXPECT_TRUE(seen.fault.empty() && seen.hints.empty() && seen.issues.empty());
    EXPECT_TRUE(seen.missingColumns.empty() && seen.extraColumns.empty());
}

TEST_F(PreviewTest, NamesColumnsThatDoNotFit) {
    const auto seen = preview("userId,movieId,rating,timestamp\n1,2,4.5,100\n");
    EXPECT_EQ(seen.missingColumns, (Texts{"ITEM_ID", "EVENT_VALUE"}));
    EXPECT_EQ(seen.extraColumns, (Texts{"movieId", "rating"}));
    ASSERT_EQ(seen.hints.size(), 2u);
    EXPECT_TRUE(says(seen.fault, {"in.csv, line 1", "movieId looks like ITEM_ID"}));
    EXPECT_EQ(seen.hints[0], seen.fault);
    EXPECT_TRUE(says(seen.hints[1], {"rating looks like EVENT_VALUE", "rename"}));
}

TEST_F(PreviewTest, TellsEachKindOfFaultOnceWithItsPlace) {
    std::string text = "user_id,item_id,event_value,timestamp\n";
    for (int row = 0; row < 300; ++row)
        text += base::concat("u,i,", row == 200 ? "good" : "1", ',',
                             row % 2 == 0 ? "1600000000000" : "1600000000", '\n');
    text += "u,i,1\n";
    const auto seen = preview(text);
    EXPECT_EQ(seen.rows.size(), 50u);
    EXPECT_TRUE(seen.fault.empty()) << "an import would go on";
    ASSERT_EQ(seen.hints.size(), 3u);
    EXPECT_EQ(seen.hints[0],
              "Line 2: timestamp '1600000000000' looks like milliseconds: give Unix time in "
              "seconds (149 of the first 301 rows)");
    EXPECT_EQ(seen.hints[1], "Line 202: event_value 'good' is not a number");
    EXPECT_EQ(seen.hints[2], "Line 302: the row has 3 cells, the header has 4");
    ASSERT_EQ(seen.issues.size(), 100u);
    EXPECT_EQ(seen.issues[1].line, 4);
    EXPECT_EQ(seen.issues[1].column, "timestamp") << "as the file calls it";
}

TEST_F(PreviewTest, AFileWithoutRowsIsNoErrorButTold) {
    const auto seen = preview("USER_ID,ITEM_ID,TIMESTAMP\n");
    EXPECT_TRUE(seen.rows.empty());
    EXPECT_TRUE(says(seen.fault, {"in.csv has a header but no rows"}));
    EXPECT_EQ(seen.hints, Texts{seen.fault});
    EXPECT_TRUE(says(messageOf<base::ServiceError>([&] { preview(""); }), {"in.csv is empty"}));
}

TEST_F(PreviewTest, AFolderIsSeenByItsFirstFileAndItsSize) {
    folder_.write("a.csv", "USER_ID,ITEM_ID,TIMESTAMP\nu,a,1\n");
    folder_.write("b.csv", "USER_ID,ITEM_ID,TIMESTAMP\nu,b,1\n");
    const auto seen = previewCsv(folder_.path(), kEvents);
    EXPECT_EQ(seen.rows, (std::vector<Texts>{{"u", "a", "1"}}));
    EXPECT_EQ(seen.fileBytes, 64);
}

TEST_F(PreviewTest, TypesAreInferredFromTheValues) {
    std::string text = "ITEM_ID,Year,Price,Adult,Title,Genres,Note,Story\n";
    for (int i = 0; i < 200; ++i)
        text += base::concat(i, ',', 1950 + i % 70, ',', i, ".5,", i % 2 ? "true" : "FALSE",
                             ",Title ", i, ',', i % 3 ? "Crime|Drama" : "War", ",,",
                             std::string(80, 'x'), i, '\n');
    const auto schema = infer(text);
    EXPECT_EQ(schema.recordName, "Items");
    Texts printed;
    for (const auto& field : schema.fields)
        printed.push_back(base::concat(
            field.name, ' ', static_cast<int>(field.type), field.nullable ? " null" : "",
            field.categorical ? " categorical" : "", field.textual ? " textual" : ""));
    const auto number = [](FieldType type) { return std::to_string(static_cast<int>(type)); };
    const auto string = number(FieldType::String);
    EXPECT_EQ(printed,
              (Texts{"ITEM_ID " + string, "YEAR " + number(FieldType::Long),
                     "PRICE " + number(FieldType::Float), "ADULT " + number(FieldType::Boolean),
                     "TITLE " + string, "GENRES " + string + " categorical",
                     "NOTE " + string + " null", "STORY " + string + " textual"}));
}

TEST_F(PreviewTest, TheTypeOfNinetyNineInAHundredIsTaken) {
    const auto typeOf = [&](int bad) {
        std::string text = "ITEM_ID,YEAR\n";
        for (int i = 0; i < 200; ++i) text += base::concat(i, ',', i < bad ? "No" : "1999", '\n');
        return infer(text).fields[1].type;
    };
    EXPECT_EQ(typeOf(2), FieldType::Long);
    EXPECT_EQ(typeOf(3), FieldType::String);
}

TEST_F(PreviewTest, ReservedColumnsAreAsTheServicePrescribesThem) {
    const auto schema = infer(
        ",userId,item_id,EVENT_TYPE,event_value,Timestamp,impression,2nd price\n"
        "0,7,9,1,5,100,a|b,3.5\n",
        DatasetType::Interactions);
    Texts names;
    for (const auto& field : schema.fields) names.push_back(field.name);
    EXPECT_EQ(names, (Texts{"USER_ID", "ITEM_ID", "EVENT_TYPE", "EVENT_VALUE", "TIMESTAMP",
                            "IMPRESSION", "_2ND_PRICE"}))
        << "a column without a name is left out";
    EXPECT_EQ(schema.find("USER_ID")->type, FieldType::String);
    EXPECT_EQ(schema.find("EVENT_TYPE")->type, FieldType::String);
    EXPECT_FALSE(schema.find("EVENT_TYPE")->categorical);
    EXPECT_EQ(schema.find("EVENT_VALUE")->type, FieldType::Float);
    EXPECT_TRUE(schema.find("EVENT_VALUE")->nullable);
    EXPECT_EQ(schema.find("TIMESTAMP")->type, FieldType::Long);
    EXPECT_FALSE(schema.find("TIMESTAMP")->nullable);
    EXPECT_FALSE(schema.find("IMPRESSION")->categorical);
    EXPECT_NO_THROW(schema::validateSchema(schema, schema::Domain::None));
}

TEST_F(PreviewTest, NothingIsInferredFromNoRows) {
    EXPECT_TRUE(says(messageOf<base::ServiceError>([&] { infer("ITEM_ID,YEAR\n"); }),
                     {"in.csv", "no rows to look at"}));
}

// Public data sets as people have them; without them there is nothing to try.
class PublicDataTest : public testing::Test {
protected:
    void SetUp() override {
        if (tests::publicData().empty()) GTEST_SKIP() << "no public data sets here";
    }
    ImportReport import(const fs::path& csv, const Schema& schema) {
        return importCsv(
            {.source = csv, .target = folder_ / "1.db", .rejectFile = folder_ / "rejects.csv"},
            schema, {});
    }
    tests::TemporaryFolder folder_;
};

TEST_F(PublicDataTest, EverySetIsTakenWithItsSchemaAndWithAGuessedOne) {
    int files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(tests::publicData())) {
        if (entry.path().extension() != ".csv") continue;
        ++files;
        SCOPED_TRACE(entry.path());
        auto schemaFile = entry.path();
        schemaFile.replace_extension(".schema.json");
        const auto given = schema::parseSchema(base::readFile(schemaFile));
        const auto guessed = inferSchema(entry.path(), schema::typeOf(given));
        EXPECT_NO_THROW(schema::validateSchema(guessed, schema::Domain::None));
        for (const auto& schema : {given, guessed}) {
            const auto report = import(entry.path(), schema);
            EXPECT_LE(static_cast<double>(report.rowsRejected),
                      0.01 * static_cast<double>(report.rowsRead));
            EXPECT_EQ(report.rowsKept + report.duplicates + report.rowsRejected, report.rowsRead);
            for (const auto& warning : report.warnings)
                EXPECT_FALSE(says(warning, {"not in the schema"})) << warning;
        }
    }
    EXPECT_GT(files, 0);
}

TEST_F(PublicDataTest, ExceptionsToATypeAreListedAndRejected) {
    const auto csv = tests::publicData() / "aws-airline-synthetic/items.csv";
    if (!fs::exists(csv)) GTEST_SKIP() << "no airline data here";
    const auto guessed = inferSchema(csv, DatasetType::Items);
    EXPECT_EQ(guessed.find("DURATIONDAYS")->type, FieldType::Long) << "353 of 355 are";

    const auto seen = previewCsv(csv, guessed);
    ASSERT_EQ(seen.hints.size(), 1u);
    EXPECT_EQ(seen.hints[0],
              "Line 353: DurationDays 'No' is not a whole number (2 of the first 355 rows)");

    const auto report = import(csv, guessed);
    EXPECT_EQ(report.rowsKept + report.duplicates, 353);
    EXPECT_EQ(report.reasons,
              (std::map<std::string, std::int64_t>{{"DURATIONDAYS: is not a whole number", 2}}));
    ASSERT_EQ(report.samples.size(), 2u);
    EXPECT_EQ(report.samples[0].line, 353);
    EXPECT_EQ(report.samples[1].line, 356);
    EXPECT_TRUE(says(base::readFile(folder_ / "rejects.csv"), {"No,No,No,No,No,No,9149,Yes"}));
}

}  // namespace
}  // namespace foretaste::ingest
