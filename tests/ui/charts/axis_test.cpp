// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/axis.h"

#include <QTest>

#include <cmath>
#include <numeric>

#include "ui/charts/decimate.h"
#include "ui/charts/histogram_chart.h"

using namespace foretaste::charts;

class AxisTest : public QObject {
    Q_OBJECT
private slots:
    void ticksAreRoundAndCoverTheRange_data() {
        QTest::addColumn<double>("min");
        QTest::addColumn<double>("max");
        QTest::addRow("metric") << 0.0 << 0.246;
        QTest::addRow("unit") << 0.0 << 1.0;
        QTest::addRow("counts") << 0.0 << 118420.0;
        QTest::addRow("negative") << -3.2 << 7.9;
        QTest::addRow("tiny") << 1.1e-5 << 9.7e-5;
        QTest::addRow("far from zero") << 1000.2 << 1000.9;
    }
    void ticksAreRoundAndCoverTheRange() {
        QFETCH(double, min);
        QFETCH(double, max);
        const Ticks ticks = niceTicks(min, max);
        QVERIFY(ticks.min <= min + 1e-12 && ticks.max >= max - 1e-12);
        const double mantissa =
            ticks.step / std::pow(10, std::floor(std::log10(ticks.step) + 1e-9));
        bool round = false;
        for (const double nice : {1.0, 2.0, 2.5, 5.0}) round |= std::abs(mantissa - nice) < 1e-6;
        QVERIFY2(round, qPrintable(QString::number(ticks.step)));
        const auto values = ticks.values();
        QVERIFY2(values.size() >= 3 && values.size() <= 8,
                 qPrintable(QString::number(values.size())));
        QVERIFY(std::abs(values.first() - ticks.min) < ticks.step * 1e-6);
        QVERIFY(std::abs(values.last() - ticks.max) < ticks.step * 1e-6);
        // Neighbours have different labels.
        for (qsizetype i = 1; i < values.size(); ++i) {
            QVERIFY(tickLabel(values[i], ticks.decimals) !=
                    tickLabel(values[i - 1], ticks.decimals));
        }
    }

    void zeroIsIncludedWhenAsked() {
        QCOMPARE(niceTicks(0.11, 0.18, 4, true).min, 0.0);
        QVERIFY(niceTicks(0.11, 0.18, 4, false).min > 0);
        QCOMPARE(niceTicks(-5, -1, 4, true).max, 0.0);
    }

    void oddLimitsDoNoHarm() {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        for (const Ticks& ticks : {niceTicks(0, 0), niceTicks(7, 7), niceTicks(nan, 1),
                                   niceTicks(0, std::numeric_limits<double>::infinity())}) {
            QVERIFY(std::isfinite(ticks.min) && std::isfinite(ticks.max));
            QVERIFY(ticks.max > ticks.min);
            QVERIFY(ticks.step > 0);
        }
        QVERIFY(niceTicks(7, 7).min < 7 && niceTicks(7, 7).max > 7);
    }

    void epochsHaveWholeTicks() {
        const Ticks few = wholeTicks(1, 3);
        QCOMPARE(few.step, 1.0);
        QCOMPARE(few.min, 1.0);
        QCOMPARE(few.max, 3.0);
        QCOMPARE(few.decimals, 0);
        QVERIFY(wholeTicks(1, 17).step >= 2);
        QCOMPARE(wholeTicks(1, 1).max, 2.0);
    }

    void logarithmicTicks() {
        QCOMPARE(logTicks(0.1, 1), (QList<double>{0.1, 0.2, 0.5, 1}));
        const auto wide = logTicks(0.001, 1000);
        QCOMPARE(wide.size(), 7);
        QVERIFY(std::abs(wide.first() - 0.001) < 1e-9);
    }

    void shortNumbers() {
        QLocale::setDefault(QLocale::c());
        QCOMPARE(shortNumber(0), QStringLiteral("0"));
        QCOMPARE(shortNumber(0.2114), QStringLiteral("0.211"));
        QCOMPARE(shortNumber(0.25), QStringLiteral("0.25"));
        QCOMPARE(shortNumber(12.04), QStringLiteral("12"));
        QCOMPARE(shortNumber(12.44), QStringLiteral("12.4"));
        QCOMPARE(shortNumber(99.99), QStringLiteral("100"));
        QCOMPARE(tickLabel(-0.0001, 2), QStringLiteral("0.00"));
    }

    void decimationKeepsEndsAndPeaks() {
        QList<QPointF> points;
        for (int i = 0; i < 100'000; ++i) points << QPointF(i, std::sin(i * 0.001));
        points[54'321].setY(50);
        points[77'777].setY(-40);
        const auto thin = decimate(points);
        QVERIFY(thin.size() <= kMostPoints);
        QVERIFY(thin.size() > kMostPoints / 2);
        QCOMPARE(thin.first(), points.first());
        QCOMPARE(thin.last(), points.last());
        QVERIFY(thin.contains(QPointF(54'321, 50)));
        QVERIFY(thin.contains(QPointF(77'777, -40)));
        for (qsizetype i = 1; i < thin.size(); ++i) QVERIFY(thin[i - 1].x() < thin[i].x());
    }

    void shortLinesAreLeftAlone() {
        const QList<QPointF> points{{0, 1}, {1, 2}, {2, 1}};
        QCOMPARE(decimate(points), points);
        QCOMPARE(decimate({}), QList<QPointF>());
    }

    void binsCountEveryValueOnce() {
        QList<double> values;
        for (int i = 1; i <= 1000; ++i) values << i * 0.01;
        for (const bool logarithmic : {false, true}) {
            const Bins bins = makeBins(values, 24, logarithmic);
            QCOMPARE(bins.edges.size(), bins.counts.size() + 1);
            QCOMPARE(std::accumulate(bins.counts.begin(), bins.counts.end(), 0.0), 1000.0);
            QVERIFY(std::abs(bins.edges.first() - 0.01) < 1e-9);
            QVERIFY(std::abs(bins.edges.last() - 10) < 1e-9);
            const double first = bins.edges[1] / bins.edges[0];
            const double last = bins.edges.last() / bins.edges[bins.edges.size() - 2];
            if (logarithmic) QVERIFY(std::abs(first - last) < 1e-9);
        }
        QVERIFY(makeBins({0, -1}, 24, true).counts.isEmpty());
        QCOMPARE(makeBins({5, 5, 5}, 24, false).counts.first(), 3.0);
    }

    void percentilesInterpolate() {
        const QList<double> sorted{1, 2, 3, 4, 5};
        QCOMPARE(percentile(sorted, 50), 3.0);
        QCOMPARE(percentile(sorted, 0), 1.0);
        QCOMPARE(percentile(sorted, 100), 5.0);
        QCOMPARE(percentile(sorted, 90), 4.6);
        QCOMPARE(percentile({}, 50), 0.0);
    }
};

QTEST_MAIN(AxisTest)
#include "axis_test.moc"
