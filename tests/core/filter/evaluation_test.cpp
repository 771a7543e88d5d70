// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <thread>

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/base/text.h"
#include "core/filter/compiled_filter.h"
#include "tests/core/filter/sample_schemas.h"

namespace foretaste::filter {
namespace {

constexpr double kNull = std::numeric_limits<double>::quiet_NaN();

/// Items as plain rows, and the same as filters read them.
struct Row {
    std::string id, genres, rating;  ///< empty: null
    double price = kNull, year = kNull;
};

std::shared_ptr<const Records> recordsOf(std::vector<Row> rows) {
    const auto count = rows.size();
    const auto shared = std::make_shared<const std::vector<Row>>(std::move(rows));
    Records::Reader reader;
    reader.text = [shared](std::string_view field) {
        static const auto schemas = sampleSchemas();
        const auto* described = schemas.at(schema::DatasetType::Items).find(field);
        TextColumn column;
        for (const auto& row : *shared)
            column.addRow(valuesOf(*described, field == "GENRES"   ? row.genres
                                               : field == "RATING" ? row.rating
                                                                   : row.id));
        return column;
    };
    reader.numbers = [shared](std::string_view field) {
        NumberColumn column;
        for (const auto& row : *shared) column.push_back(field == "PRICE" ? row.price : row.year);
        return column;
    };
    reader.rowOf = [shared](std::string_view id) -> std::optional<std::size_t> {
        for (std::size_t row = 0; row < shared->size(); ++row)
            if ((*shared)[row].id == id) return row;
        return std::nullopt;
    };
    return std::make_shared<Records>(count, std::move(reader));
}

CompiledFilter compiled(const std::string& text, const std::shared_ptr<const Records>& records) {
    auto expression = parse(text);
    check(expression, sampleSchemas());
    return {std::move(expression), records};
}

const std::vector<Row> kFilms{{"a", "Drama|Crime", "R", 5, 1990},
                              {"b", "Comedy", "PG", 3, 2001},
                              {"c", "", "", kNull, kNull},
                              {"d", "Drama", "PG", 0, 2001}};

/// The ids that pass, in order.
std::string picked(const std::string& text, const User& user = {},
                   const std::map<std::string, std::string>& values = {},
                   const Record* currentItem = nullptr) {
    const auto selection =
        compiled(text, recordsOf(kFilms)).evaluate({&user, currentItem, &values});
    std::string ids;
    for (std::size_t row = 0; row < kFilms.size(); ++row)
        if (selection.rows.test(row)) ids += kFilms[row].id;
    return ids + (selection.others ? "+" : "");
}

TEST(FilterEvaluation, ComparesTextAndNumbers) {
    const std::string include = "INCLUDE ItemID WHERE ", exclude = "EXCLUDE ItemID WHERE ";
    EXPECT_EQ(picked(include + "Items.GENRES IN (\"Drama\")"), "ad");
    EXPECT_EQ(picked(include + "Items.GENRES IN (\"drama\")"), "") << "text keeps its case";
    EXPECT_EQ(picked(include + "Items.GENRES IN (\"Crime\", \"Comedy\")"), "ab");
    EXPECT_EQ(picked(include + "Items.GENRES NOT IN (\"Crime\", \"Comedy\")"), "cd");
    EXPECT_EQ(picked(include + "Items.PRICE <= 3"), "bd");
    EXPECT_EQ(picked(include + "Items.PRICE = 0"), "d");
    EXPECT_EQ(picked(include + "Items.PRICE != 0"), "abc") << "a null is not equal to anything";
    EXPECT_EQ(picked(include + "Items.YEAR < 2001 OR Items.YEAR >= 2001"), "abd");
    EXPECT_EQ(picked(exclude + "Items.GENRES IN (\"Drama\")"), "bc+");
    EXPECT_EQ(picked(include + "Items.ITEM_ID IN (\"c\", \"x\")"), "c");
}

TEST(FilterEvaluation, JoinsRules) {
    EXPECT_EQ(picked("INCLUDE ItemID WHERE Items.PRICE = 0 | INCLUDE ItemID WHERE Items.PRICE = 5"),
              "ad");
    EXPECT_EQ(picked("EXCLUDE ItemID WHERE Items.PRICE = 0 | EXCLUDE ItemID WHERE Items.PRICE = 5"),
              "bc+");
    EXPECT_EQ(
        picked("EXCLUDE ItemID WHERE Items.PRICE = 0 | INCLUDE ItemID WHERE Items.YEAR = 2001"),
        "b");
}

TEST(FilterEvaluation, LooksAtWhatTheUserDid) {
    const User user{{}, {{"a", "Watch"}, {"d", "rate"}, {"elsewhere", "Watch"}}};
    const std::string event = "EXCLUDE ItemID WHERE Interactions.EVENT_TYPE ";
    EXPECT_EQ(picked(event + "IN (\"watch\")", user), "bcd+") << "event types ignore case";
    EXPECT_EQ(picked(event + "IN (\"*\")", user), "bc+");
    EXPECT_EQ(picked(event + "NOT IN (\"watch\")", user), "abc+");
    EXPECT_EQ(picked(event + "IN (\"Watch\") OR Interactions.EVENT_TYPE IN (\"Rate\")", user),
              "bc+");
    EXPECT_EQ(picked("INCLUDE ItemID WHERE Interactions.EVENT_TYPE IN ($T)", user,
                     {{"T", "\"Rate\",\"Buy\""}}),
              "d");
    EXPECT_EQ(picked(event + "IN (\"*\")"), "abcd+");
}

TEST(FilterEvaluation, AsksForTheUser) {
    const std::string rule = "EXCLUDE ItemID WHERE Items.RATING IN (\"R\") IF CurrentUser.AGE < 18";
    EXPECT_EQ(picked(rule, {{{"AGE", {"12"}}}, {}}), "bcd+");
    EXPECT_EQ(picked(rule, {{{"AGE", {"18"}}}, {}}), "abcd+");
    EXPECT_EQ(picked(rule), "abcd+") << "no age, no rule";
    const std::string both = rule + " AND CurrentUser.PLAN IN ($PLAN)";
    const User child{{{"AGE", {"12"}}, {"PLAN", {"family", "duo"}}}, {}};
    EXPECT_EQ(picked(both, child, {{"PLAN", "\"duo\""}}), "bcd+");
    EXPECT_EQ(picked(both, child, {{"PLAN", "\"solo\""}}), "abcd+");
    EXPECT_EQ(picked("INCLUDE ItemID WHERE Items.RATING IN (\"PG\") IF CurrentUser.AGE < 18"),
              "abcd+")
        << "an INCLUDE that does not apply limits nothing";
}

TEST(FilterEvaluation, ComparesWithTheCurrentItem) {
    const Record item{{"GENRES", {"Crime", "Comedy"}}, {"PRICE", {"3"}}};
    const std::string genres = "INCLUDE ItemID WHERE Items.GENRES IN (CurrentItem.GENRES)";
    EXPECT_EQ(picked(genres, {}, {}, &item), "ab");
    EXPECT_EQ(picked("INCLUDE ItemID WHERE Items.PRICE < CurrentItem.PRICE", {}, {}, &item), "d");
    const Record unknown;
    EXPECT_EQ(picked(genres, {}, {}, &unknown), "");
    EXPECT_EQ(picked("INCLUDE ItemID WHERE Items.PRICE < CurrentItem.PRICE", {}, {}, &unknown), "");
}

TEST(FilterEvaluation, TakesValuesOfARequest) {
    const std::string genres = "INCLUDE ItemID WHERE Items.GENRES IN ($G)";
    EXPECT_EQ(picked(genres, {}, {{"G", R"("Comedy", "Crime")"}}), "ab");
    for (const char* number : {"3", "\"3\"", " 3.0 "})
        EXPECT_EQ(picked("INCLUDE ItemID WHERE Items.PRICE >= $P", {}, {{"P", number}}), "ab");
    EXPECT_EQ(picked("EXCLUDE ItemID WHERE Items.GENRES IN ($G)"), "abcd+")
        << "an EXCLUDE without its values is left out";

    const auto faultOf = [](const std::string& text,
                            const std::map<std::string, std::string>& values) -> std::string {
        try {
            picked(text, {}, values);
        } catch (const base::ServiceError& error) {
            EXPECT_EQ(error.code(), base::ErrorCode::InvalidInput);
            return error.what();
        }
        return {};
    };
    const auto says = [&](const std::map<std::string, std::string>& values, const char* what,
                          const std::string& text) {
        const auto fault = faultOf(text, values);
        EXPECT_NE(fault.find(what), std::string::npos) << fault;
    };
    const std::string price = "INCLUDE ItemID WHERE Items.PRICE >= $P";
    says({}, "filterValues.G is missing", genres);
    says({{"g", "\"Crime\""}}, "has no placeholder $g; it has $G", genres);
    says({{"G", "\"Crime\""}}, "no placeholders", "INCLUDE ItemID WHERE Items.PRICE > 1");
    says({{"G", "Crime"}}, "filterValues.G: line 1, column 1: expected values in double", genres);
    says({{"G", "\"Crime\" \"Drama\""}}, "column 9: expected values", genres);
    says({{"G", "\"Crime\","}}, "column 9: expected values", genres);
    says({{"G", ""}}, "column 1: expected values", genres);
    says({{"G", "7"}}, "as in \"7\"", genres);
    says({{"P", "\"much\""}}, "expected one number", price);
    says({{"P", "1,2"}}, "column 3: expected one number", price);
}

/// A random expression as text, and the same as a plain function of a row: the reference.
class Generator {
public:
    using Test = std::function<bool(const Row&)>;
    explicit Generator(std::uint64_t seed) : random_(seed) {
        for (int i = 0; i < 90; ++i)
            rows.push_back({base::concat("i", i),
                            pick<std::string>({"", "A", "B", "A|B", "C|A", "D"}),
                            pick<std::string>({"", "G", "R"}), maybeNumber(), maybeNumber()});
        for (int i = 0; i < 30; ++i)
            user.interactions.push_back({base::concat("i", random_.below(95)),
                                         pick<std::string>({"watch", "Rate", "buy"})});
        user.record = {{"AGE", {base::concat(random_.below(6))}}, {"PLAN", {"A", "B"}}};
        if (random_.below(4) == 0) user.record.clear();
        item = {{"GENRES", {"A", "D"}}, {"PRICE", {base::concat(random_.below(6))}}};
    }

