// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data_insights_page.h"

#include <QComboBox>
#include <QLineEdit>

#include "tests/ui/pages/console_fixture.h"
#include "tests/ui/pages/recorded_wizards.h"
#include "ui/charts/bar_chart.h"
#include "ui/charts/chart_card.h"
#include "ui/charts/column_chart.h"
#include "ui/pages/insight_charts.h"
#include "ui/pages/pages.h"
#include "ui/widgets/card.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/metric_tile.h"

using namespace foretaste;
using namespace foretaste::pages;
using namespace foretaste::uitest;
using bridge::text;
using widgets::Card;

class DataInsightsPageTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        prepareApplication(settings_);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        group_ = fixture_.workspace.makeFilledGroup();
    }

    void findingsComeWithChartSentenceAndFix() {
        const auto page = openPage<DataInsightsPage>(fixture_, group_);
        page->resize(1064, 2300);
        QTRY_VERIFY(shown<QLabel>(*page, "insightCount"));
        QCOMPARE(shown<widgets::MetricTile>(*page, "rowsTile")->value(), s("1,601"));
        QCOMPARE(shown<widgets::MetricTile>(*page, "usersTile")->value(), s("80"));
        const auto insights = fixture_.service().dataInsights(group_);
        QVERIFY(!insights->findings.empty());
        for (const auto& finding : insights->findings) {
            const auto name = "findingCard/" + finding.id;
            QVERIFY2(shown<Card>(*page, name.c_str()), name.c_str());
            QVERIFY2(wordsOf(*page).contains(text(finding.text)), name.c_str());
            QVERIFY2(qobject_cast<charts::ChartCard*>(shown<Card>(*page, name.c_str())),
                     name.c_str());
        }
        const auto* idle = shown<Card>(*page, "findingCard/items-without-interactions");
        QVERIFY(idle);
        const auto bars = idle->findChild<charts::BarChart*>()->bars();
        QCOMPARE(bars[0].value, 54.0);
        QCOMPARE(bars[1].value, 6.0);
        QVERIFY(takePicture(*page, "data_insights"));
    }

    void figuresThatNoFindingShowsStandBelow() {
        const auto insights = fixture_.service().dataInsights(group_);
        const auto page = openPage<DataInsightsPage>(fixture_, group_);
        QTRY_VERIFY(shown<QLabel>(*page, "insightCount"));
        const auto words = wordsOf(*page);
        for (const auto figure : kFigures) {
            const std::unique_ptr<charts::Chart> chart(figureChart(figure, *insights));
            const bool told =
                std::any_of(insights->findings.begin(), insights->findings.end(),
                            [&](const auto& finding) { return figureOf(finding) == figure; });
            QCOMPARE(words.contains(figureTitle(figure)), chart && !told);
        }
        const std::unique_ptr<charts::Chart> perUser(figureChart(Figure::PerUser, *insights));
        double users = 0;
        for (const auto& column : dynamic_cast<charts::ColumnChart&>(*perUser).columns())
            users += column.value;
        QCOMPARE(users, 80.0);
    }

    void findingsAreSearchedAndChosenByDataset() {
        const auto page = openPage<DataInsightsPage>(fixture_, group_);
        QTRY_VERIFY(shown<Card>(*page, "findingCard/items-without-interactions"));
        shown<QLineEdit>(*page, "insightSearchInput")->setText(s("EXPLORATION WEIGHT"));
        QVERIFY(shown<Card>(*page, "findingCard/items-without-interactions"));
        QVERIFY(shown<QLabel>(*page, "insightCount")->text().startsWith(s("1 of ")));
        shown<QLineEdit>(*page, "insightSearchInput")->clear();
        auto* dataset = shown<QComboBox>(*page, "insightDatasetInput");
        dataset->setCurrentText(s("Users"));
        QVERIFY(!shown<Card>(*page, "findingCard/items-without-interactions"));
        QVERIFY(!shown<QWidget>(*page, "columnsTable"));  // the group has no users dataset
        dataset->setCurrentText(s("Items"));
        QVERIFY(shown<Card>(*page, "findingCard/items-without-interactions"));
        auto* table = shown<widgets::DataTable>(*page, "columnsTable");
        table->clearSelection();
        const auto columns = table->selectionAsText();
        QVERIFY2(columns.contains(s("Items\tGENRES\tcategory\t100.0 %\t6\tGenre0\t–")),
                 qPrintable(columns));
        QVERIFY(!columns.contains(s("Interactions")));
    }

    void aFixOpensWhatMendsIt() {
        const auto page = openPage<DataInsightsPage>(fixture_, group_);
        QTRY_VERIFY(shown<QPushButton>(*page, "fixButton/below-recommended"));
        QTest::mouseClick(shown<QPushButton>(*page, "fixButton/below-recommended"), Qt::LeftButton);
        QCOMPARE(wizards::lastOpened().wizard, s("importDataset"));
        QCOMPARE(wizards::lastOpened().arguments, (QStringList{text(group_), s("INTERACTIONS")}));
        QSignalSpy navigated(page.get(), &shell::Page::navigate);
        QTest::mouseClick(shown<QPushButton>(*page, "fixButton/items-without-interactions"),
                          Qt::LeftButton);
        QCOMPARE(navigated[0], (QVariantList{kCampaigns, text(group_)}));  // there is none yet
    }

    void aGroupWithoutDataSaysWhatItNeeds() {
        const auto empty = fixture_.workspace.makeGroup("no-data");
        const auto page = openPage<DataInsightsPage>(fixture_, empty);
        QTRY_VERIFY(shown<Card>(*page, "findingCard/no-interactions"));
        QVERIFY(!shown<QWidget>(*page, "rowsTile"));
        QVERIFY(!shown<QWidget>(*page, "columnsTable"));
        QVERIFY(takePicture(*page, "data_insights-empty"));
        const auto dataset =
            fixture_.workspace.makeDataset(empty, "Interactions", service::kInteractionsSchema);
        fixture_.workspace.import(
            dataset,
            fixture_.workspace.write("few.csv",
                                     "USER_ID,ITEM_ID,EVENT_TYPE,EVENT_VALUE,TIMESTAMP,IMPRESSION\n"
                                     "u1,i1,watch,1,1600000000,i1\n"),
            "few-1");
        QTRY_VERIFY(shown<Card>(*page, "findingCard/few-interactions"));  // by itself
        QVERIFY(!shown<Card>(*page, "findingCard/no-interactions"));
    }

private:
    QTemporaryDir settings_;
    ConsoleFixture fixture_;
    std::string group_;
};

QTEST_MAIN(DataInsightsPageTest)
#include "data_insights_page_test.moc"
