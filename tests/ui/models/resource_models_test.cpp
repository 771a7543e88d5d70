// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/resource_models.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include "tests/core/service/workspace.h"
#include "ui/bridge/words.h"
#include "ui/models/activity_models.h"
#include "ui/models/live_list.h"
#include "ui/models/recommendation_models.h"

using namespace foretaste;
using namespace foretaste::models;

namespace {

/// A model with the tester that holds it against the rules of item models.
template <class Model>
class Tested {
public:
    Model& operator*() { return model_; }
    Model* operator->() { return &model_; }
    QString cell(int row, int column) const { return model_.index(row, column).data().toString(); }
    QStringList headings() const {
        QStringList all;
        for (int column = 0; column < model_.columnCount(); ++column)
            all << model_.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        return all;
    }

private:
    Model model_;
    QAbstractItemModelTester tester_{&model_,
                                     QAbstractItemModelTester::FailureReportingMode::QtTest};
};

QString s(const char* text) {
    return QString::fromUtf8(text);
}

}  // namespace

class ResourceModelsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void groupsAndDatasetsOfAWorkspace() {
        service::Workspace workspace;
        auto& service = *workspace.service;
        const auto group = workspace.makeFilledGroup();
        Tested<DatasetGroupModel> groups;
        groups->setRows(service.listDatasetGroups().entries);
        QCOMPARE(groups.headings(),
                 (QStringList{s("Name"), s("Domain"), s("Status"), s("Created")}));
        QCOMPARE(groups.cell(0, DatasetGroupModel::Name), s("film-club"));
        QCOMPARE(groups.cell(0, DatasetGroupModel::Domain), s("Custom"));
        QCOMPARE(groups.cell(0, DatasetGroupModel::State), s("Active"));
        QVERIFY(groups.cell(0, DatasetGroupModel::Created).startsWith(s("today")) ||
                groups.cell(0, DatasetGroupModel::Created).startsWith(s("yesterday")));

        Tested<DatasetModel> datasets;
        std::vector<DatasetRow> rows;
        for (const auto& dataset : service.listDatasets(group).entries)
            rows.push_back({dataset, std::nullopt});
        datasets->setRows(rows);
        QCOMPARE(datasets.cell(0, DatasetModel::Rows), s("–"));
        for (auto& row : rows) row.statistics = service.datasetStatistics(row.dataset.datasetArn);
        datasets->setRows(rows);
        QCOMPARE(datasets.cell(0, DatasetModel::Type), s("Interactions"));
        QCOMPARE(datasets.cell(0, DatasetModel::Rows), s("1,601"));
        QCOMPARE(datasets.cell(1, DatasetModel::Type), s("Items"));
        QVERIFY(datasets.cell(1, DatasetModel::Size).endsWith(s("kB")));

