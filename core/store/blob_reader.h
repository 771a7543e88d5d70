// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>

struct sqlite3;
struct sqlite3_blob;

namespace foretaste::store {

/// Reads bytes of a BLOB column, without the rest of it, through a read-only connection of its own.
/// Throws base::IoError, also where a row or its bytes are not there.
class BlobReader {
public:
    BlobReader(const std::filesystem::path& database, const char* table, const char* column);
    ~BlobReader();
    BlobReader(const BlobReader&) = delete;
    BlobReader& operator=(const BlobReader&) = delete;

    void moveTo(std::int64_t row);  ///< call first
    std::size_t size() const;
    void read(std::size_t offset, std::size_t size, void* into);

private:
    [[noreturn]] void failed() const;

    std::filesystem::path path_;
    const char* table_;
    const char* column_;
    sqlite3* database_ = nullptr;
    sqlite3_blob* blob_ = nullptr;
};

}  // namespace foretaste::store
