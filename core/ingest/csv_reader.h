// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace foretaste::ingest {

/// Some whole records of a file, cut out of it so that several threads can read a part each.
struct CsvChunk {
    std::string text;
    std::int64_t firstLine = 1;  ///< of the file, from 1
};

/// Reads a CSV file record by record without ever holding more than one: comma-separated, cells
/// optionally in double quotes with "" or \" for a quote inside, lines ended by LF or CRLF, an
/// optional byte order mark, blank lines skipped, gzip understood by its content.
///
/// Throws IoError where the file cannot be read to its end, ServiceError (InvalidInput) where it is
/// no CSV in UTF-8.
class CsvReader {
public:
    explicit CsvReader(const std::filesystem::path& file);
    /// Reads a chunk of a file; the records are the same as those of a reader of the file.
    explicit CsvReader(CsvChunk&& chunk);
    ~CsvReader();
    CsvReader(const CsvReader&) = delete;
    CsvReader& operator=(const CsvReader&) = delete;

    /// The next record; false at the end. The views hold until the next call.
    bool next(std::vector<std::string_view>& cells);

    /// The records after those that were read, some 256 kB of them; false at the end.
    bool nextChunk(CsvChunk& chunk);

    /// Why the record's cells are not to be trusted, as in "has a quote that is never closed";
    /// empty for a sound record. Only its first line is consumed then.
    std::string_view fault() const { return fault_; }

    /// The record as it stands in the file, without the end of its line. Holds until the next call.
    std::string_view raw() const;

    std::int64_t line() const { return recordLine_; }  ///< where the record begins, from 1
    std::int64_t bytesRead() const;  ///< of the file as it lies on the disk

private:
    struct Stream;
    enum class Parsed { Record, NeedsMore, End };
    bool refill();
    bool cutAtQuotes(CsvChunk& chunk);
    Parsed parse();
    /// Reads one cell from `at`; false where it may go on beyond what has been read.
    bool parseQuoted(std::size_t& at, std::int64_t& newlines);
    void takeLine(std::string_view fault);
    void take(std::size_t end);

    std::string name_;
    std::unique_ptr<Stream> stream_;
    std::string buffer_;  ///< [position_, size) is not yet consumed
    std::size_t position_ = 0;
    std::size_t recordBegin_ = 0, recordEnd_ = 0;  ///< in buffer_
    bool atEnd_ = false;
    std::int64_t nextLine_ = 1, recordLine_ = 0;
    std::string unescaped_;  ///< holds cells whose text differs from the file's
    struct Range {
        std::size_t begin, length;
        bool unescaped;  ///< in unescaped_, which may move while a record is read
    };
    std::vector<Range> ranges_;
    std::string_view fault_;
};

/// A cell as it must be written so that the reader gives it back.
std::string csvCell(std::string_view text);

}  // namespace foretaste::ingest
