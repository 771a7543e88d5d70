// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/filter/filters_page.h"

#include "tests/ui/pages/console_fixture.h"
#include "tests/ui/pages/recorded_wizards.h"
#include "ui/pages/pages.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/dialogs.h"

using namespace foretaste;
using namespace foretaste::pages;
using namespace foretaste::uitest;
using bridge::text;

class FiltersPageTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        prepareApplication(settings_);
        group_ = fixture_.workspace.makeFilledGroup();
    }
    void cleanup() { QCOMPARE(widgets::testing::clearAnswers(), 0); }

    void anEmptyListTeaches() {
        const auto page = openPage<FiltersPage>(fixture_, group_);
        QTRY_VERIFY(shown<QPushButton>(*page, "emptyStateButton"));
        QVERIFY(wordsOf(*page).contains(s("No filter yet")));
        QVERIFY(!shown<QPushButton>(*page, "deleteFilterButton"));
        QVERIFY(takePicture(*page, "filters-empty"));
        QTest::mouseClick(shown<QPushButton>(*page, "emptyStateButton"), Qt::LeftButton);
        QCOMPARE(wizards::lastOpened().wizard, s("createFilter"));
        QCOMPARE(wizards::lastOpened().arguments, (QStringList{text(group_), QString()}));
    }

    void filtersAreListedClonedAndDeleted() {
        makeFilters();
        const auto page = openPage<FiltersPage>(fixture_, group_);
        auto* table = page->findChild<widgets::DataTable*>(s("filtersTable"));
        QTRY_COMPARE(table->model()->rowCount(), 3);
        QVERIFY(table->selectionAsText().contains(
            s("one-genre\tINCLUDE ItemID WHERE Items.GENRES IN ($GENRE)\tActive")));
        QVERIFY(takePicture(*page, "filters"));
        QVERIFY(!shown<QPushButton>(*page, "cloneFilterButton")->isEnabled());

        select(*table, "one-genre");
        QTest::mouseClick(shown<QPushButton>(*page, "cloneFilterButton"), Qt::LeftButton);
        QCOMPARE(wizards::lastOpened().arguments,
                 (QStringList{text(group_), text(base::makeArn("filter/one-genre"))}));

        // Not without a yes.
        widgets::testing::answerConfirm(false);
        QTest::mouseClick(shown<QPushButton>(*page, "deleteFilterButton"), Qt::LeftButton);
        QTRY_COMPARE(widgets::testing::clearAnswers(), 0);
        QCOMPARE(fixture_.service().listFilters(group_).entries.size(), 3u);
        widgets::testing::answerConfirm(true);
        QSignalSpy flashed(page.get(), &shell::Page::flash);
        QTest::mouseClick(shown<QPushButton>(*page, "deleteFilterButton"), Qt::LeftButton);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QTRY_COMPARE(flashed.count(), 1);
        QCOMPARE(flashed[0][1].toString(), s("Filter one-genre was deleted."));
    }

private:
    void makeFilters() {
        for (const auto& [name, expression] :
             std::initializer_list<std::pair<const char*, const char*>>{
                 {"not-seen", "EXCLUDE ItemID WHERE Interactions.EVENT_TYPE IN (\"*\")"},
                 {"one-genre", "INCLUDE ItemID WHERE Items.GENRES IN ($GENRE)"},
                 {"fresh-and-not-seen",
                  "EXCLUDE ItemID WHERE Interactions.EVENT_TYPE IN (\"watch\") | INCLUDE ItemID "
                  "WHERE Items.CREATION_TIMESTAMP > 1599000000 AND Items.GENRES NOT IN "
                  "(\"Genre5\")"}})
            fixture_.service().createFilter(
                {.name = name, .datasetGroupArn = group_, .filterExpression = expression});
    }
    static void select(widgets::DataTable& table, const char* name) {
        for (int row = 0; row < table.model()->rowCount(); ++row)
            if (const auto index = table.model()->index(row, 0);
                index.data().toString() == s(name)) {
                table.setFocus();
                table.setCurrentIndex(index);
            }
    }

    QTemporaryDir settings_;
    ConsoleFixture fixture_;
    std::string group_;
};

QTEST_MAIN(FiltersPageTest)
#include "filters_page_test.moc"
