// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foretaste::schema {

enum class DatasetType { Interactions, Items, Users, Actions, ActionInteractions };

/// A dataset group's domain; none is a Custom group.
enum class Domain { None, Ecommerce, VideoOnDemand };

/// The API's spelling of a type: "INTERACTIONS", "ACTION_INTERACTIONS".
std::string_view typeName(DatasetType type);
/// Reads the API's spelling in any case; empty where it is not a type.
std::optional<DatasetType> typeFromName(std::string_view name);

enum class FieldType { String, Long, Int, Float, Double, Boolean };

/// One column of a dataset.
struct Field {
    std::string name;
    FieldType type = FieldType::String;
    bool nullable = false;
    bool categorical = false;
    bool textual = false;
    bool itemName = false;

    bool isText() const { return type == FieldType::String; }
    bool isNumber() const { return !isText() && type != FieldType::Boolean; }
};

/// A dataset's schema: the Avro subset of the service.
struct Schema {
    std::string recordName;  ///< "Interactions", "Items", ...
    std::vector<Field> fields;

    const Field* find(std::string_view name) const;  ///< any case; null where there is none
    std::optional<std::size_t> indexOf(std::string_view name) const;
};

/// Reads an Avro schema document. Throws ServiceError (InvalidInput) that names the field and the
/// rule it breaks.
Schema parseSchema(std::string_view json);

/// The document of a schema, with two spaces of indentation, fields in order.
std::string printSchema(const Schema& schema);

/// The dataset type that the record's name stands for. Throws ServiceError where it is none.
DatasetType typeOf(const Schema& schema);

/// The rules of service.md 2.1-2.3: required and reserved fields of the domain, categorical and
/// textual marks, names that clash, column limits. Throws ServiceError (InvalidInput) naming the
/// first field at fault.
void validateSchema(const Schema& schema, Domain domain);

/// Where a column's meaning is fixed by the service: USER_ID, ITEM_ID, TIMESTAMP, EVENT_TYPE, ...
bool isReserved(DatasetType type, Domain domain, std::string_view field);

/// A reserved field as the service prescribes it; empty where the name is free.
std::optional<Field> reservedField(DatasetType type, Domain domain, std::string_view name);

/// A name's letters and digits in upper case. Put* calls name fields in camelCase, so two fields of
/// a schema must differ in them.
std::string comparableName(std::string_view name);

/// The schema a wizard starts from.
Schema starterSchema(DatasetType type, Domain domain);

}  // namespace foretaste::schema
