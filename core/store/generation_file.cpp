// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/generation_file.h"

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"

namespace foretaste::store {

using schema::DatasetType;

bool holdsEvents(DatasetType type) {
    return type == DatasetType::Interactions || type == DatasetType::ActionInteractions;
}

std::string_view idField(DatasetType type) {
    switch (type) {
        case DatasetType::Interactions:
        case DatasetType::Items: return "ITEM_ID";
        case DatasetType::Users: return "USER_ID";
        case DatasetType::Actions:
        case DatasetType::ActionInteractions: return "ACTION_ID";
    }
    return {};
}

Role roleOf(const schema::Field& field, DatasetType type) {
    using schema::FieldType;
    if (holdsEvents(type)) {
        if (base::equalsIgnoringCase(field.name, "USER_ID")) return Role::User;
        if (base::equalsIgnoringCase(field.name, idField(type))) return Role::Item;
        if (base::equalsIgnoringCase(field.name, "EVENT_TYPE")) return Role::EventType;
    }
    if (field.type == FieldType::Long || field.type == FieldType::Int) return Role::Whole;
    return field.isNumber() ? Role::Real : Role::Text;
}

std::string columnName(const schema::Field& field, Role role) {
    switch (role) {
        case Role::User: return "\"user\"";
        case Role::Item: return "\"item\"";
        case Role::EventType: return "\"event_type\"";
        default: break;
    }
    // Apart from the three above whatever the field is called.
    return base::concat("\"c_", field.name, '"');
}

GenerationFile::GenerationFile(const std::filesystem::path& path, Accept accept)
    : database(path, Database::Mode::ReadOnly) {
    auto form = database.prepare("PRAGMA user_version");
    form.step();
    form_ = form.integer(0);
    const auto refuse = [&](std::string_view why) {
        throw base::IoError(base::concat(base::pathText(path), why));
    };
    if (form_ > kFormOfEvents)
        refuse(
            " was written by a newer version of Foretaste: open the workspace with that version");
    if (form_ < kFormOfRecords) refuse(" does not hold a finished import: import the data again");
    schema = schema::parseSchema(meta("schema"));
    type = schema::typeOf(schema);
    if (accept == Accept::Present && holdsEvents(type) && form_ != kFormOfEvents)
        refuse(
            " was written by an older version of Foretaste: close the workspace and open it again");
}

std::string GenerationFile::meta(std::string_view key) {
    auto statement = database.prepare("SELECT value FROM meta WHERE key = ?");
    statement.bind(1, key);
    return statement.step() ? std::string(statement.text(0)) : std::string{};
}

std::int64_t GenerationFile::number(std::string_view key) {
    std::int64_t value = 0;
    base::parseNumber(meta(key), value);
    return value;
}

std::string GenerationFile::columnOf(std::string_view field) const {
    const auto* found = schema.find(field);
    return found ? columnName(*found, roleOf(*found, type)) : "NULL";
}

std::vector<std::string> GenerationFile::names(const char* table) {
    std::vector<std::string> texts;
    auto statement = database.prepare(
        base::concat("SELECT name FROM ", std::string_view(table), " ORDER BY id"));
    while (statement.step()) texts.emplace_back(statement.text(0));
    return texts;
}

}  // namespace foretaste::store
