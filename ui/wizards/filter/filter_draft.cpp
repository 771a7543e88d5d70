// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/filter/filter_draft.h"

#include <QStringList>

namespace foretaste::wizards {

namespace {

bool comparesText(const QString& comparison) {
    return comparison.endsWith(QStringLiteral("IN"));
}

/// `Drama, "A, B"` as the items of a list, each in quotes; a placeholder stays bare.
QString listOf(const QString& values) {
    QStringList items;
    QString item;
    bool quoted = false;
    const auto end = [&] {
        item = item.trimmed();
        if (!item.isEmpty()) items << (item.startsWith(u'$') ? item : u'"' + item + u'"');
        item.clear();
    };
    for (const QChar c : values) {
        if (c == u'"')
            quoted = !quoted;
        else if (c == u',' && !quoted)
            end();
        else
            item += c;
    }
    end();
    return items.join(QStringLiteral(", "));
}

QString conditionText(const ConditionDraft& condition) {
    const auto values = condition.values.trimmed();
    if (condition.field.isEmpty() || values.isEmpty()) return {};
    return comparesText(condition.comparison)
               ? QStringLiteral("%1 %2 (%3)")
                     .arg(condition.field, condition.comparison, listOf(values))
               : QStringLiteral("%1 %2 %3").arg(condition.field, condition.comparison, values);
}

}  // namespace

QStringList comparisonsOf(bool number) {
    return number ? QStringList{QStringLiteral("="),  QStringLiteral("!="), QStringLiteral("<"),
                                QStringLiteral("<="), QStringLiteral(">"),  QStringLiteral(">=")}
                  : QStringList{QStringLiteral("IN"), QStringLiteral("NOT IN")};
}

QString expressionOf(const QList<RuleDraft>& rules) {
    QStringList texts;
    for (const auto& rule : rules) {
        QStringList conditions;
        for (const auto& condition : rule.conditions)
            if (const auto text = conditionText(condition); !text.isEmpty()) conditions << text;
        if (conditions.isEmpty()) continue;
        auto text = QStringLiteral("%1 ItemID WHERE %2")
                        .arg(rule.include ? QStringLiteral("INCLUDE") : QStringLiteral("EXCLUDE"),
                             conditions.join(QStringLiteral(" AND ")));
        if (rule.onlyIf)
            if (const auto user = conditionText(*rule.onlyIf); !user.isEmpty())
                text += QStringLiteral(" IF ") + user;
        texts << text;
    }
    return texts.join(QStringLiteral(" | "));
}

}  // namespace foretaste::wizards
