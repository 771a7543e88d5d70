// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/dataset_files.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/random.h"
#include "core/base/text.h"
#include "core/store/database.h"

// A generation file:
//   meta(key, value)            the schema and the totals
//   Interactions
//     user(id, name, events)    ids are numbers in the order in which they first occur
//     item(id, name), event_type(id, name)
//     row(...)                  one column a field: numbers for user, item and event type
//   Items, Users
//     row(...)                  one column a field; the id is unique

namespace foretaste::store {
namespace {

using schema::DatasetType;
using schema::Field;
using schema::FieldType;
using schema::Schema;

enum class Role { User, Item, EventType, Text, Whole, Real };

Role roleOf(const Field& field, bool interactions) {
    if (interactions && base::equalsIgnoringCase(field.name, "USER_ID")) return Role::User;
    if (interactions && base::equalsIgnoringCase(field.name, "ITEM_ID")) return Role::Item;
    if (interactions && base::equalsIgnoringCase(field.name, "EVENT_TYPE")) return Role::EventType;
    if (field.type == FieldType::Long || field.type == FieldType::Int) return Role::Whole;
    return field.isNumber() ? Role::Real : Role::Text;
}

std::string sqlName(std::string_view name) { return base::concat('"', name, '"'); }

std::string_view idField(DatasetType type) {
    return type == DatasetType::Users     ? "USER_ID"
           : type == DatasetType::Actions ? "ACTION_ID"
                                          : "ITEM_ID";
}

/// Numbers texts in the order in which they first come.
class Dictionary {
public:
    std::int32_t number(std::string_view text) {
        const auto [entry, isNew] =
            numbers_.try_emplace(std::string(text), static_cast<std::int32_t>(numbers_.size()));
        if (isNew) order_.push_back(&entry->first);
        return entry->second;
    }
    const std::vector<const std::string*>& order() const { return order_; }

private:
    std::unordered_map<std::string, std::int32_t> numbers_;
    std::vector<const std::string*> order_;
};

/// A set of 64-bit keys in one array: 5 million keys take 128 MB where std::unordered_set takes 300.
class KeySet {
public:
    bool insert(std::uint64_t key) {
        if (2 * (count_ + 1) > slots_.size()) grow();
        if (!place(key)) return false;
        ++count_;
        return true;
    }

private:
    bool place(std::uint64_t key) {
        key += key == 0;  // 0 marks a free slot
        const std::size_t mask = slots_.size() - 1;
        for (std::size_t at = key & mask;; at = (at + 1) & mask) {
            if (slots_[at] == key) return false;
            if (slots_[at] == 0) {
                slots_[at] = key;
                return true;
            }
        }
    }
    void grow() {
        std::vector<std::uint64_t> old(std::max<std::size_t>(1024, slots_.size() * 2));
        old.swap(slots_);
        for (const auto key : old)
            if (key != 0) place(key);
    }
    std::vector<std::uint64_t> slots_;
    std::size_t count_ = 0;
};

struct File {
    explicit File(const std::filesystem::path& path)
        : database(path, Database::Mode::ReadOnly),
          schema(schema::parseSchema(meta("schema"))),
          interactions(schema::typeOf(schema) == DatasetType::Interactions) {}

    std::string meta(std::string_view key) {
        auto statement = database.prepare("SELECT value FROM meta WHERE key = ?");
        statement.bind(1, key);
        return statement.step() ? std::string(statement.text(0)) : std::string{};
    }
    std::int64_t number(std::string_view key) {
        std::int64_t value = 0;
        base::parseNumber(meta(key), value);
        return value;
    }
    /// "row" columns in schema order, ids as the texts that they stand for.
    std::string textQuery() const {
        std::string columns, joins;
        for (const auto& field : schema.fields) {
            if (!columns.empty()) columns += ", ";
            switch (roleOf(field, interactions)) {
                case Role::User:
                    columns += "user.name";
                    joins += " JOIN user ON user.id = row.user";
                    break;
                case Role::Item:
                    columns += "item.name";
                    joins += " JOIN item ON item.id = row.item";
                    break;
                case Role::EventType:
                    columns += "event_type.name";
                    joins += " LEFT JOIN event_type ON event_type.id = row.event_type";
                    break;
                default: columns += base::concat("row.", sqlName(field.name));
            }
        }
        return base::concat("SELECT ", columns, " FROM row", joins);
    }

