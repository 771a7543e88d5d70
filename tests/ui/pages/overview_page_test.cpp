// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overview_page.h"

#include <QToolButton>

#include "tests/ui/pages/console_fixture.h"
#include "tests/ui/pages/recorded_wizards.h"
#include "ui/charts/bar_chart.h"
#include "ui/charts/line_chart.h"
#include "ui/pages/data_step.h"
#include "ui/pages/pages.h"
#include "ui/pages/sparkline.h"
#include "ui/pages/text_link.h"
#include "ui/widgets/small_parts.h"

using namespace foretaste;
using namespace foretaste::pages;
using namespace foretaste::uitest;
using bridge::text;

namespace {

constexpr const char* kPersonal = "aws-user-personalization";

QString remark(const QWidget& page) {
    return page.findChild<widgets::ProtocolLine*>(s("dataRemark"))->text();
}

QString nextStepOf(const QWidget& page) {
    const auto* button = shown<QPushButton>(page, "nextStepButton");
    return button ? button->text() : QString();
}

void click(const QWidget& page, const char* name) {
    auto* button = shown<QAbstractButton>(page, name);
    QVERIFY2(button, name);
    QTest::mouseClick(button, Qt::LeftButton);
}

}  // namespace

class OverviewPageTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        prepareApplication(settings_);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }
    void init() { fixture_ = std::make_unique<ConsoleFixture>(); }
    void cleanup() { fixture_.reset(); }

    /// From nothing to recommendations, the page left open all the way.
    void theNextStepIsAlwaysTheOneThatHelps() {
        auto& workspace = fixture_->workspace;
        const auto group = workspace.makeGroup();
        const auto page = openPage<OverviewPage>(*fixture_, group);
        QTRY_COMPARE(nextStepOf(*page), s("Import interactions"));
        QVERIFY(wordsOf(*page).contains(s("Nothing is trained yet")));
        QVERIFY(wordsOf(*page).contains(s("Nothing is deployed yet")));
        QVERIFY(!shown<QPushButton>(*page, "createSolutionButton")->isEnabled());
        QVERIFY(!shown<QPushButton>(*page, "createCampaignButton")->isEnabled());
        QVERIFY(takePicture(*page, "overview-new"));
        click(*page, "nextStepButton");
        QCOMPARE(wizards::lastOpened().arguments, (QStringList{text(group), s("INTERACTIONS")}));
        click(*page, "importUsersButton");
        QCOMPARE(wizards::lastOpened().arguments, (QStringList{text(group), s("USERS")}));

        fill(group);
        QTRY_COMPARE(nextStepOf(*page), s("Create solution"));
        QVERIFY(wordsOf(*page).contains(s("1,601 events")));
        QVERIFY(wordsOf(*page).contains(s("60 items")));
        QVERIFY(takePicture(*page, "overview-data"));
        click(*page, "nextStepButton");
        QCOMPARE(wizards::lastOpened().wizard, s("createSolution"));

        const auto solution = workspace.makeSolution(group, kPersonal, "taste");
        QTRY_COMPARE(nextStepOf(*page), s("Train a version"));
        click(*page, "nextStepButton");
        QCOMPARE(wizards::lastOpened().wizard, s("createSolutionVersion"));
        QCOMPARE(wizards::lastOpened().arguments, QStringList{text(solution)});

        const auto version = workspace.train(solution);
        QTRY_COMPARE(nextStepOf(*page), s("Create campaign"));
        QVERIFY(wordsOf(*page).contains(s("× popularity")));
        QVERIFY(!page->findChild<Sparkline*>()->points().isEmpty());
        const auto* quality = shown<charts::BarChart>(*page, "leaderboardChart");
        QVERIFY(quality);
        QCOMPARE(quality->bars().size(), 2);
        QVERIFY(quality->bars().last().baseline);
        QVERIFY(takePicture(*page, "overview-trained"));
        click(*page, "createCampaignButton");
        QCOMPARE(wizards::lastOpened().arguments, (QStringList{text(group), text(version)}));

        const auto campaign = workspace.deploy(version, "home-row", "0.3");
        QTRY_COMPARE(nextStepOf(*page), s("Get recommendations"));
        for (int user = 0; user < 30; ++user)
            fixture_->service().getRecommendations(
                {.campaignArn = campaign, .userId = "u" + std::to_string(user)});
        page->refresh();
        QTRY_VERIFY(wordsOf(*page).contains(s("30 requests")));
        QTRY_VERIFY(shown<charts::LineChart>(*page, "explorationChart"));
        const auto& lines = shown<charts::LineChart>(*page, "explorationChart")->lines();
        QCOMPARE(lines[0].points.size(), 11);
        QVERIFY(lines[0].points.last().y() > lines[0].points.first().y());
        QVERIFY(takePicture(*page, "overview"));
        QSignalSpy navigated(page.get(), &shell::Page::navigate);
        click(*page, "nextStepButton");
        QCOMPARE(navigated[0], (QVariantList{kCampaign, text(campaign)}));

        const auto newer = workspace.train(solution);
        QTRY_COMPARE(nextStepOf(*page), s("Update campaign"));
        click(*page, "nextStepButton");
        QCOMPARE(wizards::lastOpened().arguments, (QStringList{text(campaign), text(newer)}));
    }

    void aTrainingIsFollowedAndStopped() {
        auto& workspace = fixture_->workspace;
        const auto group = workspace.makeFilledGroup();
        const auto solution = fixture_->service().createSolution(
            {.name = "taste",
             .recipeArn = base::makeServiceArn(base::concat("recipe/", kPersonal)),
             .datasetGroupArn = group,
             .solutionConfig = service::SolutionConfig{
                 .algorithmHyperParameters = {{"hidden_dimension", "256"}}}});
        const auto page = openPage<OverviewPage>(*fixture_, group);
        QTRY_COMPARE(nextStepOf(*page), s("Train a version"));
        const auto version = fixture_->service().createSolutionVersion({.solutionArn = solution});
        QTRY_COMPARE(nextStepOf(*page), s("Follow the training"));
        QTRY_VERIFY_WITH_TIMEOUT(wordsOf(*page).contains(s("epoch")), 30'000);
        QVERIFY(wordsOf(*page).contains(s("The first training is under way")));
        QTRY_VERIFY_WITH_TIMEOUT(page->findChild<Sparkline*>()->points().size() > 1, 30'000);
        QVERIFY(page->findChild<Sparkline*>()->label().startsWith(s("NDCG at 10 0.")));
        QVERIFY(takePicture(*page, "overview-training"));
        QSignalSpy navigated(page.get(), &shell::Page::navigate);
        click(*page, "nextStepButton");
        QCOMPARE(navigated[0], (QVariantList{kSolutionVersion, text(version)}));

        click(*page, "stopTrainingButton");
        QTRY_VERIFY_WITH_TIMEOUT(wordsOf(*page).contains(s("was stopped")), 30'000);
        QCOMPARE(nextStepOf(*page), s("Train a version"));
        QCOMPARE(fixture_->service().describeSolutionVersion(version).status,
                 service::Status::CreateStopped);
        click(*page, "trainAgainButton");
        QCOMPARE(wizards::lastOpened().arguments, QStringList{text(solution)});
    }

    void rejectedRowsLeadToTheReport() {
        auto& workspace = fixture_->workspace;
        const auto group = workspace.makeGroup();
        const auto dataset =
            workspace.makeDataset(group, "Interactions", service::kInteractionsSchema);
        const auto good =
            workspace.import(dataset,
                             workspace.write("a.csv", service::Workspace::interactionsCsv() +
                                                          "u1,i1,watch,1,never,i1\n"),
                             "first");
        const auto page = openPage<OverviewPage>(*fixture_, group);
        QTRY_VERIFY2(remark(*page).contains(s("Rejected rows of interactions: 1")),
                     qPrintable(remark(*page)));
        QSignalSpy navigated(page.get(), &shell::Page::navigate);
        emit page->findChild<widgets::ProtocolLine*>(s("dataRemark"))->linkActivated(text(good));
        QCOMPARE(navigated[0], (QVariantList{kImportJob, text(good)}));

        const auto bad =
            workspace.import(dataset, workspace.write("b.csv", "USER_ID\nu1\n"), "second");
        QTRY_VERIFY(remark(*page).contains(s("The last import of interactions failed")));
        QVERIFY(remark(*page).contains(text(bad)));
        QVERIFY(wordsOf(*page).contains(s("1,601 events")));  // the rows are still those before
    }

    void everyWayLeadsSomewhere() {
        auto& workspace = fixture_->workspace;
        const auto group = workspace.makeFilledGroup();
        const auto version =
            workspace.train(workspace.makeSolution(group, "aws-popularity-count", "popular"));
        for (const char* name : {"one", "two", "three", "four"}) workspace.deploy(version, name);
        const auto page = openPage<OverviewPage>(*fixture_, group);
        QTRY_VERIFY(shown<TextLink>(*page, "allCampaignsLink"));
        QVERIFY(wordsOf(*page).contains(s("the popularity baseline itself")));
        QVERIFY(wordsOf(*page).contains(s("Nobody has asked yet")));
        QSignalSpy navigated(page.get(), &shell::Page::navigate);
        for (auto* link : page->findChildren<TextLink*>())
            if (link->isVisible()) emit link->linkActivated(s("#"));
        QStringList visited;
        for (const auto& each : navigated) visited << each[0].toString();
        QCOMPARE(visited, (QStringList{kDataset, kDataset, kSolutionVersion, kCampaign, kCampaign,
                                       kCampaign, kCampaigns}));
        QVERIFY(takePicture(*page, "overview-popular"));
    }

    void narrowWindowsStackTheCards() {
        const auto group = fixture_->workspace.makeFilledGroup();
        const auto page = openPage<OverviewPage>(*fixture_, group);
        QTRY_VERIFY(shown<QWidget>(*page, "trainStep"));
        const auto* data = shown<QWidget>(*page, "dataStep");
        const auto* train = shown<QWidget>(*page, "trainStep");
        QTRY_COMPARE(data->y(), train->y());
        page->resize(700, 756);
        QTRY_VERIFY(train->y() >= data->geometry().bottom());
        QCOMPARE(data->width(), train->width());
        QVERIFY(takePicture(*page, "overview-narrow"));
    }

private:
    void fill(const std::string& group) {
        auto& workspace = fixture_->workspace;
        workspace.import(workspace.makeDataset(group, "Interactions", service::kInteractionsSchema),
                         workspace.write("interactions.csv", service::Workspace::interactionsCsv()),
                         "events-1");
        workspace.import(workspace.makeDataset(group, "Items", service::kItemsSchema),
                         workspace.write("items.csv", service::Workspace::itemsCsv()), "items-1");
    }

    QTemporaryDir settings_;
    std::unique_ptr<ConsoleFixture> fixture_;
};

QTEST_MAIN(OverviewPageTest)
#include "overview_page_test.moc"
