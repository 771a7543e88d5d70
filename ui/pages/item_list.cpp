// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/item_list.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QStyledItemDelegate>

#include "ui/theme/style_paint.h"
#include "ui/theme/tabular.h"
#include "ui/widgets/small_parts.h"

namespace foretaste::pages {

using namespace theme;

void ItemRowModel::setRows(QList<ItemRow> rows) {
    beginResetModel();
    rows_ = std::move(rows);
    endResetModel();
}

int ItemRowModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant ItemRowModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rows_.size()) return {};
    const auto& row = rows_[index.row()];
    switch (role) {
        case Qt::DisplayRole: return row.title;
        case Qt::ToolTipRole: return row.toolTip;
        case Qt::AccessibleTextRole: {
            QStringList parts{row.title};
            parts << row.tags;
            if (row.exploring) parts << tr("exploring");
            parts << row.line << row.figure << row.change;
            parts.removeAll(QString());
            return parts.join(QStringLiteral(", "));
        }
        default: return {};
    }
}

class ItemList::Delegate : public QStyledItemDelegate {
public:
    Delegate(const ItemRowModel& model, Density density, QObject* parent)
        : QStyledItemDelegate(parent), model_(model), full_(density == Density::Full) {}

    QString verb;
    int hovered = -1;
    bool onButton = false;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {200, full_ ? 74 : 58};
    }

    QRect buttonIn(const QRect& row) const {
        if (verb.isEmpty()) return {};
        const QFontMetrics metrics(theme::font(TextRole::Table));
        const int width = metrics.horizontalAdvance(verb) + 2 * kSpaceM;
        constexpr int kHeight = 28;
        return {row.right() - kSpaceS - width, row.center().y() - kHeight / 2, width, kHeight};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const PainterGuard guard(*painter);
        const auto& row = model_.rows()[index.row()];
        const bool chosen = option.state & QStyle::State_Selected;
        const QRect whole = option.rect;
        paintGround(*painter, option, index.row());

        const QSizeF poster = full_ ? QSizeF(widgets::Poster::kSize) : QSizeF(32, 42);
        QRectF picture(QPointF(whole.left() + kSpaceS, 0), poster);
        picture.moveTop(whole.top() + (whole.height() - 1 - poster.height()) / 2);
        widgets::Poster::draw(*painter, picture, row.id, row.title);

        double right = whole.right() - kSpaceS;
        if (const QRect button = buttonIn(whole); !button.isNull()) {
            const bool hot = hovered == index.row() && onButton;
            paint::box(*painter, button, kRadiusControl, hot ? colors().soft : colors().card,
                       hot || chosen ? colors().accent : colors().border);
            painter->setFont(theme::font(TextRole::Table));
            painter->setPen(colors().accent);
            painter->drawText(button, Qt::AlignCenter, verb);
            right = button.left() - kSpaceM;
        }
        if (full_) {
            constexpr double kFigureWidth = 40;
            paintFigure(*painter,
                        QRectF(right - kFigureWidth, whole.top(), kFigureWidth, whole.height() - 1),
                        row);
            right -= kFigureWidth + kSpaceS;
        }
        paintWords(*painter,
                   QRectF(picture.right() + kSpaceM, whole.top(), right - picture.right() - kSpaceM,
                          whole.height() - 1),
                   row);
    }

private:
    void paintGround(QPainter& painter, const QStyleOptionViewItem& option, int row) const {
        const Colors& c = colors();
        const bool chosen = option.state & QStyle::State_Selected;
        painter.fillRect(option.rect, chosen ? c.soft : hovered == row ? c.hover : c.card);
        const QRect& r = option.rect;
        painter.fillRect(QRect(r.left(), r.bottom(), r.width(), 1), c.line);
        const bool focused = option.state & QStyle::State_HasFocus;
        if (focused) paint::focusRing(painter, QRectF(r).adjusted(1, 1, -1, -2), kRadiusSmall);
    }

    static void paintFigure(QPainter& painter, const QRectF& room, const ItemRow& row) {
        painter.setFont(theme::font(TextRole::Small));
        painter.setPen(colors().muted);
        const bool both = !row.change.isEmpty();
        const QRectF upper(room.left(), room.center().y() - (both ? 18 : 9), room.width(), 18);
        drawTabular(painter, upper, Qt::AlignRight | Qt::AlignVCenter, row.figure);
        if (!both) return;
        painter.setFont(theme::font(TextRole::Tiny));
        painter.setPen(theme::color(row.changeTone));
        painter.drawText(upper.translated(0, 18), Qt::AlignRight | Qt::AlignVCenter, row.change);
    }

    void paintWords(QPainter& painter, const QRectF& room, const ItemRow& row) const {
        const double lineTop = room.top() + (full_ ? 8 : 9);
        paintTitle(painter, QRectF(room.left(), lineTop, room.width(), 20), row);
        painter.setFont(theme::font(TextRole::Small));
        painter.setPen(colors().muted);
        const QRectF below(room.left(), lineTop + 21, room.width(), 18);
        painter.drawText(
            below, Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetricsF(painter.font()).elidedText(row.line, Qt::ElideRight, room.width()));
        if (row.share < 0) return;
        constexpr double kBarWidth = 280;
        widgets::ShareBar::draw(
            painter, QRectF(room.left(), below.bottom() + 5, std::min(kBarWidth, room.width()), 6),
            row.share);
    }

    /// Title and as many tags as there is room for; a long title leaves room for the first one.
    void paintTitle(QPainter& painter, const QRectF& room, const ItemRow& row) const {
        QFont face = theme::font(TextRole::Strong);
        if (!full_) face.setPixelSize(kTextTable);
        painter.setFont(face);
        painter.setPen(colors().text);
        const QFontMetricsF metrics(face);
        struct Tag {
            QString text;
            Tone tone;
        };
        QList<Tag> tags;
        if (row.exploring) tags << Tag{ItemRowModel::tr("exploring"), Tone::Warn};
        for (const QString& tag : row.tags) tags << Tag{tag, Tone::Muted};
        const double kept =
            tags.isEmpty() ? 0 : widgets::TagChip::sizeOf(tags.first().text).width() + kSpaceS;
        const double wanted = metrics.horizontalAdvance(row.title);
        const double least = std::min(wanted, room.width() * 0.6);
        const double width = std::min(wanted, std::max(least, room.width() - kept));
        painter.drawText(QRectF(room.left(), room.top(), width + 1, room.height()),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(row.title, Qt::ElideRight, width + 1));
        double left = room.left() + width + kSpaceS;
        for (const Tag& tag : tags) {
            const QSizeF size = widgets::TagChip::sizeOf(tag.text);
            if (left + size.width() > room.right()) break;
            widgets::TagChip::draw(painter, {left, room.center().y() - size.height() / 2}, tag.text,
                                   tag.tone);
            left += size.width() + kSpaceXs;
        }
    }

    const ItemRowModel& model_;
    bool full_;
};