    Database database;
    Schema schema;
    bool interactions;
};

}  // namespace

const RecordColumn* RecordTable::find(std::string_view name) const {
    for (const auto& column : columns)
        if (base::equalsIgnoringCase(column.field.name, name)) return &column;
    return nullptr;
}

struct BulkWriter::State {
    State(const std::filesystem::path& path, const Schema& theSchema)
        : file(path), schema(theSchema), type(schema::typeOf(schema)) {
        std::error_code ignored;  // a killed import's leftover is in the way
        std::filesystem::remove(file, ignored);
        database = std::make_unique<Database>(file);
        // Nobody sees the file before it is finished, and an unfinished one is deleted.
        database->execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
                          "PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -65536");
        const bool interactions = type == DatasetType::Interactions;
        std::string columns, places;
        for (const auto& field : schema.fields) {
            const auto role = roleOf(field, interactions);
            roles.push_back(role);
            if (!columns.empty()) columns += ", ";
            columns += role == Role::User        ? "user INTEGER"
                       : role == Role::Item      ? "item INTEGER"
                       : role == Role::EventType ? "event_type INTEGER"
                       : role == Role::Whole     ? sqlName(field.name) + " INTEGER"
                       : role == Role::Real      ? sqlName(field.name) + " REAL"
                                                 : sqlName(field.name) + " TEXT";
            if (!interactions && base::equalsIgnoringCase(field.name, idField(type)))
                columns += " UNIQUE";
            places += places.empty() ? "?" : ",?";
        }
        if (interactions) timeColumn = schema.indexOf("TIMESTAMP").value();
        idColumn = schema.indexOf(interactions ? "USER_ID" : idField(type)).value();
        database->execute(base::concat("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT);"
                                       "CREATE TABLE row (",
                                       columns, ')'));
        if (interactions)
            database->execute("CREATE TABLE user (id INTEGER PRIMARY KEY, name TEXT, events INTEGER);"
                              "CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT);"
                              "CREATE TABLE event_type (id INTEGER PRIMARY KEY, name TEXT)");
        database->execute("BEGIN");
        insert.emplace(database->prepare(
            base::concat(interactions ? "INSERT" : "INSERT OR REPLACE", " INTO row VALUES (", places,
                         ')')));
    }

    bool isRepeat(const std::vector<std::optional<std::string_view>>& cells) {
        if (type != DatasetType::Interactions)
            return !ids.insert(std::string(*cells[idColumn])).second;
        // Two different events share a key with a chance of 2^-64 a pair.
        const auto key = base::scramble(
            base::scramble((static_cast<std::uint64_t>(user) << 32) ^
                           static_cast<std::uint64_t>(item)) ^
            static_cast<std::uint64_t>(time) * 0x9e3779b97f4a7c15ULL);
        return !keys.insert(key);
    }

    void bind(int parameter, Role role, std::string_view text) {
        std::int64_t whole = 0;
        double real = 0;
        switch (role) {
            case Role::User: insert->bind(parameter, std::int64_t{user}); break;
            case Role::Item: insert->bind(parameter, std::int64_t{item}); break;
            case Role::EventType:
                insert->bind(parameter, std::int64_t{eventTypes.number(text)});
                break;
            case Role::Whole:
                if (!base::parseNumber(text, whole)) {
                    base::parseNumber(text, real);
                    whole = static_cast<std::int64_t>(real);
                }
                insert->bind(parameter, whole);
                break;
            case Role::Real:
                base::parseNumber(text, real);
                insert->bind(parameter, real);
                break;
            case Role::Text: insert->bind(parameter, text); break;
        }
    }

    void writeDictionary(const char* table, const Dictionary& dictionary,
                         const std::vector<std::int64_t>* counts) {
        auto statement = database->prepare(base::concat("INSERT INTO ", std::string_view(table),
                                                        counts ? " VALUES (?,?,?)" : " VALUES (?,?)"));
        for (std::size_t i = 0; i < dictionary.order().size(); ++i) {
            statement.bind(1, static_cast<std::int64_t>(i)).bind(2, *dictionary.order()[i]);
            if (counts) statement.bind(3, (*counts)[i]);
            statement.run();
        }
    }

    void writeMeta(std::string_view key, std::string_view value) {
        database->prepare("INSERT INTO meta VALUES (?,?)").bind(1, key).bind(2, value).run();
    }

    std::filesystem::path file;
    Schema schema;
    DatasetType type;
    std::unique_ptr<Database> database;
    std::optional<Statement> insert;
    std::vector<Role> roles;
    std::size_t timeColumn = 0, idColumn = 0;
    Dictionary users, items, eventTypes;
    std::vector<std::int64_t> userEvents;
    KeySet keys;
    std::unordered_set<std::string> ids;
    std::int32_t user = 0, item = 0;
    std::int64_t time = 0;
    Totals totals;
    bool finished = false;
};

