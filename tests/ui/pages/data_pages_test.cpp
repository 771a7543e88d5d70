// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDesktopServices>
#include <QPlainTextEdit>
#include <QUrl>

#include "tests/ui/pages/console_fixture.h"
#include "tests/ui/pages/recorded_wizards.h"
#include "ui/models/resource_models.h"
#include "ui/pages/dataset_groups_page.h"
#include "ui/pages/dataset_import_job_page.h"
#include "ui/pages/dataset_page.h"
#include "ui/pages/datasets_page.h"
#include "ui/pages/pages.h"
#include "ui/widgets/dialogs.h"
#include "ui/widgets/key_value_panel.h"
#include "ui/widgets/metric_tile.h"

using namespace foretaste;
using namespace foretaste::pages;
using namespace foretaste::uitest;
using bridge::text;
using widgets::DataTable;
using widgets::testing::answerConfirm;
using widgets::testing::lastQuestion;

class DataPagesTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        prepareApplication(settings_);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        group_ = fixture_.workspace.makeFilledGroup();
    }
    void cleanup() { QCOMPARE(widgets::testing::clearAnswers(), 0); }
    void openedFolder(const QUrl& url) { folder_ = url.toLocalFile(); }

    void aFreshWorkspaceShowsTheWay() {
        ConsoleFixture fresh;
        const auto page = openPage<DatasetGroupsPage>(fresh, {});
        QTRY_VERIFY(shown<QPushButton>(*page, "emptyStateButton"));
        QVERIFY(!shown<QPushButton>(*page, "createDatasetGroupButton"));
        QVERIFY(takePicture(*page, "dataset_groups-empty"));

        QSignalSpy sample(page.get(), &DatasetGroupsPage::sampleRequested);
        QTest::mouseClick(shown<QPushButton>(*page, "trySampleButton"), Qt::LeftButton);
        QCOMPARE(sample.count(), 1);
        QTest::mouseClick(shown<QPushButton>(*page, "emptyStateButton"), Qt::LeftButton);
        QCOMPARE(wizards::lastOpened().wizard, s("createDatasetGroup"));
        QSignalSpy navigated(page.get(), &shell::Page::navigate);
        wizards::lastOpened().done(text(fresh.workspace.makeGroup()));
        QCOMPARE(navigated[0][0].toString(), kOverview);
        QTRY_VERIFY(shown<DataTable>(*page, "datasetGroupsTable"));  // it has followed by itself
    }

    void groupsAreListedAndOpened() {
        fixture_.service().createDatasetGroup(
            {.name = "shop", .domain = service::Domain::Ecommerce});
        const auto page = openPage<DatasetGroupsPage>(fixture_, {});
        QTRY_VERIFY(shown<DataTable>(*page, "datasetGroupsTable"));
        auto* table = shown<DataTable>(*page, "datasetGroupsTable");
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QVERIFY(table->selectionAsText().contains(s("shop\tE-commerce\tActive")));
        QVERIFY(!shown<QPushButton>(*page, "deleteDatasetGroupButton")->isEnabled());
        QVERIFY(takePicture(*page, "dataset_groups"));

        QSignalSpy navigated(page.get(), &shell::Page::navigate);
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(navigated[0], (QVariantList{kOverview, text(group_)}));
    }

    void aGroupTakesWithItWhatIsInIt() {
        auto& workspace = fixture_.workspace;
        const auto doomed = workspace.makeFilledGroup("doomed");
        workspace.deploy(
            workspace.train(workspace.makeSolution(doomed, "aws-popularity-count", "popular")),
            "front-page");
        fixture_.service().createEventTracker({.name = "clicks", .datasetGroupArn = doomed});
        const auto page = openPage<DatasetGroupsPage>(fixture_, {});
        auto* table = page->findChild<SortedTable*>(s("datasetGroupsTable"));
        QTRY_COMPARE(table->model()->rowCount(), 3);
        table->setCurrentKey(text(doomed));
        QSignalSpy flashed(page.get(), &shell::Page::flash);

        answerConfirm(false);
        QTest::mouseClick(shown<QPushButton>(*page, "deleteDatasetGroupButton"), Qt::LeftButton);
        QTRY_VERIFY(lastQuestion().contains(s("doomed")));
        for (const char* word : {"front-page", "popular", "clicks", "1,661 rows"})
            QVERIFY2(lastQuestion().contains(s(word)), qPrintable(lastQuestion()));
        QCOMPARE(table->model()->rowCount(), 3);

        answerConfirm(true);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Delete);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QTRY_VERIFY(!flashed.isEmpty());
        QVERIFY(flashed.last()[1].toString().contains(s("doomed was deleted")));
        QVERIFY(fixture_.service().listSolutions(doomed).entries.empty());
    }

    void datasetsOfferTheKindsThatAreMissing() {
        const auto page = openPage<DatasetsPage>(fixture_, group_);
        QTRY_VERIFY(shown<DataTable>(*page, "datasetsTable"));
        auto* table = shown<DataTable>(*page, "datasetsTable");
        QVERIFY2(table->selectionAsText().contains(s("\tInteractions\tActive\t1,601\t")),
                 qPrintable(table->selectionAsText()));
        QVERIFY(!shown<QPushButton>(*page, "addInteractionsButton"));
        QVERIFY(!shown<QPushButton>(*page, "addItemsButton"));
        QVERIFY(takePicture(*page, "datasets"));

        QTest::mouseClick(shown<QPushButton>(*page, "addUsersButton"), Qt::LeftButton);
        QCOMPARE(wizards::lastOpened().arguments, (QStringList{text(group_), s("USERS")}));
        table->setCurrentIndex(table->model()->index(1, 0));
        QTest::mouseClick(shown<QPushButton>(*page, "importDataButton"), Qt::LeftButton);
        QCOMPARE(wizards::lastOpened().arguments, (QStringList{text(group_), s("ITEMS")}));

        const auto empty = fixture_.workspace.makeGroup("no-data");
        page->setArgument(text(empty));
        page->refresh();
        QTRY_VERIFY(shown<QPushButton>(*page, "addInteractionsButton"));
        QVERIFY(!shown<DataTable>(*page, "datasetsTable"));
        QCOMPARE(shown<QPushButton>(*page, "importDataButton")->text(), s("Add interactions"));
        QVERIFY(takePicture(*page, "datasets-empty"));
    }

    void aDatasetShowsFactsImportsRowsAndSchema() {
        const auto page = openPage<DatasetPage>(fixture_, datasetOf("INTERACTIONS"));
        QTRY_VERIFY(shown<DataTable>(*page, "rowsTable"));
        auto* rows = shown<DataTable>(*page, "rowsTable");
        QTRY_COMPARE(rows->model()->rowCount(), 1601);
        QTRY_COMPARE(rows->model()->index(0, 0).data().toString(), s("u0"));
        const auto* facts = page->findChild<widgets::KeyValuePanel*>();
        QCOMPARE(facts->value(s("Rows imported")), s("1,601"));
        QCOMPARE(facts->value(s("Users")), s("80"));
        QCOMPARE(facts->value(s("ARN")), page->argument());
        QCOMPARE(facts->value(s("To")), s("13 Sep 2020"));
        const auto imports = shown<DataTable>(*page, "importsTable")->selectionAsText();
        QVERIFY2(imports.contains(s("film-club-interactions-1\tReplace\tActive\t1,601\t0\t")),
                 qPrintable(imports));
        QVERIFY(page->findChild<QPlainTextEdit*>(s("schemaJson"))
                    ->toPlainText()
                    .contains(s("EVENT_VALUE")));
        QVERIFY(takePicture(*page, "dataset"));

        QSignalSpy navigated(page.get(), &shell::Page::navigate);
        auto* table = shown<DataTable>(*page, "importsTable");
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(navigated[0][0].toString(), kImportJob);
        QTest::mouseClick(shown<QPushButton>(*page, "importDataButton"), Qt::LeftButton);
        QCOMPARE(wizards::lastOpened().arguments, (QStringList{text(group_), s("INTERACTIONS")}));
    }

    void aDatasetThatGoesSaysSo() {
        const auto group = fixture_.workspace.makeFilledGroup("fading");
        const auto items = fixture_.service().listDatasets(group).entries[1].datasetArn;
        const auto page = openPage<DatasetPage>(fixture_, items);
        QTRY_VERIFY(shown<QPushButton>(*page, "deleteDatasetButton"));
        answerConfirm(true);
        QSignalSpy navigated(page.get(), &shell::Page::navigate);
        QTest::mouseClick(shown<QPushButton>(*page, "deleteDatasetButton"), Qt::LeftButton);
        QTRY_VERIFY(!navigated.isEmpty());
        QVERIFY(lastQuestion().contains(s("60 rows")));
        QCOMPARE(navigated[0], (QVariantList{kDatasets, text(group)}));
        QTRY_VERIFY(wordsOf(*page).contains(s("This dataset is gone")));
        QVERIFY(!shown<QPushButton>(*page, "importDataButton"));
        QVERIFY(takePicture(*page, "dataset-gone"));
    }

    void anImportReportsWhatItDidNotTake() {
        const auto group = fixture_.workspace.makeGroup("troubled");
        const auto job = importTroubled(group);
        const auto page = openPage<DatasetImportJobPage>(fixture_, job);
        QTRY_VERIFY(shown<DataTable>(*page, "reasonsTable"));
        const auto value = [&](const char* tile) {
            return shown<widgets::MetricTile>(*page, tile)->value();
        };
        QCOMPARE(value("rowsReadTile"), s("40"));
        QCOMPARE(value("rowsRejectedTile"), s("6"));
        QCOMPARE(value("rowsKeptTile"), s("33"));
        const auto reasons = shown<DataTable>(*page, "reasonsTable")->selectionAsText();
        QVERIFY2(reasons.contains(s("TIMESTAMP\t")) && reasons.contains(s("\t5\t83 %")),
                 qPrintable(reasons));
        const auto issues = shown<DataTable>(*page, "issuesTable")->selectionAsText();
        QVERIFY2(issues.contains(s("TIMESTAMP\tyesterday\t")), qPrintable(issues));
        QVERIFY(page->findChild<QLabel*>(s("importWarnings"))->text().contains(s("RATING")));
        QVERIFY(takePicture(*page, "dataset_import_job"));

        QDesktopServices::setUrlHandler(s("file"), this, "openedFolder");
        QTest::mouseClick(shown<QPushButton>(*page, "openRejectFolderButton"), Qt::LeftButton);
        QDesktopServices::unsetUrlHandler(s("file"));
        QVERIFY2(folder_.endsWith(s("/rejects")), qPrintable(folder_));
        QTest::mouseClick(shown<QPushButton>(*page, "importDataButton"), Qt::LeftButton);
        QCOMPARE(wizards::lastOpened().arguments, (QStringList{text(group), s("INTERACTIONS")}));
    }

    void aFailedImportSaysWhyInWords() {
        const auto job = fixture_.workspace.import(datasetOf("ITEMS"),
                                                   fixture_.workspace.write("empty.csv",
                                                                            "ITEM_ID,GENRES,TITLE,"
                                                                            "CREATION_TIMESTAMP\n"),
                                                   "empty-1");
        const auto page = openPage<DatasetImportJobPage>(fixture_, job);
        QTRY_VERIFY(wordsOf(*page).contains(s("has a header but no rows")));
        QVERIFY(wordsOf(*page).contains(s("what the dataset held before is still there")));
        QVERIFY(!shown<QWidget>(*page, "rowsReadTile"));
        QVERIFY(!shown<DataTable>(*page, "reasonsTable"));
        QVERIFY(takePicture(*page, "dataset_import_job-failed"));
    }

    void anImportUnderWayIsFollowedAndStopped() {
        std::string csv = service::Workspace::interactionsCsv();
        const auto body = csv.substr(csv.find('\n') + 1);
        while (csv.size() < 60'000'000) csv += body;
        const auto file = fixture_.workspace.write("long.csv", csv);
        const auto job = fixture_.service().createDatasetImportJob(
            {.jobName = "long-1", .datasetArn = datasetOf("INTERACTIONS"), .dataSource = {file}});
        const auto page = openPage<DatasetImportJobPage>(fixture_, job);
        QTRY_VERIFY(shown<QWidget>(*page, "jobCard"));
        QTRY_VERIFY(wordsOf(*page).contains(s("rows read")));
        QVERIFY(!shown<QPushButton>(*page, "importDataButton"));
        const auto dataset = openPage<DatasetPage>(fixture_, datasetOf("INTERACTIONS"));
        QTRY_VERIFY(shown<QWidget>(*dataset, "jobCard"));
        QSignalSpy flashed(dataset.get(), &shell::Page::flash);
        answerConfirm(true);
        QTest::mouseClick(shown<QPushButton>(*dataset, "deleteDatasetButton"), Qt::LeftButton);
        QTRY_VERIFY(!flashed.isEmpty());
        QVERIFY(flashed[0][1].toString().contains(s("is under way: wait or stop it")));

        QTest::mouseClick(shown<QPushButton>(*page, "stopImportButton"), Qt::LeftButton);
        QTRY_VERIFY(wordsOf(*page).contains(s("Stopped on request")));
        QTRY_VERIFY(!shown<QWidget>(*dataset, "jobCard"));
        QVERIFY(!shown<QPushButton>(*page, "stopImportButton"));
    }

    void whatIsNotThereIsSaidInsteadOfContent() {
        const auto page = openPage<DatasetsPage>(
            fixture_, "arn:aws:personalize:us-east-1:000000000000:dataset-group/never");
        QTRY_VERIFY(wordsOf(*page).contains(s("This dataset group is gone")));
        QSignalSpy navigated(page.get(), &shell::Page::navigate);
        QTest::mouseClick(shown<QPushButton>(*page, "insteadButton"), Qt::LeftButton);
        QCOMPARE(navigated[0][0].toString(), kDatasetGroups);
    }

