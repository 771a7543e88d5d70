// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace foretaste::widgets {

// The left column: sections of places, each with an optional count. Up and Down move the focus,
// Enter and Space go there.
class SideNavigation : public QWidget {
    Q_OBJECT
public:
    explicit SideNavigation(QWidget* parent = nullptr);

    // A heading; `id` lets its text change later (the name of the open dataset group).
    void addSection(const QString& id, const QString& title);
    void setSectionTitle(const QString& id, const QString& title);
    // Shows or hides a section with its items.
    void setSectionVisible(const QString& id, bool visible);
    void addItem(const QString& id, const QString& text);
    // A negative count shows none.
    void setCount(const QString& id, int count);
    void setItemEnabled(const QString& id, bool enabled);
    // Marks an item without sending activated(); an unknown id marks none.
    void setCurrent(const QString& id);
    QString current() const { return current_; }
    // Ids in the order shown, hidden ones left out.
    QStringList ids() const;

signals:
    void activated(const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    class Item;
    class Section;
    Item* find(const QString& id) const;
    void addRow(QWidget* row);
    void moveFocus(Item* from, int step);

    QVBoxLayout* rows_;
    QList<Item*> items_;
    QList<Section*> sections_;
    QString current_;
};

}  // namespace foretaste::widgets
