// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/cells.h"

#include "core/base/text.h"

namespace foretaste::schema {

bool readWhole(std::string_view cell, std::int64_t& value) {
    const auto point = cell.find('.');
    if (point != std::string_view::npos) {
        if (cell.find_first_not_of('0', point + 1) != std::string_view::npos) return false;
        cell = cell.substr(0, point);
    }
    return base::parseNumber(cell, value);
}

}  // namespace foretaste::schema
