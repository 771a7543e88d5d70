// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/item_book.h"

#include <algorithm>
#include <cmath>

#include "core/base/text.h"
#include "core/service/codec.h"
#include "core/store/generation_file.h"

namespace foretaste::service {

RecordIndex::RecordIndex(store::RecordTable table) : records_(std::move(table)) {
    rowOf_.reserve(records_.rows());
    for (std::size_t row = 0; row < records_.rows(); ++row) rowOf_.emplace(records_.ids[row], row);
}

const std::size_t* RecordIndex::rowOf(std::string_view id) const {
    const auto found = rowOf_.find(id);
    return found == rowOf_.end() ? nullptr : &found->second;
}

ItemBook::ItemBook(std::shared_ptr<const RecordIndex> imported, store::RecordTable put)
    : imported_(std::move(imported)), put_(std::move(put)) {
    for (std::size_t row = 0; row < put_.records().rows(); ++row)
        if (!imported_ || !imported_->rowOf(put_.records().ids[row])) added_.push_back(row);
}

ItemBook::Entry ItemBook::find(std::string_view id) const {
    if (const auto* row = put_.rowOf(id)) return {&put_.records(), *row};
    if (imported_)
        if (const auto* row = imported_->rowOf(id)) return {&imported_->records(), *row};
    return {};
}

const std::string& ItemBook::id(std::size_t row) const {
    const auto imported = importedRows();
    return row < imported ? imported_->records().ids[row]
                          : put_.records().ids[added_[row - imported]];
}

std::optional<std::size_t> ItemBook::rowOf(std::string_view id) const {
    if (imported_)
        if (const auto* row = imported_->rowOf(id)) return *row;
    const auto* put = put_.rowOf(id);
    if (!put) return {};
    const auto place = std::lower_bound(added_.begin(), added_.end(), *put) - added_.begin();
    return importedRows() + static_cast<std::size_t>(place);
}

std::shared_ptr<const ItemBook> ItemBook::withPut(const store::RecordTable& newer) const {
    auto put = put_.records();
    putOver(put, newer);
    return std::make_shared<const ItemBook>(imported_, std::move(put));
}

std::string cellText(const ItemBook::Entry& entry, std::string_view name) {
    const auto* column = entry ? entry.table->find(name) : nullptr;
    if (!column) return {};
    if (!column->field.isNumber()) return column->text[entry.row];
    const double value = column->number[entry.row];
    return std::isnan(value) ? std::string{} : base::numberText(value);
}

std::map<std::string, std::string> cellsOf(const store::PutRecord& record) {
    return parseJson(record.cells).get<std::map<std::string, std::string>>();
}

store::RecordTable tableOf(const schema::Schema& schema,
                           const std::vector<store::PutRecord>& records) {
    store::RecordTable table;
    const auto idField = store::idField(schema::typeOf(schema));
    for (const auto& field : schema.fields)
        if (!base::equalsIgnoringCase(field.name, idField))
            table.columns.push_back({field, {}, {}});
    for (const auto& record : records) {
        table.ids.push_back(record.id);
        auto cells = cellsOf(record);
        for (auto& column : table.columns) {
            auto& cell = cells[column.field.name];
            double number = std::nan("");
            if (!column.field.isNumber())
                column.text.push_back(std::move(cell));
            else
                column.number.push_back(base::parseNumber(cell, number) ? number : std::nan(""));
        }
    }
    return table;
}

void putOver(store::RecordTable& records, const store::RecordTable& newer) {
    std::unordered_map<std::string_view, std::size_t> rowOf;
    for (std::size_t row = 0; row < newer.rows(); ++row) rowOf.emplace(newer.ids[row], row);
    const auto copy = [&](std::size_t from, std::size_t to) {
        for (auto& column : records.columns) {
            const auto* source = newer.find(column.field.name);
            if (column.field.isNumber()) {
                column.number.resize(std::max(column.number.size(), to + 1), std::nan(""));
                column.number[to] = source ? source->number[from] : std::nan("");
            } else {
                column.text.resize(std::max(column.text.size(), to + 1));
                column.text[to] = source ? source->text[from] : std::string{};
            }
        }
    };
    for (std::size_t row = 0; row < records.rows(); ++row)
        if (const auto found = rowOf.find(records.ids[row]); found != rowOf.end()) {
            copy(found->second, row);
            rowOf.erase(found);
        }
    for (std::size_t row = 0; row < newer.rows(); ++row)
        if (rowOf.contains(newer.ids[row])) {
            copy(row, records.rows());
            records.ids.push_back(newer.ids[row]);
        }
}

}  // namespace foretaste::service