BulkWriter::BulkWriter(const std::filesystem::path& file, const Schema& schema)
    : state_(std::make_unique<State>(file, schema)) {}

BulkWriter::~BulkWriter() {
    if (state_->finished) return;
    state_->insert.reset();
    state_->database.reset();
    std::error_code ignored;  // what stays is removed when the workspace is opened next
    std::filesystem::remove(state_->file, ignored);
}

void BulkWriter::append(const std::vector<std::optional<std::string_view>>& cells) {
    auto& state = *state_;
    if (state.type == DatasetType::Interactions) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (state.roles[i] == Role::User) state.user = state.users.number(*cells[i]);
            if (state.roles[i] == Role::Item) state.item = state.items.number(*cells[i]);
        }
        base::parseNumber(*cells[state.timeColumn], state.time);
    }
    if (state.isRepeat(cells)) {
        ++state.totals.duplicates;
        if (state.type == DatasetType::Interactions) return;
    } else {
        ++state.totals.rows;
    }
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const int parameter = static_cast<int>(i) + 1;
        if (cells[i])
            state.bind(parameter, state.roles[i], *cells[i]);
        else
            state.insert->bindNull(parameter);
    }
    state.insert->run();
    if (state.type != DatasetType::Interactions) return;
    state.userEvents.resize(state.users.order().size());
    ++state.userEvents[static_cast<std::size_t>(state.user)];
    const bool first = state.totals.rows == 1;
    state.totals.oldest = first ? state.time : std::min(state.totals.oldest, state.time);
    state.totals.newest = first ? state.time : std::max(state.totals.newest, state.time);
}

void BulkWriter::copyFrom(const std::filesystem::path& olderGeneration) {
    File older(olderGeneration);
    // The schema may have been replaced since: columns are matched by name, new ones are null.
    std::vector<int> source;
    for (const auto& field : state_->schema.fields) {
        const auto index = older.schema.indexOf(field.name);
        source.push_back(index ? static_cast<int>(*index) : -1);
    }
    auto rows = older.database.prepare(older.textQuery() + " ORDER BY row.rowid");
    std::vector<std::optional<std::string_view>> cells(source.size());
    while (rows.step()) {
        for (std::size_t i = 0; i < source.size(); ++i)
            cells[i] = source[i] < 0 || rows.isNull(source[i])
                           ? std::nullopt
                           : std::optional(rows.text(source[i]));
        append(cells);
    }
}

BulkWriter::Totals BulkWriter::finish() {
    auto& state = *state_;
    auto& totals = state.totals;
    state.insert.reset();
    if (state.type == DatasetType::Interactions) {
        totals.users = static_cast<std::int64_t>(state.users.order().size());
        totals.items = static_cast<std::int64_t>(state.items.order().size());
        state.userEvents.resize(state.users.order().size());
        state.writeDictionary("user", state.users, &state.userEvents);
        state.writeDictionary("item", state.items, nullptr);
        state.writeDictionary("event_type", state.eventTypes, nullptr);
    } else if (state.type == DatasetType::Users) {
        totals.users = totals.rows;
    } else {
        totals.items = totals.rows;
    }
    state.writeMeta("schema", schema::printSchema(state.schema));
    for (const auto& [key, value] :
         {std::pair{"rows", totals.rows}, {"duplicates", totals.duplicates},
          {"users", totals.users}, {"items", totals.items}, {"oldest", totals.oldest},
          {"newest", totals.newest}})
        state.writeMeta(key, std::to_string(value));
    state.database->execute("COMMIT");
    if (state.type == DatasetType::Interactions)
        state.database->execute("CREATE INDEX row_by_user ON row (user, \"TIMESTAMP\");"
                                "CREATE INDEX user_by_name ON user (name)");
    state.database.reset();
    base::syncToDisk(state.file);
    base::syncToDisk(state.file.parent_path());
    state.finished = true;
    return totals;
}

