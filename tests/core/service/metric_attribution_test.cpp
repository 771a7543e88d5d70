// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/metric_attribution.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/base/file.h"
#include "core/service/attribution_sums.h"
#include "tests/core/service/workspace.h"

namespace foretaste::service {
namespace {

namespace fs = std::filesystem;

constexpr const char* kHeader =
    "METRIC_NAME,EVENT_TYPE,VALUE,MATH_FUNCTION,EVENT_ATTRIBUTION_SOURCE,TIMESTAMP";

TEST(AttributionSums, CountsAndSumsInWindowsBySource) {
    AttributionSums sums({{"watch", "watches", "SAMPLECOUNT()"},
                          {"Watch", "minutes", "sum( Items.Duration )"},
                          {"buy", "spent", "SUM(Interactions.EVENT_VALUE)"}});
    const auto add = [&](std::string_view type, std::string_view source, std::int64_t time,
                         double duration, double value) {
        sums.add({type, source, time,
                  [&](std::string_view column) { return column == "DURATION" ? duration : -1; },
                  [&](std::string_view column) { return column == "EVENT_VALUE" ? value : -1; }});
    };
    add("watch", "mail", 1000, 90, 0);
    add("WATCH", "mail", 1799, 30.5, 0);
    add("watch", "", 1800, std::nan(""), 0);
    add("buy", "mail", 1800, 0, 2.25);
    add("click", "mail", 1800, 0, 7);
    EXPECT_EQ(
        sums.report(),
        (std::vector<std::string>{
            kHeader, "watches,watch,2.0,samplecount,mail,900", "minutes,Watch,120.5,sum,mail,900",
            "watches,watch,1.0,samplecount,SOURCE_NAME_UNDEFINED,1800",
            "minutes,Watch,0.0,sum,SOURCE_NAME_UNDEFINED,1800", "spent,buy,2.25,sum,mail,1800"}));
}

TEST(AttributionSums, RefusesOtherExpressions) {
    for (const char* wrong : {"", "COUNT()", "SUM(Users.AGE)", "SUM(Items.)", "SUM(Items.A",
                              "SUM(Items.A+1)", "SAMPLECOUNT"})
        EXPECT_THROW(parseMetric(wrong), base::ServiceError) << wrong;
}

class Attribution : public testing::Test {
protected:
    Attribution() {
        dataset_ = world_.makeDataset(group_, "Interactions", kInteractionsSchema);
        world_.import(dataset_, world_.write("interactions.csv", Workspace::interactionsCsv()),
                      "first");
        trackingId_ =
            service().createEventTracker({.name = "t", .datasetGroupArn = group_}).trackingId;
    }
    Service& service() { return *world_.service; }
    std::string create(const std::string& path = "s3://reports/clicks") {
        MetricAttributionOutput output;
        output.s3DataDestination = S3DataConfig{path, {}};
        return service().createMetricAttribution(
            {.name = "clicks",
             .datasetGroupArn = group_,
             .metrics = {{"watch", "watches", "SAMPLECOUNT()"},
                         {"watch", "value", "SUM(Interactions.EVENT_VALUE)"}},
             .metricsOutputConfig = output});
    }
    void put(const std::string& source, const std::string& recommendationId = {}) {
        Event event;
        event.eventType = "watch";
        event.itemId = "i1";
        event.eventValue = 0.5;
        event.sentAt = {86'400'000};
        event.recommendationId = recommendationId;
        if (!source.empty()) event.metricAttribution = EventAttribution{source};
        service().putEvents(
            {.trackingId = trackingId_, .userId = "u1", .sessionId = "s", .eventList = {event}});
    }
    /// The reports in the folder, by what follows "AggregatedAttributionMetrics - ".
    std::map<std::string, std::string> reports() {
        std::map<std::string, std::string> found;
        const fs::path folder = world_.folder() / "workspace" / "buckets" / "reports" / "clicks";
        if (fs::exists(folder))
            for (const auto& file : fs::directory_iterator(folder)) {
                const auto name = file.path().filename().string();
                const std::string start = "AggregatedAttributionMetrics - ";
                EXPECT_TRUE(name.starts_with(start)) << name;
                found[name.substr(start.size())] = base::readFile(file.path());
            }
        return found;
    }

