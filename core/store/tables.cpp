// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/tables.h"

#include "core/base/error.h"
#include "core/base/text.h"

namespace foretaste::store {

std::int16_t eventTypeNumber(std::int32_t number) {
    if (number > std::numeric_limits<std::int16_t>::max())
        throw base::ServiceError(
            base::ErrorCode::InvalidInput,
            "EVENT_TYPE has more than 32,768 different values: it must name kinds of events, such "
            "as watch or purchase. Choose another column for it");
    return static_cast<std::int16_t>(number);
}

const RecordColumn* RecordTable::find(std::string_view name) const {
    for (const auto& column : columns)
        if (base::equalsIgnoringCase(column.field.name, name)) return &column;
    return nullptr;
}

}  // namespace foretaste::store
