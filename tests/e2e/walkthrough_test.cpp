// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QPushButton>
#include <QSettings>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <filesystem>

#include "app/desktop/console_window.h"
#include "app/jobs/thread_pool_executor.h"
#include "core/base/file.h"
#include "core/experiments/sample.h"
#include "tests/ui/craft.h"
#include "tests/ui/screenshot.h"
#include "tests/ui/wizards/wizard_fixture.h"
#include "ui/charts/line_chart.h"
#include "ui/language/language.h"
#include "ui/pages/item_list.h"
#include "ui/pages/pages.h"
#include "ui/pages/settings_page.h"
#include "ui/pages/text_link.h"
#include "ui/widgets/metric_tile.h"
#include "ui/wizards/weight_input.h"

using namespace foretaste;
using namespace foretaste::uitest;
using service::Status;

namespace {

constexpr int kImportMs = 60'000, kTrainMs = 600'000, kShortMs = 30'000;

}  // namespace

/// The way of a new user through the real windows, from an empty workspace to recommendations that
/// follow what one plays, on the sample's CSV files. Each step begins where the one before ended.
class WalkthroughTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        prepareApplication(settings_);
        experiments::writeSample(csvFolder());
        service_ =
            std::make_unique<service::Service>(path("workspace"), executor_, service::Settings{});
        console_ = std::make_unique<desktop::ConsoleWindow>(*service_, executor_);
        window().resize(1280, 800);
        window().show();
    }
    void cleanupTestCase() {
        console_.reset();
        service_.reset();
    }
    void init() {
        if (broken_) QSKIP("an earlier step failed");
        broken_ = true;
    }
    void cleanup() {
        broken_ = QTest::currentTestFailed();
        if (broken_) window().grab().save(s(FORETASTE_SCREENSHOTS) + s("/walkthrough-failed.png"));
    }

    void beginsWithAnEmptyWorkspace() {
        QTRY_COMPARE(place().pageId, pages::kDatasetGroups);
        QTRY_VERIFY(shown<QPushButton>(window(), "trySampleButton"));
        picture("dataset-groups-empty");
    }

    void createsADatasetGroupFromACsv() {
        QVERIFY(press("emptyStateButton"));
        const OpenWizard wizard(window(), "createDatasetGroupWizard");
        wizard.type("nameInput", "film-club");
        QVERIFY(wizard.nextTo("schema"));
        QVERIFY(wizard.nextTo("import"));
        QVERIFY(wizard.pointAt(csv("interactions")));
        QVERIFY(wizard.nextTo("review"));
        wizard.finish();
        QTRY_COMPARE_WITH_TIMEOUT(place().pageId, pages::kOverview, kShortMs);
        group_ = place().argument.toStdString();
        QTRY_VERIFY_WITH_TIMEOUT(rowsOf("INTERACTIONS") > 100'000, kImportMs);
        QTRY_VERIFY(window().navigation().ids().contains(pages::kSolutions));
        picture("overview-data");
    }

    void addsItemsAndUsers() {
        for (const char* type : {"items", "users"}) {
            window().navigator().go(pages::kOverview, groupArn());
            QVERIFY(press(type == s("items") ? "importItemsButton" : "importUsersButton"));
            const OpenWizard wizard(window(), "importDatasetWizard");
            QVERIFY(wizard.nextTo("import"));
            QVERIFY(wizard.pointAt(csv(type)));
            QVERIFY(wizard.nextTo("review"));
            wizard.finish();
            QTRY_VERIFY_WITH_TIMEOUT(rowsOf(s(type).toUpper().toStdString()) > 1'000, kImportMs);
        }
        window().navigator().go(pages::kOverview, groupArn());
        QTRY_VERIFY(words().contains(s("2,140")));
    }

    void trainsWithACurveThatMoves() {
        QVERIFY(press("createSolutionButton"));
        const OpenWizard wizard(window(), "createSolutionWizard");
        wizard.type("nameInput", "taste");
        wizard.choose("aws-user-personalization");
        QVERIFY(wizard.nextTo("configuration"));
        QVERIFY(wizard.nextTo("review"));
        wizard.finish();
        QTRY_VERIFY_WITH_TIMEOUT(shown<pages::TextLink>(window(), "newestVersionLink"), kShortMs);
        emit shown<pages::TextLink>(window(), "newestVersionLink")->activated();
        QTRY_COMPARE_WITH_TIMEOUT(place().pageId, pages::kSolutionVersion, kShortMs);
        version_ = place().argument.toStdString();
        // The curve grows while the training runs, and the window stays usable.
        QTRY_VERIFY_WITH_TIMEOUT(shown<charts::LineChart>(window(), "qualityChart"), kShortMs);
        auto* chart = shown<charts::LineChart>(window(), "qualityChart");
        const auto points = [&] {
            return chart->lines().isEmpty() ? 0 : chart->lines()[0].points.size();
        };
        QTRY_VERIFY_WITH_TIMEOUT(points() >= 2, kTrainMs);
        QCOMPARE(service_->describeSolutionVersion(version_).status, Status::CreateInProgress);
        const auto before = points();
        picture("solution-version-training");
        window().navigator().go(pages::kActivity);
        window().navigator().back();
        QTRY_VERIFY_WITH_TIMEOUT(points() > before, kTrainMs);
        QTRY_COMPARE_WITH_TIMEOUT(service_->describeSolutionVersion(version_).status,
                                  Status::Active, kTrainMs);
        QTRY_VERIFY_WITH_TIMEOUT(shown<widgets::MetricTile>(window(), "ndcgTile"), kShortMs);
        const auto ndcg = service_->trainingReport(version_)
                              .metrics.at("normalized_discounted_cumulative_gain_at_10")
                              .value;
        QTRY_COMPARE(shown<widgets::MetricTile>(window(), "ndcgTile")->value(),
                     bridge::numberText(ndcg, 3));
        picture("solution-version");
    }

    void deploysAndRecommends() {
        QTRY_VERIFY(shown<QPushButton>(window(), "deployButton"));
        QVERIFY(press("deployButton"));
        const OpenWizard wizard(window(), "campaignWizard");
        wizard.type("nameInput", "home-row");
        QVERIFY(wizard.nextTo("settings"));
        wizard.find<wizards::WeightInput>("explorationWeightInput").setValue(0);
        QVERIFY(wizard.nextTo("review"));
        wizard.finish();
        QTRY_COMPARE_WITH_TIMEOUT(place().pageId, pages::kCampaign, kShortMs);
        campaign_ = place().argument.toStdString();
        QTRY_VERIFY_WITH_TIMEOUT(places().size() == 25, kShortMs);
        const auto card = service_->itemCards(group_, {places()[0].id.toStdString()}).front();
        QCOMPARE(places()[0].title, QString::fromStdString(card.title));
        QVERIFY(!card.categories.empty());
        QVERIFY(!shown<pages::ItemList>(window(), "historyList")->rows().isEmpty());
        picture("campaign");
    }

    void anEventMovesTheList() {
        QVERIFY(press("createTrackerButton"));
        QTRY_VERIFY(!shown<QPushButton>(window(), "createTrackerButton"));
        window().flashBar().clear();
        const auto before = places();
        constexpr int kPlayed = 2;
        auto& list = *shown<pages::ItemList>(window(), "recommendationList");
        list.setFocus();
        list.setCurrentIndex(list.model()->index(kPlayed, 0));
        QTest::keyClick(&list, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(window().flashBar().newestText().contains(s("places changed")),
                                 kShortMs);
        int changed = 0;
        for (qsizetype i = 0; i < places().size(); ++i) changed += places()[i].id != before[i].id;
        QVERIFY2(changed > 0, qPrintable(window().flashBar().newestText()));
        QCOMPARE(shown<pages::ItemList>(window(), "historyList")->rows()[0].id, before[kPlayed].id);
        picture("campaign-event");
        window().flashBar().clear();
    }

    void showsExplorationAndLatency() {
        auto* tabs = shown<QTabBar>(window(), "campaignTabs");
        tabs->setCurrentIndex(1);
        QTRY_VERIFY_WITH_TIMEOUT(
            shown<charts::LineChart>(window(), "explorationChart") &&
                !shown<charts::LineChart>(window(), "explorationChart")->lines().isEmpty(),
            kShortMs);
        QTest::qWait(300);
        picture("campaign-exploration");
        tabs->setCurrentIndex(2);
        QVERIFY(press("measureLatencyButton"));
        QTRY_VERIFY_WITH_TIMEOUT(service_->latencyReport(campaign_).requests >= 200, kShortMs);
        QTest::qWait(1200);
        picture("campaign-latency");
        tabs->setCurrentIndex(3);
        picture("campaign-details");
    }

    void retrainsAndMovesTheCampaign() {
        const auto solution = service_->describeSolutionVersion(version_).solutionArn;
        window().navigator().go(pages::kSolution, QString::fromStdString(solution));
        QVERIFY(press("trainButton"));
        const OpenWizard form(window(), "createSolutionVersionDialog");
        form.choose("update");
        form.picture("create-solution-version");
        form.press("trainButton");
        QTRY_COMPARE_WITH_TIMEOUT(place().pageId, pages::kSolutionVersion, kShortMs);
        const auto newer = place().argument.toStdString();
        QTRY_COMPARE_WITH_TIMEOUT(service_->describeSolutionVersion(newer).status, Status::Active,
                                  kTrainMs);
        QTRY_VERIFY(shown<QPushButton>(window(), "moveCampaignButton"));
        picture("solution-version-update");
        QVERIFY(press("moveCampaignButton"));
        const OpenWizard wizard(window(), "campaignWizard");
        QVERIFY(wizard.nextTo("settings"));
        QVERIFY(wizard.nextTo("review"));
        wizard.finish();
        QTRY_COMPARE_WITH_TIMEOUT(service_->describeCampaign(campaign_).solutionVersionArn, newer,
                                  kShortMs);
    }

    /// Pictures of every window in each language, and nothing amiss in any of them
    /// (tests/ui/craft.h).
    void everyWindowInEachLanguage_data() {
        QTest::addColumn<QString>("code");
        for (const auto& code : language::codes()) QTest::newRow(qPrintable(code)) << code;
    }
    void everyWindowInEachLanguage() {
        QFETCH(QString, code);
        console_.reset();
        language::use(code);
        console_ = std::make_unique<desktop::ConsoleWindow>(*service_, executor_);
        window().resize(1280, 800);
        window().show();
        faults_.clear();
        lookAtPages();
        lookAtCampaign();
        lookAtWizards();
        QVERIFY2(faults_.isEmpty(), qPrintable(faults_.join(u'\n')));
    }

private:
    shell::MainWindow& window() { return console_->window(); }
    shell::Place place() { return window().navigator().place(); }
    QString words() { return wordsOf(*window().navigator().currentPage()); }
    QString groupArn() const { return QString::fromStdString(group_); }
    std::filesystem::path path(const char* name) const {
        return base::pathFrom(folder_.filePath(s(name)).toStdString());
    }
    std::filesystem::path csvFolder() const { return path("csv"); }
    std::string csv(const char* type) const {
        return base::pathText(csvFolder() / (std::string(type) + ".csv"));
    }
    std::int64_t rowsOf(const std::string& type) {
        for (const auto& each : service_->listDatasets(group_).entries)
            if (each.datasetType == type)
                return service_->datasetStatistics(each.datasetArn).bulkRows;
        return 0;
    }
    QList<pages::ItemRow> places() {
        const auto* list = shown<pages::ItemList>(window(), "recommendationList");
        return list ? list->rows() : QList<pages::ItemRow>{};
    }
    /// Presses a button of the shown page as soon as it can be pressed.
    bool press(const char* name) {
        QAbstractButton* button = nullptr;
        const auto ready = [&] {
            button = shown<QAbstractButton>(window(), name);
            return button && button->isEnabled();
        };
        if (!QTest::qWaitFor(ready, kShortMs)) return false;
        button->click();
        return true;
    }
    void picture(const char* name) { QVERIFY(takePicture(window(), name)); }

    void look(QWidget& window, const char* name) {
        QVERIFY(takePicture(window, name));
        // Titles of films and what the engine says in whole sentences are English in any language.
        for (const auto& fault : faultsOf(window, false))
            faults_ << s("%1: %2").arg(s(name), fault);
    }

    void lookAtPages() {
        const auto dataset = service_->listDatasets(group_).entries.front().datasetArn;
        const auto job =
            service_->listDatasetImportJobs(dataset).entries.front().datasetImportJobArn;
        const auto solution = service_->listSolutions(group_).entries.front().solutionArn;
        const std::tuple<QString, std::string, const char*> shownPages[] = {
            {pages::kDatasetGroups, {}, "dataset-groups"},
            {pages::kOverview, group_, "overview"},
            {pages::kDatasets, group_, "datasets"},
            {pages::kDataset, dataset, "dataset"},
            {pages::kImportJob, job, "dataset-import-job"},
            {pages::kEventTracker, group_, "event-tracker"},
            {pages::kDataInsights, group_, "data-insights"},
            {pages::kFilters, group_, "filters"},
            {pages::kSchemas, {}, "schemas"},
            {pages::kSolutions, group_, "solutions"},
            {pages::kSolution, solution, "solution"},
            {pages::kSolutionVersion, version_, "solution-version"},
            {pages::kCampaigns, group_, "campaigns"},
            {pages::kSimulator, {}, "simulator-intro"},
            {pages::kEndpoint, {}, "api-endpoint"},
            {pages::kActivity, {}, "activity"},
            {pages::kSimulator, {}, "simulator"},
            {pages::kSettings, {}, "settings"}};
        window().flashBar().clear();
        for (const auto& [id, argument, name] : shownPages) {
            QVERIFY(window().navigator().go(id, QString::fromStdString(argument)));
            QTest::qWait(700);  // what is fetched in the background arrives
            look(window(), name);
            QCOMPARE(window().navigation().current(),
                     window().navigator().currentPage()->navigationId());
        }
    }

    void lookAtCampaign() {
        window().navigator().go(pages::kCampaign, QString::fromStdString(campaign_));
        QTRY_VERIFY_WITH_TIMEOUT(shown<QTabBar>(window(), "campaignTabs"), kShortMs);
        auto* tabs = shown<QTabBar>(window(), "campaignTabs");
        const char* const names[] = {"campaign", "campaign-exploration", "campaign-latency",
                                     "campaign-details"};
        QCOMPARE(tabs->count(), static_cast<int>(std::size(names)));
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            QTest::qWait(1500);
            look(window(), names[tab]);
        }
    }

    /// Looks at the steps of a wizard, from one that can be left to the next, and cancels it.
    void lookAtSteps(const OpenWizard& wizard, const char* name) {
        for (bool last = false; !last;) {
            look(wizard.dialog(), qPrintable(s("%1-%2").arg(s(name), wizard.step())));
            last = !shown<QAbstractButton>(wizard.dialog(), "nextButton");
            if (!last) {
                const auto step = wizard.step();
                QVERIFY(wizard.looked());
                wizard.next();
                QVERIFY2(wizard.step() != step, qPrintable(wizard.words()));
            }
        }
        wizard.dialog().reject();
        QTest::qWait(1);
    }

    void lookAtWizards() {
        auto& console = console_->console();
        wizards::createDatasetGroup(console, &window(), {});
        {
            const OpenWizard wizard(window(), "createDatasetGroupWizard");
            wizard.type("nameInput", "second-club");
            lookAtSteps(wizard, "create-dataset-group");
        }
        wizards::importDataset(console, &window(), groupArn(), service::DatasetType::Items, {});
        {
            const OpenWizard wizard(window(), "importDatasetWizard");
            QVERIFY(wizard.pointAt(csv("items")));
            lookAtSteps(wizard, "import-dataset");
        }
        wizards::createSolution(console, &window(), groupArn(), {});
        {
            const OpenWizard wizard(window(), "createSolutionWizard");
            wizard.type("nameInput", "second-taste");
            wizard.choose("aws-user-personalization");
            lookAtSteps(wizard, "create-solution");
        }
        wizards::createCampaign(console, &window(), groupArn(), {}, {});
        {
            const OpenWizard wizard(window(), "campaignWizard");
            wizard.type("nameInput", "second-campaign");
            lookAtSteps(wizard, "create-campaign");
        }
        wizards::createSolutionVersion(
            console, &window(),
            QString::fromStdString(service_->describeSolutionVersion(version_).solutionArn), {});
        const OpenWizard form(window(), "createSolutionVersionDialog");
        look(form.dialog(), "create-solution-version");
        form.dialog().reject();
    }

    QTemporaryDir settings_, folder_;
    jobs::ThreadPoolExecutor executor_;
    std::unique_ptr<service::Service> service_;
    std::unique_ptr<desktop::ConsoleWindow> console_;
    std::string group_, version_, campaign_;
    QStringList faults_;
    bool broken_ = false;
};

QTEST_MAIN(WalkthroughTest)
#include "walkthrough_test.moc"
