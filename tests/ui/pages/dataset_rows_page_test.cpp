// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/dataset_rows_page.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHeaderView>
#include <QLineEdit>

#include "tests/ui/pages/console_fixture.h"
#include "ui/pages/dataset_page.h"
#include "ui/pages/event_timeline.h"
#include "ui/pages/item_list.h"
#include "ui/pages/pages.h"
#include "ui/pages/text_link.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/key_value_panel.h"

using namespace foretaste;
using namespace foretaste::pages;
using namespace foretaste::uitest;
using bridge::text;
using widgets::DataTable;

class DatasetRowsPageTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        prepareApplication(settings_);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        group_ = fixture_.workspace.makeFilledGroup();
        auto& workspace = fixture_.workspace;
        std::string users = "USER_ID,AGE,PLAN\n";
        for (int user = 0; user < service::Workspace::kUsers; ++user)
            users += base::concat('u', user, ',', 20 + user % 50, ",basic\n");
        workspace.import(workspace.makeDataset(group_, "Users", R"({"type": "record",
            "name": "Users", "namespace": "com.amazonaws.personalize.schema", "fields": [
            {"name": "USER_ID", "type": "string"}, {"name": "AGE", "type": "int"},
            {"name": "PLAN", "type": "string", "categorical": true}], "version": "1.0"})"),
                         workspace.write("users.csv", users), "users-1");
    }

    void rowsAreThereWithTheStoryOfTheFirst() {
        const auto page = openPage<DatasetRowsPage>(fixture_, datasetOf("INTERACTIONS"));
        QTRY_VERIFY(shown<DataTable>(*page, "datasetRowsTable"));
        auto* model = shown<DataTable>(*page, "datasetRowsTable")->model();
        QTRY_COMPARE(model->rowCount(), 1601);
        // Times are for people, the figure of the file is in the tool tip.
        QCOMPARE(model->index(1600, 4).data().toString(), s(""));  // on its way
        QTRY_COMPARE(model->index(1600, 4).data().toString(), s("13 Sep 2020 12:26:40"));
        QCOMPARE(model->index(1600, 4).data(Qt::ToolTipRole).toString(), s("1600000000"));
        QTRY_VERIFY(shown<QWidget>(*page, "userStoryCard"));
        QVERIFY2(wordsOf(*page).contains(s("User u0\n21 events")), qPrintable(wordsOf(*page)));
        QCOMPARE(shown<EventTimeline>(*page, "userTimeline")->times().size(), 21);
        QCOMPARE(shown<ItemList>(*page, "userHistoryList")->rows().at(0).title, s("Film 0"));
        const auto* facts =
            shown<QWidget>(*page, "userStoryCard")->findChild<widgets::KeyValuePanel*>();
        QCOMPARE(facts->value(s("AGE")), s("20"));
        QVERIFY(shown<QLabel>(*page, "itemName")->text().startsWith(s("Film ")));
        QVERIFY(takePicture(*page, "dataset_rows"));
    }

    void searchBringsTheRowsThatFit() {
        const auto page = openPage<DatasetRowsPage>(fixture_, datasetOf("INTERACTIONS"));
        QTRY_VERIFY(shown<QLineEdit>(*page, "rowSearchInput"));
        auto* model = shown<DataTable>(*page, "datasetRowsTable")->model();
        QTRY_COMPARE(model->rowCount(), 1601);
        auto* search = shown<QLineEdit>(*page, "rowSearchInput");
        search->setText(s("u79"));
        QTRY_COMPARE(model->rowCount(), 20);
        QTRY_VERIFY(wordsOf(*page).contains(s("20 of 1,601")));
        search->setText(s("nobody"));
        QTRY_COMPARE(model->rowCount(), 0);
        QTRY_VERIFY(!shown<QWidget>(*page, "userStoryCard"));
        search->clear();
        QTRY_COMPARE(model->rowCount(), 1601);

        auto* type = shown<QComboBox>(*page, "eventTypeInput");
        QCOMPARE(type->itemText(0), s("watch"));
        type->setEditText(s("purchase"));
        QTRY_COMPARE(model->rowCount(), 0);
        type->setEditText(s("watch"));
        QTRY_COMPARE(model->rowCount(), 1601);

        auto* from = shown<QDateEdit>(*page, "fromInput");
        QCOMPARE(from->text(), s("From any day"));
        from->setDate(QDate(2020, 9, 13));
        QTRY_VERIFY(model->rowCount() > 0 && model->rowCount() < 1601);
        const int since = model->rowCount();
        from->setDate(from->minimumDate());
        QTRY_COMPARE(model->rowCount(), 1601);
        shown<QDateEdit>(*page, "untilInput")->setDate(QDate(2020, 9, 12));
        QTRY_COMPARE(model->rowCount(), 1601 - since);
    }

    void oneUserAndOneItemCanBeSingledOut() {
        const auto page = openPage<DatasetRowsPage>(fixture_, datasetOf("INTERACTIONS"));
        auto* model = page->findChild<DataTable*>(s("datasetRowsTable"))->model();
        QTRY_VERIFY(shown<TextLink>(*page, "onlyUserLink"));
        emit shown<TextLink>(*page, "onlyUserLink")->activated();
        QTRY_COMPARE(model->rowCount(), 21);
        QCOMPARE(shown<QPushButton>(*page, "userChip")->text(), s("User u0"));
        QTRY_VERIFY(shown<TextLink>(*page, "onlyItemLink"));
        emit shown<TextLink>(*page, "onlyItemLink")->activated();
        QTRY_VERIFY(model->rowCount() < 21);
        QVERIFY(takePicture(*page, "dataset_rows-one_user"));
        QTest::mouseClick(shown<QPushButton>(*page, "itemChip"), Qt::LeftButton);
        QTRY_COMPARE(model->rowCount(), 21);
        QTest::mouseClick(shown<QPushButton>(*page, "userChip"), Qt::LeftButton);
        QTRY_COMPARE(model->rowCount(), 1601);
        QVERIFY(!shown<QPushButton>(*page, "userChip"));
    }

    void aHeadingSortsAllRows() {
        const auto page = openPage<DatasetRowsPage>(fixture_, datasetOf("INTERACTIONS"));
        auto* table = page->findChild<DataTable*>(s("datasetRowsTable"));
        QTRY_COMPARE(table->model()->rowCount(), 1601);
        table->sortByColumn(4, Qt::DescendingOrder);
        QTRY_COMPARE(table->model()->index(0, 4).data().toString(), s("13 Sep 2020 12:26:40"));
        table->sortByColumn(0, Qt::DescendingOrder);
        QTRY_COMPARE(table->model()->index(0, 0).data().toString(), s("u9"));
        table->sortByColumn(-1, Qt::AscendingOrder);
        QTRY_COMPARE(table->model()->index(0, 0).data().toString(), s("u0"));
    }

    void itemsAndUsersHaveTheirOwnStories() {
        const auto page = openPage<DatasetRowsPage>(fixture_, datasetOf("ITEMS"));
        QTRY_VERIFY(shown<QLabel>(*page, "itemName"));
        QCOMPARE(shown<QLabel>(*page, "itemName")->text(), s("Film 0"));
        QVERIFY2(shown<QLabel>(*page, "itemChosen")->text().contains(s("times")),
                 qPrintable(shown<QLabel>(*page, "itemChosen")->text()));
        QVERIFY(!shown<QWidget>(*page, "userStoryCard"));
        QVERIFY(!shown<QDateEdit>(*page, "fromInput"));
        QVERIFY(!shown<TextLink>(*page, "onlyItemLink"));
        auto* table = shown<DataTable>(*page, "datasetRowsTable");
        table->setCurrentIndex(table->model()->index(59, 0));
        QTRY_COMPARE(shown<QLabel>(*page, "itemChosen")->text(), s("never chosen yet"));
        QVERIFY(takePicture(*page, "dataset_rows-items"));

        page->setArgument(text(datasetOf("USERS")));
        page->refresh();
        QTRY_VERIFY(shown<QWidget>(*page, "userStoryCard"));
        QTRY_VERIFY(wordsOf(*page).contains(s("User u0")));
        QVERIFY(!shown<QLabel>(*page, "itemName"));
        QVERIFY(takePicture(*page, "dataset_rows-users"));
    }

    void theDatasetsPageLeadsHere() {
        const auto page = openPage<DatasetPage>(fixture_, datasetOf("ITEMS"));
        QTRY_VERIFY(shown<QPushButton>(*page, "browseRowsButton"));
        QSignalSpy navigated(page.get(), &shell::Page::navigate);
        QTest::mouseClick(shown<QPushButton>(*page, "browseRowsButton"), Qt::LeftButton);
        QCOMPARE(navigated[0], (QVariantList{kDatasetRows, page->argument()}));
    }

private:
    std::string datasetOf(const std::string& type) {
        for (const auto& dataset : fixture_.service().listDatasets(group_).entries)
            if (dataset.datasetType == type) return dataset.datasetArn;
        return {};
    }

    QTemporaryDir settings_;
    ConsoleFixture fixture_;
    std::string group_;
};

QTEST_MAIN(DatasetRowsPageTest)
#include "dataset_rows_page_test.moc"
