// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "core/filter/checker.h"
#include "core/service/metric_attribution.h"

namespace foretaste::service {

/// What a metric's expression says to do with each event.
struct MetricExpression {
    enum class Kind { SampleCount, SumItems, SumInteractions };
    Kind kind = Kind::SampleCount;
    std::string column;  ///< in upper case; of the sums
};

/// Throws ServiceError (InvalidInput) where the text is none of the three forms.
MetricExpression parseMetric(std::string_view text);
/// Throws ServiceError (InvalidInput) where a metric sums what the group's datasets do not have, or
/// what is no number, and where there are no event types to tell events apart by.
void checkMetric(const MetricAttribute& metric, const filter::Schemas& schemas);

/// The source of an event that nobody names.
inline constexpr std::string_view kNoSource = "SOURCE_NAME_UNDEFINED";

/// The metrics of an attribution over events, in windows of 15 minutes, by source.
class AttributionSums {
public:
    explicit AttributionSums(const std::vector<MetricAttribute>& metrics);

    struct Event {
        std::string_view eventType, source;  ///< an empty source is kNoSource
        std::int64_t timestamp = 0;          ///< epoch seconds
        /// A column's number; NaN where there is none. Called where a sum needs it.
        std::function<double(std::string_view column)> ofItem, ofInteraction;
    };
    void add(const Event& event);

    /// The rows of a report, the first names the columns: windows in the order of time, and in
    /// each the metrics as they were defined, then the sources.
    std::vector<std::string> report() const;

private:
    struct Metric {
        MetricAttribute attribute;
        MetricExpression expression;
    };
    std::vector<Metric> metrics_;
    /// By the window's start, the metric's number and the source.
    std::map<std::tuple<std::int64_t, std::size_t, std::string>, double> sums_;
};

}  // namespace foretaste::service
