// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdlib>
#include <map>
#include <numeric>

#include "core/base/random.h"
#include "core/ingest/insight_counts.h"

namespace foretaste::ingest {
namespace {

constexpr std::int64_t kDaySeconds = 86400, kWeekDays = 7;

std::int64_t floorDivide(std::int64_t a, std::int64_t b) {
    return a / b - (a % b < 0);
}

/// The Monday on or before a day; day 0 is Thursday, 1 January 1970.
std::int64_t mondayOf(std::int64_t day) {
    constexpr std::int64_t kMondayToThursday = 3;
    return floorDivide(day + kMondayToThursday, kWeekDays) * kWeekDays - kMondayToThursday;
}

/// A run of interactions in order of their day: [begin, end) of Timeline's columns.
struct Span {
    std::int64_t day = 0;  ///< days since 1970, the first of the span
    std::size_t begin = 0, end = 0;
    std::size_t size() const { return end - begin; }
};

/// The interactions by day; only days and weeks with data.
struct Timeline {
    std::vector<std::int32_t> user, item;  ///< [rows]
    std::vector<Span> days, weeks;
};

Timeline timelineOf(const store::InteractionTable& table) {
    std::map<std::int64_t, std::size_t> rowsOn;
    std::vector<std::int64_t> dayOf(table.rows());
    std::int64_t lastDay = 0;
    std::size_t* lastCount = nullptr;  // neighbours in a file are often of one day
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto day = dayOf[row] = floorDivide(table.timestamp[row], kDaySeconds);
        if (!lastCount || day != lastDay) lastCount = &rowsOn[lastDay = day];
        ++*lastCount;
    }
    Timeline timeline;
    std::size_t begin = 0;
    for (auto& [day, count] : rowsOn) {
        timeline.days.push_back({day, begin, begin + count});
        const auto monday = mondayOf(day);
        if (timeline.weeks.empty() || timeline.weeks.back().day != monday)
            timeline.weeks.push_back({monday, begin, begin});
        timeline.weeks.back().end = begin += count;
        count = timeline.days.back().begin;  // from here on: where the day's next row goes
    }
    timeline.user.resize(table.rows());
    timeline.item.resize(table.rows());
    lastCount = nullptr;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (!lastCount || dayOf[row] != lastDay) lastCount = &rowsOn.at(lastDay = dayOf[row]);
        const auto place = (*lastCount)++;
        timeline.user[place] = table.user[row];
        timeline.item[place] = table.item[row];
    }
    return timeline;
}

/// Item counts of two weeks, from which distances are taken.
class TwoWeeks {
public:
    explicit TwoWeeks(std::size_t items) : counts_(items) {}

    void add(std::int32_t item, bool second) {
        auto& count = counts_[static_cast<std::size_t>(item)];
        if (count.first + count.second == 0) touched_.push_back(item);
        ++(second ? count.second : count.first);
        ++(second ? total_.second : total_.first);
    }
    /// Total variation between the two; clears the counts.
    double distance() {
        double sum = 0;
        for (const auto item : touched_) {
            auto& count = counts_[static_cast<std::size_t>(item)];
            sum += std::abs(static_cast<double>(count.first) / static_cast<double>(total_.first) -
                            static_cast<double>(count.second) / static_cast<double>(total_.second));
            count = {};
        }
        touched_.clear();
        total_ = {};
        return sum / 2;
    }

private:
    using Pair = std::pair<std::int32_t, std::int32_t>;
    std::vector<Pair> counts_;
    Pair total_{};
    std::vector<std::int32_t> touched_;
};

std::vector<DriftPoint> driftOf(const Timeline& timeline, std::size_t items) {
    std::vector<DriftPoint> drift;
    TwoWeeks counts(items);
    for (std::size_t week = 1; week < timeline.weeks.size(); ++week) {
        const auto &before = timeline.weeks[week - 1], &now = timeline.weeks[week];
        for (auto row = before.begin; row < now.end; ++row)
            counts.add(timeline.item[row], row >= now.begin);
        DriftPoint point{now.day * kDaySeconds, static_cast<std::int64_t>(now.size()), 0, 0};
        point.distance = counts.distance();
        // The rows of both weeks dealt out anew, with as many to each as it has.
        base::Random random(static_cast<std::uint64_t>(now.day));
        auto second = now.size();
        for (auto row = before.begin; row < now.end; ++row) {
            const bool dealt = random.below(static_cast<std::uint32_t>(now.end - row)) < second;
            second -= dealt;
            counts.add(timeline.item[row], dealt);
        }
        point.byChance = counts.distance();
        drift.push_back(point);
    }
    return drift;
}

constexpr std::size_t kListLength = 25;

/// The most popular items of a window that moves forward over the days.
class PopularList {
public:
    PopularList(const Timeline& timeline, std::size_t items, std::int64_t windowDays)
        : timeline_(timeline),
          windowDays_(windowDays),
          counts_(items),
          isSeen_(items),
          listed_(items) {}

