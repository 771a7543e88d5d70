// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/blob_reader.h"

#include <sqlite3.h>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"

namespace foretaste::store {

BlobReader::BlobReader(const std::filesystem::path& database, const char* table, const char* column)
    : path_(database), table_(table), column_(column) {
    if (sqlite3_open_v2(base::pathText(path_).c_str(), &database_,
                        SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nullptr) == SQLITE_OK)
        return;
    const std::string reason = database_ ? sqlite3_errmsg(database_) : "out of memory";
    sqlite3_close(database_);
    throw base::IoError(base::concat("cannot open ", base::pathText(path_), ": ", reason));
}

BlobReader::~BlobReader() {
    sqlite3_blob_close(blob_);
    sqlite3_close(database_);
}

void BlobReader::failed() const {
    throw base::IoError(base::concat("cannot read ", base::pathText(path_), ": ",
                                     std::string_view(sqlite3_errmsg(database_))));
}

void BlobReader::moveTo(std::int64_t row) {
    const int result = blob_
                           ? sqlite3_blob_reopen(blob_, row)
                           : sqlite3_blob_open(database_, "main", table_, column_, row, 0, &blob_);
    if (result != SQLITE_OK) failed();
}

std::size_t BlobReader::size() const {
    return static_cast<std::size_t>(sqlite3_blob_bytes(blob_));
}

void BlobReader::read(std::size_t offset, std::size_t size, void* into) {
    if (sqlite3_blob_read(blob_, into, static_cast<int>(size), static_cast<int>(offset)) !=
        SQLITE_OK)
        failed();
}

}  // namespace foretaste::store
