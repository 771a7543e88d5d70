// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/compiled_filter.h"

#include <algorithm>
#include <limits>

#include "core/base/error.h"
#include "core/base/text.h"

namespace foretaste::filter {
namespace {

bool isEventRule(const Rule& rule) {
    const auto source = rule.conditions.front().source;
    return source == Source::Interactions || source == Source::ActionInteractions;
}

bool isStatic(const Condition& condition) {
    return std::holds_alternative<Texts>(condition.operand) ||
           std::holds_alternative<double>(condition.operand);
}

std::string memberOf(const std::string& placeholder) {
    return base::concat("filterValues.", placeholder);
}

const std::string* valueOf(const Request& request, const std::string& placeholder) {
    if (!request.values) return nullptr;
    const auto found = request.values->find(placeholder);
    return found == request.values->end() ? nullptr : &found->second;
}

const std::vector<std::string>& valuesIn(const Record* record, std::string_view field) {
    static const std::vector<std::string> kNone;
    if (!record) return kNone;
    const auto found = record->find(base::toUpper(field));
    return found == record->end() ? kNone : found->second;
}

double numberIn(const Record* record, std::string_view field) {
    const auto& values = valuesIn(record, field);
    double number = 0;
    return !values.empty() && base::parseNumber(values.front(), number)
               ? number
               : std::numeric_limits<double>::quiet_NaN();
}

/// The tokens of "\"Drama\",\"Crime\"" without their commas. A number may stand without quotes.
std::vector<Token> listOf(const std::string& placeholder, const std::string& text) {
    const auto member = memberOf(placeholder);
    std::vector<Token> list;
    const auto tokens = tokenize(member, text);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const auto& token = tokens[i];
        const bool value = token.kind == TokenKind::Text || token.kind == TokenKind::Number;
        if (i % 2 == 0 ? !value : token.kind != TokenKind::Comma && token.kind != TokenKind::End)
            failAt(member, token.place,
                   "expected values in double quotes, joined by commas, as in \"Drama\",\"Crime\"");
        if (value) list.push_back(token);
    }
    return list;
}

Texts textsFor(const Condition& condition, const Request& request) {
    if (const auto* texts = std::get_if<Texts>(&condition.operand)) return *texts;
    if (const auto* item = std::get_if<CurrentItem>(&condition.operand))
        return valuesIn(request.currentItem, item->field);
    const auto& name = std::get<Placeholder>(condition.operand).name;
    Texts texts;
    for (const auto& token : listOf(name, *valueOf(request, name))) {
        if (token.kind == TokenKind::Number)
            failAt(memberOf(name), token.place,
                   base::concat("put the value in double quotes, as in \"", token.text, '"'));
        texts.push_back(token.text);
    }
    return texts;
}

double numberFor(const Condition& condition, const Request& request) {
    if (const auto* number = std::get_if<double>(&condition.operand)) return *number;
    if (const auto* item = std::get_if<CurrentItem>(&condition.operand))
        return numberIn(request.currentItem, item->field);
    const auto& name = std::get<Placeholder>(condition.operand).name;
    const auto list = listOf(name, *valueOf(request, name));
    double number = list.front().number;
    const bool isNumber =
        list.front().kind == TokenKind::Number || base::parseNumber(list.front().text, number);
    if (!isNumber || list.size() > 1)
        failAt(memberOf(name), list[list.size() > 1 ? 1 : 0].place,
               base::concat("expected one number, which ", condition.field, " is compared with"));
    return number;
}

bool compares(double left, Operator op, double right) {
    switch (op) {
        case Operator::Equal: return left == right;
        case Operator::NotEqual: return !(left == right);
        case Operator::Less: return left < right;
        case Operator::LessOrEqual: return left <= right;
        case Operator::Greater: return left > right;
        case Operator::GreaterOrEqual: return left >= right;
        case Operator::In:
        case Operator::NotIn: break;
    }
    return false;
}

bool holdsForUser(const Condition& condition, const Request& request) {
    const auto* record = request.user ? &request.user->record : nullptr;
    if (!condition.comparesText())
        return compares(numberIn(record, condition.field), condition.op,
                        numberFor(condition, request));
    const auto texts = textsFor(condition, request);
    const auto& values = valuesIn(record, condition.field);
    const bool in = std::any_of(values.begin(), values.end(), [&](const auto& value) {
        return std::find(texts.begin(), texts.end(), value) != texts.end();
    });
    return in == (condition.op == Operator::In);
}

/// The first placeholder of a rule that the request brings no value for; null where there is none.
const std::string* missingValue(const Rule& rule, const Request& request) {
    for (const auto* conditions : {&rule.conditions, &rule.userConditions})
        for (const auto& condition : *conditions)
            if (const auto* placeholder = std::get_if<Placeholder>(&condition.operand);
                placeholder && !valueOf(request, placeholder->name))
                return &placeholder->name;
    return nullptr;
}

template <class Value, class Operations, class Test>
Value runSteps(const Operations& operations, const Test& test) {
    using Kind = typename Operations::value_type::Kind;
    std::vector<Value> stack;
    for (const auto& operation : operations) {
        if (operation.kind != Kind::And && operation.kind != Kind::Or) {
            stack.push_back(test(operation));
            continue;
        }
        const Value right = std::move(stack.back());
        stack.pop_back();
        if (operation.kind == Kind::And)
            stack.back() &= right;
        else
            stack.back() |= right;
    }
    return std::move(stack.back());
}

}  // namespace

