// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTableView>

#include "tests/ui/wizards/wizard_fixture.h"
#include "ui/widgets/dialogs.h"

using namespace foretaste;
using namespace foretaste::uitest;

class CreateDatasetGroupTest : public QObject {
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

    void makesGroupSchemaDatasetAndImport() {
        auto wizard = open();
        wizard.picture("wizard-dataset-group-details");
        wizard.type("nameInput", "film-club");
        QVERIFY(wizard.nextTo("schema"));
        QCOMPARE(wizard.find<QLineEdit>("datasetNameInput").text(), s("film-club-interactions"));
        wizard.picture("wizard-dataset-group-schema");
        QVERIFY(wizard.nextTo("import"));
        wizard.picture("wizard-dataset-group-import-empty");
        wizard.drop(desk_->workspace.write("ratings.csv", kRatings));
        QVERIFY(wizard.looked());
        QTRY_VERIFY(wizard.says("The columns were worked out from the first rows of the file."));
        wizard.picture("wizard-dataset-group-import");
        QVERIFY(wizard.nextTo("review"));
        QTRY_VERIFY(wizard.says("USER_ID, ITEM_ID, TIMESTAMP, EVENT_TYPE, EVENT_VALUE"));
        wizard.picture("wizard-dataset-group-review");
        wizard.finish();
        QTRY_VERIFY(!group_.isEmpty());
        QVERIFY(!wizard.isOpen());

        desk_->workspace.settle();
        auto& service = desk_->service();
        const auto group = service.describeDatasetGroup(group_.toStdString());
        QCOMPARE(group.name, std::string("film-club"));
        const auto datasets = service.listDatasets(group.datasetGroupArn).entries;
        QCOMPARE(datasets.size(), std::size_t(1));
        QCOMPARE(datasets[0].name, std::string("film-club-interactions"));
        const auto jobs = service.listDatasetImportJobs(datasets[0].datasetArn).entries;
        QCOMPARE(jobs.size(), std::size_t(1));
        QCOMPARE(jobs[0].jobName, std::string("film-club-interactions-1"));
        QCOMPARE(jobs[0].status, service::Status::Active);
        QCOMPARE(service.datasetStatistics(datasets[0].datasetArn).bulkRows, std::int64_t(3));
        const auto json = service.describeSchema(datasets[0].schemaArn).schema;
        QVERIFY(schema::parseSchema(json).find("EVENT_VALUE"));
        QVERIFY(QSettings().value(s("drafts/createDatasetGroup")).isNull());
    }

    void importMayWait() {
        auto wizard = open();
        walkToImport(wizard);
        QVERIFY(wizard.nextTo("review"));
        QTRY_VERIFY(wizard.says("none now"));
        wizard.finish();
        QTRY_VERIFY(!group_.isEmpty());
        const auto datasets = desk_->service().listDatasets(group_.toStdString()).entries;
        QCOMPARE(datasets.size(), std::size_t(1));
        QVERIFY(desk_->service().listDatasetImportJobs(datasets[0].datasetArn).entries.empty());
    }

    void domainBringsItsOwnColumns() {
        auto wizard = open();
        wizard.type("nameInput", "shop");
        wizard.choose("ecommerce");
        QVERIFY(wizard.nextTo("schema"));
        auto& json = *wizard.dialog().findChild<QPlainTextEdit*>(s("schemaJson"));
        QVERIFY(json.toPlainText().contains(s("EVENT_TYPE")));
        wizard.press("previousButton");
        wizard.choose("custom");
        QVERIFY(wizard.nextTo("schema"));
        QVERIFY(!json.toPlainText().contains(s("EVENT_TYPE")));
    }

