// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/insight_counts.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

#include "core/base/maths.h"
#include "core/base/text.h"

namespace foretaste::ingest {
namespace {

double share(std::int64_t part, std::int64_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

/// The value at a share of ordered values, between two of them by linear interpolation.
double quantile(const std::vector<double>& ordered, double at) {
    const double place = at * static_cast<double>(ordered.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const auto above = std::min(below + 1, ordered.size() - 1);
    return ordered[below] +
           (place - static_cast<double>(below)) * (ordered[above] - ordered[below]);
}

}  // namespace

std::vector<std::pair<std::string, std::int64_t>> commonestOf(
    const std::vector<std::string>& texts, const std::vector<std::int64_t>& counts) {
    std::vector<std::size_t> order(counts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    constexpr std::size_t kShown = 10;
    const auto shown = std::min(kShown, order.size());
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(shown),
                      order.end(), [&](std::size_t a, std::size_t b) {
                          return counts[a] != counts[b] ? counts[a] > counts[b] : a < b;
                      });
    std::vector<std::pair<std::string, std::int64_t>> commonest;
    for (std::size_t i = 0; i < shown; ++i)
        commonest.emplace_back(texts[order[i]], counts[order[i]]);
    return commonest;
}

NumberStatistics statisticsOf(std::vector<double>& values) {
    std::sort(values.begin(), values.end());
    NumberStatistics numbers;
    numbers.least = values.front();
    numbers.most = values.back();
    numbers.lowerQuartile = quantile(values, 0.25);
    numbers.median = quantile(values, 0.5);
    numbers.upperQuartile = quantile(values, 0.75);
    const auto count = static_cast<double>(values.size());
    numbers.mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
    double squares = 0;
    for (const double value : values) squares += (value - numbers.mean) * (value - numbers.mean);
    numbers.deviation = std::sqrt(squares / count);
    constexpr double kFarOut = 3;
    if (const double distance = numbers.upperQuartile - numbers.lowerQuartile; distance > 0) {
        const double low = numbers.lowerQuartile - kFarOut * distance;
        const double high = numbers.upperQuartile + kFarOut * distance;
        numbers.outliers = (std::lower_bound(values.begin(), values.end(), low) - values.begin()) +
                           (values.end() - std::upper_bound(values.begin(), values.end(), high));
    }
    return numbers;
}

ColumnCounter::ColumnCounter(const schema::Field& field) : texts_(std::make_unique<Texts>()) {
    column_.field = field;
}

void ColumnCounter::add(std::string_view cell) {
    double value = 0;
    if (column_.field.isNumber()) {
        addNumber(!cell.empty() && base::parseNumber(cell, value) ? value : std::nan(""));
        return;
    }
    ++column_.rows;
    if (cell.empty())
        ++column_.missing;
    else if (column_.field.categorical)
        for (const auto& category : base::split(cell, '|')) addText(base::trimmed(category));
    else
        addText(cell);
}

void ColumnCounter::addText(std::string_view text) {
    constexpr std::size_t kMostDistinct = 100'000;
    if (!texts_ || text.empty()) return;
    const auto number = static_cast<std::size_t>(texts_->numbers.number(text));
    if (number == kMostDistinct) {
        column_.distinct = static_cast<std::int64_t>(kMostDistinct);
        column_.moreThanDistinct = true;
        texts_.reset();
        return;
    }
    if (number == texts_->counts.size()) texts_->counts.push_back(0);
    ++texts_->counts[number];
}

void ColumnCounter::addNumber(double value) {
    ++column_.rows;
    if (std::isnan(value))
        ++column_.missing;
    else
        values_.push_back(value);
}

ColumnInsight ColumnCounter::finish() {
    if (!values_.empty()) {
        column_.numbers = statisticsOf(values_);
        column_.distinct = std::unique(values_.begin(), values_.end()) - values_.begin();
    } else if (texts_) {
        column_.distinct = static_cast<std::int64_t>(texts_->counts.size());
        column_.commonest = commonestOf(texts_->texts, texts_->counts);
    }
    return std::move(column_);
}

std::vector<Bin> doublingBins(const std::vector<std::int64_t>& counts) {
    std::vector<Bin> bins;
    for (const auto count : counts) {
        if (count <= 0) continue;
        std::size_t bin = 0;
        while (count >> (bin + 1)) ++bin;
        while (bins.size() <= bin) {
            const double from = bins.empty() ? 1 : bins.back().to;
            bins.push_back({from, 2 * from, 0});
        }
        ++bins[bin].count;
    }
    return bins;
}

Popularity popularityOf(std::vector<std::int64_t> counts) {
    std::erase(counts, 0);
    std::sort(counts.begin(), counts.end(), std::greater<>());
    Popularity popularity;
    const auto total = std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
    const auto topShare = [&](std::size_t percent) {
        const auto first = (counts.size() * percent + 99) / 100;
        return share(
            std::accumulate(counts.begin(), counts.begin() + static_cast<std::ptrdiff_t>(first),
                            std::int64_t{0}),
            total);
    };
    popularity.topOnePercent = topShare(1);
    popularity.topTenPercent = topShare(10);

    constexpr std::size_t kFewest = 3, kAllUpTo = 100, kStepShare = 20;
    for (std::size_t rank = 1; rank <= counts.size();) {
        popularity.curve.emplace_back(static_cast<std::int64_t>(rank), counts[rank - 1]);
        if (rank == counts.size()) break;
        rank = std::min(counts.size(), rank + (rank < kAllUpTo ? 1 : rank / kStepShare));
    }
    if (counts.size() < kFewest) return popularity;
    double weights = 0, meanX = 0, meanY = 0;
    const auto each = [&](auto&& take) {
        for (std::size_t i = 0; i < counts.size(); ++i) {
            const auto rank = static_cast<double>(i + 1);
            take(1 / rank, base::logOf(rank), base::logOf(static_cast<double>(counts[i])));
        }
    };
    each([&](double weight, double x, double y) {
        weights += weight;
        meanX += weight * x;
        meanY += weight * y;
    });
    meanX /= weights;
    meanY /= weights;
    double xx = 0, xy = 0, yy = 0;
    each([&](double weight, double x, double y) {
        xx += weight * (x - meanX) * (x - meanX);
        xy += weight * (x - meanX) * (y - meanY);
        yy += weight * (y - meanY) * (y - meanY);
    });
    popularity.slope = xy / xx;
    popularity.fit = yy > 0 ? xy * xy / (xx * yy) : 1;
    return popularity;
}

void countUsers(const store::InteractionTable& table, std::int64_t droppedAtImport,
                InteractionInsights& into) {
    const auto rows = table.rows();
    std::vector<std::size_t> begin(table.users.size() + 1);
    for (const auto user : table.user) ++begin[static_cast<std::size_t>(user) + 1];
    std::vector<std::int64_t> counts(begin.begin() + 1, begin.end());
    into.usersWithTwo = std::count_if(counts.begin(), counts.end(), [](auto n) { return n >= 2; });
    into.perUser = doublingBins(counts);
    std::partial_sum(begin.begin(), begin.end(), begin.begin());

    struct Event {
        std::int64_t time;
        std::int32_t item;
    };
    std::vector<Event> events(rows);
    auto next = begin;
    for (std::size_t row = 0; row < rows; ++row)
        events[next[static_cast<std::size_t>(table.user[row])]++] = {table.timestamp[row],
                                                                     table.item[row]};

    constexpr double kMinute = 60, kHour = 3600, kDay = 86400;
    const double bounds[] = {0,    1,        kMinute,   10 * kMinute, kHour,     6 * kHour,
                             kDay, 7 * kDay, 30 * kDay, 90 * kDay,    365 * kDay};
    constexpr std::size_t kBins = std::size(bounds);
    for (std::size_t i = 0; i < kBins; ++i)
        into.timeGaps.push_back({bounds[i], i + 1 < kBins ? bounds[i + 1] : 2 * bounds[i], 0});
    std::int64_t repeatedRows = 0, metBefore = 0, gaps = 0;
    for (std::size_t user = 0; user < table.users.size(); ++user) {
        const auto first = events.begin() + static_cast<std::ptrdiff_t>(begin[user]);
        const auto last = events.begin() + static_cast<std::ptrdiff_t>(begin[user + 1]);
        std::sort(first, last, [](const Event& a, const Event& b) {
            return a.item != b.item ? a.item < b.item : a.time < b.time;
        });
        for (auto event = first; event != last && event + 1 != last; ++event) {
            metBefore += event->item == (event + 1)->item;
            repeatedRows += event->item == (event + 1)->item && event->time == (event + 1)->time;
        }
        std::sort(first, last, [](const Event& a, const Event& b) { return a.time < b.time; });
        for (auto event = first; event != last && event + 1 != last; ++event, ++gaps) {
            const auto gap = static_cast<double>((event + 1)->time - event->time);
            const auto bin = std::upper_bound(std::begin(bounds), std::end(bounds), gap) -
                             std::begin(bounds) - 1;
            ++into.timeGaps[static_cast<std::size_t>(bin)].count;
            into.timeGaps.back().to = std::max(into.timeGaps.back().to, gap + 1);
        }
    }
    into.sameSecondShare = share(into.timeGaps.front().count, gaps);
    into.repeatShare = share(metBefore, static_cast<std::int64_t>(rows));
    into.duplicates = repeatedRows + droppedAtImport;
    into.duplicateShare = share(into.duplicates, static_cast<std::int64_t>(rows) + droppedAtImport);
}

}  // namespace foretaste::ingest