ItemList::ItemList(const QString& name, Density density, QWidget* parent)
    : QListView(parent),
      model_(new ItemRowModel(this)),
      delegate_(new Delegate(*model_, density, this)) {
    setAccessibleName(name);
    setModel(model_);
    setItemDelegate(delegate_);
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
}

void ItemList::setRows(QList<ItemRow> rows) {
    const int row = currentIndex().row();
    model_->setRows(std::move(rows));
    if (row >= 0 && row < model_->rowCount()) setCurrentIndex(model_->index(row));
}

void ItemList::setAction(const QString& verb) {
    delegate_->verb = verb;
    viewport()->update();
}

void ItemList::setEmptyText(const QString& text) {
    emptyText_ = text;
    viewport()->update();
}

int ItemList::buttonAt(const QPoint& place) const {
    const auto index = indexAt(place);
    return index.isValid() && delegate_->buttonIn(visualRect(index)).contains(place) ? index.row()
                                                                                     : -1;
}

void ItemList::setHovered(int row, bool onButton) {
    if (row == delegate_->hovered && onButton == delegate_->onButton) return;
    delegate_->hovered = row;
    delegate_->onButton = onButton;
    viewport()->setCursor(onButton ? Qt::PointingHandCursor : Qt::ArrowCursor);
    viewport()->update();
}

void ItemList::paintEvent(QPaintEvent* event) {
    QListView::paintEvent(event);
    if (model_->rowCount() > 0 || emptyText_.isEmpty()) return;
    QPainter painter(viewport());
    painter.setFont(theme::font(TextRole::Table));
    painter.setPen(colors().muted);
    painter.drawText(viewport()->rect().adjusted(kSpaceL, 0, -kSpaceL, 0),
                     Qt::AlignCenter | Qt::TextWordWrap, emptyText_);
}

void ItemList::mouseMoveEvent(QMouseEvent* event) {
    setHovered(indexAt(event->pos()).row(), buttonAt(event->pos()) >= 0);
    QListView::mouseMoveEvent(event);
}

void ItemList::mousePressEvent(QMouseEvent* event) {
    const int row = event->button() == Qt::LeftButton ? buttonAt(event->pos()) : -1;
    QListView::mousePressEvent(event);
    if (row >= 0) emit acted(row);
}

void ItemList::leaveEvent(QEvent* event) {
    setHovered(-1, false);
    QListView::leaveEvent(event);
}

void ItemList::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && currentIndex().isValid() && !delegate_->verb.isEmpty()) {
        emit acted(currentIndex().row());
        return;
    }
    QListView::keyPressEvent(event);
}

void ItemList::contextMenuEvent(QContextMenuEvent* event) {
    // By keyboard the menu is asked for at the cursor.
    const auto index =
        event->reason() == QContextMenuEvent::Keyboard ? currentIndex() : indexAt(event->pos());
    if (!index.isValid()) return;
    const int row = index.row();
    const QString id = rows()[row].id;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (!delegate_->verb.isEmpty())
        connect(menu->addAction(delegate_->verb), &QAction::triggered, this,
                [this, row] { emit acted(row); });
    connect(menu->addAction(tr("Copy item id")), &QAction::triggered, this,
            [id] { QGuiApplication::clipboard()->setText(id); });
    menu->popup(event->globalPos());
}

}  // namespace foretaste::pages
