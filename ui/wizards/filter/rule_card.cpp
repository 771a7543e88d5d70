// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/filter/rule_card.h"

#include <QComboBox>

#include "ui/bridge/words.h"
#include "ui/theme/theme.h"

namespace foretaste::wizards {

namespace {

bool isAboutUser(const service::FilterField& field) {
    return field.name.starts_with("CurrentUser.");
}

QString datasetOf(const QString& field) {
    return field.section(u'.', 0, 0);
}

}  // namespace

RuleCard::RuleCard(const std::vector<service::FilterField>& fields, QWidget* parent)
    : Card({}, {}, parent),
      action_(new QComboBox),
      conditionsBox_(new QVBoxLayout),
      addCondition_(new QPushButton(tr("And…"))),
      addOnlyIf_(new QPushButton(tr("Only if the user…"))),
      remove_(new QPushButton(tr("Remove rule"))) {
    for (const auto& field : fields)
        (isAboutUser(field) ? userFields_ : itemFields_).push_back(field);
    constexpr int kActionWidth = 280;
    action_->setObjectName(QStringLiteral("ruleActionInput"));
    action_->setAccessibleName(tr("What the rule does"));
    action_->addItem(tr("Show only items"), true);
    action_->addItem(tr("Never show items"), false);
    action_->setFixedWidth(kActionWidth);
    auto* head = new QHBoxLayout;
    head->addWidget(action_);
    head->addStretch(1);
    remove_->setObjectName(QStringLiteral("removeRuleButton"));
    head->addWidget(remove_);
    body()->addLayout(head);
    conditionsBox_->setSpacing(theme::kSpaceS);
    body()->addLayout(conditionsBox_);
    addCondition_->setObjectName(QStringLiteral("addConditionButton"));
    addOnlyIf_->setObjectName(QStringLiteral("addOnlyIfButton"));
    auto* buttons = new QHBoxLayout;
    for (auto* button : {addCondition_, addOnlyIf_}) {
        button->setAutoDefault(false);
        theme::setButtonKind(*button, theme::ButtonKind::Quiet);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    body()->addLayout(buttons);
    remove_->setAutoDefault(false);
    theme::setButtonKind(*remove_, theme::ButtonKind::Quiet);
    addOnlyIf_->setVisible(!userFields_.empty());
    connect(action_, &QComboBox::currentIndexChanged, this, &RuleCard::changed);
    connect(addCondition_, &QPushButton::clicked, this, &RuleCard::addCondition);
    connect(addOnlyIf_, &QPushButton::clicked, this, &RuleCard::toggleOnlyIf);
    connect(remove_, &QPushButton::clicked, this, &RuleCard::removed);
    addCondition();
}

std::vector<service::FilterField> RuleCard::fieldsBeside() const {
    if (conditions_.isEmpty()) return itemFields_;
    const auto dataset = datasetOf(conditions_.first()->draft().field);
    std::vector<service::FilterField> fields;
    for (const auto& field : itemFields_)
        if (datasetOf(bridge::text(field.name)) == dataset) fields.push_back(field);
    return fields;
}

void RuleCard::addCondition() {
    auto* row = new ConditionRow(conditions_.isEmpty() ? tr("where") : tr("and"), fieldsBeside());
    row->setRemovable(!conditions_.isEmpty());
    conditions_ << row;
    conditionsBox_->addWidget(row);
    connect(row, &ConditionRow::removed, this, [this, row] { removeCondition(row); });
    connect(row, &ConditionRow::changed, this, &RuleCard::changed);
    emit changed();
}

void RuleCard::removeCondition(ConditionRow* row) {
    conditions_.removeOne(row);
    row->deleteLater();
    emit changed();
}

void RuleCard::toggleOnlyIf() {
    if (onlyIf_) {
        onlyIf_->deleteLater();
        onlyIf_ = nullptr;
    } else {
        onlyIf_ = new ConditionRow(tr("only if"), userFields_);
        body()->insertWidget(2, onlyIf_);
        connect(onlyIf_, &ConditionRow::removed, this, &RuleCard::toggleOnlyIf);
        connect(onlyIf_, &ConditionRow::changed, this, &RuleCard::changed);
    }
    addOnlyIf_->setVisible(!onlyIf_);
    emit changed();
}

RuleDraft RuleCard::draft() const {
    RuleDraft rule;
    rule.include = action_->currentData().toBool();
    for (const auto* row : conditions_) rule.conditions << row->draft();
    if (onlyIf_) rule.onlyIf = onlyIf_->draft();
    return rule;
}

void RuleCard::setRemovable(bool removable) {
    remove_->setVisible(removable);
}

}  // namespace foretaste::wizards
