// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/serve/coded_items.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace foretaste::serve {
namespace {

constexpr float kLargestCode = 127;
constexpr float kInfinity = std::numeric_limits<float>::infinity();

/// Codes times factor are as near to the values as codes can be.
struct Coding {
    float factor = 0, inverse = 0;

    explicit Coding(std::span<const float> values) {
        float largest = 0;
        for (const float value : values) largest = std::max(largest, std::abs(value));
        factor = largest / kLargestCode;
        inverse = factor > 0 ? 1 / factor : 0;
        if (!std::isfinite(inverse)) factor = inverse = 0;  // too small to matter, or infinite
    }
    std::int8_t of(float value) const {
        const float scaled = value * inverse;
        if (!(std::abs(scaled) <= kLargestCode + 1)) return 0;  // not a number
        const auto code = static_cast<int>(scaled < 0 ? scaled - 0.5F : scaled + 0.5F);
        return static_cast<std::int8_t>(std::clamp(code, -127, 127));
    }
};

double square(double x) {
    return x * x;
}

float roundedUp(double x) {
    return std::nextafter(static_cast<float>(x), kInfinity);
}

double lengthOf(std::span<const double> values) {
    double sum = 0;
    for (const double value : values) sum += square(value);
    return std::sqrt(sum);
}

}  // namespace

CodedQuery::CodedQuery(std::span<const float> query, Precision precision) {
    constexpr std::size_t kChunk = 4;
    std::vector<float> rest(query.begin(), query.end());
    std::vector<double> exact(query.begin(), query.end()), coded(query.size());
    for (int pass = 0; pass < (precision == Precision::Fine ? 2 : 1); ++pass) {
        const Coding coding(rest);
        Part part{std::vector<std::int8_t>((query.size() + kChunk - 1) / kChunk * kChunk, 0),
                  coding.factor};
        for (std::size_t d = 0; d < query.size(); ++d) {
            part.codes[d] = coding.of(rest[d]);
            coded[d] += static_cast<double>(coding.factor) * part.codes[d];
            rest[d] = static_cast<float>(exact[d] - coded[d]);
        }
        parts_.push_back(std::move(part));
    }
    length_ = lengthOf(exact);
    codedLength_ = lengthOf(coded);
    for (std::size_t d = 0; d < query.size(); ++d) exact[d] -= coded[d];
    error_ = lengthOf(exact);
}

CodedItems::CodedItems(const recipes::ItemTable& table, std::vector<std::int32_t> places)
    : chunks_((table.dim + kChunk - 1) / kChunk), places_(std::move(places)) {
    bounds_.resize((places_.size() + kernels::kScanBlock - 1) / kernels::kScanBlock);
    places_.resize(bounds_.size() * kernels::kScanBlock, -1);
    // One more, so that there is an address where there are no dimensions.
    lines_.resize(bounds_.size() * chunks_ * kLinesPerChunk + 1);
    scales_.resize(places_.size(), 0.0F);
    bias_.resize(places_.size(), -kInfinity);
    for (std::size_t place = 0; place < places_.size(); ++place) {
        if (places_[place] < 0) continue;
        const auto item = static_cast<std::size_t>(places_[place]);
        put(place, table.vectors.subspan(item * table.dim, table.dim), table.bias[item]);
    }
}

void CodedItems::put(std::size_t place, std::span<const float> vector, float bias) {
    const Coding coding(vector);
    const auto block = place / kernels::kScanBlock, within = place % kernels::kScanBlock;
    Line* lines = lines_.data() + block * chunks_ * kLinesPerChunk;
    double sum = 0, errorSum = 0;
    for (std::size_t d = 0; d < vector.size(); ++d) {
        const auto code = coding.of(vector[d]);
        const auto at = (d / kChunk * kernels::kScanBlock + within) * kChunk + d % kChunk;
        lines[at / sizeof(Line)].codes[at % sizeof(Line)] = code;
        const auto value = static_cast<double>(vector[d]);
        sum += square(value);
        errorSum += square(value - static_cast<double>(coding.factor) * code);
    }
    scales_[place] = coding.factor;
    bias_[place] = bias;
    auto& bounds = bounds_[block];
    // A vector that is not a number makes the bound one that no score is held against.
    const auto widen = [](float& bound, double value) {
        bound = value <= static_cast<double>(bound) ? bound : roundedUp(value);
    };
    widen(bounds.length, std::sqrt(sum));
    widen(bounds.error, std::sqrt(errorSum));
    widen(bounds.bias, std::abs(static_cast<double>(bias)));
    bounds.taken |= std::uint64_t{1} << within;
}

/// With q, v a query and a vector, q', v' what their codes stand for:
///   q.v - q'.v' = (q - q').v + q'.(v - v'),  so |q.v - q'.v'| <= |q - q'||v| + |q'||v - v'|
/// by Cauchy and Schwarz. What rounding adds on both ways is below (dim + 16) units in the last
/// place of the largest sum that can occur.
double CodedItems::distance(const Bounds& bounds, const CodedQuery& query) const {
    constexpr double kUnit = 0x1p-24;
    const auto length = static_cast<double>(bounds.length);
    const auto error = static_cast<double>(bounds.error);
    const double rounding = kUnit * (static_cast<double>(chunks_ * kChunk + 16) *
                                         (query.length() + query.codedLength()) * (length + error) +
                                     8 * static_cast<double>(bounds.bias));
    return query.error() * length + query.codedLength() * error + rounding;
}

kernels::ScanResult CodedItems::scan(std::size_t block, const CodedQuery& query, float threshold,
                                     Scores& scores) const {
    const double least = static_cast<double>(threshold) - distance(bounds_[block], query);
    const float leastRoundedDown = std::nextafter(static_cast<float>(least), -kInfinity);
    const auto first = block * kernels::kScanBlock;
    const std::int8_t* codes = lines_.data()[block * chunks_ * kLinesPerChunk].codes.data();
    const float* bias = bias_.data() + first;
    kernels::ScanResult result{};
    for (const auto& part : query.parts()) {
        result = kernels::active().scanBlock(chunks_, codes, scales_.data() + first, bias,
                                             part.codes.data(), part.factor, leastRoundedDown,
                                             scores.data());
        bias = scores.data();
    }
    result.reached &= bounds_[block].taken;
    return result;
}

}  // namespace foretaste::serve
