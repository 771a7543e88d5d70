// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>
#include <QWidget>

/// What no page may lack: names for those who listen, tips where a button is a mere icon, room for
/// its words, and words of the language in use.
namespace foretaste::uitest {

/// Where a widget is, for a message: the object names from the window down.
inline QString placeOf(const QWidget& widget) {
    QStringList names;
    for (const auto* each = &widget; each; each = each->parentWidget())
        if (!each->objectName().isEmpty() && !each->objectName().startsWith(QLatin1String("qt_")))
            names.prepend(each->objectName());
    return QStringLiteral("%1 (%2)").arg(names.join(u'/'),
                                         QLatin1String(widget.metaObject()->className()));
}

/// Parts that Qt makes inside its own controls.
inline bool isInnerPart(const QWidget& widget) {
    const auto* parent = widget.parentWidget();
    return widget.objectName().startsWith(QLatin1String("qt_")) ||
           qobject_cast<const QScrollBar*>(&widget) || qobject_cast<const QHeaderView*>(&widget) ||
           qobject_cast<const QAbstractSpinBox*>(parent) ||
           qobject_cast<const QComboBox*>(parent) || qobject_cast<const QTabBar*>(parent) ||
           qobject_cast<const QLineEdit*>(parent) ||
           (qobject_cast<const QAbstractButton*>(&widget) &&
            qobject_cast<const QAbstractItemView*>(parent));
}

inline bool takesInput(const QWidget& widget) {
    return (widget.focusPolicy() & Qt::TabFocus) && !widget.focusProxy() && !isInnerPart(widget);
}

inline QString spokenName(QWidget& widget) {
    auto* spoken = QAccessible::queryAccessibleInterface(&widget);
    return spoken ? spoken->text(QAccessible::Name) : QString();
}

inline bool isIconOnly(const QAbstractButton& button) {
    if (button.icon().isNull()) return false;
    const auto* tool = qobject_cast<const QToolButton*>(&button);
    return button.text().isEmpty() || (tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly);
}

/// A label or button whose words are cut.
inline bool isCut(const QWidget& widget) {
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
        // A value that is cut on purpose tells the whole of it in its tool tip.
        if (label->text().isEmpty() || !label->toolTip().isEmpty()) return false;
        const auto least = label->wordWrap() ? label->heightForWidth(label->width()) : 0;
        return label->wordWrap() ? label->height() < least
                                 : label->width() < label->sizeHint().width();
    }
    const auto* button = qobject_cast<const QAbstractButton*>(&widget);
    return button && !button->text().isEmpty() && !isIconOnly(*button) && !isInnerPart(widget) &&
           widget.width() < widget.minimumSizeHint().width();
}

/// The words of a widget that a person reads or hears, without the data of its cells.
inline QStringList wordsIn(const QWidget& widget) {
    static const QRegularExpression kTag(QStringLiteral("<[^>]*>"));
    QStringList words{widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()};
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) words << label->text();
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) words << button->text();
    if (const auto* edit = qobject_cast<const QLineEdit*>(&widget))
        words << edit->placeholderText();
    if (const auto* tabs = qobject_cast<const QTabBar*>(&widget))
        for (int i = 0; i < tabs->count(); ++i) words << tabs->tabText(i);
    if (const auto* table = qobject_cast<const QTableView*>(&widget); table && table->model())
        for (int i = 0; i < table->model()->columnCount(); ++i)
            words << table->model()->headerData(i, Qt::Horizontal).toString();
    for (auto& each : words) each.remove(kTag);
    words.removeAll(QString());
    return words;
}

/// English that stands in a window of another language. Names of resources are lower-case and
/// joined by hyphens, so they have none of these words.
inline bool isEnglish(const QString& words) {
    static const QRegularExpression kEnglish(
        QStringLiteral("\\b(the|of|and|with|are|not|from|this|that|you|your|for|yet|days|rows|"
                       "events|items|users|search|open|close|delete|create|show|version of)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    return kEnglish.match(words).hasMatch();
}

/// Everything that is wrong with the visible widgets of a window, a line each. `foreign`: the
/// language in use is not English.
inline QStringList faultsOf(QWidget& window, bool foreign) {
    QStringList faults;
    const auto look = [&](QWidget& widget) {
        if (!widget.isVisible()) return;
        const auto tell = [&](const QString& what) {
            faults << QStringLiteral("%1: %2").arg(placeOf(widget), what);
        };
        if (takesInput(widget) && spokenName(widget).isEmpty())
            tell(QStringLiteral("no accessible name"));
        if (const auto* button = qobject_cast<const QAbstractButton*>(&widget);
            button && isIconOnly(*button) && !isInnerPart(widget) && button->toolTip().isEmpty())
            tell(QStringLiteral("an icon without tool tip"));
        if (isCut(widget)) tell(QStringLiteral("cut: %1").arg(wordsIn(widget).value(0)));
        if (foreign && !isInnerPart(widget))
            for (const auto& words : wordsIn(widget))
                if (isEnglish(words)) tell(QStringLiteral("English: %1").arg(words));
    };
    look(window);
    for (auto* widget : window.findChildren<QWidget*>()) look(*widget);
    faults.removeDuplicates();
    return faults;
}

}  // namespace foretaste::uitest
