// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QSettings>

#include "tests/ui/pages/console_fixture.h"
#include "tests/ui/pages/recorded_wizards.h"
#include "ui/charts/bar_chart.h"
#include "ui/charts/line_chart.h"
#include "ui/pages/pages.h"
#include "ui/pages/solution_page.h"
#include "ui/pages/solution_version_page.h"
#include "ui/pages/solutions_page.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/dialogs.h"
#include "ui/widgets/metric_tile.h"

using namespace foretaste;
using namespace foretaste::pages;
using namespace foretaste::uitest;
using bridge::text;
using service::Status;

namespace {

constexpr const char* kPersonal = "aws-user-personalization";
constexpr const char* kPopular = "aws-popularity-count";

/// Learns for as long as a test may want to look at it.
std::string makeSlowSolution(ConsoleFixture& fixture, const std::string& group,
                             const std::string& name) {
    return fixture.service().createSolution(
        {.name = name,
         .recipeArn = base::makeServiceArn(base::concat("recipe/", kPersonal)),
         .datasetGroupArn = group,
         .solutionConfig =
             service::SolutionConfig{.algorithmHyperParameters = {{"hidden_dimension", "256"}}}});
}

}  // namespace

class SolutionPagesTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        prepareApplication(settings_);
        auto& workspace = fixture_.workspace;
        group_ = workspace.makeFilledGroup();
        taste_ = workspace.makeSolution(group_, kPersonal, "taste");
        tasteVersion_ = workspace.train(taste_);
        popular_ = workspace.makeSolution(group_, kPopular, "popular");
        popularVersion_ = workspace.train(popular_);
    }

    void cleanup() { QCOMPARE(widgets::testing::clearAnswers(), 0); }

    void solutionsAreListed() {
        const auto page = openPage<SolutionsPage>(fixture_, group_);
        auto* table = page->findChild<widgets::DataTable*>(s("solutionsTable"));
        QTRY_VERIFY(table->isVisible());
        QCOMPARE(table->model()->rowCount(), 2);
        const auto words = table->selectionAsText();
        QVERIFY2(words.contains(s("taste\tUser personalization\tActive")), qPrintable(words));
        QVERIFY(words.contains(text(base::arnName(tasteVersion_))));
        QVERIFY(!shown<QPushButton>(*page, "deleteSolutionButton")->isEnabled());
        QVERIFY(takePicture(*page, "solutions"));

        QSignalSpy navigated(page.get(), &shell::Page::navigate);
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(navigated.count(), 1);
        QCOMPARE(navigated[0][0].toString(), kSolution);
        QCOMPARE(navigated[0][1].toString(), text(taste_));

        QTest::mouseClick(shown<QPushButton>(*page, "createSolutionButton"), Qt::LeftButton);
        QCOMPARE(wizards::lastOpened().wizard, s("createSolution"));
        QCOMPARE(wizards::lastOpened().arguments, QStringList{text(group_)});
        wizards::lastOpened().done(text(popular_));
        QCOMPARE(navigated.last()[1].toString(), text(popular_));
    }

    void anEmptyListTeaches() {
        const auto empty = fixture_.workspace.makeGroup("empty-club");
        const auto page = openPage<SolutionsPage>(fixture_, empty);
        QTRY_VERIFY(shown<QPushButton>(*page, "emptyStateButton"));
        QVERIFY(wordsOf(*page).contains(s("No interactions to learn from yet")));
        QVERIFY(!shown<QPushButton>(*page, "createSolutionButton")->isEnabled());
        QSignalSpy navigated(page.get(), &shell::Page::navigate);
        QTest::mouseClick(shown<QPushButton>(*page, "emptyStateButton"), Qt::LeftButton);
        QCOMPARE(navigated[0][0].toString(), kDatasets);

        const auto filled = fixture_.workspace.makeFilledGroup("untrained-club");
        page->setArgument(text(filled));
        page->refresh();
        QTRY_VERIFY(wordsOf(*page).contains(s("No solution yet")));
        QVERIFY(takePicture(*page, "solutions-empty"));
    }

    void deletingAsksFirst() {
        const auto doomed = fixture_.workspace.makeSolution(group_, kPopular, "doomed");
        fixture_.workspace.train(doomed);
        const auto page = openPage<SolutionsPage>(fixture_, group_);
        auto* table = page->findChild<widgets::DataTable*>(s("solutionsTable"));
        QTRY_COMPARE(table->model()->rowCount(), 3);
        table->setCurrentIndex(table->model()->index(2, 0));
        QSignalSpy flashed(page.get(), &shell::Page::flash);

        widgets::testing::answerConfirm(false);
        QTest::mouseClick(shown<QPushButton>(*page, "deleteSolutionButton"), Qt::LeftButton);
        QTRY_VERIFY(widgets::testing::lastQuestion().contains(s("doomed")));
        QVERIFY(widgets::testing::lastQuestion().contains(s("version")));
        QCOMPARE(fixture_.service().listSolutions(group_).entries.size(), 3U);

        widgets::testing::answerConfirm(true);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Delete);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QTRY_VERIFY(!flashed.isEmpty());
        QVERIFY(flashed.last()[1].toString().contains(s("doomed was deleted")));
    }

    void aSolutionShowsWhatTheEngineChose() {
        const auto page = openPage<SolutionPage>(fixture_, taste_);
        auto* versions = page->findChild<widgets::DataTable*>(s("versionsTable"));
        QTRY_VERIFY(versions->isVisible());
        QCOMPARE(versions->model()->rowCount(), 1);
        auto* settings = page->findChild<widgets::DataTable*>(s("settingsTable"));
        QVERIFY(settings->isVisible());
        const auto words = settings->selectionAsText();
        QVERIFY2(words.contains(s("hidden_dimension\t")) && words.contains(s("\tEngine\t")),
                 qPrintable(words));
        QVERIFY(!words.contains(s("decided at training")));
        QCOMPARE(shown<QPushButton>(*page, "trainButton")->text(), s("Train again"));

        QTest::mouseClick(shown<QPushButton>(*page, "trainButton"), Qt::LeftButton);
        QCOMPARE(wizards::lastOpened().wizard, s("createSolutionVersion"));
        QCOMPARE(wizards::lastOpened().arguments, QStringList{text(taste_)});
        QTest::mouseClick(shown<QPushButton>(*page, "createCampaignButton"), Qt::LeftButton);
        QCOMPARE(wizards::lastOpened().arguments, (QStringList{text(group_), text(tasteVersion_)}));
    }

    void versionsOverTimeNeedTwo() {
        const auto page = openPage<SolutionPage>(fixture_, taste_);
        auto* versions = page->findChild<widgets::DataTable*>(s("versionsTable"));
        QTRY_VERIFY(versions->isVisible());
        auto* chart = page->findChild<charts::LineChart*>();
        QVERIFY(!chart->isVisible());
        const auto update = fixture_.workspace.train(taste_, service::TrainingMode::Update);
        QTRY_VERIFY(chart->isVisible());
        QCOMPARE(chart->lines()[0].points.size(), 2);
        QCOMPARE(versions->model()->index(0, 0).data().toString(), text(base::arnName(update)));
        QVERIFY(takePicture(*page, "solution"));
    }

    void aDeployedSolutionIsNotDeleted() {
        const auto campaign = fixture_.workspace.deploy(popularVersion_, "top-list");
        const auto page = openPage<SolutionPage>(fixture_, popular_);
        QTRY_VERIFY(shown<QPushButton>(*page, "deleteSolutionButton"));
        QSignalSpy flashed(page.get(), &shell::Page::flash);
        QTest::mouseClick(shown<QPushButton>(*page, "deleteSolutionButton"), Qt::LeftButton);
        QTRY_COMPARE(flashed.count(), 1);
        QVERIFY(flashed[0][1].toString().contains(s("top-list")));
        fixture_.service().deleteCampaign(campaign);
    }

    void aVersionIsJudgedAgainstTheBaseline() {
        const auto page = openPage<SolutionVersionPage>(fixture_, tasteVersion_);
        auto* tile = page->findChild<widgets::MetricTile*>(s("ndcgTile"));
        QTRY_VERIFY(tile->isVisible());
        const auto report = fixture_.service().trainingReport(tasteVersion_);
        const auto ndcg = report.metrics.at("normalized_discounted_cumulative_gain_at_10").value;
        QCOMPARE(tile->value(), bridge::numberText(ndcg, 3));
        QVERIFY(tile->accessibleDescription().contains(s("popularity")));
        const auto bars = page->findChild<charts::BarChart*>(s("leaderboardChart"))->bars();
        QCOMPARE(bars.size(), 2);
        QVERIFY(bars[1].baseline && !bars[0].baseline);
        QVERIFY(bars[0].high > bars[0].value);
        QCOMPARE(page->findChild<widgets::DataTable*>(s("metricsTable"))->model()->rowCount(), 8);
        const auto curve = page->findChild<charts::LineChart*>(s("qualityChart"))->lines();
        QCOMPARE(curve[0].points.size(), static_cast<qsizetype>(report.curve.size()));
        QVERIFY(wordsOf(*page).contains(text(report.protocol.split)));
        QVERIFY(takePicture(*page, "solution-version"));
        QTest::mouseClick(shown<QPushButton>(*page, "deployButton"), Qt::LeftButton);
        QCOMPARE(wizards::lastOpened().wizard, s("createCampaign"));
    }

    void aCampaignOfAnotherVersionCanBeMoved() {
        const auto campaign = fixture_.workspace.deploy(tasteVersion_, "home-row");
        const auto newer = fixture_.workspace.train(taste_, service::TrainingMode::Update);
        const auto page = openPage<SolutionVersionPage>(fixture_, newer);
        QTRY_VERIFY(shown<QPushButton>(*page, "moveCampaignButton"));
        auto* move = shown<QPushButton>(*page, "moveCampaignButton");
        QVERIFY(move->text().contains(s("home-row")));
        QVERIFY(wordsOf(*page).contains(s("An update")));
        QTest::mouseClick(move, Qt::LeftButton);
        QCOMPARE(wizards::lastOpened().wizard, s("updateCampaign"));
        QCOMPARE(wizards::lastOpened().arguments, (QStringList{text(campaign), text(newer)}));

        page->setArgument(text(tasteVersion_));
        page->refresh();
        QTRY_VERIFY(shown<QPushButton>(*page, "openCampaignButton"));
        QVERIFY(wordsOf(*page).contains(s("Deployed in home-row")));
        fixture_.service().deleteCampaign(campaign);
        QTRY_VERIFY(shown<QPushButton>(*page, "deployButton"));
    }

    void aRunningTrainingIsWatchedAndStopped() {
        const auto solution = makeSlowSolution(fixture_, group_, "slow");
        const auto version = fixture_.service().createSolutionVersion({.solutionArn = solution});
        const auto page = openPage<SolutionVersionPage>(fixture_, version);
        auto* chart = page->findChild<charts::LineChart*>(s("lossChart"));
        QTRY_VERIFY(chart->isVisible() && chart->lines()[0].points.size() >= 2);
        QVERIFY(fixture_.service().describeSolutionVersion(version).status ==
                Status::CreateInProgress);
        QVERIFY(!shown<QPushButton>(*page, "deployButton"));
        QVERIFY(takePicture(*page, "solution-version-training"));
        const auto before = chart->lines()[0].points.size();
        QTRY_VERIFY(chart->lines()[0].points.size() > before);

        QTest::mouseClick(shown<QPushButton>(*page, "stopJobButton"), Qt::LeftButton);
        QTRY_VERIFY(wordsOf(*page).contains(s("Stopped on request")));
        QVERIFY(fixture_.service().describeSolutionVersion(version).status ==
                Status::CreateStopped);
        QVERIFY(!shown<QPushButton>(*page, "stopJobButton"));
        QVERIFY(shown<QPushButton>(*page, "trainButton"));
        QVERIFY(takePicture(*page, "solution-version-stopped"));
    }

    void aFailedTrainingSaysWhy() {
        const auto empty = fixture_.workspace.makeGroup("bare-club");
        fixture_.workspace.makeDataset(empty, "Interactions", service::kInteractionsSchema);
        const auto solution = fixture_.workspace.makeSolution(empty, kPersonal, "bare");
        const auto version = fixture_.workspace.train(solution);
        const auto page = openPage<SolutionVersionPage>(fixture_, version);
        QTRY_VERIFY(wordsOf(*page).contains(s("The training failed.")));
        const auto reason = fixture_.service().describeSolutionVersion(version).failureReason;
        QVERIFY(!reason.empty());
        QVERIFY(wordsOf(*page).contains(text(reason).mid(1)));
    }

    void whatIsGoneIsSaidToBe() {
        const auto gone = fixture_.workspace.makeSolution(group_, kPopular, "gone");
        const auto page = openPage<SolutionPage>(fixture_, gone);
        QTRY_VERIFY(shown<QPushButton>(*page, "trainButton"));
        fixture_.service().deleteSolution(gone);
        QTRY_VERIFY(wordsOf(*page).contains(s("This solution is gone")));
        QVERIFY(!shown<QPushButton>(*page, "trainButton"));
        QSignalSpy navigated(page.get(), &shell::Page::navigate);
        QTest::mouseClick(shown<QPushButton>(*page, "insteadButton"), Qt::LeftButton);
        QCOMPARE(navigated[0][0].toString(), kSolutions);
        QCOMPARE(navigated[0][1].toString(), text(group_));
    }

private:
    QTemporaryDir settings_;
    ConsoleFixture fixture_;
    std::string group_, taste_, tasteVersion_, popular_, popularVersion_;
};

QTEST_MAIN(SolutionPagesTest)
#include "solution_pages_test.moc"
