// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QChartView>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include "ui/charts/area_chart.h"
#include "ui/charts/bar_chart.h"
#include "ui/charts/chart_card.h"
#include "ui/charts/decimate.h"
#include "ui/charts/histogram_chart.h"
#include "ui/charts/line_chart.h"
#include "ui/theme/theme.h"
#include "ui/widgets/data_table.h"

using namespace foretaste;
using namespace foretaste::charts;

namespace {

LineChart* curve() {
    auto* chart = new LineChart(QStringLiteral("Training curve"));
    chart->setXAxis(QStringLiteral("epoch"), true);
    chart->setLines({{QStringLiteral("NDCG at 10"), {{1, 0.1}, {2, 0.2}, {3, 0.25}}, {}, {}},
                     {QStringLiteral("loss, mean"), {{1, 2}, {3, 1}}, {1.5, 0.5}, {2.5, 1.5}}});
    return chart;
}

QByteArray read(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

class ChartTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        QLocale::setDefault(QLocale::c());
        theme::Theme::get().apply(theme::Mode::Light);
    }

    void tableJoinsLinesByX() {
        const std::unique_ptr<LineChart> chart(curve());
        QCOMPARE(toCsv(chart->table()),
                 QStringLiteral("epoch,NDCG at 10,\"loss, mean\",\"loss, mean, low\",\"loss, mean, "
                                "high\"\n1,0.1,2,1.5,2.5\n2,0.2,,,\n3,0.25,1,0.5,1.5\n"));
    }

    void csvQuotesWhatItMust() {
        ChartTable table;
        table.headings = {QStringLiteral("a \"b\""), QStringLiteral("c\nd")};
        table.rows << QVariantList{0.1 + 0.2, QStringLiteral("x")};
        QCOMPARE(toCsv(table), QStringLiteral("\"a \"\"b\"\"\",\"c\nd\"\n0.30000000000000004,x\n"));
    }

