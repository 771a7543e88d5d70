// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/column_block.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

#include "core/base/error.h"

namespace foretaste::store {
namespace {

static_assert(std::endian::native == std::endian::little,
              "generation files are little-endian: swap bytes here for another machine");

std::size_t nullBytes(std::size_t rows) {
    return (rows + 63) / 64 * 8;  // a multiple of 8 keeps the values aligned
}

template <class T>
T load(const char* from) {
    T value;
    std::memcpy(&value, from, sizeof value);
    return value;
}

/// Calls use(T()) with the unsigned type of a width; not for width 0.
template <class Use>
void withWidth(std::size_t width, Use use) {
    switch (width) {
        case 1: use(std::uint8_t{}); break;
        case 2: use(std::uint16_t{}); break;
        case 4: use(std::uint32_t{}); break;
        default: use(std::uint64_t{}); break;
    }
}

std::size_t widthOf(std::uint64_t largest) {
    return largest == 0         ? 0
           : largest < 1U << 8  ? 1
           : largest < 1U << 16 ? 2
           : largest >> 32      ? 8
                                : 4;
}

}  // namespace

void refuseDamaged() {
    throw base::IoError(
        "a file of imported rows is damaged: import the data again, or restore the workspace from "
        "a copy");
}

void ColumnBuilder::addNull() {
    nulls_.push_back(true);
    hasNulls_ = true;
    switch (kind_) {
        case ColumnKind::Whole: wholes_.push_back(0); break;
        case ColumnKind::Real: reals_.push_back(0); break;
        case ColumnKind::Text: begins_.push_back(static_cast<std::uint32_t>(texts_.size())); break;
    }
}

void ColumnBuilder::addWhole(std::int64_t value) {
    nulls_.push_back(false);
    wholes_.push_back(value);
}

void ColumnBuilder::addReal(double value) {
    nulls_.push_back(false);
    reals_.push_back(value);
}

void ColumnBuilder::addText(std::string_view text) {
    nulls_.push_back(false);
    begins_.push_back(static_cast<std::uint32_t>(texts_.size()));
    texts_ += text;
}

void ColumnBuilder::clear() {
    hasNulls_ = false;
    nulls_.clear();
    wholes_.clear();
    reals_.clear();
    begins_.clear();
    texts_.clear();
}

std::string_view ColumnBuilder::encode() {
    const std::size_t count = rows();
    std::int64_t base = 0;
    std::size_t width = sizeof(std::uint32_t);
    if (kind_ == ColumnKind::Whole) {
        // A null counts as 0 here, which may cost a byte and nothing else.
        const auto [low, high] = std::minmax_element(wholes_.begin(), wholes_.end());
        base = count == 0 ? 0 : *low;
        width = count == 0
                    ? 0
                    : widthOf(static_cast<std::uint64_t>(*high) - static_cast<std::uint64_t>(*low));
    } else if (kind_ == ColumnKind::Real) {
        constexpr double kLargest = std::numeric_limits<float>::max();
        const bool floats = std::all_of(reals_.begin(), reals_.end(), [](double value) {
            return std::abs(value) <= kLargest &&
                   static_cast<double>(static_cast<float>(value)) == value;
        });
        if (!floats) width = sizeof(double);
    }
    const std::size_t valuesAt = ColumnLayout::kHeaderBytes + (hasNulls_ ? nullBytes(count) : 0);
    const bool isText = kind_ == ColumnKind::Text;
    encoded_.assign(valuesAt + (count + (isText ? 1 : 0)) * width, '\0');
    char* out = encoded_.data();
    out[0] = static_cast<char>(kind_);
    out[1] = static_cast<char>(width);
    out[2] = hasNulls_ ? 1 : 0;
    const auto rowCount = static_cast<std::uint32_t>(count);
    std::memcpy(out + 4, &rowCount, sizeof rowCount);
    std::memcpy(out + 8, &base, sizeof base);
    if (hasNulls_)
        for (std::size_t row = 0; row < count; ++row)
            if (nulls_[row])
                out[ColumnLayout::kHeaderBytes + row / 8] |= static_cast<char>(1U << (row % 8));
    out += valuesAt;
    const auto put = [&](std::size_t row, auto value) {
        std::memcpy(out + row * sizeof value, &value, sizeof value);
    };
    switch (kind_) {
        case ColumnKind::Whole:
            if (width > 0)
                withWidth(width, [&](auto zero) {
                    for (std::size_t row = 0; row < count; ++row)
                        put(row,
                            static_cast<decltype(zero)>(static_cast<std::uint64_t>(wholes_[row]) -
                                                        static_cast<std::uint64_t>(base)));
                });
            break;
        case ColumnKind::Real:
            for (std::size_t row = 0; row < count; ++row)
                if (width == sizeof(float))
                    put(row, static_cast<float>(reals_[row]));
                else
                    put(row, reals_[row]);
            break;
        case ColumnKind::Text:
            for (std::size_t row = 0; row < count; ++row) put(row, begins_[row]);
            put(count, static_cast<std::uint32_t>(texts_.size()));
            encoded_ += texts_;
            break;
    }
    return encoded_;
}

ColumnLayout::ColumnLayout(std::string_view header) {
    if (header.size() < kHeaderBytes) refuseDamaged();
    kind = static_cast<ColumnKind>(header[0]);
    width = static_cast<unsigned char>(header[1]);
    hasNulls = header[2] != 0;
    rows = load<std::uint32_t>(header.data() + 4);
    base = load<std::int64_t>(header.data() + 8);
    const bool fits = kind == ColumnKind::Whole  ? width <= 2 || width == 4 || width == 8
                      : kind == ColumnKind::Real ? width == 4 || width == 8
                                                 : kind == ColumnKind::Text && width == 4;
    if (!fits || rows > kBlockRows) refuseDamaged();
    valuesAt = kHeaderBytes + (hasNulls ? nullBytes(rows) : 0);
    textsAt = valuesAt + (rows + (kind == ColumnKind::Text ? 1 : 0)) * width;
}

std::int64_t ColumnLayout::whole(const char* value) const {
    std::uint64_t code = 0;
    if (width > 0) withWidth(width, [&](auto zero) { code = load<decltype(zero)>(value); });
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(base) + code);
}

double ColumnLayout::real(const char* value) const {
    return width == sizeof(float) ? static_cast<double>(load<float>(value)) : load<double>(value);
}

ColumnCells::ColumnCells(std::string_view encoded) : data_(encoded), layout_(encoded) {
    if (data_.size() < layout_.textsAt) refuseDamaged();
}

std::string_view ColumnCells::text(std::size_t row) const {
    const auto begin = load<std::uint32_t>(value(row)), end = load<std::uint32_t>(value(row + 1));
    if (begin > end || end > data_.size() - layout_.textsAt) refuseDamaged();
    return data_.substr(layout_.textsAt + begin, end - begin);
}

void ColumnCells::wholes(std::int64_t* into) const {
    if (layout_.width == 0) {
        std::fill_n(into, rows(), layout_.base);
        return;
    }
    withWidth(layout_.width, [&](auto zero) {
        using Code = decltype(zero);
        const char* values = value(0);
        for (std::size_t row = 0; row < rows(); ++row)
            into[row] = static_cast<std::int64_t>(static_cast<std::uint64_t>(layout_.base) +
                                                  load<Code>(values + row * sizeof(Code)));
    });
}

}  // namespace foretaste::store
