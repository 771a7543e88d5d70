// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/migrations.h"

#include <string>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"

namespace foretaste::store {
namespace {

// A step that has been released is never edited; what changes later is a new step.

std::string firstStep() {
    std::string sql;
    for (const char* noun : {"dataset_group", "schema", "dataset", "dataset_import_job",
                             "event_tracker", "solution", "solution_version", "campaign"})
        sql += base::concat("CREATE TABLE ", noun,
                            " (arn TEXT PRIMARY KEY, parent TEXT NOT NULL DEFAULT '',"
                            " name TEXT NOT NULL, status TEXT NOT NULL,"
                            " created_ms INTEGER NOT NULL, updated_ms INTEGER NOT NULL,"
                            " body TEXT NOT NULL, extra TEXT NOT NULL DEFAULT '') STRICT;"
                            "CREATE INDEX ",
                            noun, "_by_parent ON ", noun, " (parent);");
    sql += R"(
        CREATE TABLE activity (
            id INTEGER PRIMARY KEY AUTOINCREMENT, at_ms INTEGER NOT NULL, kind TEXT NOT NULL,
            arn TEXT NOT NULL, text TEXT NOT NULL, failed INTEGER NOT NULL) STRICT;
        CREATE TABLE event (
            id INTEGER PRIMARY KEY AUTOINCREMENT, dataset TEXT NOT NULL, event_id TEXT NOT NULL,
            user_id TEXT NOT NULL, session_id TEXT NOT NULL, event_type TEXT NOT NULL,
            event_value REAL, item_id TEXT NOT NULL, timestamp INTEGER NOT NULL,
            impression TEXT NOT NULL, recommendation_id TEXT NOT NULL,
            properties TEXT NOT NULL) STRICT;
        CREATE INDEX event_by_user ON event (dataset, user_id, timestamp);
        CREATE INDEX event_by_session ON event (dataset, session_id);
        CREATE INDEX event_by_time ON event (dataset, timestamp);)";
    return sql;
}

constexpr int kSteps = 1;

std::string step(int number) {
    switch (number) {
        case 1: return firstStep();
        default: return {};
    }
}

int versionOf(Database& database) {
    auto statement = database.prepare("PRAGMA user_version");
    statement.step();
    return static_cast<int>(statement.integer(0));
}

}  // namespace

void migrate(Database& database) {
    const int version = versionOf(database);
    if (version > kSteps)
        throw base::IoError(base::concat(base::pathText(database.path()),
                                         " was written by a newer version of Foretaste (form ",
                                         version, ", this program knows ", kSteps,
                                         "): open it with that version"));
    if (version > 0 && version < kSteps) {
        auto copy = database.path();
        copy += base::concat(".before-form-", version + 1);
        std::error_code ignored;  // VACUUM INTO refuses a file that is there
        std::filesystem::remove(copy, ignored);
        database.prepare("VACUUM INTO ?").bind(1, base::pathText(copy)).run();
    }
    for (int number = version + 1; number <= kSteps; ++number) {
        Transaction transaction(database);
        database.execute(step(number));
        database.execute(base::concat("PRAGMA user_version = ", number));
        transaction.commit();
    }
}

}  // namespace foretaste::store
