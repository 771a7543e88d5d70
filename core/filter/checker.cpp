// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/checker.h"

#include <algorithm>

#include "core/base/text.h"

namespace foretaste::filter {
namespace {

using schema::DatasetType;

DatasetType datasetOf(Source source) {
    switch (source) {
        case Source::Items: return DatasetType::Items;
        case Source::Interactions: return DatasetType::Interactions;
        case Source::Users:
        case Source::CurrentUser: return DatasetType::Users;
        case Source::Actions: return DatasetType::Actions;
        case Source::ActionInteractions: return DatasetType::ActionInteractions;
    }
    return DatasetType::Items;
}

bool holdsEvents(Source source) {
    return source == Source::Interactions || source == Source::ActionInteractions;
}

std::pair<Source, Source> sourcesFor(Target target) {
    switch (target) {
        case Target::Item: return {Source::Items, Source::Interactions};
        case Target::User: return {Source::Users, Source::Interactions};
        case Target::Action: return {Source::Actions, Source::ActionInteractions};
    }
    return {Source::Items, Source::Interactions};
}

[[noreturn]] void fail(Place place, std::string_view what) {
    failAt(kExpressionMember, place, what);
}

class Checker {
public:
    explicit Checker(const Schemas& schemas) : schemas_(schemas) {}

    void check(const Rule& rule) const {
        const auto [records, events] = sourcesFor(rule.target);
        const auto first = rule.conditions.front().source;
        for (const auto& condition : rule.conditions) {
            if (condition.source != records && condition.source != events)
                fail(condition.place,
                     base::concat("a rule that picks ", targetName(rule.target), " looks at ",
                                  sourceName(records), " or ", sourceName(events), ", not at ",
                                  sourceName(condition.source)));
            if (condition.source != first)
                fail(condition.place, base::concat("this rule looks at ", sourceName(first),
                                                   " already: begin another one after '|' for ",
                                                   sourceName(condition.source)));
            check(condition, rule.target);
        }
        for (const auto& condition : rule.userConditions) {
            if (rule.target == Target::User)
                fail(condition.place,
                     "IF asks for the user who gets recommendations: a rule that "
                     "picks UserID has none");
            check(condition, rule.target);
        }
    }

private:
    void check(const Condition& condition, Target target) const {
        const auto& field = fieldOf(datasetOf(condition.source), condition.field, condition.place,
                                    condition.fieldPlace);
        if (holdsEvents(condition.source))
            checkEventType(condition);
        else
            checkType(condition, field);
        if (std::holds_alternative<Placeholder>(condition.operand) &&
            condition.op == Operator::NotIn)
            fail(condition.operandPlace,
                 "a placeholder does not go with NOT IN: use IN and the opposite of INCLUDE or "
                 "EXCLUDE");
        if (const auto* other = std::get_if<CurrentItem>(&condition.operand))
            checkCurrentItem(condition, target, *other);
    }

    static void checkEventType(const Condition& condition) {
        if (!base::equalsIgnoringCase(condition.field, "EVENT_TYPE"))
            fail(condition.fieldPlace,
                 base::concat(sourceName(condition.source),
                              " are filtered by EVENT_TYPE only, not by ", condition.field));
        if (!condition.comparesText())
            fail(condition.operatorPlace, "EVENT_TYPE is text: use IN or NOT IN");
        const auto* texts = std::get_if<Texts>(&condition.operand);
        if (texts && std::find(texts->begin(), texts->end(), "*") != texts->end() &&
            (texts->size() > 1 || condition.op == Operator::NotIn))
            fail(condition.operandPlace, "\"*\" is every event type: write IN (\"*\")");
    }

