// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QListView>

#include "ui/theme/theme.h"

namespace foretaste::pages {

/// One item as a card of a list: a place of a recommendation, or an event of a history.
struct ItemRow {
    QString id, title;
    QStringList tags;
    bool exploring = false;
    QString line;       ///< why it is here, or when it was
    double share = -1;  ///< bar, 0 to 1; negative: none
    QString figure;     ///< at the right: "93"
    QString change;     ///< below it: "▲ 4"
    theme::Tone changeTone = theme::Tone::Muted;
    QString toolTip;
};

class ItemRowModel : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;
    void setRows(QList<ItemRow> rows);
    const QList<ItemRow>& rows() const { return rows_; }
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QList<ItemRow> rows_;
};

/// Items below each other with poster, tags and a word why. A row may offer one action: by its
/// button, by Enter, or by the menu of the row.
class ItemList : public QListView {
    Q_OBJECT
public:
    enum class Density { Full, Compact };
    /// `name` is what assistive technology calls the list.
    ItemList(const QString& name, Density density, QWidget* parent = nullptr);

    /// The cursor stays at its place in the list.
    void setRows(QList<ItemRow> rows);
    const QList<ItemRow>& rows() const { return model_->rows(); }
    /// The verb of each row's button; empty: none.
    void setAction(const QString& verb);
    /// Shown in the middle of a list without rows.
    void setEmptyText(const QString& text);

signals:
    void acted(int row);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    class Delegate;
    void setHovered(int row, bool onButton);
    /// The row whose button is at this place, -1 where there is none.
    int buttonAt(const QPoint& place) const;

    ItemRowModel* model_;
    Delegate* delegate_;
    QString emptyText_;
};

}  // namespace foretaste::pages
