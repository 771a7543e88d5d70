// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>

#include "core/filter/expression.h"
#include "core/schema/schema.h"

namespace foretaste::filter {

/// The schemas of a dataset group's datasets; those it does not have are left out.
using Schemas = std::map<schema::DatasetType, schema::Schema>;

/// What an expression needs of a request and counts against limits.
struct Needs {
    bool history = false;      ///< the user's interactions
    bool user = false;         ///< the user's record
    bool currentItem = false;  ///< the item that the request names
    std::set<std::string> placeholders;
    std::set<std::string> fields;  ///< distinct dataset fields, "ITEMS.GENRES"
};

Needs needsOf(const Expression& expression);

/// Holds an expression against the rules of service.md 6.5 and a group's schemas: which datasets a
/// rule may look at, fields that exist and can be filtered by, operators that fit their types,
/// where placeholders, CurrentItem and "*" may stand. Throws ServiceError (InvalidInput) with line
/// and column of the first fault.
void check(const Expression& expression, const Schemas& schemas);

}  // namespace foretaste::filter