        Tested<SchemaModel> schemas;
        std::vector<SchemaRow> found;
        for (const auto& schema : service.listSchemas().entries)
            found.push_back({service.describeSchema(schema.schemaArn), {}});
        found[0].usedBy.push_back(rows[0].dataset);
        schemas->setRows(found);
        QCOMPARE(schemas.cell(1, SchemaModel::Type), s("Items"));
        QCOMPARE(schemas.cell(1, SchemaModel::Fields),
                 s("ITEM_ID, GENRES, TITLE, CREATION_TIMESTAMP"));
        QCOMPARE(schemas.cell(0, SchemaModel::UsedBy), bridge::text(rows[0].dataset.name));
        QCOMPARE(schemas.cell(1, SchemaModel::UsedBy), s("nothing"));
    }

    void importsShowTheirReports() {
        Tested<ImportJobModel> imports;
        ImportJobRow row;
        row.job.jobName = "ratings-1";
        row.job.datasetImportJobArn = "arn:1";
        row.job.dataSource.dataLocation = "s3://film-club/2020/ratings.csv";
        row.job.status = service::Status::CreateInProgress;
        imports->setRows({row});
        QCOMPARE(imports.cell(0, ImportJobModel::Kept), s("–"));
        QCOMPARE(imports.cell(0, ImportJobModel::Seconds), s("–"));
        QCOMPARE(imports.cell(0, ImportJobModel::Mode), s("Replace"));
        QCOMPARE(imports.cell(0, ImportJobModel::Location), s("ratings.csv"));
        row.job.status = service::Status::Active;
        row.job.importMode = service::ImportMode::Incremental;
        row.report.rowsRead = 1200;
        row.report.rowsKept = 1188;
        row.report.rowsRejected = 12;
        row.report.seconds = 1.25;
        imports->setRows({row});
        QCOMPARE(imports.cell(0, ImportJobModel::Kept), s("1,188"));
        QCOMPARE(imports.cell(0, ImportJobModel::Rejected), s("12"));
        QCOMPARE(imports.cell(0, ImportJobModel::Mode), s("Add"));
        QCOMPARE(imports.cell(0, ImportJobModel::State), s("Active"));
        row.job.status = service::Status::CreateFailed;
        row.job.failureReason = "the file is empty";
        imports->setRows({row});
        const auto state = imports->index(0, ImportJobModel::State);
        QCOMPARE(state.data(Qt::ToolTipRole).toString(), s("the file is empty"));
        QCOMPARE(state.data(widgets::kStatusRole).toInt(),
                 static_cast<int>(widgets::Status::Error));
    }

    void versionsAndCampaigns() {
        Tested<SolutionVersionModel> versions;
        SolutionVersionRow row;
        row.version.solutionVersionArn = "arn:aws:personalize:::solution/taste/7c1e90ab";
        row.version.trainingMode = service::TrainingMode::Update;
        versions->setRows({row});
        QCOMPARE(versions.cell(0, SolutionVersionModel::Version), s("7c1e90ab"));
        QCOMPARE(versions.cell(0, SolutionVersionModel::Mode), s("Update"));
        QCOMPARE(versions.cell(0, SolutionVersionModel::Ndcg), s("–"));
        QCOMPARE(versions.cell(0, SolutionVersionModel::Deployed), s("–"));
        row.ndcgAt10 = 0.2414;
        row.seconds = 38.4;
        row.events = 118420;
        row.deployedIn = {s("home-row"), s("mail")};
        versions->setRows({row});
        QCOMPARE(versions.cell(0, SolutionVersionModel::Ndcg), s("0.241"));
        QCOMPARE(versions.cell(0, SolutionVersionModel::Seconds), s("38"));
        QCOMPARE(versions.cell(0, SolutionVersionModel::Events), s("118,420"));
        QCOMPARE(versions.cell(0, SolutionVersionModel::Deployed), s("home-row, mail"));

        Tested<CampaignModel> campaigns;
        service::Campaign campaign;
        campaign.name = "home-row";
        campaign.solutionVersionArn = row.version.solutionVersionArn;
        campaigns->setRows({campaign});
        QCOMPARE(campaigns.cell(0, CampaignModel::Version), s("7c1e90ab of taste"));
        QCOMPARE(campaigns.cell(0, CampaignModel::Exploration), s("–"));
        campaign.campaignConfig = service::CampaignConfig{};
        campaign.campaignConfig->itemExplorationConfig["explorationWeight"] = "0.3";
        campaigns->setRows({campaign});
        QCOMPARE(campaigns.cell(0, CampaignModel::Exploration), s("0.30"));
    }

    void jobsTellProgressAndTime() {
        Tested<JobModel> jobs;
        service::JobInfo job;
        job.arn = "arn:1";
        job.title = "Training taste";
        job.status = service::Status::CreateInProgress;
        job.progress = {0.42, "epoch 9 of 30", 3120, "events", 16};
        jobs->setRow(job);
        QCOMPARE(jobs.cell(0, JobModel::Progress), s("42 % · epoch 9 of 30"));
        QCOMPARE(jobs.cell(0, JobModel::Rate), s("3,120 events/s"));
        QCOMPARE(jobs.cell(0, JobModel::Left), s("about 15 s left"));
        job.status = service::Status::Active;
        job.startedMs = 1000;
        job.endedMs = 39400;
        jobs->setRow(job);
        QCOMPARE(jobs->rowCount(), 1);
        QCOMPARE(jobs.cell(0, JobModel::Progress), QString());
        QCOMPARE(jobs.cell(0, JobModel::Left), s("38 s"));
    }

    void activityKeepsItsOrderAndLook() {
        Tested<ActivityModel> log;
        const service::Activity fine{1000, service::ResourceKind::Dataset, "arn:1", "was created"};
        const service::Activity bad{2000, service::ResourceKind::Dataset, "arn:1", "failed", true};
        log->setRows({bad, fine, fine});
        QCOMPARE(log->rowCount(), 3);
        QCOMPARE(log.cell(0, ActivityModel::What), s("failed"));
        QCOMPARE(log.cell(0, ActivityModel::Result), s("Failed"));
        QCOMPARE(log.cell(1, ActivityModel::Result), QString());
        QVERIFY(!log->index(0, ActivityModel::When).data(Qt::ToolTipRole).toString().isEmpty());
    }

    void issuesNameTheirPlace() {
        Tested<ImportIssueModel> issues;
        issues->setRows({{"ratings.csv", 1204, "TIMESTAMP", "yesterday", "is not a whole number"}});
        QCOMPARE(issues.cell(0, ImportIssueModel::Line), s("1,204"));
        QCOMPARE(issues.cell(0, ImportIssueModel::Column), s("TIMESTAMP"));
        QCOMPARE(issues.cell(0, ImportIssueModel::Value), s("yesterday"));
        QCOMPARE(issues.cell(0, ImportIssueModel::Reason), s("is not a whole number"));
        QCOMPARE(issues.cell(0, ImportIssueModel::File), s("ratings.csv"));
    }

    void listsAreJoinedWithTheirCards() {
        service::GetRecommendationsResponse response;
        response.itemList.push_back({.itemId = "i7", .score = 0.4});
        response.itemList.push_back({.itemId = "i60", .score = 0.1, .reason = {"Exploration"}});
        service::ItemCard card;
        card.itemId = "i60";
        card.title = "A Quiet Tide";
        card.categories = {"Drama", "Mystery"};
        const auto rows = recommendationRows(response, {card});
        QCOMPARE(rows[1].relevance, 0.25);
        QVERIFY(rows[1].exploring() && !rows[0].exploring());
        Tested<RecommendationModel> list;
        list->setRows(rows);
        QCOMPARE(list.cell(0, RecommendationModel::Title), s("i7"));  // nothing else is known of it
        QCOMPARE(list.cell(1, RecommendationModel::Title), s("A Quiet Tide"));
        QCOMPARE(list.cell(1, RecommendationModel::Genres), s("Drama, Mystery"));
        QCOMPARE(list.cell(1, RecommendationModel::Rank), s("2"));

        Tested<HistoryModel> history;
        history->setRows(historyRows({{"i60", "watch", 0.5F, 1'600'000'000},
                                      {"i7", "click", store::kNoValue, 1'500'000'000}},
                                     {card}));
        QCOMPARE(history.cell(0, HistoryModel::Title), s("A Quiet Tide"));
        QCOMPARE(history.cell(0, HistoryModel::Event), s("watch · 0.5"));
        QCOMPARE(history.cell(1, HistoryModel::Event), s("click"));
    }

    void wordsOfKindsAndDomains() {
        QCOMPARE(typeWord("ACTION_INTERACTIONS"), s("Action interactions"));
        QCOMPARE(typeWord("something"), s("something"));
        QCOMPARE(domainWord(service::Domain::VideoOnDemand), s("Video on demand"));
        QCOMPARE(statusOf(service::Status::CreateStopping), widgets::Status::InProgress);
        QCOMPARE(statusOf(service::Status::CreateStopped), widgets::Status::Stopped);
    }
};

QTEST_APPLESS_MAIN(ResourceModelsTest)
#include "resource_models_test.moc"
