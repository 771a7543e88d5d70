// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/cells.h"

#include "core/base/text.h"

namespace foretaste::schema {

bool readWhole(std::string_view cell, std::int64_t& value) {
    if (base::parseNumber(cell, value)) return true;
    const auto point = cell.find('.');
    return point != std::string_view::npos &&
           cell.find_first_not_of('0', point + 1) == std::string_view::npos &&
           base::parseNumber(cell.substr(0, point), value);
}

}  // namespace foretaste::schema
