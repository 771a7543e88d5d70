// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <unordered_set>

#include "core/base/file.h"
#include "core/base/random.h"
#include "core/base/text.h"
#include "core/schema/cells.h"
#include "core/store/dataset_files.h"
#include "core/store/generation_file.h"
#include "core/store/interner.h"

namespace foretaste::store {
namespace {

namespace fs = std::filesystem;
using schema::DatasetType;
using schema::Schema;

/// A set of 64-bit keys in one array: 5 million keys take 128 MB where std::unordered_set takes
/// 300.
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

std::string tablesFor(const Schema& schema, DatasetType type, const std::vector<Role>& roles) {
    std::string columns;
    for (std::size_t i = 0; i < schema.fields.size(); ++i) {
        if (i > 0) columns += ", ";
        columns += columnName(schema.fields[i], roles[i]);
        columns += roles[i] == Role::Text ? " TEXT" : roles[i] == Role::Real ? " REAL" : " INTEGER";
        if (!holdsEvents(type) && base::equalsIgnoringCase(schema.fields[i].name, idField(type)))
            columns += " UNIQUE";
    }
    std::string sql = base::concat(
        "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT);"
        "CREATE TABLE row (",
        columns, ");");
    if (holdsEvents(type))
        sql +=
            "CREATE TABLE user (id INTEGER PRIMARY KEY, name TEXT, events INTEGER);"
            "CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT);"
            "CREATE TABLE event_type (id INTEGER PRIMARY KEY, name TEXT);";
    return sql;
}

}  // namespace

struct BulkWriter::State {
    State(const fs::path& path, const Schema& theSchema)
        : file(path), schema(theSchema), type(schema::typeOf(schema)) {
        std::error_code ignored;  // a killed import's leftover is in the way
        fs::remove(file, ignored);
        for (const auto& field : schema.fields) roles.push_back(roleOf(field, type));
        if (holdsEvents(type)) timeColumn = schema.indexOf("TIMESTAMP").value();
        idColumn = schema.indexOf(idField(type)).value();
        database.emplace(file, Database::Mode::Unshared);
        database->execute(tablesFor(schema, type, roles));
        database->execute("BEGIN");
        std::string places;
        for (std::size_t i = 0; i < schema.fields.size(); ++i) places += i == 0 ? "?" : ",?";
        insert.emplace(
            database->prepare(base::concat(holdsEvents(type) ? "INSERT" : "INSERT OR REPLACE",
                                           " INTO row VALUES (", places, ')')));
    }

    void discard() {
        insert.reset();
        database.reset();
        std::error_code ignored;  // what stays is removed when the workspace is opened next
        fs::remove(file, ignored);
    }

    /// Notes an event; false where it repeats an earlier one. Two different events are taken for
    /// one with a chance of 2^-64 a pair.
    bool countEvent(std::int32_t user, std::int32_t item, std::int64_t time) {
        const auto pair = static_cast<std::uint64_t>(user) << 32 | static_cast<std::uint32_t>(item);
        if (!keys.insert(base::scramble(base::scramble(pair) ^ static_cast<std::uint64_t>(time) *
                                                                   0x9e3779b97f4a7c15ULL))) {
            ++totals.duplicates;
            return false;
        }
        const auto index = static_cast<std::size_t>(user);
        if (index >= userEvents.size()) userEvents.resize(userNames.size());
        ++userEvents[index];
        totals.oldest = totals.rows == 0 ? time : std::min(totals.oldest, time);
        totals.newest = totals.rows == 0 ? time : std::max(totals.newest, time);
        ++totals.rows;
        return true;
    }

    void countRecord(std::string_view id) {
        if (ids.emplace(id).second)
            ++totals.rows;
        else
            ++totals.duplicates;
    }

    void writeNames(const char* table, const std::vector<std::string>& names,
                    const std::vector<std::int64_t>* counts) {
        auto statement = database->prepare(base::concat(
            "INSERT INTO ", std::string_view(table), counts ? " VALUES (?,?,?)" : " VALUES (?,?)"));
        for (std::size_t i = 0; i < names.size(); ++i) {
            statement.bind(1, static_cast<std::int64_t>(i)).bindInPlace(2, names[i]);
            if (counts) statement.bind(3, (*counts)[i]);
            statement.run();
        }
    }

    void writeMeta(std::string_view key, std::string_view value) {
        database->prepare("INSERT INTO meta VALUES (?,?)").bind(1, key).bind(2, value).run();
    }

    fs::path file;
    Schema schema;
    DatasetType type;
    std::vector<Role> roles;
    std::size_t timeColumn = 0, idColumn = 0;
    std::optional<Database> database;
    std::optional<Statement> insert;
    std::vector<std::string> userNames, itemNames, typeNames;
    Interner users{userNames}, items{itemNames}, types{typeNames};
    std::vector<std::int64_t> userEvents;
    KeySet keys;
    std::unordered_set<std::string> ids;
    Totals totals;
    bool finished = false;
};

BulkWriter::BulkWriter(const fs::path& file, const Schema& schema) try
    : state_(std::make_unique<State>(file, schema)) {
} catch (...) {
    std::error_code ignored;
    fs::remove(file, ignored);
    throw;
}

BulkWriter::~BulkWriter() {
    if (!state_->finished) state_->discard();
}

void BulkWriter::append(const std::vector<std::optional<std::string_view>>& cells) {
    auto& state = *state_;
    std::int32_t user = 0, item = 0;
    if (holdsEvents(state.type)) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (state.roles[i] == Role::User) user = state.users.number(*cells[i]);
            if (state.roles[i] == Role::Item) item = state.items.number(*cells[i]);
        }
        std::int64_t time = 0;
        schema::readWhole(*cells[state.timeColumn], time);
        if (!state.countEvent(user, item, time)) return;
    } else {
        state.countRecord(*cells[state.idColumn]);
    }
    auto& insert = *state.insert;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const int parameter = static_cast<int>(i) + 1;
        if (!cells[i]) {
            insert.bindNull(parameter);
            continue;
        }
        std::int64_t whole = 0;
        double real = 0;
        switch (state.roles[i]) {
            case Role::User: insert.bind(parameter, std::int64_t{user}); break;
            case Role::Item: insert.bind(parameter, std::int64_t{item}); break;
            case Role::EventType:
                insert.bind(parameter,
                            std::int64_t{eventTypeNumber(state.types.number(*cells[i]))});
                break;
            case Role::Whole:
                schema::readWhole(*cells[i], whole);
                insert.bind(parameter, whole);
                break;
            case Role::Real:
                base::parseNumber(*cells[i], real);
                insert.bind(parameter, real);
                break;
            case Role::Text: insert.bindInPlace(parameter, *cells[i]); break;
        }
    }
    insert.run();
}

