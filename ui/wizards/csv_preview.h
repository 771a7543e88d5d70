// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QHash>
#include <QWidget>

#include "core/service/service.h"
#include "ui/theme/icons.h"

class QLabel;
class QVBoxLayout;

namespace foretaste::widgets {
class DataTable;
}

namespace foretaste::wizards {

/// The first rows of a CSV, with the cells marked that the schema does not take.
class CsvPreviewModel : public QAbstractTableModel {
    Q_OBJECT

public:
    /// True for a troubled cell; its reason is the tool tip.
    static constexpr int kTroubleRole = Qt::UserRole + 1;

    explicit CsvPreviewModel(QObject* parent = nullptr);
    void setPreview(const ingest::Preview& preview);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    ingest::Preview preview_;
    QHash<QPair<int, int>, QString> troubles_;  ///< by row and column
};

/// What a look at a file found before it is imported: columns that are missing, troubles and how to
/// mend them, and the rows themselves.
class CsvPreview : public QWidget {
    Q_OBJECT

public:
    explicit CsvPreview(QWidget* parent = nullptr);

    void clear();
    void showLooking();
    void showPreview(const ingest::Preview& preview);

private:
    void addLine(const QString& text, theme::Icon icon, theme::Tone tone);
    void clearLines();

    QLabel* summary_;
    QVBoxLayout* lines_;
    widgets::DataTable* table_;
    CsvPreviewModel* model_;
};

/// Why a file cannot be imported at all: its header, or that none of its first rows fits the
/// schema. Empty: it can.
QString previewFault(const ingest::Preview& preview);
/// What an import would leave out; empty: nothing that was seen.
QString previewWarning(const ingest::Preview& preview);

}  // namespace foretaste::wizards
