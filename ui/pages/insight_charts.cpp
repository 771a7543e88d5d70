// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/insight_charts.h"

#include <QCoreApplication>

#include "core/base/text.h"
#include "ui/bridge/words.h"
#include "ui/charts/bar_chart.h"
#include "ui/charts/column_chart.h"
#include "ui/charts/line_chart.h"

namespace foretaste::pages {

using bridge::text;
using charts::Bar;
using charts::BarChart;
using charts::Chart;
using charts::ColumnChart;
using charts::Line;
using charts::LineChart;
using ingest::Bin;
using ingest::ColumnInsight;
using ingest::DatasetInsight;
using ingest::Finding;
using ingest::InteractionInsights;
using service::DataInsights;

namespace {

constexpr int kPlotHeight = 170;
constexpr int kPercent = 100;
constexpr double kWeekSeconds = 7 * 86400;

QString tr(const char* words) {
    return QCoreApplication::translate("foretaste::pages", words);
}

Chart* barsOf(const QString& name, const QList<Bar>& bars, const QString& axis, int decimals = 0) {
    auto* chart = new BarChart(name);
    chart->setValueAxis(axis, decimals);
    chart->setBars(bars);
    return chart;
}

/// Two amounts of one kind.
Chart* pairOf(const QString& one, std::int64_t first, const QString& other, std::int64_t second,
              const QString& axis) {
    return barsOf(axis,
                  {{one, static_cast<double>(first), 0, 0, 0, false},
                   {other, static_cast<double>(second), 0, 0, 1, false}},
                  axis);
}

/// What there is beside what is wanted.
Chart* againstMinimum(std::int64_t amount, double minimum, const QString& axis) {
    return barsOf(axis,
                  {{tr("in your data"), static_cast<double>(amount), 0, 0, 0, false},
                   {tr("needed"), minimum, 0, 0, 0, true}},
                  axis);
}

QString countRange(const Bin& bin) {
    const auto from = static_cast<std::int64_t>(bin.from),
               last = static_cast<std::int64_t>(bin.to) - 1;
    return last <= from ? QString::number(from) : QStringLiteral("%1–%2").arg(from).arg(last);
}

QString gapText(double seconds) {
    constexpr double kMinute = 60, kHour = 3600, kDay = 86400;
    if (seconds < 1) return tr("0 s");
    if (seconds < kMinute) return tr("%1 s+").arg(seconds);
    if (seconds < kHour) return tr("%1 min+").arg(seconds / kMinute);
    if (seconds < kDay) return tr("%1 h+").arg(seconds / kHour);
    return tr("%1 d+").arg(seconds / kDay);
}

template <class Name>
Chart* columnsOf(const QString& name, const std::vector<Bin>& bins, const QString& xTitle,
                 const QString& what, Name nameOf) {
    if (bins.empty()) return nullptr;
    auto* chart = new ColumnChart(name);
    QList<charts::Column> columns;
    for (const auto& bin : bins)
        columns << charts::Column{nameOf(bin), static_cast<double>(bin.count)};
    chart->setTitles(xTitle, what);
    chart->setColumns(columns);
    return chart;
}

/// Lines over weeks, as percent; the first week is week 0.
template <class Point>
Chart* weeksOf(const QString& name, const std::vector<Point>& points,
               const QList<std::pair<QString, double Point::*>>& shares) {
    if (points.size() < 2) return nullptr;
    auto* chart = new LineChart(name);
    QList<Line> lines;
    for (const auto& [label, share] : shares) {
        Line line{label, {}, {}, {}, -1};
        for (const auto& point : points)
            line.points << QPointF(
                static_cast<double>(point.weekStart - points.front().weekStart) / kWeekSeconds,
                point.*share * kPercent);
        lines << line;
    }
    chart->setXAxis(tr("weeks since %1").arg(bridge::dateText(points.front().weekStart)), true);
    chart->setYAxis(tr("% of interactions"));
    chart->setLines(lines);
    return chart;
}

Chart* popularityChart(const InteractionInsights& interactions) {
    const auto& curve = interactions.popularity.curve;
    if (curve.size() < 2) return nullptr;
    auto* chart = new LineChart(figureTitle(Figure::Popularity));
    Line line{tr("interactions of an item"), {}, {}, {}, 0};
    for (const auto& [rank, count] : curve)
        line.points << QPointF(std::log10(static_cast<double>(rank)),
                               std::log10(static_cast<double>(count)));
    chart->setXAxis(tr("rank of the item, powers of ten"));
    chart->setYAxis(tr("interactions, powers of ten"));
    chart->setLines({line});
    return chart;
}

Chart* retrainChart(const InteractionInsights& interactions) {
    if (interactions.retrain.size() < 2) return nullptr;
    auto* chart = new LineChart(figureTitle(Figure::Retrain));
    Line line{tr("hits of the 25 most popular"), {}, {}, {}, 0};
    for (const auto& point : interactions.retrain) {
        line.points << QPointF(static_cast<double>(point.days), point.hitShare * kPercent);
        if (point.days == interactions.trainEveryDays)
            chart->setMark(line.points.last(), tr("%1 days").arg(point.days));
    }
    chart->setXAxis(tr("days between two trainings"), true);
    chart->setYAxis(tr("% of interactions"));
    chart->setLines({line});
    return chart;
}

const DatasetInsight* datasetOf(const DataInsights& insights, service::DatasetType type) {
    for (const auto& dataset : insights.datasets)
        if (dataset.type == type) return &dataset;
    return nullptr;
}

/// How much of each column is filled, the emptiest first; the finding's own column is marked.
Chart* completenessChart(const DatasetInsight& dataset, const std::string& marked) {
    constexpr qsizetype kMost = 6;
    QList<Bar> bars;
    for (const auto& column : dataset.columns)
        bars << Bar{text(column.field.name),
                    (1 - column.missingShare()) * kPercent,
                    0,
                    0,
                    column.field.name == marked ? 1 : 0,
                    false};
    std::stable_sort(bars.begin(), bars.end(),
                     [](const Bar& a, const Bar& b) { return a.value < b.value; });
    return barsOf(tr("Filled cells"), bars.mid(0, kMost), tr("% filled"));
}

Chart* commonestChart(const ColumnInsight& column) {
    if (column.commonest.empty()) return nullptr;
    constexpr int kLongest = 24;
    QList<Bar> bars;
    for (const auto& [value, count] : column.commonest) {
        auto name = text(value);
        if (name.size() > kLongest) name = name.left(kLongest - 1) + QStringLiteral("…");
        bars << Bar{name, static_cast<double>(count), 0, 0, 0, false};
    }
    return barsOf(tr("Commonest values of %1").arg(text(column.field.name)), bars.mid(0, 6),
                  tr("rows"));
}

Chart* numbersChart(const ColumnInsight& column) {
    if (!column.numbers) return nullptr;
    const auto& numbers = *column.numbers;
    const auto name = text(column.field.name);
    // Unix time says nothing to people.
    constexpr double kYearSeconds = 365.2425 * 86400, kFirstYear = 1970;
    const bool time = name.endsWith(QLatin1String("TIMESTAMP"));
    const auto shown = [time](double value) {
        return time ? kFirstYear + value / kYearSeconds : value;
    };
    auto* chart = new LineChart(tr("Values of %1").arg(name));
    chart->setXAxis(tr("% of the rows have at most this value"), true);
    chart->setYAxis(time ? tr("year") : name, false);
    chart->setLines({{name,
                      {{0, shown(numbers.least)},
                       {25, shown(numbers.lowerQuartile)},
                       {50, shown(numbers.median)},
                       {75, shown(numbers.upperQuartile)},
                       {kPercent, shown(numbers.most)}},
                      {},
                      {},
                      0}});
    return chart;
}

/// Of findings about users and items that one dataset has and another has not.
Chart* idsChart(const Finding& finding, const DatasetInsight& dataset,
                const DataInsights& insights) {
    const bool items = dataset.type == service::DatasetType::Items;
    const auto what = items ? tr("items") : tr("users");
    if (finding.id.ends_with("without-interactions"))
        return pairOf(tr("with interactions"), dataset.rows - dataset.withoutInteractions,
                      tr("without"), dataset.withoutInteractions, what);
    const auto* events = datasetOf(insights, service::DatasetType::Interactions);
    const auto named = items ? events->items : events->users;
    return pairOf(tr("with a record"), named - dataset.withoutRecord, tr("without"),
                  dataset.withoutRecord, what);
}

}  // namespace

QString figureTitle(Figure figure) {
    switch (figure) {
        case Figure::Popularity: return tr("How interactions spread over items");
        case Figure::PerUser: return tr("Interactions per user");
        case Figure::TimeGaps: return tr("Time between a user's interactions");
        case Figure::Drift: return tr("How fast taste moves");
        case Figure::Retrain: return tr("How long a list keeps its worth");
        case Figure::ColdStart: return tr("New users and items");
    }
    return {};
}

QString figureText(Figure figure) {
    switch (figure) {
        case Figure::Popularity:
            return tr(
                "Items by popularity, both axes logarithmic. The steeper the line, the more a "
                "few items have.");
        case Figure::PerUser:
            return tr(
                "How many users have so many interactions. Those with one or two get popular "
                "items.");
        case Figure::TimeGaps:
            return tr(
                "How long users take from one interaction to the next; 0 s means that their "
                "order is not known.");
        case Figure::Drift:
            return tr(
                "The share of interactions that moves to other items from one week to the "
                "next, and what chance alone would move.");
        case Figure::Retrain:
            return tr(
                "What a list of the 25 most popular items hits if it is renewed every so "
                "many days.");
        case Figure::ColdStart:
            return tr(
                "The share of a week's interactions by users, and with items, that were "
                "never seen before it.");
    }
    return {};
}

Chart* figureChart(Figure figure, const DataInsights& insights) {
    if (!insights.interactions) return nullptr;
    const auto& interactions = *insights.interactions;
    const auto title = figureTitle(figure);
    Chart* chart = nullptr;
    switch (figure) {
        case Figure::Popularity: chart = popularityChart(interactions); break;
        case Figure::PerUser:
            chart =
                columnsOf(title, interactions.perUser, tr("interactions"), tr("users"), countRange);
            break;
        case Figure::TimeGaps:
            chart = columnsOf(title, interactions.timeGaps, tr("time to the next"),
                              tr("interactions"), [](const Bin& bin) { return gapText(bin.from); });
            break;
        case Figure::Drift:
            chart = weeksOf<ingest::DriftPoint>(
                title, interactions.drift,
                {{tr("moved"), &ingest::DriftPoint::distance},
                 {tr("by chance alone"), &ingest::DriftPoint::byChance}});
            break;
        case Figure::Retrain: chart = retrainChart(interactions); break;
        case Figure::ColdStart:
            chart = weeksOf<ingest::ColdStartPoint>(
                title, interactions.coldStart,
                {{tr("new users"), &ingest::ColdStartPoint::newUsers},
                 {tr("new items"), &ingest::ColdStartPoint::newItems}});
            break;
    }
    if (chart) chart->setPlotHeight(kPlotHeight);
    return chart;
}

std::optional<Figure> figureOf(const Finding& finding) {
    static const std::map<std::string_view, Figure> kOf{
        {"head-heavy", Figure::Popularity},    {"tail-heavy", Figure::Popularity},
        {"few-active-users", Figure::PerUser}, {"one-timestamp", Figure::TimeGaps},
        {"same-second", Figure::TimeGaps},     {"drift", Figure::Drift},
        {"retrain", Figure::Retrain},          {"new-users", Figure::ColdStart},
        {"new-items", Figure::ColdStart}};
    const auto found = kOf.find(finding.id);
    return found == kOf.end() ? std::nullopt : std::optional(found->second);
}

Chart* findingChart(const Finding& finding, const DataInsights& insights) {
    if (const auto figure = figureOf(finding)) return figureChart(*figure, insights);
    const auto* dataset = datasetOf(insights, finding.dataset);
    if (!dataset) return nullptr;
    constexpr double kMinimum = 1000, kRecommended = 50'000;
    if (finding.id == "few-interactions")
        return againstMinimum(dataset->rows, kMinimum, tr("interactions"));
    if (finding.id == "below-recommended")
        return againstMinimum(dataset->rows, kRecommended, tr("interactions"));
    if (finding.id == "duplicates")
        return pairOf(tr("rows that count"), dataset->rows, tr("repeats"),
                      insights.interactions->duplicates, tr("rows"));
    if (finding.id == "repeats") {
        const double again = insights.interactions->repeatShare * kPercent;
        return barsOf(finding.id.c_str(),
                      {{tr("met for the first time"), kPercent - again, 0, 0, 0, false},
                       {tr("met before"), again, 0, 0, 1, false}},
                      tr("% of interactions"));
    }
    if (finding.id.find("-without-") != std::string::npos)
        return idsChart(finding, *dataset, insights);
    for (const auto& column : dataset->columns)
        if (base::equalsIgnoringCase(column.field.name, finding.column)) {
            if (finding.id == "outliers") return columnChart(column);
            if (finding.id.starts_with("many-")) return commonestChart(column);
        }
    return completenessChart(*dataset, finding.column);
}

Chart* columnChart(const ColumnInsight& column) {
    auto* chart = column.numbers ? numbersChart(column) : commonestChart(column);
    if (chart && column.numbers) chart->setPlotHeight(kPlotHeight);
    return chart;
}

}  // namespace foretaste::pages
