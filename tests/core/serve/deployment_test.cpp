// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/serve/deployment.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace foretaste::serve {
namespace {

constexpr std::int64_t kClock = 1'600'000'000, kDay = 86400;
constexpr std::size_t kItems = 40;

/// Items on a line: the state is one number, the query the same, and item i scores -i times it.
class LineModel : public recipes::Model {
public:
    LineModel() {
        for (std::size_t i = 0; i < kItems; ++i) {
            ids_.push_back("i" + std::to_string(i));
            vectors_.push_back(-0.2F * static_cast<float>(i));
            bias_.push_back(0);
            evidence_.push_back(0);
        }
    }
    const recipes::RecipeFacts& facts() const override {
        return recipes::findRecipe("aws-user-personalization")->facts();
    }
    const std::vector<std::string>& itemIds() const override { return ids_; }
    const std::vector<std::string>& eventTypes() const override { return types_; }
    recipes::ItemTable items() const override { return {kItems, 1, vectors_, bias_}; }
    std::size_t stateSize() const override { return 2; }
    void start(std::span<float> state) const override { state[0] = 1, state[1] = -1; }
    void advance(std::span<float> state, const recipes::ModelEvent& event) const override {
        state[1] = static_cast<float>(event.item);
    }
    void query(std::span<const float> state, std::span<float> query) const override {
        query[0] = state[0];
    }
    std::vector<recipes::HistoryEffect> history(std::span<const float> state) const override {
        if (state[1] < 0) return {};
        return {{static_cast<std::int32_t>(state[1]), 1, -100}};
    }
    std::span<const float> priorVariance() const override { return prior_; }
    std::span<const std::int64_t> evidence() const override { return evidence_; }
    void save(const std::filesystem::path&) const override {}

private:
    std::vector<std::string> ids_, types_{"watch", "click"};
    std::vector<float> vectors_, bias_, prior_{1, 1};
    std::vector<std::int64_t> evidence_;
};

/// The last ten items are new, all others a hundred days old.
struct Fixture {
    Deployment deployment;
    std::unique_ptr<explore::ExplorationPolicy> policy =
        explore::makePolicy(explore::PolicyKind::Thompson, deployment.model().priorVariance(), 1);
    std::vector<float> state = {1, -1};