    void longLinesAreThinnedAndUpdatedFast() {
        LineChart chart(QStringLiteral("Regret"));
        chart.resize(700, 300);
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        QList<QPointF> points;
        for (int i = 0; i < 50'000; ++i) points << QPointF(i, i % 97);
        chart.setLines({{QStringLiteral("regret"), points, {}, {}}});
        QVERIFY(chart.drawnPoints(0).size() <= kMostPoints);
        QCOMPARE(chart.table().rows.size(), 50'000);
    }

    void linesCanGrowWhileShown() {
        LineChart chart(QStringLiteral("Loss"));
        chart.resize(500, 240);
        chart.show();
        QList<QPointF> points;
        for (int epoch = 1; epoch <= 30; ++epoch) {
            points << QPointF(epoch, 1.0 / epoch);
            chart.setLines({{QStringLiteral("loss"), points, {}, {}}});
            QCOMPARE(chart.drawnPoints(0).size(), epoch);
        }
        chart.setLines({});
        QCOMPARE(chart.summary(), QStringLiteral("No data yet."));
        chart.grab();
    }

    void legendHidesALine() {
        const std::unique_ptr<LineChart> chart(curve());
        chart->resize(500, 300);
        chart->show();
        QVERIFY(QTest::qWaitForWindowExposed(chart.get()));
        const auto toggles = chart->findChildren<QAbstractButton*>();
        QCOMPARE(toggles.size(), 2);
        const QImage before = chart->grab().toImage();
        QTest::keyClick(toggles[1], Qt::Key_Space);
        QVERIFY(!toggles[1]->isChecked());
        QVERIFY(chart->grab().toImage() != before);
        // A new set of points keeps the choice.
        chart->setLines(chart->lines());
        QVERIFY(!toggles[1]->isChecked());
    }

    void arrowKeysShowValues() {
        const std::unique_ptr<LineChart> chart(curve());
        chart->resize(500, 300);
        chart->show();
        QVERIFY(QTest::qWaitForWindowExposed(chart.get()));
        const QImage before = chart->grab().toImage();
        QTest::keyClick(chart->findChild<QChartView*>(), Qt::Key_Right);
        QVERIFY(chart->grab().toImage() != before);
    }

    void barsNameTheBestAndItsLead() {
        BarChart chart(QStringLiteral("Leaderboard"));
        chart.setValueAxis(QStringLiteral("NDCG at 10"));
        chart.setBars({{QStringLiteral("up"), 0.24, 0.23, 0.25, 0},
                       {QStringLiteral("popularity"), 0.1, 0.1, 0.1, 0, true}});
        QCOMPARE(chart.summary(),
                 QStringLiteral("Best of 2 by NDCG at 10: up with 0.240, 2.4 times popularity."));
        QCOMPARE(toCsv(chart.table()),
                 QStringLiteral(
                     "Name,NDCG at 10,95 % low,95 % high\nup,0.24,0.23,0.25\npopularity,0.1,,\n"));
        chart.resize(500, 200);
        chart.grab();
        chart.setBars({});
        chart.grab();
    }

    void sharesAreScaledToTheWhole() {
        AreaChart chart(QStringLiteral("Who sees new films"));
        chart.setShares(QStringLiteral("day"), {QStringLiteral("Mon"), QStringLiteral("Tue")},
                        {{QStringLiteral("new"), {1, 3}}, {QStringLiteral("old"), {3, 1}}});
        QCOMPARE(toCsv(chart.table()),
                 QStringLiteral("day,new (%),old (%)\nMon,25,75\nTue,75,25\n"));
        QCOMPARE(chart.summary(),
                 QStringLiteral(
                     "Between Mon and Tue: new from 25 to 75 percent; old from 75 to 25 percent."));
        chart.setShares({}, {QStringLiteral("Mon")}, {{QStringLiteral("new"), {0}}});
        QCOMPARE(chart.table().rows.first()[1].toDouble(), 0.0);
        chart.grab();
    }

    void histogramSaysItsPercentiles() {
        HistogramChart chart(QStringLiteral("Latency"));
        chart.setAxis(QStringLiteral("ms"), QStringLiteral("requests"), true);
        QCOMPARE(chart.summary(), QStringLiteral("No data yet."));
        chart.setValues({0.4, 0.2, 0.1, 0.3, 0.5});
        QCOMPARE(
            chart.summary(),
            QStringLiteral("5 requests: 50 percent within 0.3 ms, 99 percent within 0.496 ms."));
        chart.resize(400, 240);
        chart.grab();
    }

    void cardExportsPictureVectorAndData() {
        QTemporaryDir dir;
        ChartCard card(QStringLiteral("Training curve"), QStringLiteral("epoch 3 kept"), curve());
        card.setProtocol(QStringLiteral("seed 42 · <a href=\"x\">more</a>"));
        card.resize(560, 380);
        card.show();
        QVERIFY(QTest::qWaitForWindowExposed(&card));
        const QImage picture = card.image(2);
        QCOMPARE(picture.devicePixelRatio(), 2.0);
        // The line's blue is in the picture, in the right half too: it is not a cropped
        // enlargement.
        const QRgb blue = theme::lightColors().series[0].rgb();
        bool right = false;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = picture.width() * 3 / 4; x < picture.width(); ++x) {
                right |= picture.pixel(x, y) == blue;
            }
        }
        QVERIFY(right);
        QVERIFY(card.savePng(dir.filePath(QStringLiteral("a.png"))));
        QVERIFY(!QImage(dir.filePath(QStringLiteral("a.png"))).isNull());
        QVERIFY(card.saveSvg(dir.filePath(QStringLiteral("a.svg"))));
        QXmlStreamReader xml(read(dir.filePath(QStringLiteral("a.svg"))));
        while (!xml.atEnd()) xml.readNext();
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(card.saveCsv(dir.filePath(QStringLiteral("a.csv"))));
        QVERIFY(read(dir.filePath(QStringLiteral("a.csv"))).startsWith("epoch,NDCG at 10"));
        QVERIFY(!card.savePng(dir.filePath(QStringLiteral("none/a.png"))));
    }

    void tableTwinShowsTheSameFigures() {
        ChartCard card(QStringLiteral("Training curve"), {}, curve());
        card.resize(560, 380);
        card.show();
        card.setTableShown(true);
        QVERIFY(card.isTableShown());
        auto* table = card.findChild<widgets::DataTable*>();
        QCOMPARE(table->model()->rowCount(), 3);
        QCOMPARE(table->model()->index(2, 1).data().toString(), QStringLiteral("0.25"));
        card.setTableShown(false);
        QVERIFY(!card.isTableShown());
    }

    void chartsCanBeReadAloud() {
        ChartCard card(QStringLiteral("Training curve"), {}, curve());
        auto* view = card.findChild<QChartView*>();
        QCOMPARE(view->accessibleName(), QStringLiteral("Training curve"));
        QVERIFY(view->accessibleDescription().contains(
            QStringLiteral("NDCG at 10 goes from 0.1 to 0.25")));
    }

    void coloursFollowTheTheme() {
        const std::unique_ptr<LineChart> chart(curve());
        chart->resize(400, 260);
        const QImage light = chart->grab().toImage();
        theme::Theme::get().setMode(theme::Mode::Dark);
        QVERIFY(chart->grab().toImage() != light);
        theme::Theme::get().setMode(theme::Mode::Light);
    }
};

QTEST_MAIN(ChartTest)
#include "chart_test.moc"
