// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/filter/filter_builder.h"

#include "ui/theme/theme.h"
#include "ui/wizards/filter/rule_card.h"

namespace foretaste::wizards {

FilterBuilder::FilterBuilder(QWidget* parent) : QWidget(parent), layout_(new QVBoxLayout(this)) {
    layout_->setContentsMargins(0, 0, 0, 0);
    layout_->setSpacing(theme::kSpaceM);
    auto* add = new QPushButton(tr("Add rule"));
    add->setObjectName(QStringLiteral("addRuleButton"));
    add->setAutoDefault(false);
    layout_->addWidget(add, 0, Qt::AlignLeft);
    connect(add, &QPushButton::clicked, this, &FilterBuilder::addRule);
}

void FilterBuilder::setFields(const std::vector<service::FilterField>& fields) {
    fields_ = fields;
    for (auto* rule : std::exchange(rules_, {})) rule->deleteLater();
    addRule();
}

void FilterBuilder::addRule() {
    auto* rule = new RuleCard(fields_);
    rules_ << rule;
    layout_->insertWidget(layout_->count() - 1, rule);
    const auto showRemovable = [this] {
        for (auto* each : rules_) each->setRemovable(rules_.size() > 1);
    };
    connect(rule, &RuleCard::changed, this, &FilterBuilder::changed);
    connect(rule, &RuleCard::removed, this, [this, rule, showRemovable] {
        rules_.removeOne(rule);
        rule->deleteLater();
        showRemovable();
        emit changed();
    });
    showRemovable();
    emit changed();
}

QList<RuleDraft> FilterBuilder::rules() const {
    QList<RuleDraft> drafts;
    for (const auto* rule : rules_) drafts << rule->draft();
    return drafts;
}

}  // namespace foretaste::wizards
