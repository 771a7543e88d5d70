// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/filter/checker.h"
#include "tests/core/filter/sample_schemas.h"

namespace foretaste::filter {
namespace {

std::string faultOf(const std::string& expression, const Schemas& schemas = sampleSchemas()) {
    try {
        check(parse(expression), schemas);
    } catch (const base::ServiceError& error) {
        EXPECT_EQ(error.code(), base::ErrorCode::InvalidInput);
        return error.what();
    }
    return "accepted";
}

TEST(FilterLanguage, AcceptsWhatTheServiceDocuments) {
    for (
        const char* expression : {
            R"(EXCLUDE ItemID WHERE Interactions.EVENT_TYPE IN ("Watch","Rate"))",
            R"(EXCLUDE ItemID WHERE Interactions.EVENT_TYPE IN ("*"))",
            R"(EXCLUDE ItemID WHERE Interactions.EVENT_TYPE NOT IN ("Watch"))",
            R"(INCLUDE ItemID WHERE Interactions.EVENT_TYPE IN ($TYPES))",
            R"(INCLUDE ItemID WHERE Items.CREATION_TIMESTAMP > $SINCE)",
            R"(INCLUDE ItemID WHERE Items.GENRES IN ($G) | EXCLUDE ItemID WHERE Interactions.EVENT_TYPE IN ("*"))",
            R"(EXCLUDE ItemID WHERE Items.RATING IN ("R") IF CurrentUser.AGE < 18)",
            R"(EXCLUDE ItemID WHERE Items.RATING IN ("R") IF CurrentUser.AGE < 18 AND CurrentUser.PLAN NOT IN ("family"))",
            R"(INCLUDE ItemID WHERE Items.GENRES IN (CurrentItem.GENRES))",
            R"(INCLUDE ItemID WHERE Items.PRICE <= CurrentItem.PRICE)",
            R"(INCLUDE UserID WHERE Users.PLAN IN ($PLAN))",
            R"(INCLUDE UserID WHERE Interactions.EVENT_TYPE IN ("Watch"))",
            R"(INCLUDE ItemID WHERE Items.YEAR != -1.5e3)",
            R"(INCLUDE ItemID WHERE Items.ITEM_ID IN ("a \"b\" \\ c"))",
            R"(INCLUDE ItemID WHERE Items.TITLE NOT IN ("Zoë's night"))",
            R"(INCLUDE ItemID WHERE (Items.YEAR > 1990 OR Items.PRICE < 3) AND ((Items.GENRES IN ("Drama"))))",
            "include itemid\n\twhere items.genres not in (\"Drama\")\r\n and items.price>=2 or "
            "items.price=1",
        })
        EXPECT_EQ(faultOf(expression), "accepted") << expression;
}