    std::string text;
    std::vector<Row> rows;
    User user;
    Record item;
    std::map<std::string, std::string> values;

    /// Makes an expression and returns which rows pass.
    Test make() {
        std::vector<std::pair<bool, Test>> rules;
        bool anyInclude = false;
        for (auto count = 1 + random_.below(3); count > 0; --count) {
            if (!text.empty()) text += " | ";
            const bool include = random_.below(2) == 0;
            text += include ? "INCLUDE ItemID WHERE " : "EXCLUDE ItemID WHERE ";
            skipped_ = false;
            mayOmit_ = !include;
            auto test = random_.below(3) == 0 ? events() : tree(3);
            const bool applies = condition() && !skipped_;
            if (!applies) continue;
            anyInclude |= include;
            rules.emplace_back(include, std::move(test));
        }
        return [rules, anyInclude](const Row& row) {
            bool in = !anyInclude, out = false;
            for (const auto& [include, test] : rules) (include ? in : out) |= test(row);
            return in && !out;
        };
    }

private:
    template <class T>
    T pick(std::initializer_list<T> choices) {
        return choices.begin()[random_.below(static_cast<std::uint32_t>(choices.size()))];
    }
    double maybeNumber() { return random_.below(5) == 0 ? kNull : random_.below(6); }

