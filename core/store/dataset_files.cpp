// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/dataset_files.h"

#include <algorithm>
#include <cmath>

#include "core/base/text.h"
#include "core/store/generation_file.h"
#include "core/store/interner.h"
#include "core/store/row_text.h"

namespace foretaste::store {

void readInteractions(const std::filesystem::path& path, InteractionTable& into) {
    GenerationFile file(path);
    const auto numbersIn = [&](const char* table, std::vector<std::string>& texts) {
        Interner interner(texts);
        std::vector<std::int32_t> numbers;
        for (const auto& name : file.names(table)) numbers.push_back(interner.number(name));
        return numbers;
    };
    const auto users = numbersIn("user", into.users);
    const auto items = numbersIn("item", into.items);
    std::vector<std::int16_t> types;
    for (const auto number : numbersIn("event_type", into.eventTypes))
        types.push_back(eventTypeNumber(number));

    // Columns that only one of several sources has are filled with nulls for the others.
    const auto before = into.rows(), rows = before + static_cast<std::size_t>(file.number("rows"));
    const bool hasType = file.has("EVENT_TYPE"), hasValue = file.has("EVENT_VALUE");
    const bool keepType = hasType || !into.eventType.empty();
    const bool keepValue = hasValue || !into.eventValue.empty();
    into.user.resize(rows);
    into.item.resize(rows);
    into.timestamp.resize(rows);
    if (keepType) into.eventType.resize(before, -1), into.eventType.resize(rows, -1);
    if (keepValue) into.eventValue.resize(before, kNoValue), into.eventValue.resize(rows, kNoValue);

    auto statement = file.database.prepare(
        base::concat("SELECT \"user\", \"item\", ", file.columnOf("TIMESTAMP"), ", ",
                     file.columnOf("EVENT_TYPE"), ", ", file.columnOf("EVENT_VALUE"),
                     " FROM row ORDER BY rowid"));
    for (std::size_t row = before; row < rows && statement.step(); ++row) {
        into.user[row] = users[static_cast<std::size_t>(statement.integer(0))];
        into.item[row] = items[static_cast<std::size_t>(statement.integer(1))];
        into.timestamp[row] = statement.integer(2);
        if (hasType && !statement.isNull(3))
            into.eventType[row] = types[static_cast<std::size_t>(statement.integer(3))];
        if (hasValue && !statement.isNull(4))
            into.eventValue[row] = static_cast<float>(statement.number(4));
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
    const auto time = file.columnOf("TIMESTAMP"), type = file.columnOf("EVENT_TYPE");
    auto statement = file.database.prepare(
        base::concat("SELECT item.name, (SELECT name FROM event_type WHERE id = ", type, "), ",
                     file.columnOf("EVENT_VALUE"), ", ", time,
                     " FROM row JOIN item ON item.id = row.\"item\""
                     " WHERE \"user\" = (SELECT id FROM user WHERE name = ?1) ORDER BY ",
                     time, " DESC, row.rowid DESC LIMIT ?2"));
    statement.bind(1, userId).bind(2, static_cast<std::int64_t>(limit));
    std::vector<HistoryEvent> history;
    while (statement.step())
        history.push_back({std::string(statement.text(0)), std::string(statement.text(1)),
                           statement.isNull(2) ? kNoValue : static_cast<float>(statement.number(2)),
                           statement.integer(3)});
    std::reverse(history.begin(), history.end());
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
    // Events keep the row numbers 1, 2, ...; records that were replaced leave gaps.
    RowText page(file, holdsEvents(file.type) ? "WHERE rowid > ?1 ORDER BY rowid LIMIT ?2"
                                              : "ORDER BY rowid LIMIT ?2 OFFSET ?1");
    page.statement.bind(1, offset).bind(2, count);
    std::vector<std::vector<std::optional<std::string>>> rows;
    while (page.statement.step()) rows.push_back(page.cells());
    return rows;
}

}  // namespace foretaste::store
