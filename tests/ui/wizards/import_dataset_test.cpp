// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QTableView>

#include "tests/core/base/source_tree.h"
#include "tests/ui/wizards/wizard_fixture.h"
#include "ui/widgets/dialogs.h"

using namespace foretaste;
using namespace foretaste::uitest;
using service::DatasetType;
using service::Workspace;

class ImportDatasetTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { prepareApplication(settings_); }
    void init() {
        QSettings().clear();
        desk_ = std::make_unique<WizardFixture>();
        dataset_.clear();
    }
    void cleanup() { desk_.reset(); }

    void makesTheDatasetThatIsMissing() {
        const auto group = desk_->workspace.makeGroup();
        auto wizard = open(group, DatasetType::Items);
        QCOMPARE(wizard.step(), s("schema"));
        QCOMPARE(wizard.find<QLineEdit>("datasetNameInput").text(), s("film-club-items"));
        wizard.picture("wizard-import-dataset-schema");
        QVERIFY(wizard.nextTo("import"));
        wizard.drop(desk_->workspace.write("films.csv", Workspace::itemsCsv()));
        QVERIFY(wizard.looked());
        QTRY_VERIFY(wizard.says("These rows fit the schema."));
        wizard.picture("wizard-import-dataset-import");
        QVERIFY(wizard.nextTo("review"));
        QCOMPARE(wizard.find<QAbstractButton>("finishButton").text(), s("Create items dataset"));
        wizard.picture("wizard-import-dataset-review");
        wizard.finish();
        QTRY_VERIFY(!dataset_.isEmpty());
        desk_->workspace.settle();
        const auto statistics = desk_->service().datasetStatistics(dataset_.toStdString());
        QCOMPARE(statistics.bulkRows, std::int64_t(Workspace::kItems));
    }

    void importsIntoTheDatasetThatIsThere() {
        const auto group = desk_->workspace.makeFilledGroup();
        auto wizard = open(group, DatasetType::Items);
        QCOMPARE(wizard.step(), s("import"));  // its columns are settled
        QVERIFY(wizard.says("GENRES"));
        QVERIFY(wizard.pointAt(desk_->workspace.write(
            "more.csv",
            "ITEM_ID,GENRES,TITLE,CREATION_TIMESTAMP\nnew1,Genre1,New film,1600000000\n")));
        wizard.choose("add");
        wizard.picture("wizard-import-dataset-add");
        QVERIFY(wizard.nextTo("review"));
        QTRY_VERIFY(wizard.says("film-club-items-2"));
        QVERIFY(wizard.says("Add"));
        wizard.finish();
        QTRY_VERIFY(!dataset_.isEmpty());
        desk_->workspace.settle();
        QCOMPARE(desk_->service().datasetStatistics(dataset_.toStdString()).bulkRows,
                 std::int64_t(Workspace::kItems + 1));
    }

    void replacesUnlessToldToAdd() {
        const auto group = desk_->workspace.makeFilledGroup();
        auto wizard = open(group, DatasetType::Items);
        QVERIFY(wizard.find<QAbstractButton>("choice/replace").isChecked());
        QVERIFY(wizard.pointAt(desk_->workspace.write(
            "other.csv",
            "ITEM_ID,GENRES,TITLE,CREATION_TIMESTAMP\nonly,Genre1,Film,1600000000\n")));
        QVERIFY(wizard.nextTo("review"));
        wizard.finish();
        QTRY_VERIFY(!dataset_.isEmpty());
        desk_->workspace.settle();
        QCOMPARE(desk_->service().datasetStatistics(dataset_.toStdString()).bulkRows,
                 std::int64_t(1));
    }

    void firstImportAsksForNoMode() {
        const auto group = desk_->workspace.makeGroup();
        desk_->workspace.makeDataset(group, "Items", service::kItemsSchema);
        auto wizard = open(group, DatasetType::Items);
        QCOMPARE(wizard.step(), s("import"));
        QVERIFY(!shown<QWidget>(wizard.dialog(), "choice/add"));
    }

    void fileIsNeededWhereThereIsADataset() {
        const auto group = desk_->workspace.makeFilledGroup();
        auto wizard = open(group, DatasetType::Interactions);
        wizard.next();
        QCOMPARE(wizard.step(), s("import"));
        QCOMPARE(wizard.errorAt("dataLocation"), s("This must be given."));
        QVERIFY(wizard.find<QWidget>("dataLocationEdit").hasFocus());
    }

    void settledColumnsAreHeldAgainstTheFile() {
        const auto group = desk_->workspace.makeFilledGroup();
        auto wizard = open(group, DatasetType::Items);
        QVERIFY(wizard.pointAt(
            desk_->workspace.write("films.csv", "ITEM_ID,GENRES,YEAR\ni1,Genre1,2001\n")));
        QVERIFY(wizard.errorAt("dataLocation").contains(s("TITLE")));
        QVERIFY(!shown<QWidget>(wizard.dialog(), "takeSchemaButton"));
        wizard.next();
        QCOMPARE(wizard.step(), s("import"));
        QVERIFY(wizard.pointAt(desk_->workspace.write(
            "films.csv2.csv",
            "ITEM_ID,GENRES,TITLE,CREATION_TIMESTAMP\ni1,Genre1,Film,last year\n")));
        QVERIFY(wizard.errorAt("dataLocation").contains(s("last year")));
    }

    void jobNamesAreChecked() {
        const auto group = desk_->workspace.makeFilledGroup();
        auto wizard = open(group, DatasetType::Items);
        QVERIFY(wizard.pointAt(desk_->workspace.write("films.csv", Workspace::itemsCsv())));
        wizard.type("jobNameInput", "film-club-items-1");
        wizard.next();
        QCOMPARE(wizard.step(), s("import"));
        QVERIFY(wizard.errorAt("jobName").contains(s("film-club-items-1-2")));
        wizard.type("jobNameInput", "-");
        wizard.next();
        QVERIFY(wizard.errorAt("jobName").contains(s("letters, digits")));
    }

    void usersAreInferredFromPublicLookingData() {
        const auto group = desk_->workspace.makeGroup();
        auto wizard = open(group, DatasetType::Users);
        QVERIFY(wizard.nextTo("import"));
        std::string csv = "userId,age,country\n";
        for (int user = 0; user < 40; ++user)
            csv += base::concat("u", user, ',', 20 + user % 5, user % 2 ? ",de\n" : ",fr\n");
        QVERIFY(wizard.pointAt(desk_->workspace.write("people.csv", csv)));
        QTRY_VERIFY(wizard.says("worked out from the first rows"));
        QCOMPARE(wizard.errorAt("dataLocation"), QString());
        QVERIFY(wizard.nextTo("review"));
        QTRY_VERIFY(wizard.says("USER_ID, AGE, COUNTRY"));
        wizard.finish();
        QTRY_VERIFY(!dataset_.isEmpty());
        desk_->workspace.settle();
        QCOMPARE(desk_->service().datasetStatistics(dataset_.toStdString()).bulkRows,
                 std::int64_t(40));
    }

    void publicItemsComeThrough() {
        const auto folder = tests::publicData() / "movietweetings";
        if (!std::filesystem::exists(folder / "items.csv"))
            QSKIP("no public data sets here; FORETASTE_DATA names their folder");
        const auto group = desk_->workspace.makeGroup();
        auto wizard = open(group, DatasetType::Items);
        QVERIFY(wizard.nextTo("import"));
        wizard.drop((folder / "items.csv").string());
        QVERIFY(wizard.looked());
        QTRY_VERIFY(wizard.says("items.schema.json, which lies beside the file"));
        wizard.picture("wizard-import-dataset-public");
        QVERIFY(wizard.nextTo("review"));
        wizard.finish();
        QTRY_VERIFY(!dataset_.isEmpty());
        desk_->workspace.settle();
        QVERIFY(desk_->service().datasetStatistics(dataset_.toStdString()).bulkRows > 20000);
    }

    void conflictInTheLastMomentGoesToItsField() {
        const auto group = desk_->workspace.makeGroup();
        auto wizard = open(group, DatasetType::Items);
        QVERIFY(wizard.nextTo("import"));
        QVERIFY(wizard.pointAt(desk_->workspace.write("films.csv", Workspace::itemsCsv())));
        QVERIFY(wizard.nextTo("review"));
        desk_->workspace.makeDataset(group, "Items", service::kItemsSchema);
        wizard.finish();
        QTRY_COMPARE(wizard.step(), s("schema"));
        QVERIFY2(wizard.errorAt("datasetName").contains(s("already")),
                 qPrintable(wizard.errorAt("datasetName")));
    }

    void schemaThatWasMadeIsChosenTheNextTime() {
        const auto group = desk_->workspace.makeGroup();
        {
            auto wizard = open(group, DatasetType::Items);
            QVERIFY(wizard.nextTo("import"));
            QVERIFY(wizard.nextTo("review"));
            // The dataset comes from elsewhere, and goes again.
            const auto other = desk_->workspace.makeDataset(group, "Items", service::kItemsSchema);
            wizard.finish();
            QTRY_COMPARE(wizard.step(), s("schema"));
            wizard.press("cancelButton");
            desk_->service().deleteDataset(other);
        }
        auto wizard = open(group, DatasetType::Items);
        QCOMPARE(wizard.find<QComboBox>("schemaChoiceInput").currentText(),
                 s("Use film-club-items-schema"));
        QVERIFY(wizard.nextTo("import"));
        QVERIFY(wizard.nextTo("review"));
        wizard.finish();
        QTRY_VERIFY(!dataset_.isEmpty());
    }

    void draftsAreKeptApartByGroupAndKind() {
        const auto films = desk_->workspace.makeGroup("films");
        const auto books = desk_->workspace.makeGroup("books");
        {
            auto wizard = open(films, DatasetType::Items);
            wizard.type("datasetNameInput", "my-films");
            wizard.press("cancelButton");
        }
        {
            auto wizard = open(books, DatasetType::Items);
            QCOMPARE(wizard.find<QLineEdit>("datasetNameInput").text(), s("books-items"));
            wizard.press("cancelButton");
        }
        auto wizard = open(films, DatasetType::Items);
        QCOMPARE(wizard.find<QLineEdit>("datasetNameInput").text(), s("my-films"));
    }

    void groupThatIsGoneIsTold() {
        widgets::testing::answerConfirm(true);
        wizards::importDataset(*desk_->console, &desk_->window,
                               s("arn:aws:personalize:us-east-1:000000000000:dataset-group/gone"),
                               DatasetType::Items, {});
        QTRY_VERIFY(widgets::testing::lastQuestion().contains(s("gone")));
        QTRY_VERIFY(!desk_->window.findChild<QDialog*>(s("importDatasetWizard")));
        QCOMPARE(widgets::testing::clearAnswers(), 0);
    }

private:
    OpenWizard open(const std::string& group, DatasetType type) {
        wizards::importDataset(*desk_->console, &desk_->window, bridge::text(group), type,
                               [this](const QString& arn) { dataset_ = arn; });
        return OpenWizard(desk_->window, "importDatasetWizard");
    }

    QTemporaryDir settings_;
    std::unique_ptr<WizardFixture> desk_;
    QString dataset_;
};

QTEST_MAIN(ImportDatasetTest)
#include "import_dataset_test.moc"
