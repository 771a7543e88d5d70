// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/metric_attribution.h"

#include <algorithm>
#include <cmath>

#include "core/service/attribution_sums.h"
#include "core/service/check.h"
#include "core/service/state.h"
#include "core/service/whole_file.h"
#include "core/store/generation_file.h"

namespace foretaste::service {

namespace fs = std::filesystem;

namespace {

constexpr std::int64_t kDaySeconds = 86400, kBetweenReportsMs = 60'000;
constexpr std::size_t kMostMetrics = 10;

/// What the catalogue keeps of an attribution beyond the API's description.
struct AttributionMetrics {
    std::vector<MetricAttribute> metrics;
    std::int64_t after = 0;  ///< number of the last event that came before it: not counted
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("metrics", self.metrics);
        visit.required("after", self.after);
    }
};

AttributionMetrics metricsOf(Resources& resources, std::string_view arn) {
    return fromJson<AttributionMetrics>(parseJson(resources.extra<MetricAttribution>(arn)));
}

void checkMetrics(const std::vector<MetricAttribute>& metrics, const filter::Schemas& schemas) {
    if (metrics.empty()) failInvalid("metrics: at least one is needed");
    if (metrics.size() > kMostMetrics)
        throw base::ServiceError(
            base::ErrorCode::LimitExceeded,
            base::concat("metrics: at most 10, these would be ", metrics.size()));
    for (const auto& metric : metrics) {
        checkMetric(metric, schemas);
        const auto same = std::count_if(metrics.begin(), metrics.end(), [&](const auto& other) {
            return other.metricName == metric.metricName;
        });
        if (same > 1)
            throw base::ServiceError(
                base::ErrorCode::ResourceAlreadyExists,
                base::concat("metrics: the name ", metric.metricName, " is there twice"));
    }
}

void writeReport(const fs::path& file, const AttributionSums& sums) {
    WholeFile out(file);
    for (const auto& row : sums.report()) out.writeLine(row);
    out.finish();
}

double numberOf(const std::optional<std::string>& cell) {
    double value = 0;
    return cell && base::parseNumber(*cell, value) ? value : std::nan("");
}

}  // namespace

std::string Service::createMetricAttribution(const CreateMetricAttributionRequest& request) {
    check(request);
    std::lock_guard lock(state_->writing);
    const auto group = state_->activeGroup(request.datasetGroupArn);
    for (const auto& other : state_->resources.all<MetricAttribution>(group.datasetGroupArn))
        throw base::ServiceError(base::ErrorCode::ResourceAlreadyExists,
                                 base::concat("dataset group ", group.name,
                                              " has a metric attribution already: ", other.name,
                                              ". A group has exactly one"));
    checkMetrics(request.metrics, state_->schemasOf(group.datasetGroupArn));
    MetricAttribution attribution;
    attribution.name = request.name;
    attribution.metricAttributionArn =
        base::makeArn(base::concat("metric-attribution/", request.name));
    attribution.datasetGroupArn = group.datasetGroupArn;
    attribution.metricsOutputConfig = request.metricsOutputConfig;
    attribution.status = Status::Active;
    state_->reportFolder(attribution);  // refuses a path that leaves its bucket
    state_->resources.add(
        attribution, {},
        toJson(AttributionMetrics{request.metrics, state_->events.lastNumber()}).dump());
    {
        std::lock_guard reports(state_->attributing);
        state_->attributions[group.datasetGroupArn] = {};
    }
    state_->note(
        ResourceKind::MetricAttribution, attribution.arn(),
        base::concat("Metric attribution ", attribution.name, " of ", group.name, " was created"));
    return attribution.metricAttributionArn;
}

