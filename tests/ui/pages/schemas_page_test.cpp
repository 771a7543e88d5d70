// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/schema/schemas_page.h"

#include <QPlainTextEdit>

#include "tests/ui/pages/console_fixture.h"
#include "ui/pages/pages.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/dialogs.h"

using namespace foretaste;
using namespace foretaste::pages;
using namespace foretaste::uitest;
using bridge::text;

class SchemasPageTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { prepareApplication(settings_); }
    void cleanup() { QCOMPARE(widgets::testing::clearAnswers(), 0); }

    void withoutASchemaTheWayLeadsToGroups() {
        const auto page = openPage<SchemasPage>(fixture_, {});
        QTRY_VERIFY(shown<QPushButton>(*page, "emptyStateButton"));
        QVERIFY(takePicture(*page, "schemas-empty"));
        QSignalSpy navigated(page.get(), &shell::Page::navigate);
        QTest::mouseClick(shown<QPushButton>(*page, "emptyStateButton"), Qt::LeftButton);
        QCOMPARE(navigated[0][0].toString(), kDatasetGroups);
    }

    void schemasAreReadAndTheUnusedDeleted() {
        fixture_.workspace.makeFilledGroup();
        fixture_.service().createSchema(
            {.name = "spare", .schema = std::string(service::kItemsSchema)});
        const auto page = openPage<SchemasPage>(fixture_, {});
        auto* table = page->findChild<widgets::DataTable*>(s("schemasTable"));
        QTRY_COMPARE(table->model()->rowCount(), 3);
        auto* remove = shown<QPushButton>(*page, "deleteSchemaButton");

        select(*table, "film-club-items");
        QVERIFY(!remove->isEnabled());
        QVERIFY(wordsOf(*page).contains(s("Used by")));
        QVERIFY(wordsOf(*page).contains(s("film-club-items of film-club")));
        QVERIFY(page->findChild<QPlainTextEdit*>()->toPlainText().contains(s("GENRES")));
        QVERIFY(takePicture(*page, "schemas"));

        select(*table, "spare");
        QVERIFY(wordsOf(*page).contains(s("No dataset has it.")));
        widgets::testing::answerConfirm(true);
        QTest::mouseClick(remove, Qt::LeftButton);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QCOMPARE(fixture_.service().listSchemas().entries.size(), 2u);
    }

private:
    static void select(widgets::DataTable& table, const char* name) {
        for (int row = 0; row < table.model()->rowCount(); ++row)
            if (const auto index = table.model()->index(row, 0); index.data().toString() == s(name))
                table.setCurrentIndex(index);
        QCOMPARE(table.currentIndex().data().toString(), s(name));
    }

    QTemporaryDir settings_;
    ConsoleFixture fixture_;
};

QTEST_MAIN(SchemasPageTest)
#include "schemas_page_test.moc"
