// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/simulator/simulator_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSlider>
#include <QSpinBox>

#include "tests/ui/pages/console_fixture.h"
#include "ui/widgets/metric_tile.h"

using namespace foretaste;
using namespace foretaste::pages;
using namespace foretaste::uitest;

namespace {

service::SimulatedDay dayOf(const char* policy, int day, std::int64_t clicks,
                            std::int64_t discoverable) {
    service::SimulatedDay made;
    made.policy = policy;
    made.day = day;
    made.clicks = clicks;
    made.discoverable = discoverable;
    made.newItems = 60;
    made.impressionsByAge = {1, 2, 3, 4, 5, 6};
    return made;
}

SimulatorStory storyOf(const std::vector<std::pair<std::int64_t, std::int64_t>>& clicks) {
    std::vector<std::vector<service::SimulatedDay>> days;
    int day = 0;
    for (const auto& [greedy, thompson] : clicks) {
        ++day;
        days.push_back({dayOf("greedy", day, greedy, 2), dayOf("thompson", day, thompson, 40)});
    }
    return SimulatorStory(days);
}

}  // namespace

class SimulatorPageTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { prepareApplication(settings_); }

    void theStoryTellsWhoIsAhead() {
        const auto behind = storyOf({{10, 8}});
        QCOMPARE(behind.lead(), -2);
        QCOMPARE(behind.overtaken(), 0);
        QVERIFY(behind.words().contains(s("has cost 2 clicks")));
        // Ahead, behind again, ahead for good.
        const auto ahead = storyOf({{10, 11}, {20, 19}, {30, 33}, {40, 45}});
        QCOMPARE(ahead.overtaken(), 3);
        QVERIFY(ahead.words().contains(
            s("5 clicks ahead of greedy: what it tried has paid since day 3")));
        QVERIFY(ahead.words().contains(
            s("Of 60 new items, it has found out about 40, greedy about 2.")));
        QVERIFY(storyOf({{10, 10}}).words().contains(s("even")));
        const auto leads = ahead.leads();
        QCOMPARE(leads[1].points, (QList<QPointF>{{0, 0}, {1, 1}, {2, -1}, {3, 3}, {4, 5}}));
        const auto places = ahead.places();
        QCOMPARE(places.size(), 4);
        QCOMPARE(places[0].values.first(), 3.0);  // 1 + 2
        QCOMPARE(places[3].values.first(), 6.0);
    }

    void policiesKeepTheirColours() {
        QSet<int> styles;
        for (const auto& name : service::simulationPolicies()) {
            styles << policyStyle(name);
            QVERIFY(policyTitle(name) != bridge::text(name) || name.empty());
            QVERIFY(!policyMeaning(name).isEmpty());
        }
        QCOMPARE(styles.size(), static_cast<qsizetype>(service::simulationPolicies().size()));
    }

    void playsAndStops() {
        ConsoleFixture fixture;
        const auto page = openPage<SimulatorPage>(fixture, {});
        QVERIFY(takePicture(*page, "simulator-empty"));
        page->findChild<QCheckBox*>(s("linucbPolicy"))->setChecked(false);
        page->findChild<QCheckBox*>(s("epsilon-greedyPolicy"))->setChecked(false);
        auto* speed = page->findChild<QComboBox*>(s("speedInput"));
        speed->setCurrentIndex(speed->count() - 1);
        auto* days = page->findChild<QSpinBox*>(s("daysInput"));
        QCOMPARE(days->value(), 30);
        auto* play = page->findChild<QPushButton*>(s("playButton"));
        QSignalSpy finished(page.get(), &SimulatorPage::finished);
        play->click();
        QVERIFY(page->isPlaying());
        QVERIFY(!days->isEnabled());
        QVERIFY(finished.wait(120'000));
        QCOMPARE(page->shownDay(), 30);
        QVERIFY(!page->isPlaying());
        QVERIFY(days->isEnabled());
        QVERIFY(page->findChild<widgets::MetricTile*>(s("foundTile"))->value().contains(s("of")));
        QVERIFY(takePicture(*page, "simulator"));

        // The world is there now; a game that is stopped keeps what it has shown.
        days->setValue(days->maximum());
        play->click();
        QTRY_VERIFY_WITH_TIMEOUT(page->shownDay() >= 1, 60'000);
        play->click();
        QVERIFY(!page->isPlaying());
        QVERIFY(page->shownDay() < days->maximum());
        QCOMPARE(play->text(), s("Play again"));
    }

private:
    QTemporaryDir settings_;
};

QTEST_MAIN(SimulatorPageTest)
#include "simulator_page_test.moc"
