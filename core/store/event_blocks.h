// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/store/blob_reader.h"
#include "core/store/column_block.h"
#include "core/store/generation_file.h"

namespace foretaste::store {

/// One cell as it is kept: ids and event types as numbers.
struct Cell {
    bool isNull = true;
    std::int64_t whole = 0;
    double real = 0;
    std::string text;

    double number() const { return real + static_cast<double>(whole); }  ///< of either kind
};

/// What a list by number holds for a number that was read.
template <class T>
const T& entryAt(const std::vector<T>& list, std::int64_t number) {
    if (static_cast<std::uint64_t>(number) >= list.size()) refuseDamaged();
    return list[static_cast<std::size_t>(number)];
}

/// Reads the events of a generation file. Rows count from 0 in the order of import. Throws
/// base::IoError.
class EventBlocks {
public:
    explicit EventBlocks(GenerationFile& file);

    struct Block {
        std::size_t firstRow = 0, rows = 0;
        std::int64_t oldest = 0, newest = 0;  ///< epoch seconds
    };
    std::vector<Block> blocks();

    /// A field's cells in one block; holds until the next call.
    ColumnCells column(std::size_t block, std::size_t field);
    /// A field's cells in some rows, in any order; neighbours are read together.
    std::vector<Cell> cells(std::size_t field, const std::vector<std::size_t>& rows);

    /// The rows of a user's newest events, at most `limit`, the oldest of them first.
    std::vector<std::size_t> rowsOfUser(std::string_view userId, std::size_t limit);

private:
    Cell cellAt(std::size_t block, std::size_t field, std::size_t row);

    GenerationFile& file_;
    BlobReader pieces_;
    std::string column_;       ///< that was read last
    std::int64_t piece_ = -1;  ///< that pieces_ stands on for cellAt(), of layout_
    std::optional<ColumnLayout> layout_;
};

/// Looks up the names of users, items or event types by number.
class NameReader {
public:
    NameReader(GenerationFile& file, const char* table);
    std::string name(std::int64_t number);

private:
    Statement statement_;
};

/// Rows as text in schema order.
std::vector<std::vector<std::optional<std::string>>> eventTexts(
    GenerationFile& file, const std::vector<std::size_t>& rows);

}  // namespace foretaste::store
