// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/data_table.h"

#include <QAbstractProxyModel>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include "ui/theme/style_paint.h"
#include "ui/theme/tabular.h"
#include "ui/widgets/status.h"

namespace foretaste::widgets {

using namespace theme;

namespace {

constexpr int kWidestColumn = 360;

QFont cellFont(const QModelIndex& index) {
    QFont face = theme::font(TextRole::Table);
    const QVariant own = index.data(Qt::FontRole);
    if (own.isValid()) face.setWeight(own.value<QFont>().weight());
    return face;
}

}  // namespace

void TableDelegate::paintGround(QPainter& painter, const QStyleOptionViewItem& option,
                                const QModelIndex& index) {
    const Colors& c = colors();
    const auto* table = qobject_cast<const DataTable*>(option.widget);
    QColor ground = c.card;
    if (option.state & QStyle::State_Selected) {
        ground = c.soft;
    } else if (table && table->hoveredRow_ == index.row()) {
        ground = c.hover;
    }
    painter.fillRect(option.rect, ground);
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                     c.line);
}

void TableDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    const PainterGuard guard(*painter);
    paintGround(*painter, option, index);
    QRectF rect = QRectF(option.rect).adjusted(kSpaceS, 0, -kSpaceS, -1);
    const QVariant tick = index.data(Qt::CheckStateRole);
    if (tick.isValid()) {
        QStyleOption box;
        box.rect = QRect(QPoint(static_cast<int>(rect.left()), option.rect.center().y() - 8),
                         QSize(16, 16));
        box.state = QStyle::State_Enabled;
        box.state.setFlag(QStyle::State_On, tick.toInt() == Qt::Checked);
        paint::checkBox(*painter, box);
        rect.adjust(24, 0, 0, 0);
    }
    const QVariant picture = index.data(Qt::DecorationRole);
    if (picture.canConvert<QIcon>()) {
        const QIcon shown = picture.value<QIcon>();
        if (!shown.isNull()) {
            shown.paint(painter,
                        QRect(static_cast<int>(rect.left()), option.rect.center().y() - 7, 16, 16));
            rect.adjust(24, 0, 0, 0);
        }
    }
    const QVariant ink = index.data(Qt::ForegroundRole);
    painter->setFont(cellFont(index));
    painter->setPen(ink.isValid() ? ink.value<QBrush>().color() : colors().text);
    const QVariant place = index.data(Qt::TextAlignmentRole);
    const bool right = place.isValid() && (place.toInt() & Qt::AlignRight);
    const QString text = displayText(index.data(), option.locale);
    const QFontMetricsF metrics(painter->font(), painter->device());
    if (right && tabularWidth(metrics, text) <= rect.width()) {
        drawTabular(*painter, rect, Qt::AlignRight | Qt::AlignVCenter, text);
        return;
    }
    const Qt::TextElideMode mode =
        text.startsWith(QStringLiteral("arn:")) ? Qt::ElideMiddle : Qt::ElideRight;
    painter->drawText(rect, Qt::AlignVCenter | (right ? Qt::AlignRight : Qt::AlignLeft),
                      metrics.elidedText(text, mode, rect.width()));
}

QSize TableDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QFontMetricsF metrics(cellFont(index));
    const QString text = displayText(index.data(), option.locale);
    double width = tabularWidth(metrics, text) + 2 * kSpaceS + 2;
    if (index.data(Qt::CheckStateRole).isValid()) width += 24;
    if (index.data(Qt::DecorationRole).canConvert<QIcon>()) width += 24;
    return {static_cast<int>(std::ceil(width)), kRowHeight};
}

DataTable::DataTable(const QString& name, QWidget* parent) : QTableView(parent) {
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setAlternatingRowColors(false);
    setWordWrap(false);
    setTextElideMode(Qt::ElideRight);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setMouseTracking(true);
    setItemDelegate(new TableDelegate(this));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(kRowHeight);
    verticalHeader()->setMinimumSectionSize(kRowHeight);
    QHeaderView* heading = horizontalHeader();
    heading->setFont(theme::font(TextRole::Small));
    heading->setHighlightSections(false);
    heading->setSectionsMovable(true);
    heading->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    heading->setFixedHeight(kRowHeight);
    heading->setMinimumSectionSize(48);
    heading->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(heading, &QWidget::customContextMenuRequested, this, &DataTable::showHeadingMenu);
    connect(heading, &QHeaderView::sectionResized, this, &DataTable::saveColumns);
    connect(this, &QTableView::doubleClicked, this, &DataTable::opened);
    auto* copy = new QAction(tr("Copy"), this);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &DataTable::copySelection);
    addAction(copy);
    setContextMenuPolicy(Qt::ActionsContextMenu);
}

void DataTable::setModel(QAbstractItemModel* model) {
    if (QTableView::model()) QTableView::model()->disconnect(this);
    QTableView::setModel(model);
    if (!model) return;
    const auto refit = [this] {
        hoveredRow_ = -1;
        updateGeometry();
        viewport()->update();
    };
    connect(model, &QAbstractItemModel::rowsInserted, this,
            [this, refit, model](const QModelIndex&, int first, int last) {
                if (model->rowCount() == last - first + 1) sizeColumns();
                refit();
            });
    connect(model, &QAbstractItemModel::rowsRemoved, this, refit);
    connect(model, &QAbstractItemModel::modelReset, this, [this, refit] {
        sizeColumns();
        refit();
    });
    if (statusColumn_ >= 0) setStatusColumn(statusColumn_);
    sizeColumns();
    restoreColumns();
    updateGeometry();
}

void DataTable::setEmptyText(const QString& text) {
    emptyText_ = text;
    viewport()->update();
}

