// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <memory>

#include "tests/ui/screenshot.h"
#include "ui/shell/about_dialog.h"
#include "ui/theme/stored_mode.h"
#include "ui/widgets/card.h"
#include "ui/widgets/metric_tile.h"

using namespace foretaste;
using namespace foretaste::shell;

namespace {

QString s(const char* text) {
    return QString::fromUtf8(text);
}

class TestPage : public Page {
public:
    TestPage(const QString& id, const QString& title) : Page(id) {
        setTitle(title);
        header().setBreadcrumb({{s("film-club"), s("overview"), {}}});
        header().setPrimary(s("Create solution"), s("createSolutionButton"));
        auto* tiles = new QHBoxLayout;
        for (const char* label : {"NDCG at 10", "Coverage", "Training"}) {
            auto* tile = new widgets::MetricTile(s(label));
            tile->setValue(s("0.241"));
            tile->setDelta(s("2.4× popularity"), theme::Tone::Ok);
            tiles->addWidget(tile);
        }
        body()->addLayout(tiles);
        auto* card = new widgets::Card(s("Data"), s("three datasets"));
        card->body()->addWidget(theme::makeLabel(argument(), theme::TextRole::Body));
        body()->addWidget(card);
        endBody();
    }
    void refresh() override { seen << argument(); }
    bool mayLeave() override { return !stubborn; }
    QStringList seen;
    bool stubborn = false;
};

}  // namespace

class MainWindowTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        QCoreApplication::setOrganizationName(s("foretaste-test"));
        QCoreApplication::setApplicationVersion(s("0.1.0"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings_.path());
        theme::Theme::get().apply(theme::Mode::Light);
    }

    void init() {
        window_ = std::make_unique<MainWindow>();
        auto& navigation = window_->navigation();
        navigation.addItem(s("groups"), s("Dataset groups"));
        navigation.setCount(s("groups"), 2);
        navigation.addSection(s("group"), s("film-club"));
        navigation.addItem(s("overview"), s("Overview"));
        navigation.addItem(s("datasets"), s("Datasets"));
        navigation.setCount(s("datasets"), 3);
        navigation.addSection(s("recommend"), s("Recommend"));
        navigation.addItem(s("solutions"), s("Solutions"));
        navigation.addItem(s("campaigns"), s("Campaigns"));
        for (const auto& [id, title] : {std::pair{"groups", "Dataset groups"},
                                        {"overview", "Overview"},
                                        {"solutions", "Solutions"}}) {
            window_->navigator().addPage(s(id), s(title), [this, id = s(id), title = s(title)] {
                ++made_;
                return new TestPage(id, title);
            });
        }
        made_ = 0;
        window_->resize(1280, 800);
        window_->show();
        window_->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
    }

    void pagesAreMadeOnceAndRefreshed() {
        Navigator& navigator = window_->navigator();
        QCOMPARE(made_, 0);
        QVERIFY(navigator.go(s("overview"), s("arn:1")));
        QVERIFY(navigator.go(s("overview"), s("arn:2")));
        QCOMPARE(made_, 1);
        QCOMPARE(page("overview")->seen, (QStringList{s("arn:1"), s("arn:2")}));
        QVERIFY(!navigator.go(s("nowhere")));
        QCOMPARE(navigator.place().argument, s("arn:2"));
        QCOMPARE(window_->windowTitle(), s("Overview – Foretaste"));
        QCOMPARE(window_->navigation().current(), s("overview"));
    }

    void historyGoesBackAndForward() {
        Navigator& navigator = window_->navigator();
        navigator.go(s("groups"));
        navigator.go(s("overview"), s("arn:1"));
        navigator.go(s("solutions"), s("arn:1"));
        QTest::keyClick(window_.get(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(navigator.place().pageId, s("overview"));
        QTest::keyClick(window_.get(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(navigator.place().pageId, s("groups"));
        QVERIFY(!navigator.canGoBack());
        QTest::keyClick(window_.get(), Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(navigator.place(), (Place{s("overview"), s("arn:1")}));
        navigator.go(s("groups"));  // what lay ahead is forgotten
        QVERIFY(!navigator.canGoForward());
        QVERIFY(navigator.canGoBack());
    }

    void goneThingsLeaveTheHistory() {
        Navigator& navigator = window_->navigator();
        navigator.go(s("groups"));
        navigator.go(s("overview"), s("arn:1"));
        navigator.go(s("solutions"), s("arn:2"));
        navigator.dropArgument(s("arn:1"), {s("groups"), {}});
        QCOMPARE(navigator.place().pageId, s("solutions"));
        navigator.back();
        QCOMPARE(navigator.place().pageId, s("groups"));
        navigator.go(s("solutions"), s("arn:2"));
        navigator.dropArgument(s("arn:2"), {s("overview"), s("arn:1")});
        QCOMPARE(navigator.place(), (Place{s("overview"), s("arn:1")}));
    }

    void aPageMayRefuseToBeLeft() {
        Navigator& navigator = window_->navigator();
        navigator.go(s("groups"));
        navigator.go(s("overview"));
        page("overview")->stubborn = true;
        QVERIFY(!navigator.go(s("solutions")));
        navigator.back();
        QCOMPARE(navigator.place().pageId, s("overview"));
        QCOMPARE(window_->navigation().current(), s("overview"));
    }

    void navigationCarriesItsArgument() {
        window_->setNavigationArgument(
            [](const QString& id) { return id == s("overview") ? s("arn:group") : QString(); });
        window_->findChild<QAbstractButton*>(s("navigation/overview"))->click();
        QCOMPARE(window_->navigator().place(), (Place{s("overview"), s("arn:group")}));
        QTest::keyClick(window_.get(), Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(window_->navigator().place().pageId, s("groups"));
    }

    void paletteFindsAndRuns() {
        window_->navigator().go(s("groups"));
        bool created = false;
        window_->addCommand(
            {s("Create dataset group"), s("Action"), theme::Icon::Plus, [&] { created = true; }});
        window_->setCommandSource([] {
            return QList<Command>{
                {s("taste"), s("Solution in film-club"), theme::Icon::Wand, [] {}}};
        });
        QTest::keyClick(window_.get(), Qt::Key_K, Qt::ControlModifier);
        auto* palette = window_->findChild<CommandPalette*>();
        QVERIFY(palette->isVisible());
        QVERIFY(palette->shownTexts().contains(s("Overview")));
        QVERIFY(palette->shownTexts().contains(s("taste")));
        auto* field = palette->findChild<QLineEdit*>(s("commandField"));
        QTest::keyClicks(field, s("crdg"));
        QCOMPARE(palette->shownTexts().first(), s("Create dataset group"));
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(created);
        QVERIFY(!palette->isVisible());
        window_->openPalette();
        QTest::keyClicks(field, s("over"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(window_->navigator().place().pageId, s("overview"));
        window_->openPalette();
        QCOMPARE(field->text(), QString());
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!palette->isVisible());
    }

    void fuzzyMatchPrefersWordsAndRuns() {
        QVERIFY(fuzzyScore(s("xyz"), s("Campaigns")) < 0);
        QVERIFY(fuzzyScore(s("cs"), s("Create solution")) >
                fuzzyScore(s("cs"), s("Datasets cost")));
        QVERIFY(fuzzyScore(s("sol"), s("Solutions")) > fuzzyScore(s("sol"), s("Stop all")));
        QVERIFY(fuzzyScore(s("SOL"), s("solutions")) >= 0);
        QVERIFY(fuzzyScore(s("taste"), s("taste")) >
                fuzzyScore(s("taste"), s("taste of the week")));
        QCOMPARE(fuzzyScore({}, s("anything")), 0);
    }

    void jobsAreCountedStoppedAndOpened() {
        JobCenter& jobs = window_->jobs();
        QSignalSpy counts(&jobs, &JobCenter::runningCountChanged);
        QSignalSpy stops(&jobs, &JobCenter::stopRequested);
        QSignalSpy opens(&jobs, &JobCenter::openRequested);
        JobItem job{s("arn:job"),
                    s("Training taste"),
                    widgets::Status::InProgress,
                    s("In progress"),
                    0.58,
                    s("Epoch 9 of 17"),
                    s("3,120 sequences/s"),
                    16,
                    {},
                    true};
        jobs.setJob(job);
        jobs.setJob(job);
        QCOMPARE(jobs.count(), 1);
        QCOMPARE(counts.count(), 1);
        auto* button = window_->findChild<QToolButton*>(s("jobsButton"));
        QVERIFY(button->text().contains(s("1")));
        button->click();
        QVERIFY(jobs.isVisible());
        jobs.findChild<QPushButton*>(s("stopJobButton"))->click();
        QCOMPARE(stops.first().first().toString(), s("arn:job"));
        job.status = widgets::Status::Stopped;
        jobs.setJob(job);
        QCOMPARE(jobs.runningCount(), 0);
        QVERIFY(!jobs.findChild<QPushButton*>(s("stopJobButton"))->isVisible());
        jobs.findChild<QPushButton*>(s("openJobButton"))->click();
        QCOMPARE(opens.first().first().toString(), s("arn:job"));
        QVERIFY(!jobs.isVisible());
        jobs.removeJob(s("arn:job"));
        QCOMPARE(jobs.count(), 0);
    }

    void themeIsChosenAndRemembered() {
        window_->findChild<QToolButton*>(s("themeButton"))->click();
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu);
        menu->actions().at(1)->trigger();
        menu->close();
        QVERIFY(theme::Theme::get().isDark());
        QCOMPARE(static_cast<int>(theme::storedMode()), static_cast<int>(theme::Mode::Dark));
        theme::Theme::get().setMode(theme::Mode::Light);
    }

    void windowRemembersItsPlaceAndMayStayOpen() {
        window_->resize(1100, 700);
        bool may = false;
        window_->setMayClose([&] { return may; });
        QVERIFY(!window_->close());
        may = true;
        QVERIFY(window_->close());
        MainWindow again;
        QCOMPARE(again.size(), QSize(1100, 700));
    }

    void f6GoesRoundThePanes() {
        window_->navigator().go(s("overview"));
        const auto pane = [&] {
            return window_->navigation().isAncestorOf(QApplication::focusWidget()) ? s("navigation")
                   : window_->navigator().isAncestorOf(QApplication::focusWidget()) ? s("page")
                                                                                    : s("other");
        };
        QTest::keyClick(window_.get(), Qt::Key_F6);
        const QString first = pane();
        QTest::keyClick(window_.get(), Qt::Key_F6);
        const QString second = pane();
        QVERIFY(first != second);
        QVERIFY(first != s("other") && second != s("other"));
    }

    void dialogsSayWhatTheyAre() {
        AboutDialog about;
        QVERIFY(AboutDialog::details().contains(s("0.1.0")));
        about.findChild<QPushButton*>(s("copyDetailsButton"))->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), AboutDialog::details());
        about.show();
        QVERIFY(uitest::writeScreenshots(about, s(FORETASTE_SCREENSHOTS), s("about")));
        ShortcutsDialog shortcuts;
        shortcuts.show();
        QVERIFY(shortcuts.findChildren<QLabel*>().size() > 10);
    }

    void everyControlHasAName() {
        window_->navigator().go(s("overview"));
        for (QWidget* widget : window_->findChildren<QWidget*>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible()) continue;
            const auto* button = qobject_cast<QAbstractButton*>(widget);
            const bool named =
                !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            QVERIFY2(named, qPrintable(QString::fromLatin1(widget->metaObject()->className()) +
                                       u' ' + widget->objectName()));
        }
    }

    void looksLikeTheMockup() {
        window_->setWorkspace(s("film-club"), s("/home/me/film-club"));
        window_->setEndpoint(s("API off"), s("The local endpoint is not running"));
        window_->navigator().go(s("groups"));
        window_->navigator().go(s("overview"));
        window_->flashBar().show(widgets::FlashKind::Info, s("9 of 25 places changed in 3 ms."),
                                 {s("Undo"), [] {}});
        window_->jobs().setJob({s("j1"),
                                s("Training taste"),
                                widgets::Status::InProgress,
                                s("In progress"),
                                0.58,
                                s("Epoch 9 of 17"),
                                s("3,120 sequences/s"),
                                16,
                                {},
                                true});
        window_->jobs().setJob({s("j0"),
                                s("Importing interactions"),
                                widgets::Status::Error,
                                s("Failed"),
                                -1,
                                {},
                                {},
                                -1,
                                s("Row 17 of items.csv has no ITEM_ID."),
                                false});
        QVERIFY(uitest::writeScreenshots(*window_, s(FORETASTE_SCREENSHOTS), s("shell")));
        window_->jobs().popup(*window_->findChild<QToolButton*>(s("jobsButton")));
        QVERIFY(uitest::writeScreenshots(window_->jobs(), s(FORETASTE_SCREENSHOTS), s("jobs")));
        window_->jobs().hide();
        window_->addCommand({s("Create dataset group"), s("Action"), theme::Icon::Plus, [] {}});
        window_->openPalette();
        QVERIFY(uitest::writeScreenshots(*window_->findChild<CommandPalette*>(),
                                         s(FORETASTE_SCREENSHOTS), s("palette")));
    }

private:
    TestPage* page(const char* id) {
        return static_cast<TestPage*>(window_->navigator().existing(s(id)));
    }
    QTemporaryDir settings_;
    std::unique_ptr<MainWindow> window_;
    int made_ = 0;
};

QTEST_MAIN(MainWindowTest)
#include "main_window_test.moc"