    static bool contains(const std::vector<std::string>& list, const std::string& value) {
        return std::find(list.begin(), list.end(), value) != list.end();
    }

    /// A placeholder of this value; one of an EXCLUDE is sometimes left without.
    std::string placeholder(const std::string& value) {
        const auto name = base::concat("P", placeholders_++);
        if (mayOmit_ && random_.below(6) == 0)
            skipped_ = true;
        else
            values[name] = value;
        return "$" + name;
    }

    Test tree(int depth) {
        if (depth == 0 || random_.below(3) == 0) return leaf();
        text += '(';
        auto left = tree(depth - 1);
        const bool conjunction = random_.below(2) == 0;
        text += conjunction ? " AND " : " OR ";
        auto right = tree(depth - 1);
        text += ')';
        return [=](const Row& row) {
            return conjunction ? left(row) && right(row) : left(row) || right(row);
        };
    }

    Test leaf() {
        if (random_.below(2) == 0) {
            const bool byPrice = random_.below(2) == 0;
            const auto op = pick<std::string>({"=", "!=", "<", "<=", ">", ">="});
            text += base::concat(byPrice ? "Items.PRICE " : "Items.YEAR ", op, ' ');
            const double number = comparand();
            return
                [=](const Row& row) { return compare(byPrice ? row.price : row.year, op, number); };
        }
        const bool byGenre = random_.below(2) == 0, opposite = random_.below(3) == 0;
        text += base::concat(byGenre ? "Items.GENRES " : "Items.RATING ",
                             opposite ? "NOT IN (" : "IN (");
        const auto wanted = list({"A", "B", "C", "G", "R"}, !opposite);
        text += ')';
        return [=](const Row& row) {
            bool in = false;
            for (const auto& part : base::split(byGenre ? row.genres : row.rating, '|'))
                in |= !part.empty() && contains(wanted, part);
            return in != opposite;
        };
    }

    double comparand() {
        const double number = random_.below(6);
        switch (random_.below(3)) {
            case 0: text += base::concat(number); return number;
            case 1: text += placeholder(base::concat('"', number, '"')); return number;
            default: text += "CurrentItem.PRICE"; return std::stod(item["PRICE"][0]);
        }
    }

