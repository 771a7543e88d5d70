// SPDX-License-Identifier: GPL-3.0-or-later
#include <QPlainTextEdit>

#include "core/base/file.h"
#include "tests/ui/wizards/wizard_fixture.h"
#include "ui/widgets/dialogs.h"

using namespace foretaste;
using namespace foretaste::uitest;
using service::Workspace;

/// Exporting a dataset, and replacing its schema.
class DatasetDialogsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        prepareApplication(settings_);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }
    void init() {
        desk_ = std::make_unique<WizardFixture>();
        items_ = desk_->service()
                     .listDatasets(desk_->workspace.makeFilledGroup())
                     .entries.at(1)
                     .datasetArn;
        made_.clear();
    }
    void cleanup() {
        desk_.reset();
        QCOMPARE(widgets::testing::clearAnswers(), 0);
    }

    void rowsAreExportedIntoAFolder() {
        const auto dialog = openExport();
        QVERIFY(dialog.says("60 rows"));
        QVERIFY(!dialog.find<QAbstractButton>("choice/put").isEnabled());
        QCOMPARE(dialog.find<QLineEdit>("jobNameInput").text(), s("film-club-items-export-1"));
        dialog.picture("dialog-export");
        const auto folder = desk_->workspace.folder() / "out";
        widgets::testing::answerFile(QString::fromStdString(folder.string()));
        dialog.press("chooseFolderButton");
        dialog.press("exportButton");
        QTRY_VERIFY(!made_.isEmpty());
        desk_->workspace.settle();
        const auto csv = base::readFile(folder / "film-club-items-export-1.csv");
        QCOMPARE(std::count(csv.begin(), csv.end(), '\n'), std::ptrdiff_t(Workspace::kItems + 1));
        QVERIFY(!dialog.isOpen());
    }

    void aRefusedExportSaysWhyAtItsField() {
        const auto dialog = openExport();
        dialog.type("jobNameInput", "-");
        dialog.press("exportButton");
        QTRY_VERIFY(dialog.errorAt("jobName").contains(s("letters, digits")));
        QVERIFY(dialog.isOpen());
    }

    void anotherSchemaTakesOver() {
        const auto dialog = openReplace();
        auto* json = dialog.dialog().findChild<QPlainTextEdit*>(s("schemaJson"));
        QCOMPARE(dialog.find<QLineEdit>("schemaNameInput").text(), s("film-club-items-2"));
        dialog.picture("dialog-replace-schema");
        json->setPlainText(json->toPlainText().replace(
            s("{\"name\": \"TITLE\""),
            s("{\"name\": \"YEAR\", \"type\": [\"null\", \"int\"]}, {\"name\": \"TITLE\"")));
        dialog.press("replaceButton");
        QTRY_VERIFY(!made_.isEmpty());
        desk_->workspace.settle();
        auto& service = desk_->service();
        const auto dataset = service.describeDataset(items_);
        QCOMPARE(bridge::shortId(dataset.schemaArn), s("film-club-items-2"));
        QCOMPARE(service.datasetRows(items_, 0, 1).columns.size(), std::size_t(5));
        QCOMPARE(service.datasetStatistics(items_).bulkRows, std::int64_t(Workspace::kItems));
    }

    void aSchemaThatTheRowsCannotFollowIsRefused() {
        const auto dialog = openReplace();
        auto* json = dialog.dialog().findChild<QPlainTextEdit*>(s("schemaJson"));
        const auto whole = json->toPlainText();
        json->setPlainText(whole.left(40));
        QVERIFY(!dialog.find<QAbstractButton>("replaceButton").isEnabled());
        json->setPlainText(QString(whole).replace(s("\"TITLE\""), s("\"LABEL\"")));
        dialog.press("replaceButton");
        QTRY_VERIFY(dialog.errorAt("schema").contains(s("TITLE")));
        const auto schemas = desk_->service().listSchemas().entries.size();
        QCOMPARE(schemas, std::size_t(2));  // the one that was refused is not left behind
    }

private:
    OpenWizard openExport() {
        wizards::exportDataset(*desk_->console, &desk_->window, bridge::text(items_),
                               [this](const QString& arn) { made_ = arn; });
        return OpenWizard(desk_->window, "exportDatasetDialog");
    }
    OpenWizard openReplace() {
        wizards::replaceSchema(*desk_->console, &desk_->window, bridge::text(items_),
                               [this](const QString& arn) { made_ = arn; });
        return OpenWizard(desk_->window, "replaceSchemaDialog");
    }

    QTemporaryDir settings_;
    std::unique_ptr<WizardFixture> desk_;
    std::string items_;
    QString made_;
};

QTEST_MAIN(DatasetDialogsTest)
#include "dataset_dialogs_test.moc"
