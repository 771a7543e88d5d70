// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/core/service/workspace.h"

namespace foretaste::service {
namespace {

class FilterTrials : public testing::Test {
protected:
    FilterTrialResult tryOut(const std::string& expression,
                             std::map<std::string, std::string> values = {},
                             const std::string& user = {}) {
        return service().tryFilter({.datasetGroupArn = group,
                                    .filterExpression = expression,
                                    .filterValues = std::move(values),
                                    .userId = user});
    }
    Service& service() { return *workspace.service; }

    Workspace workspace;
    const std::string group = workspace.makeFilledGroup();
};

TEST_F(FilterTrials, CountWhatPasses) {
    const auto result = tryOut("INCLUDE ItemID WHERE Items.GENRES IN (\"Genre1\")");
    EXPECT_EQ(result.items, Workspace::kItems);
    EXPECT_EQ(result.passing, Workspace::kItems / 6);
    EXPECT_EQ(result.examples, (std::vector<std::string>{"i1", "i7", "i13", "i19", "i25"}));
    EXPECT_FALSE(result.needsUser);
    EXPECT_EQ(tryOut("EXCLUDE ItemID WHERE Items.ITEM_ID IN (\"i0\", \"i59\")").passing,
              Workspace::kItems - 2);
    EXPECT_TRUE(service().listFilters(group).entries.empty());
}

TEST_F(FilterTrials, SeeItemsThatWerePut) {
    const auto items = base::makeArn("dataset/film-club/ITEMS");
    const auto put = [&](const char* id, const char* genre) {
        service().putItems(
            {.datasetArn = items,
             .items = {{id, base::concat(R"({"genres": ")", genre,
                                         R"(", "title": "T", "creationTimestamp": 1})")}}});
    };
    put("new", "Genre7");
    put("i1", "Genre7");  // stands before the imported one
    const auto result = tryOut("INCLUDE ItemID WHERE Items.GENRES IN (\"Genre7\")");
    EXPECT_EQ(result.items, Workspace::kItems + 1);
    EXPECT_EQ(result.examples, (std::vector<std::string>{"i1", "new"}));
}

TEST_F(FilterTrials, LookAtTheUser) {
    const std::string seen = "EXCLUDE ItemID WHERE Interactions.EVENT_TYPE IN (\"watch\")";
    EXPECT_NE(std::string(errorOf([&] { tryOut(seen); }).what()).find("userId"), std::string::npos);
    std::vector<std::string> watched;
    for (const auto& event : service().userHistory(group, "u3", 100))
        watched.push_back(event.itemId);
    std::sort(watched.begin(), watched.end());
    watched.erase(std::unique(watched.begin(), watched.end()), watched.end());
    const auto result = tryOut(seen, {}, "u3");
    EXPECT_TRUE(result.needsUser);
    EXPECT_EQ(result.passing, Workspace::kItems - static_cast<std::int64_t>(watched.size()));
    EXPECT_EQ(tryOut(seen, {}, "nobody").passing, Workspace::kItems);
}

TEST_F(FilterTrials, WaitForPlaceholders) {
    const std::string genre = "INCLUDE ItemID WHERE Items.GENRES IN ($GENRE)";
    const auto waiting = tryOut(genre);
    EXPECT_EQ(waiting.placeholders, std::vector<std::string>{"GENRE"});
    EXPECT_FALSE(waiting.passing);
    EXPECT_EQ(tryOut(genre, {{"GENRE", "\"Genre1\",\"Genre2\""}}).passing,
              2 * Workspace::kItems / 6);
}

TEST_F(FilterTrials, RefuseWhatFiltersRefuse) {
    const auto saysWhere = [&](const std::string& expression, const char* part) {
        const auto error = errorOf([&] { tryOut(expression); });
        EXPECT_EQ(error.code(), base::ErrorCode::InvalidInput);
        EXPECT_NE(std::string(error.what()).find(part), std::string::npos) << error.what();
    };
    saysWhere("INCLUDE ItemID WHERE Items.COLOUR IN (\"red\")", "COLOUR");
    saysWhere("INCLUDE ItemID WHERE", "column");
    saysWhere("INCLUDE ItemID WHERE Items.GENRES IN (CurrentItem.GENRES)", "CurrentItem");
}

TEST_F(FilterTrials, NameTheFieldsThatCanBeAskedFor) {
    std::vector<std::string> names;
    const auto fields = service().filterFields(group);
    for (const auto& field : fields) names.push_back(field.name);
    EXPECT_NE(std::find(names.begin(), names.end(), "Interactions.EVENT_TYPE"), names.end());
    const auto genres = std::find_if(fields.begin(), fields.end(), [](const FilterField& field) {
        return field.name == "Items.GENRES";
    });
    ASSERT_NE(genres, fields.end());
    EXPECT_FALSE(genres->number);
    EXPECT_EQ(genres->values.size(), 6u);
    // Whatever is offered is taken.
    for (const auto& field : fields)
        EXPECT_NO_THROW(tryOut(base::concat("EXCLUDE ItemID WHERE ", field.name,
                                            field.number ? " > 1" : " IN (\"x\")"),
                               {}, "u1"))
            << field.name;
}

}  // namespace
}  // namespace foretaste::service
