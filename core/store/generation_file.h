// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/schema/schema.h"
#include "core/store/database.h"
#include "core/store/row_batch.h"

// A generation file:
//   meta(key, value)            the schema and the totals
//   Interactions, ActionInteractions: blocks of 65,536 rows, column by column
//     user(id, name, events, first)  ids are numbers in the order in which they first occur
//     item(id, name), event_type(id, name)
//     block(id, rows, oldest, newest)
//     piece(id, data)                one column of one block (column_block.h); users, items and
//                                    event types as numbers; id = block * fields + field
//     user_row(id, data)             row numbers (4 bytes) by user, then by time, 65,536 a piece;
//                                    a user's are the `events` ones from `first` on
//   Items, Users, Actions
//     row(...)                  one column a field; the id is unique

namespace foretaste::store {

/// The file's user_version, written last: a file with it is a finished one. Form 1 kept events,
/// too, as a table `row` with numbers in the columns user, item and event_type; see
/// upgradeGeneration().
inline constexpr std::int64_t kFormOfRecords = 1, kFormOfEvents = 2;

bool holdsEvents(schema::DatasetType type);          ///< rather than records
std::string_view idField(schema::DatasetType type);  ///< of the item, or of the record
Role roleOf(const schema::Field& field, schema::DatasetType type);
std::string columnName(const schema::Field& field, Role role);  ///< of table row, quoted

/// The id of a column of a block in table piece.
inline std::int64_t pieceNumber(std::size_t block, std::size_t field, std::size_t fields) {
    return static_cast<std::int64_t>(block * fields + field);
}

/// A finished file, for reading. Throws base::IoError where it is none.
class GenerationFile {
public:
    enum class Accept { Present, Older };  ///< forms
    explicit GenerationFile(const std::filesystem::path& path, Accept accept = Accept::Present);

    /// Whether it keeps its rows in blocks rather than in a table.
    bool hasBlocks() const { return form_ == kFormOfEvents; }

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
    std::int64_t form_ = 0;
};

}  // namespace foretaste::store