    void namesAreChecked() {
        desk_->workspace.makeGroup("film-club");
        auto wizard = open();
        wizard.next();
        QCOMPARE(wizard.step(), s("details"));
        QCOMPARE(wizard.errorAt("name"), s("This must be given."));
        QVERIFY(wizard.find<QLineEdit>("nameInput").hasFocus());
        wizard.type("nameInput", "my films");
        QCOMPARE(wizard.errorAt("name"), QString());
        wizard.next();
        QVERIFY(wizard.errorAt("name").contains(s("letters, digits")));
        wizard.type("nameInput", "film-club");
        wizard.next();
        QVERIFY(wizard.errorAt("name").contains(s("film-club-2")));
        wizard.picture("wizard-dataset-group-name-taken");
        wizard.type("nameInput", "film-club-2");
        QVERIFY(wizard.nextTo("schema"));

        desk_->service().createSchema(
            {.name = "ratings", .schema = std::string(service::kInteractionsSchema)});
        QTRY_VERIFY(shown<QWidget>(wizard.dialog(), "schemaChoiceField"));
        wizard.type("schemaNameInput", "ratings");
        wizard.type("datasetNameInput", "no way");
        wizard.next();
        QCOMPARE(wizard.step(), s("schema"));
        QVERIFY(wizard.errorAt("schemaName").contains(s("ratings-2")));
        QVERIFY(wizard.errorAt("datasetName").contains(s("letters, digits")));
    }

    void schemaCanBeReused() {
        const auto known = desk_->service().createSchema(
            {.name = "ratings", .schema = std::string(service::kInteractionsSchema)});
        auto wizard = open();
        wizard.type("nameInput", "film-club");
        QVERIFY(wizard.nextTo("schema"));
        wizard.find<QComboBox>("schemaChoiceInput").setCurrentText(s("Use ratings"));
        QVERIFY(!shown<QLineEdit>(wizard.dialog(), "schemaNameInput"));
        QVERIFY(wizard.nextTo("import"));
        QVERIFY(wizard.nextTo("review"));
        wizard.finish();
        QTRY_VERIFY(!group_.isEmpty());
        const auto dataset = desk_->service().describeDataset(
            desk_->service().listDatasets(group_.toStdString()).entries.at(0).datasetArn);
        QCOMPARE(dataset.schemaArn, known);
        QCOMPARE(desk_->service().listSchemas().entries.size(), std::size_t(1));
    }

    void schemaThatBreaksARuleIsRefused() {
        auto wizard = open();
        wizard.type("nameInput", "film-club");
        QVERIFY(wizard.nextTo("schema"));
        auto& tabs = wizard.find<QTabWidget>("schemaTabs");
        tabs.setCurrentIndex(1);
        auto& json = wizard.find<QPlainTextEdit>("schemaJson");
        const auto before = json.toPlainText();
        json.setPlainText(QString(before).replace(s("ITEM_ID"), s("FILM")));
        wizard.next();
        QCOMPARE(wizard.step(), s("schema"));
        QVERIFY(wizard.errorAt("schema").contains(s("ITEM_ID")));
        wizard.picture("wizard-dataset-group-schema-json");
        json.setPlainText(s("{\"type\": "));
        wizard.next();
        QCOMPARE(wizard.step(), s("schema"));
        QVERIFY(!wizard.errorAt("schema").isEmpty());
        json.setPlainText(before);
        QVERIFY(wizard.nextTo("import"));
    }

    void refusalOfTheServiceIsMendedAndGoesOn() {
        auto wizard = open();
        walkToImport(wizard);
        QVERIFY(wizard.pointAt(desk_->workspace.write("ratings.csv", kRatings)));
        QVERIFY(wizard.nextTo("review"));
        // Somebody takes the name of the schema in the last moment.
        desk_->service().createSchema({.name = "film-club-interactions-schema",
                                       .schema = std::string(service::kInteractionsSchema)});
        wizard.finish();
        QTRY_COMPARE(wizard.step(), s("schema"));
        QVERIFY2(wizard.errorAt("schemaName").contains(s("already")),
                 qPrintable(wizard.errorAt("schemaName")));
        QCOMPARE(desk_->service().listDatasetGroups().entries.size(), std::size_t(1));
        wizard.type("schemaNameInput", "my-schema");
        QVERIFY(wizard.nextTo("import"));
        QVERIFY(wizard.nextTo("review"));
        QTRY_VERIFY(shown<QWidget>(wizard.dialog(), "creationRun"));
        wizard.picture("wizard-dataset-group-resumed");
        wizard.finish();
        QTRY_VERIFY(!group_.isEmpty());
        QCOMPARE(desk_->service().listDatasetGroups().entries.size(), std::size_t(1));
        QCOMPARE(desk_->service().listDatasets(group_.toStdString()).entries.size(),
                 std::size_t(1));
    }

