// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"

#include "ui/theme/style_paint.h"
#include "ui/theme/theme.h"

namespace foretaste::widgets {

using namespace theme;

Card::Card(const QString& title, const QString& subtitle, QWidget* parent)
    : QWidget(parent),
      headBox_(new QWidget(this)),
      title_(makeLabel(title, TextRole::Heading)),
      subtitle_(makeLabel(subtitle, TextRole::Small, Tone::Muted)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSpaceL, 14, kSpaceL, 14);
    layout->setSpacing(kSpaceS);
    head_ = new QHBoxLayout(headBox_);
    head_->setContentsMargins(0, 0, 0, 0);
    head_->setSpacing(kSpaceS);
    head_->addWidget(title_, 0, Qt::AlignVCenter);
    head_->addWidget(subtitle_, 0, Qt::AlignVCenter);
    head_->addStretch(1);
    headBox_->setMinimumHeight(20);
    layout->addWidget(headBox_);
    body_ = new QVBoxLayout;
    body_->setSpacing(kSpaceS);
    layout->addLayout(body_, 1);
    subtitle_->setMinimumWidth(0);
    showHead();
    setAccessibleName(title);
}

void Card::setTitle(const QString& title) {
    title_->setText(title);
    setAccessibleName(title);
    showHead();
}

void Card::setSubtitle(const QString& subtitle) {
    subtitle_->setText(subtitle);
    showHead();
}

QString Card::title() const {
    return title_->text();
}

void Card::addHeadWidget(QWidget* widget) {
    head_->addWidget(widget, 0, Qt::AlignVCenter);
    showHead();
}

void Card::showHead() {
    title_->setVisible(!title_->text().isEmpty());
    subtitle_->setVisible(!subtitle_->text().isEmpty());
    constexpr int kOwnItems = 3;  // title, subtitle, stretch
    headBox_->setVisible(!title_->text().isEmpty() || !subtitle_->text().isEmpty() ||
                         head_->count() > kOwnItems);
}

void Card::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const PainterGuard guard(painter);
    paint::box(painter, rect(), kRadiusCard, colors().card, colors().line);
}

}  // namespace foretaste::widgets
