// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include "core/service/service.h"

namespace foretaste::wizards {

/// The fields of a schema as rows that can be edited in place. Fields that the service requires
/// keep their name and type and cannot go.
class SchemaTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Type, Nullable, Use };

    explicit SchemaTableModel(QObject* parent = nullptr);

    void setKind(service::DatasetType type, service::Domain domain);
    void setReadOnly(bool readOnly);
    void setSchema(const schema::Schema& schema);
    const schema::Schema& schema() const { return schema_; }
    /// Adds a custom field with a name that is free; returns its row.
    int addField();
    bool canRemove(int row) const;
    void removeField(int row);
    bool isRequired(int row) const;

    /// What a cell's editor offers; empty where any text may be typed.
    QStringList choices(const QModelIndex& index) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

signals:
    /// The user changed something.
    void edited();

private:
    const schema::Field& field(int row) const { return schema_.fields[static_cast<size_t>(row)]; }
    schema::Field& field(int row) { return schema_.fields[static_cast<size_t>(row)]; }
    bool isPrescribed(int row) const;
    void workOutRequired();

    service::DatasetType type_ = service::DatasetType::Interactions;
    service::Domain domain_ = service::Domain::None;
    bool readOnly_ = false;
    schema::Schema schema_;
    QList<bool> required_;
};

}  // namespace foretaste::wizards