CompiledFilter::CompiledFilter(Expression expression, std::shared_ptr<const Records> records)
    : needs_(needsOf(expression)), records_(std::move(records)) {
    for (auto& rule : expression.rules) rules_.push_back(compile(std::move(rule)));
}

CompiledFilter::CompiledRule CompiledFilter::compile(Rule rule) const {
    CompiledRule compiled;
    compiled.rule = std::move(rule);
    if (isEventRule(compiled.rule)) return compiled;  // what a user did is no one's constant
    using Kind = Operation::Kind;
    std::vector<bool> constant;  // of the results that wait to be joined
    auto& program = compiled.program;
    for (const auto& step : compiled.rule.steps) {
        if (step.kind == Step::Kind::Test) {
            const auto& condition = compiled.rule.conditions[step.condition];
            constant.push_back(isStatic(condition));
            if (constant.back()) {
                program.push_back({Kind::Constant, compiled.constants.size()});
                compiled.constants.push_back(scan(condition, {}));
            } else {
                program.push_back({Kind::Test, step.condition});
            }
            continue;
        }
        const bool conjunction = step.kind == Step::Kind::And;
        const bool right = constant.back();
        constant.pop_back();
        if (!right || !constant.back()) {
            program.push_back({conjunction ? Kind::And : Kind::Or, 0});
            constant.back() = false;
            continue;
        }
        auto& left = compiled.constants[compiled.constants.size() - 2];
        if (conjunction)
            left &= compiled.constants.back();
        else
            left |= compiled.constants.back();
        compiled.constants.pop_back();
        program.pop_back();
    }
    return compiled;
}

std::shared_ptr<const Bitmap> CompiledFilter::Results::find(const Key& key) const {
    std::lock_guard lock(mutex_);
    const auto found = rows_.find(key);
    return found == rows_.end() ? nullptr : found->second;
}

void CompiledFilter::Results::keep(Key key, std::shared_ptr<const Bitmap> rows) {
    std::lock_guard lock(mutex_);
    if (!rows_.emplace(key, std::move(rows)).second) return;
    order_.push_back(std::move(key));
    if (order_.size() <= kMost) return;
    rows_.erase(order_.front());
    order_.pop_front();
}

Bitmap CompiledFilter::test(const Condition& condition, const Request& request) const {
    const auto* item = std::get_if<CurrentItem>(&condition.operand);
    Results::Key key{&condition,
                     item ? base::join(valuesIn(request.currentItem, item->field), "\n")
                          : *valueOf(request, std::get<Placeholder>(condition.operand).name)};
    if (const auto known = results_.find(key)) return *known;
    auto rows = scan(condition, request);
    results_.keep(std::move(key), std::make_shared<const Bitmap>(rows));
    return rows;
}

