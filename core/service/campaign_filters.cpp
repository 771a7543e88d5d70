// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/campaign_filters.h"

#include <cmath>

#include "core/base/text.h"

namespace foretaste::service {
namespace {

/// A deployment's items with their records, column by column.
class ItemColumns {
public:
    ItemColumns(std::shared_ptr<const serve::Deployment> deployed,
                std::shared_ptr<const ItemBook> book)
        : deployed_(std::move(deployed)), book_(std::move(book)) {
        entries_.reserve(deployed_->size());
        for (std::size_t i = 0; i < deployed_->size(); ++i)
            entries_.push_back(book_->find(idOf(i)));
    }

    filter::TextColumn text(std::string_view field) const {
        filter::TextColumn values;
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            const auto* column = columnOf(entries_[i], field);
            if (base::equalsIgnoringCase(field, "ITEM_ID"))
                values.addRow({idOf(i)});
            else if (column)
                values.addRow(filter::valuesOf(column->field, column->text[entries_[i].row]));
            else
                values.addRow({});
        }
        return values;
    }

    filter::NumberColumn numbers(std::string_view field) const {
        filter::NumberColumn values;
        values.reserve(entries_.size());
        for (const auto& entry : entries_) {
            const auto* column = columnOf(entry, field);
            values.push_back(column ? column->number[entry.row] : std::nan(""));
        }
        return values;
    }

    std::optional<std::size_t> rowOf(std::string_view id) const {
        const auto item = deployed_->itemNumber(id);
        return item ? std::optional(static_cast<std::size_t>(*item)) : std::nullopt;
    }

private:
    const std::string& idOf(std::size_t item) const {
        return deployed_->itemId(static_cast<std::int32_t>(item));
    }
    static const store::RecordColumn* columnOf(const ItemBook::Entry& entry,
                                               std::string_view field) {
        return entry ? entry.table->find(field) : nullptr;
    }

    std::shared_ptr<const serve::Deployment> deployed_;
    std::shared_ptr<const ItemBook> book_;
    std::vector<ItemBook::Entry> entries_;  ///< [items]
};

}  // namespace

std::shared_ptr<const filter::CompiledFilter> CampaignFilters::of(
    const std::string& expression, const std::shared_ptr<const ItemBook>& book,
    const std::function<filter::Expression(const std::string&)>& read) {
    std::lock_guard lock(mutex_);
    if (book_ != book) {
        const auto columns = std::make_shared<const ItemColumns>(deployed_, book);
        records_ = std::make_shared<const filter::Records>(
            deployed_->size(),
            filter::Records::Reader{
                [columns](std::string_view field) { return columns->text(field); },
                [columns](std::string_view field) { return columns->numbers(field); },
                [columns](std::string_view id) { return columns->rowOf(id); }});
        compiled_.clear();
        book_ = book;
    }
    auto& compiled = compiled_[expression];
    if (!compiled)
        compiled = std::make_shared<const filter::CompiledFilter>(read(expression), records_);
    return compiled;
}

}  // namespace foretaste::service
