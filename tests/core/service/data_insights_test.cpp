// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>

#include "core/base/file.h"
#include "core/service/report_codec.h"
#include "tests/core/base/source_tree.h"
#include "tests/core/service/workspace.h"

namespace foretaste::service {
namespace {

bool finds(const DataInsights& insights, std::string_view id) {
    return std::any_of(insights.findings.begin(), insights.findings.end(),
                       [&](const auto& each) { return each.id == id; });
}

TEST(DataInsights, AreCountedAgainOnlyWhereDataChanged) {
    Workspace workspace;
    auto& service = *workspace.service;
    const auto group = workspace.makeGroup();
    EXPECT_TRUE(finds(*service.dataInsights(group), "no-interactions"));

    const auto events = workspace.makeDataset(group, "Interactions", kInteractionsSchema);
    workspace.import(events, workspace.write("interactions.csv", Workspace::interactionsCsv()),
                     "one");
    const auto first = service.dataInsights(group);
    ASSERT_TRUE(first->interactions);
    EXPECT_EQ(first->datasets.at(0).rows, Workspace::kUsers * 20 + 1);
    EXPECT_EQ(first->interactions->usersWithTwo, Workspace::kUsers);
    EXPECT_FALSE(finds(*first, "few-interactions"));
    EXPECT_EQ(service.dataInsights(group), first) << "nothing has changed";
    const auto& impression = first->datasets.at(0).columns.at(5);
    EXPECT_EQ(impression.field.name, "IMPRESSION");
    EXPECT_EQ(impression.rows, first->datasets.at(0).rows);
    EXPECT_EQ(impression.missing, 0);

    const auto tracker =
        service.createEventTracker({.name = "tracker", .datasetGroupArn = group}).trackingId;
    service.putEvents(
        {.trackingId = tracker,
         .userId = "newcomer",
         .sessionId = "s",
         .eventList = {
             {.eventType = "watch", .itemId = "i1", .sentAt = {(Workspace::kEnd + 60) * 1000}}}});
    const auto second = service.dataInsights(group);
    EXPECT_EQ(second->datasets.at(0).rows, first->datasets.at(0).rows + 1);
    EXPECT_EQ(second->datasets.at(0).users, Workspace::kUsers + 1);
    EXPECT_EQ(second->datasets.at(0).columns.at(5).missing, 1) << "it came without an impression";
    EXPECT_EQ(second->datasets.at(0).rowsWithMissing, 1);

    const auto items = workspace.makeDataset(group, "Items", kItemsSchema);
    workspace.import(items, workspace.write("items.csv", Workspace::itemsCsv()), "two");
    const auto third = service.dataInsights(group);
    ASSERT_EQ(third->datasets.size(), 2u);
    EXPECT_EQ(third->datasets.at(1).withoutInteractions, Workspace::kCold);
    EXPECT_TRUE(finds(*third, "items-without-interactions"));
    service.putItems(
        {.datasetArn = items, .items = {{"i1", R"({"title": "Anew", "creationTimestamp": 1})"}}});
    EXPECT_EQ(service.dataInsights(group)->datasets.at(1).columns.at(1).missing, 1)
        << "the same number of records, but another one";

    const auto json = writeReport(*third);
    EXPECT_EQ(json["interactions"]["usersWithTwo"], Workspace::kUsers);
    EXPECT_EQ(json["datasets"][1]["columns"][0]["name"], "ITEM_ID");
}

TEST(DataInsights, OfTheSharedData) {
    const auto folder = tests::publicData() / "movietweetings";
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << "the data are not here";
    Workspace workspace;
    auto& service = *workspace.service;
    const auto group = workspace.makeGroup();
    const auto document = base::readFile(folder / "interactions.schema.json");
    workspace.import(workspace.makeDataset(group, "Interactions", document),
                     (folder / "interactions.csv").string(), "one");
    const auto insights = service.dataInsights(group);
    EXPECT_LT(insights->interactions->popularity.slope, -0.3);
    EXPECT_GT(insights->interactions->popularity.fit, 0.8);
    EXPECT_GT(insights->interactions->drift.size(), 10u);
}

}  // namespace
}  // namespace foretaste::service
