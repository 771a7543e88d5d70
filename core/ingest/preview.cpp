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
#include "core/ingest/suggested_fixes.h"
#include "core/ingest/survivors.h"
#include "core/schema/prescribed.h"

namespace foretaste::ingest {
namespace {

namespace fs = std::filesystem;
using schema::DatasetType;
using schema::Field;
using schema::FieldType;

constexpr std::size_t kRowsLookedAt = 10000, kIssuesShown = 100;

/// A fault that rows have in common.
struct CommonFault {
    RowIssue first;
    std::int64_t rows = 0;
};

std::string hintOf(const CommonFault& fault, std::int64_t rowsRead) {
    const auto& issue = fault.first;
    auto hint = base::concat("Line ", issue.line, ": ");
    if (!issue.column.empty()) hint += base::concat(issue.column, " '", issue.value, "' ");
    hint += issue.reason;
    if (fault.rows > 1)
        hint += base::concat(" (", base::grouped(fault.rows), " of the first ",
                             base::grouped(rowsRead), " rows)");
    return hint;
}

}  // namespace

Preview previewCsv(const fs::path& source, const schema::Schema& schema, std::size_t rows,
                   const Transforms& transforms) {
    const auto files = filesOf(source);
    Preview preview;
    for (const auto& each : files) preview.fileBytes += sizeOf(each);
    const auto& file = files.front();
    const auto name = base::pathText(file.filename());
    CsvReader reader(file);
    preview.header = readHeader(reader, file);
    const auto map = mapColumns(preview.header, schema, transforms);
    preview.columnOf = map.columnOf;
    preview.missingColumns = map.missing;
    preview.extraColumns = map.extra;
    preview.fault = headerFault(file, preview.header, map, schema);
    if (!preview.fault.empty()) preview.hints.push_back(preview.fault);
    for (const auto& field : map.missing)
        if (const auto column = likelyColumn(field, map);
            !column.empty() && schema.find(field)->nullable)
            preview.hints.push_back(base::concat("The column ", column, " looks like ", field,
                                                 ": rename it in the file's first line"));

    std::vector<CommonFault> faults;
    const auto note = [&](RowIssue issue) {
        auto alike = std::find_if(faults.begin(), faults.end(), [&](const CommonFault& each) {
            return each.first.column == issue.column && each.first.reason == issue.reason;
        });
        if (alike == faults.end()) alike = faults.insert(alike, {issue});
        ++alike->rows;
        if (preview.issues.size() < kIssuesShown) preview.issues.push_back(std::move(issue));
    };
    FixFinder finder(schema, preview.header, map, transforms);
    SurvivorCounter counter(schema, map, transforms);
    std::vector<std::string_view> record, cells;
    std::size_t read = 0;
    for (; read < std::max(rows, kRowsLookedAt) && reader.next(record); ++read) {
        if (read < rows) preview.rows.emplace_back(record.begin(), record.end());
        if (auto fault = recordFault(reader, record, preview.header.size()); !fault.empty()) {
            counter.reject();
            note({name, reader.line(), {}, shortened(reader.raw()), std::move(fault)});
            continue;
        }
        pickCells(record, map, cells);
        finder.take(record, cells);
        const auto fault = counter.take(cells);
        if (!fault || map.columnOf[fault->field] == ColumnMap::kMissing) continue;  // told already
        note({name, reader.line(), preview.header[map.columnOf[fault->field]],
              shortened(cells[fault->field]), fault->reason});
    }
    preview.fixes = finder.fixes();
    preview.survivors = counter.survivors();
    preview.survivors.whole = files.size() == 1 && !reader.next(record);
    for (const auto& fault : faults)
        preview.hints.push_back(hintOf(fault, static_cast<std::int64_t>(read)));
    if (read == 0) {
        preview.fault = base::concat(name, " has a header but no rows");
        preview.hints.push_back(preview.fault);
    }
    return preview;
}

namespace {

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
        boolean +=
            base::equalsIgnoringCase(text, "true") || base::equalsIgnoringCase(text, "false");
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

std::string fieldName(std::string_view column) {
    auto name = base::toUpper(column);
    for (char& c : name)
        if (!((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))) c = '_';
    if (name[0] >= '0' && name[0] <= '9') name.insert(0, "_");
    return name;
}

Field guess(const ColumnFacts& facts, DatasetType type) {
    Field field;
    field.name = fieldName(facts.name);
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
        const bool repeats =
            static_cast<double>(facts.values.size()) < kRepeats * static_cast<double>(facts.filled);
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
        if (recordFault(reader, record, columns.size()).empty())
            for (std::size_t i = 0; i < columns.size(); ++i) columns[i].take(record[i]);
    if (rows == 0)
        throw base::ServiceError(base::ErrorCode::InvalidInput,
                                 base::concat(base::pathText(files.front().filename()),
                                              " has a header but no rows to look at"));

    const auto starter = schema::starterSchema(type, schema::Domain::None);
    std::vector<std::string> header;
    for (const auto& facts : columns) header.push_back(facts.name);
    const auto map = mapColumns(header, starter);
    std::map<std::string, std::string> likely;  // by column: what the service calls it
    for (const auto& name : map.missing)
        if (const auto column = likelyColumn(name, map); !column.empty()) likely[column] = name;

    schema::Schema schema;
    schema.recordName = starter.recordName;
    bool textual = false;
    for (const auto& facts : columns) {
        const auto other = likely.find(facts.name);
        const auto comparable =
            schema::comparableName(other == likely.end() ? facts.name : other->second);
        if (comparable.empty()) continue;  // the row numbers that data frames write have no name
        auto field = guess(facts, type);
        // userId is USER_ID, as it is to an import, and movieId is ITEM_ID where there is no other.
        for (const auto& rule : schema::prescribed(type, schema::Domain::None))
            if (schema::comparableName(rule.name) == comparable)
                field = *schema::reservedField(type, schema::Domain::None, rule.name);
        if (field.textual && std::exchange(textual, true)) field.textual = false;
        schema.fields.push_back(std::move(field));
    }
    return schema;
}

}  // namespace foretaste::ingest
