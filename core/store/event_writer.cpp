// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/event_writer.h"

#include <algorithm>
#include <limits>

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/base/text.h"
#include "core/store/generation_file.h"

namespace foretaste::store {
namespace {

/// So many rows ahead memory is fetched for a look-up.
constexpr std::size_t kAhead = 12;

ColumnKind kindOf(Role role) {
    switch (role) {
        case Role::Text: return ColumnKind::Text;
        case Role::Real: return ColumnKind::Real;
        default: return ColumnKind::Whole;
    }
}

/// Two different events are taken for one with a chance of 2^-64 a pair.
std::uint64_t eventKey(std::int32_t user, std::int32_t item, std::int64_t time) {
    const auto pair = static_cast<std::uint64_t>(user) << 32 | static_cast<std::uint32_t>(item);
    return base::scramble(base::scramble(pair) ^
                          static_cast<std::uint64_t>(time) * 0x9e3779b97f4a7c15ULL);
}

constexpr const char* kTables = R"(
    CREATE TABLE user (id INTEGER PRIMARY KEY, name TEXT, events INTEGER, first INTEGER);
    CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT);
    CREATE TABLE event_type (id INTEGER PRIMARY KEY, name TEXT);
    CREATE TABLE block (id INTEGER PRIMARY KEY, rows INTEGER, oldest INTEGER, newest INTEGER);
    CREATE TABLE piece (id INTEGER PRIMARY KEY, data BLOB);
    CREATE TABLE user_row (id INTEGER PRIMARY KEY, data BLOB);)";

}  // namespace

EventWriter::EventWriter(Database& database, const schema::Schema& schema,
                         BulkWriter::Totals& totals)
    : database_(database),
      totals_(totals),
      userColumn_(schema.indexOf("USER_ID").value()),
      itemColumn_(schema.indexOf(idField(schema::typeOf(schema))).value()),
      timeColumn_(schema.indexOf("TIMESTAMP").value()) {
    for (const auto& field : schema.fields)
        columns_.emplace_back(kindOf(roleOf(field, schema::typeOf(schema))));
    database_.execute(kTables);
    insertBlock_.emplace(database_.prepare("INSERT INTO block VALUES (?,?,?,?)"));
    insertPiece_.emplace(database_.prepare("INSERT INTO piece VALUES (?, CAST(? AS BLOB))"));
}

void EventWriter::append(const RowBatch& batch) {
    numberIds(batch);
    chooseKept(batch);
    for (std::size_t first = 0; first < kept_.size();) {
        const auto count = std::min(kBlockRows - columns_[0].rows(), kept_.size() - first);
        for (std::size_t column = 0; column < columns_.size(); ++column)
            addCells(batch, column, first, count);
        first += count;
        if (columns_[0].rows() == kBlockRows) writeBlock();
    }
}

void EventWriter::numberIds(const RowBatch& batch) {
    const auto number = [&](Interner& names, std::size_t column, std::vector<std::int32_t>& into) {
        const std::size_t rows = batch.rows();
        into.resize(rows);
        for (std::size_t row = 0; row < rows; ++row) {
            if (row + kAhead < rows) names.prefetch(batch.hash(column, row + kAhead));
            into[row] = names.number(batch.text(column, row), batch.hash(column, row));
        }
    };
    number(users_, userColumn_, user_);
    number(items_, itemColumn_, item_);
    userEvents_.resize(userNames_.size());
}

void EventWriter::chooseKept(const RowBatch& batch) {
    const std::size_t rows = batch.rows();
    key_.resize(rows);
    for (std::size_t row = 0; row < rows; ++row)
        key_[row] = eventKey(user_[row], item_[row], batch.whole(timeColumn_, row));
    kept_.clear();
    for (std::size_t row = 0; row < rows; ++row) {
        if (row + kAhead < rows) keys_->prefetch(key_[row + kAhead]);
        if (!keys_->insert(key_[row])) {
            ++totals_.duplicates;
            continue;
        }
        const auto time = batch.whole(timeColumn_, row);
        totals_.oldest = totals_.rows == 0 ? time : std::min(totals_.oldest, time);
        totals_.newest = totals_.rows == 0 ? time : std::max(totals_.newest, time);
        ++totals_.rows;
        ++userEvents_[static_cast<std::size_t>(user_[row])];
        kept_.push_back(static_cast<std::uint32_t>(row));
    }
    if (totals_.rows > std::numeric_limits<std::uint32_t>::max())
        throw base::ServiceError(base::ErrorCode::InvalidInput,
                                 "a dataset holds at most 4,294,967,295 events: import fewer rows");
}

void EventWriter::addCells(const RowBatch& batch, std::size_t column, std::size_t first,
                           std::size_t count) {
    auto& into = columns_[column];
    const auto add = [&](auto addCell) {
        for (std::size_t i = first; i < first + count; ++i) {
            const std::size_t row = kept_[i];
            if (batch.isNull(column, row))
                into.addNull();
            else
                addCell(row);
        }
    };
    switch (batch.role(column)) {
        case Role::User: add([&](std::size_t row) { into.addWhole(user_[row]); }); break;
        case Role::Item: add([&](std::size_t row) { into.addWhole(item_[row]); }); break;
        case Role::EventType:
            add([&](std::size_t row) {
                into.addWhole(eventTypeNumber(
                    types_.number(batch.text(column, row), batch.hash(column, row))));
            });
            break;
        case Role::Whole:
            add([&](std::size_t row) { into.addWhole(batch.whole(column, row)); });
            break;
        case Role::Real:
            add([&](std::size_t row) { into.addReal(batch.real(column, row)); });
            break;
        case Role::Text:
            add([&](std::size_t row) { into.addText(batch.text(column, row)); });
            break;
    }
}

