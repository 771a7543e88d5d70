// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/card_row.h"

#include <QGridLayout>

#include "ui/theme/tokens.h"

namespace foretaste::pages {

CardRow::CardRow(int narrowest, QWidget* parent)
    : QWidget(parent), narrowest_(narrowest), grid_(new QGridLayout(this)) {
    grid_->setContentsMargins(0, 0, 0, 0);
    grid_->setSpacing(theme::kSpaceM);
}

void CardRow::add(QWidget* card) {
    cards_ << card;
    card->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    card->installEventFilter(this);
    grid_->addWidget(card, 0, static_cast<int>(cards_.size()) - 1);
    arrange();
}

QSize CardRow::minimumSizeHint() const {
    return {narrowest_, QWidget::minimumSizeHint().height()};
}

void CardRow::resizeEvent(QResizeEvent* event) {
    arrange();
    QWidget::resizeEvent(event);
}

bool CardRow::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent) arrange();
    return QWidget::eventFilter(watched, event);
}

void CardRow::arrange() {
    QList<QWidget*> shown;
    for (auto* card : cards_)
        if (!card->isHidden()) shown << card;
    const int gap = grid_->spacing();
    const int fitting = std::max(1, (width() + gap) / (narrowest_ + gap));
    // Two and one would look as if the last one mattered more.
    const int columns = fitting >= shown.size() ? static_cast<int>(shown.size()) : 1;
    if (shown == shown_ && columns == columns_) return;
    for (int column = 0; column < columns_; ++column) grid_->setColumnStretch(column, 0);
    shown_ = shown;
    columns_ = columns;
    for (int i = 0; i < shown.size(); ++i) {
        grid_->removeWidget(shown[i]);
        grid_->addWidget(shown[i], i / columns, i % columns);
        grid_->setColumnStretch(i % columns, 1);
    }
    updateGeometry();
}

}  // namespace foretaste::pages
