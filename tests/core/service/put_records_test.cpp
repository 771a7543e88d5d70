// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <thread>

#include "tests/core/service/workspace.h"

namespace foretaste::service {
namespace {

constexpr const char* kPersonal = "aws-user-personalization";

bool says(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

class PutRecords : public testing::Test {
protected:
    void SetUp() override {
        group = workspace.makeFilledGroup();
        items = base::makeArn("dataset/film-club/ITEMS");
    }
    void put(const std::string& id, const std::string& properties) {
        service().putItems({.datasetArn = items, .items = {{id, properties}}});
    }
    Service& service() { return *workspace.service; }
    std::vector<std::string> listFor(const std::string& campaign, const std::string& user) {
        std::vector<std::string> ids;
        for (const auto& item :
             service()
                 .getRecommendations({.campaignArn = campaign, .userId = user, .numResults = 500})
                 .itemList)
            ids.push_back(item.itemId);
        return ids;
    }

    Workspace workspace;
    std::string group, items;
};

std::ptrdiff_t placeOf(const std::vector<std::string>& list, const std::string& id) {
    return std::find(list.begin(), list.end(), id) - list.begin();
}

constexpr const char* kNewFilm =
    R"({"genres": "Genre3", "title": "Brand new", "creationTimestamp": 1600000000})";

TEST_F(PutRecords, ANewItemIsRecommendedAtOnceByItsMetadata) {
    const auto campaign = workspace.deploy(
        workspace.train(workspace.makeSolution(group, kPersonal, "taste")), "row", "0");
    EXPECT_EQ(listFor(campaign, "u3").size(), std::size_t{Workspace::kItems});
    put("new-3", kNewFilm);
    put("new-4", R"({"genres": "Genre4", "title": "Other", "creationTimestamp": 1600000000})");

    const auto fan = listFor(campaign, "u3"), other = listFor(campaign, "u4");
    ASSERT_EQ(fan.size(), std::size_t{Workspace::kItems} + 2);
    EXPECT_LT(placeOf(fan, "new-3"), placeOf(fan, "new-4")) << "u3 watches Genre3";
    EXPECT_LT(placeOf(other, "new-4"), placeOf(other, "new-3"));
    const auto cold = placeOf(fan, "i57");  // as new, and of Genre3 too
    EXPECT_EQ(std::abs(placeOf(fan, "new-3") - cold), 1) << "equal metadata, equal score";

    // Filters, cards and metadata know it; so does a campaign that is deployed or opened later.
    const auto filter = service().createFilter(
        {.name = "new",
         .datasetGroupArn = group,
         .filterExpression = "INCLUDE ItemID WHERE Items.TITLE IN (\"Brand new\")"});
    const auto picked = service().getRecommendations(
        {.campaignArn = campaign, .userId = "u3", .filterArn = filter});
    ASSERT_EQ(picked.itemList.size(), 1u);
    EXPECT_EQ(picked.itemList[0].itemId, "new-3");
    EXPECT_EQ(service().itemCards(group, {"new-3"}).at(0).title, "Brand new");
    workspace.service.reset();
    workspace.open();
    EXPECT_EQ(listFor(campaign, "u3"), fan);

    // An event with it neither harms nor is lost.
    const auto tracker =
        service().createEventTracker({.name = "tracker", .datasetGroupArn = group});
    service().putEvents({.trackingId = tracker.trackingId,
                         .userId = "u3",
                         .sessionId = "s",
                         .eventList = {{.eventType = "watch",
                                        .itemId = "new-3",
                                        .sentAt = {(Workspace::kEnd + 60) * 1000},
                                        .impression = {"new-3", "new-4", "i1"}}}});
    EXPECT_EQ(listFor(campaign, "u3").size(), fan.size());
    EXPECT_EQ(service().userHistory(group, "u3", 1).at(0).itemId, "new-3");
}

TEST_F(PutRecords, ListsFiltersAndEventsGoOnMeanwhile) {
    const auto campaign = workspace.deploy(
        workspace.train(workspace.makeSolution(group, kPersonal, "taste")), "row", "0.5");
    const auto filter = service().createFilter(
        {.name = "three",
         .datasetGroupArn = group,
         .filterExpression = "INCLUDE ItemID WHERE Items.GENRES IN (\"Genre3\") | EXCLUDE ItemID "
                             "WHERE Interactions.EVENT_TYPE IN (\"skip\")"});
    const auto tracker =
        service().createEventTracker({.name = "tracker", .datasetGroupArn = group});
    constexpr int kPuts = 30;
    std::atomic<bool> ended{false};
    std::vector<std::thread> askers;
    for (int asker = 0; asker < 2; ++asker)
        askers.emplace_back([&, asker] {
            std::size_t before = 0;
            for (int round = 0; !ended || round < 3; ++round) {
                const auto count =
                    service()
                        .getRecommendations({.campaignArn = campaign,
                                             .userId = base::concat('u', round % 9),
                                             .numResults = 500,
                                             .filterArn = asker == 0 ? filter : std::string{}})
                        .itemList.size();
                EXPECT_GE(count, before) << "items come and stay";
                before = count;
            }
        });
    for (int i = 0; i < kPuts; ++i) {
        put(base::concat("new-", i), kNewFilm);
        service().putEvents({.trackingId = tracker.trackingId,
                             .userId = "u3",
                             .sessionId = "s",
                             .eventList = {{.eventType = "watch",
                                            .itemId = base::concat("new-", i),
                                            .sentAt = {(Workspace::kEnd + i) * 1000}}}});
    }
    ended = true;
    for (auto& asker : askers) asker.join();
    EXPECT_EQ(listFor(campaign, "u3").size(), std::size_t{Workspace::kItems} + kPuts);
}

TEST_F(PutRecords, ARecordReplacesTheOneOfItsId) {
    put("i1", R"({"GENRES": "Genre5", "title": "First", "CREATION_TIMESTAMP": 1600000000})");
    put("i1", R"({"title": "Second", "creationTimestamp": 1600000000})");
    const auto card = service().itemCards(group, {"i1"}).at(0);
    EXPECT_EQ(card.title, "Second");
    EXPECT_FALSE(card.attributes.contains("GENRES")) << "the whole record, not some of its fields";
    EXPECT_EQ(service().datasetStatistics(items).putRows, 1);
    EXPECT_EQ(service().datasetStatistics(items).bulkRows, Workspace::kItems);

    // Imported rows come and go below it.
    workspace.import(items, workspace.write("items.csv", Workspace::itemsCsv()), "items-2");
    EXPECT_EQ(service().itemCards(group, {"i1", "i2"}).at(0).title, "Second");
    EXPECT_EQ(service().itemCards(group, {"i1", "i2"}).at(1).title, "Film 2");
    service().deleteDataset(items);
    EXPECT_EQ(service().itemCards(group, {"i1"}).at(0).title, "i1");
}

TEST_F(PutRecords, TrainingSeesThem) {
    put("new-3", kNewFilm);
    put("i59", R"({"genres": "Genre0", "title": "Late", "creationTimestamp": 1})");
    const auto version =
        workspace.train(workspace.makeSolution(group, "aws-popularity-count", "popular"));
    EXPECT_EQ(service().trainingReport(version).items, Workspace::kItems + 1);
    const auto campaign = workspace.deploy(version, "row");
    EXPECT_NE(placeOf(listFor(campaign, "u1"), "new-3"), Workspace::kItems + 1);
}

TEST_F(PutRecords, RefusesWhatAnImportWouldReject) {
    const auto faultOf = [&](const std::string& id, const std::string& properties) -> std::string {
        const auto error = errorOf([&] { put(id, properties); });
        EXPECT_EQ(error.code(), base::ErrorCode::InvalidInput);
        return error.what();
    };
    EXPECT_TRUE(says(faultOf("a", "{"), "items[0].properties: this is not valid JSON"));
    EXPECT_TRUE(says(faultOf("a", "[1]"), "must be a JSON object"));
    EXPECT_TRUE(says(faultOf("a", R"({"colour": "red"})"), "'colour' is no field of the schema"));
    EXPECT_TRUE(says(faultOf("a", R"({"itemId": "b"})"), "stands beside properties"));
    EXPECT_TRUE(says(faultOf("a", R"({"title": ["x"]})"), "'title' must be text"));
    EXPECT_TRUE(says(faultOf("a", R"({"title": "x"})"), "CREATION_TIMESTAMP"));
    EXPECT_TRUE(says(faultOf("a", R"({"title": "x", "creationTimestamp": 1600000000000})"),
                     "milliseconds"));
    EXPECT_TRUE(
        says(faultOf("a", R"({"title": "x", "creationTimestamp": 1.5})"), "is not a whole number"));
    EXPECT_TRUE(says(faultOf("", kNewFilm), "itemId is missing"));
    EXPECT_TRUE(says(faultOf(std::string(257, 'x'), kNewFilm), "at most 256"));
    EXPECT_TRUE(says(faultOf("a", std::string(32001, ' ')), "at most 32000"));
    EXPECT_EQ(service().datasetStatistics(items).putRows, 0);

    std::vector<Item> many(11, {"a", kNewFilm});
    EXPECT_TRUE(says(errorOf([&] { service().putItems({items, many}); }).what(), "at most 10"));
    EXPECT_TRUE(says(errorOf([&] {
                         service().putItems(
                             {base::makeArn("dataset/film-club/INTERACTIONS"), {{"a", kNewFilm}}});
                     }).what(),
                     "not ITEMS"));
    EXPECT_EQ(errorOf([&] {
                  service().putUsers({base::makeArn("dataset/film-club/USERS"), {{"u1", "{}"}}});
              }).code(),
              base::ErrorCode::ResourceNotFound);
    // All of a request or none of it.
    EXPECT_TRUE(says(errorOf([&] {
                         service().putItems({items, {{"a", kNewFilm}, {"b", "{}"}}});
                     }).what(),
                     "items[1]"));
    EXPECT_EQ(service().datasetStatistics(items).putRows, 0);
}

TEST_F(PutRecords, UsersChangeWhatFiltersSeeOfThem) {
    const auto users = workspace.makeDataset(group, "Users", R"({
        "type": "record", "name": "Users", "namespace": "com.amazonaws.personalize.schema",
        "fields": [{"name": "USER_ID", "type": "string"}, {"name": "AGE", "type": ["null", "int"]},
                   {"name": "MEMBER_SINCE", "type": ["null", "double"]}], "version": "1.0"})");
    const auto campaign = workspace.deploy(
        workspace.train(workspace.makeSolution(group, "aws-popularity-count", "popular")), "row");
    const auto filter = service().createFilter(
        {.name = "children",
         .datasetGroupArn = group,
         .filterExpression =
             "EXCLUDE ItemID WHERE Items.GENRES NOT IN (\"Genre1\") IF CurrentUser.AGE < 18"});
    const auto count = [&] {
        return service()
            .getRecommendations(
                {.campaignArn = campaign, .userId = "u1", .numResults = 500, .filterArn = filter})
            .itemList.size();
    };
    EXPECT_EQ(count(), 60u);
    service().putUsers({users, {{"u1", R"({"age": 12, "memberSince": 0.5})"}}});
    EXPECT_EQ(count(), 10u);
    service().putUsers({users, {{"u1", R"({"age": 21})"}, {"u2", "{}"}}});
    EXPECT_EQ(count(), 60u);
    EXPECT_EQ(service().datasetStatistics(users).putRows, 2);
    EXPECT_TRUE(says(errorOf([&] {
                         service().putUsers({users, {{"u1", R"({"age": "old"})"}}});
                     }).what(),
                     "users[0]: AGE 'old' is not a whole number"));
}

}  // namespace
}  // namespace foretaste::service
