// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/data_insights.h"
#include "ui/charts/chart.h"

/// The figures of data insights as charts. Each function makes a new chart without a parent.
namespace foretaste::pages {

/// What is shown of interactions whether something is found about it or not.
enum class Figure { Popularity, PerUser, TimeGaps, Drift, Retrain, ColdStart };
inline constexpr Figure kFigures[] = {Figure::Popularity, Figure::PerUser, Figure::TimeGaps,
                                      Figure::Drift,      Figure::Retrain, Figure::ColdStart};
QString figureTitle(Figure figure);
/// How it is to be read.
QString figureText(Figure figure);
/// Null where the data are too few for it.
charts::Chart* figureChart(Figure figure, const service::DataInsights& insights);

/// The figure that a finding is about, if it is one of these.
std::optional<Figure> figureOf(const ingest::Finding& finding);
/// What shows a finding; null where there is nothing to show ("no interactions").
charts::Chart* findingChart(const ingest::Finding& finding, const service::DataInsights& insights);

/// The distribution of a column: its commonest values, or its numbers by percentile; null where it
/// holds nothing.
charts::Chart* columnChart(const ingest::ColumnInsight& column);

}  // namespace foretaste::pages