    Fixture() : deployment(std::make_shared<LineModel>(), ages()) {}
    static std::vector<std::int64_t> ages() {
        std::vector<std::int64_t> created(kItems, kClock - 100 * kDay);
        std::fill(created.end() - 10, created.end(), kClock - kDay);
        return created;
    }
    std::vector<RankedItem> rank(std::size_t count, double weight, std::uint64_t request = 0,
                                 double cutOff = 30) const {
        return deployment.rank(state, count, {*policy, {weight, cutOff}, kClock, "u"},
                               base::Random(7, request));
    }
    /// Places of new items among the first ten, over many requests.
    int newPlaces(double weight, double cutOff = 30) const {
        int places = 0;
        for (std::uint64_t request = 0; request < 200; ++request)
            for (const auto& each : rank(10, weight, request, cutOff))
                places += each.item >= static_cast<std::int32_t>(kItems) - 10;
        return places;
    }
};

std::vector<std::int32_t> numbers(const std::vector<RankedItem>& list) {
    std::vector<std::int32_t> items;
    for (const auto& each : list) items.push_back(each.item);
    return items;
}

TEST(Deployment, WeightZeroIsTheGreedyListExactly) {
    const Fixture f;
    const auto list = f.rank(5, 0);
    EXPECT_EQ(numbers(list), (std::vector<std::int32_t>{0, 1, 2, 3, 4}));
    for (const auto& each : list) {
        EXPECT_EQ(each.score, each.relevance);
        EXPECT_FALSE(each.exploring);
    }
    EXPECT_EQ(numbers(f.rank(40, 0, 1)), numbers(f.rank(40, 0, 2)));
}

TEST(Deployment, ScoresAreAShareOfAllItems) {
    const Fixture f;
    double sum = 0, expected = 0;
    for (std::size_t i = 0; i < kItems; ++i) expected += std::exp(-0.2 * static_cast<double>(i));
    const auto list = f.rank(kItems, 0);
    for (const auto& each : list) sum += each.score;
    EXPECT_NEAR(sum, 1, 1e-5);
    EXPECT_NEAR(list.front().score, 1 / expected, 1e-5);
    sum = 0;
    for (const auto& each : f.rank(kItems, 1)) sum += each.score;
    EXPECT_NEAR(sum, 1, 1e-5) << "exploration included";
}

TEST(Deployment, GivesAsManyAsThereAre) {
    const Fixture f;
    EXPECT_TRUE(f.rank(0, 0.3).empty());
    EXPECT_EQ(f.rank(1, 0.3).size(), 1U);
    auto all = numbers(f.rank(500, 0.3));
    std::sort(all.begin(), all.end());
    EXPECT_EQ(all.size(), kItems);
    EXPECT_EQ(std::unique(all.begin(), all.end()), all.end());
}

TEST(Deployment, EqualValuesKeepTheCataloguesOrder) {
    Fixture f;
    f.state[0] = 0;
    EXPECT_EQ(numbers(f.rank(4, 0)), (std::vector<std::int32_t>{0, 1, 2, 3}));
}

TEST(Deployment, TheUsersHistoryCounts) {
    Fixture f;
    f.deployment.model().advance(f.state, {.item = 1});
    EXPECT_EQ(numbers(f.rank(3, 0)), (std::vector<std::int32_t>{0, 2, 3}));
    EXPECT_EQ(numbers(f.rank(kItems, 0)).back(), 1);
}

TEST(Deployment, NewItemsGetMorePlacesWithMoreWeight) {
    const Fixture f;
    EXPECT_EQ(f.newPlaces(0), 0);
    const int some = f.newPlaces(1), many = f.newPlaces(4);
    EXPECT_GT(many, some);
    EXPECT_GT(f.newPlaces(10), many);
}

TEST(Deployment, OnlyItemsYoungerThanTheCutOffAreDrawn) {
    const Fixture f;
    EXPECT_EQ(numbers(f.rank(kItems, 1, 3, 0.5)), numbers(f.rank(kItems, 0)));
    // The old ones keep their order among themselves.
    auto list = numbers(f.rank(kItems, 1, 3));
    std::erase_if(list, [](auto item) { return item >= static_cast<std::int32_t>(kItems) - 10; });
    EXPECT_TRUE(std::is_sorted(list.begin(), list.end()));
}

TEST(Deployment, WhatWasPassedOverIsTriedLess) {
    Fixture f;
    f.state[0] = 0.1F;  // a user who hardly tells items apart
    const int before = f.newPlaces(1);
    // Every new item is passed over for the old one below it, again and again.
    for (std::int32_t item = kItems - 10; item < static_cast<std::int32_t>(kItems); ++item)
        for (int shown = 0; shown < 50; ++shown) {
            const std::vector<std::int32_t> list{item, 3, 4};
            f.deployment.learn(*f.policy, {}, kClock, f.state, "u", list, 0, 1 + shown % 2);
        }
    EXPECT_LT(f.newPlaces(1), before / 4);
    EXPECT_EQ(f.newPlaces(0), 0);
}

TEST(Deployment, WhatWasClickedMovesUpWithoutExploration) {
    Fixture f;
    const auto last = static_cast<std::int32_t>(kItems) - 1;
    const auto clickLast = [&](double cutOff) {
        for (int click = 0; click < 200; ++click)
            f.deployment.learn(*f.policy, {0, cutOff}, kClock, f.state, "u",
                               std::vector{0, last, 1}, 0, 1);
    };
    clickLast(0.5);
    EXPECT_EQ(numbers(f.rank(5, 0)), (std::vector<std::int32_t>{0, 1, 2, 3, 4}))
        << "not young: its training knows it";
    f.policy = explore::makePolicy(f.deployment.model().priorVariance());
    clickLast(30);
    EXPECT_EQ(f.rank(5, 0).front().item, last);
    EXPECT_EQ(f.rank(5, 0, 0, 0.5).front().item, last) << "what was learnt stays when it grows old";
    EXPECT_EQ(f.rank(kItems, 0).size(), kItems);
}

TEST(Deployment, EqualRequestsGetEqualListsAndOthersDiffer) {
    const Fixture f;
    EXPECT_EQ(numbers(f.rank(10, 4, 5)), numbers(f.rank(10, 4, 5)));
    EXPECT_NE(numbers(f.rank(10, 4, 5)), numbers(f.rank(10, 4, 6)));
}

TEST(Deployment, SaysWhichPlacesExplorationGave) {
    const Fixture f;
    int exploring = 0;
    for (std::uint64_t request = 0; request < 20; ++request)
        for (const auto& each : f.rank(10, 4, request)) {
            EXPECT_EQ(each.exploring, each.item >= 10) << "the greedy list is 0 to 9";
            exploring += each.exploring;
        }
    EXPECT_GT(exploring, 0);
}

TEST(Deployment, FindsItemsAndEventTypesByName) {
    const Fixture f;
    EXPECT_EQ(f.deployment.itemNumber("i7"), 7);
    EXPECT_FALSE(f.deployment.itemNumber("i700"));
    EXPECT_EQ(f.deployment.eventTypeNumber("click"), 1);
    EXPECT_EQ(f.deployment.eventTypeNumber("buy"), -1);
}

TEST(Deployment, ListsOnlyWhatIsAllowed) {
    const Fixture f;
    filter::Bitmap allowed(kItems);
    for (const std::size_t item : {3U, 7U, 35U}) allowed.set(item);
    const auto rank = [&](std::size_t count, double weight) {
        return f.deployment.rank(f.state, count, {*f.policy, {weight, 30}, kClock, "u"},
                                 base::Random(7), &allowed);
    };
    const auto list = rank(25, 0);
    EXPECT_EQ(numbers(list), (std::vector<std::int32_t>{3, 7, 35}));
    EXPECT_EQ(numbers(rank(2, 0)), (std::vector<std::int32_t>{3, 7}));
    EXPECT_EQ(list[0].score, f.rank(4, 0)[3].score) << "a share of all items, allowed or not";
    EXPECT_EQ(rank(25, 4).size(), 3U);
    allowed = filter::Bitmap(kItems);
    EXPECT_TRUE(rank(25, 4).empty());
}

TEST(Deployment, AnIndexTakesThePlaceOfTheScanOfAllItems) {
    const Fixture f;
    EXPECT_FALSE(f.deployment.wantsIndex()) << "so few items";
    const auto before = f.rank(10, 1, 3);
    const Deployment copy = f.deployment;
    f.deployment.buildIndex({});
    EXPECT_TRUE(copy.scan()->isIndexed());
    const auto after = f.rank(10, 1, 3);
    EXPECT_EQ(numbers(after), numbers(before));
    EXPECT_NEAR(after[0].score, before[0].score, 1e-3);
}

TEST(Deployment, OrdersGivenItemsAmongThemselves) {
    const Fixture f;
    const auto list = f.deployment.order(f.state, {30, 2, 5});
    EXPECT_EQ(numbers(list), (std::vector<std::int32_t>{2, 5, 30}));
    EXPECT_NEAR(list[0].score + list[1].score + list[2].score, 1, 1e-6);
    EXPECT_NEAR(list[0].score / list[1].score, std::exp(0.6), 1e-5);
    EXPECT_TRUE(f.deployment.order(f.state, {}).empty());
}

TEST(Deployment, ServesItemsThatCameAfterTheVersion) {
    const Fixture f;
    dataset::ItemCatalogue items;
    items.ids = {"late", "later"};
    items.created = {kClock - 100 * kDay, kClock};
    const auto grown = f.deployment.withAdded(items);
    EXPECT_EQ(grown->size(), kItems + 2);
    EXPECT_EQ(grown->itemNumber("later"), static_cast<std::int32_t>(kItems) + 1);
    EXPECT_EQ(grown->itemId(static_cast<std::int32_t>(kItems)), "late");
    EXPECT_EQ(grown->itemNumber("i7"), 7);
    EXPECT_EQ(grown->created(static_cast<std::int32_t>(kItems) + 1), kClock);

    // The model knows nothing of metadata, so both score 0, as its best item does.
    const auto rank = [&](double weight, std::uint64_t request) {
        return grown->rank(f.state, 3, {*f.policy, {weight, 30}, kClock, "u"},
                           base::Random(7, request));
    };
    EXPECT_EQ(numbers(rank(0, 0)), (std::vector<std::int32_t>{0, 40, 41}));
    int explored = 0;
    for (std::uint64_t request = 0; request < 50; ++request)
        explored += rank(1, request).front().item == 41;
    EXPECT_GT(explored, 0) << "the new one of the two is explored";
    EXPECT_EQ(f.deployment.size(), kItems) << "the old one is as it was";

    items.ids = {"latest"};
    items.created = {kClock};
    EXPECT_EQ(grown->withAdded(items)->size(), kItems + 1) << "in place of those before";
}

}  // namespace
}  // namespace foretaste::serve
