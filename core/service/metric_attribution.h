// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/common.h"

namespace foretaste::service {

// What recommendations have brought, by who recommended (service.md 8.4): events of a type are
// counted, or a column is summed over them, in windows of 15 minutes. The service sends what it
// counts over streamed events to its monitoring; here they are a file of each day in the output
// folder, written again at most once a minute while events come. Imports that ask for it write a
// file each. Without an output path the files are in s3://metric-attribution/<name>/.

struct MetricAttribute {
    std::string eventType, metricName;
    std::string expression;  ///< SUM(Items.COL), SUM(Interactions.COL) or SAMPLECOUNT()
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("eventType", self.eventType, kText256);
        visit.required("metricName", self.metricName, kText256);
        visit.required("expression", self.expression, kText256);
    }
};

inline constexpr Rule kMetrics{.maxSize = 10};

struct MetricAttributionOutput {
    std::optional<S3DataConfig> s3DataDestination;
    std::string roleArn;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("s3DataDestination", self.s3DataDestination);
        visit.optional("roleArn", self.roleArn, kRoleArn);
    }
};

struct CreateMetricAttributionRequest {
    std::string name, datasetGroupArn;
    std::vector<MetricAttribute> metrics;
    MetricAttributionOutput metricsOutputConfig;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("name", self.name, kName);
        visit.required("datasetGroupArn", self.datasetGroupArn, kArn);
        visit.required("metrics", self.metrics, kMetrics);
        visit.required("metricsOutputConfig", self.metricsOutputConfig);
    }
};

struct UpdateMetricAttributionRequest {
    std::vector<MetricAttribute> addMetrics;
    std::vector<std::string> removeMetrics;  ///< by name
    std::optional<MetricAttributionOutput> metricsOutputConfig;
    std::string metricAttributionArn;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("addMetrics", self.addMetrics, kMetrics);
        visit.optional("removeMetrics", self.removeMetrics,
                       Rule{.maxSize = 10, .entry = &kText256});
        visit.optional("metricsOutputConfig", self.metricsOutputConfig);
        visit.required("metricAttributionArn", self.metricAttributionArn, kArn);
    }
};

struct MetricAttribution {
    static constexpr ResourceKind kKind = ResourceKind::MetricAttribution;
    std::string name, metricAttributionArn, datasetGroupArn;
    MetricAttributionOutput metricsOutputConfig;
    Status status = Status::CreatePending;
    Timestamp creationDateTime, lastUpdatedDateTime;
    std::string failureReason;
    const std::string& arn() const { return metricAttributionArn; }
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        describeSummary(visit, self);
        visit.required("datasetGroupArn", self.datasetGroupArn);
        visit.required("metricsOutputConfig", self.metricsOutputConfig);
    }
    template <class Visitor, class Self>
    static void describeSummary(Visitor& visit, Self& self) {
        visit.required("name", self.name);
        visit.required("metricAttributionArn", self.metricAttributionArn);
        visit.required("status", self.status);
        visit.required("creationDateTime", self.creationDateTime);
        visit.required("lastUpdatedDateTime", self.lastUpdatedDateTime);
        visit.optional("failureReason", self.failureReason);
    }
};

}  // namespace foretaste::service
