// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSpinBox>

#include "tests/ui/pages/console_fixture.h"
#include "ui/bridge/stored_settings.h"
#include "ui/language/language.h"
#include "ui/pages/notice.h"
#include "ui/theme/stored_mode.h"

using namespace foretaste;
using namespace foretaste::uitest;

class SettingsPageTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { prepareApplication(settings_); }
    void init() {
        QSettings().clear();
        desk_ = std::make_unique<ConsoleFixture>();
        bridge::storeServiceSettings(desk_->service().settings());
        page_ = openPage<pages::SettingsPage>(*desk_, "");
    }
    void cleanup() {
        page_.reset();
        desk_.reset();
        theme::Theme::get().setMode(theme::Mode::Light);
    }

    void languageIsKeptForTheNextStart() {
        QVERIFY(!shown<pages::Notice>(*page_, "restartNotice"));
        auto* language = shown<QComboBox>(*page_, "languageInput");
        QCOMPARE(language->currentData().toString(), QString());
        language->setCurrentIndex(language->findData(s("de")));
        QCOMPARE(language::stored(), s("de"));
        QCOMPARE(language::inUse(), s("en"));
        QVERIFY(shown<pages::Notice>(*page_, "restartNotice"));
        language->setCurrentIndex(language->findData(s("en")));
        QVERIFY(!shown<pages::Notice>(*page_, "restartNotice"));
    }

    void themeChangesAtOnce() {
        auto* box = shown<QComboBox>(*page_, "themeInput");
        box->setCurrentIndex(box->findData(static_cast<int>(theme::Mode::Dark)));
        QVERIFY(theme::Theme::get().isDark());
        QCOMPARE(static_cast<int>(theme::storedMode()), static_cast<int>(theme::Mode::Dark));
        // What the top bar chose meanwhile is shown on the next visit.
        theme::Theme::get().setMode(theme::Mode::Light);
        page_->refresh();
        QCOMPARE(box->currentData().toInt(), static_cast<int>(theme::Mode::Light));
    }

    void engineTakesItsSettingsUpAtTheNextStart() {
        QTRY_VERIFY(wordsOf(*page_).contains(s("workspace")));
        auto* compatible = shown<QCheckBox>(*page_, "compatibleInput");
        auto* threads = shown<QSpinBox>(*page_, "threadsInput");
        QVERIFY(!compatible->isChecked());
        compatible->setChecked(true);
        QVERIFY(bridge::storedServiceSettings().compatible);
        QVERIFY(!desk_->service().settings().compatible);
        QVERIFY(shown<pages::Notice>(*page_, "restartNotice"));
        compatible->setChecked(false);
        QVERIFY(!shown<pages::Notice>(*page_, "restartNotice"));
        threads->setValue(0);
        QCOMPARE(bridge::storedServiceSettings().threads, 0);
        QVERIFY(shown<pages::Notice>(*page_, "restartNotice"));
    }

    void looksWell() {
        QTRY_VERIFY(wordsOf(*page_).contains(s("workspace")));
        QVERIFY(takePicture(*page_, "settings-page"));
    }

private:
    QTemporaryDir settings_;
    std::unique_ptr<ConsoleFixture> desk_;
    std::unique_ptr<pages::SettingsPage> page_;
};

QTEST_MAIN(SettingsPageTest)
#include "settings_page_test.moc"
