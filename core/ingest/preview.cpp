// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/ingest/columns.h"
#include "core/ingest/import.h"
#include "core/ingest/row_check.h"

namespace foretaste::ingest {
namespace {

namespace fs = std::filesystem;
using schema::DatasetType;
using schema::Field;
using schema::FieldType;

/// A schema's field that the file calls something else, where the guess is good.
std::string_view likelyColumn(std::string_view field, const std::vector<std::string>& header) {
    static const std::map<std::string_view, std::vector<std::string_view>> kOtherNames{
        {"USER_ID", {"userid", "user", "customerid", "customer", "visitorid", "visitor"}},
        {"ITEM_ID", {"itemid", "item", "movieid", "productid", "product", "sku", "articleid"}},
        {"TIMESTAMP", {"timestamp", "time", "ts", "date", "datetime", "unixtime"}},
        {"EVENT_TYPE", {"eventtype", "event", "type", "action"}},
        {"EVENT_VALUE", {"eventvalue", "value", "rating", "score", "price"}}};
    const auto others = kOtherNames.find(field);
    if (others == kOtherNames.end()) return {};
    for (const auto name : others->second)
        for (const auto& column : header) {
            auto plain = base::toLower(column);
            std::erase_if(plain, [](char c) { return c == '_' || c == '-' || c == ' '; });
            if (plain == name) return column;
        }
    return {};
}

}  // namespace

Preview previewCsv(const fs::path& source, const schema::Schema& schema, std::size_t rows) {
    const auto files = filesOf(source);
    Preview preview;
    for (const auto& file : files) preview.fileBytes += static_cast<std::int64_t>(fs::file_size(file));
    const auto& file = files.front();
    CsvReader reader(file);
    preview.header = readHeader(reader, file);
    const auto map = mapColumns(preview.header, schema);
    preview.missingColumns = map.missing;
    preview.extraColumns = map.extra;
    if (const auto fault = headerFault(file, preview.header, map, schema); !fault.empty())
        preview.hints.push_back(fault);
    for (const auto& field : map.missing)
        if (const auto column = likelyColumn(field, map.extra); !column.empty())
            preview.hints.push_back(base::concat("The column ", column, " looks like ", field,
                                                 ": rename it in the file's first line"));

    const RowChecker checker(schema);
    std::vector<std::string_view> record, cells(schema.fields.size());
    std::vector<std::optional<std::string_view>> row;
    std::set<std::string> hinted;
    while (preview.rows.size() < rows && reader.next(record)) {
        preview.rows.emplace_back(record.begin(), record.end());
        RowIssue issue{base::pathText(file.filename()), reader.line(), {}, {}, {}};
        for (std::size_t i = 0; i < cells.size(); ++i)
            cells[i] = map.columnOf[i] < record.size() ? record[map.columnOf[i]]
                                                       : std::string_view{};
        if (record.size() != preview.header.size()) {
            issue.reason = base::concat("the row has ", record.size(), " cells, the header ",
                                        preview.header.size());
            preview.issues.push_back(std::move(issue));
        } else if (const auto fault = checker.check(cells, row)) {
            const auto& field = schema.fields[fault->field];
            if (map.columnOf[fault->field] == ColumnMap::kMissing) continue;  // told already
            issue.column = preview.header[map.columnOf[fault->field]];
            issue.value = std::string(cells[fault->field].substr(0, 120));
            issue.reason = fault->reason;
            if (hinted.insert(field.name + fault->reason).second)
                preview.hints.push_back(base::concat("Line ", issue.line, ": ", issue.column, " '",
                                                     issue.value, "' ", fault->reason));
            preview.issues.push_back(std::move(issue));
        }
    }
    if (preview.rows.empty())
        preview.hints.push_back(base::concat(base::pathText(file.filename()),
                                             " has a header but no rows"));
    return preview;
}

namespace {

constexpr std::size_t kRowsLookedAt = 10000;
constexpr double kShareThatDecides = 0.99;

struct ColumnFacts {
    std::string name;
    std::size_t filled = 0, empty = 0, whole = 0, number = 0, boolean = 0, characters = 0,
                longest = 0, withPipe = 0;
    std::set<std::string> values = {};  ///< categories, at most kMostCategories + 1 of them