TEST(FilterLanguage, RefusesTheRestWhereItGoesWrong) {
    struct Case {
        const char* expression;
        const char* place;
        const char* what;
    };
    const Case cases[] = {
        // Syntax
        {"", "line 1, column 1:", "expected INCLUDE or EXCLUDE, got the end"},
        {"SHOW ItemID", "line 1, column 1:", "expected INCLUDE or EXCLUDE, got 'SHOW'"},
        {"INCLUDE Item WHERE", "line 1, column 9:", "expected ItemID, UserID or ActionID"},
        {"INCLUDE ItemID WHEN", "line 1, column 16:", "expected WHERE, got 'WHEN'"},
        {"INCLUDE ItemID WHERE", "line 1, column 21:", "expected a dataset and a field"},
        {"INCLUDE ItemID\nWHERE GENRES IN (\"a\")", "line 2, column 7:", "got 'GENRES'"},
        {"INCLUDE ItemID WHERE Items IN (\"a\")", "line 1, column 28:", "expected '.'"},
        {"INCLUDE ItemID WHERE Items.", "line 1, column 28:", "the name of a field"},
        {"INCLUDE ItemID WHERE Items.GENRES", "line 1, column 34:", "expected IN, NOT IN, ="},
        {"INCLUDE ItemID WHERE Items.GENRES NOT (\"a\")", "column 39:", "expected IN after NOT"},
        {"INCLUDE ItemID WHERE Items.GENRES IN \"a\"", "column 38:", "expected '(' and a list"},
        {"INCLUDE ItemID WHERE Items.GENRES IN ()", "column 39:", "expected a value in double"},
        {"INCLUDE ItemID WHERE Items.GENRES IN (\"a\",)", "column 43:", "expected a value"},
        {"INCLUDE ItemID WHERE Items.GENRES IN (\"a\" \"b\")", "column 43:", "expected ',' or ')'"},
        {"INCLUDE ItemID WHERE Items.GENRES IN (Drama)", "column 39:", "got 'Drama'"},
        {"INCLUDE ItemID WHERE Items.GENRES IN (1990)", "column 39:", "got '1990'"},
        {"INCLUDE ItemID WHERE Items.GENRES IN ('a')", "column 39:", "straight double quotes"},
        {"INCLUDE ItemID WHERE Items.GENRES IN (“a”)", "column 39:", "straight double quotes"},
        {"INCLUDE ItemID WHERE Items.TITLE IN (\"ö\", x)", "column 43:", "got 'x'"},
        {"INCLUDE ItemID WHERE Items.GENRES IN (\"a)", "column 39:", "no closing double quote"},
        {"INCLUDE ItemID WHERE Items.GENRES IN ($A, $B)", "column 41:", "stands alone"},
        {"INCLUDE ItemID WHERE Items.GENRES IN (\"a\", $B)", "column 44:", "stands alone"},
        {"INCLUDE ItemID WHERE Items.GENRES IN ($)", "column 39:", "1 to 50 letters"},
        {"INCLUDE ItemID WHERE Items.PRICE > \"1\"", "column 36:", "expected a number"},
        {"INCLUDE ItemID WHERE Items.PRICE > 1x", "column 36:", "'1x' is not a number"},
        {"INCLUDE ItemID WHERE Items.PRICE > 1e999", "column 36:", "is not a number"},
        {"INCLUDE ItemID WHERE Items.PRICE ! 1", "column 34:", "expected !=, got '!'"},
        {"INCLUDE ItemID WHERE Items.PRICE == 1", "column 34:", "got '=='"},
        {"INCLUDE ItemID WHERE (Items.PRICE > 1", "column 22:", "not closed"},
        {"INCLUDE ItemID WHERE Items.PRICE > 1)", "column 37:", "got ')'"},
        {"INCLUDE ItemID WHERE Items.PRICE > 1 AND", "column 41:", "expected a dataset"},
        {"INCLUDE ItemID WHERE Items.PRICE > 1 Items.YEAR > 2", "column 38:", "expected AND, OR"},
        {"INCLUDE ItemID WHERE Items.PRICE > 1 |", "column 39:", "expected INCLUDE or EXCLUDE"},
        {"INCLUDE ItemID WHERE Items.PRICE > 1; --", "column 37:", "';' does not belong here"},
        {"INCLUDE ItemID WHERE Items.PRICE > 1 \x01", "column 38:", "control character"},
        {"INCLUDE ItemID WHERE CurrentUser.AGE > 1", "column 22:", "after IF only"},
        {"INCLUDE ItemID WHERE Items.PRICE > 1 IF Items.YEAR > 2", "column 41:", "CurrentUser"},
        {"INCLUDE ItemID WHERE Items.PRICE > 1 IF CurrentUser.AGE > 2 OR CurrentUser.AGE < 1",
         "column 61:", "joined by AND only"},
        {"INCLUDE ItemID WHERE Items.PRICE > 1 IF CurrentUser.AGE > 2 IF CurrentUser.AGE < 1",
         "column 61:", "expected AND, OR, IF"},
        // Datasets and fields
        {"INCLUDE ItemID WHERE Users.PLAN IN (\"a\")",
         "column 22:", "looks at Items or Interactions"},
        {"INCLUDE UserID WHERE Items.GENRES IN (\"a\")", "column 22:", "not at Items"},
        {"INCLUDE ActionID WHERE Actions.VALUE > 1", "column 24:", "no dataset of type ACTIONS"},
        {"INCLUDE ItemID WHERE Items.PRICE > 1 AND Interactions.EVENT_TYPE IN (\"a\")",
         "column 42:", "after '|' for Interactions"},
        {"INCLUDE ItemID WHERE Items.PRICE > 1 | INCLUDE UserID WHERE Users.AGE > 1",
         "column 40:", "must pick ItemID"},
        {"INCLUDE ItemID WHERE Items.COLOUR IN (\"a\")",
         "column 28:", "ITEMS has no field COLOUR; it has"},
        {"INCLUDE ItemID WHERE Items.DESCRIPTION IN (\"a\")", "column 28:", "textual"},
        {"INCLUDE ItemID WHERE Items.IN_STOCK IN (\"true\")", "column 28:", "boolean"},
        {"INCLUDE ItemID WHERE Interactions.EVENT_VALUE > 1", "column 35:", "by EVENT_TYPE only"},
        {"INCLUDE ItemID WHERE Interactions.EVENT_TYPE = 1", "column 46:", "use IN or NOT IN"},
        {"INCLUDE ItemID WHERE Items.GENRES > 1", "column 35:", "GENRES is text"},
        {"INCLUDE ItemID WHERE Items.PRICE IN (\"1\")", "column 34:", "PRICE is a number"},
        {"INCLUDE UserID WHERE Users.AGE > 1 IF CurrentUser.AGE > 1", "column 39:", "UserID"},
        // Placeholders, the current item, every event type
        {"INCLUDE ItemID WHERE Items.GENRES NOT IN ($G)", "column 43:", "does not go with NOT IN"},
        {"INCLUDE ItemID WHERE Items.GENRES IN (\"*\")", "column 39:", "every event type"},
        {"INCLUDE ItemID WHERE Interactions.EVENT_TYPE NOT IN (\"*\")",
         "column 54:", "every event"},
        {"INCLUDE ItemID WHERE Interactions.EVENT_TYPE IN (\"*\",\"a\")",
         "column 50:", "every event"},
        {"INCLUDE ItemID WHERE Interactions.EVENT_TYPE IN (CurrentItem.TITLE)",
         "column 50:", "fields of Items only"},
        {"INCLUDE ItemID WHERE Items.GENRES IN (CurrentItem.PRICE)", "column 39:", "is not text"},
        {"INCLUDE ItemID WHERE Items.PRICE < CurrentItem.TITLE", "column 36:", "is not a number"},
        {"INCLUDE ItemID WHERE Items.PRICE < CurrentItem.COST", "column 36:", "no field COST"},
        {"INCLUDE ItemID WHERE Items.PRICE > 1 IF CurrentUser.AGE < CurrentItem.PRICE",
         "column 59:", "fields of Items only"},
    };
    for (const auto& each : cases) {
        const auto fault = faultOf(each.expression);
        EXPECT_TRUE(fault.starts_with("filterExpression: line ")) << each.expression << fault;
        EXPECT_NE(fault.find(each.place), std::string::npos) << each.expression << '\n' << fault;
        EXPECT_NE(fault.find(each.what), std::string::npos) << each.expression << '\n' << fault;
    }
}

