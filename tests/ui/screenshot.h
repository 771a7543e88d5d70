// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QLocale>
#include <QPainter>
#include <QPixmap>
#include <QTest>
#include <QWidget>

#include "ui/theme/theme.h"

namespace foretaste::uitest {

// Writes <folder>/<page>-<light|dark>-<1x|2x>-<language>.png in both themes and both densities. The
// widget must be laid out; it is left in the light theme. False where a file cannot be written.
inline bool writeScreenshots(QWidget& widget, const QString& folder, const QString& page) {
    QDir().mkpath(folder);
    const QLocale locale;
    const QString language =
        locale.language() == QLocale::C ? QStringLiteral("en") : locale.name().section(u'_', 0, 0);
    for (const auto mode : {theme::Mode::Dark, theme::Mode::Light}) {
        theme::Theme::get().setMode(mode);
        QTest::qWait(20);
        for (const int scale : {1, 2}) {
            QPixmap picture(widget.size() * scale);
            picture.setDevicePixelRatio(scale);
            picture.fill(theme::colors().bg);
            widget.render(&picture);
            const QString name = QStringLiteral("%1/%2-%3-%4x-%5.png")
                                     .arg(folder, page)
                                     .arg(mode == theme::Mode::Dark ? QStringLiteral("dark")
                                                                    : QStringLiteral("light"))
                                     .arg(scale)
                                     .arg(language);
            if (!picture.save(name)) return false;
        }
    }
    return true;
}

}  // namespace foretaste::uitest
