// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/schema/schema.h"

namespace foretaste::filter {

/// The values of a text cell: several, joined by '|', where the field is categorical; none where
/// the cell is null.
std::vector<std::string> valuesOf(const schema::Field& field, std::string_view cell);

/// A text column by row, each distinct value once.
class TextColumn {
public:
    void addRow(const std::vector<std::string>& values);
    std::size_t rows() const { return offsets_.size() - 1; }
    /// [distinct values]: 1 for those that are among `wanted`.
    std::vector<std::uint8_t> marked(const std::vector<std::string>& wanted) const;
    /// Whether one of the row's values is marked.
    bool hasMarked(std::size_t row, const std::vector<std::uint8_t>& marks) const {
        for (auto i = offsets_[row]; i < offsets_[row + 1]; ++i)
            if (marks[codes_[i]]) return true;
        return false;
    }

private:
    std::unordered_map<std::string, std::uint32_t> codeOf_;
    std::vector<std::size_t> offsets_{0};  ///< [rows + 1] into codes_
    std::vector<std::uint32_t> codes_;
};

using NumberColumn = std::vector<double>;  ///< by row; NaN where null

/// What a filter picks from. A column is read when a filter first asks for it, and kept. Any thread
/// may call.
class Records {
public:
    /// How a column is read and where an id stands; fields come in any case.
    struct Reader {
        std::function<TextColumn(std::string_view field)> text;
        std::function<NumberColumn(std::string_view field)> numbers;
        std::function<std::optional<std::size_t>(std::string_view id)> rowOf;
    };
    Records(std::size_t rows, Reader reader) : rows_(rows), reader_(std::move(reader)) {}

    std::size_t rows() const { return rows_; }
    const TextColumn& text(std::string_view field) const;
    const NumberColumn& numbers(std::string_view field) const;
    std::optional<std::size_t> rowOf(std::string_view id) const { return reader_.rowOf(id); }

private:
    std::size_t rows_;
    Reader reader_;
    mutable std::mutex mutex_;
    mutable std::map<std::string, std::unique_ptr<TextColumn>> texts_;
    mutable std::map<std::string, std::unique_ptr<NumberColumn>> numbers_;
};

}  // namespace foretaste::filter
