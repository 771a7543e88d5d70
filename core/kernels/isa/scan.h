// SPDX-License-Identifier: GPL-3.0-or-later
// A part of isa/unit.cpp: what looks through all items for the best ones.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#if defined(__AVX2__)
#include <immintrin.h>
#endif

#include "core/kernels/isa/rows.h"
#include "core/kernels/kernels.h"

namespace foretaste::kernels::FORETASTE_ISA {
namespace {

/// Tells the processor that a row is needed soon: it lies somewhere in memory.
template <class Real>
inline void fetchEarly(const Real* row, std::size_t dim) {
#if defined(__GNUC__)
    constexpr std::size_t kLine = 64 / sizeof(Real);
    for (std::size_t d = 0; d < dim; d += kLine) __builtin_prefetch(row + d);
#else
    (void)row, (void)dim;
#endif
}

/// One function for one row and for many, so that a row's score has the same bits wherever it is
/// computed.
template <class Real>
inline Real scoreOf(const Real* vector, std::size_t dim, const Real* query) {
    return sumOf<Real>(dim, [=](std::size_t d) { return vector[d] * query[d]; });
}

template <class Real>
void addScoresOf(const Real* vectors, const std::int32_t* items, std::size_t count, std::size_t dim,
                 const Real* query, Real* scores) {
    constexpr std::size_t kAhead = 8;
    for (std::size_t i = 0; i < count; ++i) {
        if (i + kAhead < count)
            fetchEarly(vectors + static_cast<std::size_t>(items[i + kAhead]) * dim, dim);
        scores[i] += scoreOf(vectors + static_cast<std::size_t>(items[i]) * dim, dim, query);
    }
}

template <class Real>
void addScores(const Real* vectors, std::size_t items, std::size_t dim, const Real* query,
               Real* scores) {
    for (std::size_t i = 0; i < items; ++i) scores[i] += scoreOf(vectors + i * dim, dim, query);
}

#if defined(__AVX2__)

/// Four dimensions of eight items: the signed products summed for each of the eight. Products of
/// two pairs stay below 2^15 since no code is over 127.
inline __m256i addProducts(__m256i sums, const std::int8_t* codes, __m256i size, __m256i sign) {
    const __m256i items = _mm256_load_si256(reinterpret_cast<const __m256i*>(codes));
    const __m256i pairs = _mm256_maddubs_epi16(size, _mm256_sign_epi8(items, sign));
    return _mm256_add_epi32(sums, _mm256_madd_epi16(pairs, _mm256_set1_epi16(1)));
}

ScanResult scanBlock(std::size_t chunks, const std::int8_t* codes, const float* scales,
                     const float* bias, const std::int8_t* query, float factor, float threshold,
                     float* scores) {
    constexpr std::size_t kGroups = kScanBlock / 8, kStep = 32;
    __m256i sums[kGroups];
    for (std::size_t g = 0; g < kGroups; ++g) sums[g] = _mm256_setzero_si256();
    for (std::size_t chunk = 0; chunk < chunks; ++chunk) {
        const __m256i sign = _mm256_broadcastd_epi32(_mm_loadu_si32(query + chunk * 4));
        const __m256i size = _mm256_abs_epi8(sign);
        const std::int8_t* here = codes + chunk * kGroups * kStep;
        for (std::size_t g = 0; g < kGroups; ++g)
            sums[g] = addProducts(sums[g], here + g * kStep, size, sign);
    }
    const __m256 scale = _mm256_set1_ps(factor), least = _mm256_set1_ps(threshold);
    __m256 top = _mm256_set1_ps(-HUGE_VALF);
    std::uint64_t reached = 0;
    for (std::size_t g = 0; g < kGroups; ++g) {
        const __m256 score = _mm256_fmadd_ps(_mm256_cvtepi32_ps(sums[g]),
                                             _mm256_mul_ps(_mm256_loadu_ps(scales + g * 8), scale),
                                             _mm256_loadu_ps(bias + g * 8));
        _mm256_storeu_ps(scores + g * 8, score);
        top = _mm256_max_ps(top, score);
        const auto bits =
            static_cast<unsigned>(_mm256_movemask_ps(_mm256_cmp_ps(score, least, _CMP_NLT_UQ)));
        reached |= static_cast<std::uint64_t>(bits) << (g * 8);
    }
    float lanes[8];
    _mm256_storeu_ps(lanes, top);
    for (std::size_t lane = 1; lane < 8; ++lane)
        lanes[0] = lanes[lane] > lanes[0] ? lanes[lane] : lanes[0];
    return {reached, lanes[0]};
}

#else

ScanResult scanBlock(std::size_t chunks, const std::int8_t* codes, const float* scales,
                     const float* bias, const std::int8_t* query, float factor, float threshold,
                     float* scores) {
    std::int32_t sums[kScanBlock] = {};
    for (std::size_t chunk = 0; chunk < chunks; ++chunk)
        for (std::size_t item = 0; item < kScanBlock; ++item)
            for (std::size_t d = 0; d < 4; ++d)
                sums[item] +=
                    static_cast<std::int32_t>(codes[(chunk * kScanBlock + item) * 4 + d]) *
                    static_cast<std::int32_t>(query[chunk * 4 + d]);
    ScanResult result{0, -HUGE_VALF};
    for (std::size_t item = 0; item < kScanBlock; ++item) {
        scores[item] = static_cast<float>(sums[item]) * (scales[item] * factor) + bias[item];
        result.top = scores[item] > result.top ? scores[item] : result.top;
        const bool below = scores[item] < threshold;
        result.reached |= static_cast<std::uint64_t>(!below) << item;
    }
    return result;
}

#endif

}  // namespace
}  // namespace foretaste::kernels::FORETASTE_ISA
