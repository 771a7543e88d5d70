// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/serve/item_scan.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/random.h"
#include "core/kernels/kernels.h"

namespace foretaste::serve {
namespace {

constexpr float kInfinity = std::numeric_limits<float>::infinity();

/// Items in a few clusters, so that many scores lie close together.
struct World {
    std::size_t items, dim;
    std::vector<float> vectors, bias, query;

    World(std::size_t count, std::size_t width, std::uint64_t seed) : items(count), dim(width) {
        base::Random random(seed);
        constexpr std::size_t kClusters = 7;
        std::vector<float> centres(kClusters * dim);
        for (auto& value : centres) value = static_cast<float>(random.normal());
        for (std::size_t i = 0; i < items; ++i) {
            const auto cluster = random.below(kClusters);
            for (std::size_t d = 0; d < dim; ++d)
                vectors.push_back(centres[cluster * dim + d] +
                                  0.2F * static_cast<float>(random.normal()));
            bias.push_back(static_cast<float>(random.normal()));
        }
        for (std::size_t d = 0; d < dim; ++d) query.push_back(static_cast<float>(random.normal()));
    }
    recipes::ItemTable table() const { return {items, dim, vectors, bias}; }

    /// Every score in floats, the plain way.
    std::vector<float> scores() const {
        auto all = bias;
        if (dim > 0)
            kernels::active().addScores(vectors.data(), items, dim, query.data(), all.data());
        return all;
    }
    std::vector<ScoredItem> best(std::size_t count, const filter::Bitmap& apart,
                                 const filter::Bitmap* allowed) const {
        std::vector<ScoredItem> list;
        const auto all = scores();
        for (std::size_t i = 0; i < items; ++i)
            if (!apart.test(i) && (!allowed || allowed->test(i)))
                list.push_back({static_cast<std::int32_t>(i), all[i]});
        std::sort(list.begin(), list.end());
        if (list.size() > count) list.resize(count);
        return list;
    }
};

filter::Bitmap someOf(std::size_t rows, double share, std::uint64_t seed) {
    filter::Bitmap bits(rows);
    base::Random random(seed);
    for (std::size_t row = 0; row < rows; ++row)
        if (random.uniform() < share) bits.set(row);
    return bits;
}

std::vector<std::int32_t> numbersOf(const filter::Bitmap& bits) {
    std::vector<std::int32_t> numbers;
    for (std::size_t row = 0; row < bits.rows(); ++row)
        if (bits.test(row)) numbers.push_back(static_cast<std::int32_t>(row));
    return numbers;
}

void expectEqual(const std::vector<ScoredItem>& found, const std::vector<ScoredItem>& expected) {
    ASSERT_EQ(found.size(), expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        EXPECT_EQ(found[i].item, expected[i].item) << "place " << i;
        EXPECT_EQ(found[i].score, expected[i].score) << "place " << i;
    }
}

void expectExact(const World& world, std::size_t count, const filter::Bitmap& apart,
                 const filter::Bitmap* allowed = nullptr) {
    const ItemScan scan(world.table());
    TopList best(count);
    LogSum sum;
    scan.scan(world.query, numbersOf(apart), allowed, best, sum);
    expectEqual(best.sorted(), world.best(count, apart, allowed));
}

TEST(ItemScan, FindsWhatFloatsFindInEverySize) {
    for (const std::size_t items : {1U, 5U, 63U, 64U, 65U, 1000U, 4097U})
        for (const std::size_t dim : {0U, 1U, 3U, 4U, 31U, 64U, 149U}) {
            const World world(items, dim, items * 1000 + dim);
            for (const std::size_t count : {1U, 25U, 500U})
                expectExact(world, count, filter::Bitmap(items));
        }
}

TEST(ItemScan, LooksOnlyAtWhatIsAllowedAndNotApart) {
    const World world(5000, 64, 3);
    const auto apart = someOf(world.items, 0.1, 5);
    for (const double share : {0.5, 0.05, 0.005, 0.0}) {
        const auto allowed = someOf(world.items, share, 4);
        expectExact(world, 25, apart, &allowed);
    }
    const auto everything = ~filter::Bitmap(world.items);
    expectExact(world, 25, everything);
}

TEST(ItemScan, EqualScoresKeepTheCataloguesOrder) {
    World world(3000, 16, 9);
    for (std::size_t i = 0; i < world.items; ++i) {
        std::copy_n(world.vectors.begin() + static_cast<std::ptrdiff_t>(i % 3 * world.dim),
                    world.dim, world.vectors.begin() + static_cast<std::ptrdiff_t>(i * world.dim));
        world.bias[i] = 0;
    }
    expectExact(world, 1500, filter::Bitmap(world.items));
}

TEST(ItemScan, BoundsHoldForVectorsOfAllSizes) {
    World world(2000, 32, 11);
    for (std::size_t i = 0; i < world.items; ++i) {
        const float size = std::ldexp(1.0F, static_cast<int>(i % 60) - 50);
        for (std::size_t d = 0; d < world.dim; ++d) world.vectors[i * world.dim + d] *= size;
    }
    world.vectors[77 * world.dim] *= 1e6F;  // one dimension that leaves the others no precision
    expectExact(world, 100, filter::Bitmap(world.items));
    std::fill(world.query.begin(), world.query.end(), 0.0F);
    expectExact(world, 100, filter::Bitmap(world.items));
    std::fill(world.query.begin(), world.query.end(), 1e-42F);  // not a normal number
    expectExact(world, 100, filter::Bitmap(world.items));
}

TEST(ItemScan, ADamagedVectorHidesNoOther) {
    World world(500, 8, 13);
    world.vectors[100 * world.dim + 3] = std::numeric_limits<float>::quiet_NaN();
    auto apart = filter::Bitmap(world.items);
    const ItemScan scan(world.table());
    TopList best(10);
    LogSum sum;
    scan.scan(world.query, {}, nullptr, best, sum);
    apart.set(100);
    expectEqual(best.sorted(), world.best(10, apart, nullptr));
}

TEST(ItemScan, SumsOverAllItemsThatAreNotApart) {
    const World world(20000, 64, 17);
    const auto apart = someOf(world.items, 0.2, 6);
    const ItemScan scan(world.table());
    TopList best(25);
    LogSum sum;
    scan.scan(world.query, numbersOf(apart), nullptr, best, sum);
    EXPECT_FALSE(scan.estimatesSum());
    double expected = 0;
    const auto all = world.scores();
    for (std::size_t i = 0; i < world.items; ++i)
        if (!apart.test(i)) expected += std::exp(static_cast<double>(all[i]));
    EXPECT_NEAR(sum.value(), std::log(expected), 1e-3) << "8-bit codes";
}

TEST(ItemScan, BeyondAHundredThousandItemsTheSumIsEstimated) {
    const World world(ItemScan::kSummedPrecisely + 5000, 16, 19);
    const ItemScan scan(world.table());
    EXPECT_TRUE(scan.estimatesSum());
    const auto all = world.scores();
    double expected = 0;
    for (const float score : all) expected += std::exp(static_cast<double>(score));
    const filter::Bitmap none(world.items);
    for (const double share : {1.0, 0.3, 0.01}) {
        const auto allowed = someOf(world.items, share, 8);
        TopList best(25);
        LogSum sum;
        scan.scan(world.query, {}, &allowed, best, sum);
        expectEqual(best.sorted(), world.best(25, none, &allowed));
        EXPECT_NEAR(sum.value(), std::log(expected), 0.02);
    }
}

/// A world with an index, and queries near its items as users have them.
struct Indexed {
    World world{20000, 16, 23};
    ItemClusters clusters = clusterItems(world.table(), 100);
    std::vector<float> queries;

