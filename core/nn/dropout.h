// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/random.h"

namespace foretaste::nn {

/// Fills `mask` [count] with 0 (a share `rate`) or 1 / (1 - rate). Sixteen random bits decide over
/// an element.
template <class Real>
void drawDropout(std::size_t count, double rate, base::Random& random, std::vector<Real>& mask) {
    constexpr std::uint64_t kRange = 1U << 16;
    const auto limit = static_cast<std::uint64_t>(rate * static_cast<double>(kRange));
    const auto kept = static_cast<Real>(1 / (1 - rate));
    mask.resize(count);
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (i % 4 == 0) bits = random.next();
        mask[i] = (bits & (kRange - 1)) < limit ? Real(0) : kept;
        bits >>= 16;
    }
}

}  // namespace foretaste::nn