    Workspace world_;
    std::string group_ = world_.makeGroup(), dataset_, trackingId_;
};

TEST_F(Attribution, EventsAreReportedBySource) {
    put("too early");
    create();
    put("mail");
    put("mail");
    put("");
    world_.service.reset();  // closing writes what is pending
    const auto found = reports();
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.at("PUT - 86400.csv"),
              base::concat(kHeader,
                           "\nwatches,watch,1.0,samplecount,SOURCE_NAME_UNDEFINED,86400\n"
                           "watches,watch,2.0,samplecount,mail,86400\n"
                           "value,watch,0.5,sum,SOURCE_NAME_UNDEFINED,86400\n"
                           "value,watch,1.0,sum,mail,86400\n"));
}

TEST_F(Attribution, AnEventThatRefersToAListIsItsCampaigns) {
    create();
    const auto campaign = world_.deploy(
        world_.train(world_.makeSolution(group_, "aws-popularity-count", "p")), "home-row");
    const auto list = service().getRecommendations({.campaignArn = campaign, .userId = "u1"});
    put("", list.recommendationId);
    put("mail", list.recommendationId);  // what is said counts more
    world_.service.reset();
    const auto report = reports().at("PUT - 86400.csv");
    EXPECT_NE(report.find("samplecount," + campaign + ",86400"), std::string::npos) << report;
    EXPECT_NE(report.find("samplecount,mail,86400"), std::string::npos) << report;
}

TEST_F(Attribution, ImportsThatAskForItAreReported) {
    const auto import = [&](ImportMode mode, const std::string& name, const std::string& csv) {
        const auto arn =
            service().createDatasetImportJob({.jobName = name,
                                              .datasetArn = dataset_,
                                              .dataSource = {world_.write(name + ".csv", csv)},
                                              .importMode = mode,
                                              .publishAttributionMetricsToS3 = true});
        world_.settle();
        return service().describeDatasetImportJob(arn);
    };
    EXPECT_EQ(errorOf([&] { import(ImportMode::Full, "no", "USER_ID\n"); }).code(),
              base::ErrorCode::InvalidInput);  // there is no attribution yet
    create();
    const std::string header = "USER_ID,ITEM_ID,EVENT_TYPE,EVENT_VALUE,TIMESTAMP,IMPRESSION\n";
    EXPECT_EQ(import(ImportMode::Full, "full", header + "u1,i1,watch,2,900,i1\n").status,
              Status::Active);
    const auto job = import(ImportMode::Incremental, "more", header + "u1,i1,watch,3,1800,i1\n");
    EXPECT_EQ(job.status, Status::Active);
    EXPECT_EQ(job.publishAttributionMetricsToS3, true);
    std::string full, more;
    for (const auto& [name, text] : reports()) (name.starts_with("FULL") ? full : more) = text;
    EXPECT_EQ(full, base::concat(kHeader,
                                 "\nwatches,watch,1.0,samplecount,SOURCE_NAME_UNDEFINED,900\n"
                                 "value,watch,2.0,sum,SOURCE_NAME_UNDEFINED,900\n"));
    EXPECT_EQ(more, base::concat(kHeader,
                                 "\nwatches,watch,1.0,samplecount,SOURCE_NAME_UNDEFINED,1800\n"
                                 "value,watch,3.0,sum,SOURCE_NAME_UNDEFINED,1800\n"));
}

TEST_F(Attribution, MetricsComeAndGo) {
    const auto arn = create();
    service().updateMetricAttribution({.addMetrics = {{"click", "clicks", "SAMPLECOUNT()"}},
                                       .removeMetrics = {"value"},
                                       .metricsOutputConfig = {},
                                       .metricAttributionArn = arn});
    const auto metrics =
        service().listMetricAttributionMetrics(arn, {.nextToken = {}, .maxResults = 1});
    EXPECT_EQ(metrics.entries.at(0).metricName, "watches");
    const auto rest = service().listMetricAttributionMetrics(arn, {metrics.nextToken, {}});
    ASSERT_EQ(rest.entries.size(), 1U);
    EXPECT_EQ(rest.entries[0].metricName, "clicks");
    EXPECT_EQ(errorOf([&] { create(); }).code(), base::ErrorCode::ResourceAlreadyExists);
    service().deleteMetricAttribution(arn);
    EXPECT_EQ(errorOf([&] { service().describeMetricAttribution(arn); }).code(),
              base::ErrorCode::ResourceNotFound);
    create();
}

TEST_F(Attribution, RefusesWhatCannotBeSummed) {
    const auto refused = [&](const char* expression) {
        return std::string(errorOf([&] {
                               service().createMetricAttribution(
                                   {.name = "no",
                                    .datasetGroupArn = group_,
                                    .metrics = {{"watch", "m", expression}},
                                    .metricsOutputConfig = {}});
                           }).what());
    };
    EXPECT_NE(refused("SUM(Items.PRICE)").find("PRICE"), std::string::npos);
    EXPECT_NE(refused("SUM(Interactions.EVENT_TYPE)").find("EVENT_TYPE"), std::string::npos);
    EXPECT_NE(refused("MAX(Items.PRICE)").find("SAMPLECOUNT()"), std::string::npos);
}

}  // namespace
}  // namespace foretaste::service
