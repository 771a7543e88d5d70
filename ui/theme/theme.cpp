// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QGuiApplication>
#include <QStyle>
#include <QStyleHints>

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"

// A static library's resources are linked only where somebody asks for them.
static void initialiseResources() {
    Q_INIT_RESOURCE(resources);
}

namespace foretaste::theme {

namespace {

constexpr const char* kToneProperty = "tone";
constexpr std::array<const char*, 7> kToneNames{"text", "muted", "accent", "onAccent",
                                                "ok",   "warn",  "bad"};

QPalette paletteFor(const Colors& c) {
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor& normal,
                                const QColor& disabled) {
        palette.setColor(QPalette::Active, role, normal);
        palette.setColor(QPalette::Inactive, role, normal);
        palette.setColor(QPalette::Disabled, role, disabled);
    };
    const QColor faint = blend(c.card, c.muted, 0.6);
    set(QPalette::Window, c.bg, c.bg);
    set(QPalette::WindowText, c.text, faint);
    set(QPalette::Base, c.card, c.bg);
    set(QPalette::AlternateBase, c.bg, c.bg);
    set(QPalette::ToolTipBase, c.card, c.card);
    set(QPalette::ToolTipText, c.text, c.text);
    set(QPalette::PlaceholderText, c.muted, faint);
    set(QPalette::Text, c.text, faint);
    set(QPalette::Button, c.card, c.bg);
    set(QPalette::ButtonText, c.text, faint);
    set(QPalette::BrightText, c.bad, faint);
    set(QPalette::Light, c.card, c.card);
    set(QPalette::Midlight, c.hover, c.hover);
    set(QPalette::Mid, c.line, c.line);
    set(QPalette::Dark, c.border, c.line);
    set(QPalette::Shadow, c.border, c.line);
    set(QPalette::Highlight, c.accent, c.line);
    set(QPalette::HighlightedText, c.onAccent, faint);
    set(QPalette::Link, c.accent, faint);
    set(QPalette::LinkVisited, c.accent, faint);
    return palette;
}

QString sheetFor(const Colors& c) {
    QString sheet =
        QStringLiteral("QToolTip{background:%1;color:%2;border:1px solid %3;padding:%4px %5px}")
            .arg(c.card.name(), c.text.name(), c.border.name())
            .arg(kSpaceXs)
            .arg(kSpaceS);
    for (size_t tone = 0; tone < kToneNames.size(); ++tone) {
        sheet += QStringLiteral("QLabel[%1=\"%2\"]{color:%3}")
                     .arg(QLatin1String(kToneProperty), QLatin1String(kToneNames[tone]),
                          color(static_cast<Tone>(tone)).name());
    }
    return sheet;
}

bool systemIsDark() {
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#else
    return QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
#endif
}

}  // namespace

Theme& Theme::get() {
    static constexpr const char* kProperty = "foretasteTheme";
    if (auto* theme = qvariant_cast<QObject*>(qApp->property(kProperty))) {
        return *static_cast<Theme*>(theme);
    }
    auto* theme = new Theme(*qApp);
    qApp->setProperty(kProperty, QVariant::fromValue<QObject*>(theme));
    return *theme;
}

Theme::Theme(QApplication& application)
    : QObject(&application), application_(application), systemDark_(systemIsDark()) {
    initialiseResources();
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, [this] {
        systemDark_ = systemIsDark();
        if (mode_ == Mode::System) setMode(mode_);
    });
#endif
}

void Theme::apply(Mode mode) {
    loadFonts();
    application_.setStyle(new ConsoleStyle);
    application_.setFont(font(TextRole::Body));
    application_.setWindowIcon(applicationIcon());
    mode_ = mode;
    dark_ = mode == Mode::Dark || (mode == Mode::System && systemDark_);
    rebuild();
}

void Theme::setMode(Mode mode) {
    mode_ = mode;
    const bool dark = mode == Mode::Dark || (mode == Mode::System && systemDark_);
    if (dark == dark_) return;
    dark_ = dark;
    rebuild();
}

void Theme::rebuild() {
    application_.setPalette(paletteFor(colors()));
    application_.setStyleSheet(sheetFor(colors()));
    emit changed();
    for (QWidget* window : QApplication::topLevelWidgets()) window->update();
}

QColor Theme::color(Tone tone) const {
    const Colors& c = colors();
    switch (tone) {
        case Tone::Text: return c.text;
        case Tone::Muted: return c.muted;
        case Tone::Accent: return c.accent;
        case Tone::OnAccent: return c.onAccent;
        case Tone::Ok: return c.ok;
        case Tone::Warn: return c.warn;
        case Tone::Bad: return c.bad;
    }
    return c.text;
}

const Colors& colors() {
    return Theme::get().colors();
}

QColor color(Tone tone) {
    return Theme::get().color(tone);
}

void setText(QLabel& label, TextRole role, Tone tone) {
    label.setFont(font(role));
    label.setProperty(kToneProperty, QLatin1String(kToneNames[static_cast<size_t>(tone)]));
    // A style sheet looks at properties once, when the widget is first shown.
    label.style()->unpolish(&label);
    label.style()->polish(&label);
}

QLabel* makeLabel(const QString& text, TextRole role, Tone tone, QWidget* parent, bool wrap) {
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(wrap);
    setText(*label, role, tone);
    return label;
}

void setButtonKind(QWidget& button, ButtonKind kind) {
    button.setProperty(kButtonKindProperty, static_cast<int>(kind));
    button.update();
}

}  // namespace foretaste::theme
