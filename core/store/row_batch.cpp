// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/row_batch.h"

#include "core/base/text.h"
#include "core/schema/cells.h"
#include "core/store/generation_file.h"
#include "core/store/interner.h"

namespace foretaste::store {

RowBatch::RowBatch(const schema::Schema& schema) {
    const auto type = schema::typeOf(schema);
    for (const auto& field : schema.fields) {
        columns_.emplace_back();
        columns_.back().role = roleOf(field, type);
    }
}

void RowBatch::add(const std::vector<std::optional<std::string_view>>& cells) {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        std::int64_t whole = 0;
        double real = 0;
        if (!cells[i]) {
            addNull(i);
        } else if (columns_[i].role == Role::Whole) {
            schema::readWhole(*cells[i], whole);
            addWhole(i, whole);
        } else if (columns_[i].role == Role::Real) {
            base::parseNumber(*cells[i], real);
            addReal(i, real);
        } else {
            addText(i, *cells[i]);
        }
    }
}

void RowBatch::addNull(std::size_t column) {
    auto& into = columns_[column];
    if (into.role == Role::Whole)
        addWhole(column, 0);
    else if (into.role == Role::Real)
        addReal(column, 0);
    else
        addText(column, {});
    into.isNull.back() = 1;
}

void RowBatch::addWhole(std::size_t column, std::int64_t value) {
    columns_[column].isNull.push_back(0);
    columns_[column].wholes.push_back(value);
}

void RowBatch::addReal(std::size_t column, double value) {
    columns_[column].isNull.push_back(0);
    columns_[column].reals.push_back(value);
}

void RowBatch::addText(std::size_t column, std::string_view text) {
    auto& into = columns_[column];
    into.isNull.push_back(0);
    into.texts += text;
    into.ends.push_back(into.texts.size());
    if (into.role != Role::Text) into.hashes.push_back(Interner::hashOf(text));
}

void RowBatch::clear() {
    for (auto& column : columns_) {
        column.isNull.clear();
        column.wholes.clear();
        column.reals.clear();
        column.ends.clear();
        column.texts.clear();
        column.hashes.clear();
    }
}

}  // namespace foretaste::store