void EventWriter::writeBlock() {
    const auto users = columns_[userColumn_].wholes();
    const auto times = columns_[timeColumn_].wholes();
    usersOfBlock_.emplace_back(users.size());
    std::transform(users.begin(), users.end(), usersOfBlock_.back().begin(),
                   [](std::int64_t user) { return static_cast<std::int32_t>(user); });
    timesOfBlock_.emplace_back(times.begin(), times.end());
    const auto [oldest, newest] = std::minmax_element(times.begin(), times.end());
    insertBlock_->bind(1, blocks_)
        .bind(2, static_cast<std::int64_t>(times.size()))
        .bind(3, *oldest)
        .bind(4, *newest)
        .run();
    for (std::size_t column = 0; column < columns_.size(); ++column) {
        insertPiece_
            ->bind(1, pieceNumber(static_cast<std::size_t>(blocks_), column, columns_.size()))
            .bindInPlace(2, columns_[column].encode())
            .run();
        columns_[column].clear();
    }
    ++blocks_;
}

void EventWriter::finish() {
    if (columns_[0].rows() > 0) writeBlock();
    insertBlock_.reset();
    insertPiece_.reset();
    keys_.reset();  // the order needs its memory
    totals_.users = static_cast<std::int64_t>(userNames_.size());
    totals_.items = static_cast<std::int64_t>(itemNames_.size());
    auto places = placesByUser();
    std::vector<std::size_t> begins{0};
    for (const auto events : userEvents_)
        begins.push_back(begins.back() + static_cast<std::size_t>(events));
    // One thread writes the names while the others bring each user's rows into the order of time.
    base::Team team(std::max(2, base::defaultThreads()));
    const auto sorters = static_cast<std::size_t>(team.size()) - 1;
    team.run([&](int part) {
        if (part == 0) return writeNames();
        const auto sorter = static_cast<std::size_t>(part) - 1;
        const auto last = userEvents_.size() * (sorter + 1) / sorters;
        for (auto user = userEvents_.size() * sorter / sorters; user < last; ++user)
            std::sort(places.begin() + static_cast<std::ptrdiff_t>(begins[user]),
                      places.begin() + static_cast<std::ptrdiff_t>(begins[user + 1]),
                      [](const Place& a, const Place& b) {
                          return a.time != b.time ? a.time < b.time : a.row < b.row;
                      });
    });
    writePlaces(places);
}

void EventWriter::writeNames() {
    auto users = database_.prepare("INSERT INTO user VALUES (?,?,?,?)");
    std::int64_t first = 0;
    for (std::size_t i = 0; i < userNames_.size(); ++i) {
        users.bind(1, static_cast<std::int64_t>(i))
            .bindInPlace(2, userNames_[i])
            .bind(3, userEvents_[i])
            .bind(4, first)
            .run();
        first += userEvents_[i];
    }
    for (const auto& [table, names] :
         {std::pair{"item", &itemNames_}, {"event_type", &typeNames_}}) {
        auto insert = database_.prepare(
            base::concat("INSERT INTO ", std::string_view(table), " VALUES (?,?)"));
        for (std::size_t i = 0; i < names->size(); ++i)
            insert.bind(1, static_cast<std::int64_t>(i)).bindInPlace(2, (*names)[i]).run();
    }
    database_.execute("CREATE INDEX user_by_name ON user (name)");
}

/// Users by number, each user's rows in the order of the file.
std::vector<EventWriter::Place> EventWriter::placesByUser() {
    std::vector<std::size_t> next(userEvents_.size());
    std::size_t sum = 0;
    for (std::size_t user = 0; user < next.size(); ++user) {
        next[user] = sum;
        sum += static_cast<std::size_t>(userEvents_[user]);
    }
    std::vector<Place> places(sum);
    std::uint32_t number = 0;
    for (std::size_t block = 0; block < usersOfBlock_.size(); ++block) {
        for (std::size_t row = 0; row < usersOfBlock_[block].size(); ++row)
            places[next[static_cast<std::size_t>(usersOfBlock_[block][row])]++] = {
                timesOfBlock_[block][row], number++};
        usersOfBlock_[block] = {};
        timesOfBlock_[block] = {};
    }
    return places;
}

void EventWriter::writePlaces(const std::vector<Place>& places) {
    auto insert = database_.prepare("INSERT INTO user_row VALUES (?, CAST(? AS BLOB))");
    std::vector<std::uint32_t> rows;
    for (std::size_t first = 0; first < places.size(); first += kBlockRows) {
        const auto last = std::min(first + kBlockRows, places.size());
        rows.clear();
        for (auto at = first; at < last; ++at) rows.push_back(places[at].row);
        insert.bind(1, static_cast<std::int64_t>(first / kBlockRows))
            .bindInPlace(2,
                         {reinterpret_cast<const char*>(rows.data()), rows.size() * sizeof rows[0]})
            .run();
    }
}

}  // namespace foretaste::store
