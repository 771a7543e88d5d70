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

/// Reads a CSV file record by record without ever holding more than one: comma-separated, cells
/// optionally in double quotes with "" or \" for a quote inside, lines ended by LF or CRLF, an
/// optional byte order mark, blank lines skipped, gzip understood by its content.
///
/// Throws ServiceError (InvalidInput) where a quote is never closed, IoError where the file cannot
/// be read.
class CsvReader {
public:
    explicit CsvReader(const std::filesystem::path& file);
    ~CsvReader();
    CsvReader(const CsvReader&) = delete;
    CsvReader& operator=(const CsvReader&) = delete;

    /// The next record; false at the end. The views hold until the next call.
    bool next(std::vector<std::string_view>& cells);

    std::int64_t line() const { return recordLine_; }  ///< where the record begins, from 1
    std::int64_t bytesRead() const;                    ///< of the file as it lies on the disk

private:
    struct Stream;
    bool refill();
    bool parse(std::vector<std::string_view>& cells);

    std::string name_;
    std::unique_ptr<Stream> stream_;
    std::string buffer_;        ///< [position_, size) is not yet consumed
    std::size_t position_ = 0;
    bool atEnd_ = false;
    std::int64_t nextLine_ = 1, recordLine_ = 0;
    std::string unescaped_;     ///< holds cells whose text differs from the file's
    std::vector<std::pair<std::size_t, std::size_t>> ranges_;
};

/// A cell as it must be written so that the reader gives it back.
std::string csvCell(std::string_view text);

}  // namespace foretaste::ingest
