// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/dataset_rows.h"

#include <map>

#include "core/base/text.h"
#include "core/service/codec.h"
#include "core/service/item_book.h"

namespace foretaste::service {
namespace {

/// What a property stands for in a CSV; nothing where it is null, an object or a list.
std::optional<std::string> cellOf(const Json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_number_float()) return base::numberText(value.get<double>());
    if (value.is_number() || value.is_boolean()) return value.dump();
    return std::nullopt;
}

}  // namespace

Row rowOf(const schema::Schema& schema, const store::PutEvent& event) {
    std::map<std::string, std::optional<std::string>> cells;
    const auto properties =
        event.properties.empty() ? Json::object() : parseObject("properties", event.properties);
    for (const auto& [key, value] : properties.items())
        cells[schema::comparableName(key)] = cellOf(value);
    const auto set = [&](const char* field, const std::string& text) {
        if (!text.empty()) cells[schema::comparableName(field)] = text;
    };
    set("USER_ID", event.userId);
    set("ITEM_ID", event.itemId);
    set("EVENT_TYPE", event.eventType);
    set("TIMESTAMP", base::concat(event.timestamp));
    set("IMPRESSION", event.impression);
    set("RECOMMENDATION_ID", event.recommendationId);
    set("EVENT_ATTRIBUTION_SOURCE", event.source);
    if (event.eventValue == event.eventValue)
        set("EVENT_VALUE", base::numberText(static_cast<double>(event.eventValue)));
    Row row;
    for (const auto& field : schema.fields) {
        const auto cell = cells.find(schema::comparableName(field.name));
        row.push_back(cell == cells.end() ? std::nullopt : cell->second);
    }
    return row;
}

Row rowOf(const schema::Schema& schema, const store::PutRecord& record) {
    const auto cells = cellsOf(record);
    Row row;
    for (const auto& field : schema.fields) {
        const auto cell = cells.find(field.name);
        row.push_back(cell == cells.end() ? std::nullopt : std::optional(cell->second));
    }
    return row;
}

}  // namespace foretaste::service
