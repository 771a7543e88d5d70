// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tests/core/service/workspace.h"

namespace foretaste::service {
namespace {

constexpr const char* kPopularity = "aws-popularity-count";

constexpr std::string_view kUsersSchema = R"({
 "type": "record", "name": "Users", "namespace": "com.amazonaws.personalize.schema",
 "fields": [
  {"name": "USER_ID", "type": "string"}, {"name": "AGE", "type": ["null", "int"]},
  {"name": "PLAN", "type": ["null", "string"], "categorical": true}],
 "version": "1.0"})";

bool says(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// A deployed list that is the same for everybody, so that only filters make a difference.
class Filters : public testing::Test {
protected:
    void SetUp() override {
        group = workspace.makeFilledGroup();
        workspace.import(
            workspace.makeDataset(group, "Users", kUsersSchema),
            workspace.write("users.csv", "USER_ID,AGE,PLAN\nu1,12,family|duo\nu2,40,solo\n"),
            "users-1");
        campaign = workspace.deploy(
            workspace.train(workspace.makeSolution(group, kPopularity, "popular")), "row");
    }
    std::string make(const std::string& expression) {
        return service().createFilter({.name = base::concat("filter-", ++made),
                                       .datasetGroupArn = group,
                                       .filterExpression = expression});
    }
    std::set<std::string> listed(const std::string& filter,
                                 std::map<std::string, std::string> values = {},
                                 const std::string& user = "u1") {
        std::set<std::string> ids;
        for (const auto& item : service()
                                    .getRecommendations({.campaignArn = campaign,
                           .userId = user,
                           .numResults = 500,
                           .filterArn = filter,
                           .filterValues = std::move(values)})
                                    .itemList)
            ids.insert(item.itemId);
        return ids;
    }
    /// The items of the workspace whose number passes.
    template <class Passes>
    static std::set<std::string> items(Passes passes) {
        std::set<std::string> ids;
        for (int item = 0; item < Workspace::kItems; ++item)
            if (passes(item)) ids.insert(base::concat('i', item));
        return ids;
    }
    Service& service() { return *workspace.service; }

    Workspace workspace;
    std::string group, campaign;
    int made = 0;
};

TEST_F(Filters, AreResourcesLikeAllOthers) {
    const auto arn =
        service().createFilter({.name = "drama",
                                .datasetGroupArn = group,
                                .filterExpression = "INCLUDE ItemID WHERE Items.GENRES IN ($G)",
                                .tags = {{"team", "home"}}});
    EXPECT_EQ(arn, base::makeArn("filter/drama"));
    const auto filter = service().describeFilter(arn);
    EXPECT_EQ(filter.status, Status::Active);
    EXPECT_EQ(filter.filterExpression, "INCLUDE ItemID WHERE Items.GENRES IN ($G)");
    EXPECT_EQ(filter.datasetGroupArn, group);
    EXPECT_EQ(service().datasetGroupOf(arn), group);
    EXPECT_EQ(service().listTagsForResource({arn}).tags.at(0).tagValue, "home");
    ASSERT_EQ(service().listFilters(group).entries.size(), 1u);
    EXPECT_EQ(service().listFilters(group).entries[0].name, "drama");
    EXPECT_TRUE(service().listFilters(base::makeArn("dataset-group/other")).entries.empty());

    const auto again = errorOf([&] {
        service().createFilter({.name = "drama",
                                .datasetGroupArn = group,
                                .filterExpression = "INCLUDE ItemID WHERE Items.GENRES IN ($G)"});
    });
    EXPECT_EQ(again.code(), base::ErrorCode::ResourceAlreadyExists);
    const auto wrong = errorOf([&] { make("INCLUDE ItemID WHERE Items.COLOUR IN (\"red\")"); });
    EXPECT_EQ(wrong.code(), base::ErrorCode::InvalidInput);
    EXPECT_TRUE(says(wrong.what(), "line 1, column 28: ITEMS has no field COLOUR; it has ITEM_ID"))
        << wrong.what();
    EXPECT_TRUE(says(errorOf([&] { make(std::string(2501, 'x')); }).what(), "at most 2500"));

    workspace.service.reset();
    workspace.open();
    EXPECT_EQ(service().describeFilter(arn).name, "drama");
    service().deleteFilter(arn);
    EXPECT_EQ(errorOf([&] { service().describeFilter(arn); }).code(),
              base::ErrorCode::ResourceNotFound);
    EXPECT_EQ(errorOf([&] { listed(arn); }).code(), base::ErrorCode::ResourceNotFound);
}

TEST_F(Filters, LimitWhatIsRecommended) {
    const auto genre = make("INCLUDE ItemID WHERE Items.GENRES IN ($G)");
    EXPECT_EQ(listed(genre, {{"G", "\"Genre1\",\"Genre3\""}}),
              items([](int item) { return item % 6 == 1 || item % 6 == 3; }));
    EXPECT_EQ(listed(make("EXCLUDE ItemID WHERE Items.GENRES IN (\"Genre0\")")),
              items([](int item) { return item % 6 != 0; }));
    const auto fresh =
        make(base::concat("INCLUDE ItemID WHERE Items.CREATION_TIMESTAMP >= ", Workspace::kEnd));
    EXPECT_EQ(listed(fresh).size(), std::size_t{Workspace::kCold});
    EXPECT_TRUE(says(errorOf([&] { listed(genre); }).what(), "filterValues.G is missing"));
    EXPECT_TRUE(listed(make("INCLUDE ItemID WHERE Items.TITLE IN (\"None\")")).empty());
    EXPECT_TRUE(says(errorOf([&] { listed({}, {{"G", "\"a\""}}); }).what(), "no filterArn"));
    EXPECT_TRUE(says(errorOf([&] { listed(genre, {{"a-b", "\"a\""}}); }).what(), "filterValues"));
    EXPECT_TRUE(says(errorOf([&] { listed(make("INCLUDE UserID WHERE Users.AGE > 1")); }).what(),
                     "picks UserID"));
    EXPECT_TRUE(says(errorOf([&] {
                         listed(make("INCLUDE ItemID WHERE Items.GENRES IN (CurrentItem.GENRES)"));
                     }).what(),
                     "CurrentItem"));
}

TEST_F(Filters, FollowTheUserAndTheirEvents) {
    const auto seen = make("EXCLUDE ItemID WHERE Interactions.EVENT_TYPE IN (\"WATCH\")");
    const auto before = listed(seen, {}, "u1");
    std::set<std::string> watched;
    for (const auto& event : service().userHistory(group, "u1", 1000)) watched.insert(event.itemId);
    EXPECT_EQ(before, items([&](int item) { return !watched.contains(base::concat('i', item)); }));

    const auto tracker =
        service().createEventTracker({.name = "tracker", .datasetGroupArn = group});
    const auto put = [&](const std::string& type, const std::string& item) {
        service().putEvents(
            {.trackingId = tracker.trackingId,
             .userId = "u1",
             .sessionId = "s",
             .eventList = {
                 {.eventType = type, .itemId = item, .sentAt = {(Workspace::kEnd + 60) * 1000}}}});
    };
    const auto next = *before.begin();
    put("skip", next);
    EXPECT_EQ(listed(seen, {}, "u1"), before) << "another kind of event";
    put("watch", next);
    auto after = before;
    after.erase(next);
    EXPECT_EQ(listed(seen, {}, "u1"), after) << "the very next list";

    const auto forChildren = make(
        "EXCLUDE ItemID WHERE Items.GENRES IN (\"Genre2\") IF CurrentUser.AGE < 18 AND "
        "CurrentUser.PLAN IN (\"duo\")");
    const auto suitable = items([](int item) { return item % 6 != 2; });
    EXPECT_EQ(listed(forChildren, {}, "u1"), suitable);
    EXPECT_EQ(listed(forChildren, {}, "u2").size(), std::size_t{Workspace::kItems});
    EXPECT_EQ(listed(forChildren, {}, "nobody").size(), std::size_t{Workspace::kItems});
    EXPECT_TRUE(says(errorOf([&] { listed(forChildren, {}, ""); }).what(), "userId is missing"));
}

TEST_F(Filters, SeeTheNewestHundredEventsOfEachType) {
    const auto tracker =
        service().createEventTracker({.name = "tracker", .datasetGroupArn = group});
    PutEventsRequest request{.trackingId = tracker.trackingId, .userId = "busy", .sessionId = "s"};
    const auto put = [&](const std::string& type, const std::string& item, std::int64_t second) {
        request.eventList.push_back({.eventType = type, .itemId = item, .sentAt = {second * 1000}});
        if (request.eventList.size() == 10) {
            service().putEvents(request);
            request.eventList.clear();
        }
    };
    put("buy", "i0", 1000);
    for (int i = 0; i < 109; ++i)
        put("watch", i < 9 ? "i1" : base::concat('i', 2 + i % 3), 2000 + i);
    const auto seen = make("INCLUDE ItemID WHERE Interactions.EVENT_TYPE IN (\"*\")");
    EXPECT_EQ(listed(seen, {}, "busy"), (std::set<std::string>{"i0", "i2", "i3", "i4"}))
        << "i1 lies more than a hundred watches back, i0 is the newest of its type";
}

TEST_F(Filters, OneThatComesBackUnderItsNameIsTheNewOne) {
    const auto make = [&](const char* genre) {
        return service().createFilter(
            {.name = "pick",
             .datasetGroupArn = group,
             .filterExpression =
                 base::concat("INCLUDE ItemID WHERE Items.GENRES IN (\"", genre, "\")")});
    };
    const auto arn = make("Genre1");
    EXPECT_TRUE(listed(arn).contains("i1"));
    service().deleteFilter(arn);
    EXPECT_EQ(make("Genre2"), arn);
    EXPECT_EQ(listed(arn), items([](int item) { return item % 6 == 2; }));
}

TEST_F(Filters, FollowAnImportOfItems) {
    const auto cheap = make("INCLUDE ItemID WHERE Items.GENRES IN (\"Odd\")");
    EXPECT_TRUE(listed(cheap).empty());
    std::string csv = "ITEM_ID,GENRES,TITLE,CREATION_TIMESTAMP\n";
    for (int item = 0; item < Workspace::kItems; ++item)
        csv += base::concat('i', item, item % 2 == 1 ? ",Odd|New" : ",Even", ",Film,1\n");
    workspace.import(base::makeArn("dataset/film-club/ITEMS"), workspace.write("again.csv", csv),
                     "items-again");
    EXPECT_EQ(listed(cheap), items([](int item) { return item % 2 == 1; }));
}

TEST_F(Filters, PromotionsTakeTheirShareOfTheList) {
    const auto odd = make("INCLUDE ItemID WHERE Items.GENRES IN ($G)");
    const auto others = make("EXCLUDE ItemID WHERE Items.GENRES IN (\"Genre5\")");
    GetRecommendationsRequest request{.campaignArn = campaign, .userId = "u1", .numResults = 20};
    const auto plain = service().getRecommendations(request).itemList;
    request.filterArn = others;
    request.promotions = {{.name = "sale",
                           .percentPromotedItems = 20,
                           .filterArn = odd,
                           .filterValues = {{"G", "\"Genre5\""}}}};
    const auto list = service().getRecommendations(request).itemList;
    ASSERT_EQ(list.size(), 20u);
    std::vector<std::string> promoted, rest;
    for (const auto& item : list) {
        EXPECT_EQ(item.promotionName == "sale", std::stoi(item.itemId.substr(1)) % 6 == 5);
        (item.promotionName.empty() ? rest : promoted).push_back(item.itemId);
    }
    EXPECT_EQ(promoted.size(), 4u);
    EXPECT_EQ(std::set(rest.begin(), rest.end()).size(), 16u);
    // Both kinds keep the order in which they stand without a promotion.
    const auto placeIn = [&](const std::string& id) {
        const auto all = service().getRecommendations(
            {.campaignArn = campaign, .userId = "u1", .numResults = 500});
        for (std::size_t i = 0; i < all.itemList.size(); ++i)
            if (all.itemList[i].itemId == id) return i;
        return all.itemList.size();
    };
    for (const auto* kind : {&promoted, &rest})
        EXPECT_TRUE(std::is_sorted(kind->begin(), kind->end(), [&](const auto& a, const auto& b) {
            return placeIn(a) < placeIn(b);
        }));

    request.promotions[0].filterValues = {{"G", "\"None\""}};
    EXPECT_EQ(service().getRecommendations(request).itemList.size(), 20u)
        << "too few to promote: the others fill the list";
    const auto faultOf = [&](Promotion promotion) -> std::string {
        request.promotions = {std::move(promotion)};
        return errorOf([&] { service().getRecommendations(request); }).what();
    };
    EXPECT_TRUE(says(faultOf({.percentPromotedItems = 20}), "promotions[0].filterArn"));
    EXPECT_TRUE(says(faultOf({.filterArn = odd}), "percentPromotedItems"));
    EXPECT_TRUE(says(faultOf({.percentPromotedItems = 101, .filterArn = odd}), "at most 100"));
    EXPECT_TRUE(says(faultOf({.percentPromotedItems = 20, .filterArn = odd}), "filterValues.G"));
}

TEST_F(Filters, GoWithTheirGroup) {
    const auto arn = make("INCLUDE ItemID WHERE Items.GENRES IN ($G)");
    const auto other = workspace.makeFilledGroup("other");
    const auto foreign = workspace.deploy(
        workspace.train(workspace.makeSolution(other, kPopularity, "foreign")), "foreign");
    EXPECT_TRUE(says(errorOf([&] {
                         service().getRecommendations({.campaignArn = foreign, .filterArn = arn});
                     }).what(),
                     "another dataset group"));
    service().deleteCampaign(campaign);
    service().deleteSolution(base::makeArn("solution/popular"));
    for (const auto& dataset : service().listDatasets(group).entries)
        service().deleteDataset(dataset.datasetArn);
    service().deleteDatasetGroup(group);
    EXPECT_EQ(errorOf([&] { service().describeFilter(arn); }).code(),
              base::ErrorCode::ResourceNotFound);
}

TEST(FilterQuotas, HoldInCompatibleMode) {
    Workspace workspace({.compatible = true, .threads = 1});
    const auto group = workspace.makeGroup();
    std::string fields = R"({"name": "ITEM_ID", "type": "string"})";
    for (int i = 0; i < 30; ++i)
        fields += base::concat(R"(, {"name": "F)", i, R"(", "type": "int"})");
    workspace.makeDataset(group, "Items",
                          base::concat(R"({"type": "record", "name": "Items", "fields": [)", fields,
                                       R"(], "version": "1.0"})"));
    const auto make = [&](int number, int first, int count) {
        std::string expression = "INCLUDE ItemID WHERE";
        for (int i = 0; i < count; ++i)
            expression += base::concat(i == 0 ? " " : " OR ", "Items.F", first + i, " > 1");
        workspace.service->createFilter({.name = base::concat("f", number),
                                         .datasetGroupArn = group,
                                         .filterExpression = expression});
    };
    const auto refused = errorOf([&] { make(0, 0, 11); });
    EXPECT_EQ(refused.code(), base::ErrorCode::InvalidInput);
    EXPECT_TRUE(says(refused.what(), "10 different fields in a filter"));
    make(0, 0, 10);
    make(1, 10, 10);
    EXPECT_TRUE(says(errorOf([&] { make(2, 20, 1); }).what(), "20 different fields"));
    for (int i = 2; i < 30; ++i) make(i, i % 20, 1);
    const auto full = errorOf([&] { make(30, 0, 1); });
    EXPECT_EQ(full.code(), base::ErrorCode::LimitExceeded);
    EXPECT_TRUE(says(full.what(), "30 filters"));
}

}  // namespace
}  // namespace foretaste::service
