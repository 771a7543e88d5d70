// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/ingest/insights.h"
#include "core/store/interner.h"

// The parts of insightsOf().

namespace foretaste::ingest {

/// Counts the cells of one column as they come.
class ColumnCounter {
public:
    explicit ColumnCounter(const schema::Field& field);

    void add(std::string_view cell);  ///< text as a CSV has it; empty: null
    void addNumber(double value);     ///< NaN: null
    ColumnInsight finish();

private:
    void addText(std::string_view text);

    ColumnInsight column_;
    struct Texts {
        std::vector<std::string> texts;
        store::Interner numbers{texts};
        std::vector<std::int64_t> counts;
    };
    std::unique_ptr<Texts> texts_;  ///< null once there are too many
    std::vector<double> values_;
};

/// The ten commonest texts with their counts; equal ones in the order of their numbers.
std::vector<std::pair<std::string, std::int64_t>> commonestOf(
    const std::vector<std::string>& texts, const std::vector<std::int64_t>& counts);

/// The values are put in order.
NumberStatistics statisticsOf(std::vector<double>& values);

/// Interactions of every item, in any order; items without one do not count.
Popularity popularityOf(std::vector<std::int64_t> counts);

/// Fills in what is counted user by user: usersWithTwo, duplicates, repeats, perUser, time gaps.
void countUsers(const store::InteractionTable& table, std::int64_t droppedAtImport,
                InteractionInsights& into);

/// Fills in what is counted day by day: oldest, newest, drift, retrain, cold start.
void countDays(const store::InteractionTable& table, InteractionInsights& into,
               const base::JobContext& job);

/// Bars [1, 2), [2, 4), [4, 8), ... of counts from 1 on.
std::vector<Bin> doublingBins(const std::vector<std::int64_t>& counts);

}  // namespace foretaste::ingest