    /// The list as it is known at the start of `day`, from the days of the window before it.
    void renew(std::int64_t day) {
        for (const auto item : list_) listed_[static_cast<std::size_t>(item)] = 0;
        const auto& days = timeline_.days;
        for (; next_ < days.size() && days[next_].day < day; ++next_) count(days[next_], 1);
        for (; oldest_ < next_ && days[oldest_].day < day - windowDays_; ++oldest_)
            count(days[oldest_], -1);
        std::erase_if(seen_, [&](auto item) {
            const auto at = static_cast<std::size_t>(item);
            if (counts_[at] == 0) isSeen_[at] = 0;
            return isSeen_[at] == 0;
        });
        list_ = seen_;
        const auto length = std::min(kListLength, list_.size());
        std::partial_sort(list_.begin(), list_.begin() + static_cast<std::ptrdiff_t>(length),
                          list_.end(), [&](auto a, auto b) {
                              const auto first = counts_[static_cast<std::size_t>(a)];
                              const auto second = counts_[static_cast<std::size_t>(b)];
                              return first != second ? first > second : a < b;
                          });
        list_.resize(length);
        for (const auto item : list_) listed_[static_cast<std::size_t>(item)] = 1;
    }
    bool has(std::int32_t item) const { return listed_[static_cast<std::size_t>(item)] != 0; }

private:
    void count(const Span& day, std::int32_t change) {
        for (auto row = day.begin; row < day.end; ++row) {
            const auto item = timeline_.item[row];
            const auto at = static_cast<std::size_t>(item);
            counts_[at] += change;
            if (!isSeen_[at]) seen_.push_back(item);
            isSeen_[at] = 1;
        }
    }

    const Timeline& timeline_;
    std::int64_t windowDays_;
    std::size_t next_ = 0, oldest_ = 0;      ///< days that come in and go out next
    std::vector<std::int32_t> counts_;       ///< [items], within the window
    std::vector<std::int32_t> seen_, list_;  ///< items of the window, the most popular of them
    std::vector<char> isSeen_, listed_;      ///< [items], whether they are among those
};

/// Popularity lists renewed every so many days, all held against the same interactions: those after
/// the first window.
std::vector<RetrainPoint> retrainOf(const Timeline& timeline, std::size_t items,
                                    const base::JobContext& job) {
    constexpr std::int64_t kLeastDays = 14, kWindowDays = 30;
    const auto first = timeline.days.front().day;
    const auto days = timeline.days.back().day - first + 1;
    if (days < kLeastDays || items <= kListLength) return {};
    const auto window = std::min(kWindowDays, days / 2);
    const auto start = first + window;
    std::vector<RetrainPoint> points;
    for (const std::int64_t every : {1, 2, 3, 7, 14, 30, 60, 90}) {
        if (every > days - window) break;
        PopularList list(timeline, items, window);
        std::int64_t renewed = start - 1, hits = 0, all = 0;
        for (const auto& day : timeline.days) {
            if (day.day < start) continue;
            job.throwIfStopped();
            if (const auto due = start + (day.day - start) / every * every; due != renewed)
                list.renew(renewed = due);
            all += static_cast<std::int64_t>(day.size());
            for (auto row = day.begin; row < day.end; ++row) hits += list.has(timeline.item[row]);
        }
        points.push_back({every, static_cast<double>(hits) / static_cast<double>(all)});
    }
    return points;
}

std::int64_t trainEvery(const std::vector<RetrainPoint>& retrain) {
    constexpr double kKept = 0.95;
    std::int64_t days = 0;
    for (const auto& point : retrain) {
        if (point.hitShare < kKept * retrain.front().hitShare) break;
        days = point.days;
    }
    return days;
}

void countNewcomers(const Timeline& timeline, const store::InteractionTable& table,
                    InteractionInsights& into) {
    constexpr std::size_t kNever = static_cast<std::size_t>(-1);
    std::vector<std::size_t> userSince(table.users.size(), kNever);
    std::vector<std::size_t> itemSince(table.items.size(), kNever);
    std::int64_t rows = 0, ofNewUsers = 0, ofNewItems = 0;
    for (std::size_t week = 0; week < timeline.weeks.size(); ++week) {
        const auto& span = timeline.weeks[week];
        std::int64_t newUsers = 0, newItems = 0;
        for (auto row = span.begin; row < span.end; ++row) {
            auto& user = userSince[static_cast<std::size_t>(timeline.user[row])];
            auto& item = itemSince[static_cast<std::size_t>(timeline.item[row])];
            user = std::min(user, week);
            item = std::min(item, week);
            newUsers += user == week;
            newItems += item == week;
        }
        const auto size = static_cast<double>(span.size());
        into.coldStart.push_back({span.day * kDaySeconds, static_cast<std::int64_t>(span.size()),
                                  static_cast<double>(newUsers) / size,
                                  static_cast<double>(newItems) / size});
        if (week == 0) continue;
        rows += static_cast<std::int64_t>(span.size());
        ofNewUsers += newUsers;
        ofNewItems += newItems;
    }
    if (rows == 0) return;
    into.newUserShare = static_cast<double>(ofNewUsers) / static_cast<double>(rows);
    into.newItemShare = static_cast<double>(ofNewItems) / static_cast<double>(rows);
}

}  // namespace

void countDays(const store::InteractionTable& table, InteractionInsights& into,
               const base::JobContext& job) {
    const auto [oldest, newest] =
        std::minmax_element(table.timestamp.begin(), table.timestamp.end());
    into.oldest = *oldest;
    into.newest = *newest;
    const auto timeline = timelineOf(table);
    job.throwIfStopped();
    countNewcomers(timeline, table, into);
    into.drift = driftOf(timeline, table.items.size());
    job.throwIfStopped();
    into.retrain = retrainOf(timeline, table.items.size(), job);
    into.trainEveryDays = trainEvery(into.retrain);
}

}  // namespace foretaste::ingest
