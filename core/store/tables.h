// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "core/schema/schema.h"

namespace foretaste::store {

/// The value of a float column where the cell is null.
inline constexpr float kNoValue = std::numeric_limits<float>::quiet_NaN();

/// The number of an event type as tables keep it. Throws ServiceError (InvalidInput) where a
/// dataset has more types than 16 bits can number: its EVENT_TYPE is something else.
std::int16_t eventTypeNumber(std::int32_t number);

/// All interactions of a dataset in memory: bulk rows in file order, then the events put one by one
/// in the order of their arrival. Rows are not sorted by time. Column by column, ids as integers.
struct InteractionTable {
    std::vector<std::string> users;       ///< id text by user number
    std::vector<std::string> items;       ///< id text by item number
    std::vector<std::string> eventTypes;  ///< by event-type number; empty without EVENT_TYPE

    std::vector<std::int32_t> user;       ///< [rows]
    std::vector<std::int32_t> item;       ///< [rows]
    std::vector<std::int64_t> timestamp;  ///< [rows], epoch seconds
    std::vector<std::int16_t> eventType;  ///< [rows] or empty; -1: null
    std::vector<float> eventValue;        ///< [rows] or empty; kNoValue: null

    std::size_t rows() const { return user.size(); }
};

/// One column of an Items or Users dataset.
struct RecordColumn {
    schema::Field field;
    std::vector<std::string> text;  ///< [rows] for string fields; empty string where null
    std::vector<double> number;     ///< [rows] for numeric fields; NaN where null
};

/// All records of an Items or Users dataset; a record put later replaces one of the same id.
struct RecordTable {
    std::vector<std::string> ids;       ///< [rows], unique
    std::vector<RecordColumn> columns;  ///< every field but the id, in schema order

    std::size_t rows() const { return ids.size(); }
    const RecordColumn* find(std::string_view name) const;  ///< any case; null where none
};

}  // namespace foretaste::store
