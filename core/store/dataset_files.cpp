// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/dataset_files.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/text.h"
#include "core/store/event_blocks.h"
#include "core/store/generation_file.h"
#include "core/store/interner.h"
#include "core/store/row_text.h"

namespace foretaste::store {
namespace {

/// A number whatever its type is in the schema.
double numberOf(const ColumnCells& cells, std::size_t row) {
    return cells.kind() == ColumnKind::Real ? cells.real(row)
                                            : static_cast<double>(cells.whole(row));
}

}  // namespace

void readInteractions(const std::filesystem::path& path, InteractionTable& into) {
    GenerationFile file(path);
    const auto numbersOf = [&](const char* table, std::vector<std::string>& texts) {
        Interner interner(texts);
        std::vector<std::int32_t> numbers;
        for (const auto& name : file.names(table)) numbers.push_back(interner.number(name));
        return numbers;
    };
    const auto users = numbersOf("user", into.users);
    const auto items = numbersOf("item", into.items);
    std::vector<std::int16_t> types;
    for (const auto number : numbersOf("event_type", into.eventTypes))
        types.push_back(eventTypeNumber(number));

    // Columns that only one of several sources has are filled with nulls for the others.
    const auto before = into.rows(), rows = before + static_cast<std::size_t>(file.number("rows"));
    const auto type = file.schema.indexOf("EVENT_TYPE"), value = file.schema.indexOf("EVENT_VALUE");
    const bool keepType = type || !into.eventType.empty();
    const bool keepValue = value || !into.eventValue.empty();
    into.user.resize(rows);
    into.item.resize(rows);
    into.timestamp.resize(rows);
    if (keepType) into.eventType.resize(before, -1), into.eventType.resize(rows, -1);
    if (keepValue) into.eventValue.resize(before, kNoValue), into.eventValue.resize(rows, kNoValue);

    EventBlocks blocks(file);
    std::vector<std::int64_t> wholes(kBlockRows);
    const auto user = file.schema.indexOf("USER_ID").value(),
               item = file.schema.indexOf(idField(file.type)).value(),
               time = file.schema.indexOf("TIMESTAMP").value();
    const auto renumber = [&](std::size_t block, std::size_t field,
                              const std::vector<std::int32_t>& numbers, std::int32_t* to) {
        const auto cells = blocks.column(block, field);
        cells.wholes(wholes.data());
        for (std::size_t row = 0; row < cells.rows(); ++row)
            to[row] = entryAt(numbers, wholes[row]);
    };
    for (std::size_t block = 0, first = before; first < rows; ++block, first += kBlockRows) {
        renumber(block, user, users, into.user.data() + first);
        renumber(block, item, items, into.item.data() + first);
        blocks.column(block, time).wholes(into.timestamp.data() + first);
        if (type) {
            const auto cells = blocks.column(block, *type);
            for (std::size_t row = 0; row < cells.rows(); ++row)
                if (!cells.isNull(row))
                    into.eventType[first + row] = entryAt(types, cells.whole(row));
        }
        if (value) {
            const auto cells = blocks.column(block, *value);
            for (std::size_t row = 0; row < cells.rows(); ++row)
                if (!cells.isNull(row))
                    into.eventValue[first + row] = static_cast<float>(numberOf(cells, row));
        }
    }
}

RecordTable readRecords(const std::filesystem::path& path) {
    GenerationFile file(path);
    RecordTable table;
    const auto& fields = file.schema.fields;
    const auto id = file.schema.indexOf(idField(file.type)).value();
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (i != id) table.columns.push_back({fields[i], {}, {}});
    auto statement = file.database.prepare("SELECT * FROM row ORDER BY rowid");
    while (statement.step()) {
        table.ids.emplace_back(statement.text(static_cast<int>(id)));
        std::size_t column = 0;
        for (std::size_t i = 0; i < fields.size(); ++i) {
            if (i == id) continue;
            auto& into = table.columns[column++];
            const int at = static_cast<int>(i);
            if (into.field.isNumber())
                into.number.push_back(statement.isNull(at) ? std::nan("") : statement.number(at));
            else
                into.text.emplace_back(statement.text(at));
        }
    }
    return table;
}

std::map<std::string, std::string> readRecord(const std::filesystem::path& path,
                                              std::string_view id) {
    GenerationFile file(path);
    auto statement = file.database.prepare(
        base::concat("SELECT * FROM row WHERE ", file.columnOf(idField(file.type)), " = ?"));
    statement.bind(1, id);
    std::map<std::string, std::string> cells;
    if (!statement.step()) return cells;
    const auto& fields = file.schema.fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const int at = static_cast<int>(i);
        if (statement.isNull(at)) continue;
        cells[fields[i].name] = roleOf(fields[i], file.type) == Role::Real
                                    ? base::numberText(statement.number(at))
                                    : std::string(statement.text(at));
    }
    return cells;
}

