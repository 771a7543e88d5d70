// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/side_navigation.h"

#include <QAbstractButton>
#include <QKeyEvent>
#include <QScrollArea>

#include "ui/theme/style_paint.h"
#include "ui/theme/tabular.h"
#include "ui/theme/theme.h"

namespace foretaste::widgets {

using namespace theme;

class SideNavigation::Section : public QWidget {
public:
    Section(const QString& ownId, const QString& title, QWidget* parent)
        : QWidget(parent),
          id(ownId),
          label(makeLabel(title, TextRole::Section, Tone::Muted, this)) {
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(kSpaceM, 14, kSpaceM, kSpaceXs);
        layout->addWidget(label);
    }
    QString id;
    QLabel* label;
    QList<Item*> items;
};

class SideNavigation::Item : public QAbstractButton {
public:
    Item(const QString& ownId, const QString& text, QWidget* parent)
        : QAbstractButton(parent), id(ownId) {
        setText(text);
        setObjectName(QStringLiteral("navigation/") + ownId);
        setAccessibleName(text);
        setCheckable(true);
        setFont(theme::font(TextRole::Body));
        setFixedHeight(kNavRowHeight);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setAttribute(Qt::WA_Hover);
        setCursor(Qt::PointingHandCursor);
        setFocusPolicy(Qt::StrongFocus);
    }
    QSize sizeHint() const override {
        return {fontMetrics().horizontalAdvance(text()) + 60, kNavRowHeight};
    }
    QString id;
    int count = -1;

protected:
    void nextCheckState() override {}  // the navigation decides which one is marked
    void paintEvent(QPaintEvent*) override {
        const Colors& c = colors();
        QPainter painter(this);
        const PainterGuard guard(painter);
        if (isChecked()) {
            paint::box(painter, rect(), kRadiusItem, c.soft, {});
        } else if (underMouse() && isEnabled()) {
            paint::box(painter, rect(), kRadiusItem, c.hover, {});
        }
        QFont face = font();
        if (isChecked()) face.setWeight(QFont::DemiBold);
        painter.setFont(face);
        painter.setPen(!isEnabled()  ? blend(c.card, c.muted, 0.6)
                       : isChecked() ? c.accent
                                     : c.text);
        const QRectF room = QRectF(rect()).adjusted(kSpaceM, 0, -kSpaceM, 0);
        painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, text());
        if (count >= 0) {
            painter.setFont(font());
            painter.setPen(c.muted);
            drawTabular(painter, room, Qt::AlignVCenter | Qt::AlignRight,
                        QLocale().toString(count));
        }
        if (paint::showsFocus(*this)) paint::focusRing(painter, rect(), kRadiusItem);
    }
};

SideNavigation::SideNavigation(QWidget* parent) : QWidget(parent) {
    setFixedWidth(kSideWidth);
    setObjectName(QStringLiteral("sideNavigation"));
    setAccessibleName(tr("Navigation"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 1, 0);
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    auto* content = new QWidget;
    content->setAutoFillBackground(false);
    rows_ = new QVBoxLayout(content);
    rows_->setContentsMargins(kSpaceS, kSpaceM, kSpaceS, kSpaceM);
    rows_->setSpacing(0);
    rows_->addStretch(1);
    scroll->setWidget(content);
    content->setAutoFillBackground(false);
    outer->addWidget(scroll);
}

void SideNavigation::addRow(QWidget* row) {
    rows_->insertWidget(rows_->count() - 1, row);
}

void SideNavigation::addSection(const QString& id, const QString& title) {
    auto* section = new Section(id, title, this);
    sections_ << section;
    addRow(section);
}

void SideNavigation::setSectionTitle(const QString& id, const QString& title) {
    for (Section* section : sections_) {
        if (section->id != id) continue;
        const QFontMetrics metrics(section->label->font());
        section->label->setText(
            metrics.elidedText(title, Qt::ElideRight, kSideWidth - 2 * kSpaceM - 2 * kSpaceS - 24));
        section->label->setToolTip(title);
    }
}

void SideNavigation::setSectionVisible(const QString& id, bool visible) {
    for (Section* section : sections_) {
        if (section->id != id) continue;
        section->setVisible(visible);
        for (Item* item : section->items) item->setVisible(visible);
    }
}

void SideNavigation::addItem(const QString& id, const QString& text) {
    auto* item = new Item(id, text, this);
    items_ << item;
    if (!sections_.isEmpty()) sections_.last()->items << item;
    addRow(item);
    item->installEventFilter(this);
    connect(item, &QAbstractButton::clicked, this, [this, item] { emit activated(item->id); });
}

SideNavigation::Item* SideNavigation::find(const QString& id) const {
    for (Item* item : items_) {
        if (item->id == id) return item;
    }
    return nullptr;
}

void SideNavigation::setCount(const QString& id, int count) {
    Item* item = find(id);
    if (!item) return;
    item->count = count;
    item->setAccessibleDescription(count >= 0 ? QLocale().toString(count) : QString());
    item->update();
}

void SideNavigation::setItemEnabled(const QString& id, bool enabled) {
    if (Item* item = find(id)) item->setEnabled(enabled);
}

void SideNavigation::setCurrent(const QString& id) {
    current_ = find(id) ? id : QString();
    for (Item* item : items_) item->setChecked(item->id == current_);
}

QStringList SideNavigation::ids() const {
    QStringList out;
    for (const Item* item : items_) {
        if (!item->isHidden()) out << item->id;
    }
    return out;
}

void SideNavigation::moveFocus(Item* from, int step) {
    qsizetype at = items_.indexOf(from);
    do {
        at += step;
        if (at < 0 || at >= items_.size()) return;
    } while (items_[at]->isHidden() || !items_[at]->isEnabled());
    items_[at]->setFocus(Qt::TabFocusReason);
}

bool SideNavigation::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        auto* item = static_cast<Item*>(watched);
        switch (static_cast<QKeyEvent*>(event)->key()) {
            case Qt::Key_Down: moveFocus(item, 1); return true;
            case Qt::Key_Up: moveFocus(item, -1); return true;
            case Qt::Key_Return:
            case Qt::Key_Enter: item->click(); return true;
            default: break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void SideNavigation::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), colors().card);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), colors().line);
}

}  // namespace foretaste::widgets
