// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/activity_page.h"

#include "tests/ui/pages/console_fixture.h"
#include "tests/ui/pages/recorded_wizards.h"
#include "ui/pages/pages.h"
#include "ui/widgets/small_parts.h"

using namespace foretaste;
using namespace foretaste::pages;
using namespace foretaste::uitest;
using bridge::text;

class ActivityPageTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { prepareApplication(settings_); }
    void init() {
        fixture_ = std::make_unique<ConsoleFixture>();
        page_ = openPage<ActivityPage>(*fixture_, {});
    }
    void cleanup() {
        page_.reset();
        fixture_.reset();
    }

    void whatHappensAppearsWhileThePageIsOpen() {
        QTRY_VERIFY(wordsOf(*page_).contains(s("Nothing has happened yet")));
        QVERIFY(takePicture(*page_, "activity-empty"));
        auto& workspace = fixture_->workspace;
        const auto group = workspace.makeFilledGroup();
        QTRY_VERIFY(shown<SortedTable>(*page_, "activityTable"));
        auto* table = shown<SortedTable>(*page_, "activityTable");
        QTRY_VERIFY(table->selectionAsText().contains(s("brought 60 rows")));
        QVERIFY(whatIn(*table, 0).contains(s("items-1")));  // the newest first

        workspace.import(fixture_->service().listDatasets(group).entries[0].datasetArn,
                         workspace.write("broken.csv", "USER_ID\nu1\n"), "broken-1");
        QTRY_VERIFY(whatIn(*table, 0).contains(s("broken-1 failed")));
        QCOMPARE(table->model()->index(0, models::ActivityModel::Result).data().toString(),
                 s("Failed"));
        QVERIFY(takePicture(*page_, "activity"));
    }

    void aFilterFindsLinesAndALineOpensItsPage() {
        const auto group = fixture_->workspace.makeFilledGroup();
        fixture_->service().createEventTracker({.name = "clicks", .datasetGroupArn = group});
        QTRY_VERIFY(shown<SortedTable>(*page_, "activityTable"));
        auto* table = shown<SortedTable>(*page_, "activityTable");
        QTRY_VERIFY(table->selectionAsText().contains(s("Event tracker clicks")));
        auto* filter = shown<widgets::SearchField>(*page_, "activityFilter");
        filter->setText(s("EVENT TRACKER"));
        QCOMPARE(table->model()->rowCount(), 1);
        QSignalSpy navigated(page_.get(), &shell::Page::navigate);
        open(*table, 0);
        QTRY_COMPARE(navigated.count(), 1);
        QCOMPARE(navigated[0], (QVariantList{kEventTracker, text(group)}));

        filter->setText(s("items-1"));
        open(*table, 0);
        QCOMPARE(navigated[1][0].toString(), kImportJob);
        filter->setText(s("nothing like this"));
        QCOMPARE(table->model()->rowCount(), 0);
    }

private:
    static QString whatIn(const SortedTable& table, int row) {
        return table.model()->index(row, models::ActivityModel::What).data().toString();
    }
    static void open(SortedTable& table, int row) {
        table.setFocus();
        table.setCurrentIndex(table.model()->index(row, 0));
        QTest::keyClick(&table, Qt::Key_Return);
    }

    QTemporaryDir settings_;
    std::unique_ptr<ConsoleFixture> fixture_;
    std::unique_ptr<ActivityPage> page_;
};

QTEST_MAIN(ActivityPageTest)
#include "activity_page_test.moc"
