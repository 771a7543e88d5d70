// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include <array>

// The measures and colours of the product. No other file writes a pixel size or a colour.
namespace foretaste::theme {

// Spacing, in device-independent pixels.
inline constexpr int kSpaceXxs = 2;
inline constexpr int kSpaceXs = 4;
inline constexpr int kSpaceS = 8;
inline constexpr int kSpaceM = 12;
inline constexpr int kSpaceL = 16;
inline constexpr int kSpaceXl = 24;
inline constexpr int kSpaceXxl = 32;

// Corner radii.
inline constexpr int kRadiusSmall = 4;
inline constexpr int kRadiusItem = 6;
inline constexpr int kRadiusControl = 8;
inline constexpr int kRadiusCard = 12;

// Heights and widths of the parts that repeat on every page.
inline constexpr int kTopBarHeight = 44;
inline constexpr int kSideWidth = 216;
inline constexpr int kControlHeight = 32;
inline constexpr int kRowHeight = 33;
inline constexpr int kNavRowHeight = 32;
inline constexpr int kFieldWidth = 440;
inline constexpr int kIconSmall = 16;
inline constexpr int kIconMedium = 20;
inline constexpr int kIconLarge = 48;

// Type, in pixels.
inline constexpr int kTextTiny = 11;
inline constexpr int kTextSmall = 12;
inline constexpr int kTextTable = 13;
inline constexpr int kTextBody = 14;
inline constexpr int kTextTitle = 20;
inline constexpr int kTextNumber = 24;

// One colour a meaning. Every text colour has a contrast of 4.5:1 or more on bg, card and its own
// soft ground; border, focus and series colours have 3:1 on bg and card (WCAG 2, tests/ui/theme).
struct Colors {
    QColor bg;      // the window behind the cards
    QColor card;    // cards, bars, menus, inputs
    QColor line;    // hairlines: decoration only, never the sole sign of a control
    QColor border;  // outlines of controls
    QColor text;
    QColor muted;
    QColor accent;    // links, primary buttons, focus ring, selection
    QColor onAccent;  // text and icons on accent
    QColor soft;      // ground of selected rows, pills and information
    QColor hover;     // ground of a control or row under the pointer
    QColor ok;
    QColor okSoft;
    QColor warn;
    QColor warnSoft;
    QColor bad;
    QColor badSoft;
    QColor shadow;  // below menus and pop-ups, translucent
    std::array<QColor, 6>
        series;  // lines and bars of charts, told apart by colour-blind readers too
};

const Colors& lightColors();
const Colors& darkColors();

// Contrast ratio of two opaque colours, 1 to 21 (WCAG 2, relative luminance).
double contrast(const QColor& first, const QColor& second);

// `over` laid on `under` with `share` (0 to 1) of its strength.
QColor blend(const QColor& under, const QColor& over, double share);

}  // namespace foretaste::theme
