// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/checker.h"

namespace foretaste::filter {

/// A group with three datasets: every kind of field, and what filters cannot use.
inline Schemas sampleSchemas() {
    using enum schema::FieldType;
    const auto field = [](const char* name, schema::FieldType type, bool categorical = false) {
        return schema::Field{name, type, true, categorical, false, false};
    };
    schema::Schema items{
        "Items",
        {field("ITEM_ID", String), field("GENRES", String, true), field("RATING", String, true),
         field("TITLE", String), field("DESCRIPTION", String), field("PRICE", Float),
         field("YEAR", Int), field("CREATION_TIMESTAMP", Long), field("IN_STOCK", Boolean)}};
    items.fields[4].textual = true;
    return {{schema::DatasetType::Items, std::move(items)},
            {schema::DatasetType::Users,
             {"Users", {field("USER_ID", String), field("AGE", Int), field("PLAN", String, true)}}},
            {schema::DatasetType::Interactions,
             {"Interactions",
              {field("USER_ID", String), field("ITEM_ID", String), field("EVENT_TYPE", String),
               field("EVENT_VALUE", Float), field("TIMESTAMP", Long)}}}};
}

}  // namespace foretaste::filter
