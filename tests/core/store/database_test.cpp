// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/store/migrations.h"
#include "tests/core/base/temporary_folder.h"

namespace foretaste::store {
namespace {

using tests::messageOf;
using tests::says;
using tests::TemporaryFolder;

std::int64_t only(Database& database, std::string_view sql) {
    auto statement = database.prepare(sql);
    EXPECT_TRUE(statement.step());
    return statement.integer(0);
}

TEST(DatabaseTest, BindsAndReadsEveryKindOfValue) {
    TemporaryFolder folder;
    Database database(folder / "a.db");
    database.execute("CREATE TABLE t (a INTEGER, b REAL, c TEXT, d TEXT)");
    auto insert = database.prepare("INSERT INTO t VALUES (?,?,?,?)");
    const std::string withZero("a\0b", 3);
    insert.bind(1, std::int64_t{1} << 62).bind(2, 0.1).bind(3, withZero).bindNull(4).run();
    EXPECT_EQ(database.lastInsertId(), 1);
    insert.bind(1, std::int64_t{-1}).bind(2, -0.0).bindInPlace(3, {}).bind(4, "d").run();

    auto select = database.prepare("SELECT a, b, c, d FROM t ORDER BY rowid");
    ASSERT_TRUE(select.step());
    EXPECT_EQ(select.integer(0), std::int64_t{1} << 62);
    EXPECT_EQ(select.number(1), 0.1);
    EXPECT_EQ(select.text(2), withZero);
    EXPECT_TRUE(select.isNull(3));
    ASSERT_TRUE(select.step());
    EXPECT_FALSE(select.isNull(2)) << "an empty text is not null";
    EXPECT_EQ(select.text(2), "");
    EXPECT_EQ(select.text(3), "d");
    EXPECT_FALSE(select.step());
}

TEST(DatabaseTest, KeepsCommitsDurableAndForeignKeysOn) {
    TemporaryFolder folder;
    Database database(folder / "a.db");
    EXPECT_EQ(only(database, "PRAGMA foreign_keys"), 1);
    EXPECT_EQ(only(database, "PRAGMA synchronous"), 2) << "FULL";
    auto mode = database.prepare("PRAGMA journal_mode");
    mode.step();
    EXPECT_EQ(mode.text(0), "wal");
    EXPECT_EQ(only(database, "PRAGMA busy_timeout"), 5000);
}

TEST(DatabaseTest, ATransactionIsAllOrNothing) {
    TemporaryFolder folder;
    Database database(folder / "a.db");
    database.execute("CREATE TABLE t (a)");
    {
        Transaction abandoned(database);
        database.execute("INSERT INTO t VALUES (1)");
    }
    EXPECT_EQ(only(database, "SELECT count(*) FROM t"), 0);
    {
        Transaction kept(database);
        database.execute("INSERT INTO t VALUES (1)");
        kept.commit();
    }
    EXPECT_EQ(only(database, "SELECT count(*) FROM t"), 1);
}

TEST(DatabaseTest, ErrorsNameTheFileAndTheReason) {
    TemporaryFolder folder;
    EXPECT_TRUE(says(messageOf<base::IoError>([&] { Database(folder / "none" / "a.db"); }),
                     {"cannot open", "a.db", "unable to open"}));
    EXPECT_TRUE(says(
        messageOf<base::IoError>([&] { Database(folder / "none.db", Database::Mode::ReadOnly); }),
        {"cannot open", "none.db"}));
    const auto text = folder.write("text.db", std::string(4096, 'x'));
    EXPECT_TRUE(says(messageOf<base::IoError>([&] { Database{text}; }),
                     {"text.db", "file is not a database"}));
    Database database(folder / "a.db");
    EXPECT_TRUE(says(messageOf<base::IoError>([&] { database.execute("SELEC 1"); }),
                     {"a.db", "syntax error"}));
    EXPECT_TRUE(says(messageOf<base::IoError>([&] { database.prepare("SELECT a FROM t"); }),
                     {"a.db", "no such table: t"}));
}

TEST(DatabaseTest, AFullDiskSaysSoAndLosesNothing) {
    TemporaryFolder folder;
    Database database(folder / "a.db");
    database.execute("CREATE TABLE t (a); INSERT INTO t VALUES ('first')");
    database.execute("PRAGMA max_page_count = 8");  // SQLite's own way of a disk that is full
    const std::string large(100000, 'x');
    const auto message = messageOf<base::IoError>([&] {
        Transaction transaction(database);
        database.prepare("INSERT INTO t VALUES (?)").bind(1, large).run();
        transaction.commit();
    });
    EXPECT_TRUE(says(message, {"disk is full", "a.db", "free some space"})) << message;
    EXPECT_EQ(only(database, "SELECT count(*) FROM t"), 1);
    database.execute("PRAGMA max_page_count = 1000");
    database.prepare("INSERT INTO t VALUES (?)").bind(1, large).run();
    EXPECT_EQ(only(database, "SELECT count(*) FROM t"), 2);
}

TEST(MigrationsTest, MakesTheTablesOnceAndOnlyOnce) {
    TemporaryFolder folder;
    Database database(folder / "foretaste.db");
    migrate(database);
    database.execute("INSERT INTO campaign VALUES ('arn', '', 'home', 'ACTIVE', 1, 2, '{}', '')");
    migrate(database);
    EXPECT_EQ(only(database, "SELECT count(*) FROM campaign"), 1);
    for (const char* table :
         {"dataset_group", "schema", "dataset", "dataset_import_job", "event_tracker", "solution",
          "solution_version", "tag", "setting", "activity", "event", "filter", "put_record"})
        EXPECT_EQ(only(database, base::concat("SELECT count(*) FROM ", std::string_view(table))),
                  0);
}

TEST(MigrationsTest, ANewStepKeepsTheDataAndACopyOfBefore) {
    TemporaryFolder folder;
    const std::vector<std::string> old{"CREATE TABLE t (a); INSERT INTO t VALUES (7);"};
    auto steps = old;
    steps.push_back("ALTER TABLE t ADD COLUMN b INTEGER NOT NULL DEFAULT 3;");
    Database database(folder / "foretaste.db");
    migrate(database, old);
    migrate(database, steps);
    EXPECT_EQ(only(database, "SELECT 10 * a + b FROM t"), 73);
    Database copy(folder / "foretaste.db.form-1", Database::Mode::ReadOnly);
    EXPECT_EQ(only(copy, "SELECT a FROM t"), 7);
    EXPECT_EQ(only(copy, "PRAGMA user_version"), 1);
}

TEST(MigrationsTest, AStepThatFailsChangesNothing) {
    TemporaryFolder folder;
    const std::vector<std::string> old{"CREATE TABLE t (a);"};
    auto steps = old;
    steps.push_back("ALTER TABLE t ADD COLUMN b; INSERT INTO nowhere VALUES (1);");
    Database database(folder / "foretaste.db");
    migrate(database, old);
    EXPECT_THROW(migrate(database, steps), base::IoError);
    EXPECT_EQ(only(database, "PRAGMA user_version"), 1);
    EXPECT_THROW(database.prepare("SELECT b FROM t"), base::IoError);
    EXPECT_THROW(migrate(database, steps), base::IoError) << "the copy of before is no obstacle";
}

TEST(MigrationsTest, ANewerDatabaseIsRefused) {
    TemporaryFolder folder;
    Database database(folder / "foretaste.db");
    migrate(database);
    database.execute("PRAGMA user_version = 99");
    EXPECT_TRUE(says(messageOf<base::IoError>([&] { migrate(database); }),
                     {"foretaste.db", "newer version", "99"}));
}

}  // namespace
}  // namespace foretaste::store
