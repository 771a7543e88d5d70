// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/empty_state.h"

#include "ui/theme/style_paint.h"

namespace foretaste::widgets {

using namespace theme;

namespace {

// Of the texts: longer lines are tiring to read.
constexpr int kWidest = 420;
constexpr int kNarrowest = 180;

}  // namespace

class EmptyState::Picture : public QWidget {
public:
    Picture(Icon icon, QWidget* parent) : QWidget(parent), icon_(icon) { setFixedSize(56, 56); }
    void setIcon(Icon icon) {
        icon_ = icon;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const PainterGuard guard(painter);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors().soft);
        painter.drawEllipse(rect());
        drawIcon(painter, QRectF(16, 16, 24, 24), icon_, colors().accent);
    }

private:
    Icon icon_;
};

EmptyState::EmptyState(Icon icon, const QString& sentence, const QString& explanation,
                       QWidget* parent)
    : QWidget(parent),
      sentence_(makeLabel(sentence, TextRole::Heading, Tone::Text, this, true)),
      explanation_(makeLabel(explanation, TextRole::Table, Tone::Muted, this, true)),
      button_(new QPushButton(this)),
      secondButton_(new QPushButton(this)),
      picture_(new Picture(icon, this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSpaceXl, kSpaceXl, kSpaceXl, kSpaceXl);
    layout->setSpacing(kSpaceS);
    layout->addStretch(1);
    layout->addWidget(picture_, 0, Qt::AlignHCenter);
    layout->addSpacing(kSpaceXs);
    for (QLabel* label : {sentence_, explanation_}) {
        label->setAlignment(Qt::AlignHCenter);
        layout->addWidget(label, 0, Qt::AlignHCenter);
    }
    layout->addSpacing(kSpaceXs);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kSpaceS);
    buttons->addStretch(1);
    buttons->addWidget(button_);
    buttons->addWidget(secondButton_);
    buttons->addStretch(1);
    layout->addLayout(buttons);
    layout->addStretch(1);
    setButtonKind(*button_, ButtonKind::Primary);
    button_->setObjectName(QStringLiteral("emptyStateButton"));
    button_->hide();
    secondButton_->setObjectName(QStringLiteral("emptyStateSecondButton"));
    secondButton_->hide();
    setText(sentence, explanation);
    connect(button_, &QPushButton::clicked, this, &EmptyState::actionTriggered);
    connect(secondButton_, &QPushButton::clicked, this, &EmptyState::secondActionTriggered);
}

void EmptyState::setIcon(Icon icon) {
    picture_->setIcon(icon);
}

void EmptyState::setText(const QString& sentence, const QString& explanation) {
    sentence_->setText(sentence);
    explanation_->setText(explanation);
    fitTexts();
    setAccessibleName(sentence);
    setAccessibleDescription(explanation);
}

void EmptyState::setSecondAction(const QString& text) {
    secondButton_->setText(text);
    secondButton_->setVisible(!text.isEmpty());
}

QSize EmptyState::minimumSizeHint() const {
    return {kNarrowest + 2 * kSpaceXl, QWidget::minimumSizeHint().height()};
}

void EmptyState::resizeEvent(QResizeEvent* event) {
    fitTexts();
    QWidget::resizeEvent(event);
}

// In a narrow card the text takes more lines. The height is set, too: the layout would work it out
// from its own width.
void EmptyState::fitTexts() {
    const int room = std::clamp(width() - 2 * kSpaceXl, kNarrowest, kWidest);
    for (QLabel* label : {sentence_, explanation_})
        label->setFixedSize(room, std::max(0, label->heightForWidth(room)));
}

void EmptyState::setAction(const QString& text) {
    button_->setText(text);
    button_->setVisible(!text.isEmpty());
}

}  // namespace foretaste::widgets
