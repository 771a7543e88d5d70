// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QGridLayout;

namespace foretaste::widgets {

// Facts of a resource in columns: small muted name above its value. Values can be selected; those
// with `copyable` (ARNs, ids) carry a copy button.
class KeyValuePanel : public QWidget {
    Q_OBJECT
public:
    explicit KeyValuePanel(int columns = 3, QWidget* parent = nullptr);

    struct Row {
        QString key;
        QString value;
        bool copyable = false;
    };
    void setRows(const QList<Row>& rows);
    // Changes one value in place; false where there is no such key.
    bool setValue(const QString& key, const QString& value);
    QString value(const QString& key) const;

private:
    int columns_;
    QGridLayout* grid_;
    QList<Row> rows_;
};

}  // namespace foretaste::widgets
