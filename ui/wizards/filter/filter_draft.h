// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>
#include <optional>

namespace foretaste::wizards {

/// One comparison as it is typed: `values` holds texts parted by commas, a number, or $NAME.
struct ConditionDraft {
    QString field;  ///< "Items.GENRES"
    QString comparison = QStringLiteral("IN");
    QString values;
};

/// One rule of a filter. Its conditions all hold at once and look at one dataset.
struct RuleDraft {
    bool include = true;
    QList<ConditionDraft> conditions;
    std::optional<ConditionDraft> onlyIf;  ///< about the user who asks
};

/// The comparisons that a field of this kind has.
QStringList comparisonsOf(bool number);

/// The rules in the service's filter language; conditions without field or value are left out, and
/// rules without conditions.
QString expressionOf(const QList<RuleDraft>& rules);

}  // namespace foretaste::wizards