    void fileThatWentInTheLastMomentIsToldAtItsField() {
        const auto path = desk_->workspace.write("ratings.csv", kRatings);
        auto wizard = open();
        walkToImport(wizard);
        QVERIFY(wizard.pointAt(path));
        QVERIFY(wizard.nextTo("review"));
        std::filesystem::remove(path);
        wizard.finish();
        QTRY_COMPARE(wizard.step(), s("import"));
        QVERIFY(wizard.errorAt("dataLocation").contains(s("no file")));
        // What is made cannot be changed any more, and the rest is.
        wizard.press("step/details");
        QVERIFY(!wizard.find<QLineEdit>("nameInput").isEnabled());
        QVERIFY(wizard.nextTo("schema"));
        QVERIFY(!wizard.find<QLineEdit>("datasetNameInput").isEnabled());
        QVERIFY(wizard.nextTo("import"));
        QVERIFY(wizard.pointAt(desk_->workspace.write("again.csv", kRatings)));
        QVERIFY(wizard.nextTo("review"));
        wizard.finish();
        QTRY_VERIFY(!group_.isEmpty());
        desk_->workspace.settle();
        const auto dataset = desk_->service().listDatasets(group_.toStdString()).entries.at(0);
        QCOMPARE(desk_->service().datasetStatistics(dataset.datasetArn).bulkRows, std::int64_t(3));
    }

    void draftSurvivesCancelUntilItIsStartedOver() {
        const auto path = desk_->workspace.write("ratings.csv", kRatings);
        {
            auto wizard = open();
            wizard.type("nameInput", "half-done");
            wizard.choose("videoOnDemand");
            QVERIFY(wizard.nextTo("schema"));
            QVERIFY(wizard.nextTo("import"));
            QVERIFY(wizard.pointAt(path));
            wizard.press("cancelButton");
        }
        {
            auto wizard = open();
            QTRY_VERIFY(wizard.says("What you entered last time is still here."));
            QCOMPARE(wizard.find<QLineEdit>("nameInput").text(), s("half-done"));
            QVERIFY(wizard.find<QAbstractButton>("choice/videoOnDemand").isChecked());
            wizard.picture("wizard-dataset-group-draft");
            QVERIFY(wizard.nextTo("schema"));
            QVERIFY(wizard.nextTo("import"));
            QCOMPARE(wizard.find<QLineEdit>("dataLocationEdit").text(),
                     QString::fromStdString(path));
            wizard.press("startOverButton");
        }
        const OpenWizard fresh(desk_->window, kGroupWizard);
        QCOMPARE(fresh.find<QLineEdit>("nameInput").text(), QString());
        QVERIFY(!shown<QAbstractButton>(fresh.dialog(), "startOverButton"));
    }

    void suggestionsAloneAreNoDraft() {
        {
            auto wizard = open();
            wizard.press("cancelButton");
        }
        auto wizard = open();
        QVERIFY(!shown<QAbstractButton>(wizard.dialog(), "startOverButton"));
    }

