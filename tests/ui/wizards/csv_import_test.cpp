// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTableView>

#include "tests/core/base/source_tree.h"
#include "tests/ui/wizards/wizard_fixture.h"
#include "ui/widgets/dialogs.h"

using namespace foretaste;
using namespace foretaste::uitest;

/// Pointing at a CSV, in the wizard for dataset groups.
class CsvImportTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { prepareApplication(settings_); }
    void init() {
        QSettings().clear();
        desk_ = std::make_unique<WizardFixture>();
        group_.clear();
    }
    void cleanup() {
        desk_.reset();
        QCOMPARE(widgets::testing::clearAnswers(), 0);
    }

    void filesThatCannotBeImported_data() {
        QTest::addColumn<QString>("csv");
        QTest::addColumn<QString>("told");
        QTest::newRow("missing column")
            << s("USER_ID,FILM,TIMESTAMP\nu1,i1,1600000000\n") << s("ITEM_ID");
        QTest::newRow("semicolons")
            << s("USER_ID;ITEM_ID;TIMESTAMP\nu1;i1;1600000000\n") << s("semicolons");
        QTest::newRow("wrong type")
            << s("USER_ID,ITEM_ID,TIMESTAMP\nu1,i1,yesterday\nu2,i1,today\n") << s("yesterday");
        QTest::newRow("only a header") << s("USER_ID,ITEM_ID,TIMESTAMP\n") << s("no rows");
        QTest::newRow("empty") << s("") << s("empty");
    }

    void filesThatCannotBeImported() {
        QFETCH(QString, csv);
        QFETCH(QString, told);
        auto wizard = open();
        walkToImport(wizard);
        QVERIFY(wizard.pointAt(desk_->workspace.write("ratings.csv", csv.toStdString())));
        QVERIFY2(wizard.errorAt("dataLocation").contains(told),
                 qPrintable(wizard.errorAt("dataLocation")));
        wizard.next();
        QCOMPARE(wizard.step(), s("import"));
        QVERIFY(wizard.errorAt("dataLocation").contains(told));
        if (told == s("yesterday")) wizard.picture("wizard-dataset-group-import-wrong-type");
        if (told == s("ITEM_ID")) wizard.picture("wizard-dataset-group-import-header");
        // Mended, it goes on.
        QVERIFY(wizard.pointAt(desk_->workspace.write("mended.csv", kRatings)));
        QCOMPARE(wizard.errorAt("dataLocation"), QString());
        QVERIFY(wizard.nextTo("review"));
    }

    void fileThatIsNotThereIsToldAtOnce() {
        auto wizard = open();
        walkToImport(wizard);
        QVERIFY(wizard.pointAt("/no/such/ratings.csv"));
        QVERIFY(wizard.errorAt("dataLocation").contains(s("/no/such/ratings.csv")));
        wizard.next();
        QCOMPARE(wizard.step(), s("import"));
    }

    void rowsThatDoNotFitAreShownAndLeftOut() {
        auto wizard = open();
        walkToImport(wizard);
        QVERIFY(wizard.pointAt(desk_->workspace.write(
            "ratings.csv", "USER_ID,ITEM_ID,TIMESTAMP\nu1,i1,1600000000\nu2,i1,soon\n")));
        QCOMPARE(wizard.errorAt("dataLocation"), QString());
        QTRY_VERIFY(wizard.says("Rows that do not fit the schema are left out"));
        const auto* rows = wizard.find<QTableView>("csvPreviewTable").model();
        QCOMPARE(rows->index(1, 2).data().toString(), s("soon"));
        QVERIFY(rows->index(1, 2).data(Qt::ToolTipRole).toString().contains(s("whole number")));
        QVERIFY(rows->index(0, 2).data(Qt::ToolTipRole).isNull());
        QVERIFY(wizard.nextTo("review"));
    }

    void columnsOfOneFileGiveWayToThoseOfTheNext() {
        auto wizard = open();
        walkToImport(wizard);
        QVERIFY(wizard.pointAt(desk_->workspace.write("ratings.csv", kRatings)));
        QVERIFY(wizard.pointAt(
            desk_->workspace.write("plain.csv", "USER_ID,ITEM_ID,TIMESTAMP\nu1,i1,1600000000\n")));
        QVERIFY(wizard.nextTo("review"));
        QTRY_VERIFY(wizard.says("USER_ID, ITEM_ID, TIMESTAMP"));
        QVERIFY(!wizard.says("EVENT_TYPE"));
    }

    void columnsOfTheUserStayAndAreOffered() {
        auto wizard = open();
        wizard.type("nameInput", "film-club");
        QVERIFY(wizard.nextTo("schema"));
        wizard.press("addColumnButton");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(wizard.find<QWidget>("schemaTable").hasFocus());
        QVERIFY(wizard.nextTo("import"));
        QVERIFY(wizard.pointAt(desk_->workspace.write("ratings.csv", kRatings)));
        QTRY_VERIFY(wizard.says("The schema and the file name different columns."));
        wizard.press("takeSchemaButton");
        QTRY_VERIFY(!wizard.says("The schema and the file name different columns."));
        QVERIFY(wizard.looked());
        QVERIFY(wizard.nextTo("review"));
        QTRY_VERIFY(wizard.says("EVENT_VALUE"));
        QVERIFY(!wizard.says("NEW_COLUMN"));
    }

    void schemaInferredOnTheColumnsStepBringsItsFileAlong() {
        const auto path = desk_->workspace.write("ratings.csv", kRatings);
        auto wizard = open();
        wizard.type("nameInput", "film-club");
        QVERIFY(wizard.nextTo("schema"));
        widgets::testing::answerFile(QString::fromStdString(path));
        wizard.press("inferSchemaButton");
        QTRY_VERIFY(wizard.says("Guessed from the first rows of the file"));
        QVERIFY(wizard.nextTo("import"));
        QCOMPARE(wizard.find<QLineEdit>("dataLocationEdit").text(), QString::fromStdString(path));
        QVERIFY(wizard.looked());
        QTRY_VERIFY(wizard.says("These rows fit the schema."));
    }

    void fileThatTellsNoColumnsIsToldAtTheColumns() {
        widgets::testing::answerFile(
            QString::fromStdString(desk_->workspace.write("empty.csv", {})));
        auto wizard = open();
        wizard.type("nameInput", "film-club");
        QVERIFY(wizard.nextTo("schema"));
        wizard.press("inferSchemaButton");
        QTRY_VERIFY(wizard.errorAt("schema").contains(s("empty")));
    }

    void publicDataComesThroughUntouched() {
        const auto folder = tests::publicData() / "movietweetings";
        if (!std::filesystem::exists(folder / "interactions.csv"))
            QSKIP("no public data sets here; FORETASTE_DATA names their folder");
        auto wizard = open();
        walkToImport(wizard);
        wizard.drop(folder.string());
        QVERIFY(wizard.looked());
        QTRY_VERIFY(wizard.says("interactions.schema.json, which lies beside the file"));
        QVERIFY(wizard.find<QLineEdit>("dataLocationEdit").text().endsWith(s("interactions.csv")));
        wizard.picture("wizard-dataset-group-import-public");
        wizard.press("showColumnsButton");
        QCOMPARE(wizard.step(), s("schema"));
        wizard.picture("wizard-dataset-group-schema-public");
        QVERIFY(wizard.nextTo("import"));
        QVERIFY(wizard.nextTo("review"));
        wizard.finish();
        QTRY_VERIFY(!group_.isEmpty());
        desk_->workspace.settle();
        const auto dataset = desk_->service().listDatasets(group_.toStdString()).entries.at(0);
        QCOMPARE(desk_->service().datasetStatistics(dataset.datasetArn).items, std::int64_t(12611));
    }

    void publicDataWithoutASchemaIsInferred() {
        const auto file = tests::publicData() / "movietweetings" / "interactions.csv";
        if (!std::filesystem::exists(file))
            QSKIP("no public data sets here; FORETASTE_DATA names their folder");
        const auto copy = desk_->workspace.write("ratings.csv", {});
        std::filesystem::copy_file(file, copy, std::filesystem::copy_options::overwrite_existing);
        auto wizard = open();
        walkToImport(wizard);
        wizard.drop(copy);
        QVERIFY(wizard.looked());
        QTRY_VERIFY(wizard.says("worked out from the first rows"));
        QTRY_VERIFY(wizard.says("These rows fit the schema."));
        QVERIFY(wizard.nextTo("review"));
        wizard.finish();
        QTRY_VERIFY(!group_.isEmpty());
        desk_->workspace.settle();
        const auto dataset = desk_->service().listDatasets(group_.toStdString()).entries.at(0);
        const auto statistics = desk_->service().datasetStatistics(dataset.datasetArn);
        QCOMPARE(statistics.items, std::int64_t(12611));
        QCOMPARE(statistics.users, std::int64_t(21081));
    }

private:
    OpenWizard open() {
        return openGroupWizard(*desk_, [this](const QString& arn) { group_ = arn; });
    }

    QTemporaryDir settings_;
    std::unique_ptr<WizardFixture> desk_;
    QString group_;
};

QTEST_MAIN(CsvImportTest)
#include "csv_import_test.moc"
