// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/import.h"

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "tests/core/base/temporary_folder.h"
#include "tests/core/ingest/gzip.h"

namespace foretaste::ingest {
namespace {

namespace fs = std::filesystem;
using schema::FieldType;
using schema::Schema;
using tests::messageOf;
using tests::says;

const Schema kEvents{"Interactions",
                     {{"USER_ID"},
                      {"ITEM_ID"},
                      {"EVENT_TYPE", FieldType::String},
                      {"EVENT_VALUE", FieldType::Float, true},
                      {"TIMESTAMP", FieldType::Long}}};
const Schema kItems{"Items",
                    {{"ITEM_ID"},
                     {"GENRES", FieldType::String, true, true},
                     {"STORY", FieldType::String, true, false, true},
                     {"YEAR", FieldType::Long, true}}};
constexpr std::string_view kHeader = "USER_ID,ITEM_ID,EVENT_TYPE,EVENT_VALUE,TIMESTAMP\n";
using Rows = std::vector<std::string>;

class ImportTest : public testing::Test {
protected:
    ImportReport importFile(const fs::path& source, const Schema& schema = kEvents) {
        options_.source = source;
        options_.target = target_;
        return importCsv(options_, schema, job_);
    }
    ImportReport importText(std::string_view text, const Schema& schema = kEvents) {
        return importFile(folder_.write("in.csv", text), schema);
    }
    ImportReport importRows(std::string_view rows) {
        return importText(base::concat(kHeader, rows));
    }
    /// Why an import is refused; nothing but rejected rows may stay behind.
    template <class Error = base::ServiceError>
    std::string refusal(std::string_view text, const Schema& schema = kEvents) {
        const auto message = messageOf<Error>([&] { importText(text, schema); });
        EXPECT_FALSE(message.empty());
        EXPECT_FALSE(fs::exists(target_));
        return message;
    }
    /// What was imported, a row a line.
    Rows stored() const {
        Rows rows;
        for (const auto& row : store::readRows(target_, 0, 1000)) {
            std::string line;
            for (const auto& cell : row)
                line += base::concat(line.empty() ? "" : ",", cell ? *cell : "null");
            rows.push_back(line);
        }
        return rows;
    }
    std::string rejects() const { return base::readFile(options_.rejectFile); }

