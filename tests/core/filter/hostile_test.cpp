// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/base/text.h"
#include "core/filter/compiled_filter.h"
#include "tests/core/filter/sample_schemas.h"

// Whatever comes in: an expression is accepted and can be evaluated, or it is a ServiceError.

namespace foretaste::filter {
namespace {

const std::vector<std::string> kValid{
    R"(EXCLUDE ItemID WHERE Interactions.EVENT_TYPE IN ("*") | INCLUDE ItemID WHERE Items.PRICE > 1)",
    R"(INCLUDE ItemID WHERE (Items.GENRES IN ("Drama","Crime") OR Items.YEAR >= 1990) AND Items.PRICE < $P)",
    R"(EXCLUDE ItemID WHERE Items.RATING NOT IN ("R") IF CurrentUser.AGE < 18 AND CurrentUser.PLAN IN ($A))",
    R"(INCLUDE ItemID WHERE Items.GENRES IN (CurrentItem.GENRES) AND Items.TITLE IN ("a \"b\" \\"))"};

std::shared_ptr<const Records> emptyRecords() {
    return std::make_shared<Records>(
        0, Records::Reader{[](std::string_view) { return TextColumn(); },
                           [](std::string_view) { return NumberColumn(); },
                           [](std::string_view) { return std::nullopt; }});
}

/// Whether the expression is accepted, with `value` for all its placeholders.
bool passes(const std::string& text, const std::string& value = "\"1\"") {
    static const auto schemas = sampleSchemas();
    static const auto records = emptyRecords();
    try {
        auto expression = parse(text);
        check(expression, schemas);
        std::map<std::string, std::string> values;
        for (const auto& name : needsOf(expression).placeholders) values[name] = value;
        CompiledFilter(std::move(expression), records).evaluate({.values = &values});
    } catch (const base::ServiceError& error) {
        EXPECT_EQ(error.code(), base::ErrorCode::InvalidInput);
        EXPECT_FALSE(std::string(error.what()).empty());
        return false;
    }
    return true;
}

TEST(HostileFilters, RandomBytesAreRefused) {
    base::Random random(11);
    for (int round = 0; round < 10000; ++round) {
        std::string text(8 + random.below(200), ' ');
        for (auto& c : text) c = static_cast<char>(random.below(256));
        EXPECT_FALSE(passes(text));
        EXPECT_FALSE(passes(kValid[1], text)) << text;
    }
}

TEST(HostileFilters, MutatedExpressionsAreAcceptedOrRefused) {
    base::Random random(12);
    int accepted = 0;
    for (int round = 0; round < 10000; ++round) {
        auto text = kValid[random.below(static_cast<std::uint32_t>(kValid.size()))];
        for (auto edits = 1 + random.below(3); edits > 0; --edits) {
            const auto at = random.below(static_cast<std::uint32_t>(text.size()));
            const auto length = 1 + random.below(8);
            switch (random.below(4)) {
                case 0: text.erase(at, length); break;
                case 1: text.insert(at, text.substr(random.below(at + 1), length)); break;
                case 2: text[at] = static_cast<char>(random.below(256)); break;
                default: text += " AND "; text += kValid[random.below(4)].substr(at % 40);
            }
            if (text.empty()) text = " ";
        }
        accepted += passes(text);
    }
    EXPECT_GT(accepted, 100) << "the mutations are so rough that nothing deeper is reached";
    EXPECT_LT(accepted, 9000);
}

TEST(HostileFilters, DepthAndLengthDoNoHarm) {
    const std::string deep(200'000, '('), closed(200'000, ')');
    EXPECT_FALSE(passes("INCLUDE ItemID WHERE " + deep));
    EXPECT_TRUE(passes("INCLUDE ItemID WHERE " + deep + "Items.PRICE > 1" + closed));
    std::string wide = "INCLUDE ItemID WHERE Items.PRICE > $P";
    for (int i = 0; i < 20'000; ++i)
        wide += i % 2 == 0 ? " OR (Items.PRICE > 1" : " AND Items.YEAR < $P";
    EXPECT_TRUE(passes(wide + std::string(10'000, ')')));
}

}  // namespace
}  // namespace foretaste::filter
