// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

#include "core/service/service.h"

class QGridLayout;

namespace foretaste::wizards {

/// Which column of the file each field of the schema is read from, to be set by hand.
class ColumnMapping : public QWidget {
    Q_OBJECT

public:
    explicit ColumnMapping(QWidget* parent = nullptr);

    /// `preview` says where each field stands now.
    void show(const schema::Schema& schema, const ingest::Preview& preview);

signals:
    void columnChosen(const QString& field, const QString& column);

private:
    QGridLayout* grid_;
};

}  // namespace foretaste::wizards
