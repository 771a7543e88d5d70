// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "core/base/text.h"
#include "core/ingest/insights.h"

namespace foretaste::ingest {
namespace {

using base::concat;
using base::grouped;
using schema::DatasetType;

// Of the service (service.md 2.11 and 10.1).
constexpr std::int64_t kFewestInteractions = 1000, kFewestUsers = 25, kMostEventTypes = 10;
constexpr std::int64_t kGoodInteractions = 50'000, kGoodUsers = 1000, kManyCategories = 30;
constexpr double kFewestUsersShare = 0.01, kComplete = 0.7, kTextComplete = 0.85;
constexpr double kMissingRate = 0.1, kDuplicateRate = 0.1, kRepeatRate = 0.5, kColdRate = 0.1;
constexpr double kHeadHeavy = -2, kTailHeavy = -0.75;
// Ours.
constexpr double kManyIdle = 0.1;    ///< of items or users without interactions: look at the ids
constexpr double kSameSecond = 0.5;  ///< of a user's time gaps: the order is not known
constexpr double kDriftBeyondChance = 0.1;

double shareOf(std::int64_t part, std::int64_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

/// "12 %", "0.3 %", "under 0.1 %".
std::string percent(double share) {
    const double value = share * 100;
    if (value > 0 && value < 0.1) return "under 0.1 %";
    if (value < 10) return concat(std::round(value * 10) / 10, " %");
    return concat(std::floor(value + 0.5), " %");
}

std::string noun(std::int64_t count, const char* one, const char* many) {
    return concat(grouped(count), ' ', count == 1 ? one : many);
}

std::string lowerName(DatasetType type) {
    return base::toLower(schema::typeName(type));
}

/// Collects findings, all about one dataset at a time.
class Findings {
public:
    DatasetType dataset = DatasetType::Interactions;
    std::vector<Finding> all;

    void add(std::string id, Severity severity, std::string title, std::string text,
             Fix fix = Fix::None, std::string column = {}) {
        all.push_back({std::move(id), severity, dataset, std::move(column), std::move(title),
                       std::move(text), fix});
    }
};

void checkAmount(const DatasetInsight& dataset, const InteractionInsights& interactions,
                 Findings& findings) {
    const auto rows = dataset.rows, active = interactions.usersWithTwo;
    if (rows < kFewestInteractions)
        findings.add("few-interactions", Severity::Problem, "Too few interactions",
                     concat("There are ", noun(rows, "interaction", "interactions"),
                            "; the service trains on no fewer than 1,000. Import ",
                            noun(kFewestInteractions - rows, "more", "more"), '.'),
                     Fix::Import);
    if (active < kFewestUsers)
        findings.add(
            "few-active-users", Severity::Problem, "Too few users with two interactions",
            concat(noun(active, "user has", "users have"),
                   " two interactions or more; the service trains with no fewer than 25. Import "
                   "at least two interactions each for ",
                   noun(kFewestUsers - active, "more user", "more users"), '.'),
            Fix::Import);
    else if (shareOf(active, dataset.users) < kFewestUsersShare)
        findings.add("few-active-users", Severity::Problem, "Too few users with two interactions",
                     concat(percent(shareOf(active, dataset.users)), " of ",
                            noun(dataset.users, "user", "users"),
                            " have two interactions or more; the service trains from 1 % on. "
                            "Import the users' whole history."),
                     Fix::Import);
    if (rows >= kFewestInteractions && active >= kFewestUsers &&
        (rows < kGoodInteractions || active < kGoodUsers))
        findings.add("below-recommended", Severity::Note, "Fewer data than recommended",
                     concat(grouped(rows), " interactions and ",
                            noun(active, "user with two or more", "users with two or more"),
                            " are enough to train; lists get good from 50,000 interactions of "
                            "1,000 such users on."),
                     Fix::Import);
}

void checkEvents(const DatasetInsight& dataset, const InteractionInsights& interactions,
                 Findings& findings) {
    if (interactions.eventTypes > kMostEventTypes)
        findings.add("many-event-types", Severity::Problem, "More than 10 event types",
                     concat("EVENT_TYPE has ", grouped(interactions.eventTypes),
                            " different values; with more than 10 the service fails to train. "
                            "Merge types, or import only those that matter."),
                     Fix::Import, "EVENT_TYPE");
    if (dataset.rows > 1 && interactions.oldest == interactions.newest)
        findings.add(
            "one-timestamp", Severity::Problem, "All timestamps are equal",
            concat(
                "All ", grouped(dataset.rows),
                " interactions have the same TIMESTAMP: nothing can be learnt from "
                "their order, and user segmentation fails to train. Import the times at which they "
                "happened."),
            Fix::Import, "TIMESTAMP");
    else if (interactions.sameSecondShare > kSameSecond)
        findings.add("same-second", Severity::Warning, "The order of events is often unknown",
                     concat(percent(interactions.sameSecondShare),
                            " of the steps from one interaction of a user to the next take no "
                            "time: they share one TIMESTAMP. Import exact times where there are "
                            "any; recipes that learn from order gain most."),
                     Fix::Import, "TIMESTAMP");
    if (interactions.duplicateShare > kDuplicateRate)
        findings.add("duplicates", Severity::Warning, "Many duplicate rows",
                     concat(grouped(interactions.duplicates), " rows, ",
                            percent(interactions.duplicateShare),
                            " of all, repeat user, item and time of another row; each counts once. "
                            "Look at how the file was exported."));
    if (interactions.repeatShare > kRepeatRate)
        findings.add("repeats", Severity::Note, "People come back to the same items",
                     concat(percent(interactions.repeatShare),
                            " of the interactions are of a user with an item met before. Where "
                            "lists should show new things, filter out what was seen."));
}

void checkPopularity(const InteractionInsights& interactions, Findings& findings) {
    const auto& popularity = interactions.popularity;
    if (popularity.slope == 0) return;
    const auto numbers =
        concat("the most popular 1 % of items have ", percent(popularity.topOnePercent),
               " of all interactions, the top 10 % have ", percent(popularity.topTenPercent),
               " (slope ", std::round(popularity.slope * 100) / 100, " on log-log axes)");
    if (popularity.slope < kHeadHeavy)
        findings.add("head-heavy", Severity::Warning, "Few items have nearly everything",
                     concat("Popularity falls steeply: ", numbers,
                            ". A popularity list is hard to beat here; exploration gives the "
                            "others a chance."),
                     Fix::RaiseExploration);
    else if (popularity.slope > kTailHeavy)
        findings.add("tail-heavy", Severity::Note, "Interest spreads over many items",
                     concat("Popularity falls slowly: ", numbers,
                            ". Items have few interactions each: metadata of items help most."));
}

void checkTime(const InteractionInsights& interactions, Findings& findings) {
    if (!interactions.drift.empty()) {
        double distance = 0, byChance = 0, rows = 0;
        for (const auto& week : interactions.drift) {
            const auto weight = static_cast<double>(week.interactions);
            rows += weight;
            distance += weight * week.distance;
            byChance += weight * week.byChance;
        }
        distance /= rows;
        byChance /= rows;
        if (distance - byChance > kDriftBeyondChance)
            findings.add("drift", Severity::Note, "What is popular moves from week to week",
                         concat("From one week to the next ", percent(distance),
                                " of the interactions go to other items, where chance alone would "
                                "move ",
                                percent(byChance), ". Train often."),
                         Fix::Train);
    }
    if (const auto& retrain = interactions.retrain; retrain.size() > 1) {
        const auto every = interactions.trainEveryDays;
        const auto kept = std::find_if(retrain.begin(), retrain.end(),
                                       [&](const auto& point) { return point.days == every; });
        if (kept != retrain.end() && kept + 1 != retrain.end()) {
            const auto& next = *(kept + 1);
            findings.add("retrain", Severity::Note,
                         every == 1 ? std::string("Train every day")
                                    : concat("Train every ", every, " days"),
                         concat("A list of the 25 most popular items has ",
                                percent(retrain.front().hitShare),
                                " of the interactions that follow if renewed daily, ",
                                percent(next.hitShare), " if renewed every ", next.days,
                                " days. Training every ",
                                every == 1 ? std::string("day") : concat(every, " days"),
                                " keeps 95 % of what daily training has."),
                         Fix::Train);
        }
    }
    if (interactions.coldStart.size() > 1) {
        if (interactions.newUserShare > kColdRate)
            findings.add("new-users", Severity::Note, "Many newcomers",
                         concat(percent(interactions.newUserShare),
                                " of a week's interactions are of users never seen before it. "
                                "They get popular items until their first events are put."));
        if (interactions.newItemShare > kColdRate)
            findings.add("new-items", Severity::Note, "Many new items",
                         concat(percent(interactions.newItemShare),
                                " of a week's interactions concern items never seen before it. "
                                "Give items metadata and CREATION_TIMESTAMP, and explore."),
                         Fix::RaiseExploration);
    }
}

/// Ids that are in one dataset and not in the other.
void checkIds(const DatasetInsight& dataset, const DatasetInsight& interactions,
              Findings& findings) {
    const bool items = dataset.type == DatasetType::Items;
    const auto idle = shareOf(dataset.withoutInteractions, dataset.rows);
    if (dataset.withoutInteractions > 0)
        findings.add(
            items ? "items-without-interactions" : "users-without-interactions",
            idle > kManyIdle ? Severity::Warning : Severity::Note,
            items ? "Items without interactions" : "Users without interactions",
            concat(grouped(dataset.withoutInteractions), " of ", grouped(dataset.rows), ' ',
                   lowerName(dataset.type), ", ", percent(idle), ", have no interaction. ",
                   items ? "Check that ITEM_ID is written alike in both files; to show such items, "
                           "raise the exploration weight."
                         : "They get popular items. Check that USER_ID is written alike in both "
                           "files."),
            items ? Fix::RaiseExploration : Fix::Import);
    const auto known = items ? interactions.items : interactions.users;
    if (const auto unknown = shareOf(dataset.withoutRecord, known); unknown > kManyIdle)
        findings.add(items ? "items-without-record" : "users-without-record", Severity::Warning,
                     items ? "Items without a record" : "Users without a record",
                     concat(grouped(dataset.withoutRecord), " of the ", grouped(known), ' ',
                            lowerName(dataset.type), " that interactions name, ", percent(unknown),
                            ", have no record: their metadata cannot be learnt from. Import the "
                            "missing ones."),
                     Fix::Import);
}

void checkColumn(const ColumnInsight& column, Findings& findings) {
    const auto& field = column.field;
    const double complete = 1 - column.missingShare();
    if (field.textual && complete < kTextComplete)
        findings.add("text-incomplete", Severity::Warning, "A text column is too incomplete",
                     concat(field.name, " is filled in ", percent(complete),
                            " of the rows; the service leaves a text column out of training below "
                            "85 %. Fill in the missing texts."),
                     Fix::Import, field.name);
    else if (complete < kComplete)
        findings.add(
            "column-incomplete", Severity::Warning, "A column is incomplete",
            concat(field.name, " is filled in ", percent(complete),
                   " of the rows; aim at 70 % or more. Fill in the ",
                   field.isNumber() ? "mean" : "commonest value", ", or leave the column out."),
            Fix::Import, field.name);
    if (column.numbers && column.numbers->outliers > 0) {
        const auto& numbers = *column.numbers;
        findings.add(
            "outliers", Severity::Note, "Numbers far from the others",
            concat(noun(column.numbers->outliers, "value", "values"), " of ", field.name,
                   column.numbers->outliers == 1 ? " lies" : " lie", " far from the middle half (",
                   numbers.lowerQuartile, " to ", numbers.upperQuartile, "); the column goes from ",
                   numbers.least, " to ", numbers.most, ". Check them."),
            Fix::None, field.name);
    }
    if (field.isText() && field.categorical && column.distinct > kManyCategories)
        findings.add("many-categories", Severity::Note, "Many categories",
                     concat(field.name, " has ", column.moreThanDistinct ? "more than " : "",
                            grouped(column.distinct),
                            " categories. Check for spellings that mean the same; a free text "
                            "should not be categorical."),
                     Fix::ReplaceSchema, field.name);
}

void checkRows(const DatasetInsight& dataset, Findings& findings) {
    const auto share = shareOf(dataset.rowsWithMissing, dataset.rows);
    if (share > kMissingRate)
        findings.add("rows-incomplete", share > 1 - kComplete ? Severity::Warning : Severity::Note,
                     "Rows with missing values",
                     concat(grouped(dataset.rowsWithMissing), " of ", grouped(dataset.rows),
                            " rows of ", lowerName(dataset.type), ", ", percent(share),
                            ", have at least one missing value. Aim at 70 % complete rows or "
                            "more."),
                     Fix::Import);
}

}  // namespace

std::vector<Finding> findingsOf(const DataInsights& insights) {
    Findings findings;
    const DatasetInsight* events = nullptr;
    for (const auto& dataset : insights.datasets) {
        findings.dataset = dataset.type;
        if (dataset.type == DatasetType::Interactions) {
            events = &dataset;
            checkAmount(dataset, *insights.interactions, findings);
            checkEvents(dataset, *insights.interactions, findings);
            checkPopularity(*insights.interactions, findings);
            checkTime(*insights.interactions, findings);
        } else if (events) {
            checkIds(dataset, *events, findings);
        }
        checkRows(dataset, findings);
        for (const auto& column : dataset.columns) checkColumn(column, findings);
    }
    if (!events) {
        findings.dataset = DatasetType::Interactions;
        findings.add("no-interactions", Severity::Problem, "No interactions",
                     "There are no interactions yet, and nothing can be trained without them. "
                     "Import 1,000 or more.",
                     Fix::Import);
    }
    std::stable_sort(findings.all.begin(), findings.all.end(),
                     [](const auto& a, const auto& b) { return a.severity > b.severity; });
    return std::move(findings.all);
}

}  // namespace foretaste::ingest
