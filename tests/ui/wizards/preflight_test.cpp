// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QToolButton>

#include "tests/core/base/source_tree.h"
#include "tests/ui/wizards/wizard_fixture.h"
#include "ui/widgets/dialogs.h"

using namespace foretaste;
using namespace foretaste::uitest;
using service::DatasetType;

/// Files that were not made for the service, and what a click does about them.
class PreflightTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        prepareApplication(settings_);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }
    void init() {
        QSettings().clear();
        desk_ = std::make_unique<WizardFixture>();
        group_.clear();
    }
    void cleanup() {
        desk_.reset();
        QCOMPARE(widgets::testing::clearAnswers(), 0);
    }

    void movieLensRatingsBecomeEvents() {
        std::string csv = "userId,movieId,rating,timestamp\n";
        for (int user = 0; user < 40; ++user)
            for (int film = 0; film < 30; ++film)
                csv += base::concat(user, ',', film, ',', 0.5 * (1 + (user + film) % 10), ',',
                                    1'260'759'144 + 60 * (40 * film + user), "000\n");
        auto wizard = openGroupWizard(*desk_, [this](const QString& arn) { group_ = arn; });
        walkToImport(wizard);
        QVERIFY(wizard.pointAt(desk_->workspace.write("ratings.csv", csv)));
        QTRY_VERIFY(wizard.says("ITEM_ID is read from the column movieId."));
        QTRY_VERIFY(wizard.says("TIMESTAMP is in milliseconds; the service wants seconds."));
        QTRY_VERIFY(wizard.says("0 of 1,200 rows come in; the service trains from 1,000 on"));
        wizard.picture("wizard-preflight-ratings");

        wizard.press("fixButton/TIMESTAMP");
        QTRY_VERIFY(wizard.says("TIMESTAMP: milliseconds become seconds."));
        QTRY_VERIFY(wizard.says("1,200 of 1,200 rows come in"));
        QTRY_VERIFY(wizard.says("40 of 40 users have two rows or more"));
        QCOMPARE(wizard.errorAt("dataLocation"), QString());

        wizard.find<QDoubleSpinBox>("ratingInput/like").setValue(4.5);
        wizard.find<QDoubleSpinBox>("ratingInput/watch").setValue(3);
        wizard.press("fixButton/EVENT_TYPE");
        QTRY_VERIFY(wizard.says("EVENT_TYPE is made of rating"));
        QTRY_VERIFY(wizard.says("600 of 1,200 rows come in"));
        QTRY_VERIFY(wizard.says("600 are left out on purpose"));
        wizard.picture("wizard-preflight-ratings-fixed");
        QVERIFY(wizard.nextTo("review"));
        QTRY_VERIFY(wizard.says("milliseconds became seconds"));
        wizard.finish();
        QTRY_VERIFY(!group_.isEmpty());
        desk_->workspace.settle();
        auto& service = desk_->service();
        const auto dataset = service.listDatasets(group_.toStdString()).entries.at(0).datasetArn;
        const auto statistics = service.datasetStatistics(dataset);
        QCOMPARE(statistics.bulkRows, std::int64_t(600));
        QCOMPARE(bridge::dateText(statistics.oldest), s("14 Dec 2009"));
        QCOMPARE(service.datasetRows(dataset, 0, 1, {.eventType = "like"}).total,
                 std::int64_t(240));
        const auto job = service.listDatasetImportJobs(dataset).entries.at(0).arn();
        QCOMPARE(service.importReport(job).rowsLeftOut, std::int64_t(600));
    }

    void aFixCanBeTakenBack() {
        auto wizard = openItems();
        QVERIFY(wizard.pointAt(desk_->workspace.write(
            "films.csv",
            "ITEM_ID,GENRES,TITLE,CREATION_TIMESTAMP\n"
            "a,War,One,2020-01-31\nb,War,,2020-02-01\nc,Love,Two,2020-02-02\n")));
        QTRY_VERIFY(wizard.says("CREATION_TIMESTAMP holds dates"));
        wizard.press("fixButton/CREATION_TIMESTAMP");
        QTRY_VERIFY(wizard.says("dates become Unix time"));
        QTRY_VERIFY(wizard.says("2 of 3 rows come in"));
        QTRY_VERIFY(wizard.says("1 cell of TITLE is empty"));
        wizard.picture("wizard-preflight-items");
        wizard.press("dropButton/TITLE");
        QTRY_VERIFY(wizard.says("1 are left out on purpose"));
        wizard.press("undoButton/TITLE");
        QTRY_VERIFY(wizard.says("1 cell of TITLE is empty"));
        wizard.press("fixButton/TITLE");
        QTRY_VERIFY(wizard.says("3 of 3 rows come in"));
        wizard.press("undoButton/CREATION_TIMESTAMP");
        QTRY_VERIFY(wizard.says("CREATION_TIMESTAMP holds dates"));
        QVERIFY(!wizard.errorAt("dataLocation").isEmpty());
    }

    void columnsAreMappedByHand() {
        auto wizard = openItems();
        QVERIFY(wizard.pointAt(
            desk_->workspace.write("films.csv",
                                   "ITEM_ID,kind,label,CREATION_TIMESTAMP\n"
                                   "a,War,One,1600000000\nb,Love,Two,1600000000\n")));
        QVERIFY(wizard.errorAt("dataLocation").contains(s("TITLE")));
        wizard.press("disclosureButton");
        for (const auto& [field, column] : {std::pair{"TITLE", "label"}, {"GENRES", "kind"}}) {
            auto& choice = wizard.find<QComboBox>((std::string("columnInput/") + field).c_str());
            QCOMPARE(choice.currentIndex(), -1);
            choice.setCurrentText(s(column));
            emit choice.textActivated(s(column));
            QTRY_VERIFY(wizard.says(
                (std::string(field) + " is read from the column " + column + ".").c_str()));
            QTest::qWait(20);  // the choices are made anew, and shown a turn later
        }
        QTRY_COMPARE(wizard.errorAt("dataLocation"), QString());
        wizard.picture("wizard-preflight-columns");
        QVERIFY(wizard.nextTo("review"));
        wizard.finish();
        QTRY_VERIFY(!group_.isEmpty());
        desk_->workspace.settle();
        const auto rows = desk_->service().datasetRows(group_.toStdString(), 0, 2).rows;
        QCOMPARE(rows.size(), std::size_t(2));
        QCOMPARE(bridge::text(rows[1][1].value()), s("Love"));
        QCOMPARE(bridge::text(rows[1][2].value()), s("Two"));
    }

    void longFilesAreCountedToTheirEnd() {
        std::string csv = "USER_ID,ITEM_ID,TIMESTAMP\n";
        for (int row = 0; row < 12'000; ++row)
            csv += base::concat('u', row / 2, ",i", row % 100, ',',
                                row < 11'000 ? "1600000000" : "soon", '\n');
        auto wizard = openGroupWizard(*desk_, [](const QString&) {});
        walkToImport(wizard);
        QVERIFY(wizard.pointAt(desk_->workspace.write("long.csv", csv)));
        QTRY_VERIFY(wizard.says("11,000 of 12,000 rows come in"));
        QTRY_VERIFY(wizard.says("1,000 do not fit and go to the reject file"));
    }

    /// Goes through the wizard with each set as if no schema lay beside it.
    void everyPublicSetComesInWithoutAnEdit_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("type");
        if (tests::publicData().empty()) return;
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(tests::publicData())) {
            const auto stem = entry.path().stem().string();
            if (entry.path().extension() != ".csv") continue;
            const auto type = schema::typeFromName(stem);
            QVERIFY2(type, stem.c_str());
            const auto name = std::filesystem::relative(entry.path(), tests::publicData()).string();
            QTest::newRow(name.c_str())
                << QString::fromStdString(entry.path().string()) << static_cast<int>(*type);
        }
    }

    void everyPublicSetComesInWithoutAnEdit() {
        if (tests::publicData().empty())
            QSKIP("no public data sets here; FORETASTE_DATA names their folder");
        QFETCH(QString, file);
        QFETCH(int, type);
        const auto copy = desk_->workspace.folder() / "set.csv";
        std::filesystem::create_symlink(std::filesystem::absolute(file.toStdString()), copy);
        const auto group = desk_->workspace.makeGroup();
        wizards::importDataset(*desk_->console, &desk_->window, bridge::text(group),
                               static_cast<DatasetType>(type),
                               [this](const QString& arn) { group_ = arn; });
        const OpenWizard wizard(desk_->window, "importDatasetWizard");
        QVERIFY(wizard.nextTo("import"));
        QVERIFY(wizard.pointAt(copy.string()));
        QVERIFY(wizard.looked());
        QTRY_VERIFY(wizard.says("worked out from the first rows"));
        QCOMPARE(wizard.errorAt("dataLocation"), QString());
        QVERIFY(wizard.nextTo("review"));
        wizard.finish();
        QTRY_VERIFY_WITH_TIMEOUT(!group_.isEmpty(), 20'000);
        desk_->workspace.settle();
        auto& service = desk_->service();
        const auto job = service.listDatasetImportJobs(group_.toStdString()).entries.at(0);
        QVERIFY2(job.status == service::Status::Active, job.failureReason.c_str());
        const auto report = service.importReport(job.arn());
        QVERIFY(report.rowsRejected * 100 <= report.rowsRead);
        QCOMPARE(report.rowsKept + report.duplicates + report.rowsRejected, report.rowsRead);
    }

private:
    /// The wizard of items where a dataset is there, so that its columns are settled.
    OpenWizard openItems() {
        const auto group = desk_->workspace.makeGroup();
        desk_->workspace.makeDataset(group, "Items", service::kItemsSchema);
        wizards::importDataset(*desk_->console, &desk_->window, bridge::text(group),
                               DatasetType::Items, [this](const QString& arn) { group_ = arn; });
        return OpenWizard(desk_->window, "importDatasetWizard");
    }

    QTemporaryDir settings_;
    std::unique_ptr<WizardFixture> desk_;
    QString group_;  ///< what the wizard made: a group, or a dataset
};

QTEST_MAIN(PreflightTest)
#include "preflight_test.moc"
