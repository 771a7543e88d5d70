// SPDX-License-Identifier: GPL-3.0-or-later
#include <optional>
#include <utility>

#include "core/base/text.h"
#include "core/filter/expression.h"

namespace foretaste::filter {
namespace {

constexpr std::pair<std::string_view, Target> kTargets[] = {
    {"ItemID", Target::Item}, {"UserID", Target::User}, {"ActionID", Target::Action}};

constexpr std::pair<std::string_view, Source> kSources[] = {
    {"Items", Source::Items},
    {"Interactions", Source::Interactions},
    {"Users", Source::Users},
    {"Actions", Source::Actions},
    {"ActionInteractions", Source::ActionInteractions},
    {"Action_Interactions", Source::ActionInteractions},
    {"CurrentUser", Source::CurrentUser}};

constexpr std::pair<std::string_view, Operator> kComparisons[] = {
    {"=", Operator::Equal},        {"!=", Operator::NotEqual}, {"<", Operator::Less},
    {"<=", Operator::LessOrEqual}, {">", Operator::Greater},   {">=", Operator::GreaterOrEqual}};

template <class Value, std::size_t N>
std::optional<Value> named(const std::pair<std::string_view, Value> (&table)[N],
                           std::string_view name) {
    for (const auto& [each, value] : table)
        if (base::equalsIgnoringCase(each, name)) return value;
    return std::nullopt;
}

std::string found(const Token& token) {
    constexpr std::size_t kShown = 40;
    const auto text =
        base::concat(token.text.substr(0, kShown), token.text.size() > kShown ? "..." : "");
    switch (token.kind) {
        case TokenKind::End: return "the end";
        case TokenKind::Text: return base::concat('"', text, '"');
        case TokenKind::Placeholder: return base::concat('$', text);
        default: return base::concat('\'', text, '\'');
    }
}

class Parser {
public:
    explicit Parser(std::string_view text) : tokens_(tokenize(kExpressionMember, text)) {}

    Expression run() {
        Expression expression;
        do expression.rules.push_back(rule());
        while (accept(TokenKind::Bar));
        if (!is(TokenKind::End)) expected("AND, OR, IF, '|' or the end");
        return expression;
    }

private:
    const Token& now() const { return tokens_[at_]; }
    bool is(TokenKind kind) const { return now().kind == kind; }
    bool isWord(std::string_view word) const {
        return is(TokenKind::Word) && base::equalsIgnoringCase(now().text, word);
    }
    bool accept(TokenKind kind) {
        if (!is(kind)) return false;
        if (kind != TokenKind::End) ++at_;
        return true;
    }
    bool acceptWord(std::string_view word) {
        if (!isWord(word)) return false;
        ++at_;
        return true;
    }
    [[noreturn]] void expected(std::string_view what) const {
        failAt(kExpressionMember, now().place,
               base::concat("expected ", what, ", got ", found(now())));
    }
    void expect(TokenKind kind, std::string_view what) {
        if (!accept(kind)) expected(what);
    }

    Rule rule() {
        Rule rule;
        rule.place = now().place;
        rule.include = isWord("INCLUDE");
        if (!acceptWord("INCLUDE") && !acceptWord("EXCLUDE")) expected("INCLUDE or EXCLUDE");
        const auto target = is(TokenKind::Word) ? named(kTargets, now().text) : std::nullopt;
        if (!target) expected("ItemID, UserID or ActionID");
        rule.target = *target;
        ++at_;
        if (!acceptWord("WHERE")) expected("WHERE");
        readTree(rule);
        if (acceptWord("IF")) {
            do rule.userConditions.push_back(condition(true));
            while (acceptWord("AND"));
            if (isWord("OR"))
                expected("AND or the end: conditions after IF are joined by AND only");
        }
        return rule;
    }

