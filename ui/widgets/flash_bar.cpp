// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/flash_bar.h"

#include <QAccessible>
#include <QToolButton>

#include "ui/theme/icons.h"
#include "ui/theme/style_paint.h"

namespace foretaste::widgets {

using namespace theme;

namespace {

constexpr int kMost = 3;

struct Look {
    Icon icon;
    Tone tone;
    QColor Colors::*ground;
};

Look lookOf(FlashKind kind) {
    switch (kind) {
        case FlashKind::Success: return {Icon::Check, Tone::Ok, &Colors::okSoft};
        case FlashKind::Warning: return {Icon::Warning, Tone::Warn, &Colors::warnSoft};
        case FlashKind::Error: return {Icon::Error, Tone::Bad, &Colors::badSoft};
        case FlashKind::Info: break;
    }
    return {Icon::Info, Tone::Accent, &Colors::soft};
}

}  // namespace

class FlashBar::Item : public QWidget {
public:
    Item(FlashBar& bar, int ownNumber, FlashKind kind, const QString& words, const Action& action,
         const QString& ownKey)
        : QWidget(&bar), number(ownNumber), key(ownKey), text(words), bar_(bar), kind_(kind) {
        setObjectName(QStringLiteral("flashMessage"));
        setAccessibleName(words);
        auto* layout = new QHBoxLayout(this);
        layout->setContentsMargins(40, kSpaceXs, kSpaceS, kSpaceXs);
        layout->setSpacing(kSpaceS);
        QLabel* label = makeLabel(words, TextRole::Body, Tone::Text, this, true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(label, 1);
        if (!action.text.isEmpty()) {
            auto* button = new QPushButton(action.text, this);
            button->setObjectName(QStringLiteral("flashAction"));
            setButtonKind(*button, ButtonKind::Quiet);
            QObject::connect(button, &QPushButton::clicked, this, [this, run = action.run] {
                // The action may open a window or show another message; this one is gone by then.
                const std::function<void()> later = run;
                bar_.dismiss(number);
                if (later) later();
            });
            layout->addWidget(button);
        }
        auto* close = new QToolButton(this);
        close->setObjectName(QStringLiteral("flashDismiss"));
        close->setIcon(icon(Icon::Close, Tone::Muted));
        close->setIconSize(QSize(14, 14));
        close->setFixedSize(28, 28);
        close->setAutoRaise(true);
        close->setFocusPolicy(Qt::TabFocus);
        close->setAccessibleName(FlashBar::tr("Dismiss message"));
        close->setToolTip(FlashBar::tr("Dismiss"));
        QObject::connect(close, &QToolButton::clicked, this, [this] { bar_.dismiss(number); });
        layout->addWidget(close);
        setMinimumHeight(36);
        if (kind == FlashKind::Success || kind == FlashKind::Info) {
            timer_.setSingleShot(true);
            timer_.callOnTimeout(this, [this] { bar_.dismiss(number); });
            timer_.start(kFlashSeconds * 1000);
        }
    }

    int number;
    QString key;
    QString text;

protected:
    void paintEvent(QPaintEvent*) override {
        const Look look = lookOf(kind_);
        QPainter painter(this);
        const PainterGuard guard(painter);
        QPainterPath path;
        path.addRoundedRect(rect(), kRadiusItem, kRadiusItem);
        painter.setClipPath(path);
        painter.fillRect(rect(), colors().*look.ground);
        painter.fillRect(QRectF(0, 0, 3, height()), theme::color(look.tone));
        drawIcon(painter, QRectF(14, (height() - 16) / 2.0, 16, 16), look.icon,
                 theme::color(look.tone));
    }
    void enterEvent(QEnterEvent*) override { timer_.stop(); }
    void leaveEvent(QEvent*) override {
        if (kind_ == FlashKind::Success || kind_ == FlashKind::Info) {
            timer_.start(kFlashSeconds * 1000);
        }
    }

private:
    FlashBar& bar_;
    FlashKind kind_;
    QTimer timer_;
};

FlashBar::FlashBar(QWidget* parent) : QWidget(parent), layout_(new QVBoxLayout(this)) {
    layout_->setContentsMargins(0, 0, 0, 0);
    layout_->setSpacing(kSpaceS);
    setObjectName(QStringLiteral("flashBar"));
    setAccessibleName(tr("Messages"));
    setVisible(false);
}

int FlashBar::show(FlashKind kind, const QString& text, const Action& action, const QString& key) {
    if (!key.isEmpty()) dismissKey(key);
    while (layout_->count() >= kMost) {
        dismiss(static_cast<Item*>(layout_->itemAt(layout_->count() - 1)->widget())->number);
    }
    const int number = next_++;
    auto* item = new Item(*this, number, kind, text, action, key);
    layout_->insertWidget(0, item);
    item->show();
    setVisible(true);
    QAccessibleEvent alert(item, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    return number;
}

FlashBar::Item* FlashBar::find(int number) const {
    for (int i = 0; i < layout_->count(); ++i) {
        auto* item = static_cast<Item*>(layout_->itemAt(i)->widget());
        if (item->number == number) return item;
    }
    return nullptr;
}

void FlashBar::dismiss(int number) {
    Item* item = find(number);
    if (!item) return;
    layout_->removeWidget(item);
    item->hide();
    item->deleteLater();
    setVisible(layout_->count() > 0);
    emit dismissed(number);
}

void FlashBar::dismissKey(const QString& key) {
    for (int i = layout_->count() - 1; i >= 0; --i) {
        const auto* item = static_cast<Item*>(layout_->itemAt(i)->widget());
        if (item->key == key) dismiss(item->number);
    }
}

void FlashBar::clear() {
    while (layout_->count() > 0) {
        dismiss(static_cast<Item*>(layout_->itemAt(0)->widget())->number);
    }
}

int FlashBar::count() const {
    return layout_->count();
}

QString FlashBar::newestText() const {
    return layout_->count() ? static_cast<Item*>(layout_->itemAt(0)->widget())->text : QString();
}

}  // namespace foretaste::widgets