    tests::TemporaryFolder folder_;
    fs::path target_ = folder_ / "1.db";
    ImportOptions options_{.rejectFile = folder_ / "rejects/job.csv"};
    base::JobContext job_;
};

TEST_F(ImportTest, RowsArriveWithTheirTotals) {
    const auto report = importRows("u1,i1,watch,1,100\nu2,i1,watch,,50\nu1,i2,click,0.5,75\n");
    EXPECT_EQ(report.rowsRead, 3);
    EXPECT_EQ(report.rowsKept, 3);
    EXPECT_EQ(report.rowsRejected, 0);
    EXPECT_EQ(report.users, 2);
    EXPECT_EQ(report.items, 2);
    EXPECT_EQ(report.oldest, 50);
    EXPECT_EQ(report.newest, 100);
    EXPECT_EQ(report.bytes, static_cast<std::int64_t>(fs::file_size(folder_ / "in.csv")));
    EXPECT_TRUE(report.warnings.empty() && report.reasons.empty() && report.rejectFile.empty());
    EXPECT_EQ(stored(), (Rows{"u1,i1,watch,1,100", "u2,i1,watch,null,50", "u1,i2,click,0.5,75"}));
    EXPECT_FALSE(fs::exists(options_.rejectFile));
}

TEST_F(ImportTest, ColumnsAreMatchedByNameAndTheRestIsTold) {
    const auto report =
        importText("timestamp,RATING,ITEM_ID,USER_ID,EVENT_TYPE\n100,5,i,u,watch\n");
    EXPECT_EQ(stored(), Rows{"u,i,watch,null,100"});
    ASSERT_EQ(report.warnings.size(), 3u);
    EXPECT_EQ(report.warnings[0],
              "in.csv: the column RATING is not in the schema and was passed over");
    EXPECT_EQ(report.warnings[1], "in.csv: no column EVENT_VALUE: read as null throughout");
    EXPECT_EQ(report.warnings[2],
              "in.csv: the header spells timestamp in another way than the schema");
}

TEST_F(ImportTest, RepeatedEventsAreDroppedAndRepeatedRecordsReplaced) {
    auto report = importRows("u,i,watch,1,100\nu,i,watch,2,100\nu,i,watch,1,101\n");
    EXPECT_EQ(report.duplicates, 1);
    EXPECT_EQ(report.rowsKept, 2);
    report =
        importText("ITEM_ID,GENRES,YEAR\na,Crime,1990\nb,Drama,\na,Crime|Drama,1991\n", kItems);
    EXPECT_EQ(report.duplicates, 1);
    EXPECT_EQ(report.rowsKept, 2);
    EXPECT_EQ(stored(), (Rows{"b,Drama,null,null", "a,Crime|Drama,null,1991"}));
}

TEST_F(ImportTest, BadRowsAreCountedExplainedAndKept) {
    const auto report = importRows(
        "u1,i1,watch,1,100\n"
        "u1,i2,watch,much,100\n"
        ",i3,watch,1,100\n"
        "u1,i4,watch,1\n"
        "u1,i5,watch,more,100\n"
        "u1,\"i6,watch,1,100\n"
        "u1,i7,watch,1,1600000000000\n"
        "u2,i8,watch,1,100\nu2,i9,watch,1,100\nu3,i8,watch,1,100\nu3,i9,watch,1,100\n"
        "u4,i9,watch,1,100\nu5,i9,watch,1,100\n");
    EXPECT_EQ(report.rowsRead, 13);
    EXPECT_EQ(report.rowsKept, 7);
    EXPECT_EQ(report.rowsRejected, 6);
    EXPECT_EQ(report.reasons,
              (std::map<std::string, std::int64_t>{
                  {"EVENT_VALUE: is not a number", 2},
                  {"USER_ID: is empty, and the schema does not allow null", 1},
                  {"TIMESTAMP: looks like milliseconds: give Unix time in seconds", 1},
                  {"the row has 4 cells, the header has 5", 1},
                  {"the row has a quote that is never closed", 1}}));
    ASSERT_EQ(report.samples.size(), 6u);
    EXPECT_EQ(report.samples[0].file, "in.csv");
    EXPECT_EQ(report.samples[0].line, 3);
    EXPECT_EQ(report.samples[0].column, "EVENT_VALUE");
    EXPECT_EQ(report.samples[0].value, "much");
    EXPECT_EQ(report.samples[0].reason, "is not a number");
    EXPECT_EQ(report.samples[2].line, 5);
    EXPECT_EQ(report.samples[2].column, "");
    EXPECT_EQ(report.samples[2].value, "u1,i4,watch,1");
    EXPECT_EQ(report.rejectFile, base::pathText(options_.rejectFile));
    EXPECT_EQ(rejects(),
              "USER_ID,ITEM_ID,EVENT_TYPE,EVENT_VALUE,TIMESTAMP,FILE,LINE,COLUMN,REASON\n"
              "u1,i2,watch,much,100,in.csv,3,EVENT_VALUE,is not a number\n"
              ",i3,watch,1,100,in.csv,4,USER_ID,"
              "\"is empty, and the schema does not allow null\"\n"
              "\"u1,i4,watch,1\",,,,,in.csv,5,,\"the row has 4 cells, the header has 5\"\n"
              "u1,i5,watch,more,100,in.csv,6,EVENT_VALUE,is not a number\n"
              "\"u1,\\\"i6,watch,1,100\",,,,,in.csv,7,,the row has a quote that is never closed\n"
              "u1,i7,watch,1,1600000000000,in.csv,8,TIMESTAMP,"
              "looks like milliseconds: give Unix time in seconds\n");
}

TEST_F(ImportTest, AMendedRejectFileIsImportedAsItIs) {
    importRows(
        "u1,i1,watch,1,100\nu1,\"a \"\"b\"\", c\",watch,much,100\nu2,i1,watch,1,100\n"
        "u2,i2,watch,1,2020-09-13\nu3,i1,watch,1,100\n");
    auto text = rejects();
    const auto mend = [&](std::string_view bad, std::string_view good) {
        const auto at = text.find(bad);
        ASSERT_NE(at, std::string::npos) << bad;
        text.replace(at, bad.size(), good);
    };
    mend("much", "3");
    mend("2020-09-13", "1600000000");
    options_.older = target_;
    target_ = folder_ / "2.db";
    const auto report = importText(text);
    EXPECT_EQ(report.rowsRead, 2);
    EXPECT_EQ(report.rowsRejected, 0);
    EXPECT_TRUE(report.warnings.empty()) << report.warnings[0];
    EXPECT_EQ(stored(), (Rows{"u1,i1,watch,1,100", "u2,i1,watch,1,100", "u3,i1,watch,1,100",
                              "u1,a \"b\", c,watch,3,100", "u2,i2,watch,1,1600000000"}));
}

TEST_F(ImportTest, AnUnmendedRejectFileIsRejectedAgain) {
    importRows("u1,i1,watch,1,100\nu1,i2,watch,much,100\nu1,i3,watch,1\nu1,i4,watch,1,7\n");
    const auto first = rejects();
    const auto message = refusal(first);
    EXPECT_TRUE(says(message, {"2 of 2 rows"})) << message;
}

TEST_F(ImportTest, TheFirstHundredBadRowsAreShownAndAllAreWritten) {
    std::string rows;
    for (int i = 0; i < 150; ++i) rows += base::concat("u,i", i, ",watch,x,1\n");
    for (int i = 0; i < 150; ++i) rows += base::concat("u,i", i, ",watch,1,1\n");
    const auto report = importRows(rows);
    EXPECT_EQ(report.rowsRejected, 150);
    EXPECT_EQ(report.samples.size(), 100u);
    EXPECT_EQ(report.samples.back().line, 101);
    const auto written = rejects();
    EXPECT_EQ(std::count(written.begin(), written.end(), '\n'), 151);
}

TEST_F(ImportTest, MoreBadRowsThanAllowedFailTheLoadAndAreKept) {
    options_.maxRejectedShare = 0.25;
    constexpr std::string_view kRows =
        "u,i1,watch,1,1\nu,i2,watch,much,2\nu,i3,watch,1,3\nu,i4,watch,1,4\n";
    EXPECT_EQ(importRows(kRows).rowsRejected, 1) << "a quarter is allowed";
    fs::remove(target_);
    const auto message = refusal(base::concat(kHeader, kRows, "u,i5,watch,more,5\n"));
    EXPECT_TRUE(says(
        message, {"2 of 5 rows", "The first is in.csv, line 3: EVENT_VALUE 'much' is not a number",
                  base::pathText(options_.rejectFile)}))
        << message;
    EXPECT_FALSE(says(message, {"Most frequent"})) << "there is one kind only";
    EXPECT_TRUE(says(rejects(), {"much", "more"}));
    EXPECT_TRUE(says(refusal(base::concat(kHeader, ",i,watch,1,1\n", kRows, "u,i5,watch,more,5\n")),
                     {"3 of 6 rows", "line 2: USER_ID ''",
                      "Most frequent, 2 times: EVENT_VALUE: is not a number"}));
}

TEST_F(ImportTest, WhatIsWrongThroughoutIsRefusedWithTheFirstPlace) {
    options_.maxRejectedShare = 1;
    EXPECT_TRUE(says(refusal(base::concat(kHeader, "u,i,watch,1,1600000000000\n")),
                     {"1 of 1 rows", "milliseconds", "line 2: TIMESTAMP '1600000000000'"}));
    EXPECT_TRUE(says(refusal(base::concat(kHeader, "u,i,watch,1,2020-09-13T12:26:40Z\n")),
                     {"is a date: give Unix time in seconds", "line 2"}));
    EXPECT_TRUE(says(refusal(base::concat(kHeader, "u,Am\xE9lie,watch,1,1\n")),
                     {"ITEM_ID 'Am\xEF\xBF\xBDlie'", "CSV UTF-8"}));
}

TEST_F(ImportTest, FilesWithoutRowsAreRefused) {
    EXPECT_TRUE(says(refusal(""), {"in.csv is empty"}));
    EXPECT_TRUE(says(refusal(kHeader), {"in.csv has a header but no rows", "nothing to import"}));
}

TEST_F(ImportTest, AHeaderThatDoesNotFitIsRefused) {
    EXPECT_TRUE(says(refusal("USER_ID,ITEM_ID,EVENT_TYPE\nu,i,watch\n"),
                     {"in.csv, line 1", "TIMESTAMP is missing"}));
    EXPECT_TRUE(says(refusal("USER_ID;ITEM_ID;EVENT_TYPE;TIMESTAMP\nu;i;watch;1\n"),
                     {"semicolons", "with commas"}));
    EXPECT_TRUE(says(refusal(std::string_view("\xFF\xFEU\0S\0", 6)), {"UTF-16", "CSV UTF-8"}));
}

TEST_F(ImportTest, AnIncrementalImportAddsAndReplaces) {
    importRows("u1,i1,watch,1,100\nu2,i1,watch,1,50\n");
    options_.older = target_;
    target_ = folder_ / "2.db";
    auto report = importRows("u1,i1,watch,1,100\nu3,i2,watch,1,200\n");
    EXPECT_EQ(report.rowsRead, 2);
    EXPECT_EQ(report.rowsKept, 3) << "those of the earlier import, too";
    EXPECT_EQ(report.duplicates, 1);
    EXPECT_EQ(report.users, 3);
    EXPECT_EQ(report.newest, 200);
    EXPECT_EQ(stored(), (Rows{"u1,i1,watch,1,100", "u2,i1,watch,1,50", "u3,i2,watch,1,200"}));

    options_.older.clear();
    importText("ITEM_ID,GENRES\na,Crime\nb,Drama\n", kItems);
    options_.older = target_;
    target_ = folder_ / "3.db";
    report = importText("ITEM_ID,GENRES\nb,War\nc,Crime\n", kItems);
    EXPECT_EQ(report.rowsKept, 3);
    EXPECT_EQ(stored(), (Rows{"a,Crime,null,null", "b,War,null,null", "c,Crime,null,null"}));
}

TEST_F(ImportTest, AFullImportReplaces) {
    importRows("u1,i1,watch,1,100\n");
    importRows("u2,i2,watch,1,200\n");
    EXPECT_EQ(stored(), Rows{"u2,i2,watch,1,200"});
}

TEST_F(ImportTest, AFolderIsOneImport) {
    const auto source = folder_ / "source";
    fs::create_directory(source);
    folder_.write("source/a.csv", "USER_ID,ITEM_ID,EVENT_TYPE,TIMESTAMP,X\nu1,i1,watch,1,x\n");
    tests::writeGzip(source / "b.csv.gz",
                     "TIMESTAMP,USER_ID,ITEM_ID,EVENT_TYPE,X\n2,u2,i2,watch,x\nlate,u,i,w,x\n");
    folder_.write("source/README.txt", "no data");
    const auto report = importFile(source);
    EXPECT_EQ(report.rowsRead, 3);
    EXPECT_EQ(stored(), (Rows{"u1,i1,watch,null,1", "u2,i2,watch,null,2"}));
    ASSERT_EQ(report.samples.size(), 1u);
    EXPECT_EQ(report.samples[0].file, "b.csv.gz");
    EXPECT_EQ(report.samples[0].line, 3);
    EXPECT_EQ(report.warnings, (Rows{"a.csv: the column X is not in the schema and was passed over",
                                     "a.csv: no column EVENT_VALUE: read as null throughout"}))
        << "told once";
}

TEST_F(ImportTest, OneBadFileOfAFolderFailsItWhole) {
    const auto source = folder_ / "source";
    fs::create_directory(source);
    folder_.write("source/a.csv", base::concat(kHeader, "u1,i1,watch,1,1\n"));
    folder_.write("source/b.csv", "USER_ID,ITEM_ID\nu1,i1\n");
    EXPECT_TRUE(says(messageOf<base::ServiceError>([&] { importFile(source); }),
                     {"b.csv, line 1", "TIMESTAMP"}));
    EXPECT_FALSE(fs::exists(target_));
}

TEST_F(ImportTest, TextsThatAreCutAreCounted) {
    const auto report = importText(
        base::concat("ITEM_ID,STORY\na,", std::string(20001, 'x'), "\nb,short\n"), kItems);
    EXPECT_EQ(report.rowsKept, 2);
    EXPECT_TRUE(says(report.warnings.back(), {"1 text of STORY was cut to 20,000 characters"}));
}

/// Rows enough for a few looks at the stop token, a bad one among the first.
std::string manyRows() {
    std::string rows = "u,i,watch,bad,1\n";
    for (int i = 0; i < 20000; ++i) rows += base::concat("u", i % 100, ",i", i, ",watch,1,1\n");
    return rows;
}

TEST_F(ImportTest, AStopLeavesNothingBehind) {
    const base::StopToken stop;
    job_ = {stop, [&](const base::Progress& progress) {
                if (progress.fraction > 0) stop.requestStop();
            }};
    EXPECT_THROW(importRows(manyRows()), base::Stopped);
    EXPECT_FALSE(fs::exists(target_));
    EXPECT_FALSE(fs::exists(options_.rejectFile));
}

TEST_F(ImportTest, ProgressRisesAndTellsTheRate) {
    std::vector<base::Progress> told;
    job_ = {{}, [&](const base::Progress& progress) { told.push_back(progress); }};
    importRows(manyRows());
    ASSERT_GE(told.size(), 3u);
    EXPECT_TRUE(says(told[0].phase, {"rows read"})) << told[0].phase;
    EXPECT_EQ(told[0].rateUnit, "rows");
    EXPECT_GT(told[0].rate, 0);
    for (std::size_t i = 1; i < told.size(); ++i) EXPECT_GE(told[i].fraction, told[i - 1].fraction);
    EXPECT_LE(told.back().fraction, 1);
}

TEST_F(ImportTest, RejectsThatCannotBeWrittenFailTheImport) {
    folder_.write("rejects", "a file where a folder should be");
    EXPECT_TRUE(says(messageOf<base::IoError>(
                         [&] { importRows("u,i,watch,1,1\nu,i,watch,x,1\nu,j,watch,1,1\n"); }),
                     {"rejected rows", "job.csv"}));
    EXPECT_FALSE(fs::exists(target_));
}

TEST_F(ImportTest, WithoutAPlaceForThemBadRowsAreCountedOnly) {
    options_.rejectFile.clear();
    const auto report = importRows("u,i,watch,1,1\nu,i,watch,x,1\n");
    EXPECT_EQ(report.rowsRejected, 1);
    EXPECT_EQ(report.rejectFile, "");
}

}  // namespace
}  // namespace foretaste::ingest
