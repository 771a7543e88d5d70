// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"
#include "ui/wizards/filter/condition_row.h"

class QComboBox;
class QPushButton;
class QVBoxLayout;

namespace foretaste::wizards {

/// One rule of a filter being built.
class RuleCard : public widgets::Card {
    Q_OBJECT
public:
    explicit RuleCard(const std::vector<service::FilterField>& fields, QWidget* parent = nullptr);

    RuleDraft draft() const;
    void setRemovable(bool removable);

signals:
    void changed();
    void removed();

private:
    void addCondition();
    void removeCondition(ConditionRow* row);
    void toggleOnlyIf();
    /// Those that the first condition's dataset has: a rule looks at one dataset.
    std::vector<service::FilterField> fieldsBeside() const;

    std::vector<service::FilterField> itemFields_, userFields_;
    QComboBox* action_;
    QVBoxLayout* conditionsBox_;
    QList<ConditionRow*> conditions_;
    ConditionRow* onlyIf_ = nullptr;
    QPushButton* addCondition_;
    QPushButton* addOnlyIf_;
    QPushButton* remove_;
};

}  // namespace foretaste::wizards
