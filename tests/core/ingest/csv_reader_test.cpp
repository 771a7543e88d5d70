// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/csv_reader.h"

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "tests/core/base/temporary_folder.h"
#include "tests/core/ingest/gzip.h"

namespace foretaste::ingest {
namespace {

using tests::messageOf;
using tests::says;
using Cells = std::vector<std::string>;

class CsvReaderTest : public testing::Test {
protected:
    std::vector<Cells> read(std::string_view text) const { return readFile(write(text)); }
    static std::vector<Cells> readFile(const std::filesystem::path& file) {
        CsvReader reader(file);
        std::vector<std::string_view> cells;
        std::vector<Cells> records;
        while (reader.next(cells)) records.emplace_back(cells.begin(), cells.end());
        return records;
    }
    std::filesystem::path write(std::string_view text) const {
        return folder_.write("in.csv", text);
    }

    tests::TemporaryFolder folder_;
};

using Records = std::vector<Cells>;

TEST_F(CsvReaderTest, CellsAreSplitAtCommas) {
    EXPECT_EQ(read("a,b,c\n1,,3\n,,\n"), (Records{{"a", "b", "c"}, {"1", "", "3"}, {"", "", ""}}));
}

TEST_F(CsvReaderTest, TheLastLineNeedsNoEnd) {
    EXPECT_EQ(read("a,b\n1,2"), (Records{{"a", "b"}, {"1", "2"}}));
    EXPECT_EQ(read("a,b\n1,"), (Records{{"a", "b"}, {"1", ""}}));
    EXPECT_EQ(read("a,b\n1,\"2\""), (Records{{"a", "b"}, {"1", "2"}}));
    EXPECT_EQ(read(""), Records{});
}

TEST_F(CsvReaderTest, WindowsLineEndsAndAByteOrderMarkAreNoPartOfTheData) {
    EXPECT_EQ(read("\xEF\xBB\xBF"
                   "a,b\r\n1,\"2\"\r\n3,4\r\n"),
              (Records{{"a", "b"}, {"1", "2"}, {"3", "4"}}));
    EXPECT_EQ(read("\xEF\xBB\xBF"), Records{});
}

TEST_F(CsvReaderTest, QuotedCellsHoldCommasLineEndsAndQuotes) {
    EXPECT_EQ(read("\"a,b\",\"two\nlines\"\n"), (Records{{"a,b", "two\nlines"}}));
    EXPECT_EQ(read("\"say \"\"hi\"\"\",\"say \\\"hi\\\"\"\n"),
              (Records{{"say \"hi\"", "say \"hi\""}}));
    EXPECT_EQ(read("\"a\\\\b\",\"a\\b\",\"\"\n"), (Records{{"a\\b", "a\\b", ""}}));
    EXPECT_EQ(read("\"\"\"\",\"x\" ,y\n"), (Records{{"\"", "x", "y"}}));
}

TEST_F(CsvReaderTest, QuotesInsideAnUnquotedCellAreText) {
    EXPECT_EQ(read("5\" disk,it's,a\\b\n"), (Records{{"5\" disk", "it's", "a\\b"}}));
}

TEST_F(CsvReaderTest, BlankLinesAreSkippedAndCounted) {
    CsvReader reader(write("a\n\n\r\n1\n\"two\nlines\"\n3\n"));
    std::vector<std::string_view> cells;
    std::vector<std::pair<std::int64_t, std::string>> seen;
    while (reader.next(cells)) seen.emplace_back(reader.line(), cells[0]);
    EXPECT_EQ(seen, (std::vector<std::pair<std::int64_t, std::string>>{
                        {1, "a"}, {4, "1"}, {5, "two\nlines"}, {7, "3"}}));
}

TEST_F(CsvReaderTest, AQuoteOutOfPlaceCostsItsOwnLineOnly) {
    struct Case {
        std::string_view line, fault;
    };
    for (const auto& [line, fault] :
         {Case{"2,\"open", "never closed"}, Case{"2,\"x\"y", "after a closing quote"}}) {
        CsvReader reader(write(base::concat("1,a\n", line, "\r\n3,b\n")));
        std::vector<std::string_view> cells;
        ASSERT_TRUE(reader.next(cells));
        EXPECT_TRUE(reader.fault().empty());
        ASSERT_TRUE(reader.next(cells));
        EXPECT_TRUE(says(reader.fault(), {fault})) << reader.fault();
        EXPECT_EQ(reader.raw(), line);
        EXPECT_EQ(reader.line(), 2);
        ASSERT_TRUE(reader.next(cells));
        EXPECT_TRUE(reader.fault().empty());
        EXPECT_EQ(reader.line(), 3);
        EXPECT_EQ(cells, (std::vector<std::string_view>{"3", "b"}));
        EXPECT_FALSE(reader.next(cells));
    }
}

TEST_F(CsvReaderTest, TheRawRecordIsWhatTheFileHas) {
    CsvReader reader(write("a,\"b \"\"c\"\"\nd\",e\r\nf"));
    std::vector<std::string_view> cells;
    ASSERT_TRUE(reader.next(cells));
    EXPECT_EQ(reader.raw(), "a,\"b \"\"c\"\"\nd\",e");
    ASSERT_TRUE(reader.next(cells));
    EXPECT_EQ(reader.raw(), "f");
}

// The reader takes a megabyte at a time: whatever lies across the border has to come out whole.
TEST_F(CsvReaderTest, RecordsAcrossChunkBordersAreWhole) {
    constexpr std::size_t kChunk = std::size_t{1} << 20;
    const std::string_view across = "x,\"q\"\"q\",\"b\\\"b\"\r\n";
    for (std::size_t shift = 0; shift <= across.size(); ++shift) {
        const std::string filler(kChunk - 1 - shift, 'f');
        ASSERT_EQ(read(base::concat(filler, '\n', across, "end\n")),
                  (Records{{filler}, {"x", "q\"q", "b\"b"}, {"end"}}))
            << shift;
    }
}

TEST_F(CsvReaderTest, ALongLineIsReadAndAnEndlessOneRefused) {
    constexpr std::size_t kMegabyte = std::size_t{1} << 20;
    const std::string line(3 * kMegabyte, 'x');
    EXPECT_EQ(read(base::concat(line, ",1\na,2\n")), (Records{{line, "1"}, {"a", "2"}}));
    EXPECT_TRUE(says(messageOf<base::ServiceError>(
                         [&] { read(base::concat("a\nb\n", std::string(10 * kMegabyte, 'x'))); }),
                     {"in.csv", "line 3", "8 MB"}));
}

TEST_F(CsvReaderTest, AnUnclosedQuoteInALongFileIsGivenUpOn) {
    std::string text = "1,\"open\n";
    const std::string row = "2,some words that follow\n";
    while (text.size() < std::size_t{10} << 20) text += row;
    CsvReader reader(write(text));
    std::vector<std::string_view> cells;
    ASSERT_TRUE(reader.next(cells));
    EXPECT_TRUE(says(reader.fault(), {"never closed"}));
    std::size_t sound = 0;
    while (reader.next(cells)) sound += reader.fault().empty() && cells.size() == 2;
    EXPECT_EQ(sound, (text.size() - 8) / row.size());
}

TEST_F(CsvReaderTest, GzipIsKnownByItsContent) {
    const std::string text = "a,b\n1,2\n";
    tests::writeGzip(folder_ / "plain.csv", text);
    EXPECT_EQ(readFile(folder_ / "plain.csv"), (Records{{"a", "b"}, {"1", "2"}}));
}

TEST_F(CsvReaderTest, ACutOffGzipIsAnErrorAndNoShortFile) {
    std::string text = "a,b\n";
    for (int i = 0; i < 20000; ++i) text += base::concat(i * 7919 % 10007, ',', i, '\n');
    const auto file = folder_ / "cut.csv.gz";
    tests::writeGzip(file, text);
    std::filesystem::resize_file(file, std::filesystem::file_size(file) / 2);
    EXPECT_TRUE(says(messageOf<base::IoError>([&] { readFile(file); }),
                     {"cut.csv.gz", "cut off", "again"}));
}

TEST_F(CsvReaderTest, OtherFormatsAreNamed) {
    const auto refusal = [&](std::string_view text) {
        return messageOf<base::ServiceError>([&] { read(text); });
    };
    EXPECT_TRUE(says(refusal(std::string_view("\xFF\xFE"
                                              "a\0,\0",
                                              6)),
                     {"in.csv", "UTF-16", "CSV UTF-8"}));
    EXPECT_TRUE(says(refusal("\xFE\xFF"
                             "abc"),
                     {"UTF-16"}));
    EXPECT_TRUE(says(refusal("PK\x03\x04 and so on"), {"spreadsheet", "CSV UTF-8"}));
}

TEST_F(CsvReaderTest, AMissingFileIsNamed) {
    EXPECT_TRUE(says(messageOf<base::IoError>([&] { CsvReader(folder_ / "none.csv"); }),
                     {"none.csv", "cannot open"}));
}

TEST_F(CsvReaderTest, WrittenCellsComeBack) {
    const Cells cells{"plain", "with, comma", "\"quoted\"", "back\\slash", "two\r\nlines", ""};
    std::string line;
    for (const auto& cell : cells) line += csvCell(cell) + ',';
    line.back() = '\n';
    EXPECT_EQ(read(line), Records{cells});
    EXPECT_EQ(csvCell("plain"), "plain");
}

/// The records of a file read chunk by chunk, each with its line.
Records readChunks(const std::filesystem::path& file) {
    CsvReader reader(file);
    CsvChunk chunk;
    std::vector<std::string_view> cells;
    Records records;
    while (reader.nextChunk(chunk)) {
        CsvReader part(std::move(chunk));
        while (part.next(cells)) {
            records.emplace_back(cells.begin(), cells.end());
            records.back().push_back(base::concat(part.line(), part.fault()));
        }
    }
    return records;
}

Records readWithLines(const std::filesystem::path& file) {
    CsvReader reader(file);
    std::vector<std::string_view> cells;
    Records records;
    while (reader.next(cells)) {
        records.emplace_back(cells.begin(), cells.end());
        records.back().push_back(base::concat(reader.line(), reader.fault()));
    }
    return records;
}

TEST_F(CsvReaderTest, ChunksHoldTheSameRecordsAsTheFile) {
    std::string plain, quoted;
    for (int line = 0; line < 60'000; ++line) {
        plain += base::concat("u", line, ",i", line % 77, ",watch,", 1'600'000'000 + line, "\r\n");
        quoted += base::concat("u", line, line % 1000 == 0 ? ",\"two\nlines, \"\"so\"\"\"," : ",x,",
                               line, line % 7777 == 0 ? "\n\n" : "\n");
    }
    const auto unclosed = quoted + "a,\"open\nb,c\n";
    const auto longLine = plain + std::string(700'000, 'x') + ",y\n" + plain;
    for (const auto& text : {plain, quoted, unclosed, longLine, plain + "no end", std::string(),
                             std::string("\n"), std::string("\"open")}) {
        const auto file = write(text);
        EXPECT_EQ(readChunks(file), readWithLines(file)) << text.substr(0, 50);
    }
}

}  // namespace
}  // namespace foretaste::ingest
