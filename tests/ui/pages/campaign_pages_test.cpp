// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QSlider>
#include <QSpinBox>
#include <QTabBar>
#include <QToolButton>
#include <cmath>
#include <numeric>

#include "tests/ui/pages/console_fixture.h"
#include "tests/ui/pages/recorded_wizards.h"
#include "ui/charts/bar_chart.h"
#include "ui/charts/histogram_chart.h"
#include "ui/charts/line_chart.h"
#include "ui/pages/campaign_page.h"
#include "ui/pages/campaigns_page.h"
#include "ui/pages/exploration_tab.h"
#include "ui/pages/item_list.h"
#include "ui/pages/latency_tab.h"
#include "ui/pages/pages.h"
#include "ui/pages/recommendations_tab.h"
#include "ui/pages/studio/saved_requests.h"
#include "ui/pages/studio/why_card.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/dialogs.h"
#include "ui/widgets/key_value_panel.h"
#include "ui/widgets/metric_tile.h"

using namespace foretaste;
using namespace foretaste::pages;
using namespace foretaste::uitest;
using bridge::text;

namespace {

constexpr const char* kPersonal = "aws-user-personalization";
constexpr const char* kPopular = "aws-popularity-count";
constexpr const char* kRanking = "aws-personalized-ranking";

QStringList idsOf(const ItemList& list) {
    QStringList ids;
    for (const auto& row : list.rows()) ids << row.id;
    return ids;
}

}  // namespace

class CampaignPagesTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        prepareApplication(settings_);
        auto& workspace = fixture_.workspace;
        group_ = workspace.makeFilledGroup();
        version_ = workspace.train(workspace.makeSolution(group_, kPersonal, "taste"));
        strict_ = workspace.deploy(version_, "strict-row", "0");
        exploring_ = workspace.deploy(version_, "home-row", "0.3");
        const auto popular = workspace.train(workspace.makeSolution(group_, kPopular, "popular"));
        popular_ = workspace.deploy(popular, "top-list");
        const auto ranking = workspace.train(workspace.makeSolution(group_, kRanking, "order"));
        ranking_ = workspace.deploy(ranking, "shelf-order");
    }

    void init() {
        if (fixture_.service().listEventTrackers(group_).entries.empty())
            fixture_.service().createEventTracker(
                {.name = "film-club-events", .datasetGroupArn = group_});
    }
    void cleanup() { QCOMPARE(widgets::testing::clearAnswers(), 0); }

    void campaignsAreListedWithTheirSpeed() {
        for (int i = 0; i < 20; ++i)
            fixture_.service().getRecommendations({.campaignArn = exploring_, .userId = "u1"});
        const auto page = openPage<CampaignsPage>(fixture_, group_);
        auto* table = page->findChild<widgets::DataTable*>(s("campaignsTable"));
        QTRY_VERIFY(table->isVisible());
        QCOMPARE(table->model()->rowCount(), 4);
        const auto words = table->selectionAsText();
        QVERIFY2(words.contains(s("home-row")) && words.contains(s("\t0.30\t")), qPrintable(words));
        QVERIFY2(words.contains(s("\t20\t")) && words.contains(s(" ms\t")), qPrintable(words));
        QVERIFY(takePicture(*page, "campaigns"));

        QSignalSpy navigated(page.get(), &shell::Page::navigate);
        table->setCurrentIndex(table->model()->index(0, 0));
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(navigated[0][0].toString(), kCampaign);
    }

    void withoutAVersionTheWayLeadsToSolutions() {
        const auto bare = fixture_.workspace.makeGroup("bare-club");
        const auto page = openPage<CampaignsPage>(fixture_, bare);
        QTRY_VERIFY(wordsOf(*page).contains(s("No solution version to serve yet")));
        QVERIFY(!shown<QPushButton>(*page, "createCampaignButton")->isEnabled());
        QSignalSpy navigated(page.get(), &shell::Page::navigate);
        QTest::mouseClick(shown<QPushButton>(*page, "emptyStateButton"), Qt::LeftButton);
        QCOMPARE(navigated[0][0].toString(), kSolutions);
        QVERIFY(takePicture(*page, "campaigns-empty"));
    }

    void theBusiestUserIsAskedForFirst() {
        const auto page = openStudio(exploring_);
        const auto* list = page->findChild<ItemList*>(s("recommendationList"));
        QCOMPARE(list->rows().size(), 25);
        QCOMPARE(list->rows()[0].figure, s("100"));
        QVERIFY(list->rows()[0].title.startsWith(s("Film ")));
        QVERIFY(wordsOf(*page).contains(s("User u0")));
        const auto* history = page->findChild<ItemList*>(s("historyList"));
        QCOMPARE(history->rows().size(), 21);
        QVERIFY2(history->rows()[0].line.contains(s("watch · just now")),
                 qPrintable(history->rows()[0].line));
        for (const auto& row : list->rows()) {
            QVERIFY(!row.line.isEmpty());
            QCOMPARE(row.exploring, row.line.contains(s("shown to learn")));
        }
        QVERIFY(takePicture(*page, "campaign"));
    }

    void anItemOfTheListIsExplained() {
        const auto page = openStudio(strict_);
        auto* list = page->findChild<ItemList*>(s("recommendationList"));
        auto* why = page->findChild<WhyCard*>(s("whyCard"));
        QTRY_COMPARE(why->title(), s("Why “%1”").arg(list->rows()[0].title));
        QVERIFY(wordsOf(*why).contains(s("By the model alone it has place 1 of 60.")));
        QVERIFY(wordsOf(*why).contains(s("GENRES: Genre0")));
        QVERIFY(wordsOf(*why).contains(s("by popularity.")));
        QVERIFY(takePicture(*page, "campaign-why"));

        list->setFocus();
        QTest::keyClick(list, Qt::Key_Down);
        QTRY_COMPARE(why->title(), s("Why “%1”").arg(list->rows()[1].title));
        QVERIFY(wordsOf(*why).contains(s("place 2 of 60")));
        const auto facts = fixture_.service().explainRecommendation(
            {.campaignArn = strict_, .userId = "u0", .itemId = list->rows()[1].id.toStdString()});
        if (std::abs(facts.history[0].effect) >= 0.01)
            QVERIFY(wordsOf(*why).contains(effectText(facts.history[0].effect)));
    }

    void effectsAreFactorsInWords() {
        QCOMPARE(effectText(std::log(1.51)), s("+51 %"));
        QCOMPARE(effectText(std::log(0.78)), s("−22 %"));
        QCOMPARE(effectText(std::log(4.24)), s("×4.2"));
        QCOMPARE(effectText(std::log(120.0)), s("×120"));
    }

    void requestsAreKeptAndBroughtBack() {
        const auto page = openStudio(exploring_);
        auto* list = page->findChild<ItemList*>(s("recommendationList"));
        auto* results = page->findChild<QSpinBox*>(s("numResultsInput"));
        auto* weight = page->findChild<QSlider*>(s("previewWeightSlider"));
        auto* saved = page->findChild<SavedRequestsButton*>();
        const auto savedActions = [&] {
            emit saved->menu()->aboutToShow();
            return saved->menu()->findChildren<QAction*>(s("savedRequestAction"));
        };
        QVERIFY(savedActions().isEmpty());
        results->setValue(7);
        weight->setValue(80);
        QTRY_COMPARE(list->rows().size(), 7);
        saved->menu()->findChild<QAction*>(s("saveRequestAction"))->trigger();
        QCOMPARE(savedActions().size(), 1);
        QCOMPARE(savedActions()[0]->text(),
                 s("User u0 · results: 7 · weight 0.80, new up to 30 days"));
        saved->menu()->findChild<QAction*>(s("saveRequestAction"))->trigger();
        QCOMPARE(savedActions().size(), 1);  // the same again

        const auto other = openStudio(exploring_);
        auto* search = other->findChild<QLineEdit*>(s("userSearchInput"));
        QTest::keyClicks(search, s("u42"));
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_VERIFY(wordsOf(*other).contains(s("User u42")));
        auto* back = other->findChild<SavedRequestsButton*>();
        back->menu()->findChild<QAction*>(s("savedRequestAction"))->trigger();
        QTRY_VERIFY(wordsOf(*other).contains(s("User u0")));
        QCOMPARE(other->findChild<QSpinBox*>(s("numResultsInput"))->value(), 7);
        QCOMPARE(other->findChild<QSlider*>(s("previewWeightSlider"))->value(), 80);
        QTRY_COMPARE(other->findChild<ItemList*>(s("recommendationList"))->rows().size(), 7);

        back->findChild<QMenu*>(s("forgetRequestMenu"))->actions().constFirst()->trigger();
        QVERIFY(back->menu()->findChildren<QAction*>(s("savedRequestAction")).isEmpty());
    }

    void twoListsStandSideBySide() {
        const auto page = openStudio(strict_);
        auto* list = page->findChild<ItemList*>(s("recommendationList"));
        QTest::mouseClick(shown<QPushButton>(*page, "compareButton"), Qt::LeftButton);
        QTRY_VERIFY(shown<ItemList>(*page, "compareList"));
        auto* other = shown<ItemList>(*page, "compareList");
        auto* choice = shown<QComboBox>(*page, "compareChoiceInput");
        QTRY_COMPARE(choice->count(), 5);  // three campaigns, two other weights
        choice->setCurrentText(s("top-list"));
        const auto popular = [&] {
            QStringList ids;
            for (const auto& item :
                 fixture_.service()
                     .getRecommendations({.campaignArn = popular_, .userId = "u0"})
                     .itemList)
                ids << text(item.itemId);
            return ids;
        }();
        QTRY_COMPARE(idsOf(*other), popular);
        int both = 0, same = 0;
        for (int i = 0; i < popular.size(); ++i) {
            const auto place = idsOf(*list).indexOf(popular[i]);
            both += place >= 0;
            same += place == i;
            QCOMPARE(other->rows()[i].change, place < 0   ? s("in")
                                              : place > i ? s("▲ %1").arg(place - i)
                                              : place < i ? s("▼ %1").arg(i - place)
                                                          : QString());
        }
        for (const auto& row : list->rows())
            QCOMPARE(row.change, popular.contains(row.id) ? QString() : s("out"));
        QVERIFY(wordsOf(*page).contains(
            s("%1 of 25 items are in both lists, %2 at the same place.").arg(both).arg(same)));
        QVERIFY(takePicture(*page, "campaign-compare"));

        choice->setCurrentText(s("exploration weight 1.0"));
        QTRY_VERIFY(std::any_of(other->rows().begin(), other->rows().end(),
                                [](const ItemRow& row) { return row.exploring; }));
        QTest::mouseClick(shown<QToolButton>(*page, "closeCompareButton"), Qt::LeftButton);
        QVERIFY(!shown<ItemList>(*page, "compareList"));
        QTRY_VERIFY(std::all_of(list->rows().begin(), list->rows().end(),
                                [](const ItemRow& row) { return row.change.isEmpty(); }));
        QTRY_VERIFY(shown<WhyCard>(*page, "whyCard"));
    }

    void usersAreFoundAndNewOnesMade() {
        const auto page = openStudio(strict_);
        auto* search = page->findChild<QLineEdit*>(s("userSearchInput"));
        auto* users = page->findChild<widgets::DataTable*>(s("usersTable"));
        auto* history = page->findChild<ItemList*>(s("historyList"));
        QTest::keyClicks(search, s("u42"));
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_VERIFY(wordsOf(*page).contains(s("User u42")));
        QCOMPARE(history->rows().size(), 20);

        search->clear();
        QTRY_VERIFY(users->model()->rowCount() > 10);
        users->setCurrentIndex(users->model()->index(0, 0));
        QTRY_VERIFY(history->rows().isEmpty());
        const auto* list = page->findChild<ItemList*>(s("recommendationList"));
        QVERIFY2(list->rows()[0].line.startsWith(s("New user")), qPrintable(list->rows()[0].line));
        QVERIFY(takePicture(*page, "campaign-new-user"));
    }

    void anEventChangesTheListAtOnce() {
        const auto page = openStudio(strict_);
        auto* list = page->findChild<ItemList*>(s("recommendationList"));
        auto* history = page->findChild<ItemList*>(s("historyList"));
        QTest::qWait(200);  // for questions that follow the first; an event sent before is dropped
        const auto before = idsOf(*list);
        const auto title = list->rows()[3].title;
        const auto events = history->rows().size();
        QSignalSpy flashed(page.get(), &shell::Page::flash);

        // The button of the fourth row.
        list->setCurrentIndex(list->model()->index(3, 0));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_COMPARE(flashed.count(), 1);
        QVERIFY(idsOf(*list) != before);
        QCOMPARE(history->rows().size(), events + 1);
        QCOMPARE(history->rows()[0].title, title);
        int changed = 0;
        for (int i = 0; i < before.size(); ++i) changed += idsOf(*list)[i] != before[i];
        const auto words = flashed[0][1].toString();
        QVERIFY2(words.startsWith(
                     s("You played “%1”. %2 of 25 places changed in ").arg(title).arg(changed)),
                 qPrintable(words));
        QVERIFY(words.contains(s(" ms")));
        QVERIFY(std::any_of(list->rows().begin(), list->rows().end(),
                            [](const ItemRow& row) { return !row.change.isEmpty(); }));
        QVERIFY(takePicture(*page, "campaign-after-event"));
        // The data's clock has moved by a second, so new items are still new.
        const auto report = fixture_.service().explorationReport(exploring_);
        QCOMPARE(report.eligibleItems, std::int64_t(service::Workspace::kCold));
    }

    void aClickOnTheButtonOfARowSendsItsItem() {
        const auto page = openStudio(strict_);
        auto* list = page->findChild<ItemList*>(s("recommendationList"));
        auto* history = page->findChild<ItemList*>(s("historyList"));
        const auto title = list->rows()[1].title;
        const auto row = list->visualRect(list->model()->index(1, 0));
        QSignalSpy acted(list, &ItemList::acted);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, row.center());
        QCOMPARE(acted.count(), 0);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          QPoint(row.right() - 30, row.center().y()));
        QCOMPARE(acted.count(), 1);
        QTRY_COMPARE(history->rows()[0].title, title);
    }

    void theNumberOfResultsCounts() {
        const auto page = openStudio(exploring_);
        auto* list = page->findChild<ItemList*>(s("recommendationList"));
        page->findChild<QSpinBox*>(s("numResultsInput"))->setValue(5);
        QTest::mouseClick(shown<QPushButton>(*page, "getRecommendationsButton"), Qt::LeftButton);
        QTRY_COMPARE(list->rows().size(), 5);

        page->findChild<QAction*>(s("copyJsonAction"))->trigger();
        const auto json =
            QJsonDocument::fromJson(QGuiApplication::clipboard()->text().toUtf8()).object();
        QCOMPARE(json[s("campaignArn")].toString(), text(exploring_));
        QCOMPARE(json[s("userId")].toString(), s("u0"));
        QCOMPARE(json[s("numResults")].toInt(), 5);

        QTest::mouseClick(shown<QToolButton>(*page, "tableViewButton"), Qt::LeftButton);
        auto* table = shown<widgets::DataTable>(*page, "recommendationTable");
        QVERIFY(table);
        QCOMPARE(table->model()->rowCount(), 5);
        QVERIFY(takePicture(*page, "campaign-table"));
    }

    void withoutATrackerOneIsOffered() {
        const auto tracker = fixture_.service().listEventTrackers(group_).entries.front();
        fixture_.service().deleteEventTracker(tracker.arn());
        const auto page = openStudio(strict_);
        QTRY_VERIFY(shown<QPushButton>(*page, "createTrackerButton"));
        auto* list = page->findChild<ItemList*>(s("recommendationList"));
        QSignalSpy acted(list, &ItemList::acted);
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(acted.count(), 0);
        QVERIFY(takePicture(*page, "campaign-no-tracker"));

        QTest::mouseClick(shown<QPushButton>(*page, "createTrackerButton"), Qt::LeftButton);
        QTRY_VERIFY(!shown<QPushButton>(*page, "createTrackerButton"));
        QCOMPARE(fixture_.service().listEventTrackers(group_).entries.size(), 1U);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(acted.count(), 1);
    }

    void popularItemsAreTheSameForAll() {
        const auto page = openStudio(popular_);
        auto* list = page->findChild<ItemList*>(s("recommendationList"));
        QVERIFY(list->rows()[0].line.startsWith(s("popular")));
        QSignalSpy flashed(page.get(), &shell::Page::flash);
        list->setCurrentIndex(list->model()->index(2, 0));
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_COMPARE(flashed.count(), 1);
        QVERIFY(flashed[0][1].toString().contains(s("0 of 25 places changed")));
        QVERIFY(flashed[0][1].toString().contains(s("the same list")));
        openTab(*page, CampaignPage::Exploration);
        QTRY_VERIFY(wordsOf(*page).contains(s("This recipe does not explore")));
    }

    void aRankingRecipeOrdersWhatOthersChose() {
        const auto page = openStudio(ranking_);
        auto* list = page->findChild<ItemList*>(s("recommendationList"));
        QCOMPARE(list->rows().size(), 25);
        QCOMPARE(list->rows()[0].figure, s("100"));
        QVERIFY(wordsOf(*page).contains(s("orders a list")));
        page->findChild<QAction*>(s("copyJsonAction"))->trigger();
        const auto json =
            QJsonDocument::fromJson(QGuiApplication::clipboard()->text().toUtf8()).object();
        QCOMPARE(json[s("inputList")].toArray().size(), 25);
    }

    void explorationIsMeasuredAtEveryWeight() {
        const auto page = openStudio(exploring_);
        QSignalSpy measured(page->findChild<ExplorationTab*>(), &ExplorationTab::measured);
        openTab(*page, CampaignPage::Exploration);
        QTRY_COMPARE_WITH_TIMEOUT(measured.count(), 1, 20000);
        const auto report = fixture_.service().explorationReport(exploring_);
        const auto lines = page->findChild<charts::LineChart*>(s("explorationChart"))->lines();
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0].points.size(), 11);
        QCOMPARE(lines[0].points[10].y(), 100 * report.points[10].coldShare);
        QCOMPARE(lines[1].points[0].y(), 100.0);
        QCOMPARE(page->findChild<charts::BarChart*>(s("ageChart"))->bars().size(), 4);
        const auto words = wordsOf(*page);
        QVERIFY2(words.contains(s("6 items are younger than 30 days")), qPrintable(words));
        QVERIFY2(words.contains(s("weight of 0.30")), qPrintable(words));
        QVERIFY(takePicture(*page, "campaign-exploration"));

        QTest::mouseClick(shown<QPushButton>(*page, "measureExplorationButton"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(measured.count(), 2, 20000);
    }

    void theSliderPreviewsAndAppliesExploration() {
        const auto tuned = fixture_.workspace.deploy(version_, "tuned-row", "0");
        const auto page = openStudio(tuned);
        auto* weight = page->findChild<QSlider*>(s("previewWeightSlider"));
        auto* apply = shown<QPushButton>(*page, "applyPreviewButton");
        QVERIFY(weight->isVisible() && weight->value() == 0 && !apply->isEnabled());
        const auto requests = fixture_.service().latencyReport(tuned).requests;
        const auto previewing = [&] { return wordsOf(*page).contains(s("Preview\n")); };
        QVERIFY(!previewing());
        weight->setValue(weight->maximum());
        QTRY_VERIFY(previewing());
        QTRY_VERIFY(wordsOf(*page).contains(s("of the places go to new items")));
        QVERIFY(takePicture(*page, "campaign-preview"));
        // Nobody was shown these lists.
        QCOMPARE(fixture_.service().latencyReport(tuned).requests, requests);

        QTest::mouseClick(shown<QPushButton>(*page, "resetPreviewButton"), Qt::LeftButton);
        QTRY_VERIFY(!previewing());
        QVERIFY(!apply->isEnabled());
        weight->setFocus();
        QTest::keyClick(weight, Qt::Key_PageUp);
        QTest::mouseClick(apply, Qt::LeftButton);
        const auto served = [&] {
            const auto config = fixture_.service().describeCampaign(tuned).campaignConfig;
            return config ? config->itemExplorationConfig : std::map<std::string, std::string>{};
        };
        QTRY_COMPARE(served()["explorationWeight"], std::string("0.1"));
        QTRY_VERIFY(!apply->isEnabled() && weight->value() == 10);
        fixture_.service().deleteCampaign(tuned);
    }

    void latencyIsMeasuredOnDemand() {
        const auto page = openStudio(strict_);
        openTab(*page, CampaignPage::Latency);
        auto* requests = page->findChild<widgets::MetricTile*>(s("requestsTile"));
        QTRY_VERIFY(!requests->value().isEmpty());
        const auto before = fixture_.service().latencyReport(strict_).requests;
        QTest::mouseClick(shown<QPushButton>(*page, "measureLatencyButton"), Qt::LeftButton);
        QTRY_COMPARE(requests->value(), bridge::countText(before + LatencyTab::kRequests));
        QVERIFY(page->findChild<widgets::MetricTile*>(s("p99Tile"))->value().endsWith(s(" ms")));
        const auto bins = page->findChild<charts::HistogramChart*>(s("latencyChart"))->bins();
        QCOMPARE(std::accumulate(bins.counts.begin(), bins.counts.end(), 0.0),
                 static_cast<double>(before + LatencyTab::kRequests));
        QVERIFY(takePicture(*page, "campaign-latency"));
        // Requests from elsewhere show up by themselves.
        fixture_.service().getRecommendations({.campaignArn = strict_, .userId = "u3"});
        QTRY_COMPARE(requests->value(), bridge::countText(before + LatencyTab::kRequests + 1));
    }

    void detailsFollowAnUpdate() {
        const auto page = openStudio(exploring_);
        openTab(*page, CampaignPage::Details);
        auto* facts = page->findChild<widgets::KeyValuePanel*>(s("campaignFacts"));
        QCOMPARE(facts->value(s("Exploration weight")), s("0.30"));
        QCOMPARE(facts->value(s("ARN")), text(exploring_));
        QTest::mouseClick(shown<QPushButton>(*page, "updateCampaignButton"), Qt::LeftButton);
        QCOMPARE(wizards::lastOpened().wizard, s("updateCampaign"));
        QCOMPARE(wizards::lastOpened().arguments[0], text(exploring_));

        fixture_.service().updateCampaign(
            {.campaignArn = exploring_,
             .campaignConfig =
                 service::CampaignConfig{.itemExplorationConfig = {{"explorationWeight", "0.5"}}}});
        QTRY_COMPARE(facts->value(s("Exploration weight")), s("0.50"));
        QVERIFY(wordsOf(*page).contains(s("Latest update")));
        QVERIFY(takePicture(*page, "campaign-details"));
    }

    void deletingLeadsBackToTheList() {
        const auto doomed = fixture_.workspace.deploy(version_, "doomed-row", "0");
        const auto page = openStudio(doomed);
        QSignalSpy navigated(page.get(), &shell::Page::navigate);
        widgets::testing::answerConfirm(true);
        QTest::mouseClick(shown<QPushButton>(*page, "deleteCampaignButton"), Qt::LeftButton);
        QTRY_COMPARE(navigated.count(), 1);
        QCOMPARE(navigated[0][0].toString(), kCampaigns);
        QCOMPARE(navigated[0][1].toString(), text(group_));
        QTRY_VERIFY(wordsOf(*page).contains(s("This campaign is gone")));
    }

    void aCallThatFailsIsTold() {
        const auto doomed = fixture_.workspace.deploy(version_, "short-row", "0");
        const auto page = openStudio(doomed);
        QSignalSpy flashed(page.get(), &shell::Page::flash);
        // Between the deletion and its news a click may still come.
        fixture_.service().deleteCampaign(doomed);
        shown<QPushButton>(*page, "getRecommendationsButton")->click();
        QTRY_COMPARE(flashed.count(), 1);
        QVERIFY(flashed[0][1].toString().startsWith(s("There is no campaign")));
    }

private:
    std::unique_ptr<CampaignPage> openStudio(const std::string& campaign) {
        auto page = openPage<CampaignPage>(fixture_, campaign);
        QSignalSpy answered(page->findChild<RecommendationsTab*>(), &RecommendationsTab::answered);
        answered.wait(10000);
        return page;
    }
    static void openTab(const CampaignPage& page, int tab) {
        page.findChild<QTabBar*>(s("campaignTabs"))->setCurrentIndex(tab);
    }

    QTemporaryDir settings_;
    ConsoleFixture fixture_;
    std::string group_, version_, strict_, exploring_, popular_, ranking_;
};

QTEST_MAIN(CampaignPagesTest)
#include "campaign_pages_test.moc"
