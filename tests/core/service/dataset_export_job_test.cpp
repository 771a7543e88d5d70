// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "core/base/file.h"
#include "tests/core/service/workspace.h"

namespace foretaste::service {
namespace {

class DatasetExportJobs : public testing::Test {
protected:
    std::string exported(const std::string& dataset, IngestionMode mode, const std::string& job) {
        const auto arn =
            service().createDatasetExportJob({.jobName = job,
                                              .datasetArn = dataset,
                                              .ingestionMode = mode,
                                              .jobOutput = {{.path = "s3://out/here"}}});
        workspace.settle();
        const auto described = service().describeDatasetExportJob(arn);
        EXPECT_EQ(described.status, Status::Active) << described.failureReason;
        return base::readFile(service().workspace() / "buckets/out/here" / (job + ".csv"));
    }
    Service& service() { return *workspace.service; }
    Workspace workspace;
};

TEST_F(DatasetExportJobs, WhatWasImportedComesOutUnchanged) {
    const auto group = workspace.makeGroup();
    const auto items = workspace.makeDataset(group, "Items", kItemsSchema);
    const std::string csv =
        "ITEM_ID,GENRES,TITLE,CREATION_TIMESTAMP\n"
        "a,Drama|Crime,\"Say \\\"yes\\\", then go\",5\n"
        "\xC3\xA9,,\"two\nlines\",-6\n"
        "c,Drama,plain,1600000000\n";
    workspace.import(items, workspace.write("items.csv", csv), "one");
    const auto bulk = exported(items, IngestionMode::Bulk, "bulk");
    EXPECT_EQ(bulk, csv);
    EXPECT_EQ(exported(items, IngestionMode::Put, "put"),
              "ITEM_ID,GENRES,TITLE,CREATION_TIMESTAMP\n");

    // A record that was put stands for the imported one of its id, unless that alone is asked for.
    service().putItems(
        {.datasetArn = items, .items = {{"c", R"({"title": "new", "creationTimestamp": 7})"}}});
    EXPECT_EQ(exported(items, IngestionMode::Put, "put-2"),
              "ITEM_ID,GENRES,TITLE,CREATION_TIMESTAMP\nc,,new,7\n");
    EXPECT_EQ(exported(items, IngestionMode::Bulk, "bulk-2"), csv);
    const auto all = exported(items, IngestionMode::All, "all");
    EXPECT_EQ(all, csv.substr(0, csv.find("c,Drama,plain")) + "c,,new,7\n");

    // It goes in again as it came out.
    const auto other = workspace.makeDataset(workspace.makeGroup("other"), "Items", kItemsSchema);
    workspace.import(other, "s3://out/here/all.csv", "again");
    EXPECT_EQ(exported(other, IngestionMode::Bulk, "again-bulk"), all);
}

TEST_F(DatasetExportJobs, EventsComeWithTheirProperties) {
    const auto group = workspace.makeGroup();
    const auto events = workspace.makeDataset(group, "Interactions",
                                              R"({"type": "record", "name": "Interactions",
            "namespace": "com.amazonaws.personalize.schema", "fields": [
            {"name": "USER_ID", "type": "string"}, {"name": "ITEM_ID", "type": "string"},
            {"name": "EVENT_TYPE", "type": "string"},
            {"name": "EVENT_VALUE", "type": ["null", "float"]},
            {"name": "TIMESTAMP", "type": "long"},
            {"name": "DEVICE_TYPE", "type": ["null", "string"], "categorical": true},
            {"name": "IMPRESSION", "type": ["null", "string"]}], "version": "1.0"})");
    const std::string header =
        "USER_ID,ITEM_ID,EVENT_TYPE,EVENT_VALUE,TIMESTAMP,DEVICE_TYPE,IMPRESSION\n";
    const std::string bulk = "u1,i1,watch,0.5,100,tv,i1|i2\nu2,i2,watch,,101,,\n";
    workspace.import(events, workspace.write("events.csv", header + bulk), "one");
    const auto tracker =
        service().createEventTracker({.name = "tracker", .datasetGroupArn = group}).trackingId;
    const Event put{.eventType = "watch",
                    .itemId = "i3",
                    .properties = R"({"deviceType": "phone"})",
                    .sentAt = {102'000},
                    .impression = {"i3", "i4"}};
    const Event repeat{.eventType = "watch", .itemId = "i2", .sentAt = {101'000}};
    service().putEvents(
        {.trackingId = tracker, .userId = "u2", .sessionId = "s", .eventList = {put, put, repeat}});
    EXPECT_EQ(exported(events, IngestionMode::Put, "put"),
              header + "u2,i3,watch,,102,phone,i3|i4\nu2,i2,watch,,101,,\n");
    EXPECT_EQ(exported(events, IngestionMode::All, "all"),
              header + bulk + "u2,i3,watch,,102,phone,i3|i4\n")
        << "exact duplicates collapse";
}

TEST_F(DatasetExportJobs, RefusesWhatItCannotDo) {
    const auto group = workspace.makeGroup();
    const auto items = workspace.makeDataset(group, "Items", kItemsSchema);
    const auto codeOf = [&](const std::string& dataset, const std::string& path) {
        return errorOf([&] {
                   service().createDatasetExportJob(
                       {.jobName = "job", .datasetArn = dataset, .jobOutput = {{.path = path}}});
               })
            .code();
    };
    EXPECT_EQ(codeOf(items, "s3://out/../../x"), base::ErrorCode::InvalidInput);
    EXPECT_EQ(codeOf(base::makeArn("dataset/none/ITEMS"), "s3://out/x"),
              base::ErrorCode::ResourceNotFound);

    // A place that cannot be written fails the job, and says which.
    const auto file = workspace.write("file", "");
    const auto arn = service().createDatasetExportJob(
        {.jobName = "blocked", .datasetArn = items, .jobOutput = {{.path = file + "/below"}}});
    workspace.settle();
    const auto job = service().describeDatasetExportJob(arn);
    EXPECT_EQ(job.status, Status::CreateFailed);
    EXPECT_NE(job.failureReason.find("cannot write"), std::string::npos);
    EXPECT_EQ(service().listDatasetExportJobs(items).entries.size(), 1u);
}

}  // namespace
}  // namespace foretaste::service
