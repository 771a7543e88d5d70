// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/progress.h"
#include "core/schema/schema.h"
#include "core/store/tables.h"

namespace foretaste::ingest {

enum class Severity {
    Note,     ///< worth knowing
    Warning,  ///< costs quality, or means that something is wrong with the data
    Problem,  ///< the service refuses to train, or fails to
};

/// What a click can do about a finding.
enum class Fix {
    None,
    Import,            ///< bring more or better data into the finding's dataset
    ReplaceSchema,     ///< the finding's column is described wrongly
    RaiseExploration,  ///< of a campaign
    Train,             ///< a new version, so that models know what is new
};

/// One thing that the data say, in plain words with its numbers.
struct Finding {
    std::string id;  ///< of the rule: "few-interactions"
    Severity severity = Severity::Note;
    schema::DatasetType dataset = schema::DatasetType::Interactions;
    std::string column;  ///< empty: the dataset as a whole
    std::string title;   ///< "Few interactions"
    std::string text;    ///< one or two sentences: what is so, and what to do
    Fix fix = Fix::None;
};

/// A bar of a histogram: the values from <= v < to.
struct Bin {
    double from = 0, to = 0;
    std::int64_t count = 0;
};

/// Of a column with numbers; deviation is the population's.
struct NumberStatistics {
    double least = 0, lowerQuartile = 0, median = 0, upperQuartile = 0, most = 0;
    double mean = 0, deviation = 0;
    /// Values further than three times the distance of the quartiles from the nearer quartile
    /// ("far out" in Tukey 1977); 0 where the quartiles are equal.
    std::int64_t outliers = 0;
};

/// One column of a dataset, over all its rows.
struct ColumnInsight {
    schema::Field field;
    std::int64_t rows = 0, missing = 0;
    /// Different values; for a categorical column the categories, of which a cell may hold several.
    std::int64_t distinct = 0;
    bool moreThanDistinct = false;  ///< counting ended at `distinct`, there are more
    std::vector<std::pair<std::string, std::int64_t>> commonest;  ///< up to ten, texts only
    std::optional<NumberStatistics> numbers;                      ///< where there are any

    double missingShare() const {
        return rows == 0 ? 0 : static_cast<double>(missing) / static_cast<double>(rows);
    }
};

struct DatasetInsight {
    schema::DatasetType type = schema::DatasetType::Interactions;
    std::int64_t rows = 0;
    std::int64_t users = 0, items = 0;   ///< different ones
    std::int64_t rowsWithMissing = 0;    ///< with at least one null
    std::vector<ColumnInsight> columns;  ///< in schema order
    // Of Items and Users, where the group has interactions:
    std::int64_t withoutInteractions = 0;  ///< records that no interaction names
    std::int64_t withoutRecord = 0;        ///< ids of interactions that have no record
};

/// How interactions spread over items, the most popular first.
struct Popularity {
    /// Straight line through log(count) over log(rank), every rank weighted by 1 / rank so that
    /// each factor of ten counts alike. The steeper, the more the head has. 0 for under 3 items.
    double slope = 0;
    double fit = 0;                                            ///< R^2 of that line, 0 to 1
    double topOnePercent = 0, topTenPercent = 0;               ///< share of all interactions
    std::vector<std::pair<std::int64_t, std::int64_t>> curve;  ///< rank from 1, count; thinned out
};

/// How far what is popular moved from one week with data to the next.
struct DriftPoint {
    std::int64_t weekStart = 0;  ///< epoch seconds
    std::int64_t interactions = 0;
    /// Total variation between the item shares of this week and those of the week before, 0 to 1:
    /// the share of interactions that would have to go to another item.
    double distance = 0;
    /// The same between two weeks of these sizes that are drawn from both weeks together: what
    /// small numbers alone do.
    double byChance = 0;
};

/// What a list of the 25 most popular items is worth that is renewed every so many days.
struct RetrainPoint {
    std::int64_t days = 0;
    double hitShare = 0;  ///< of interactions that concern one of the 25
};

/// How much of a week came from users and concerned items that were never seen before it.
struct ColdStartPoint {
    std::int64_t weekStart = 0;  ///< epoch seconds
    std::int64_t interactions = 0;
    double newUsers = 0, newItems = 0;  ///< shares of the week's interactions
};

struct InteractionInsights {
    std::int64_t usersWithTwo = 0;  ///< with two interactions or more
    std::int64_t eventTypes = 0;
    std::int64_t duplicates = 0;          ///< rows that repeat user, item and time of another
    double duplicateShare = 0;            ///< of the rows with them
    double repeatShare = 0;               ///< interactions of a user with an item met before
    std::int64_t oldest = 0, newest = 0;  ///< epoch seconds
    std::vector<Bin> perUser, perItem;    ///< how many users have so many interactions
    std::vector<Bin> timeGaps;   ///< seconds between a user's interactions; the last is open
    double sameSecondShare = 0;  ///< of those gaps, the ones of 0 s
    Popularity popularity;
    std::vector<DriftPoint> drift;          ///< from the second week with data on
    std::vector<RetrainPoint> retrain;      ///< empty below two weeks of data or 26 items
    std::int64_t trainEveryDays = 0;        ///< the longest that keeps 95 % of daily; 0: not known
    std::vector<ColdStartPoint> coldStart;  ///< every week with data, the first is all new
    double newUserShare = 0, newItemShare = 0;  ///< over all weeks but the first
};

/// What the data of a dataset group say about themselves. Every figure is counted, none sampled.
struct DataInsights {
    std::vector<Finding> findings;  ///< the gravest first; empty: the data are fine
    std::vector<DatasetInsight> datasets;
    std::optional<InteractionInsights> interactions;  ///< nothing without any
    double seconds = 0;                               ///< that the count took
};

/// A group's data as they are read from the store; what is not there is null.
struct InsightSource {
    const store::InteractionTable* interactions = nullptr;  ///< bulk and put
    const schema::Schema* interactionsSchema = nullptr;
    std::filesystem::path interactionsFile;  ///< bulk rows, for columns that the table has not
    /// Put events in schema order, for the same columns.
    std::vector<std::vector<std::optional<std::string>>> putRows;
    std::int64_t droppedAtImport = 0;  ///< repeats that are in no table any more
    const store::RecordTable* items = nullptr;
    const store::RecordTable* users = nullptr;
};

/// Counts everything: some passes over the rows, none of them quadratic. Throws base::Stopped on
/// request, base::IoError where a file cannot be read.
DataInsights insightsOf(const InsightSource& source, const base::JobContext& job = {});

/// The rules of service.md 2.11 over what was counted, the gravest first.
std::vector<Finding> findingsOf(const DataInsights& insights);

}  // namespace foretaste::ingest
