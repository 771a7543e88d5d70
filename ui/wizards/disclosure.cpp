// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/disclosure.h"

#include <QToolButton>

#include "ui/theme/icons.h"

namespace foretaste::wizards {

using namespace theme;

Disclosure::Disclosure(const QString& title, QWidget* parent)
    : QWidget(parent),
      head_(new QToolButton),
      content_(new QWidget),
      body_(new QVBoxLayout(content_)) {
    head_->setObjectName(QStringLiteral("disclosureButton"));
    head_->setText(title);
    head_->setAccessibleName(title);
    head_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    head_->setCheckable(true);
    head_->setAutoRaise(true);
    head_->setCursor(Qt::PointingHandCursor);
    head_->setFocusPolicy(Qt::StrongFocus);
    body_->setContentsMargins(0, kSpaceXs, 0, 0);
    body_->setSpacing(kSpaceL);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceXs);
    layout->addWidget(head_, 0, Qt::AlignLeft);
    layout->addWidget(content_);
    content_->hide();
    connect(head_, &QToolButton::toggled, content_, &QWidget::setVisible);
    connect(head_, &QToolButton::toggled, this, &Disclosure::paintArrow);
    paintArrow();
}

bool Disclosure::isOpen() const {
    return head_->isChecked();
}

void Disclosure::setOpen(bool open) {
    head_->setChecked(open);
}

void Disclosure::paintArrow() {
    head_->setIcon(icon(isOpen() ? Icon::ChevronDown : Icon::ChevronRight, Tone::Muted));
    head_->setAccessibleDescription(isOpen() ? tr("open") : tr("closed"));
}

}  // namespace foretaste::wizards
