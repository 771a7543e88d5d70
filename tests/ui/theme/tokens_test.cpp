// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QFontInfo>
#include <QImage>
#include <QLabel>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include "ui/theme/icons.h"
#include "ui/theme/tabular.h"
#include "ui/theme/theme.h"

using namespace foretaste::theme;

class TokensTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { Theme::get().apply(Mode::Light); }

    void contrastFormula() {
        QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
        // Published examples: #767676 is the lightest grey that passes on white.
        QVERIFY(std::abs(contrast("#767676", "#ffffff") - 4.54) < 0.01);
    }

    void textIsReadable_data() {
        QTest::addColumn<QColor>("ink");
        QTest::addColumn<QColor>("ground");
        for (const auto& [name, c] : {std::pair{"light", lightColors()}, {"dark", darkColors()}}) {
            const auto row = [&, name = name](const char* what, QColor ink, QColor ground) {
                QTest::addRow("%s %s", name, what) << ink << ground;
            };
            row("text on bg", c.text, c.bg);
            row("text on card", c.text, c.card);
            row("text on hover", c.text, c.hover);
            row("text on soft", c.text, c.soft);
            row("muted on bg", c.muted, c.bg);
            row("muted on card", c.muted, c.card);
            row("muted on hover", c.muted, c.hover);
            row("muted on soft", c.muted, c.soft);
            row("accent on bg", c.accent, c.bg);
            row("accent on card", c.accent, c.card);
            row("accent on soft", c.accent, c.soft);
            row("accent on okSoft", c.accent, c.okSoft);
            row("accent on warnSoft", c.accent, c.warnSoft);
            row("accent on badSoft", c.accent, c.badSoft);
            row("onAccent on accent", c.onAccent, c.accent);
            row("onAccent on bad", c.onAccent, c.bad);
            row("ok on card", c.ok, c.card);
            row("ok on bg", c.ok, c.bg);
            row("ok on okSoft", c.ok, c.okSoft);
            row("ok on soft", c.ok, c.soft);
            row("warn on card", c.warn, c.card);
            row("warn on bg", c.warn, c.bg);
            row("warn on warnSoft", c.warn, c.warnSoft);
            row("warn on soft", c.warn, c.soft);
            row("bad on card", c.bad, c.card);
            row("bad on bg", c.bad, c.bg);
            row("bad on badSoft", c.bad, c.badSoft);
            row("bad on soft", c.bad, c.soft);
            row("text on okSoft", c.text, c.okSoft);
            row("text on warnSoft", c.text, c.warnSoft);
            row("text on badSoft", c.text, c.badSoft);
        }
    }
    void textIsReadable() {
        QFETCH(QColor, ink);
        QFETCH(QColor, ground);
        QVERIFY2(contrast(ink, ground) >= 4.5, qPrintable(QStringLiteral("%1 on %2: %3")
                                                              .arg(ink.name(), ground.name())
                                                              .arg(contrast(ink, ground))));
    }

    void bordersAndLinesAreVisible_data() {
        QTest::addColumn<QColor>("ink");
        QTest::addColumn<QColor>("ground");
        for (const auto& [name, c] : {std::pair{"light", lightColors()}, {"dark", darkColors()}}) {
            for (const auto& [where, ground] : {std::pair{"bg", c.bg}, {"card", c.card}}) {
                QTest::addRow("%s border on %s", name, where) << c.border << ground;
                QTest::addRow("%s focus on %s", name, where) << c.accent << ground;
                for (size_t i = 0; i < c.series.size(); ++i) {
                    QTest::addRow("%s series %d on %s", name, static_cast<int>(i), where)
                        << c.series[i] << ground;
                }
            }
        }
    }
    void bordersAndLinesAreVisible() {
        QFETCH(QColor, ink);
        QFETCH(QColor, ground);
        QVERIFY2(contrast(ink, ground) >= 3.0, qPrintable(QStringLiteral("%1 on %2: %3")
                                                              .arg(ink.name(), ground.name())
                                                              .arg(contrast(ink, ground))));
    }

    void everyIconDrawsInTheAskedColour() {
        for (int i = 0; i <= static_cast<int>(Icon::More); ++i) {
            QImage image(40, 40, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::white);
            QPainter painter(&image);
            drawIcon(painter, QRectF(0, 0, 40, 40), static_cast<Icon>(i), QColor("#ff0000"));
            painter.end();
            int inked = 0;
            for (int y = 0; y < 40; ++y) {
                for (int x = 0; x < 40; ++x) {
                    const QColor pixel = image.pixelColor(x, y);
                    QVERIFY2(pixel.red() > 250, qPrintable(QString::number(i)));
                    inked += pixel.green() < 60;
                }
            }
            QVERIFY2(inked > 10 && inked < 800,
                     qPrintable(QStringLiteral("icon %1: %2").arg(i).arg(inked)));
        }
    }

    void aChangeOfThemeRepaintsPaletteLabelsAndIcons() {
        QLabel* label = makeLabel(QStringLiteral("muted"), TextRole::Body, Tone::Muted);
        label->show();
        QVERIFY(QTest::qWaitForWindowExposed(label));
        const QIcon check = icon(Icon::Check);
        const auto strongest = [&] {
            const QImage image = check.pixmap(32, 32).toImage();
            QColor best = Qt::transparent;
            for (int y = 0; y < 32; ++y) {
                for (int x = 0; x < 32; ++x) {
                    if (image.pixelColor(x, y).alpha() > best.alpha())
                        best = image.pixelColor(x, y);
                }
            }
            return best.rgb();
        };
        QCOMPARE(strongest(), lightColors().text.rgb());
        QCOMPARE(label->palette().color(QPalette::WindowText), lightColors().muted);
        QSignalSpy changed(&Theme::get(), &Theme::changed);
        Theme::get().setMode(Mode::Dark);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(QApplication::palette().color(QPalette::Window), darkColors().bg);
        QCOMPARE(label->palette().color(QPalette::WindowText), darkColors().muted);
        QCOMPARE(strongest(), darkColors().text.rgb());
        Theme::get().setMode(Mode::Dark);
        QCOMPARE(changed.count(), 1);
        Theme::get().setMode(Mode::Light);
        delete label;
    }

    void figuresHaveEqualWidth() {
        const QFontMetricsF metrics(font(TextRole::Number));
        QCOMPARE(tabularWidth(metrics, QStringLiteral("111.1")),
                 tabularWidth(metrics, QStringLiteral("888.8")));
        QVERIFY(tabularWidth(metrics, QStringLiteral("88")) >
                tabularWidth(metrics, QStringLiteral("8")));
    }

    void paletteHasEveryRole() {
        const QPalette palette = QApplication::palette();
        for (int role = 0; role < QPalette::NColorRoles; ++role) {
            if (role == QPalette::NoRole) continue;
            for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
                QVERIFY2(palette.isBrushSet(group, static_cast<QPalette::ColorRole>(role)),
                         qPrintable(QString::number(role)));
            }
        }
    }
};

QTEST_MAIN(TokensTest)
#include "tokens_test.moc"