BulkWriter::Totals readTotals(const std::filesystem::path& path) {
    GenerationFile file(path);
    return {file.number("rows"),  file.number("duplicates"), file.number("users"),
            file.number("items"), file.number("oldest"),     file.number("newest")};
}

std::vector<HistoryEvent> readHistory(const std::filesystem::path& path, std::string_view userId,
                                      std::size_t limit) {
    GenerationFile file(path);
    EventBlocks blocks(file);
    const auto rows = blocks.rowsOfUser(userId, limit);
    const auto cellsOf = [&](std::string_view field) {
        const auto column = file.schema.indexOf(field);
        return column ? blocks.cells(*column, rows) : std::vector<Cell>(rows.size());
    };
    const auto items = cellsOf(idField(file.type)), types = cellsOf("EVENT_TYPE"),
               values = cellsOf("EVENT_VALUE"), times = cellsOf("TIMESTAMP");
    NameReader itemName(file, "item"), typeName(file, "event_type");
    std::vector<HistoryEvent> history;
    for (std::size_t i = 0; i < rows.size(); ++i)
        history.push_back({itemName.name(items[i].whole),
                           types[i].isNull ? std::string{} : typeName.name(types[i].whole),
                           values[i].isNull ? kNoValue : static_cast<float>(values[i].number()),
                           times[i].whole});
    return history;
}

std::vector<std::pair<std::string, std::int64_t>> findUsers(const std::filesystem::path& path,
                                                            std::string_view text,
                                                            std::size_t limit) {
    GenerationFile file(path);
    auto statement = file.database.prepare(
        "SELECT name, events FROM user WHERE ?1 = '' OR instr(lower(name), lower(?1)) > 0"
        " ORDER BY events DESC, id LIMIT ?2");
    statement.bind(1, text).bind(2, static_cast<std::int64_t>(limit));
    std::vector<std::pair<std::string, std::int64_t>> users;
    while (statement.step())
        users.emplace_back(std::string(statement.text(0)), statement.integer(1));
    return users;
}

std::vector<std::vector<std::optional<std::string>>> readRows(const std::filesystem::path& path,
                                                              std::int64_t offset,
                                                              std::int64_t count) {
    GenerationFile file(path);
    if (!file.hasBlocks()) {
        RowText page(file, "ORDER BY rowid LIMIT ?2 OFFSET ?1");
        page.statement.bind(1, offset).bind(2, count);
        std::vector<std::vector<std::optional<std::string>>> rows;
        while (page.statement.step()) rows.push_back(page.cells());
        return rows;
    }
    const auto all = file.number("rows");
    const auto first = std::clamp<std::int64_t>(offset, 0, all);
    std::vector<std::size_t> numbers(
        static_cast<std::size_t>(std::clamp<std::int64_t>(count, 0, all - first)));
    std::iota(numbers.begin(), numbers.end(), static_cast<std::size_t>(first));
    return eventTexts(file, numbers);
}

}  // namespace foretaste::store
