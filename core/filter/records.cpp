// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/records.h"

#include "core/base/text.h"

namespace foretaste::filter {

std::vector<std::string> valuesOf(const schema::Field& field, std::string_view cell) {
    std::vector<std::string> values;
    if (!field.categorical) {
        if (!cell.empty()) values.emplace_back(cell);
        return values;
    }
    for (const auto& part : base::split(cell, '|'))
        if (const auto value = base::trimmed(part); !value.empty()) values.emplace_back(value);
    return values;
}

void TextColumn::addRow(const std::vector<std::string>& values) {
    for (const auto& value : values)
        codes_.push_back(
            codeOf_.emplace(value, static_cast<std::uint32_t>(codeOf_.size())).first->second);
    offsets_.push_back(codes_.size());
}

std::vector<std::uint8_t> TextColumn::marked(const std::vector<std::string>& wanted) const {
    std::vector<std::uint8_t> marks(codeOf_.size(), 0);
    for (const auto& value : wanted)
        if (const auto found = codeOf_.find(value); found != codeOf_.end())
            marks[found->second] = 1;
    return marks;
}

namespace {

template <class Column, class Read>
const Column& kept(std::map<std::string, std::unique_ptr<Column>>& columns, std::string_view field,
                   const Read& read) {
    auto& column = columns[base::toUpper(field)];
    if (!column) column = std::make_unique<Column>(read(field));
    return *column;
}

}  // namespace

const TextColumn& Records::text(std::string_view field) const {
    std::lock_guard lock(mutex_);
    return kept(texts_, field, reader_.text);
}

const NumberColumn& Records::numbers(std::string_view field) const {
    std::lock_guard lock(mutex_);
    return kept(numbers_, field, reader_.numbers);
}

}  // namespace foretaste::filter
