// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/campaign_filters.h"

#include "core/service/item_records.h"

namespace foretaste::service {

std::shared_ptr<const filter::CompiledFilter> CampaignFilters::of(
    const std::string& expression, const std::shared_ptr<const ItemBook>& book,
    const std::function<filter::Expression(const std::string&)>& read) {
    std::lock_guard lock(mutex_);
    if (book_ != book) {
        records_ = itemRecords(
            {deployed_->size(),
             [items = deployed_](std::size_t row) -> const std::string& {
                 return items->itemId(static_cast<std::int32_t>(row));
             },
             [items = deployed_](std::string_view id) -> std::optional<std::size_t> {
                 const auto item = items->itemNumber(id);
                 return item ? std::optional(static_cast<std::size_t>(*item)) : std::nullopt;
             }},
            book);
        compiled_.clear();
        book_ = book;
    }
    auto& compiled = compiled_[expression];
    if (!compiled)
        compiled = std::make_shared<const filter::CompiledFilter>(read(expression), records_);
    return compiled;
}

}  // namespace foretaste::service
