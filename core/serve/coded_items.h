// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/kernels/kernels.h"
#include "core/recipes/recipe.h"

namespace foretaste::serve {

/// A query in 8-bit codes. One set of them leaves all items of a cluster off by the same; a second
/// set, of what the first one misses, leaves next to nothing.
class CodedQuery {
public:
    enum class Precision { Coarse, Fine };
    CodedQuery(std::span<const float> query, Precision precision);

    struct Part {
        std::vector<std::int8_t> codes;  ///< [dim], filled up to whole chunks of four with 0
        float factor = 0;                ///< the sum of factor * codes over the parts is the query
    };
    const std::vector<Part>& parts() const { return parts_; }
    double length() const { return length_; }
    double codedLength() const { return codedLength_; }  ///< of what the codes stand for
    double error() const { return error_; }              ///< length of the difference

private:
    std::vector<Part> parts_;
    double length_ = 0, codedLength_ = 0, error_ = 0;
};

/// Item vectors in 8-bit codes, a scale an item, in blocks of kernels::kScanBlock as the kernels
/// scan them: a quarter of the memory that floats take, so that as many more are read a second.
class CodedItems {
public:
    CodedItems() = default;
    /// The items of a table in this order, in which a number below 0 leaves a place empty.
    CodedItems(const recipes::ItemTable& table, std::vector<std::int32_t> places);

    std::size_t blocks() const { return bounds_.size(); }
    std::span<const std::int32_t> places() const { return places_; }  ///< [blocks x kScanBlock]

    using Scores = std::array<float, kernels::kScanBlock>;
    /// Scores of a block, and which of its items have an exact score that may not be below
    /// `threshold`: none that is not is left out. Empty places score -infinity.
    kernels::ScanResult scan(std::size_t block, const CodedQuery& query, float threshold,
                             Scores& scores) const;

private:
    /// How far the scores of a block may be from those of floats.
    struct Bounds {
        float length = 0, error = 0;  ///< the largest of the vectors, of vectors less their codes
        float bias = 0;               ///< the largest size
        std::uint64_t taken = 0;      ///< places that hold an item, a bit each
    };
    double distance(const Bounds& bounds, const CodedQuery& query) const;
    void put(std::size_t place, std::span<const float> vector, float bias);

    struct alignas(64) Line {
        std::array<std::int8_t, 64> codes{};
    };
    static constexpr std::size_t kChunk = 4;  ///< dimensions that lie side by side
    static constexpr std::size_t kLinesPerChunk = kernels::kScanBlock * kChunk / 64;

    std::size_t chunks_ = 0;
    std::vector<std::int32_t> places_;
    std::vector<Line> lines_;           ///< [blocks x chunks x kLinesPerChunk]
    std::vector<float> scales_, bias_;  ///< [blocks x kScanBlock]
    std::vector<Bounds> bounds_;        ///< [blocks]
};

}  // namespace foretaste::serve
