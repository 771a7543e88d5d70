// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "core/store/database.h"

namespace foretaste::store {

/// Writes a file of four interactions as the first versions did: a table with a row an event.
inline void writeFormOne(const std::filesystem::path& file) {
    std::filesystem::remove(file);
    Database database(file, Database::Mode::Unshared);
    database.execute(R"(
        CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT);
        CREATE TABLE row ("user" INTEGER, "item" INTEGER, "event_type" INTEGER,
                          "c_EVENT_VALUE" REAL, "c_TIMESTAMP" INTEGER, "c_IMPRESSION" TEXT);
        CREATE TABLE user (id INTEGER PRIMARY KEY, name TEXT, events INTEGER);
        CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT);
        CREATE TABLE event_type (id INTEGER PRIMARY KEY, name TEXT);
        INSERT INTO row VALUES (0, 0, 0, 0.5, 100, 'a|b'), (1, 0, 1, NULL, 50, 'a'),
                               (0, 1, 0, 2, 70, ''), (0, 0, 1, 0.1, 60, 'a');
        INSERT INTO user VALUES (0, 'anna', 3), (1, 'ben', 1);
        INSERT INTO item VALUES (0, 'film'), (1, 'book');
        INSERT INTO event_type VALUES (0, 'watch'), (1, 'click');
        INSERT INTO meta VALUES
            ('rows', '4'), ('duplicates', '2'), ('users', '2'), ('items', '2'), ('oldest', '50'),
            ('newest', '100'),
            ('schema', '{"type": "record", "name": "Interactions",
                         "namespace": "com.amazonaws.personalize.schema", "version": "1.0",
                         "fields": [{"name": "USER_ID", "type": "string"},
                                    {"name": "ITEM_ID", "type": "string"},
                                    {"name": "EVENT_TYPE", "type": "string"},
                                    {"name": "EVENT_VALUE", "type": ["null", "float"]},
                                    {"name": "TIMESTAMP", "type": "long"},
                                    {"name": "IMPRESSION", "type": "string"}]}');
        CREATE INDEX row_by_user ON row ("user", "c_TIMESTAMP");
        CREATE INDEX user_by_name ON user (name);
        PRAGMA user_version = 1)");
}

}  // namespace foretaste::store
