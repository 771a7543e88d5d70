// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/schema.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/schema/prescribed.h"

namespace foretaste::schema {
namespace {

using Json = nlohmann::ordered_json;
using enum FieldType;

[[noreturn]] void invalid(const std::string& message) {
    throw base::ServiceError(base::ErrorCode::InvalidInput, message);
}

constexpr std::pair<FieldType, std::string_view> kTypes[] = {
    {FieldType::String, "string"}, {FieldType::Long, "long"},     {FieldType::Int, "int"},
    {FieldType::Float, "float"},   {FieldType::Double, "double"}, {FieldType::Boolean, "boolean"}};

constexpr std::pair<DatasetType, std::string_view> kDatasetTypes[] = {
    {DatasetType::Interactions, "INTERACTIONS"},
    {DatasetType::Items, "ITEMS"},
    {DatasetType::Users, "USERS"},
    {DatasetType::Actions, "ACTIONS"},
    {DatasetType::ActionInteractions, "ACTION_INTERACTIONS"}};

constexpr std::pair<DatasetType, std::string_view> kRecordNames[] = {
    {DatasetType::Interactions, "Interactions"},
    {DatasetType::Items, "Items"},
    {DatasetType::Users, "Users"},
    {DatasetType::Actions, "Actions"},
    {DatasetType::ActionInteractions, "ActionInteractions"}};

std::string_view typeText(FieldType type) {
    for (const auto& [each, name] : kTypes)
        if (each == type) return name;
    return {};
}

FieldType typeFrom(const std::string& text, const std::string& field) {
    for (const auto& [type, name] : kTypes)
        if (name == text) return type;
    invalid(base::concat("field ", field, ": the type '", text,
                         "' is not one of string, long, int, float, double, boolean, null"));
}

void readType(const Json& json, Field& field) {
    if (json.is_string()) {
        field.type = typeFrom(json.get<std::string>(), field.name);
        return;
    }
    if (!json.is_array() || json.empty())
        invalid(
            base::concat("field ", field.name,
                         ": the type must be a name, or a list such as [\"null\", \"string\"]"));
    bool found = false;
    for (const auto& entry : json) {
        if (!entry.is_string())
            invalid(base::concat("field ", field.name, ": nested types are not allowed"));
        if (entry == "null") {
            field.nullable = true;
        } else if (std::exchange(found, true)) {
            invalid(base::concat("field ", field.name,
                                 ": a union may hold one type and null, not two types"));
        } else {
            field.type = typeFrom(entry.get<std::string>(), field.name);
        }
    }
    if (!found) invalid(base::concat("field ", field.name, ": null alone is not a type"));
}

bool readMark(const Json& json, const char* mark, const std::string& field) {
    const auto found = json.find(mark);
    if (found == json.end()) return false;
    if (!found->is_boolean())
        invalid(base::concat("field ", field, ": ", mark, " must be true or false"));
    return found->get<bool>();
}

std::size_t metadataLimit(DatasetType type) {
    switch (type) {
        case DatasetType::Interactions: return 5;
        case DatasetType::Items: return 100;
        case DatasetType::Users: return 25;
        case DatasetType::Actions: return 10;
        case DatasetType::ActionInteractions: return 5;
    }
    return 0;
}

void checkFieldName(const Field& field) {
    constexpr std::size_t kMostCharacters = 150;
    const auto isLetter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    };
    const bool sound = !field.name.empty() && isLetter(field.name[0]) &&
                       std::all_of(field.name.begin(), field.name.end(),
                                   [&](char c) { return isLetter(c) || (c >= '0' && c <= '9'); });
    if (!sound)
        invalid(base::concat("field '", field.name,
                             "': a name begins with a letter or underscore and goes on with "
                             "letters, digits and underscores"));
    if (field.name.size() > kMostCharacters)
        invalid(base::concat("field ", field.name.substr(0, 40),
                             "...: a name has at most 150 "
                             "characters"));
}

void checkPrescribed(const Field& field, const Prescribed& rule) {
    // int where long is prescribed loses nothing, nor does double where float is.
    const bool sameKind = field.type == rule.type || (rule.type == Long && field.type == Int) ||
                          (rule.type == Float && field.isNumber());
    if (!sameKind)
        invalid(base::concat("field ", field.name, ": the type must be ", typeText(rule.type),
                             ", not ", typeText(field.type)));
    if (field.nullable && !rule.mayBeNull && rule.required)
        invalid(base::concat("field ", field.name, ": must not be nullable"));
    if (rule.categorical && !field.categorical)
        invalid(base::concat("field ", field.name, ": needs \"categorical\": true"));
    if (!rule.categorical && field.categorical)
        invalid(base::concat("field ", field.name, ": must not be categorical"));
    if (rule.textual && !field.textual)
        invalid(base::concat("field ", field.name, ": needs \"textual\": true"));
    if (!rule.textual && field.textual)
        invalid(base::concat("field ", field.name, ": must not be textual"));
}

}  // namespace

