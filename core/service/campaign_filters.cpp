// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/campaign_filters.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/service/item_records.h"

namespace foretaste::service {

std::shared_ptr<const filter::CompiledFilter> CampaignFilters::of(
    const std::string& expression, const std::shared_ptr<const ItemBook>& book, const Read& read) {
    if (auto found = find(expression, book)) return found;
    std::lock_guard compile(compiling_);
    if (auto found = find(expression, book)) return found;  // another request was first
    auto from = made(book);
    if (!from) add(from = madeFrom(book));
    auto compiled = std::make_shared<const filter::CompiledFilter>(read(expression), from->records);
    std::lock_guard lock(mutex_);
    from->filters[expression] = {compiled, true};
    return compiled;
}

void CampaignFilters::prepare(const std::shared_ptr<const ItemBook>& book, CampaignFilters& used,
                              const Read& read) {
    std::lock_guard compile(compiling_);
    const auto before = used.made(nullptr);
    if (!before) return;
    std::vector<std::string> expressions;
    {
        std::lock_guard lock(used.mutex_);
        for (const auto& [text, filter] : before->filters)
            if (filter.asked) expressions.push_back(text);
    }
    if (expressions.empty()) return;
    auto next = madeFrom(book);
    next->replaced = before->book;
    for (const auto& text : expressions) try {
            next->filters[text] = {
                std::make_shared<const filter::CompiledFilter>(read(text), next->records)};
        } catch (const base::ServiceError&) {  // of no use any more; who asks for it is told
        }
    add(std::move(next));
}

void CampaignFilters::retire() {
    std::lock_guard lock(mutex_);
    retired_ = true;
}

std::shared_ptr<const filter::CompiledFilter> CampaignFilters::find(
    const std::string& expression, const std::shared_ptr<const ItemBook>& book) {
    std::lock_guard lock(mutex_);
    for (const auto& made : made_) {
        if (!retired_ && !made->isFor(book)) continue;
        const auto found = made->filters.find(expression);
        if (found == made->filters.end()) continue;
        found->second.asked = true;
        return found->second.compiled;
    }
    return nullptr;
}

void CampaignFilters::add(std::shared_ptr<Made> made) {
    constexpr std::size_t kMost = 2;
    std::lock_guard lock(mutex_);
    made_.insert(made_.begin(), std::move(made));
    if (made_.size() > kMost) made_.pop_back();
}

std::shared_ptr<CampaignFilters::Made> CampaignFilters::made(
    const std::shared_ptr<const ItemBook>& book) {
    std::lock_guard lock(mutex_);
    const auto found = std::find_if(made_.begin(), made_.end(),
                                    [&](const auto& each) { return !book || each->isFor(book); });
    return found == made_.end() ? nullptr : *found;
}

std::shared_ptr<CampaignFilters::Made> CampaignFilters::madeFrom(
    std::shared_ptr<const ItemBook> book) const {
    auto records = itemRecords(
        {deployed_->size(),
         [items = deployed_](std::size_t row) -> const std::string& {
             return items->itemId(static_cast<std::int32_t>(row));
         },
         [items = deployed_](std::string_view id) -> std::optional<std::size_t> {
             const auto item = items->itemNumber(id);
             return item ? std::optional(static_cast<std::size_t>(*item)) : std::nullopt;
         }},
        book);
    return std::make_shared<Made>(Made{std::move(book), nullptr, std::move(records), {}});
}

}  // namespace foretaste::service
