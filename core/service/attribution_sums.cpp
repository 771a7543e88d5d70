// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/attribution_sums.h"

#include <cmath>

#include "core/base/text.h"
#include "core/ingest/csv_reader.h"
#include "core/service/state.h"

namespace foretaste::service {
namespace {

constexpr std::int64_t kWindowSeconds = 15 * 60;

/// "12.0", as the service writes whole numbers.
std::string valueText(double value) {
    auto text = base::numberText(value);
    if (text.find_first_not_of("-0123456789") == std::string::npos) text += ".0";
    return text;
}

}  // namespace

MetricExpression parseMetric(std::string_view text) {
    using enum MetricExpression::Kind;
    constexpr std::string_view kItems = "SUM(ITEMS.", kInteractions = "SUM(INTERACTIONS.";
    std::string plain = base::toUpper(text);
    std::erase(plain, ' ');
    if (plain == "SAMPLECOUNT()") return {SampleCount, {}};
    for (const auto& [start, kind] :
         {std::pair{kItems, SumItems}, std::pair{kInteractions, SumInteractions}})
        if (plain.starts_with(start) && plain.ends_with(')')) {
            auto column = plain.substr(start.size(), plain.size() - start.size() - 1);
            if (forms::isColumn(column)) return {kind, std::move(column)};
        }
    failInvalid(base::concat("metrics: the expression '", text,
                             "' is none of SUM(Items.COLUMN), SUM(Interactions.COLUMN) and "
                             "SAMPLECOUNT()"));
}

void checkMetric(const MetricAttribute& metric, const filter::Schemas& schemas) {
    const auto expression = parseMetric(metric.expression);
    const auto interactions = schemas.find(DatasetType::Interactions);
    if (interactions == schemas.end() || !interactions->second.find("EVENT_TYPE"))
        failInvalid("metrics: the dataset group needs an Interactions dataset with EVENT_TYPE");
    if (expression.kind == MetricExpression::Kind::SampleCount) return;
    const auto type = expression.kind == MetricExpression::Kind::SumItems
                          ? DatasetType::Items
                          : DatasetType::Interactions;
    const auto dataset = schemas.find(type);
    const auto* field =
        dataset == schemas.end() ? nullptr : dataset->second.find(expression.column);
    if (!field || !field->isNumber())
        failInvalid(base::concat("metrics: ", metric.metricName, " sums ", expression.column,
                                 ", which is no column of numbers in the ", schema::typeName(type),
                                 " dataset"));
}

AttributionSums::AttributionSums(const std::vector<MetricAttribute>& metrics) {
    for (const auto& each : metrics) metrics_.push_back({each, parseMetric(each.expression)});
}

void AttributionSums::add(const Event& event) {
    using enum MetricExpression::Kind;
    const auto window = event.timestamp - event.timestamp % kWindowSeconds;
    for (std::size_t i = 0; i < metrics_.size(); ++i) {
        const auto& [attribute, expression] = metrics_[i];
        if (!base::equalsIgnoringCase(attribute.eventType, event.eventType)) continue;
        double value = 1;
        if (expression.kind == SumItems) value = event.ofItem(expression.column);
        if (expression.kind == SumInteractions) value = event.ofInteraction(expression.column);
        if (std::isnan(value)) value = 0;
        sums_[{window, i, std::string(event.source.empty() ? kNoSource : event.source)}] += value;
    }
}

std::vector<std::string> AttributionSums::report() const {
    std::vector<std::string> rows{
        "METRIC_NAME,EVENT_TYPE,VALUE,MATH_FUNCTION,EVENT_ATTRIBUTION_SOURCE,TIMESTAMP"};
    for (const auto& [key, value] : sums_) {
        const auto& [window, number, source] = key;
        const auto& [attribute, expression] = metrics_[number];
        const bool counts = expression.kind == MetricExpression::Kind::SampleCount;
        rows.push_back(base::concat(ingest::csvCell(attribute.metricName), ',',
                                    ingest::csvCell(attribute.eventType), ',', valueText(value),
                                    ',', counts ? "samplecount" : "sum", ',',
                                    ingest::csvCell(source), ',', window));
    }
    return rows;
}

}  // namespace foretaste::service
