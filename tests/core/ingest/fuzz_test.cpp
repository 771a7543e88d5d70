// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "core/ingest/csv_reader.h"
#include "core/ingest/import.h"
#include "tests/core/base/damage.h"
#include "tests/core/base/temporary_folder.h"

namespace foretaste::ingest {
namespace {

using namespace std::string_view_literals;

/// Files that have been hard to read, or might be: what the fuzzing starts from.
constexpr std::string_view kCorpus[] = {
    ""sv,
    "\n"sv,
    "\r\n\r\n"sv,
    "\xEF\xBB\xBF"sv,
    "\xEF\xBB"sv,
    "USER_ID,ITEM_ID,TIMESTAMP\nu1,i1,1\nu2,i2,2\n"sv,
    "\xEF\xBB\xBFUSER_ID,ITEM_ID,TIMESTAMP\r\nu1,i1,1\r\nu2,i2,2"sv,
    "TIMESTAMP,USER_ID,ITEM_ID\n1.0,\"u,1\",\"i\"\"1\"\n2,\"u\n2\",\"i\\\"2\"\n"sv,
    "USER_ID,ITEM_ID,TIMESTAMP\nu1,\"i1,1\nu2,i2,2\n"sv,
    "USER_ID,ITEM_ID,TIMESTAMP\nu1,\"i1\"x,1\nu2,i2,2\n"sv,
    "USER_ID,ITEM_ID,TIMESTAMP\nu1,\"i1\\"sv,
    "USER_ID,ITEM_ID,TIMESTAMP\nu1,\"i1\""sv,
    "USER_ID,ITEM_ID,TIMESTAMP\nu1,i1,\"\n\n\n\"\n"sv,
    "USER_ID,ITEM_ID,TIMESTAMP\nu1,i1\nu1,i1,1,1\n,,\n\n"sv,
    "USER_ID,ITEM_ID,TIMESTAMP\nu\0,i1,1\n\xFF,\xC3\x28,2\n\xED\xA0\x80,i,3\n"sv,
    "USER_ID,ITEM_ID,TIMESTAMP\nu1,i1,1e3\nu1,i1,99999999999999999999\nu1,i1,-0\n"sv,
    "user_id,Item-Id,timestamp,FILE,LINE,COLUMN,REASON\nu1,i1,1,a.csv,2,,\n"sv,
    "USER_ID,ITEM_ID,TIMESTAMP\ru1,i1,1\r"sv,
    "USER_ID;ITEM_ID;TIMESTAMP\nu1;i1;1\n"sv,
};

using Records = std::vector<std::vector<std::string>>;

/// The records that a reader gives, each with its line, its text and its fault.
void read(CsvReader& reader, Records& into) {
    std::vector<std::string_view> cells;
    std::int64_t line = 0;
    while (reader.next(cells)) {
        ASSERT_FALSE(cells.empty());
        ASSERT_GT(reader.line(), line);
        line = reader.line();
        into.emplace_back(cells.begin(), cells.end());
        into.back().push_back(base::concat(line, reader.fault(), reader.raw()));
    }
}

schema::Schema plainSchema() {
    return {"Interactions",
            {{"USER_ID"},
             {"ITEM_ID"},
             {"TIMESTAMP", schema::FieldType::Long},
             {"EVENT_VALUE", schema::FieldType::Double, true}}};
}

class CsvFuzz : public testing::Test {
protected:
    /// Whatever the bytes are: a file and its chunks have the same records, and an import takes,
    /// rejects or leaves out every row, or refuses the whole with a reason.
    void hold(std::string_view text) {
        const auto file = folder_.write("in.csv", text);
        Records whole, parts;
        try {
            CsvReader reader(file);
            read(reader, whole);
            CsvReader again(file);
            CsvChunk chunk;
            while (again.nextChunk(chunk)) {
                ASSERT_FALSE(chunk.text.empty());
                CsvReader part(std::move(chunk));
                read(part, parts);
            }
        } catch (const std::runtime_error& refusal) {
            ASSERT_STRNE(refusal.what(), "");
        }
        ASSERT_EQ(whole, parts);

        const auto schema = plainSchema();
        try {
            const auto report = importCsv({.source = file,
                                           .target = folder_ / "1.db",
                                           .rejectFile = folder_ / "rejects.csv",
                                           .maxRejectedShare = 0.9},
                                          schema, {});
            ++imported_;
            ASSERT_EQ(report.rowsRead, report.rowsKept + report.rowsRejected + report.duplicates);
            ASSERT_EQ(store::readTotals(folder_ / "1.db").rows, report.rowsKept);
            if (!report.rejectFile.empty()) checkRejects(report, schema);
        } catch (const std::runtime_error& refusal) {
            ++refused_;
            ASSERT_STRNE(refusal.what(), "");
            ASSERT_FALSE(std::filesystem::exists(folder_ / "1.db"));
        }
    }