void BulkWriter::copyFrom(const fs::path& olderGeneration, const base::JobContext& job) {
    auto& state = *state_;
    GenerationFile older(olderGeneration);
    const bool events = holdsEvents(state.type);
    std::vector<std::int32_t> users, items, types;  // new numbers by old ones
    const auto renumber = [&](const char* table, Interner& names, std::vector<std::int32_t>& into) {
        for (const auto& name : older.names(table)) into.push_back(names.number(name));
    };
    if (events) {
        renumber("user", state.users, users);
        renumber("item", state.items, items);
        renumber("event_type", state.types, types);
    }
    // The schema may have been replaced since: columns are matched by name, new ones are null.
    std::string columns;
    for (const auto& field : state.schema.fields) {
        columns += columns.empty() ? "" : ", ";
        columns += older.columnOf(field.name);
    }
    auto rows =
        older.database.prepare(base::concat("SELECT ", columns, " FROM row ORDER BY rowid"));
    int userAt = 0, itemAt = 0;
    for (std::size_t i = 0; i < state.roles.size(); ++i) {
        if (state.roles[i] == Role::User) userAt = static_cast<int>(i);
        if (state.roles[i] == Role::Item) itemAt = static_cast<int>(i);
    }
    const auto numberAt = [&](int column, const std::vector<std::int32_t>& numbers) {
        return numbers[static_cast<std::size_t>(rows.integer(column))];
    };
    constexpr std::int64_t kRowsBetweenLooks = 4096;
    auto& insert = *state.insert;
    for (std::int64_t row = 0; rows.step(); ++row) {
        if (row % kRowsBetweenLooks == 0) job.throwIfStopped();
        if (events) {
            if (!state.countEvent(numberAt(userAt, users), numberAt(itemAt, items),
                                  rows.integer(static_cast<int>(state.timeColumn))))
                continue;
        } else {
            state.countRecord(rows.text(static_cast<int>(state.idColumn)));
        }
        for (std::size_t i = 0; i < state.roles.size(); ++i) {
            const int column = static_cast<int>(i), parameter = column + 1;
            if (rows.isNull(column)) {
                insert.bindNull(parameter);
                continue;
            }
            switch (state.roles[i]) {
                case Role::User:
                    insert.bind(parameter, std::int64_t{numberAt(column, users)});
                    break;
                case Role::Item:
                    insert.bind(parameter, std::int64_t{numberAt(column, items)});
                    break;
                case Role::EventType:
                    insert.bind(parameter, std::int64_t{numberAt(column, types)});
                    break;
                case Role::Whole: insert.bind(parameter, rows.integer(column)); break;
                case Role::Real: insert.bind(parameter, rows.number(column)); break;
                case Role::Text: insert.bindInPlace(parameter, rows.text(column)); break;
            }
        }
        insert.run();
    }
}

BulkWriter::Totals BulkWriter::finish() {
    auto& state = *state_;
    auto& totals = state.totals;
    state.insert.reset();
    if (holdsEvents(state.type)) {
        state.userEvents.resize(state.userNames.size());
        totals.users = static_cast<std::int64_t>(state.userNames.size());
        totals.items = static_cast<std::int64_t>(state.itemNames.size());
        state.writeNames("user", state.userNames, &state.userEvents);
        state.writeNames("item", state.itemNames, nullptr);
        state.writeNames("event_type", state.typeNames, nullptr);
        state.database->execute(
            base::concat("CREATE INDEX row_by_user ON row (\"user\", ",
                         columnName(state.schema.fields[state.timeColumn], Role::Whole),
                         "); CREATE INDEX user_by_name ON user (name)"));
    } else {
        (state.type == DatasetType::Users ? totals.users : totals.items) = totals.rows;
    }
    for (const auto& [key, value] : {std::pair{"rows", totals.rows},
                                     {"duplicates", totals.duplicates},
                                     {"users", totals.users},
                                     {"items", totals.items},
                                     {"oldest", totals.oldest},
                                     {"newest", totals.newest}})
        state.writeMeta(key, std::to_string(value));
    state.writeMeta("schema", schema::printSchema(state.schema));
    state.database->execute(base::concat("PRAGMA user_version = ", kGenerationForm, "; COMMIT"));
    state.database.reset();
    base::syncToDisk(state.file);
#if !defined(_WIN32)  // there, a file's name is on the disk with the file
    base::syncToDisk(fs::absolute(state.file).parent_path());
#endif
    state.finished = true;
    return totals;
}

}  // namespace foretaste::store
