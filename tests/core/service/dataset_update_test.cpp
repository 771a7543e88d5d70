// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "tests/core/service/workspace.h"

namespace foretaste::service {
namespace {

class DatasetUpdates : public testing::Test {
protected:
    void SetUp() override {
        group = workspace.makeGroup();
        items = workspace.makeDataset(group, "Items", kItemsSchema);
    }
    std::string schema(const std::string& name, const std::string& fields) {
        return service().createSchema({.name = name,
                                       .schema = R"({"type": "record", "name": "Items",
                "namespace": "com.amazonaws.personalize.schema", "version": "1.0", "fields": [
                {"name": "ITEM_ID", "type": "string"}, )" +
                                                 fields + "]}"});
    }
    DatasetUpdateSummary update(const std::string& schemaArn) {
        service().updateDataset({.datasetArn = items, .schemaArn = schemaArn});
        workspace.settle();
        return service().describeDataset(items).latestDatasetUpdate.value();
    }
    Service& service() { return *workspace.service; }
    Workspace workspace;
    std::string group, items;
};

constexpr const char* kTitle = R"({"name": "TITLE", "type": "string"})";
constexpr const char* kTime = R"({"name": "CREATION_TIMESTAMP", "type": "long"})";
constexpr const char* kGenres =
    R"({"name": "GENRES", "type": ["null", "string"], "categorical": true})";

TEST_F(DatasetUpdates, AColumnIsAdded) {
    workspace.import(items, workspace.write("items.csv", Workspace::itemsCsv()), "one");
    const auto wider = schema("wider", std::string(kTitle) + ',' + kTime + ',' + kGenres +
                                           R"(,{"name": "PRICE", "type": ["null", "float"]})");
    const auto done = update(wider);
    EXPECT_EQ(done.status, Status::Active) << done.failureReason;
    EXPECT_EQ(service().describeDataset(items).schemaArn, wider);
    const auto rows = service().datasetRows(items, 0, 1);
    EXPECT_EQ(rows.total, Workspace::kItems);
    EXPECT_EQ(rows.columns, (std::vector<std::string>{"ITEM_ID", "TITLE", "CREATION_TIMESTAMP",
                                                      "GENRES", "PRICE"}));
    EXPECT_EQ(rows.rows.at(0).at(1), "Film 0");
    EXPECT_EQ(rows.rows.at(0).at(4), std::nullopt);
    service().putItems({.datasetArn = items,
                        .items = {{"n", R"({"title": "t", "creationTimestamp": 1, "price": 2})"}}});
    workspace.service.reset();
    workspace.open();
    EXPECT_EQ(service().datasetRows(items, 0, 100).total, Workspace::kItems);
}

TEST_F(DatasetUpdates, WhatRowsCannotFollowIsRefused) {
    const auto whole = std::string(kTitle) + ',' + kTime + ',';
    // Without rows, everything goes.
    EXPECT_EQ(update(schema("other", R"({"name": "PRICE", "type": "float"})")).status,
              Status::Active);
    const auto back = schema("back", whole + kGenres);
    EXPECT_EQ(update(back).status, Status::Active);
    workspace.import(
        items, workspace.write("items.csv", "ITEM_ID,TITLE,CREATION_TIMESTAMP,GENRES\na,t,1,\n"),
        "one");
    const auto refusal = [&](const std::string& name, const std::string& fields) {
        const auto arn = schema(name, fields);
        return std::string(errorOf([&] {
                               service().updateDataset({.datasetArn = items, .schemaArn = arn});
                           }).what());
    };
    const auto says = [](const std::string& text, const char* part) {
        return text.find(part) != std::string::npos;
    };
    EXPECT_TRUE(
        says(refusal("less", std::string(kTitle) + ',' + kTime), "lacks the column GENRES"));
    EXPECT_TRUE(says(refusal("typed", whole + kGenres + R"(,{"name": "P", "type": "float"})"),
                     "a new column must allow null"));
    // A null that is there fails the update, and leaves everything as it was.
    const auto failed = update(schema("strict", whole + R"({"name": "GENRES", "type": "string",
                                            "categorical": true})"));
    EXPECT_EQ(failed.status, Status::CreateFailed);
    EXPECT_TRUE(says(failed.failureReason, "GENRES is null in some rows"));
    EXPECT_EQ(service().describeDataset(items).schemaArn, back);
    EXPECT_EQ(service().datasetRows(items, 0, 9).total, 1);
}

}  // namespace
}  // namespace foretaste::service
