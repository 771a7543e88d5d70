// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QObject>

#include "ui/theme/tokens.h"

class QApplication;
class QLabel;
class QString;
class QWidget;

namespace foretaste::theme {

enum class Mode { Light, Dark, System };

// What a colour says; looked up in the current Colors when something is painted.
enum class Tone { Text, Muted, Accent, OnAccent, Ok, Warn, Bad };

// What a text is; decides size and weight.
enum class TextRole { Body, Strong, Table, Small, Tiny, Section, Heading, Title, Number, Code };

// The look of the whole application: Fusion drawn by our own proxy style, one full palette and a
// small style sheet, all made from Colors and rebuilt on every change. The application owns it;
// get() makes it on first use. Widgets that paint themselves read colors() in paintEvent and need
// no more: a change repaints every window.
class Theme : public QObject {
    Q_OBJECT
public:
    // The theme of the running QApplication.
    static Theme& get();

    // Loads the fonts, sets style, palette, font and style sheet. Call once, before the first
    // window.
    void apply(Mode mode);
    // Light and Dark are fixed; System follows the desktop as far as Qt can tell.
    void setMode(Mode mode);

    Mode mode() const { return mode_; }
    bool isDark() const { return dark_; }
    const Colors& colors() const { return dark_ && papers_ == 0 ? darkColors() : lightColors(); }
    QColor color(Tone tone) const;

signals:
    // After palette and style sheet have been set; charts and pixmap caches rebuild on it.
    void changed();

private:
    friend class PaperColors;
    explicit Theme(QApplication& application);
    void rebuild();

    QApplication& application_;
    Mode mode_ = Mode::Light;
    bool dark_ = false;
    bool systemDark_ = false;
    int papers_ = 0;
};

// While one lives, what is made and drawn has the colours of paper, the light ones; windows that
// are open keep theirs. For one turn of the event loop: documents and exports.
class PaperColors {
public:
    PaperColors() { ++Theme::get().papers_; }
    ~PaperColors() { --Theme::get().papers_; }
    PaperColors(const PaperColors&) = delete;
    PaperColors& operator=(const PaperColors&) = delete;
};

// Shorthands for Theme::get().
const Colors& colors();
QColor color(Tone tone);

// The font of a role, Inter where it is there.
QFont font(TextRole role);

// Gives a label the size, weight and colour of a role; they follow the theme from then on.
void setText(QLabel& label, TextRole role, Tone tone = Tone::Text);
// A new label of that role; wraps when `wrap`. Plain text unless set otherwise by the caller.
QLabel* makeLabel(const QString& text, TextRole role, Tone tone = Tone::Text,
                  QWidget* parent = nullptr, bool wrap = false);

// How a push button looks. The default of a new QPushButton is Secondary (outlined).
enum class ButtonKind { Primary, Secondary, Quiet, Danger };
void setButtonKind(QWidget& button, ButtonKind kind);

}  // namespace foretaste::theme