    Indexed() {
        base::Random random(29);
        for (int query = 0; query < 60; ++query) {
            const auto item = random.below(static_cast<std::uint32_t>(world.items));
            for (std::size_t d = 0; d < world.dim; ++d)
                queries.push_back(world.vectors[item * world.dim + d] +
                                  0.3F * static_cast<float>(random.normal()));
        }
        std::copy_n(queries.begin(), world.dim, world.query.begin());
    }
    ItemScan scan() const { return {world.table(), clusters, queries}; }
};

TEST(ItemClusters, HoldEveryItemOnce) {
    const Indexed f;
    auto items = f.clusters.items;
    EXPECT_GT(f.clusters.count(), 50U);
    for (std::size_t cluster = 0; cluster < f.clusters.count(); ++cluster)
        for (auto i = f.clusters.first[cluster] + 1; i < f.clusters.first[cluster + 1]; ++i)
            EXPECT_GE(f.world.bias[static_cast<std::size_t>(items[i - 1])],
                      f.world.bias[static_cast<std::size_t>(items[i])]);
    std::sort(items.begin(), items.end());
    ASSERT_EQ(items.size(), f.world.items);
    for (std::size_t i = 0; i < items.size(); ++i)
        ASSERT_EQ(items[i], static_cast<std::int32_t>(i));
    EXPECT_EQ(clusterItems(f.world.table(), 100).items, f.clusters.items) << "again the same";
    const World few(3, 4, 1);
    EXPECT_EQ(clusterItems(few.table(), 100).count(), 1U);
    base::StopToken stop;
    stop.requestStop();
    EXPECT_THROW(clusterItems(f.world.table(), 100, {stop, {}}), base::Stopped);
}

TEST(ItemIndex, FindsNearlyAllThatAScanOfAllFinds) {
    const Indexed f;
    const auto scan = f.scan();
    EXPECT_TRUE(scan.isIndexed());
    EXPECT_GT(scan.recall(), 0.98);
    std::size_t found = 0, all = 0;
    const auto apart = someOf(f.world.items, 0.05, 5);
    for (const double share : {1.0, 0.5, 0.05, 0.002}) {
        const auto allowed = someOf(f.world.items, share, 31);
        TopList best(25);
        LogSum sum;
        scan.scan(f.world.query, numbersOf(apart), &allowed, best, sum);
        const auto list = best.sorted();
        for (const auto& each : f.world.best(25, apart, &allowed)) {
            ++all;
            found += std::any_of(list.begin(), list.end(), [&](const auto& other) {
                return other.item == each.item && other.score == each.score;
            });
        }
        for (const auto& each : list) {
            EXPECT_TRUE(allowed.test(static_cast<std::size_t>(each.item)));
            EXPECT_FALSE(apart.test(static_cast<std::size_t>(each.item)));
        }
        double expected = 0;
        const auto scores = f.world.scores();
        for (std::size_t i = 0; i < scores.size(); ++i)
            if (!apart.test(i)) expected += std::exp(static_cast<double>(scores[i]));
        EXPECT_NEAR(sum.value(), std::log(expected), 0.1);
    }
    EXPECT_GE(static_cast<double>(found), 0.97 * static_cast<double>(all));
}

TEST(ItemIndex, FindsAllThereAreWhereFewerAreAllowedThanAskedFor) {
    const Indexed f;
    filter::Bitmap allowed(f.world.items);
    for (const std::size_t item : {5U, 7777U, 19999U}) allowed.set(item);
    TopList best(25);
    LogSum sum;
    f.scan().scan(f.world.query, {}, &allowed, best, sum);
    expectEqual(best.sorted(), f.world.best(25, filter::Bitmap(f.world.items), &allowed));
}

TEST(TopList, KeepsTheBest) {
    TopList list(2);
    EXPECT_EQ(list.threshold(), -kInfinity);
    for (const auto& each : {ScoredItem{4, 1}, {7, 3}, {2, 1}, {9, 3}, {3, 2}, {1, std::nanf("")}})
        list.offer(each);
    expectEqual(list.sorted(), {{7, 3}, {9, 3}});
    EXPECT_EQ(list.threshold(), 3);
    TopList none(0);
    none.offer({1, 1});
    EXPECT_TRUE(none.sorted().empty());
}

TEST(LogSum, TakesScoresOfAnySize) {
    LogSum sum;
    EXPECT_EQ(sum.value(), -std::numeric_limits<double>::infinity());
    sum.add(-500);
    EXPECT_NEAR(sum.value(), -500, 1e-6);
    sum.add(700);
    EXPECT_NEAR(sum.value(), 700, 1e-6);
    sum.add(700);
    EXPECT_NEAR(sum.value(), 700 + std::log(2.0), 1e-6);
}

}  // namespace
}  // namespace foretaste::serve
