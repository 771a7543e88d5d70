// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <functional>
#include <thread>
#include <vector>

#include "core/base/clock.h"
#include "tests/core/service/workspace.h"

// Eight threads at once: lists with and without filters, events, new items, updates and deletions.
// FORETASTE_TOGETHER_SECONDS lets them go on for so long: that is for a build with the thread
// sanitizer.

namespace foretaste::service {
namespace {

constexpr const char* kPersonal = "aws-user-personalization";

class Together : public testing::Test {
protected:
    void SetUp() override {
        group = workspace.makeFilledGroup();
        items = workspace.service->listDatasets(group).entries.at(1).datasetArn;
        const auto solution = workspace.makeSolution(group, kPersonal, "taste");
        versions = {workspace.train(solution), workspace.train(solution)};
        campaign = workspace.deploy(versions[0], "row", "0.3");
        tracker =
            service().createEventTracker({.name = "tracker", .datasetGroupArn = group}).trackingId;
        for (const char* text :
             {"INCLUDE ItemID WHERE Items.GENRES IN ($GENRES)",
              "EXCLUDE ItemID WHERE Interactions.EVENT_TYPE IN (\"watch\") | "
              "INCLUDE ItemID WHERE Items.GENRES IN (\"Genre1\", \"Genre2\", \"Genre3\")"})
            filters.push_back(
                service().createFilter({.name = base::concat("filter-", filters.size()),
                                        .datasetGroupArn = group,
                                        .filterExpression = text}));
    }
    Service& service() { return *workspace.service; }

    void ask(std::size_t round) {
        GetRecommendationsRequest request{.campaignArn = campaign,
                                          .userId = base::concat('u', round % 90)};
        if (round % 3 > 0) request.filterArn = filters[round % 3 - 1];
        if (round % 3 == 1)
            request.filterValues = {{"GENRES", base::concat("\"Genre", round % 5, '"')}};
        const auto answer = service().getRecommendations(request);
        if (answer.itemList.empty()) {  // a user may have watched all that the second filter leaves
            EXPECT_EQ(round % 3, 2U);
            return;
        }
        event(round, answer);
    }
    /// A click on the list.
    void event(std::size_t round, const GetRecommendationsResponse& answer) {
        if (round % 4 > 0) return;
        const auto place = round % answer.itemList.size();
        service().putEvents(
            {.trackingId = tracker,
             .userId = base::concat('u', round % 90),
             .sessionId = base::concat("s", round % 90),
             .eventList = {{.eventType = "watch",
                            .itemId = answer.itemList[place].itemId,
                            .sentAt = {(Workspace::kEnd + std::int64_t(round)) * 1000},
                            .recommendationId = answer.recommendationId}}});
    }
    void put(std::size_t round) {
        service().putItems(
            {.datasetArn = items,
             .items = {{base::concat(round % 2 == 0 ? "i" : "new-", round % 50),
                        base::concat(R"({"genres": "Genre)", round % 6,
                                     R"(", "title": "T", "creationTimestamp": 1600000000})")}}});
    }
    void update(std::size_t round) {
        const auto known = service().describeCampaign(campaign);
        if (const auto& last = known.latestCampaignUpdate;
            last && last->status != Status::Active && last->status != Status::CreateFailed)
            return;
        service().updateCampaign(
            {.campaignArn = campaign, .solutionVersionArn = versions[round % versions.size()]});
    }
    /// A campaign and a filter of its own come, answer and go.
    void comeAndGo(std::size_t round) {
        const auto name = base::concat("passing-", round);
        const auto filter =
            service().createFilter({.name = name,
                                    .datasetGroupArn = group,
                                    .filterExpression = "EXCLUDE ItemID WHERE Items.GENRES IN "
                                                        "(\"Genre0\")"});
        const auto passing =
            service().createCampaign({.name = name, .solutionVersionArn = versions[0]});
        while (isUnderWay(service().describeCampaign(passing).status)) std::this_thread::yield();
        EXPECT_FALSE(
            service()
                .getRecommendations({.campaignArn = passing, .userId = "u1", .filterArn = filter})
                .itemList.empty());
        service().deleteCampaign(passing);
        service().deleteFilter(filter);
        EXPECT_THROW(service().getRecommendations({.campaignArn = passing, .userId = "u1"}),
                     base::ServiceError);
    }

    Workspace workspace;
    std::string group, items, campaign, tracker;
    std::vector<std::string> versions, filters;
};

TEST_F(Together, NoRequestFailsWhileAllElseChanges) {
    const char* asked = std::getenv("FORETASTE_TOGETHER_SECONDS");
    double seconds = 0;
    ASSERT_TRUE(!asked || base::parseNumber(asked, seconds));
    constexpr std::size_t kRounds = 12;
    const base::Stopwatch watch;
    std::vector<std::thread> threads;
    const auto repeat = [&](std::function<void(std::size_t)> work, std::size_t first) {
        threads.emplace_back([&, work = std::move(work), first] {
            try {
                for (auto round = first; round < first + kRounds || watch.seconds() < seconds;
                     ++round)
                    work(round);
            } catch (const std::exception& error) {
                ADD_FAILURE() << error.what();
            }
        });
    };
    constexpr std::size_t kAskers = 5, kApart = 1'000'000;
    for (std::size_t asker = 0; asker < kAskers; ++asker)
        repeat([this](auto round) { ask(round); }, asker * kApart);
    repeat([this](auto round) { put(round); }, 0);
    repeat([this](auto round) { update(round); }, 0);
    repeat([this](auto round) { comeAndGo(round); }, 0);
    for (auto& thread : threads) thread.join();
    workspace.settle();
    ask(0);
}

}  // namespace
}  // namespace foretaste::service
