// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace foretaste::filter {

/// One bit a row. Bits beyond the last row are always 0.
class Bitmap {
public:
    explicit Bitmap(std::size_t rows = 0) : rows_(rows), words_((rows + 63) / 64, 0) {}

    std::size_t rows() const { return rows_; }
    /// 64 rows a word, the first in the lowest bit.
    std::span<const std::uint64_t> words() const { return words_; }
    bool test(std::size_t row) const { return (words_[row / 64] >> (row % 64) & 1U) != 0; }
    void set(std::size_t row) { words_[row / 64] |= std::uint64_t{1} << (row % 64); }
    void unset(std::size_t row) { words_[row / 64] &= ~(std::uint64_t{1} << (row % 64)); }
    std::size_t count() const {
        std::size_t total = 0;
        for (const auto word : words_) total += static_cast<std::size_t>(std::popcount(word));
        return total;
    }

    Bitmap& operator&=(const Bitmap& other) {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
        return *this;
    }
    Bitmap& operator|=(const Bitmap& other) {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
        return *this;
    }
    /// Takes the rows of `other` away.
    Bitmap& operator-=(const Bitmap& other) {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
        return *this;
    }
    Bitmap operator~() const {
        Bitmap opposite(rows_);
        for (std::size_t i = 0; i < words_.size(); ++i) opposite.words_[i] = ~words_[i];
        if (rows_ % 64 != 0) opposite.words_.back() &= (std::uint64_t{1} << (rows_ % 64)) - 1;
        return opposite;
    }
    friend bool operator==(const Bitmap&, const Bitmap&) = default;

private:
    std::size_t rows_;
    std::vector<std::uint64_t> words_;
};

}  // namespace foretaste::filter