    /// A reject file is a CSV of this schema with a record for every rejected row.
    void checkRejects(const ImportReport& report, const schema::Schema& schema) {
        CsvReader reader(folder_ / "rejects.csv");
        std::vector<std::string_view> cells;
        std::int64_t rows = -1;  // the header
        for (; reader.next(cells); ++rows) {
            ASSERT_EQ(reader.fault(), "");
            ASSERT_EQ(cells.size(), schema.fields.size() + 4);
        }
        ASSERT_EQ(rows, report.rowsRejected);
    }

    tests::TemporaryFolder folder_;
    int imported_ = 0, refused_ = 0;
};

TEST_F(CsvFuzz, TheCorpusIsRead) {
    for (const auto text : kCorpus) {
        hold(text);
        if (HasFatalFailure()) FAIL() << text;
    }
}

TEST_F(CsvFuzz, WhateverBytesComeAreReadOrRefused) {
    base::Random random(tests::fuzzSeed());
    const int inputs = tests::fuzzInputs(1000);
    for (int input = 0; input < inputs; ++input) {
        std::string text(kCorpus[random.below(std::size(kCorpus))]);
        // Now and then a file that is longer than a chunk, with the damage near its end.
        const bool isLong = random.below(100) == 0;
        for (auto damages = random.below(6); damages > 0; --damages)
            tests::damage(text, random, "\",\n\r\\u01 ");
        if (isLong) {
            std::string front = "USER_ID,ITEM_ID,TIMESTAMP\n";
            const auto size = (std::size_t{256} << 10) - random.below(64);
            while (front.size() < size) front += base::concat("u", front.size(), ",i1,1\n");
            text = front + text + text;
        }
        hold(text);
        if (HasFatalFailure()) FAIL() << "input " << input << ":\n" << text;
    }
    // The damage is neither so small nor so large that only one kind of file is tried.
    EXPECT_GT(imported_, inputs / 20);
    EXPECT_GT(refused_, inputs / 20);
}

TEST_F(CsvFuzz, CellsAreReadAsTheyWereWritten) {
    base::Random random(tests::fuzzSeed(), 1);
    const int inputs = tests::fuzzInputs(1000);
    for (int input = 0; input < inputs; ++input) {
        std::vector<std::string> cells(2 + random.below(4));
        for (auto& cell : cells)
            for (auto size = random.below(12); size > 0; --size)
                cell += "\",\n\r\\ab\xC3 "[random.below(9)];
        std::string line = "x";
        for (const auto& cell : cells) line += ',' + csvCell(cell);
        cells.insert(cells.begin(), "x");
        CsvReader reader(CsvChunk{line + '\n'});
        std::vector<std::string_view> back;
        ASSERT_TRUE(reader.next(back)) << line;
        ASSERT_EQ(reader.fault(), "") << line;
        ASSERT_EQ(std::vector<std::string>(back.begin(), back.end()), cells) << line;
        ASSERT_FALSE(reader.next(back)) << line;
    }
}

}  // namespace
}  // namespace foretaste::ingest
