// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/row_text.h"

#include "core/base/text.h"

namespace foretaste::store {
namespace {

std::string selectCells(const GenerationFile& file, std::string_view tail) {
    std::string columns;
    for (const auto& field : file.schema.fields)
        columns += base::concat(columns.empty() ? "" : ", ", cellText(field, file.type));
    return base::concat("SELECT ", columns, " FROM row ", tail);
}

}  // namespace

std::string cellText(const schema::Field& field, schema::DatasetType type) {
    const auto role = roleOf(field, type);
    const auto column = columnName(field, role);
    const auto named = [&](std::string_view table) {
        return base::concat("(SELECT name FROM ", table, " WHERE id = row.", column, ')');
    };
    switch (role) {
        case Role::User: return named("user");
        case Role::Item: return named("item");
        case Role::EventType: return named("event_type");
        default: return column;
    }
}

RowText::RowText(GenerationFile& file, std::string_view tail)
    : statement(file.database.prepare(selectCells(file, tail))) {
    for (const auto& field : file.schema.fields)
        real_.push_back(roleOf(field, file.type) == Role::Real);
}

std::vector<std::optional<std::string>> RowText::cells() const {
    std::vector<std::optional<std::string>> row(real_.size());
    for (std::size_t i = 0; i < real_.size(); ++i) {
        const int at = static_cast<int>(i);
        if (statement.isNull(at)) continue;
        row[i] =
            real_[i] ? base::numberText(statement.number(at)) : std::string(statement.text(at));
    }
    return row;
}

}  // namespace foretaste::store
