// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QFrame>
#include <QScrollBar>
#include <QSlider>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>

#include "ui/theme/icons.h"
#include "ui/theme/style_paint.h"

namespace foretaste::theme {

namespace {

bool takesHover(const QWidget* widget) {
    return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QComboBox*>(widget) ||
           qobject_cast<const QScrollBar*>(widget) || qobject_cast<const QSlider*>(widget) ||
           qobject_cast<const QTabBar*>(widget) || qobject_cast<const QAbstractSpinBox*>(widget) ||
           qobject_cast<const QLineEdit*>(widget);
}

}  // namespace

ConsoleStyle::ConsoleStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void ConsoleStyle::polish(QWidget* widget) {
    QProxyStyle::polish(widget);
    if (takesHover(widget)) widget->setAttribute(Qt::WA_Hover);
    // The style sheet's layer answers for the size of spin boxes without asking.
    if (qobject_cast<QAbstractSpinBox*>(widget)) widget->setMinimumHeight(kControlHeight);
    if (auto* tabs = qobject_cast<QTabBar*>(widget)) {
        tabs->setExpanding(false);
        tabs->setDrawBase(false);
    }
    if (qobject_cast<QPushButton*>(widget)) {
        widget->setFont(font(TextRole::Table));
        widget->setCursor(Qt::PointingHandCursor);
    }
}

void ConsoleStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option,
                                 QPainter* painter, const QWidget* widget) const {
    const PainterGuard guard(*painter);
    switch (element) {
        case PE_PanelButtonCommand: paint::button(*painter, *option, widget); return;
        case PE_PanelButtonTool:
            if (option->state & (State_MouseOver | State_On | State_Sunken)) {
                paint::softGround(*painter, *option);
            }
            return;
        case PE_PanelLineEdit:
            if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
                frame && frame->lineWidth > 0) {
                paint::input(*painter, *option, widget);
            }
            return;
        case PE_FrameLineEdit: return;  // the panel draws it
        case PE_IndicatorCheckBox: paint::checkBox(*painter, *option); return;
        case PE_IndicatorItemViewItemCheck: paint::checkBox(*painter, *option); return;
        case PE_IndicatorRadioButton: paint::radioButton(*painter, *option); return;
        case PE_FrameFocusRect:
            paint::focusRing(*painter, QRectF(option->rect), kRadiusSmall);
            return;
        case PE_IndicatorArrowDown:
            drawIcon(*painter, option->rect, Icon::ChevronDown, colors().muted);
            return;
        case PE_IndicatorArrowUp:
            drawIcon(*painter, option->rect, Icon::ChevronUp, colors().muted);
            return;
        case PE_IndicatorHeaderArrow: paint::headerArrow(*painter, *option); return;
        case PE_FrameMenu: return;
        case PE_PanelMenu: paint::menuPanel(*painter, *option); return;
        case PE_FrameTabWidget: return;
        case PE_FrameTabBarBase: return;
        case PE_Frame: paint::frame(*painter, *option, widget); return;
        case PE_FrameGroupBox: return;
        default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void ConsoleStyle::drawControl(ControlElement element, const QStyleOption* option,
                               QPainter* painter, const QWidget* widget) const {
    switch (element) {
        case CE_PushButtonLabel:
            if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
                QStyleOptionButton copy = *button;
                copy.palette.setColor(QPalette::ButtonText, paint::buttonInk(*option, widget));
                QProxyStyle::drawControl(element, &copy, painter, widget);
                return;
            }
            break;
        case CE_TabBarTabShape: {
            const PainterGuard guard(*painter);
            paint::tab(*painter, *option);
            return;
        }
        case CE_TabBarTabLabel:
            if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option)) {
                QStyleOptionTab copy = *tab;
                const bool chosen = option->state & State_Selected;
                copy.palette.setColor(QPalette::WindowText,
                                      chosen ? colors().accent : colors().muted);
                copy.state.setFlag(State_HasFocus, false);
                QProxyStyle::drawControl(element, &copy, painter, widget);
                return;
            }
            break;
        case CE_HeaderSection: {
            const PainterGuard guard(*painter);
            painter->fillRect(option->rect, colors().card);
            painter->fillRect(
                QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                colors().line);
            return;
        }
        case CE_HeaderLabel:
            if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
                QStyleOptionHeader copy = *header;
                copy.palette.setColor(QPalette::ButtonText, colors().muted);
                QProxyStyle::drawControl(element, &copy, painter, widget);
                return;
            }
            break;
        case CE_HeaderEmptyArea: painter->fillRect(option->rect, colors().card); return;
        case CE_ProgressBarGroove: return;
        case CE_ProgressBarContents:
            if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option)) {
                const PainterGuard guard(*painter);
                const double range = std::max(1, bar->maximum - bar->minimum);
                paint::bar(*painter, QRectF(option->rect), (bar->progress - bar->minimum) / range);
                return;
            }
            break;
        case CE_MenuItem:
            if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) {
                const PainterGuard guard(*painter);
                paint::menuItem(*painter, *item);
                return;
            }
            break;
        case CE_ShapedFrame:
            if (const auto* shape = qstyleoption_cast<const QStyleOptionFrame*>(option);
                shape &&
                (shape->frameShape == QFrame::HLine || shape->frameShape == QFrame::VLine)) {
                const QRect r = option->rect;
                painter->fillRect(shape->frameShape == QFrame::HLine
                                      ? QRect(r.left(), r.center().y(), r.width(), 1)
                                      : QRect(r.center().x(), r.top(), 1, r.height()),
                                  colors().line);
                return;
            }
            break;
        default: break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void ConsoleStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                      QPainter* painter, const QWidget* widget) const {
    const PainterGuard guard(*painter);
    switch (control) {
        case CC_ComboBox: {
            paint::input(*painter, *option, widget);
            const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
            drawIcon(*painter, QRectF(arrow.center() - QPoint(8, 7), QSize(16, 16)),
                     Icon::ChevronDown,
                     option->state & State_Enabled ? colors().muted : colors().line);
            return;
        }
        case CC_SpinBox:
            if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option)) {
                paint::spinBox(*painter, *spin, *this, widget);
                return;
            }
            break;
        case CC_ScrollBar:
            paint::scrollBar(*painter, *option,
                             subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget));
            return;
        case CC_Slider:
            if (const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
                paint::slider(*painter, *slider,
                              subControlRect(CC_Slider, option, SC_SliderHandle, widget));
                return;
            }
            break;
        default: break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect ConsoleStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                                   SubControl subControl, const QWidget* widget) const {
    const QRect r = option->rect;
    constexpr int kArrow = 30;
    if (control == CC_ComboBox && subControl == SC_ComboBoxEditField) {
        return visualRect(option->direction, r, r.adjusted(kSpaceS + 1, 1, -kArrow, -1));
    }
    if (control == CC_ComboBox && subControl == SC_ComboBoxArrow) {
        return visualRect(option->direction, r,
                          QRect(r.right() - kArrow, r.top(), kArrow, r.height()));
    }
    if (control == CC_SpinBox) {
        constexpr int kStep = 24;
        const int half = r.height() / 2;
        const QRect up(r.right() - kStep, r.top() + 1, kStep, half - 1);
        if (subControl == SC_SpinBoxUp) return visualRect(option->direction, r, up);
        if (subControl == SC_SpinBoxDown) {
            return visualRect(option->direction, r, up.translated(0, half));
        }
        if (subControl == SC_SpinBoxEditField) {
            return visualRect(option->direction, r, r.adjusted(kSpaceS, 1, -kStep, -1));
        }
    }
    if (control == CC_ScrollBar) {
        const QRect slider = QProxyStyle::subControlRect(control, option, subControl, widget);
        if (subControl == SC_ScrollBarAddLine || subControl == SC_ScrollBarSubLine) return {};
        if (subControl == SC_ScrollBarGroove) return r;
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
            return paint::scrollBarPart(*bar, subControl, slider);
        }
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

QRect ConsoleStyle::subElementRect(SubElement element, const QStyleOption* option,
                                   const QWidget* widget) const {
    if (element == SE_LineEditContents) {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame && frame->lineWidth > 0) return option->rect.adjusted(kSpaceS, 0, -kSpaceS, 0);
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QSize ConsoleStyle::sizeFromContents(ContentsType type, const QStyleOption* option,
                                     const QSize& size, const QWidget* widget) const {
    switch (type) {
        case CT_PushButton: {
            const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
            const bool bare = button && button->text.isEmpty();
            const int padding = bare ? 14 : 2 * (kSpaceL - 2);
            return {std::max(size.width() + padding, kControlHeight), kControlHeight};
        }
        case CT_LineEdit: return {size.width() + kSpaceL, std::max(size.height(), kControlHeight)};
        case CT_ComboBox: return {size.width() + 46, kControlHeight};
        case CT_SpinBox: return {size.width() + 40, kControlHeight};
        case CT_MenuItem: {
            const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
            if (item && item->menuItemType == QStyleOptionMenuItem::Separator) {
                return {size.width(), 9};
            }
            return {size.width() + 72, 30};
        }
        case CT_TabBarTab: return {size.width() + kSpaceS, 36};
        case CT_HeaderSection: {
            const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
            return {base.width() + kSpaceS, kRowHeight};
        }
        default: return QProxyStyle::sizeFromContents(type, option, size, widget);
    }
}

int ConsoleStyle::pixelMetric(PixelMetric metric, const QStyleOption* option,
                              const QWidget* widget) const {
    switch (metric) {
        case PM_ScrollBarExtent: return 12;
        case PM_ScrollBarSliderMin: return 32;
        case PM_ScrollView_ScrollBarSpacing: return 0;
        case PM_IndicatorWidth:
        case PM_IndicatorHeight:
        case PM_ExclusiveIndicatorWidth:
        case PM_ExclusiveIndicatorHeight: return 16;
        case PM_CheckBoxLabelSpacing:
        case PM_RadioButtonLabelSpacing: return kSpaceS;
        case PM_ButtonShiftHorizontal:
        case PM_ButtonShiftVertical: return 0;
        case PM_MenuPanelWidth: return 1;
        case PM_MenuHMargin:
        case PM_MenuVMargin: return kSpaceXs;
        case PM_SliderThickness:
        case PM_SliderControlThickness:
        case PM_SliderLength: return 18;
        case PM_ToolTipLabelFrameWidth: return kSpaceXs;
        case PM_SmallIconSize:
        case PM_ButtonIconSize:
        case PM_TabBarIconSize: return kIconSmall;
        case PM_TabBarTabHSpace: return kSpaceXl;
        case PM_TabBarTabOverlap: return 0;
        case PM_HeaderMargin: return kSpaceS;
        case PM_MenuButtonIndicator:  // Fusion draws the arrow of a push button 6 px smaller
            if (qobject_cast<const QPushButton*>(widget)) return kIconSmall + 6;
            return QProxyStyle::pixelMetric(metric, option, widget);
        case PM_LayoutHorizontalSpacing:
        case PM_LayoutVerticalSpacing: return kSpaceS;
        default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ConsoleStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                            QStyleHintReturn* returned) const {
    switch (hint) {
        case SH_UnderlineShortcut:
        case SH_EtchDisabledText:
        case SH_DitherDisabledText: return 0;
        case SH_ComboBox_Popup: return 0;
        case SH_Menu_MouseTracking: return 1;
        case SH_Widget_Animate:
        case SH_Widget_Animation_Duration: return 0;
        case SH_ToolTip_WakeUpDelay: return 400;
        case SH_ScrollBar_LeftClickAbsolutePosition: return 1;
        case SH_Slider_AbsoluteSetButtons: return Qt::LeftButton;
        default: return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

}  // namespace foretaste::theme
