// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/recipes/segments.h"
#include "core/service/item_book.h"

namespace foretaste::service {

/// Which items of a model an input line of a batch segment job means.
class ItemAttributes {
public:
    /// `ids`: of the model's items.
    ItemAttributes(const std::vector<std::string>& ids, std::shared_ptr<const ItemBook> book);

    /// Throws ServiceError (InvalidInput) where the model has no such item.
    recipes::ItemSet withId(std::string_view id) const;
    /// The items for which all of `ITEMS.GENRES = "Comedy" AND ITEMS.YEAR = 1999` hold; one of
    /// several values of a cell is enough. Throws ServiceError (InvalidInput) where the text has
    /// another form, or names a column that the Items dataset does not have.
    recipes::ItemSet matching(std::string_view conditions) const;

private:
    const std::vector<std::string>& ids_;
    std::shared_ptr<const ItemBook> book_;
    std::vector<ItemBook::Entry> entries_;  ///< [items]
};

}  // namespace foretaste::service