void readInteractions(const std::filesystem::path& path, InteractionTable& into) {
    File file(path);
    const auto append = [&](const char* table, std::vector<std::string>& texts) {
        std::unordered_map<std::string, std::int32_t> known;
        for (std::size_t i = 0; i < texts.size(); ++i)
            known.emplace(texts[i], static_cast<std::int32_t>(i));
        std::vector<std::int32_t> numbers;
        auto statement =
            file.database.prepare(base::concat("SELECT name FROM ", std::string_view(table),
                                               " ORDER BY id"));
        while (statement.step()) {
            const std::string text(statement.text(0));
            const auto found = known.find(text);
            numbers.push_back(found == known.end() ? static_cast<std::int32_t>(texts.size())
                                                   : found->second);
            if (found == known.end()) texts.push_back(text);
        }
        return numbers;
    };
    const auto users = append("user", into.users);
    const auto items = append("item", into.items);
    const auto types = append("event_type", into.eventTypes);

    const bool hasType = file.schema.find("EVENT_TYPE") != nullptr;
    const bool hasValue = file.schema.find("EVENT_VALUE") != nullptr;
    const auto before = into.rows();
    const auto rows = before + static_cast<std::size_t>(file.number("rows"));
    into.user.reserve(rows);
    into.item.reserve(rows);
    into.timestamp.reserve(rows);
    // Columns that only one of several sources has are filled with nulls for the others.
    const bool keepType = hasType || !into.eventType.empty();
    const bool keepValue = hasValue || !into.eventValue.empty();
    if (keepType) into.eventType.resize(before, -1);
    if (keepValue) into.eventValue.resize(before, kNoValue);
    if (keepType) into.eventType.reserve(rows);
    if (keepValue) into.eventValue.reserve(rows);

    auto statement = file.database.prepare(
        base::concat("SELECT user, item, \"TIMESTAMP\"", hasType ? ", event_type" : ", NULL",
                     hasValue ? ", \"EVENT_VALUE\"" : ", NULL", " FROM row ORDER BY rowid"));
    while (statement.step()) {
        into.user.push_back(users[static_cast<std::size_t>(statement.integer(0))]);
        into.item.push_back(items[static_cast<std::size_t>(statement.integer(1))]);
        into.timestamp.push_back(statement.integer(2));
        if (keepType)
            into.eventType.push_back(
                !hasType || statement.isNull(3)
                    ? std::int16_t{-1}
                    : static_cast<std::int16_t>(types[static_cast<std::size_t>(statement.integer(3))]));
        if (keepValue)
            into.eventValue.push_back(!hasValue || statement.isNull(4)
                                          ? kNoValue
                                          : static_cast<float>(statement.number(4)));
    }
}

RecordTable readRecords(const std::filesystem::path& path) {
    File file(path);
    RecordTable table;
    const auto id = file.schema.indexOf(idField(schema::typeOf(file.schema))).value();
    for (std::size_t i = 0; i < file.schema.fields.size(); ++i)
        if (i != id) table.columns.push_back({file.schema.fields[i], {}, {}});
    auto statement = file.database.prepare("SELECT * FROM row ORDER BY rowid");
    while (statement.step()) {
        table.ids.emplace_back(statement.text(static_cast<int>(id)));
        std::size_t column = 0;
        for (std::size_t i = 0; i < file.schema.fields.size(); ++i) {
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

BulkWriter::Totals readTotals(const std::filesystem::path& path) {
    File file(path);
    return {file.number("rows"),   file.number("duplicates"), file.number("users"),
            file.number("items"), file.number("oldest"),     file.number("newest")};
}

std::vector<HistoryEvent> readHistory(const std::filesystem::path& path, std::string_view userId,
                                      std::size_t limit) {
    File file(path);
    const bool hasType = file.schema.find("EVENT_TYPE") != nullptr;
    const bool hasValue = file.schema.find("EVENT_VALUE") != nullptr;
    auto statement = file.database.prepare(base::concat(
        "SELECT item.name, ", hasType ? "event_type.name" : "NULL", ", ",
        hasValue ? "\"EVENT_VALUE\"" : "NULL",
        ", \"TIMESTAMP\" FROM row JOIN item ON item.id = row.item",
        hasType ? " LEFT JOIN event_type ON event_type.id = row.event_type" : "",
        " WHERE user = (SELECT id FROM user WHERE name = ?1)"
        " ORDER BY \"TIMESTAMP\" DESC, row.rowid DESC LIMIT ?2"));
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
    File file(path);
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
    File file(path);
    // Rows are never deleted from a generation file, so row numbers have no gaps for interactions;
    // records that were replaced leave some.
    auto statement = file.database.prepare(base::concat(
        file.textQuery(),
        file.interactions ? " WHERE row.rowid > ?1 ORDER BY row.rowid LIMIT ?2"
                          : " ORDER BY row.rowid LIMIT ?2 OFFSET ?1"));
    statement.bind(1, offset).bind(2, count);
    std::vector<std::vector<std::optional<std::string>>> rows;
    while (statement.step()) {
        auto& row = rows.emplace_back();
        for (std::size_t i = 0; i < file.schema.fields.size(); ++i) {
            const int at = static_cast<int>(i);
            if (statement.isNull(at))
                row.emplace_back();
            else
                row.emplace_back(std::string(statement.text(at)));
        }
    }
    return rows;
}

}  // namespace foretaste::store
