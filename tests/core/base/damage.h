// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstdlib>
#include <string>

#include "core/base/random.h"

// What fuzz tests share. FORETASTE_FUZZ_INPUTS and FORETASTE_FUZZ_SEED make them more and other
// ones, for hours under the sanitizers.

namespace foretaste::tests {

inline int numberFrom(const char* variable, int otherwise) {
    const char* text = std::getenv(variable);
    return text ? std::atoi(text) : otherwise;
}

inline std::uint64_t fuzzSeed() {
    return static_cast<std::uint64_t>(numberFrom("FORETASTE_FUZZ_SEED", 11));
}

inline int fuzzInputs(int otherwise) {
    return numberFrom("FORETASTE_FUZZ_INPUTS", otherwise);
}

/// Cuts, fills, doubles, or overwrites some part of a text. Half of the bytes that come in are
/// among `likely`.
inline void damage(std::string& text, base::Random& random, std::string_view likely) {
    const auto size = static_cast<std::uint32_t>(text.size());
    const auto at = text.empty() ? 0 : random.below(size);
    const auto sign = random.below(2) == 0
                          ? likely[random.below(static_cast<std::uint32_t>(likely.size()))]
                          : static_cast<char>(random.below(256));
    switch (random.below(6)) {
        case 0: text.resize(at); break;
        case 1: text.insert(at, 1 + random.below(200), sign); break;
        case 2: text.insert(at, text.substr(at, random.below(50))); break;
        case 3: text.erase(at, 1 + random.below(5)); break;
        default:
            if (!text.empty()) text[at] = sign;
    }
}

}  // namespace foretaste::tests
