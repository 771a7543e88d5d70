// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/step_card.h"

#include "ui/theme/theme.h"

namespace foretaste::pages {

using namespace theme;

StepCard::StepCard(int number, const QString& name, QWidget* parent)
    : Card({}, {}, parent), badge_(new widgets::StatusBadge) {
    auto* head = new QHBoxLayout;
    head->setSpacing(kSpaceS);
    head->addWidget(
        makeLabel(QStringLiteral("%1").arg(number), TextRole::Heading, Tone::Muted, this));
    head->addWidget(makeLabel(name, TextRole::Heading, Tone::Text, this));
    head->addWidget(badge_);
    head->addStretch();
    body()->addLayout(head);
    setAccessibleName(name);
    auto policy = badge_->sizePolicy();
    policy.setRetainSizeWhenHidden(true);  // names stand equally high
    badge_->setSizePolicy(policy);
    badge_->hide();
}

void StepCard::setState(widgets::Status status, const QString& word) {
    badge_->set(status, word);
    badge_->setVisible(!word.isEmpty());
}

}  // namespace foretaste::pages
