// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/filter/lexer.h"

namespace foretaste::filter {

/// What a rule picks: ItemID, UserID, ActionID.
enum class Target { Item, User, Action };

/// Whose field a condition looks at.
enum class Source { Items, Interactions, Users, Actions, ActionInteractions, CurrentUser };

enum class Operator { In, NotIn, Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual };

/// A value that the request brings: $NAME.
struct Placeholder {
    std::string name;
};
/// A field of the item that the request names: CurrentItem.GENRES.
struct CurrentItem {
    std::string field;
};
using Texts = std::vector<std::string>;
using Operand = std::variant<Texts, double, Placeholder, CurrentItem>;

struct Condition {
    Source source = Source::Items;
    std::string field;
    Operator op = Operator::In;
    Operand operand;
    Place place, fieldPlace, operatorPlace, operandPlace;

    bool comparesText() const { return op == Operator::In || op == Operator::NotIn; }
};

/// One step of a condition tree in postfix order: a test, or what joins the two results before it.
struct Step {
    enum class Kind { Test, And, Or };
    Kind kind = Kind::Test;
    std::size_t condition = 0;  ///< of a test
};

/// INCLUDE or EXCLUDE ... WHERE ... [IF ...].
struct Rule {
    bool include = false;
    Target target = Target::Item;
    std::vector<Condition> conditions;      ///< after WHERE; at least one
    std::vector<Step> steps;                ///< how they are joined
    std::vector<Condition> userConditions;  ///< after IF; all must hold
    Place place;
};

/// Several rules, joined by '|'; at least one.
struct Expression {
    std::vector<Rule> rules;
};

std::string_view targetName(Target target);  ///< "ItemID"
std::string_view sourceName(Source source);  ///< "Interactions"

/// How errors name an expression.
inline constexpr std::string_view kExpressionMember = "filterExpression";

/// Reads a filter expression (service.md 6.5). Keywords and field names may have any case. AND
/// binds tighter than OR, and brackets group: the service leaves both open. Works without
/// recursion, so that no nesting exhausts the stack. Throws ServiceError (InvalidInput) with line
/// and column, what was expected there and what was found.
Expression parse(std::string_view text);

}  // namespace foretaste::filter