    /// Dijkstra's shunting yard: operators wait until one that binds less comes.
    void readTree(Rule& rule) {
        enum class Waiting { Or, And, Bracket };
        std::vector<std::pair<Waiting, Place>> waiting;
        const auto settle = [&](Waiting least) {
            while (!waiting.empty() && waiting.back().first != Waiting::Bracket &&
                   waiting.back().first >= least) {
                rule.steps.push_back(
                    {waiting.back().first == Waiting::And ? Step::Kind::And : Step::Kind::Or, 0});
                waiting.pop_back();
            }
        };
        for (;;) {
            while (is(TokenKind::Open)) {
                waiting.emplace_back(Waiting::Bracket, now().place);
                ++at_;
            }
            rule.steps.push_back({Step::Kind::Test, rule.conditions.size()});
            rule.conditions.push_back(condition(false));
            while (is(TokenKind::Close)) {
                settle(Waiting::Or);
                if (waiting.empty()) expected("AND, OR, IF, '|' or the end");
                waiting.pop_back();
                ++at_;
            }
            const bool conjunction = isWord("AND");
            if (!conjunction && !isWord("OR")) break;
            settle(conjunction ? Waiting::And : Waiting::Or);
            waiting.emplace_back(conjunction ? Waiting::And : Waiting::Or, now().place);
            ++at_;
        }
        settle(Waiting::Or);
        if (!waiting.empty())
            failAt(kExpressionMember, waiting.back().second, "this bracket is not closed");
    }

    Condition condition(bool afterIf) {
        Condition condition;
        condition.place = now().place;
        const auto source = is(TokenKind::Word) ? named(kSources, now().text) : std::nullopt;
        if (afterIf ? source != Source::CurrentUser : !source)
            expected(afterIf ? "CurrentUser and a field, as in CurrentUser.AGE"
                             : "a dataset and a field, as in Items.GENRES");
        if (!afterIf && source == Source::CurrentUser)
            failAt(kExpressionMember, now().place, "CurrentUser stands after IF only");
        condition.source = *source;
        ++at_;
        condition.field = field(condition.fieldPlace);
        condition.operatorPlace = now().place;
        readOperator(condition);
        condition.operandPlace = now().place;
        if (condition.comparesText())
            readList(condition);
        else
            condition.operand = comparand();
        return condition;
    }

    std::string field(Place& place) {
        expect(TokenKind::Dot, "'.' and a field");
        place = now().place;
        if (!is(TokenKind::Word)) expected("the name of a field");
        return tokens_[at_++].text;
    }

    void readOperator(Condition& condition) {
        if (acceptWord("NOT")) {
            if (!acceptWord("IN")) expected("IN after NOT");
            condition.op = Operator::NotIn;
        } else if (acceptWord("IN")) {
            condition.op = Operator::In;
        } else {
            const auto op =
                is(TokenKind::Operator) ? named(kComparisons, now().text) : std::nullopt;
            if (!op) expected("IN, NOT IN, =, !=, <, <=, > or >=");
            condition.op = *op;
            ++at_;
        }
    }

    void readList(Condition& condition) {
        expect(TokenKind::Open, "'(' and a list of values");
        condition.operandPlace = now().place;
        if (is(TokenKind::Placeholder)) {
            condition.operand = Placeholder{tokens_[at_++].text};
            if (is(TokenKind::Comma)) expected("')': a placeholder stands alone in its list");
        } else if (isWord("CurrentItem")) {
            condition.operand = currentItem();
        } else {
            Texts texts;
            do {
                if (is(TokenKind::Placeholder))
                    expected("a value: a placeholder stands alone in its list");
                if (!is(TokenKind::Text))
                    expected("a value in double quotes, $NAME or CurrentItem and a field");
                texts.push_back(tokens_[at_++].text);
            } while (accept(TokenKind::Comma));
            condition.operand = std::move(texts);
        }
        expect(TokenKind::Close, "',' or ')'");
    }

    Operand comparand() {
        if (is(TokenKind::Number)) return tokens_[at_++].number;
        if (is(TokenKind::Placeholder)) return Placeholder{tokens_[at_++].text};
        if (isWord("CurrentItem")) return currentItem();
        expected(is(TokenKind::Text)
                     ? "a number: for text use IN and a list, as in Items.GENRES IN (\"Drama\")"
                     : "a number, $NAME or CurrentItem and a field");
    }

    CurrentItem currentItem() {
        ++at_;
        Place ignored;
        return {field(ignored)};
    }

    std::vector<Token> tokens_;
    std::size_t at_ = 0;
};

}  // namespace

std::string_view targetName(Target target) {
    for (const auto& [name, each] : kTargets)
        if (each == target) return name;
    return {};
}

std::string_view sourceName(Source source) {
    for (const auto& [name, each] : kSources)
        if (each == source) return name;
    return {};
}

Expression parse(std::string_view text) {
    return Parser(text).run();
}

}  // namespace foretaste::filter
