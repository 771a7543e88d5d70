// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// One column of a block of rows as bytes. Every cell has its fixed place, so that one can be read
// without the others:
//
//   header   16 bytes: kind, width, whether there are nulls, 0, rows (4), base (8)
//   nulls    a bit a row, 1: null; only where there are nulls
//   Whole    rows x width bytes, added to the base; width 0, 1, 2, 4 or 8
//   Real     rows x 4 bytes where all of them are floats, else x 8
//   Text     (rows + 1) x 4 bytes, where each text begins; then the texts
//
// All numbers are little-endian.

namespace foretaste::store {

/// Rows of a block; the last one of a file has fewer.
inline constexpr std::size_t kBlockRows = 65536;

enum class ColumnKind : std::uint8_t { Whole, Real, Text };

/// Throws base::IoError: what a file says of its rows cannot be.
[[noreturn]] void refuseDamaged();

/// Gathers a column of a block and encodes it.
class ColumnBuilder {
public:
    explicit ColumnBuilder(ColumnKind kind) : kind_(kind) {}

    ColumnKind kind() const { return kind_; }
    std::size_t rows() const { return nulls_.size(); }
    void addNull();
    void addWhole(std::int64_t value);
    void addReal(double value);
    void addText(std::string_view text);
    /// The numbers of a Whole column so far; 0 where null.
    std::span<const std::int64_t> wholes() const { return wholes_; }

    /// Holds until the next call; the builder goes on where it was.
    std::string_view encode();
    void clear();

private:
    ColumnKind kind_;
    bool hasNulls_ = false;
    std::vector<bool> nulls_;
    std::vector<std::int64_t> wholes_;
    std::vector<double> reals_;
    std::vector<std::uint32_t> begins_;
    std::string texts_, encoded_;
};

/// Where things are in an encoded column.
struct ColumnLayout {
    static constexpr std::size_t kHeaderBytes = 16;
    /// From a column's first bytes; throws base::IoError where these are none.
    explicit ColumnLayout(std::string_view header);

    ColumnKind kind;
    std::size_t width;  ///< of a value in bytes
    bool hasNulls;
    std::size_t rows;
    std::int64_t base;
    std::size_t valuesAt;  ///< bytes from the beginning
    std::size_t textsAt;   ///< of a Text column

    std::int64_t whole(const char* value) const;
    double real(const char* value) const;
};

/// Reads an encoded column, which must outlive this. Throws base::IoError where it is damaged.
class ColumnCells {
public:
    explicit ColumnCells(std::string_view encoded);

    std::size_t rows() const { return layout_.rows; }
    ColumnKind kind() const { return layout_.kind; }
    bool isNull(std::size_t row) const {
        return layout_.hasNulls &&
               (static_cast<unsigned char>(data_[ColumnLayout::kHeaderBytes + row / 8]) >>
                (row % 8)) %
                       2 !=
                   0;
    }
    std::int64_t whole(std::size_t row) const { return layout_.whole(value(row)); }
    double real(std::size_t row) const { return layout_.real(value(row)); }
    std::string_view text(std::size_t row) const;
    /// All numbers of a Whole column; the base where null.
    void wholes(std::int64_t* into) const;

private:
    const char* value(std::size_t row) const {
        return data_.data() + layout_.valuesAt + row * layout_.width;
    }
    std::string_view data_;
    ColumnLayout layout_;
};

}  // namespace foretaste::store