    void cancelAfterTheGroupIsMadeLeavesTheRestForItsDatasets() {
        const auto path = desk_->workspace.write("ratings.csv", kRatings);
        {
            auto wizard = open();
            walkToImport(wizard);
            QVERIFY(wizard.pointAt(path));
            QVERIFY(wizard.nextTo("review"));
            desk_->service().createSchema({.name = "film-club-interactions-schema",
                                           .schema = std::string(service::kInteractionsSchema)});
            wizard.finish();
            QTRY_COMPARE(wizard.step(), s("schema"));
            wizard.press("cancelButton");
        }
        QVERIFY(group_.isEmpty());
        const auto groups = desk_->service().listDatasetGroups().entries;
        QCOMPARE(groups.size(), std::size_t(1));
        wizards::importDataset(*desk_->console, &desk_->window,
                               bridge::text(groups[0].datasetGroupArn),
                               service::DatasetType::Interactions, {});
        const OpenWizard wizard(desk_->window, "importDatasetWizard");
        QVERIFY(wizard.find<QAbstractButton>("startOverButton").isVisible());
        wizard.type("schemaNameInput", "other-schema");
        QVERIFY(wizard.nextTo("import"));
        QCOMPARE(wizard.find<QLineEdit>("dataLocationEdit").text(), QString::fromStdString(path));
    }

    void walksByKeyboardAlone() {
        auto wizard = open();
        wizard.dialog().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&wizard.dialog()));
        const auto key = [](Qt::Key pressed, Qt::KeyboardModifiers modifiers = {}) {
            QTest::keyClick(QApplication::focusWidget(), pressed, modifiers);
        };
        const auto tabTo = [&key](const char* name) {
            for (int stops = 0; QApplication::focusWidget()->objectName() != s(name); ++stops) {
                QVERIFY(stops < 30);
                key(Qt::Key_Tab);
            }
        };
        QVERIFY(wizard.find<QLineEdit>("nameInput").hasFocus());
        QTest::keyClicks(QApplication::focusWidget(), s("film-club"));
        key(Qt::Key_Tab);
        QVERIFY(wizard.find<QWidget>("choice/custom").hasFocus());
        key(Qt::Key_Down);
        QVERIFY(wizard.find<QWidget>("choice/ecommerce").hasFocus());
        key(Qt::Key_Up);
        key(Qt::Key_Tab);  // past the cards: one stop for all of them
        tabTo("nextButton");
        key(Qt::Key_Space);
        QCOMPARE(wizard.step(), s("schema"));
        QVERIFY(wizard.find<QLineEdit>("datasetNameInput").hasFocus());
        key(Qt::Key_Return);
        QCOMPARE(wizard.step(), s("import"));
        QVERIFY(wizard.find<QLineEdit>("dataLocationEdit").hasFocus());
        QTest::keyClicks(QApplication::focusWidget(),
                         QString::fromStdString(desk_->workspace.write("ratings.csv", kRatings)));
        key(Qt::Key_Tab);
        QVERIFY(wizard.looked());
        tabTo("nextButton");
        key(Qt::Key_Space);
        QCOMPARE(wizard.step(), s("review"));
        tabTo("finishButton");
        key(Qt::Key_Space);
        QTRY_VERIFY(!group_.isEmpty());
    }

    void doubleClickOpensOneWizard() {
        wizards::createDatasetGroup(*desk_->console, &desk_->window, {});
        wizards::createDatasetGroup(*desk_->console, &desk_->window, {});
        const OpenWizard wizard(desk_->window, kGroupWizard);
        QCOMPARE(desk_->window.findChildren<QDialog*>(s(kGroupWizard)).size(), 1);
        QCOMPARE(wizard.dialog().windowModality(), Qt::WindowModal);
    }

    void everyControlHasAName() {
        auto wizard = open();
        wizard.type("nameInput", "film-club");
        for (const char* step : {"schema", "import", "review"}) {
            for (auto* widget : wizard.dialog().findChildren<QWidget*>())
                if (widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus) &&
                    !qobject_cast<QAbstractButton*>(widget))
                    QVERIFY2(!widget->accessibleName().isEmpty() ||
                                 widget->objectName().startsWith(s("qt_")),
                             qPrintable(widget->objectName()));
            QVERIFY(wizard.nextTo(step));
        }
    }

private:
    OpenWizard open() {
        return openGroupWizard(*desk_, [this](const QString& arn) { group_ = arn; });
    }

    QTemporaryDir settings_;
    std::unique_ptr<WizardFixture> desk_;
    QString group_;
};

QTEST_MAIN(CreateDatasetGroupTest)
#include "create_dataset_group_test.moc"
