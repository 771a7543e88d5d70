// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>
#include <QTableView>

namespace foretaste::widgets {

// Cells as every table of the product has them: hairlines below rows, right-aligned figures of
// equal width (where the model's Qt::TextAlignmentRole says right), a bold font where Qt::FontRole
// says so.
class TableDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    // Ground and hairline of a cell; for delegates that paint the rest themselves.
    static void paintGround(QPainter& painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index);
};

// A table of resources: whole rows are selected, Enter or a double click opens one, Ctrl+C copies
// the selection as tab-separated text with the headings, columns are hidden by the heading's menu.
class DataTable : public QTableView {
    Q_OBJECT
public:
    // `name` is what assistive technology calls the table.
    explicit DataTable(const QString& name, QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
    // Shown in the middle of a table without rows.
    void setEmptyText(const QString& text);
    // Paints this column with a StatusDelegate.
    void setStatusColumn(int column);
    // The column that takes the room that is left; the others are as wide as their content.
    void setStretchColumn(int column);
    // Grows with its rows up to `rows` and then scrolls: for tables inside a card. 0 turns it off.
    void setFitRows(int rows);
    // Remembers widths and hidden columns under this key of QSettings.
    void setSettingsKey(const QString& key);
    // The selection, or the whole table where nothing is selected; tab-separated, with headings.
    QString selectionAsText() const;
    // Row of the source of a proxy chain under the cursor, -1 where there is none.
    int currentRow() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

public slots:
    void copySelection() const;

signals:
    void opened(const QModelIndex& index);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void sizeColumns();
    void showHeadingMenu(const QPoint& position);
    void saveColumns() const;
    void restoreColumns();

    QString emptyText_;
    QString settingsKey_;
    int fitRows_ = 0;
    int stretchColumn_ = -1;
    int statusColumn_ = -1;
    int hoveredRow_ = -1;
    friend class TableDelegate;
};

}  // namespace foretaste::widgets
