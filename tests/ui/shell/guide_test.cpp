// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/guide.h"

#include <QApplication>
#include <QFile>
#include <QListWidget>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

#include "tests/ui/craft.h"
#include "tests/ui/screenshot.h"
#include "ui/language/language.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page.h"
#include "ui/widgets/small_parts.h"

using namespace foretaste;
using namespace foretaste::shell;

namespace {

QString s(const char* text) {
    return QString::fromUtf8(text);
}

}  // namespace

class GuideTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QCoreApplication::setOrganizationName(s("foretaste-test"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings_.path());
        theme::Theme::get().apply(theme::Mode::Light);
    }
    void cleanup() { language::use(s("en")); }

    void everyArticleIsThereInEveryLanguage() {
        const auto english = guideArticles(s("en"));
        QVERIFY(english.size() >= 8);
        for (const auto& code : language::codes()) {
            const auto articles = guideArticles(code);
            for (int i = 0; i < articles.size(); ++i) {
                QVERIFY2(QFile::exists(s(":/guide/%1/%2.md").arg(code, articles[i].id)),
                         qPrintable(articles[i].id));
                QVERIFY(!articles[i].title.isEmpty());
                QCOMPARE(articles[i].pages, english[i].pages);
                QCOMPARE(articles[i].markdown.count(s("\n## ")),
                         english[i].markdown.count(s("\n## ")));
            }
        }
        QCOMPARE(guideArticles(s("xx")).front().title, english.front().title);
    }

    void opensAtThePage() {
        MainWindow window;
        window.navigator().addPage(s("campaign"), s("Campaign"),
                                   [] { return new Page(s("campaign")); });
        window.show();
        window.navigator().go(s("campaign"));
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_F1);
        auto* guide = window.findChild<GuideWindow*>();
        QVERIFY(guide && guide->isVisible());
        QCOMPARE(guide->article(), s("campaigns"));
        guide->close();
        window.showGuide();
        QCOMPARE(window.findChildren<GuideWindow*>().size(), 1);
        guide->openAt(s("nowhere"));
        QCOMPARE(guide->article(), s("first-steps"));
    }

    void findsAndMarksWords() {
        GuideWindow guide(nullptr);
        guide.openAt({});
        auto* search = guide.findChild<widgets::SearchField*>();
        auto* list = guide.findChild<QListWidget*>();
        QTest::keyClicks(search, s("rejected rows"));
        QCOMPARE(guide.article(), s("data"));
        const auto shownArticles = [&] {
            int count = 0;
            for (int i = 0; i < list->count(); ++i) count += !list->item(i)->isHidden();
            return count;
        };
        QVERIFY(shownArticles() >= 1 && shownArticles() < list->count());
        QVERIFY(!guide.findChild<QTextBrowser*>()->extraSelections().isEmpty());
        search->setText(s("zyzzyva"));
        QCOMPARE(shownArticles(), 0);
        search->clear();
        QCOMPARE(shownArticles(), list->count());
        QVERIFY(guide.findChild<QTextBrowser*>()->extraSelections().isEmpty());
    }

    void looksWell() {
        for (const auto& code : language::codes()) {
            language::use(code);
            GuideWindow guide(nullptr);
            guide.openAt(s("solutionVersion"));
            QTest::qWait(50);
            QVERIFY(uitest::writeScreenshots(guide, s(FORETASTE_SCREENSHOTS), s("guide")));
            const auto faults = uitest::faultsOf(guide, code != s("en"));
            QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
        }
    }

private:
    QTemporaryDir settings_;
};

QTEST_MAIN(GuideTest)
#include "guide_test.moc"