    static constexpr std::size_t kMostCategories = 1000;

    void take(std::string_view cell) {
        const auto text = base::trimmed(cell);
        if (text.empty()) {
            ++empty;
            return;
        }
        ++filled;
        std::int64_t integer = 0;
        double real = 0;
        whole += base::parseNumber(text, integer);
        number += base::parseNumber(text, real);
        boolean += base::equalsIgnoringCase(text, "true") || base::equalsIgnoringCase(text, "false");
        const auto count = characterCount(text);
        characters += count;
        longest = std::max(longest, count);
        withPipe += text.find('|') != std::string_view::npos;
        for (const auto& part : base::split(text, '|'))
            if (values.size() <= kMostCategories) values.insert(part);
    }
    bool mostly(std::size_t count) const {
        return filled > 0 &&
               static_cast<double>(count) >= kShareThatDecides * static_cast<double>(filled);
    }
};

Field guess(const ColumnFacts& facts, DatasetType type) {
    Field field;
    field.name = base::toUpper(facts.name);
    for (char& c : field.name)
        if (!((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))) c = '_';
    if (field.name.empty() || (field.name[0] >= '0' && field.name[0] <= '9'))
        field.name.insert(0, "_");
    field.nullable = facts.empty > 0;
    if (facts.mostly(facts.boolean)) {
        field.type = FieldType::Boolean;
    } else if (facts.mostly(facts.whole)) {
        field.type = FieldType::Long;
    } else if (facts.mostly(facts.number)) {
        field.type = FieldType::Float;
    } else if (facts.filled > 0) {
        const double mean =
            static_cast<double>(facts.characters) / static_cast<double>(facts.filled);
        // Categories repeat: long texts and texts that hardly ever come again are none.
        constexpr double kLongText = 60, kRepeats = 0.5;
        const bool repeats = static_cast<double>(facts.values.size()) <
                             kRepeats * static_cast<double>(facts.filled);
        constexpr std::size_t kLongestCategory = 1000;
        if (mean >= kLongText && type == DatasetType::Items)
            field.textual = true;
        else if ((repeats || facts.withPipe * 4 > facts.filled) &&
                 facts.values.size() <= ColumnFacts::kMostCategories &&
                 facts.longest <= kLongestCategory)
            field.categorical = true;
    } else {
        field.nullable = true;
    }
    return field;
}

}  // namespace

schema::Schema inferSchema(const fs::path& source, DatasetType type) {
    const auto files = filesOf(source);
    CsvReader reader(files.front());
    std::vector<ColumnFacts> columns;
    for (auto& name : readHeader(reader, files.front())) columns.push_back({.name = name});
    std::vector<std::string_view> record;
    std::size_t rows = 0;
    for (; rows < kRowsLookedAt && reader.next(record); ++rows)
        for (std::size_t i = 0; i < columns.size() && i < record.size(); ++i)
            columns[i].take(record[i]);
    if (rows == 0)
        throw base::ServiceError(base::ErrorCode::InvalidInput,
                                 base::concat(base::pathText(files.front().filename()),
                                              " has a header but no rows to look at"));

    const auto starter = schema::starterSchema(type, schema::Domain::None);
    schema::Schema schema;
    schema.recordName = starter.recordName;
    bool textual = false;
    for (const auto& facts : columns) {
        Field field = guess(facts, type);
        if (const auto* required = starter.find(field.name);
            required && schema::isReserved(type, schema::Domain::None, field.name) &&
            !required->nullable) {
            const bool optional = base::equalsIgnoringCase(field.name, "CREATION_TIMESTAMP");
            const bool hasNulls = field.nullable;
            field = *required;
            field.nullable = optional && hasNulls;
        } else if (schema::isReserved(type, schema::Domain::None, field.name)) {
            // EVENT_TYPE, IMPRESSION and the like are texts; EVENT_VALUE is a float.
            const bool value = field.name == "EVENT_VALUE";
            field.type = value ? FieldType::Float : FieldType::String;
            field.categorical = field.textual = false;
        }
        if (field.textual && std::exchange(textual, true)) field.textual = false;
        schema.fields.push_back(std::move(field));
    }
    return schema;
}

}  // namespace foretaste::ingest
