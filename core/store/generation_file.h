// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/schema/schema.h"
#include "core/store/database.h"

// A generation file:
//   meta(key, value)            the schema and the totals
//   Interactions, ActionInteractions
//     user(id, name, events)    ids are numbers in the order in which they first occur
//     item(id, name), event_type(id, name)
//     row(...)                  one column a field: numbers for user, item and event type
//   Items, Users, Actions
//     row(...)                  one column a field; the id is unique

namespace foretaste::store {

/// The file's user_version, written last: a file with it is a finished one.
inline constexpr std::int64_t kGenerationForm = 1;

/// How a field's cells are kept.
enum class Role { User, Item, EventType, Text, Whole, Real };

bool holdsEvents(schema::DatasetType type);          ///< rather than records
std::string_view idField(schema::DatasetType type);  ///< of the item, or of the record
Role roleOf(const schema::Field& field, schema::DatasetType type);
std::string columnName(const schema::Field& field, Role role);  ///< of table row, quoted

/// A finished file, for reading. Throws base::IoError where it is none.
class GenerationFile {
public:
    explicit GenerationFile(const std::filesystem::path& path);

    std::int64_t number(std::string_view key);  ///< of the totals
    bool has(std::string_view field) const { return schema.find(field) != nullptr; }
    /// The column of table row that keeps a field; "NULL" for a field that the file does not have.
    std::string columnOf(std::string_view field) const;
    /// Table user, item or event_type as texts by number.
    std::vector<std::string> names(const char* table);

    Database database;
    schema::Schema schema;
    schema::DatasetType type;

private:
    std::string meta(std::string_view key);
};

}  // namespace foretaste::store
