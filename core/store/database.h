// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace foretaste::store {

/// One prepared statement. Bind, step, read columns; columns count from 0, parameters from 1.
/// Text views are valid until the next step or reset.
class Statement {
public:
    Statement(sqlite3* database, std::string_view sql);
    ~Statement();
    Statement(Statement&& other) noexcept;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    Statement& operator=(Statement&&) = delete;

    Statement& bind(int parameter, std::int64_t value);
    Statement& bind(int parameter, double value);
    Statement& bind(int parameter, std::string_view text);  ///< copies the text
    /// Without a copy: the text must live until the statement has been run.
    Statement& bindInPlace(int parameter, std::string_view text);
    Statement& bindNull(int parameter);

    bool step();  ///< true: a row is there; false: done
    void run();   ///< step to the end and reset, for writes
    void reset();

    bool isNull(int column) const;
    std::int64_t integer(int column) const;
    double number(int column) const;
    std::string_view text(int column) const;

private:
    sqlite3* database_;
    sqlite3_stmt* statement_ = nullptr;
};

/// One connection to one SQLite file; belongs to one thread at a time. Foreign keys on, a busy
/// time-out of five seconds. Every failure throws base::IoError with the file's name and SQLite's
/// words; a full disk says so.
class Database {
public:
    enum class Mode {
        ReadWrite,  ///< write-ahead log; a commit that has returned survives a loss of power
        ReadOnly,
        /// For a file that nobody else sees before it is finished and flushed by its writer: no
        /// journal, no flushes, nothing to roll back. A failure leaves rubbish to be deleted.
        Unshared,
    };
    explicit Database(const std::filesystem::path& path, Mode mode = Mode::ReadWrite);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    Statement prepare(std::string_view sql);
    void execute(std::string_view sql);  ///< one or more statements without parameters
    std::int64_t lastInsertId() const;
    std::int64_t changes() const;
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
    sqlite3* handle_ = nullptr;
};

/// Writes under BEGIN IMMEDIATE; rolled back unless commit() was called.
class Transaction {
public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    Database& database_;
    bool open_ = true;
};

}  // namespace foretaste::store
