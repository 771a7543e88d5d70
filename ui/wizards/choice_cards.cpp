// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/choice_cards.h"

#include <QAbstractButton>
#include <QGridLayout>
#include <QKeyEvent>
#include <QStyleOption>

#include "ui/theme/icons.h"
#include "ui/theme/style_paint.h"

namespace foretaste::wizards {

using namespace theme;

class ChoiceCards::Card : public QAbstractButton {
public:
    Card(const Choice& choice, ChoiceCards* owner)
        : QAbstractButton(owner),
          owner_(owner),
          remark_(choice.available ? choice.kind : Choice::Remark::Note) {
        id = choice.id;
        setObjectName(QStringLiteral("choice/") + choice.id);
        setText(choice.title);
        setAccessibleName(choice.title);
        setAccessibleDescription(choice.remark.isEmpty()
                                     ? choice.description
                                     : choice.description + u'\n' + choice.remark);
        setCheckable(true);
        setEnabled(choice.available);
        setAttribute(Qt::WA_Hover);
        setCursor(choice.available ? Qt::PointingHandCursor : Qt::ArrowCursor);
        QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(kSpaceXxl + kSpaceM, kSpaceM, kSpaceL, kSpaceM);
        layout->setSpacing(kSpaceXs);
        const Tone ink = choice.available ? Tone::Text : Tone::Muted;
        add(*layout, choice.title, TextRole::Strong, ink);
        add(*layout, choice.description, TextRole::Table, Tone::Muted);
        if (!choice.remark.isEmpty()) {
            auto* line = new QHBoxLayout;
            line->setSpacing(kSpaceXs + kSpaceXxs);
            mark_ = new QLabel(this);
            mark_->setAttribute(Qt::WA_TransparentForMouseEvents);
            mark_->setFixedSize(kIconSmall, kIconSmall);
            line->addWidget(mark_, 0, Qt::AlignTop);
            auto* remark = makeLabel(choice.remark, TextRole::Small, remarkTone(), this, true);
            remark->setAttribute(Qt::WA_TransparentForMouseEvents);
            line->addWidget(remark, 1);
            layout->addLayout(line);
            connect(&Theme::get(), &Theme::changed, this, &Card::paintMark);
            paintMark();
        }
        layout->addStretch(1);
    }
    QString id;

protected:
    void paintEvent(QPaintEvent*) override {
        const Colors& c = colors();
        QPainter painter(this);
        const PainterGuard guard(painter);
        const bool hot = isEnabled() && underMouse();
        const QRectF frame = QRectF(rect()).adjusted(2, 2, -2, -2);
        paint::box(painter, frame, kRadiusControl,
                   !isEnabled()  ? c.bg
                   : isChecked() ? c.soft
                   : hot         ? c.hover
                                 : c.card,
                   isChecked()   ? c.accent
                   : isEnabled() ? c.border
                                 : c.line);
        QStyleOption dot;
        dot.rect = QRect(kSpaceL, kSpaceM + 3, kIconSmall, kIconSmall);
        dot.state.setFlag(QStyle::State_Enabled, isEnabled());
        dot.state.setFlag(QStyle::State_On, isChecked());
        dot.state.setFlag(QStyle::State_MouseOver, hot);
        paint::radioButton(painter, dot);
        if (paint::showsFocus(*this)) paint::focusRing(painter, rect(), kRadiusControl);
    }
    void keyPressEvent(QKeyEvent* event) override {
        switch (event->key()) {
            case Qt::Key_Down:
            case Qt::Key_Right: owner_->step(1); return;
            case Qt::Key_Up:
            case Qt::Key_Left: owner_->step(-1); return;
            default: QAbstractButton::keyPressEvent(event);
        }
    }

private:
    void add(QVBoxLayout& layout, const QString& text, TextRole role, Tone tone) {
        if (text.isEmpty()) return;
        auto* label = makeLabel(text, role, tone, this, true);
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
        layout.addWidget(label);
    }
    Tone remarkTone() const {
        switch (remark_) {
            case Choice::Remark::Good: return Tone::Ok;
            case Choice::Remark::Warning: return Tone::Warn;
            case Choice::Remark::Note: return Tone::Muted;
        }
        return Tone::Muted;
    }
    void paintMark() {
        const Icon icon = remark_ == Choice::Remark::Good      ? Icon::Check
                          : remark_ == Choice::Remark::Warning ? Icon::Warning
                                                               : Icon::Info;
        mark_->setPixmap(iconPixmap(icon, 14, remarkTone(), devicePixelRatioF()));
    }

    ChoiceCards* owner_;
    QLabel* mark_ = nullptr;
    Choice::Remark remark_;
};

ChoiceCards::ChoiceCards(int columns, QWidget* parent) : QWidget(parent), columns_(columns) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(kSpaceS);
    for (int column = 0; column < columns; ++column) grid->setColumnStretch(column, 1);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void ChoiceCards::setChoices(const QList<Choice>& choices) {
    if (choices == choices_) return;
    const bool focused = std::any_of(cards_.begin(), cards_.end(),
                                     [](const Card* card) { return card->hasFocus(); });
    setFocusProxy(nullptr);
    for (Card* card : cards_) {
        layout()->removeWidget(card);
        card->hide();
        card->deleteLater();
    }
    cards_.clear();
    choices_ = choices;
    auto* grid = static_cast<QGridLayout*>(layout());
    QString kept;
    for (const Choice& choice : choices) {
        auto* card = new Card(choice, this);
        const int place = static_cast<int>(cards_.size());
        grid->addWidget(card, place / columns_, place % columns_);
        card->show();  // at once, since it may take the focus below
        cards_ << card;
        connect(card, &QAbstractButton::clicked, this, [this, id = choice.id] { setValue(id); });
        if (choice.available && choice.id == value_) kept = value_;
    }
    if (kept.isEmpty())
        for (const Choice& choice : choices)
            if (choice.available && kept.isEmpty()) kept = choice.id;
    const bool changed = kept != value_;
    value_ = kept;
    showChosen();
    if (focused && focusProxy()) focusProxy()->setFocus(Qt::OtherFocusReason);
    if (changed) emit valueChanged(value_);
}

void ChoiceCards::setValue(const QString& id) {
    const bool allowed = std::any_of(choices_.begin(), choices_.end(), [&](const Choice& choice) {
        return choice.id == id && choice.available;
    });
    const bool changed = allowed && id != value_;
    if (changed) value_ = id;
    showChosen();
    if (changed) emit valueChanged(value_);
}

void ChoiceCards::showChosen() {
    for (Card* card : cards_) {
        const bool chosen = card->id == value_;
        card->setChecked(chosen);
        // One stop of the Tab key for all cards, as with radio buttons.
        card->setFocusPolicy(chosen ? Qt::StrongFocus : Qt::ClickFocus);
        if (chosen) setFocusProxy(card);
    }
}

void ChoiceCards::step(int by) {
    int place = 0;
    while (place < choices_.size() && choices_[place].id != value_) ++place;
    for (place += by; place >= 0 && place < choices_.size(); place += by) {
        if (!choices_[place].available) continue;
        setValue(choices_[place].id);
        cards_[place]->setFocus(Qt::TabFocusReason);
        return;
    }
}

}  // namespace foretaste::wizards
