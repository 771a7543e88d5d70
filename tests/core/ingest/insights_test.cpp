// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/insights.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/base/random.h"
#include "core/base/text.h"
#include "core/ingest/insight_counts.h"

namespace foretaste::ingest {
namespace {

constexpr std::int64_t kDay = 86400;
constexpr std::int64_t kMonday = 4 * kDay;  // 5 January 1970

schema::Schema interactionsSchema() {
    return {"Interactions",
            {{.name = "USER_ID"},
             {.name = "ITEM_ID"},
             {.name = "EVENT_VALUE", .type = schema::FieldType::Float, .nullable = true},
             {.name = "TIMESTAMP", .type = schema::FieldType::Long}}};
}

/// Adds one interaction of user and item number, as texts "u3" and "i7".
void add(store::InteractionTable& table, std::int32_t user, std::int32_t item, std::int64_t time,
         float value = 1) {
    while (static_cast<std::int32_t>(table.users.size()) <= user)
        table.users.push_back(base::concat('u', table.users.size()));
    while (static_cast<std::int32_t>(table.items.size()) <= item)
        table.items.push_back(base::concat('i', table.items.size()));
    table.user.push_back(user);
    table.item.push_back(item);
    table.timestamp.push_back(time);
    table.eventValue.push_back(value);
}

DataInsights insightsOf(const store::InteractionTable& table,
                        const store::RecordTable* items = nullptr,
                        const store::RecordTable* users = nullptr) {
    const auto schema = interactionsSchema();
    InsightSource source;
    source.interactions = &table;
    source.interactionsSchema = &schema;
    source.items = items;
    source.users = users;
    return ingest::insightsOf(source);
}

const Finding* find(const DataInsights& insights, std::string_view id) {
    const auto found = std::find_if(insights.findings.begin(), insights.findings.end(),
                                    [&](const auto& each) { return each.id == id; });
    return found == insights.findings.end() ? nullptr : &*found;
}

std::vector<std::int64_t> countsOf(const std::vector<Bin>& bins) {
    std::vector<std::int64_t> counts;
    for (const auto& bin : bins) counts.push_back(bin.count);
    return counts;
}

TEST(Insights, CountsUserByUser) {
    store::InteractionTable table;
    add(table, 0, 0, kMonday);
    add(table, 0, 1, kMonday + 5);             // 5 s later
    add(table, 0, 0, kMonday + 5 + 2 * kDay);  // met before
    add(table, 1, 2, kMonday);
    add(table, 1, 2, kMonday);  // a duplicate, which is a repeat and a gap of no time, too
    add(table, 2, 0, kMonday);
    const auto insights = insightsOf(table);
    const auto& found = *insights.interactions;
    EXPECT_EQ(found.usersWithTwo, 2);
    EXPECT_EQ(found.duplicates, 1);
    EXPECT_DOUBLE_EQ(found.duplicateShare, 1.0 / 6);
    EXPECT_DOUBLE_EQ(found.repeatShare, 2.0 / 6);
    EXPECT_EQ(countsOf(found.perUser), (std::vector<std::int64_t>{1, 2}));  // one; two or three
    EXPECT_EQ(countsOf(found.perItem), (std::vector<std::int64_t>{1, 2}));
    EXPECT_DOUBLE_EQ(found.sameSecondShare, 1.0 / 3);
    for (const auto& bin : found.timeGaps)
        EXPECT_EQ(bin.count, bin.from <= 0 && bin.to > 0                 ? 1
                             : bin.from <= 5 && 5 < bin.to               ? 1
                             : bin.from <= 2 * kDay && 2 * kDay < bin.to ? 1
                                                                         : 0)
            << bin.from;
}

TEST(Insights, PopularityIsAStraightLineThroughAPowerLaw) {
    std::vector<std::int64_t> counts;
    for (int rank = 1; rank <= 1000; ++rank) counts.push_back(1'000'000 / rank);
    const auto popularity = popularityOf(counts);
    EXPECT_NEAR(popularity.slope, -1, 1e-3);
    EXPECT_NEAR(popularity.fit, 1, 1e-4);
    EXPECT_NEAR(popularity.topOnePercent, 2.929 / 7.485, 1e-3);  // harmonic numbers of 10 and 1000
    EXPECT_NEAR(popularity.topTenPercent, 5.187 / 7.485, 1e-3);
    EXPECT_EQ(popularity.curve.front(), (std::pair<std::int64_t, std::int64_t>{1, 1'000'000}));
    EXPECT_EQ(popularity.curve.back(), (std::pair<std::int64_t, std::int64_t>{1000, 1000}));
    EXPECT_LT(popularity.curve.size(), 200u);

    const auto flat = popularityOf({5, 5, 5, 5, 0});
    EXPECT_EQ(flat.slope, 0);
    EXPECT_DOUBLE_EQ(flat.topTenPercent, 0.25);  // of four items at least one
}

TEST(Insights, DriftIsTheShareThatMoves) {
    store::InteractionTable table;
    const auto week = [&](std::int64_t number, std::vector<std::int32_t> items) {
        for (std::int32_t i = 0; i < 10; ++i)
            add(table, i, items[static_cast<std::size_t>(i)], kMonday + number * 7 * kDay + i);
    };
    week(0, {0, 0, 0, 0, 0, 1, 1, 1, 1, 1});
    week(1, {0, 0, 0, 0, 0, 1, 1, 1, 2, 2});  // two of ten went to another item
    week(3, {5, 5, 5, 5, 5, 5, 5, 5, 5, 5});  // the week between had nothing
    const auto insights = insightsOf(table);
    const auto& drift = insights.interactions->drift;
    ASSERT_EQ(drift.size(), 2u);
    EXPECT_EQ(drift[0].weekStart, kMonday + 7 * kDay);
    EXPECT_DOUBLE_EQ(drift[0].distance, 0.2);
    EXPECT_EQ(drift[1].weekStart, kMonday + 21 * kDay);
    EXPECT_DOUBLE_EQ(drift[1].distance, 1);
    for (const auto& point : drift) {
        EXPECT_EQ(point.interactions, 10);
        EXPECT_GE(point.byChance, 0);
        EXPECT_LT(point.byChance, 0.7);
    }
}

TEST(Insights, NothingMovesWhereOnlyChanceDoes) {
    store::InteractionTable table;
    base::Random random(3);
    for (int row = 0; row < 20000; ++row)
        add(table, static_cast<std::int32_t>(random.below(500)),
            static_cast<std::int32_t>(random.below(100)),
            kMonday + random.below(static_cast<std::uint32_t>(10 * 7 * kDay)));
    const auto insights = insightsOf(table);
    for (const auto& point : insights.interactions->drift)
        EXPECT_NEAR(point.distance, point.byChance, 0.04);
    EXPECT_FALSE(find(insights, "drift"));
    // And a list keeps its worth however old it is: 25 of 100 equally popular items.
    const auto& retrain = insights.interactions->retrain;
    ASSERT_FALSE(retrain.empty());
    for (const auto& point : retrain) EXPECT_NEAR(point.hitShare, 0.25, 0.03);
    EXPECT_EQ(insights.interactions->trainEveryDays, retrain.back().days);
    EXPECT_FALSE(find(insights, "retrain")) << "no interval loses anything";
}

TEST(Insights, ListsGrowOldWhereTasteMoves) {
    // Forty days long everybody watches the same 30 items, then 30 others.
    store::InteractionTable table;
    for (std::int32_t day = 0; day < 160; ++day)
        for (std::int32_t i = 0; i < 30; ++i)
            add(table, i, day / 40 * 30 + i, kMonday + day * kDay + i);
    const auto insights = insightsOf(table);
    const auto& retrain = insights.interactions->retrain;
    ASSERT_GE(retrain.size(), 5u);
    EXPECT_EQ(retrain.front().days, 1);
    EXPECT_LT(retrain.back().hitShare, 0.8 * retrain.front().hitShare);
    EXPECT_LT(insights.interactions->trainEveryDays, 60);
    ASSERT_TRUE(find(insights, "retrain"));
    EXPECT_EQ(find(insights, "retrain")->fix, Fix::Train);
    EXPECT_FALSE(find(insights, "new-users"));
}

TEST(Insights, NewcomersAreCountedAgainstTheWeek) {
    store::InteractionTable table;
    for (std::int32_t i = 0; i < 8; ++i) add(table, i, i, kMonday + i);
    const auto later = kMonday + 7 * kDay;
    add(table, 0, 0, later);
    add(table, 1, 8, later);  // a new item
    add(table, 8, 1, later);  // a new user
    add(table, 8, 2, later + 1);
    const auto insights = insightsOf(table);
    const auto& found = *insights.interactions;
    ASSERT_EQ(found.coldStart.size(), 2u);
    EXPECT_DOUBLE_EQ(found.coldStart[0].newUsers, 1);
    EXPECT_DOUBLE_EQ(found.coldStart[1].newUsers, 0.5);
    EXPECT_DOUBLE_EQ(found.coldStart[1].newItems, 0.25);
    EXPECT_DOUBLE_EQ(found.newUserShare, 0.5);
    EXPECT_DOUBLE_EQ(found.newItemShare, 0.25);
}

store::RecordTable someItems() {
    store::RecordTable items;
    items.ids = {"i0", "i1", "i7", "i9"};
    items.columns.push_back(
        {{.name = "GENRES", .nullable = true, .categorical = true}, {"a|b", "b", "", "c | b"}, {}});
    items.columns.push_back({{.name = "PRICE", .type = schema::FieldType::Float, .nullable = true},
                             {},
                             {1, 2, std::nan(""), 3}});
    items.columns.push_back(
        {{.name = "TEXT", .nullable = true, .textual = true}, {"x", "", "", ""}, {}});
    return items;
}

TEST(Insights, ColumnsAndIds) {
    store::InteractionTable table;
    add(table, 0, 0, kMonday, store::kNoValue);
    add(table, 1, 1, kMonday + 1);
    add(table, 1, 2, kMonday + 2);
    const auto items = someItems();
    const auto insights = insightsOf(table, &items);
    ASSERT_EQ(insights.datasets.size(), 2u);
    const auto& events = insights.datasets[0];
    EXPECT_EQ(events.rows, 3);
    EXPECT_EQ(events.rowsWithMissing, 1);
    ASSERT_EQ(events.columns.size(), 4u);
    EXPECT_EQ(events.columns[0].distinct, 2);
    EXPECT_EQ(events.columns[0].commonest.front(), (std::pair<std::string, std::int64_t>{"u1", 2}));
    EXPECT_EQ(events.columns[2].missing, 1);
    EXPECT_EQ(events.columns[3].numbers->most, static_cast<double>(kMonday + 2));

    const auto& records = insights.datasets[1];
    EXPECT_EQ(records.withoutInteractions, 2);  // i7 and i9
    EXPECT_EQ(records.withoutRecord, 1);        // i2
    EXPECT_EQ(records.rowsWithMissing, 3);
    const auto& genres = records.columns[1];
    EXPECT_EQ(genres.missing, 1);
    EXPECT_EQ(genres.distinct, 3);
    EXPECT_EQ(genres.commonest.front(), (std::pair<std::string, std::int64_t>{"b", 3}));
    ASSERT_TRUE(records.columns[2].numbers);
    EXPECT_DOUBLE_EQ(records.columns[2].numbers->mean, 2);
    EXPECT_DOUBLE_EQ(records.columns[2].numbers->deviation, std::sqrt(2.0 / 3));

    EXPECT_EQ(find(insights, "items-without-interactions")->severity, Severity::Warning);
    EXPECT_TRUE(find(insights, "items-without-record"));
    EXPECT_EQ(find(insights, "text-incomplete")->column, "TEXT");
    EXPECT_EQ(find(insights, "rows-incomplete")->dataset, schema::DatasetType::Interactions);
    // The gravest stand first.
    EXPECT_EQ(insights.findings.front().severity, Severity::Problem);
    EXPECT_NE(find(insights, "few-interactions")->text.find("Import 997 more"), std::string::npos);
    EXPECT_NE(find(insights, "few-active-users")->text.find("1 user has"), std::string::npos);
}

TEST(Insights, OutliersLieFarFromTheMiddleHalf) {
    std::vector<double> values{1, 2, 3, 4, 5, 6, 7, 8, 9};
    EXPECT_EQ(statisticsOf(values).outliers, 0);
    values.push_back(21.1);  // quartiles 3.25 and 7.75: the fence stands at 21.25
    EXPECT_EQ(statisticsOf(values).outliers, 0);
    values.back() = 21.3;
    EXPECT_EQ(statisticsOf(values).outliers, 1);
    values.assign(100, 1.0);
    values.push_back(50);
    EXPECT_EQ(statisticsOf(values).outliers, 0) << "equal quartiles say nothing";
}

TEST(Insights, AColumnOfEndlessTextsIsCountedUpToALimit) {
    ColumnCounter counter({.name = "IMPRESSION"});
    for (int i = 0; i < 100'001; ++i) counter.add(base::concat(i));
    const auto column = counter.finish();
    EXPECT_EQ(column.distinct, 100'000);
    EXPECT_TRUE(column.moreThanDistinct);
    EXPECT_EQ(column.rows, 100'001);
}

TEST(Insights, WhatTheServiceRefuses) {
    store::InteractionTable table;
    for (std::int32_t row = 0; row < 1200; ++row) {
        add(table, row % 30, row / 30, kMonday);
        table.eventType.push_back(static_cast<std::int16_t>(row % 11));
    }
    for (int type = 0; type < 11; ++type) table.eventTypes.push_back(base::concat('t', type));
    auto insights = insightsOf(table);
    EXPECT_EQ(find(insights, "one-timestamp")->severity, Severity::Problem);
    EXPECT_EQ(find(insights, "many-event-types")->severity, Severity::Problem);
    EXPECT_FALSE(find(insights, "few-interactions"));
    EXPECT_FALSE(find(insights, "few-active-users"));
    EXPECT_TRUE(find(insights, "below-recommended"));
    EXPECT_FALSE(find(insights, "same-second")) << "said already";

    const auto nothing = ingest::insightsOf({});
    ASSERT_EQ(nothing.findings.size(), 1u);
    EXPECT_EQ(nothing.findings[0].id, "no-interactions");
    EXPECT_FALSE(nothing.interactions);
}

TEST(Insights, AStopStops) {
    store::InteractionTable table;
    add(table, 0, 0, kMonday);
    const auto schema = interactionsSchema();
    InsightSource source;
    source.interactions = &table;
    source.interactionsSchema = &schema;
    const base::StopToken stop;
    stop.requestStop();
    EXPECT_THROW(ingest::insightsOf(source, base::JobContext(stop, {})), base::Stopped);
}

}  // namespace
}  // namespace foretaste::ingest
