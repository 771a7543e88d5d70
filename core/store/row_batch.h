// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/schema/schema.h"
#include "core/store/column_block.h"

namespace foretaste::store {

/// How a field's cells are kept.
enum class Role { User, Item, EventType, Text, Whole, Real };

/// Rows on their way into a generation, column by column: ids, event types and texts as text, the
/// others as numbers. Several threads can fill one each.
class RowBatch {
public:
    explicit RowBatch(const schema::Schema& schema);

    /// A row in schema order as text that has passed the row checks; an empty optional is null.
    void add(const std::vector<std::optional<std::string_view>>& cells);

    // Or column by column: one cell of every column a row.
    void addNull(std::size_t column);
    void addWhole(std::size_t column, std::int64_t value);
    void addReal(std::size_t column, double value);
    void addText(std::size_t column, std::string_view text);

    std::size_t rows() const { return columns_.empty() ? 0 : columns_[0].isNull.size(); }
    std::size_t columns() const { return columns_.size(); }
    Role role(std::size_t column) const { return columns_[column].role; }
    void clear();

    bool isNull(std::size_t column, std::size_t row) const { return columns_[column].isNull[row]; }
    std::int64_t whole(std::size_t column, std::size_t row) const {
        return columns_[column].wholes[row];
    }
    double real(std::size_t column, std::size_t row) const { return columns_[column].reals[row]; }
    std::string_view text(std::size_t column, std::size_t row) const {
        const auto& ends = columns_[column].ends;
        const std::size_t begin = row == 0 ? 0 : ends[row - 1];
        return std::string_view(columns_[column].texts).substr(begin, ends[row] - begin);
    }
    /// Of an id's text, as Interner wants it.
    std::uint32_t hash(std::size_t column, std::size_t row) const {
        return columns_[column].hashes[row];
    }

private:
    struct Column {
        Role role;
        std::vector<char> isNull;
        std::vector<std::int64_t> wholes;
        std::vector<double> reals;
        std::vector<std::size_t> ends;  ///< of each text in `texts`
        std::string texts;
        std::vector<std::uint32_t> hashes;  ///< of users, items and event types
    };
    std::vector<Column> columns_;
};

}  // namespace foretaste::store
