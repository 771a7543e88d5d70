// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style_paint.h"

#include <QAbstractItemView>
#include <QStyleOption>

#include "ui/theme/icons.h"
#include "ui/theme/style.h"

namespace foretaste::theme::paint {

namespace {

bool enabled(const QStyleOption& option) {
    return option.state & QStyle::State_Enabled;
}
bool hovered(const QStyleOption& option) {
    return enabled(option) && (option.state & QStyle::State_MouseOver);
}
bool pressed(const QStyleOption& option) {
    return option.state & QStyle::State_Sunken;
}
bool focused(const QStyleOption& option) {
    return option.state & QStyle::State_HasFocus;
}
// Buttons show their ring to those who came by keyboard only; inputs always do.
bool ringed(const QStyleOption& option) {
    return focused(option) && (option.state & QStyle::State_KeyboardFocusChange);
}

ButtonKind kindOf(const QWidget* widget) {
    const QVariant kind = widget ? widget->property(kButtonKindProperty) : QVariant();
    return kind.isValid() ? static_cast<ButtonKind>(kind.toInt()) : ButtonKind::Secondary;
}

QColor stronger(const QColor& color, double share) {
    return blend(color, colors().text, share);
}

}  // namespace

void box(QPainter& painter, const QRectF& rect, double radius, const QColor& ground,
         const QColor& outline) {
    painter.setPen(outline.isValid() ? QPen(outline, 1) : QPen(Qt::NoPen));
    painter.setBrush(ground.isValid() ? QBrush(ground) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

void focusRing(QPainter& painter, const QRectF& rect, double radius) {
    painter.setPen(QPen(colors().accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius);
}

bool showsFocus(const QWidget& widget) {
    return widget.hasFocus() && widget.window()->testAttribute(Qt::WA_KeyboardFocusChange);
}

void softGround(QPainter& painter, const QStyleOption& option) {
    const bool strong = option.state & (QStyle::State_On | QStyle::State_Sunken);
    box(painter, option.rect, kRadiusItem, strong ? colors().soft : colors().hover, {});
}

void button(QPainter& painter, const QStyleOption& option, const QWidget* widget) {
    const Colors& c = colors();
    const bool wide = option.rect.height() > kControlHeight + 8;
    const QRectF rect = wide ? QRectF(option.rect) : QRectF(option.rect).adjusted(0, 1, 0, -1);
    const ButtonKind kind = kindOf(widget);
    QColor ground = Qt::transparent;
    QColor outline = Qt::transparent;
    const bool solid = kind == ButtonKind::Primary || kind == ButtonKind::Danger;
    if (solid) {
        ground = kind == ButtonKind::Danger ? c.bad : c.accent;
        if (hovered(option)) ground = stronger(ground, 0.12);
        if (pressed(option)) ground = stronger(ground, 0.24);
        if (!enabled(option)) ground = c.line;
        outline = ground;
    } else {
        if (hovered(option)) ground = kind == ButtonKind::Quiet ? c.hover : c.soft;
        if (pressed(option) || (option.state & QStyle::State_On)) ground = c.soft;
        if (kind == ButtonKind::Secondary) outline = enabled(option) ? c.accent : c.line;
    }
    box(painter, rect, kRadiusControl, ground, outline);
    if (!ringed(option)) return;
    if (solid) {  // the ring of a filled button lies inside it, in the colour of its text
        painter.setPen(QPen(c.onAccent, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(rect.adjusted(3, 3, -3, -3), kRadiusControl - 3,
                                kRadiusControl - 3);
    } else {
        focusRing(painter, rect, kRadiusControl);
    }
}

QColor buttonInk(const QStyleOption& option, const QWidget* widget) {
    const Colors& c = colors();
    if (!enabled(option)) return blend(c.card, c.muted, 0.6);
    switch (kindOf(widget)) {
        case ButtonKind::Primary:
        case ButtonKind::Danger: return c.onAccent;
        case ButtonKind::Secondary:
        case ButtonKind::Quiet: return c.accent;
    }
    return c.text;
}

void input(QPainter& painter, const QStyleOption& option, const QWidget* widget) {
    const Colors& c = colors();
    const bool wrong = widget && widget->property(kErrorProperty).toBool();
    QColor outline = enabled(option) ? c.border : c.line;
    if (hovered(option)) outline = stronger(c.border, 0.4);
    if (wrong) outline = c.bad;
    box(painter, option.rect, kRadiusControl, enabled(option) ? c.card : c.bg, outline);
    if (focused(option)) {
        painter.setPen(QPen(wrong ? c.bad : c.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), kRadiusControl - 1,
                                kRadiusControl - 1);
    }
}

void checkBox(QPainter& painter, const QStyleOption& option) {
    const Colors& c = colors();
    const bool on = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const QRectF rect = option.rect;
    const QColor fill = enabled(option) ? c.accent : c.line;
    QColor outline = enabled(option) ? c.border : c.line;
    if (hovered(option) || on) outline = fill;
    box(painter, rect, kRadiusSmall, on ? fill : c.card, outline);
    if (on) {
        const Icon mark = option.state & QStyle::State_NoChange ? Icon::Minus : Icon::Check;
        drawIcon(painter, rect.adjusted(1, 1, -1, -1), mark, c.onAccent);
    }
    if (ringed(option)) focusRing(painter, rect.adjusted(-3, -3, 3, 3), kRadiusSmall + 2);
}

void radioButton(QPainter& painter, const QStyleOption& option) {
    const Colors& c = colors();
    const bool on = option.state & QStyle::State_On;
    const QRectF rect = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const QColor fill = enabled(option) ? c.accent : c.line;
    QColor outline = enabled(option) ? c.border : c.line;
    if (hovered(option) || on) outline = fill;
    painter.setPen(QPen(outline, on ? 1.5 : 1));
    painter.setBrush(c.card);
    painter.drawEllipse(rect);
    if (on) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        painter.drawEllipse(rect.center(), 4, 4);
    }
}

void headerArrow(QPainter& painter, const QStyleOption& option) {
    const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(&option);
    if (!header || header->sortIndicator == QStyleOptionHeader::None) return;
    // Fusion asks for the arrow of the order as it points on screen: down is ascending.
    const bool ascending = header->sortIndicator == QStyleOptionHeader::SortDown;
    drawIcon(painter, QRectF(QPointF(option.rect.center()) - QPointF(6, 6), QSizeF(12, 12)),
             ascending ? Icon::ChevronUp : Icon::ChevronDown, colors().muted);
}

void menuPanel(QPainter& painter, const QStyleOption& option) {
    painter.fillRect(option.rect, colors().card);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(colors().border);
    painter.drawRect(option.rect.adjusted(0, 0, -1, -1));
}

void menuItem(QPainter& painter, const QStyleOptionMenuItem& item) {
    const Colors& c = colors();
    const QRectF rect = item.rect;
    if (item.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(QRectF(rect.left(), rect.center().y(), rect.width(), 1), c.line);
        return;
    }
    const bool chosen = enabled(item) && (item.state & QStyle::State_Selected);
    if (chosen) box(painter, rect.adjusted(1, 0, -1, 0), kRadiusItem, c.soft, {});
    const QColor ink = !enabled(item) ? blend(c.card, c.muted, 0.6) : chosen ? c.accent : c.text;
    const QRectF left(rect.left() + kSpaceS, rect.center().y() - 8, 16, 16);
    if (item.checkType != QStyleOptionMenuItem::NotCheckable) {
        if (item.checked) drawIcon(painter, left, Icon::Check, ink);
    } else if (!item.icon.isNull()) {
        item.icon.paint(&painter, left.toRect(), Qt::AlignCenter,
                        enabled(item) ? QIcon::Normal : QIcon::Disabled);
    }
    const QStringList parts = item.text.split(u'\t');
    painter.setFont(item.font);
    painter.setPen(ink);
    painter.drawText(rect.adjusted(32, 0, -kSpaceM, 0),
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic, parts.front());
    if (parts.size() > 1) {
        painter.setPen(c.muted);
        painter.drawText(rect.adjusted(32, 0, -kSpaceM, 0), Qt::AlignVCenter | Qt::AlignRight,
                         parts[1]);
    }
    if (item.menuItemType == QStyleOptionMenuItem::SubMenu) {
        drawIcon(painter, QRectF(rect.right() - 20, rect.center().y() - 7, 14, 14),
                 Icon::ChevronRight, ink);
    }
}

void frame(QPainter& painter, const QStyleOption& option, const QWidget* widget) {
    const bool ring = focused(option) && qobject_cast<const QAbstractItemView*>(widget);
    box(painter, option.rect, kRadiusControl, {}, ring ? colors().accent : colors().line);
}

void tab(QPainter& painter, const QStyleOption& option) {
    const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(&option);
    const bool chosen = option.state & QStyle::State_Selected;
    const QRectF rect = option.rect;
    if (hovered(option) && !chosen) {
        box(painter, rect.adjusted(2, 4, -2, -6), kRadiusItem, colors().hover, {});
    }
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), colors().line);
    if (chosen) {
        painter.fillRect(
            QRectF(rect.left() + kSpaceS, rect.bottom() - 2, rect.width() - 2 * kSpaceS, 2),
            colors().accent);
    }
    if (tab && ringed(option)) focusRing(painter, rect.adjusted(2, 3, -2, -5), kRadiusItem);
}

void bar(QPainter& painter, const QRectF& rect, double share) {
    const double height = std::min(6.0, rect.height());
    const QRectF groove(rect.left(), rect.center().y() - height / 2, rect.width(), height);
    const auto fill = [&](const QRectF& r, const QColor& color) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawRoundedRect(r, height / 2, height / 2);
    };
    fill(groove, colors().line);
    const double width = groove.width() * std::clamp(share, 0.0, 1.0);
    if (width <= 0) return;
    painter.setClipRect(QRectF(groove.left(), groove.top(), width, height));
    fill(groove, colors().accent);
    painter.setClipping(false);
}

void spinBox(QPainter& painter, const QStyleOptionSpinBox& spin, const QStyle& style,
             const QWidget* widget) {
    input(painter, spin, widget);
    if (spin.buttonSymbols == QAbstractSpinBox::NoButtons) return;
    const auto arrow = [&](QStyle::SubControl part, Icon name, bool can) {
        const QRectF rect = style.subControlRect(QStyle::CC_SpinBox, &spin, part, widget);
        const bool hot = (spin.activeSubControls & part) && hovered(spin);
        const QColor ink = !can || !enabled(spin) ? colors().line
                           : hot                  ? colors().accent
                                                  : colors().muted;
        drawIcon(painter, QRectF(rect.center() - QPointF(6, 6), QSizeF(12, 12)), name, ink);
    };
    arrow(QStyle::SC_SpinBoxUp, Icon::ChevronUp,
          spin.stepEnabled & QAbstractSpinBox::StepUpEnabled);
    arrow(QStyle::SC_SpinBoxDown, Icon::ChevronDown,
          spin.stepEnabled & QAbstractSpinBox::StepDownEnabled);
}

void scrollBar(QPainter& painter, const QStyleOption& option, const QRect& slider) {
    if (!enabled(option)) return;
    const Colors& c = colors();
    const bool strong = hovered(option) || pressed(option);
    QRectF handle = slider;
    const bool upright = option.rect.height() > option.rect.width();
    handle = upright ? handle.adjusted(3, 2, -3, -2) : handle.adjusted(2, 3, -2, -3);
    painter.setPen(Qt::NoPen);
    painter.setBrush(strong ? c.border : blend(c.card, c.border, 0.55));
    const double radius = std::min(handle.width(), handle.height()) / 2;
    painter.drawRoundedRect(handle, radius, radius);
}

QRect scrollBarPart(const QStyleOptionSlider& bar, QStyle::SubControl part, const QRect& fallback) {
    const bool upright = bar.orientation == Qt::Vertical;
    const int room = upright ? bar.rect.height() : bar.rect.width();
    const int range = bar.maximum - bar.minimum;
    int length = room;
    if (range > 0) {
        const double share = bar.pageStep / static_cast<double>(range + bar.pageStep);
        length = std::clamp(static_cast<int>(room * share), std::min(32, room), room);
    }
    const int start = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition,
                                                      room - length, bar.upsideDown);
    const auto rect = [&](int from, int size) {
        return upright ? QRect(bar.rect.left(), bar.rect.top() + from, bar.rect.width(), size)
                       : QRect(bar.rect.left() + from, bar.rect.top(), size, bar.rect.height());
    };
    switch (part) {
        case QStyle::SC_ScrollBarSlider: return rect(start, length);
        case QStyle::SC_ScrollBarSubPage: return rect(0, start);
        case QStyle::SC_ScrollBarAddPage: return rect(start + length, room - start - length);
        default: return fallback;
    }
}

void slider(QPainter& painter, const QStyleOptionSlider& slider, const QRect& handle) {
    const Colors& c = colors();
    const bool upright = slider.orientation == Qt::Vertical;
    const QRectF rect = slider.rect;
    const QPointF middle = QRectF(handle).center();
    const auto groove = [&](double from, double to, const QColor& color) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        const QRectF r = upright ? QRectF(rect.center().x() - 2, from, 4, to - from)
                                 : QRectF(from, rect.center().y() - 2, to - from, 4);
        painter.drawRoundedRect(r, 2, 2);
    };
    const QColor fill = enabled(slider) ? c.accent : c.border;
    if (upright) {
        groove(rect.top() + 2, rect.bottom() - 2, c.line);
        groove(middle.y(), rect.bottom() - 2, fill);
    } else {
        groove(rect.left() + 2, rect.right() - 2, c.line);
        groove(rect.left() + 2, middle.x(), fill);
    }
    painter.setPen(QPen(fill, 2));
    painter.setBrush(c.card);
    painter.drawEllipse(middle, 7, 7);
    if (ringed(slider)) {
        painter.setPen(QPen(blend(c.card, c.accent, 0.5), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(middle, 9, 9);
    }
}

}  // namespace foretaste::theme::paint
