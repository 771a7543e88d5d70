// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/serve/explanation.h"

#include <gtest/gtest.h>

#include <cmath>

namespace foretaste::serve {
namespace {

/// Items of two kinds, which alternate: a user wants each kind as often as it was met.
class KindModel : public recipes::Model {
public:
    static constexpr std::size_t kItems = 6;

    KindModel() {
        for (std::size_t i = 0; i < kItems; ++i) {
            ids_.push_back("i" + std::to_string(i));
            vectors_.push_back(i % 2 == 0 ? 1 : 0);
            vectors_.push_back(i % 2 == 0 ? 0 : 1);
        }
    }
    const recipes::RecipeFacts& facts() const override {
        return recipes::findRecipe("aws-user-personalization")->facts();
    }
    const std::vector<std::string>& itemIds() const override { return ids_; }
    const std::vector<std::string>& eventTypes() const override { return types_; }
    recipes::ItemTable items() const override { return {kItems, 2, vectors_, bias_}; }
    std::size_t stateSize() const override { return 2; }
    void start(std::span<float> state) const override { state[0] = state[1] = 0; }
    void advance(std::span<float> state, const recipes::ModelEvent& event) const override {
        state[static_cast<std::size_t>(event.item % 2)] += 1;
    }
    void query(std::span<const float> state, std::span<float> query) const override {
        std::copy(state.begin(), state.end(), query.begin());
    }
    std::vector<recipes::HistoryEffect> history(std::span<const float>) const override {
        return {};
    }
    std::span<const float> priorVariance() const override { return {}; }
    std::span<const std::int64_t> evidence() const override { return evidence_; }
    void save(const std::filesystem::path&) const override {}

private:
    std::vector<std::string> ids_, types_;
    std::vector<float> vectors_, bias_ = std::vector<float>(kItems, 0.0F);
    std::vector<std::int64_t> evidence_ = std::vector<std::int64_t>(kItems, 1);
};

struct Fixture {
    Deployment deployed{std::make_shared<KindModel>(),
                        std::vector<std::int64_t>(KindModel::kItems, 0)};
};

/// log of the chance of an item of the first kind after these counts.
double logChance(double first, double second) {
    return first - std::log(3 * std::exp(first) + 3 * std::exp(second));
}

TEST(Explanation, LeavesOutOneItemAfterTheOther) {
    const Fixture fixture;
    // Item 0 twice, item 2 once, item 1 once.
    const std::vector<recipes::ModelEvent> history{{.item = 0, .timestamp = 1},
                                                   {.item = 2, .timestamp = 2},
                                                   {.item = 0, .timestamp = 3},
                                                   {.item = 1, .timestamp = 4}};
    const auto why = explain(fixture.deployed, history, 4, 20);
    EXPECT_EQ(why.place, 3u);  // behind 0 and 2, which are its like and stand before it
    EXPECT_NEAR(why.relevance, std::exp(logChance(3, 1)), 1e-6);
    ASSERT_EQ(why.history.size(), 3u);
    EXPECT_EQ(why.history[0].item, 0);  // both of its events are gone
    EXPECT_EQ(why.history[0].timestamp, 3);
    EXPECT_NEAR(why.history[0].effect, logChance(3, 1) - logChance(1, 1), 1e-5);
    EXPECT_NEAR(why.history[0].likeness, 1, 1e-6);
    EXPECT_EQ(why.history[0].placeWithout, 5u);  // all score alike: the catalogue's order
    const auto& other = why.history[2].item == 1 ? why.history[2] : why.history[1];
    EXPECT_EQ(other.item, 1);
    EXPECT_NEAR(other.effect, logChance(3, 1) - logChance(3, 0), 1e-5);
    EXPECT_LT(other.effect, 0);
    EXPECT_NEAR(other.likeness, 0, 1e-6);
}

TEST(Explanation, LooksAtTheNewestItems) {
    const Fixture fixture;
    const std::vector<recipes::ModelEvent> history{
        {.item = 0, .timestamp = 1}, {.item = 1, .timestamp = 2}, {.item = 2, .timestamp = 3}};
    const auto why = explain(fixture.deployed, history, 4, 2);
    ASSERT_EQ(why.history.size(), 2u);
    for (const auto& each : why.history) EXPECT_NE(each.item, 0);
    EXPECT_TRUE(explain(fixture.deployed, {}, 4, 2).history.empty());
}

}  // namespace
}  // namespace foretaste::serve