TEST(FilterLanguage, MissesDatasetsThatTheGroupDoesNotHave) {
    auto schemas = sampleSchemas();
    schemas.erase(schema::DatasetType::Users);
    EXPECT_NE(faultOf("EXCLUDE ItemID WHERE Items.YEAR > 1 IF CurrentUser.AGE < 18", schemas)
                  .find("column 40: the dataset group has no dataset of type USERS"),
              std::string::npos);
    schemas.erase(schema::DatasetType::Items);
    EXPECT_NE(faultOf("EXCLUDE ItemID WHERE Items.YEAR > 1", schemas).find("of type ITEMS"),
              std::string::npos);
}

/// "0 1 2 & |": the numbers of conditions in postfix order.
std::string stepsOf(const std::string& conditions) {
    const auto expression = parse("INCLUDE ItemID WHERE " + conditions);
    std::string text;
    for (const auto& step : expression.rules.front().steps) {
        if (!text.empty()) text += ' ';
        text += step.kind == Step::Kind::Test  ? base::concat(step.condition)
                : step.kind == Step::Kind::And ? std::string("&")
                                               : std::string("|");
    }
    return text;
}

TEST(FilterLanguage, AndBindsTighterThanOrAndBracketsGroup) {
    const std::string a = "Items.A > 1", b = "Items.B > 1", c = "Items.C > 1", d = "Items.D > 1";
    EXPECT_EQ(stepsOf(a), "0");
    EXPECT_EQ(stepsOf(a + " OR " + b + " AND " + c), "0 1 2 & |");
    EXPECT_EQ(stepsOf(a + " AND " + b + " OR " + c), "0 1 & 2 |");
    EXPECT_EQ(stepsOf("(" + a + " OR " + b + ") AND " + c), "0 1 | 2 &");
    EXPECT_EQ(stepsOf(a + " AND (" + b + " OR (" + c + " OR " + d + "))"), "0 1 2 3 | | &");
    EXPECT_EQ(stepsOf(a + " OR " + b + " OR " + c + " AND " + d), "0 1 | 2 3 & |");
}

TEST(FilterLanguage, KnowsWhatAnExpressionNeeds) {
    const auto needs = needsOf(
        parse(R"(INCLUDE ItemID WHERE Items.Genres IN ($G) AND items.PRICE < CurrentItem.PRICE
                 IF CurrentUser.AGE > $AGE | EXCLUDE ItemID WHERE Interactions.EVENT_TYPE IN ("*"))"));
    EXPECT_TRUE(needs.history && needs.user && needs.currentItem);
    EXPECT_EQ(needs.placeholders, (std::set<std::string>{"AGE", "G"}));
    EXPECT_EQ(needs.fields, (std::set<std::string>{"INTERACTIONS.EVENT_TYPE", "ITEMS.GENRES",
                                                   "ITEMS.PRICE", "USERS.AGE"}));
    const auto plain = needsOf(parse("INCLUDE ItemID WHERE Items.PRICE < 1"));
    EXPECT_FALSE(plain.history || plain.user || plain.currentItem);
}

TEST(FilterLanguage, RefusesMorePlaceholdersThanARequestCanFill) {
    std::string expression = "INCLUDE ItemID WHERE Items.PRICE > $P0";
    for (int i = 1; i < 25; ++i) expression += base::concat(" OR Items.PRICE > $P", i);
    EXPECT_EQ(faultOf(expression), "accepted");
    EXPECT_NE(faultOf(expression + " OR Items.PRICE > $P25").find("at most 25 placeholders"),
              std::string::npos);
}

}  // namespace
}  // namespace foretaste::filter
