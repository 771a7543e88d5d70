// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QStringList>
#include <QWidget>

class QCheckBox;
class QVBoxLayout;

namespace foretaste::wizards {

/// Columns by dataset, each with a check box; those without a tick are left out.
class ColumnChoice : public QWidget {
    Q_OBJECT

public:
    explicit ColumnChoice(QWidget* parent = nullptr);

    /// Columns by "ITEMS" and "USERS". Keeps what was left out.
    void setColumns(const QMap<QString, QStringList>& columns);
    QMap<QString, QStringList> excluded() const;
    void setExcluded(const QMap<QString, QStringList>& excluded);

signals:
    void excludedChanged();

private:
    QVBoxLayout* rows_;
    QMap<QString, QStringList> columns_;
    QMap<QString, QStringList> excluded_;              ///< columns that are not there any more, too
    QMap<QPair<QString, QString>, QCheckBox*> boxes_;  ///< by dataset and column
};

}  // namespace foretaste::wizards