void DataTable::setStatusColumn(int column) {
    statusColumn_ = column;
    setItemDelegateForColumn(column, new StatusDelegate(this));
}

void DataTable::setStretchColumn(int column) {
    stretchColumn_ = column;
    sizeColumns();
}

void DataTable::setFitRows(int rows) {
    fitRows_ = rows;
    setSizePolicy(QSizePolicy::Expanding, rows > 0 ? QSizePolicy::Fixed : QSizePolicy::Expanding);
    updateGeometry();
}

void DataTable::setSettingsKey(const QString& key) {
    settingsKey_ = key;
    restoreColumns();
}

void DataTable::sizeColumns() {
    if (!model()) return;
    const QSignalBlocker quiet(horizontalHeader());
    const int last = stretchColumn_ >= 0 ? stretchColumn_ : model()->columnCount() - 1;
    for (int column = 0; column < model()->columnCount(); ++column) {
        const bool stretch = column == last;
        horizontalHeader()->setSectionResizeMode(
            column, stretch ? QHeaderView::Stretch : QHeaderView::Interactive);
        if (!stretch) {
            const int wanted =
                std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column));
            horizontalHeader()->resizeSection(column, std::min(wanted + kSpaceL, kWidestColumn));
        }
    }
}

QString DataTable::selectionAsText() const {
    if (!model()) return {};
    QList<int> rows;
    for (const QModelIndex& index : selectionModel()->selectedRows()) rows << index.row();
    std::sort(rows.begin(), rows.end());
    if (rows.isEmpty()) {
        for (int row = 0; row < model()->rowCount(); ++row) rows << row;
    }
    QList<int> columns;
    for (int visual = 0; visual < model()->columnCount(); ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        if (!isColumnHidden(column)) columns << column;
    }
    const auto clean = [](QString text) { return text.replace(u'\t', u' ').replace(u'\n', u' '); };
    QString out;
    const auto line = [&](auto cell) {
        QStringList cells;
        for (const int column : columns) cells << clean(cell(column));
        out += cells.join(u'\t') + u'\n';
    };
    line([&](int column) { return model()->headerData(column, Qt::Horizontal).toString(); });
    for (const int row : rows) {
        line([&](int column) { return model()->index(row, column).data().toString(); });
    }
    return out;
}

void DataTable::copySelection() const {
    QGuiApplication::clipboard()->setText(selectionAsText());
}

int DataTable::currentRow() const {
    QModelIndex index = currentIndex();
    while (const auto* proxy = qobject_cast<const QAbstractProxyModel*>(index.model())) {
        index = proxy->mapToSource(index);
    }
    return index.row();
}

QSize DataTable::minimumSizeHint() const {
    return fitRows_ > 0 ? sizeHint() : QSize(200, kRowHeight * 4);
}

QSize DataTable::sizeHint() const {
    if (fitRows_ <= 0) return QTableView::sizeHint();
    const int rows = model() ? model()->rowCount() : 0;
    const int shown = std::clamp(rows, rows == 0 && !emptyText_.isEmpty() ? 2 : 1, fitRows_);
    return {200, (shown + 1) * kRowHeight + (horizontalScrollBar()->isVisible() ? 12 : 0)};
}

void DataTable::keyPressEvent(QKeyEvent* event) {
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
        currentIndex().isValid()) {
        emit opened(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

void DataTable::mouseMoveEvent(QMouseEvent* event) {
    const int row = rowAt(event->pos().y());
    if (row != hoveredRow_) {
        hoveredRow_ = row;
        viewport()->update();
    }
    const QModelIndex index = indexAt(event->pos());
    const QString text = index.data().toString();
    const bool cut = index.isValid() && sizeHintForIndex(index).width() > visualRect(index).width();
    viewport()->setToolTip(cut ? text : QString());
    QTableView::mouseMoveEvent(event);
}

void DataTable::leaveEvent(QEvent* event) {
    hoveredRow_ = -1;
    viewport()->update();
    QTableView::leaveEvent(event);
}

void DataTable::paintEvent(QPaintEvent* event) {
    QTableView::paintEvent(event);
    QPainter painter(viewport());
    if (model() && model()->rowCount() == 0 && !emptyText_.isEmpty()) {
        painter.setFont(theme::font(TextRole::Table));
        painter.setPen(colors().muted);
        painter.drawText(viewport()->rect().adjusted(kSpaceL, 0, -kSpaceL, 0),
                         Qt::AlignCenter | Qt::TextWordWrap, emptyText_);
    }
    if (hasFocus() && currentIndex().isValid()) {
        // Only the keyboard's row: the whole view would be a frame around everything.
        const QRect row(0, rowViewportPosition(currentIndex().row()), viewport()->width(),
                        kRowHeight - 1);
        const PainterGuard guard(painter);
        paint::focusRing(painter, row, kRadiusSmall);
    }
}

void DataTable::showHeadingMenu(const QPoint& position) {
    QMenu menu(this);
    for (int column = 0; column < model()->columnCount(); ++column) {
        auto* action = menu.addAction(model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(column != 0);
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            setColumnHidden(column, !shown);
            saveColumns();
        });
    }
    menu.exec(horizontalHeader()->mapToGlobal(position));
}

void DataTable::saveColumns() const {
    if (settingsKey_.isEmpty() || !model() || !isVisible()) return;
    QSettings().setValue(QStringLiteral("tables/") + settingsKey_, horizontalHeader()->saveState());
}

void DataTable::restoreColumns() {
    if (settingsKey_.isEmpty() || !model()) return;
    const QByteArray state =
        QSettings().value(QStringLiteral("tables/") + settingsKey_).toByteArray();
    if (state.isEmpty()) return;
    const QSignalBlocker quiet(horizontalHeader());
    horizontalHeader()->restoreState(state);
}

}  // namespace foretaste::widgets
