// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/schema_table_model.h"

#include "ui/bridge/words.h"
#include "ui/theme/icons.h"

namespace foretaste::wizards {

using bridge::text;
using schema::Field;
using schema::FieldType;

namespace {

constexpr FieldType kTypes[] = {FieldType::String, FieldType::Long,   FieldType::Int,
                                FieldType::Float,  FieldType::Double, FieldType::Boolean};

QString typeText(FieldType type) {
    switch (type) {
        case FieldType::String: return SchemaTableModel::tr("text");
        case FieldType::Long: return SchemaTableModel::tr("whole number (long)");
        case FieldType::Int: return SchemaTableModel::tr("whole number (int)");
        case FieldType::Float: return SchemaTableModel::tr("number (float)");
        case FieldType::Double: return SchemaTableModel::tr("number (double)");
        case FieldType::Boolean: return SchemaTableModel::tr("true or false");
    }
    return {};
}

enum class Usage { Stored, Category, Description, Title };

Usage usageOf(const Field& field) {
    if (field.categorical) return Usage::Category;
    if (field.textual) return Usage::Description;
    if (field.itemName) return Usage::Title;
    return Usage::Stored;
}

QString usageText(Usage usage) {
    switch (usage) {
        case Usage::Stored: return SchemaTableModel::tr("shown and filtered only");
        case Usage::Category: return SchemaTableModel::tr("category");
        case Usage::Description: return SchemaTableModel::tr("description");
        case Usage::Title: return SchemaTableModel::tr("title");
    }
    return {};
}

/// What a prescribed field is for, in plain words.
QString meaning(std::string_view name) {
    if (name == "USER_ID") return SchemaTableModel::tr("who");
    if (name == "ITEM_ID") return SchemaTableModel::tr("which item");
    if (name == "TIMESTAMP") return SchemaTableModel::tr("when, in seconds since 1970");
    if (name == "EVENT_TYPE") return SchemaTableModel::tr("what happened: watch, click, buy");
    if (name == "EVENT_VALUE") return SchemaTableModel::tr("how much: a rating, a share");
    if (name == "IMPRESSION") return SchemaTableModel::tr("what was shown, joined by |");
    if (name == "CREATION_TIMESTAMP") return SchemaTableModel::tr("when the item came out");
    if (name == "RECOMMENDATION_ID") return SchemaTableModel::tr("which list it came from");
    return {};
}

}  // namespace

SchemaTableModel::SchemaTableModel(QObject* parent) : QAbstractTableModel(parent) {}

void SchemaTableModel::setKind(service::DatasetType type, service::Domain domain) {
    type_ = type;
    domain_ = domain;
    workOutRequired();
}

void SchemaTableModel::setReadOnly(bool readOnly) {
    readOnly_ = readOnly;
}

void SchemaTableModel::setSchema(const schema::Schema& schema) {
    beginResetModel();
    schema_ = schema;
    workOutRequired();
    endResetModel();
}

/// A field is required where the core's rules refuse the schema without it.
void SchemaTableModel::workOutRequired() {
    required_.clear();
    for (const auto& each : schema_.fields) {
        auto without = schema::starterSchema(type_, domain_);
        std::erase_if(without.fields, [&](const Field& field) {
            return QString::compare(text(field.name), text(each.name), Qt::CaseInsensitive) == 0;
        });
        // Items and Users need some field besides the id, whichever that is.
        without.fields.push_back({"ANY_OTHER_COLUMN", FieldType::String, true, true});
        bool refused = false;
        try {
            schema::validateSchema(without, domain_);
        } catch (const base::ServiceError&) {
            refused = true;
        }
        required_ << refused;
    }
}

bool SchemaTableModel::isRequired(int row) const {
    return required_.value(row, false);
}

bool SchemaTableModel::isPrescribed(int row) const {
    return schema::isReserved(type_, domain_, field(row).name);
}

int SchemaTableModel::addField() {
    const auto taken = [&](const std::string& name) { return schema_.find(name) != nullptr; };
    std::string name = "NEW_COLUMN";
    for (int number = 2; taken(name); ++number) name = "NEW_COLUMN_" + std::to_string(number);
    const int row = rowCount();
    beginInsertRows({}, row, row);
    schema_.fields.push_back({name, FieldType::String, true, true});
    required_ << false;
    endInsertRows();
    emit edited();
    return row;
}

bool SchemaTableModel::canRemove(int row) const {
    return !readOnly_ && row >= 0 && row < rowCount() && !isRequired(row);
}

void SchemaTableModel::removeField(int row) {
    if (!canRemove(row)) return;
    beginRemoveRows({}, row, row);
    schema_.fields.erase(schema_.fields.begin() + row);
    required_.removeAt(row);
    endRemoveRows();
    emit edited();
}

QStringList SchemaTableModel::choices(const QModelIndex& index) const {
    QStringList words;
    if (index.column() == Type)
        for (const auto type : kTypes) words << typeText(type);
    if (index.column() == Use) {
        words << usageText(Usage::Stored) << usageText(Usage::Category);
        if (type_ == service::DatasetType::Items)
            words << usageText(Usage::Description) << usageText(Usage::Title);
    }
    return words;
}

int SchemaTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(schema_.fields.size());
}

int SchemaTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : 4;
}

QVariant SchemaTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const auto& shown = field(index.row());
    if (role == Qt::CheckStateRole && index.column() == Nullable)
        return shown.nullable ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::FontRole && index.column() == Name && isRequired(index.row())) {
        QFont face;
        face.setWeight(QFont::DemiBold);
        return face;
    }
    if (role == Qt::ForegroundRole &&
        !(flags(index) & (Qt::ItemIsEditable | Qt::ItemIsUserCheckable)))
        return index.column() == Name ? QVariant() : QVariant(QBrush(theme::colors().muted));
    if (role == Qt::ToolTipRole && isRequired(index.row()))
        return tr("%1 is required: its name and type are fixed.").arg(text(shown.name));
    if (role != Qt::DisplayRole && role != Qt::EditRole) return {};
    switch (index.column()) {
        case Name: return text(shown.name);
        case Type: return typeText(shown.type);
        case Nullable: return shown.nullable ? tr("allowed") : tr("none");
        case Use: {
            const auto known = meaning(shown.name);
            if (isPrescribed(index.row()) && !known.isEmpty()) return known;
            if (shown.isText()) return usageText(usageOf(shown));
            return shown.isNumber() ? tr("number") : tr("stored only");
        }
    }
    return {};
}

QVariant SchemaTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case Name: return tr("Column");
        case Type: return tr("Type");
        case Nullable: return tr("Empty cells");
        case Use: return tr("Used as");
    }
    return {};
}

Qt::ItemFlags SchemaTableModel::flags(const QModelIndex& index) const {
    auto flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (readOnly_ || !index.isValid() || index.row() >= rowCount()) return flags;
    const bool fixed = isRequired(index.row());
    switch (index.column()) {
        case Name:
        case Type:
            if (!fixed) flags |= Qt::ItemIsEditable;
            break;
        case Nullable:
            if (!fixed) flags |= Qt::ItemIsUserCheckable;
            break;
        case Use:
            if (!fixed && !isPrescribed(index.row()) && field(index.row()).isText())
                flags |= Qt::ItemIsEditable;
            break;
    }
    return flags;
}

bool SchemaTableModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!(flags(index) & (Qt::ItemIsEditable | Qt::ItemIsUserCheckable))) return false;
    auto& changed = field(index.row());
    const auto before = changed;
    if (role == Qt::CheckStateRole && index.column() == Nullable) {
        changed.nullable = value.toInt() == Qt::Checked;
    } else if (role != Qt::EditRole) {
        return false;
    } else if (index.column() == Name) {
        changed.name = value.toString().trimmed().toStdString();
    } else if (index.column() == Type) {
        for (const auto type : kTypes)
            if (typeText(type) == value.toString()) changed.type = type;
        if (!changed.isText()) changed.categorical = changed.textual = changed.itemName = false;
    } else if (index.column() == Use) {
        const auto is = [&](Usage usage) { return usageText(usage) == value.toString(); };
        changed.categorical = is(Usage::Category);
        changed.textual = is(Usage::Description);
        changed.itemName = is(Usage::Title);
    }
    workOutRequired();
    emit dataChanged(this->index(index.row(), 0), this->index(index.row(), columnCount() - 1));
    const bool same = before.name == changed.name && before.type == changed.type &&
                      before.nullable == changed.nullable && usageOf(before) == usageOf(changed);
    if (!same) emit edited();
    return true;
}

}  // namespace foretaste::wizards
