// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"

#include <sqlite3.h>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"

namespace foretaste::store {
namespace {

[[noreturn]] void failed(sqlite3* handle, const std::string& doing) {
    const int code = sqlite3_errcode(handle);
    const char* file = handle ? sqlite3_db_filename(handle, "main") : nullptr;
    std::string message = base::concat(doing, ' ', std::string_view(file ? file : ""), ": ",
                                       std::string_view(sqlite3_errmsg(handle)));
    if (code == SQLITE_FULL || (code == SQLITE_IOERR && sqlite3_system_errno(handle) == 28))
        message = base::concat("the disk is full while writing ",
                               std::string_view(file ? file : "a database"),
                               ": free some space and try again; nothing that was saved is lost");
    throw base::IoError(message);
}

}  // namespace

Statement::Statement(sqlite3* database, std::string_view sql) : database_(database) {
    if (sqlite3_prepare_v3(database_, sql.data(), static_cast<int>(sql.size()), 0, &statement_,
                           nullptr) != SQLITE_OK)
        failed(database_, "cannot prepare a statement on");
}

Statement::~Statement() { sqlite3_finalize(statement_); }

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

void Statement::reset() { sqlite3_reset(statement_); }

bool Statement::isNull(int column) const {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(statement_, column);
}

double Statement::number(int column) const { return sqlite3_column_double(statement_, column); }

std::string_view Statement::text(int column) const {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    return text ? std::string_view(text, static_cast<std::size_t>(
                                             sqlite3_column_bytes(statement_, column)))
                : std::string_view{};
}

Database::Database(const std::filesystem::path& path, Mode mode) : path_(path) {
    const int flags = mode == Mode::ReadOnly ? SQLITE_OPEN_READONLY
                                             : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    if (sqlite3_open_v2(base::pathText(path).c_str(), &handle_, flags | SQLITE_OPEN_FULLMUTEX,
                        nullptr) != SQLITE_OK) {
        const std::string reason = handle_ ? sqlite3_errmsg(handle_) : "out of memory";
        sqlite3_close(handle_);
        throw base::IoError(base::concat("cannot open ", base::pathText(path), ": ", reason));
    }
    constexpr int kBusyMs = 5000;
    sqlite3_busy_timeout(handle_, kBusyMs);
    sqlite3_extended_result_codes(handle_, 0);
    try {
        execute("PRAGMA foreign_keys = ON");
        // FULL: what a commit has returned from survives a loss of power.
        if (mode == Mode::ReadWrite) execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    } catch (...) {
        sqlite3_close(handle_);
        throw;
    }
}

Database::~Database() { sqlite3_close(handle_); }

Statement Database::prepare(std::string_view sql) { return {handle_, sql}; }

void Database::execute(std::string_view sql) {
    if (sqlite3_exec(handle_, std::string(sql).c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        failed(handle_, "cannot use");
}

std::int64_t Database::lastInsertId() const { return sqlite3_last_insert_rowid(handle_); }
std::int64_t Database::changes() const { return sqlite3_changes64(handle_); }

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
