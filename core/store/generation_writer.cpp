// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/generation_writer.h"

#include <optional>
#include <unordered_set>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/schema/cells.h"
#include "core/store/event_blocks.h"
#include "core/store/event_writer.h"
#include "core/store/generation_file.h"
#include "core/store/row_text.h"

namespace foretaste::store {
namespace {

namespace fs = std::filesystem;
using schema::DatasetType;
using schema::Schema;

/// Writes records into table row; a later one replaces one of the same id.
class RecordWriter {
public:
    RecordWriter(Database& database, const Schema& schema, BulkWriter::Totals& totals)
        : totals_(totals),
          type_(schema::typeOf(schema)),
          idColumn_(schema.indexOf(idField(type_)).value()) {
        std::string columns, places;
        for (std::size_t i = 0; i < schema.fields.size(); ++i) {
            const auto role = roleOf(schema.fields[i], type_);
            columns += base::concat(i == 0 ? "" : ", ", columnName(schema.fields[i], role),
                                    role == Role::Text   ? " TEXT"
                                    : role == Role::Real ? " REAL"
                                                         : " INTEGER",
                                    i == idColumn_ ? " UNIQUE" : "");
            places += i == 0 ? "?" : ",?";
        }
        database.execute(base::concat("CREATE TABLE row (", columns, ")"));
        insert_.emplace(
            database.prepare(base::concat("INSERT OR REPLACE INTO row VALUES (", places, ')')));
    }

    void append(const RowBatch& batch) {
        for (std::size_t row = 0; row < batch.rows(); ++row) {
            if (ids_.emplace(batch.text(idColumn_, row)).second)
                ++totals_.rows;
            else
                ++totals_.duplicates;
            for (std::size_t column = 0; column < batch.columns(); ++column) {
                const int parameter = static_cast<int>(column) + 1;
                if (batch.isNull(column, row))
                    insert_->bindNull(parameter);
                else if (batch.role(column) == Role::Whole)
                    insert_->bind(parameter, batch.whole(column, row));
                else if (batch.role(column) == Role::Real)
                    insert_->bind(parameter, batch.real(column, row));
                else
                    insert_->bindInPlace(parameter, batch.text(column, row));
            }
            insert_->run();
        }
    }

    void finish() {
        insert_.reset();
        (type_ == DatasetType::Users ? totals_.users : totals_.items) = totals_.rows;
    }

private:
    BulkWriter::Totals& totals_;
    DatasetType type_;
    std::size_t idColumn_;
    std::optional<Statement> insert_;
    std::unordered_set<std::string> ids_;
};

}  // namespace

struct GenerationWriter::State {
    State(const fs::path& path, const Schema& theSchema)
        : file(path), schema(theSchema), type(schema::typeOf(schema)) {
        std::error_code ignored;  // a killed import's leftover is in the way
        fs::remove(file, ignored);
        database.emplace(file, Database::Mode::Unshared);
        database->execute("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT); BEGIN");
        if (holdsEvents(type))
            events.emplace(*database, schema, totals);
        else
            records.emplace(*database, schema, totals);
    }

    void discard() {
        events.reset();
        records.reset();
        database.reset();
        std::error_code ignored;  // what stays is removed when the workspace is opened next
        fs::remove(file, ignored);
    }

    void append(const RowBatch& batch) {
        if (events)
            events->append(batch);
        else
            records->append(batch);
    }

    void writeMeta(std::string_view key, std::string_view value) {
        database->prepare("INSERT INTO meta VALUES (?,?)").bind(1, key).bind(2, value).run();
    }

    void copyBlocks(GenerationFile& older, const base::JobContext& job);
    void copyTable(GenerationFile& older, const base::JobContext& job);