    std::vector<std::string> list(std::initializer_list<std::string> choices, bool open) {
        const std::vector<std::string> wanted{pick(choices), pick(choices)};
        const auto written = base::concat('"', wanted[0], "\",\"", wanted[1], '"');
        switch (random_.below(open ? 3 : 1)) {
            case 0: text += written; return wanted;
            case 1: text += placeholder(written); return wanted;
            default: text += "CurrentItem.GENRES"; return item["GENRES"];
        }
    }

    Test events() {
        const bool opposite = random_.below(3) == 0;
        const std::vector<std::string> wanted{pick<std::string>({"watch", "rate"}), "buy"};
        text += base::concat("Interactions.EVENT_TYPE ", opposite ? "NOT IN (\"" : "IN (\"",
                             base::toUpper(wanted[0]), "\", \"", wanted[1], "\")");
        return [this, opposite, wanted](const Row& row) {
            return std::any_of(
                user.interactions.begin(), user.interactions.end(), [&](const auto& each) {
                    return each.itemId == row.id &&
                           contains(wanted, base::toLower(each.eventType)) != opposite;
                });
        };
    }

    /// Adds an IF or nothing; whether the rule applies.
    bool condition() {
        if (random_.below(2) == 0) return true;
        const auto op = pick<std::string>({"<", ">=", "!="});
        const double number = random_.below(6);
        text += base::concat(" IF CurrentUser.AGE ", op, ' ', number);
        bool applies = compare(
            user.record.contains("AGE") ? std::stod(user.record["AGE"][0]) : kNull, op, number);
        if (random_.below(2) == 0) {
            text += " AND CurrentUser.PLAN IN (\"B\", \"C\")";
            applies &= user.record.contains("PLAN");
        }
        return applies;
    }

    static bool compare(double left, const std::string& op, double right) {
        if (std::isnan(left) || std::isnan(right)) return op == "!=";
        if (op == "=") return left == right;
        if (op == "!=") return left != right;
        if (op == "<") return left < right;
        if (op == "<=") return left <= right;
        return op == ">" ? left > right : left >= right;
    }

    base::Random random_;
    int placeholders_ = 0;
    bool skipped_ = false, mayOmit_ = false;
};

TEST(FilterEvaluation, AgreesWithABruteForceReference) {
    int some = 0;
    for (std::uint64_t seed = 0; seed < 1500; ++seed) {
        Generator world(seed);
        const auto reference = world.make();
        const auto selection = compiled(world.text, recordsOf(world.rows))
                                   .evaluate({&world.user, &world.item, &world.values});
        for (std::size_t row = 0; row < world.rows.size(); ++row)
            ASSERT_EQ(selection.rows.test(row), reference(world.rows[row]))
                << "seed " << seed << ", " << world.rows[row].id << ": " << world.text;
        const auto count = selection.rows.count();
        some += count > 0 && count < world.rows.size();
    }
    EXPECT_GT(some, 500) << "most filters pass everything or nothing: the comparison says little";
}

TEST(FilterEvaluation, ValuesThatComeAgainPassTheSame) {
    std::vector<Row> rows;
    constexpr std::size_t kRows = 100;
    for (std::size_t i = 0; i < kRows; ++i)
        rows.push_back(
            {std::to_string(i), i % 2 == 0 ? "Drama" : "Crime", "R", static_cast<double>(i), 2000});
    const auto filter = compiled(
        "INCLUDE ItemID WHERE Items.PRICE < $LIMIT AND Items.GENRES IN ($GENRES)", recordsOf(rows));
    for (int round = 0; round < 2; ++round)  // more values than are remembered
        for (std::size_t limit = 0; limit <= kRows; ++limit) {
            const std::map<std::string, std::string> values{
                {"LIMIT", std::to_string(limit)},
                {"GENRES", limit % 3 == 0 ? "\"Drama\"" : "\"Drama\",\"Crime\""}};
            EXPECT_EQ(filter.evaluate({.values = &values}).rows.count(),
                      limit % 3 == 0 ? (limit + 1) / 2 : limit);
        }
}

TEST(FilterEvaluation, OneFilterServesManyThreads) {
    // Columns are read when first asked for, maybe by several at once.
    const auto filter = compiled("INCLUDE ItemID WHERE Items.GENRES IN ($G) AND Items.PRICE < $P",
                                 recordsOf(kFilms));
    const std::map<std::string, std::string> values{{"G", "\"Drama\""}, {"P", "9"}};
    std::vector<std::thread> threads;
    std::atomic<int> right{0};
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            for (int round = 0; round < 200; ++round)
                right += filter.evaluate({.values = &values}).rows.count() == 2;
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(right, 800);
}

}  // namespace
}  // namespace foretaste::filter
