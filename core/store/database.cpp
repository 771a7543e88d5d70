// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"

#include <sqlite3.h>

#include <cerrno>
#include <system_error>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"

namespace foretaste::store {
namespace {

/// Why the system refused to read or write; 0 where that is not what failed.
int systemReason(sqlite3* handle) {
    const int code = sqlite3_errcode(handle);
    if (code != SQLITE_IOERR && code != SQLITE_CANTOPEN) return 0;
    int reason = 0;
    sqlite3_file_control(handle, "main", SQLITE_FCNTL_LAST_ERRNO, &reason);
    return reason != 0 ? reason : sqlite3_system_errno(handle);
}

/// Whether the system had no room for what was written. SQLite tells a full disk from other
/// failures of a write only in part.
bool isFull(int code, int reason) {
#if defined(EDQUOT)
    if (reason == EDQUOT) return true;
#endif
    return code == SQLITE_FULL || reason == ENOSPC;
}

[[noreturn]] void failed(sqlite3* handle, std::string_view doing) {
    const char* name = sqlite3_db_filename(handle, "main");
    const std::string_view file = name ? name : "a database";
    auto message = base::concat(doing, ' ', file, ": ", std::string_view(sqlite3_errmsg(handle)));
    const int code = sqlite3_errcode(handle), reason = systemReason(handle);
    if (isFull(code, reason))
        message = base::concat("the disk is full while writing ", file,
                               ": free some space and try again; nothing that was saved is lost");
    else if (reason != 0)
        message += base::concat(" (", std::system_category().message(reason), ')');
    throw base::IoError(message);
}

}  // namespace

Statement::Statement(sqlite3* database, std::string_view sql) : database_(database) {
    if (sqlite3_prepare_v3(database_, sql.data(), static_cast<int>(sql.size()), 0, &statement_,
                           nullptr) != SQLITE_OK)
        failed(database_, "cannot prepare a statement on");
}

Statement::~Statement() {
    sqlite3_finalize(statement_);
}

Statement::Statement(Statement&& other) noexcept
    : database_(other.database_), statement_(other.statement_) {
    other.statement_ = nullptr;
}

Statement& Statement::bind(int parameter, std::int64_t value) {
    if (sqlite3_bind_int64(statement_, parameter, value) != SQLITE_OK)
        failed(database_, "cannot bind a value for");
    return *this;
}

Statement& Statement::bind(int parameter, double value) {
    if (sqlite3_bind_double(statement_, parameter, value) != SQLITE_OK)
        failed(database_, "cannot bind a value for");
    return *this;
}

Statement& Statement::bind(int parameter, std::string_view text) {
    // An empty view may have no address, which SQLite would take for NULL.
    const char* data = text.data() ? text.data() : "";
    if (sqlite3_bind_text64(statement_, parameter, data, text.size(), SQLITE_TRANSIENT,
                            SQLITE_UTF8) != SQLITE_OK)
        failed(database_, "cannot bind a value for");
    return *this;
}

Statement& Statement::bindInPlace(int parameter, std::string_view text) {
    const char* data = text.data() ? text.data() : "";
    if (sqlite3_bind_text64(statement_, parameter, data, text.size(), SQLITE_STATIC, SQLITE_UTF8) !=
        SQLITE_OK)
        failed(database_, "cannot bind a value for");
    return *this;
}

Statement& Statement::bindNull(int parameter) {
    if (sqlite3_bind_null(statement_, parameter) != SQLITE_OK)
        failed(database_, "cannot bind a value for");
    return *this;
}

bool Statement::step() {
    const int result = sqlite3_step(statement_);
    if (result == SQLITE_ROW) return true;
    if (result == SQLITE_DONE) return false;
    failed(database_, "cannot use");
}

void Statement::run() {
    while (step()) {
    }
    reset();
}

void Statement::reset() {
    sqlite3_reset(statement_);
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(statement_, column);
}

double Statement::number(int column) const {
    return sqlite3_column_double(statement_, column);
}

std::string_view Statement::text(int column) const {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    return text ? std::string_view(
                      text, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)))
                : std::string_view{};
}

Database::Database(const std::filesystem::path& path, Mode mode) : path_(path) {
    int flags =
        mode == Mode::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    // Millions of rows go through the other two modes, where a mutex for every cell is felt.
    flags |= mode == Mode::ReadWrite ? SQLITE_OPEN_FULLMUTEX : SQLITE_OPEN_NOMUTEX;
    if (sqlite3_open_v2(base::pathText(path).c_str(), &handle_, flags, nullptr) != SQLITE_OK) {
        const std::string reason = handle_ ? sqlite3_errmsg(handle_) : "out of memory";
        sqlite3_close(handle_);
        throw base::IoError(base::concat("cannot open ", base::pathText(path), ": ", reason));
    }
    constexpr int kBusyMs = 5000;
    sqlite3_busy_timeout(handle_, kBusyMs);
    try {
        execute("PRAGMA foreign_keys = ON");
        if (mode == Mode::ReadWrite)
            execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
        if (mode == Mode::Unshared)
            execute(
                "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
                "PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -65536");
    } catch (...) {
        sqlite3_close(handle_);
        throw;
    }
}

// With _v2 a statement that outlives its database keeps the connection until it is gone too.
Database::~Database() {
    sqlite3_close_v2(handle_);
}

Statement Database::prepare(std::string_view sql) {
    return {handle_, sql};
}

void Database::execute(std::string_view sql) {
    if (sqlite3_exec(handle_, std::string(sql).c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        failed(handle_, "cannot use");
}

std::int64_t Database::lastInsertId() const {
    return sqlite3_last_insert_rowid(handle_);
}
std::int64_t Database::changes() const {
    return sqlite3_changes64(handle_);
}

Transaction::Transaction(Database& database) : database_(database) {
    database_.execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
    if (!open_) return;
    try {
        database_.execute("ROLLBACK");
    } catch (const base::IoError&) {
        // SQLite has rolled back by itself, as it does on a full disk.
    }
}

void Transaction::commit() {
    database_.execute("COMMIT");
    open_ = false;
}

}  // namespace foretaste::store