std::string_view typeName(DatasetType type) {
    for (const auto& [each, name] : kDatasetTypes)
        if (each == type) return name;
    return {};
}

std::optional<DatasetType> typeFromName(std::string_view name) {
    for (const auto& [type, each] : kDatasetTypes)
        if (base::equalsIgnoringCase(each, name)) return type;
    return std::nullopt;
}

std::string comparableName(std::string_view name) {
    std::string letters = base::toUpper(name);
    std::erase_if(letters,
                  [](char c) { return !((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')); });
    return letters;
}

const Field* Schema::find(std::string_view name) const {
    const auto index = indexOf(name);
    return index ? &fields[*index] : nullptr;
}

std::optional<std::size_t> Schema::indexOf(std::string_view name) const {
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (base::equalsIgnoringCase(fields[i].name, name)) return i;
    return std::nullopt;
}

Schema parseSchema(std::string_view text) {
    Json json;
    try {
        json = Json::parse(text);
    } catch (const Json::parse_error& error) {
        const auto end = std::min(text.size(), error.byte > 0 ? error.byte - 1 : 0);
        const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<long>(end), '\n');
        invalid(base::concat("the schema is not valid JSON: look at line ", line));
    }
    if (!json.is_object() || json.value("type", Json()) != "record")
        invalid(
            "the schema must be an Avro record: {\"type\": \"record\", \"name\": ..., "
            "\"fields\": [...]}");
    if (!json.contains("name") || !json["name"].is_string())
        invalid("the schema has no name: use Interactions, Items or Users");
    if (!json.contains("fields") || !json["fields"].is_array() || json["fields"].empty())
        invalid("the schema has no fields: list them under \"fields\"");
    Schema schema;
    schema.recordName = json["name"].get<std::string>();
    for (const auto& entry : json["fields"]) {
        if (!entry.is_object() || !entry.contains("name") || !entry["name"].is_string())
            invalid(base::concat("field ", schema.fields.size() + 1,
                                 ": has no name; write {\"name\": \"...\", \"type\": \"...\"}"));
        Field field;
        field.name = entry["name"].get<std::string>();
        if (!entry.contains("type")) invalid(base::concat("field ", field.name, ": has no type"));
        readType(entry["type"], field);
        field.categorical = readMark(entry, "categorical", field.name);
        field.textual = readMark(entry, "textual", field.name);
        field.itemName = readMark(entry, "itemName", field.name);
        schema.fields.push_back(std::move(field));
    }
    return schema;
}

std::string printSchema(const Schema& schema) {
    Json fields = Json::array();
    for (const auto& field : schema.fields) {
        Json entry{{"name", field.name}};
        if (field.nullable)
            entry["type"] = {"null", typeText(field.type)};
        else
            entry["type"] = typeText(field.type);
        if (field.categorical) entry["categorical"] = true;
        if (field.textual) entry["textual"] = true;
        if (field.itemName) entry["itemName"] = true;
        fields.push_back(std::move(entry));
    }
    const Json json{{"type", "record"},
                    {"name", schema.recordName},
                    {"namespace", "com.amazonaws.personalize.schema"},
                    {"fields", fields},
                    {"version", "1.0"}};
    return json.dump(2);
}

DatasetType typeOf(const Schema& schema) {
    for (const auto& [type, name] : kRecordNames)
        if (base::equalsIgnoringCase(name, schema.recordName)) return type;
    if (base::equalsIgnoringCase(schema.recordName, "Action_Interactions"))
        return DatasetType::ActionInteractions;
    invalid(base::concat("the schema's name '", schema.recordName,
                         "' is not a dataset type: use Interactions, Items or Users"));
}

void validateSchema(const Schema& schema, Domain domain) {
    const auto type = typeOf(schema);
    std::size_t metadata = 0, textual = 0, titles = 0;
    for (std::size_t i = 0; i < schema.fields.size(); ++i) {
        const auto& field = schema.fields[i];
        checkFieldName(field);
        for (std::size_t j = 0; j < i; ++j)
            if (comparableName(schema.fields[j].name) == comparableName(field.name))
                invalid(base::concat("field ", field.name, ": clashes with ", schema.fields[j].name,
                                     ", because names must differ in more than case and "
                                     "underscores"));
        if ((field.categorical || field.textual || field.itemName) && !field.isText())
            invalid(base::concat("field ", field.name,
                                 ": only string fields can be categorical, textual or itemName"));
        if (field.categorical && field.textual)
            invalid(
                base::concat("field ", field.name, ": cannot be categorical and textual at once"));
        if (field.textual && type != DatasetType::Items)
            invalid(base::concat("field ", field.name, ": only Items can have a textual field"));
        if (field.itemName && type != DatasetType::Items)
            invalid(base::concat("field ", field.name, ": only Items can have an itemName"));
        textual += field.textual;
        titles += field.itemName;
        if (const auto* rule = prescribedField(type, domain, field.name))
            checkPrescribed(field, *rule);
        else
            ++metadata;
    }
    for (const auto& rule : prescribed(type, domain))
        if (rule.required && !schema.find(rule.name) &&
            (rule.orElse.empty() || !schema.find(rule.orElse)))
            invalid(base::concat("the field ", rule.name, " is missing: ", schema.recordName,
                                 " needs it"));
    if (textual > 1) invalid("more than one field is textual: Items can have one");
    if (titles > 1) invalid("more than one field is marked itemName: Items can have one");
    const bool needsMetadata =
        type == DatasetType::Items || type == DatasetType::Users || type == DatasetType::Actions;
    if (needsMetadata && schema.fields.size() < 2)
        invalid(base::concat(schema.recordName, " needs at least one field besides the id"));
    // Nothing else of a user reaches a model.
    if (type == DatasetType::Users &&
        std::none_of(schema.fields.begin(), schema.fields.end(),
                     [](const Field& field) { return field.categorical || field.isNumber(); }))
        invalid(
            "Users needs at least one field that is categorical or a number: mark a field "
            "\"categorical\": true");
    if (metadata > metadataLimit(type))
        invalid(base::concat(schema.recordName, " can have at most ", metadataLimit(type),
                             " metadata fields, these are ", metadata));
}

bool isReserved(DatasetType type, Domain domain, std::string_view field) {
    return prescribedField(type, domain, field) != nullptr;
}

std::optional<Field> reservedField(DatasetType type, Domain domain, std::string_view name) {
    const auto* rule = prescribedField(type, domain, name);
    if (!rule) return std::nullopt;
    return Field{std::string(rule->name), rule->type,    !rule->required && rule->mayBeNull,
                 rule->categorical,       rule->textual, false};
}

Schema starterSchema(DatasetType type, Domain domain) {
    Schema schema;
    for (const auto& [each, name] : kRecordNames)
        if (each == type) schema.recordName = name;
    for (const auto& rule : prescribed(type, domain))
        if (rule.required)
            schema.fields.push_back(
                {std::string(rule.name), rule.type, false, rule.categorical, rule.textual, false});
    const auto add = [&](const char* name, FieldType fieldType, bool categorical, bool nullable) {
        schema.fields.push_back({name, fieldType, nullable, categorical, false, false});
    };
    if (type == DatasetType::Items && domain == Domain::None) {
        add("GENRES", String, true, true);
        add("TITLE", String, false, true);
        add("CREATION_TIMESTAMP", Long, false, false);
    }
    if (type == DatasetType::Users)
        add(domain == Domain::Ecommerce       ? "MEMBERSHIP_STATUS"
            : domain == Domain::VideoOnDemand ? "SUBSCRIPTION_MODEL"
                                              : "AGE_GROUP",
            String, true, true);
    if (type == DatasetType::Actions) add("VALUE", Long, false, true);
    return schema;
}

}  // namespace foretaste::schema