private:
    std::string datasetOf(const std::string& type) {
        for (const auto& dataset : fixture_.service().listDatasets(group_).entries)
            if (dataset.datasetType == type) return dataset.datasetArn;
        return {};
    }

    /// 40 rows: five with a time that is none, one without a user, one repeat, a column too many.
    std::string importTroubled(const std::string& group) {
        std::string csv = "USER_ID,ITEM_ID,EVENT_TYPE,EVENT_VALUE,TIMESTAMP,IMPRESSION,RATING\n";
        for (int row = 0; row < 40; ++row) {
            const int event = std::min(row, 38);
            const auto user = row == 20 ? std::string() : base::concat('u', event % 7);
            const auto time =
                row % 8 == 3 ? std::string("yesterday") : std::to_string(1'600'000'000 + event);
            csv += base::concat(user, ",i", event, ",watch,1,", time, ",i", event, ",4\n");
        }
        auto& workspace = fixture_.workspace;
        return workspace.import(
            workspace.makeDataset(group, "Interactions", service::kInteractionsSchema),
            workspace.write("troubled.csv", csv), "troubled-1");
    }

    QTemporaryDir settings_;
    ConsoleFixture fixture_;
    std::string group_;
    QString folder_;
};

QTEST_MAIN(DataPagesTest)
#include "data_pages_test.moc"
