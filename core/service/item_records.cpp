// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/item_records.h"

#include <cmath>
#include <vector>

#include "core/base/text.h"

namespace foretaste::service {
namespace {

class ItemColumns {
public:
    ItemColumns(ItemRows rows, std::shared_ptr<const ItemBook> book)
        : rows_(std::move(rows)), book_(std::move(book)) {
        entries_.reserve(rows_.count);
        for (std::size_t i = 0; i < rows_.count; ++i) entries_.push_back(book_->find(rows_.id(i)));
    }

    filter::TextColumn text(std::string_view field) const {
        filter::TextColumn values;
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            const auto* column = columnOf(entries_[i], field);
            if (base::equalsIgnoringCase(field, "ITEM_ID"))
                values.addRow({rows_.id(i)});
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

    std::optional<std::size_t> rowOf(std::string_view id) const { return rows_.rowOf(id); }

private:
    static const store::RecordColumn* columnOf(const ItemBook::Entry& entry,
                                               std::string_view field) {
        return entry ? entry.table->find(field) : nullptr;
    }

    ItemRows rows_;
    std::shared_ptr<const ItemBook> book_;
    std::vector<ItemBook::Entry> entries_;  ///< [rows]
};

}  // namespace

std::shared_ptr<const filter::Records> itemRecords(ItemRows rows,
                                                   std::shared_ptr<const ItemBook> book) {
    const auto count = rows.count;
    const auto columns = std::make_shared<const ItemColumns>(std::move(rows), std::move(book));
    return std::make_shared<const filter::Records>(
        count, filter::Records::Reader{
                   [columns](std::string_view field) { return columns->text(field); },
                   [columns](std::string_view field) { return columns->numbers(field); },
                   [columns](std::string_view id) { return columns->rowOf(id); }});
}

}  // namespace foretaste::service
