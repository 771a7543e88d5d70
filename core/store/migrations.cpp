// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/migrations.h"

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"

namespace foretaste::store {
namespace {

// A step that has been released is never edited; what changes later is a new step.

/// The table of one kind of resource.
std::string resourceTable(std::string_view noun) {
    return base::concat("CREATE TABLE ", noun,
                        " (arn TEXT PRIMARY KEY, parent TEXT NOT NULL DEFAULT '',"
                        " name TEXT NOT NULL, status TEXT NOT NULL,"
                        " created_ms INTEGER NOT NULL, updated_ms INTEGER NOT NULL,"
                        " body TEXT NOT NULL, extra TEXT NOT NULL DEFAULT '') STRICT;"
                        "CREATE INDEX ",
                        noun, "_by_parent ON ", noun, " (parent);");
}

std::string firstStep() {
    std::string sql;
    for (const char* noun : {"dataset_group", "schema", "dataset", "dataset_import_job",
                             "event_tracker", "solution", "solution_version", "campaign"})
        sql += resourceTable(noun);
    // An event without a user is given to the user that its session names: hence two indices over
    // the sessions, one of each kind of event.
    sql += R"(
        CREATE TABLE tag (
            arn TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,
            PRIMARY KEY (arn, key)) STRICT;
        CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
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
        CREATE INDEX event_by_time ON event (dataset, timestamp);
        CREATE INDEX event_of_user_by_session ON event (dataset, session_id) WHERE user_id <> '';
        CREATE INDEX event_of_nobody_by_session ON event (dataset, session_id) WHERE user_id = '';)";
    return sql;
}

/// Filters, and the records of PutItems and PutUsers.
std::string secondStep() {
    return resourceTable("filter") + R"(
        CREATE TABLE put_record (
            dataset TEXT NOT NULL, id TEXT NOT NULL, cells TEXT NOT NULL,
            PRIMARY KEY (dataset, id)) STRICT;)";
}

/// Jobs that write a dataset out, and jobs that delete users from a group.
std::string thirdStep() {
    return resourceTable("dataset_export_job") + resourceTable("data_deletion_job");
}

/// Recommendations for many users or items at once.
std::string fourthStep() {
    return resourceTable("batch_inference_job");
}

/// Models of use cases that answer.
std::string fifthStep() {
    return resourceTable("recommender");
}

/// What recommendations have brought, and who is said to have recommended.
std::string sixthStep() {
    return resourceTable("metric_attribution") +
           "ALTER TABLE event ADD COLUMN source TEXT NOT NULL DEFAULT '';";
}

/// Users for items.
std::string seventhStep() {
    return resourceTable("batch_segment_job");
}

int formOf(Database& database) {
    auto statement = database.prepare("PRAGMA user_version");
    statement.step();
    return static_cast<int>(statement.integer(0));
}

void backUp(Database& database, int form) {
    auto copy = database.path();
    copy += base::concat(".form-", form);
    std::error_code ignored;  // a copy that an earlier, failed attempt made is in the way
    std::filesystem::remove(copy, ignored);
    database.prepare("VACUUM INTO ?").bind(1, base::pathText(copy)).run();
    base::syncToDisk(copy);
}

}  // namespace

void migrate(Database& database, const std::vector<std::string>& steps) {
    const int form = formOf(database), newest = static_cast<int>(steps.size());
    if (form > newest)
        throw base::IoError(base::concat(
            base::pathText(database.path()), " was written by a newer version of Foretaste (form ",
            form, "; this program knows ", newest, "): open it with that version"));
    if (form > 0 && form < newest) backUp(database, form);
    for (int next = form; next < newest; ++next) {
        Transaction transaction(database);
        database.execute(steps[static_cast<std::size_t>(next)]);
        database.execute(base::concat("PRAGMA user_version = ", next + 1));
        transaction.commit();
    }
}

void migrate(Database& database) {
    migrate(database, {firstStep(), secondStep(), thirdStep(), fourthStep(), fifthStep(),
                       sixthStep(), seventhStep()});
}

}  // namespace foretaste::store
