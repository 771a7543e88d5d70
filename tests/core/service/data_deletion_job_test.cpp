// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <fstream>

#include "tests/core/service/workspace.h"

namespace foretaste::service {
namespace {

constexpr std::string_view kUsersSchema = R"({
 "type": "record", "name": "Users", "namespace": "com.amazonaws.personalize.schema",
 "fields": [{"name": "USER_ID", "type": "string"},
            {"name": "PLAN", "type": "string", "categorical": true}],
 "version": "1.0"})";

class DataDeletionJobs : public testing::Test {
protected:
    void SetUp() override {
        group = workspace.makeGroup();
        events = workspace.makeDataset(group, "Interactions", kInteractionsSchema);
        workspace.import(events, workspace.write("events.csv", Workspace::interactionsCsv()),
                         "events");
        users = workspace.makeDataset(group, "Users", kUsersSchema);
        workspace.import(users, workspace.write("users.csv", "USER_ID,PLAN\nu1,a\nu2,b\nu3,b\n"),
                         "users");
    }
    DataDeletionJob remove(const std::string& place, const std::string& name) {
        const auto arn = service().createDataDeletionJob(
            {.jobName = name, .datasetGroupArn = group, .dataSource = {place}});
        workspace.settle();
        return service().describeDataDeletionJob(arn);
    }
    void put(const std::string& tracker, const std::string& user, const std::string& session) {
        service().putEvents({.trackingId = tracker,
                             .userId = user,
                             .sessionId = session,
                             .eventList = {{.eventType = "watch",
                                            .itemId = "i1",
                                            .sentAt = {(Workspace::kEnd + 60) * 1000}}}});
    }
    Service& service() { return *workspace.service; }
    Workspace workspace;
    std::string group, events, users;
};

TEST_F(DataDeletionJobs, NothingOfAUserStays) {
    const auto campaign = workspace.deploy(
        workspace.train(workspace.makeSolution(group, "aws-user-personalization", "taste")), "row",
        "0");
    const auto tracker =
        service().createEventTracker({.name = "tracker", .datasetGroupArn = group}).trackingId;
    put(tracker, "", "session");  // nobody's, until the session names u2
    put(tracker, "u2", "session");
    put(tracker, "u1", "other");
    service().putUsers({.datasetArn = users, .users = {{"u2", R"({"plan": "c"})"}}});
    const auto ask = [&](const std::string& user) {
        return service()
            .getRecommendations({.campaignArn = campaign, .userId = user, .numResults = 5})
            .itemList.at(0)
            .reason;
    };
    const auto before = service().datasetStatistics(events);
    const auto known = ask("u1"), unknown = ask("nobody");
    EXPECT_EQ(ask("u2"), known);
    EXPECT_NE(known, unknown);

    const auto job = remove(workspace.write("gone.csv", "user_id\nu2\nu2\nnot-there\n"), "gone");
    EXPECT_EQ(job.status, DeletionStatus::Completed) << job.failureReason;
    // 20 imported events, the two of the session, the imported record and the one that was put.
    EXPECT_EQ(job.numDeleted, 20 + 2 + 1 + 1);
    EXPECT_TRUE(service().userHistory(group, "u2", 100).empty());
    EXPECT_TRUE(service().userHistory(group, "session", 100).empty());
    EXPECT_EQ(service().userHistory(group, "u1", 100).size(), 21u) << "others stay";
    EXPECT_EQ(service().datasetStatistics(events).bulkRows, before.bulkRows - 20);
    EXPECT_EQ(service().datasetStatistics(users).bulkRows, 2);
    EXPECT_EQ(service().datasetStatistics(users).putRows, 0);
    EXPECT_EQ(ask("u2"), unknown) << "the campaign has forgotten, too";
    EXPECT_EQ(ask("u1"), known);

    // It is gone after a restart, a second job finds nothing, and the rest imports on.
    workspace.service.reset();
    workspace.open();
    EXPECT_TRUE(service().userHistory(group, "u2", 100).empty());
    EXPECT_EQ(remove(workspace.write("gone.csv", "USER_ID\nu2\n"), "again").numDeleted, 0);
    EXPECT_EQ(service().listDataDeletionJobs(group).entries.size(), 2u);
}

TEST_F(DataDeletionJobs, AFolderIsReadWithWhatIsBelowIt) {
    const auto folder = workspace.folder() / "gone" / "below";
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "one.csv") << "USER_ID\nu1\n";
    std::ofstream(folder / "notes.txt") << "USER_ID\nu3\n";
    const auto job = remove((workspace.folder() / "gone").string(), "folder");
    EXPECT_EQ(job.numDeleted, 21);
    EXPECT_EQ(service().datasetStatistics(users).bulkRows, 2);
}

TEST_F(DataDeletionJobs, ABadListDeletesNobody) {
    const auto rows = service().datasetStatistics(events).bulkRows;
    const auto failed = [&](const std::string& text, const std::string& name) {
        const auto job = remove(workspace.write("bad.csv", text), name);
        EXPECT_EQ(job.status, DeletionStatus::Failed);
        EXPECT_FALSE(job.numDeleted);
        return job.failureReason;
    };
    EXPECT_EQ(failed("USER\nu1\n", "a"), "bad.csv, line 1: no column is called USER_ID");
    EXPECT_EQ(failed("X,USER_ID\n1,u1\n2,\n", "b"), "bad.csv, line 3: USER_ID is missing");
    EXPECT_EQ(service().datasetStatistics(events).bulkRows, rows);
    EXPECT_EQ(errorOf([&] { remove("/nowhere/x.csv", "c"); }).code(),
              base::ErrorCode::InvalidInput);
}

}  // namespace
}  // namespace foretaste::service
