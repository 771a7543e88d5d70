// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

#include "tests/core/service/workspace.h"
#include "tests/ui/screenshot.h"
#include "ui/bridge/console.h"
#include "ui/bridge/words.h"
#include "ui/shell/page.h"

namespace foretaste::uitest {

inline QString s(const char* text) {
    return QString::fromUtf8(text);
}

/// A workspace with a console on it, for tests of pages.
struct ConsoleFixture {
    service::Workspace workspace;
    std::unique_ptr<bridge::Console> console =
        std::make_unique<bridge::Console>(*workspace.service, workspace.executor);

    service::Service& service() { return *workspace.service; }
};

/// Shows a page as the window does, at the size it has in a window of 1280 by 800.
template <class PageClass>
std::unique_ptr<PageClass> openPage(ConsoleFixture& fixture, const std::string& argument) {
    auto page = std::make_unique<PageClass>(*fixture.console);
    page->resize(1064, 756);
    page->setArgument(bridge::text(argument));
    page->refresh();
    static_cast<QWidget&>(*page).show();  // pages have a show() of their own
    return page;
}

/// A shown child by its object name; null where it is absent or hidden.
template <class Widget>
Widget* shown(const QWidget& page, const char* name) {
    for (auto* widget : page.findChildren<Widget*>(s(name)))
        if (widget->isVisible()) return widget;
    return nullptr;
}

/// Every visible text of a page, for "does it say so".
inline QString wordsOf(const QWidget& page) {
    QStringList words;
    for (const auto* label : page.findChildren<QLabel*>())
        if (label->isVisible()) words << label->text();
    return words.join(u'\n');
}

inline bool takePicture(QWidget& page, const char* name) {
    QTest::qWait(50);  // for what is laid out late
    return writeScreenshots(page, s(FORETASTE_SCREENSHOTS), s(name));
}

/// Settings of a test's own, and the look of the product.
inline void prepareApplication(const QTemporaryDir& settings) {
    QCoreApplication::setOrganizationName(s("foretaste-test"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    qRegisterMetaType<widgets::FlashKind>();
    theme::Theme::get().apply(theme::Mode::Light);
}

}  // namespace foretaste::uitest
