// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>

#include "core/base/random.h"

namespace foretaste::experiments {

/// Makes up film titles, no two alike.
class TitleMaker {
public:
    explicit TitleMaker(std::uint64_t seed) : random_(seed) {}
    std::string next();

private:
    std::string draw();
    base::Random random_;
    std::set<std::string> used_;
};

}  // namespace foretaste::experiments