    fs::path file;
    Schema schema;
    DatasetType type;
    std::optional<Database> database;
    BulkWriter::Totals totals;
    std::optional<EventWriter> events;
    std::optional<RecordWriter> records;
    bool finished = false;
};

GenerationWriter::GenerationWriter(const fs::path& file, const Schema& schema) try
    : state_(std::make_unique<State>(file, schema)) {
} catch (...) {
    std::error_code ignored;
    fs::remove(file, ignored);
    throw;
}

GenerationWriter::~GenerationWriter() {
    if (!state_->finished) state_->discard();
}

void GenerationWriter::append(const RowBatch& batch) {
    state_->append(batch);
}

void GenerationWriter::copyFrom(const fs::path& olderGeneration, const base::JobContext& job) {
    GenerationFile older(olderGeneration, GenerationFile::Accept::Older);
    if (older.hasBlocks())
        state_->copyBlocks(older, job);
    else
        state_->copyTable(older, job);
}

namespace {

/// Adds a cell to a column that may be of another kind than it was, since a dataset's schema can be
/// replaced: what cannot be read as the new kind is null.
void addText(RowBatch& batch, std::size_t column, std::string_view text) {
    std::int64_t whole = 0;
    double real = 0;
    switch (batch.role(column)) {
        case Role::Whole:
            if (schema::readWhole(text, whole)) return batch.addWhole(column, whole);
            return batch.addNull(column);
        case Role::Real:
            if (base::parseNumber(text, real)) return batch.addReal(column, real);
            return batch.addNull(column);
        default: batch.addText(column, text);
    }
}

void addWhole(RowBatch& batch, std::size_t column, std::int64_t value) {
    switch (batch.role(column)) {
        case Role::Whole: return batch.addWhole(column, value);
        case Role::Real: return batch.addReal(column, static_cast<double>(value));
        default: batch.addText(column, std::to_string(value));
    }
}

void addReal(RowBatch& batch, std::size_t column, double value) {
    if (batch.role(column) == Role::Real) return batch.addReal(column, value);
    addText(batch, column, base::numberText(value));
}

}  // namespace

// Columns are matched by name; new ones are null.
void GenerationWriter::State::copyBlocks(GenerationFile& older, const base::JobContext& job) {
    EventBlocks blocks(older);
    const auto users = older.names("user"), items = older.names("item"),
               types = older.names("event_type");
    const auto namesOf = [&](Role role) {
        return role == Role::User        ? &users
               : role == Role::Item      ? &items
               : role == Role::EventType ? &types
                                         : nullptr;
    };
    RowBatch batch(schema);
    for (std::size_t block = 0; block < blocks.blocks().size(); ++block) {
        job.throwIfStopped();
        batch.clear();
        const std::size_t rows = blocks.column(block, 0).rows();
        for (std::size_t column = 0; column < schema.fields.size(); ++column) {
            const auto from = older.schema.indexOf(schema.fields[column].name);
            if (!from) {
                for (std::size_t row = 0; row < rows; ++row) batch.addNull(column);
                continue;
            }
            const auto* names = namesOf(roleOf(older.schema.fields[*from], older.type));
            const auto cells = blocks.column(block, *from);
            for (std::size_t row = 0; row < rows; ++row) {
                if (cells.isNull(row))
                    batch.addNull(column);
                else if (names)
                    addText(batch, column, entryAt(*names, cells.whole(row)));
                else if (cells.kind() == ColumnKind::Whole)
                    addWhole(batch, column, cells.whole(row));
                else if (cells.kind() == ColumnKind::Real)
                    addReal(batch, column, cells.real(row));
                else
                    addText(batch, column, cells.text(row));
            }
        }
        append(batch);
    }
}

/// Records, and events as form 1 kept them.
void GenerationWriter::State::copyTable(GenerationFile& older, const base::JobContext& job) {
    constexpr std::size_t kTogether = 4096;
    RowText rows(older, "ORDER BY rowid");
    RowBatch batch(schema);
    for (bool more = true; more;) {
        job.throwIfStopped();
        batch.clear();
        while (batch.rows() < kTogether && (more = rows.statement.step()))
            for (std::size_t column = 0; column < schema.fields.size(); ++column) {
                const auto from = older.schema.indexOf(schema.fields[column].name);
                const int at = from ? static_cast<int>(*from) : 0;
                if (!from || rows.statement.isNull(at)) {
                    batch.addNull(column);
                    continue;
                }
                switch (roleOf(older.schema.fields[*from], older.type)) {
                    case Role::Whole: addWhole(batch, column, rows.statement.integer(at)); break;
                    case Role::Real: addReal(batch, column, rows.statement.number(at)); break;
                    default: addText(batch, column, rows.statement.text(at));
                }
            }
        append(batch);
    }
}

BulkWriter::Totals GenerationWriter::finish() {
    auto& state = *state_;
    auto& totals = state.totals;
    if (state.events)
        state.events->finish();
    else
        state.records->finish();
    for (const auto& [key, value] : {std::pair{"rows", totals.rows},
                                     {"duplicates", totals.duplicates},
                                     {"users", totals.users},
                                     {"items", totals.items},
                                     {"oldest", totals.oldest},
                                     {"newest", totals.newest}})
        state.writeMeta(key, std::to_string(value));
    state.writeMeta("schema", schema::printSchema(state.schema));
    state.database->execute(base::concat(
        "PRAGMA user_version = ", state.events ? kFormOfEvents : kFormOfRecords, "; COMMIT"));
    state.database.reset();
    base::syncToDisk(state.file);
#if !defined(_WIN32)  // there, a file's name is on the disk with the file
    base::syncToDisk(fs::absolute(state.file).parent_path());
#endif
    state.finished = true;
    return totals;
}

bool upgradeGeneration(const fs::path& path) {
    auto neighbour = path;
    neighbour += ".new";
    {
        GenerationFile file(path, GenerationFile::Accept::Older);
        if (!holdsEvents(file.type) || file.hasBlocks()) return false;
        GenerationWriter writer(neighbour, file.schema);
        writer.copyFrom(path);
        writer.finish();
    }
    std::error_code error;
    fs::rename(neighbour, path, error);
    if (error)
        throw base::IoError(
            base::concat("cannot replace ", base::pathText(path), ": ", error.message()));
#if !defined(_WIN32)
    base::syncToDisk(fs::absolute(path).parent_path());
#endif
    return true;
}

}  // namespace foretaste::store
