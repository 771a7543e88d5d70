// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>
#include <QStyle>

class QStyleOption;
class QStyleOptionMenuItem;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QWidget;

namespace foretaste::theme {

// Saves the painter and turns smooth edges on; puts everything back at the end of the scope.
class PainterGuard {
public:
    explicit PainterGuard(QPainter& painter) : painter_(painter) {
        painter_.save();
        painter_.setRenderHint(QPainter::Antialiasing);
    }
    ~PainterGuard() { painter_.restore(); }
    PainterGuard(const PainterGuard&) = delete;
    PainterGuard& operator=(const PainterGuard&) = delete;

private:
    QPainter& painter_;
};

// How ConsoleStyle draws the parts of a control.
namespace paint {

// A rounded rectangle with a 1 px outline that lies on whole pixels.
void box(QPainter& painter, const QRectF& rect, double radius, const QColor& ground,
         const QColor& outline);
void focusRing(QPainter& painter, const QRectF& rect, double radius);
// Whether a widget that paints itself should draw its ring: focused, and by keyboard.
bool showsFocus(const QWidget& widget);
void softGround(QPainter& painter, const QStyleOption& option);
void button(QPainter& painter, const QStyleOption& option, const QWidget* widget);
QColor buttonInk(const QStyleOption& option, const QWidget* widget);
void input(QPainter& painter, const QStyleOption& option, const QWidget* widget);
void checkBox(QPainter& painter, const QStyleOption& option);
void radioButton(QPainter& painter, const QStyleOption& option);
void headerArrow(QPainter& painter, const QStyleOption& option);
void menuPanel(QPainter& painter, const QStyleOption& option);
void menuItem(QPainter& painter, const QStyleOptionMenuItem& item);
void frame(QPainter& painter, const QStyleOption& option, const QWidget* widget);
void tab(QPainter& painter, const QStyleOption& option);
// A groove with `share` of it filled, as high as `rect` but at most 6 px.
void bar(QPainter& painter, const QRectF& rect, double share);
void spinBox(QPainter& painter, const QStyleOptionSpinBox& spin, const QStyle& style,
             const QWidget* widget);
void scrollBar(QPainter& painter, const QStyleOption& option, const QRect& slider);
// Slider and pages of a scroll bar without arrow buttons.
QRect scrollBarPart(const QStyleOptionSlider& bar, QStyle::SubControl part, const QRect& fallback);
void slider(QPainter& painter, const QStyleOptionSlider& slider, const QRect& handle);

}  // namespace paint

}  // namespace foretaste::theme
