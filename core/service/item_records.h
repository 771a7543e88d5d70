// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "core/filter/records.h"
#include "core/service/item_book.h"

namespace foretaste::service {

/// Which items filters pick from, by row.
struct ItemRows {
    std::size_t count = 0;
    std::function<const std::string&(std::size_t row)> id;
    std::function<std::optional<std::size_t>(std::string_view id)> rowOf;
};

/// These items with their records, column by column.
std::shared_ptr<const filter::Records> itemRecords(ItemRows rows,
                                                   std::shared_ptr<const ItemBook> book);

}  // namespace foretaste::service