std::string Service::updateMetricAttribution(const UpdateMetricAttributionRequest& request) {
    check(request);
    std::lock_guard lock(state_->writing);
    auto attribution = state_->resources.get<MetricAttribution>(request.metricAttributionArn);
    auto kept = metricsOf(state_->resources, attribution.arn());
    for (const auto& name : request.removeMetrics)
        if (std::erase_if(kept.metrics,
                          [&](const auto& each) { return each.metricName == name; }) == 0)
            throw base::ServiceError(
                base::ErrorCode::ResourceNotFound,
                base::concat("removeMetrics: the attribution has no metric called ", name));
    kept.metrics.insert(kept.metrics.end(), request.addMetrics.begin(), request.addMetrics.end());
    checkMetrics(kept.metrics, state_->schemasOf(attribution.datasetGroupArn));
    if (request.metricsOutputConfig) {
        attribution.metricsOutputConfig = *request.metricsOutputConfig;
        state_->reportFolder(attribution);
    }
    state_->resources.save(attribution, toJson(kept).dump());
    state_->note(ResourceKind::MetricAttribution, attribution.arn(),
                 base::concat("Metric attribution ", attribution.name, " was updated"));
    return attribution.metricAttributionArn;
}

MetricAttribution Service::describeMetricAttribution(std::string_view arn) {
    return state_->resources.get<MetricAttribution>(arn);
}

Listing<MetricAttribution> Service::listMetricAttributions(std::string_view datasetGroupArn,
                                                           const Page& page) {
    check(page);
    return state_->resources.list<MetricAttribution>(datasetGroupArn, page);
}

Listing<MetricAttribute> Service::listMetricAttributionMetrics(std::string_view arn,
                                                               const Page& page) {
    check(page);
    if (arn.empty()) failInvalid("metricAttributionArn is missing: it must be given");
    state_->resources.get<MetricAttribution>(arn);
    return pageOf(metricsOf(state_->resources, arn).metrics, page);
}

void Service::deleteMetricAttribution(std::string_view arn) {
    std::lock_guard lock(state_->writing);
    const auto attribution = state_->resources.get<MetricAttribution>(arn);
    state_->reportAttributions(attribution.datasetGroupArn);
    {
        std::lock_guard reports(state_->attributing);
        state_->attributions.erase(attribution.datasetGroupArn);
    }
    state_->resources.remove(attribution);
    state_->note(ResourceKind::MetricAttribution, arn,
                 base::concat("Metric attribution ", attribution.name,
                              " was deleted; its reports are kept"));
}

fs::path Service::State::reportFolder(const MetricAttribution& attribution) const {
    const auto& output = attribution.metricsOutputConfig.s3DataDestination;
    return locate(output ? output->path
                         : base::concat("s3://metric-attribution/", attribution.name));
}

bool Service::State::isAttributed(std::string_view groupArn) {
    std::lock_guard lock(attributing);
    return attributions.contains(groupArn);
}

std::string Service::State::sourceOf(std::string_view recommendationId) {
    if (recommendationId.empty()) return {};
    std::shared_lock lock(runtimeMutex);
    for (const auto& [arn, runtime] : runtimes)
        if (runtime->shown().knows(recommendationId)) return arn;
    return {};
}

void Service::State::attribute(const std::string& groupArn,
                               const std::vector<store::PutEvent>& put) {
    {
        std::lock_guard lock(attributing);
        const auto found = attributions.find(groupArn);
        if (found == attributions.end()) return;
        auto& pending = found->second;
        for (const auto& event : put) pending.days.insert(event.timestamp / kDaySeconds);
        const auto now = base::nowMs();
        if (now - pending.reportedMs < kBetweenReportsMs) return;
        pending.reportedMs = now;
    }
    executor.submit(Executor::Pool::Io, [this, groupArn] { reportAttributions(groupArn); });
}

