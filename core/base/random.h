// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <utility>

namespace foretaste::base {

/// Scrambles 64 bits (the finaliser of SplitMix64; Steele, Lea, Flood 2014, section 4).
constexpr std::uint64_t scramble(std::uint64_t x) {
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

/// Counter-based random numbers: the n-th number of a stream depends on nothing but seed, stream
/// and n, so that work split over threads draws the same numbers as work that is not. Every
/// distribution is our own, so that all platforms agree.
class Random {
public:
    explicit constexpr Random(std::uint64_t seed, std::uint64_t stream = 0)
        : key_(scramble(seed ^ scramble(stream + 0x632be59bd9b4e019ULL))) {}

    constexpr std::uint64_t next() { return scramble(key_ + 0x9e3779b97f4a7c15ULL * ++counter_); }

    /// Uniform in [0, 1).
    constexpr double uniform() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

    /// Uniform in 0 .. n-1; n > 0. (The bias of the multiply-shift is below 2^-32 for n < 2^32.)
    constexpr std::uint32_t below(std::uint32_t n) {
        return static_cast<std::uint32_t>(((next() >> 32) * n) >> 32);
    }

    /// Standard normal, by the inverse of its distribution function.
    double normal();

    template <class Sequence>
    constexpr void shuffle(Sequence& sequence) {
        for (auto i = static_cast<std::uint32_t>(sequence.size()); i > 1; --i)
            std::swap(sequence[i - 1], sequence[below(i)]);
    }

private:
    std::uint64_t key_;
    std::uint64_t counter_ = 0;
};

}  // namespace foretaste::base
