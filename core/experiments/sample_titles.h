// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "core/base/random.h"

namespace foretaste::experiments {

/// Makes up film titles, no two alike.
class TitleMaker {
public:
    explicit TitleMaker(std::uint64_t seed) : random_(seed) {}
    /// A title that may hint at the genre.
    std::string next(std::string_view genre);

private:
    std::string draw(std::string_view genre);
    base::Random random_;
    std::set<std::string> used_;
};

}  // namespace foretaste::experiments