void Service::State::reportAttributions(const std::string& groupArn) {
    std::lock_guard turn(reporting);
    std::set<std::int64_t> days;
    {
        std::lock_guard lock(attributing);
        const auto found = attributions.find(groupArn);
        if (found == attributions.end()) return;
        days.swap(found->second.days);
    }
    const auto all = resources.all<MetricAttribution>(groupArn);
    const auto dataset = datasetOf(groupArn, DatasetType::Interactions);
    if (all.empty() || !dataset) return;
    const auto& attribution = all.front();
    try {
        const auto metrics = metricsOf(resources, attribution.arn());
        const auto schema = schemaOf(*dataset);
        const auto book = itemBook(groupArn);
        for (const auto day : days) {
            AttributionSums sums(metrics.metrics);
            store::readArrived(
                database.path(), dataset->datasetArn, metrics.after, day * kDaySeconds,
                (day + 1) * kDaySeconds, [&](const store::PutEvent& event) {
                    sums.add({event.eventType, event.source, event.timestamp,
                              [&](std::string_view column) {
                                  return numberOf(cellText(book->find(event.itemId), column));
                              },
                              [&](std::string_view column) {
                                  const auto at = schema.indexOf(column);
                                  return at ? numberOf(rowOf(schema, event)[*at]) : std::nan("");
                              }});
                });
            writeReport(
                reportFolder(attribution) / base::concat("AggregatedAttributionMetrics - PUT - ",
                                                         day * kDaySeconds, ".csv"),
                sums);
        }
    } catch (const std::exception& error) {
        noteMissingReport(attribution, error.what());
    }
}

void Service::State::requireAttribution(const Dataset& dataset) {
    if (schema::typeFromName(dataset.datasetType) != DatasetType::Interactions)
        failInvalid("publishAttributionMetricsToS3: only imports of interactions have metrics");
    if (resources.all<MetricAttribution>(dataset.datasetGroupArn).empty())
        failInvalid(
            "publishAttributionMetricsToS3: the dataset group has no metric attribution; create "
            "one first");
}

void Service::State::reportImport(const DatasetImportJob& job, const Dataset& dataset,
                                  std::int64_t firstRow) {
    const auto all = resources.all<MetricAttribution>(dataset.datasetGroupArn);
    if (all.empty()) return;  // it was deleted meanwhile
    const auto& attribution = all.front();
    try {
        AttributionSums sums(metricsOf(resources, attribution.arn()).metrics);
        addRows(sums, dataset, firstRow);
        writeReport(reportFolder(attribution) / base::concat("AggregatedAttributionMetrics - ",
                                                             enumText(job.importMode), " - ",
                                                             base::nowMs() / 1000, ".csv"),
                    sums);
    } catch (const std::exception& error) {
        noteMissingReport(attribution, error.what());
    }
}

void Service::State::addRows(AttributionSums& sums, const Dataset& dataset, std::int64_t firstRow) {
    const auto schema = schemaOf(dataset);
    const auto book = itemBook(dataset.datasetGroupArn);
    const auto file = currentFile(dataset.datasetArn);
    const auto cell = [&](const Row& row, std::string_view column) {
        const auto at = schema.indexOf(column);
        return at ? row[*at] : std::nullopt;
    };
    constexpr std::int64_t kPage = 65536;
    for (std::int64_t offset = firstRow;; offset += kPage) {
        const auto page = store::readRows(file, offset, kPage);
        for (const auto& row : page) {
            const auto type = cell(row, "EVENT_TYPE"), item = cell(row, "ITEM_ID");
            auto source = cell(row, "EVENT_ATTRIBUTION_SOURCE").value_or("");
            if (source.empty()) source = sourceOf(cell(row, "RECOMMENDATION_ID").value_or(""));
            sums.add({type.value_or(""), source,
                      static_cast<std::int64_t>(numberOf(cell(row, "TIMESTAMP"))),
                      [&](std::string_view column) {
                          return numberOf(cellText(book->find(item.value_or("")), column));
                      },
                      [&](std::string_view column) { return numberOf(cell(row, column)); }});
        }
        if (static_cast<std::int64_t>(page.size()) < kPage) return;
    }
}

void Service::State::noteMissingReport(const MetricAttribution& attribution,
                                       std::string_view reason) {
    note(ResourceKind::MetricAttribution, attribution.arn(),
         base::concat("The report of ", attribution.name, " was not written: ", reason), true);
}

}  // namespace foretaste::service