    static void checkType(const Condition& condition, const schema::Field& field) {
        if (field.textual)
            fail(condition.fieldPlace,
                 base::concat(field.name, " is textual: filters cannot look into such text"));
        if (field.type == schema::FieldType::Boolean)
            fail(condition.fieldPlace,
                 base::concat(field.name,
                              " is boolean: keep it as a string \"true\" or \"false\" "
                              "or as a number to filter by it"));
        if (field.isText() && !condition.comparesText())
            fail(condition.operatorPlace,
                 base::concat(field.name, " is text: use IN or NOT IN, as in IN (\"Drama\")"));
        if (field.isNumber() && condition.comparesText())
            fail(condition.operatorPlace,
                 base::concat(field.name, " is a number: use =, !=, <, <=, > or >="));
        const auto* texts = std::get_if<Texts>(&condition.operand);
        if (texts && std::find(texts->begin(), texts->end(), "*") != texts->end())
            fail(condition.operandPlace,
                 "\"*\" stands for every event type: it goes with Interactions.EVENT_TYPE only");
    }

    void checkCurrentItem(const Condition& condition, Target target,
                          const CurrentItem& other) const {
        if (condition.source != Source::Items || target != Target::Item)
            fail(condition.operandPlace, "CurrentItem is compared with fields of Items only");
        const auto& field = fieldOf(DatasetType::Items, other.field, condition.operandPlace,
                                    condition.operandPlace);
        const bool fits =
            condition.comparesText() ? field.isText() && !field.textual : field.isNumber();
        if (!fits)
            fail(
                condition.operandPlace,
                base::concat("CurrentItem.", field.name, " is not ",
                             condition.comparesText() ? "text that can be filtered by" : "a number",
                             ", as ", condition.field, " is"));
    }

    const schema::Field& fieldOf(DatasetType type, std::string_view name, Place datasetPlace,
                                 Place fieldPlace) const {
        const auto dataset = schemas_.find(type);
        if (dataset == schemas_.end())
            fail(datasetPlace,
                 base::concat("the dataset group has no dataset of type ", schema::typeName(type)));
        if (const auto* field = dataset->second.find(name)) return *field;
        std::vector<std::string> names;
        constexpr std::size_t kNamed = 10;
        for (const auto& field : dataset->second.fields)
            if (names.size() < kNamed) names.push_back(field.name);
        fail(fieldPlace, base::concat(schema::typeName(type), " has no field ", name, "; it has ",
                                      base::join(names, ", "),
                                      dataset->second.fields.size() > kNamed ? ", ..." : ""));
    }

    const Schemas& schemas_;
};

}  // namespace

Needs needsOf(const Expression& expression) {
    Needs needs;
    const auto addField = [&](Source source, std::string_view field) {
        needs.fields.insert(
            base::concat(schema::typeName(datasetOf(source)), '.', base::toUpper(field)));
    };
    const auto add = [&](const Condition& condition) {
        addField(condition.source, condition.field);
        needs.history |= holdsEvents(condition.source);
        needs.user |= condition.source == Source::CurrentUser;
        if (const auto* placeholder = std::get_if<Placeholder>(&condition.operand))
            needs.placeholders.insert(placeholder->name);
        if (const auto* item = std::get_if<CurrentItem>(&condition.operand)) {
            needs.currentItem = true;
            addField(Source::Items, item->field);
        }
    };
    for (const auto& rule : expression.rules) {
        for (const auto& condition : rule.conditions) add(condition);
        for (const auto& condition : rule.userConditions) add(condition);
    }
    return needs;
}

void check(const Expression& expression, const Schemas& schemas) {
    const Checker checker(schemas);
    const auto target = expression.rules.front().target;
    for (const auto& rule : expression.rules) {
        if (rule.target != target)
            fail(rule.place, base::concat("every rule of a filter picks the same: this one must "
                                          "pick ",
                                          targetName(target)));
        checker.check(rule);
    }
    // A request can bring no more values than these.
    constexpr std::size_t kMostPlaceholders = 25;
    if (const auto count = needsOf(expression).placeholders.size(); count > kMostPlaceholders)
        fail({}, base::concat("at most 25 placeholders, these are ", count));
}

}  // namespace foretaste::filter