Bitmap CompiledFilter::scan(const Condition& condition, const Request& request) const {
    Bitmap rows(records_->rows());
    if (condition.comparesText()) {
        const auto& column = records_->text(condition.field);
        const auto marks = column.marked(textsFor(condition, request));
        for (std::size_t row = 0; row < rows.rows(); ++row)
            if (column.hasMarked(row, marks)) rows.set(row);
        return condition.op == Operator::In ? rows : ~rows;
    }
    const auto& column = records_->numbers(condition.field);
    const double number = numberFor(condition, request);
    for (std::size_t row = 0; row < rows.rows(); ++row)
        if (compares(column[row], condition.op, number)) rows.set(row);
    return rows;
}

Bitmap CompiledFilter::run(const CompiledRule& compiled, const Request& request) const {
    return runSteps<Bitmap>(compiled.program, [&](const Operation& operation) {
        return operation.kind == Operation::Kind::Constant
                   ? compiled.constants[operation.index]
                   : test(compiled.rule.conditions[operation.index], request);
    });
}

Bitmap CompiledFilter::interactedWith(const Rule& rule, const Request& request) const {
    Bitmap rows(records_->rows());
    if (!request.user) return rows;
    // Event types are the one thing that ignores case.
    std::vector<Texts> types;
    for (const auto& condition : rule.conditions) {
        types.push_back(textsFor(condition, request));
        for (auto& type : types.back()) type = base::toLower(type);
    }
    for (const auto& interaction : request.user->interactions) {
        const auto type = base::toLower(interaction.eventType);
        const bool holds = runSteps<int>(rule.steps, [&](const Step& step) -> int {
                               const auto& wanted = types[step.condition];
                               const bool in = std::any_of(
                                   wanted.begin(), wanted.end(),
                                   [&](const auto& each) { return each == "*" || each == type; });
                               return in == (rule.conditions[step.condition].op == Operator::In);
                           }) != 0;
        if (!holds) continue;
        if (const auto row = records_->rowOf(interaction.itemId)) rows.set(*row);
    }
    return rows;
}

void CompiledFilter::checkNames(const Request& request) const {
    if (!request.values) return;
    for (const auto& [name, value] : *request.values)
        if (!needs_.placeholders.contains(name))
            throw base::ServiceError(
                base::ErrorCode::InvalidInput,
                needs_.placeholders.empty()
                    ? base::concat(memberOf(name), ": the filter has no placeholders")
                    : base::concat(
                          memberOf(name), ": the filter has no placeholder $", name, "; it has $",
                          base::join({needs_.placeholders.begin(), needs_.placeholders.end()},
                                     ", $")));
}

Selection CompiledFilter::evaluate(const Request& request) const {
    checkNames(request);
    Bitmap included(records_->rows()), excluded(records_->rows());
    bool mustBeIncluded = false;
    for (const auto& compiled : rules_) {
        const auto& rule = compiled.rule;
        if (const auto* missing = missingValue(rule, request)) {
            if (!rule.include) continue;
            throw base::ServiceError(base::ErrorCode::InvalidInput,
                                     base::concat(memberOf(*missing),
                                                  " is missing: an INCLUDE needs the values of "
                                                  "all its placeholders"));
        }
        const bool applies =
            std::all_of(rule.userConditions.begin(), rule.userConditions.end(),
                        [&](const auto& condition) { return holdsForUser(condition, request); });
        if (!applies) continue;
        const auto rows =
            isEventRule(rule) ? interactedWith(rule, request) : run(compiled, request);
        (rule.include ? included : excluded) |= rows;
        mustBeIncluded |= rule.include;
    }
    Selection selection{mustBeIncluded ? std::move(included) : ~Bitmap(records_->rows()),
                        !mustBeIncluded};
    selection.rows -= excluded;
    return selection;
}

}  // namespace foretaste::filter
