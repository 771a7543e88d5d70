// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/item_attributes.h"

#include <algorithm>

#include "core/filter/records.h"
#include "core/service/state.h"

namespace foretaste::service {
namespace {

struct Condition {
    std::string column, value;
};

[[noreturn]] void failForm(std::string_view text) {
    failInvalid(base::concat("itemAttributes: '", text.substr(0, 80),
                             "' is not of the form ITEMS.COLUMN = \"value\", joined by AND"));
}

/// Takes a word or a quoted text off the front; `isQuoted` tells which.
std::string nextPart(std::string_view& text, bool& isQuoted) {
    text = base::trimmed(text);
    isQuoted = text.starts_with('"');
    if (isQuoted) {
        const auto end = text.find('"', 1);
        if (end == std::string_view::npos) failForm(text);
        std::string part(text.substr(1, end - 1));
        text.remove_prefix(end + 1);
        return part;
    }
    auto end = text.find_first_of(" =\"");
    if (end == 0) end = 1;  // the sign itself
    std::string part(text.substr(0, end));
    text.remove_prefix(part.size());
    return part;
}

std::vector<Condition> parse(std::string_view text) {
    constexpr std::string_view kItems = "ITEMS.";
    std::vector<Condition> conditions;
    const auto whole = text;
    for (;;) {
        bool isQuoted = false;
        auto field = nextPart(text, isQuoted);
        if (isQuoted || !base::toUpper(field).starts_with(kItems)) failForm(whole);
        if (nextPart(text, isQuoted) != "=" || isQuoted) failForm(whole);
        auto value = nextPart(text, isQuoted);
        if (value.empty() && !isQuoted) failForm(whole);
        conditions.push_back({field.substr(kItems.size()), std::move(value)});
        text = base::trimmed(text);
        if (text.empty()) return conditions;
        if (!base::equalsIgnoringCase(nextPart(text, isQuoted), "AND") || isQuoted) failForm(whole);
    }
}

bool holds(const Condition& condition, const ItemBook::Entry& entry) {
    const auto* column = entry ? entry.table->find(condition.column) : nullptr;
    if (!column) return false;
    if (column->field.isNumber()) {
        double number = 0;
        return base::parseNumber(condition.value, number) && column->number[entry.row] == number;
    }
    const auto values = filter::valuesOf(column->field, column->text[entry.row]);
    return std::find(values.begin(), values.end(), condition.value) != values.end();
}

}  // namespace

ItemAttributes::ItemAttributes(const std::vector<std::string>& ids,
                               std::shared_ptr<const ItemBook> book)
    : ids_(ids), book_(std::move(book)) {
    for (const auto& id : ids_) entries_.push_back(book_->find(id));
}

recipes::ItemSet ItemAttributes::withId(std::string_view id) const {
    const auto found = std::find(ids_.begin(), ids_.end(), id);
    if (found == ids_.end())
        failInvalid(base::concat("itemId: the version knows no item '", id, "'"));
    return {static_cast<std::int32_t>(found - ids_.begin())};
}

recipes::ItemSet ItemAttributes::matching(std::string_view text) const {
    const auto conditions = parse(text);
    for (const auto& condition : conditions)
        if (!book_->column(condition.column))
            failInvalid(base::concat("itemAttributes: the Items dataset has no column '",
                                     condition.column, "'"));
    recipes::ItemSet items;
    for (std::size_t i = 0; i < entries_.size(); ++i)
        if (std::all_of(conditions.begin(), conditions.end(),
                        [&](const auto& each) { return holds(each, entries_[i]); }))
            items.push_back(static_cast<std::int32_t>(i));
    if (items.empty()) failInvalid("itemAttributes: no item of the version has these attributes");
    return items;
}

}  // namespace foretaste::service
