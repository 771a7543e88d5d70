// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/event_query.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <numeric>
#include <optional>
#include <string>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/store/event_blocks.h"

namespace foretaste::store {
namespace {

using Flags = std::vector<char>;
using Texts = std::vector<std::string>;

/// Which rows of each block pass. Conditions on ids are decided once an id, not once a row.
class Conditions {
public:
    Conditions(GenerationFile& file, EventBlocks& blocks, const RowQuery& query)
        : blocks_(blocks), from_(query.from), until_(query.until) {
        const auto& schema = file.schema;
        user_ = columnFor(schema, "USER_ID");
        item_ = columnFor(schema, idField(file.type));
        time_ = columnFor(schema, "TIMESTAMP");
        const auto equalTo = [&](const char* table, const std::string& id) {
            Flags flags;
            for (const auto& name : file.names(table)) flags.push_back(name == id);
            return flags;
        };
        if (!query.userId.empty()) narrow_.push_back({user_, equalTo("user", query.userId)});
        if (!query.itemId.empty()) narrow_.push_back({item_, equalTo("item", query.itemId)});
        if (!query.eventType.empty())
            narrow_.push_back(
                {columnFor(schema, "EVENT_TYPE"), equalTo("event_type", query.eventType)});
        if (query.idText.empty()) return;
        const auto part = base::toLower(query.idText);
        const auto holding = [&](const char* table) {
            Flags flags;
            for (const auto& name : file.names(table))
                flags.push_back(base::toLower(name).find(part) != std::string::npos);
            return flags;
        };
        userHolds_ = holding("user");
        itemHolds_ = holding("item");
    }

    std::vector<std::int64_t> rows() {
        std::vector<std::int64_t> rows;
        std::size_t number = 0;
        for (const auto& block : blocks_.blocks()) {
            const auto at = number++;
            if ((from_ && block.newest < *from_) || (until_ && block.oldest > *until_)) continue;
            pass_.assign(block.rows, 1);
            if ((from_ && block.oldest < *from_) || (until_ && block.newest > *until_))
                holdTimes(at);
            for (const auto& [column, wanted] : narrow_) holdIds(at, column, wanted);
            if (!userHolds_.empty()) holdEither(at);
            for (std::size_t row = 0; row < block.rows; ++row)
                if (pass_[row]) rows.push_back(static_cast<std::int64_t>(block.firstRow + row));
        }
        return rows;
    }

private:
    struct Wanted {
        std::size_t column;
        Flags flags;  ///< by number
    };

    void holdTimes(std::size_t block) {
        const auto low = from_.value_or(std::numeric_limits<std::int64_t>::min());
        const auto high = until_.value_or(std::numeric_limits<std::int64_t>::max());
        blocks_.column(block, time_).wholes(wholes_.data());
        for (std::size_t row = 0; row < pass_.size(); ++row)
            pass_[row] = pass_[row] && wholes_[row] >= low && wholes_[row] <= high;
    }
    void holdIds(std::size_t block, std::size_t column, const Flags& wanted) {
        const auto cells = blocks_.column(block, column);
        for (std::size_t row = 0; row < pass_.size(); ++row)
            pass_[row] = pass_[row] && !cells.isNull(row) && entryAt(wanted, cells.whole(row));
    }
    void holdEither(std::size_t block) {
        Flags either(pass_.size());
        for (const auto& [column, flags] : {std::pair{user_, &userHolds_}, {item_, &itemHolds_}}) {
            blocks_.column(block, column).wholes(wholes_.data());
            for (std::size_t row = 0; row < either.size(); ++row)
                either[row] |= entryAt(*flags, wholes_[row]);
        }
        for (std::size_t row = 0; row < pass_.size(); ++row) pass_[row] = pass_[row] && either[row];
    }

    EventBlocks& blocks_;
    std::optional<std::int64_t> from_, until_;
    std::size_t user_ = 0, item_ = 0, time_ = 0;
    std::vector<Wanted> narrow_;
    Flags userHolds_, itemHolds_;  ///< empty: no such condition
    Flags pass_;                   ///< of the block in hand
    std::vector<std::int64_t> wholes_ = std::vector<std::int64_t>(kBlockRows);
};

struct Keyed {
    std::uint64_t key;    ///< of a text its beginning
    std::uint32_t place;  ///< before the sort
};

/// A stable sort byte by byte, the lowest first (Knuth, volume 3, 5.2.5); bytes that all keys share
/// cost nothing.
void sortByKey(std::vector<Keyed>& entries) {
    constexpr std::size_t kBytes = sizeof(std::uint64_t), kValues = 256;
    std::array<std::array<std::size_t, kValues>, kBytes> counts{};
    for (const auto& entry : entries)
        for (std::size_t byte = 0; byte < kBytes; ++byte)
            ++counts[byte][entry.key >> (8 * byte) & 0xFF];
    std::vector<Keyed> other(entries.size());
    for (std::size_t byte = 0; byte < kBytes; ++byte) {
        auto& places = counts[byte];
        if (std::find(places.begin(), places.end(), entries.size()) != places.end()) continue;
        std::exclusive_scan(places.begin(), places.end(), places.begin(), std::size_t{0});
        for (const auto& entry : entries) other[places[entry.key >> (8 * byte) & 0xFF]++] = entry;
        entries.swap(other);
    }
}

/// Names by number -> their places in alphabetical order, from 1.
std::vector<std::uint64_t> ranksOf(const Texts& names) {
    std::vector<std::uint32_t> order(names.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return names[a] < names[b]; });
    std::vector<std::uint64_t> ranks(names.size());
    for (std::size_t i = 0; i < order.size(); ++i) ranks[order[i]] = i + 1;
    return ranks;
}

/// Puts rows into the order of one column.
class Sorter {
public:
    Sorter(GenerationFile& file, EventBlocks& blocks, std::size_t column, bool descending)
        : file_(file), blocks_(blocks), column_(column), descending_(descending) {}

    void sort(std::vector<std::int64_t>& rows) {
        const auto role = roleOf(file_.schema.fields[column_], file_.type);
        if (role == Role::User) ranks_ = ranksOf(file_.names("user"));
        if (role == Role::Item) ranks_ = ranksOf(file_.names("item"));
        if (role == Role::EventType) ranks_ = ranksOf(file_.names("event_type"));
        std::vector<Keyed> entries;
        entries.reserve(rows.size());
        if (role == Role::Text) texts_.reserve(rows.size());
        for (std::size_t first = 0, last = 0; first < rows.size(); first = last) {
            const auto block = static_cast<std::size_t>(rows[first]) / kBlockRows;
            const auto cells = blocks_.column(block, column_);
            for (; last < rows.size(); ++last) {
                const auto row = static_cast<std::size_t>(rows[last]);
                if (row / kBlockRows != block) break;
                const auto key = keyOf(cells, row % kBlockRows);
                entries.push_back({descending_ ? ~key : key, static_cast<std::uint32_t>(last)});
            }
        }
        sortByKey(entries);
        if (role == Role::Text) settleEqualBeginnings(entries);
        std::vector<std::int64_t> sorted;
        sorted.reserve(rows.size());
        for (const auto& entry : entries) sorted.push_back(rows[entry.place]);
        rows.swap(sorted);
    }

private:
    /// Nulls come before all else.
    std::uint64_t keyOf(const ColumnCells& cells, std::size_t row) {
        constexpr std::uint64_t kSign = std::uint64_t{1} << 63;
        const bool isNull = cells.isNull(row);
        if (cells.kind() == ColumnKind::Text) {
            const auto text = isNull ? std::string_view{} : cells.text(row);
            texts_.push_back(isNull ? std::nullopt : std::optional<std::string>(text));
            std::uint64_t key = 0;
            for (std::size_t i = 0; i < sizeof key; ++i)
                key = key << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
            return key;
        }
        if (isNull) return 0;
        if (cells.kind() == ColumnKind::Real) {
            const auto bits = std::bit_cast<std::uint64_t>(cells.real(row));
            return bits & kSign ? ~bits : bits | kSign;
        }
        if (!ranks_.empty()) return entryAt(ranks_, cells.whole(row));
        const auto key = static_cast<std::uint64_t>(cells.whole(row)) ^ kSign;
        return std::max<std::uint64_t>(key, 1);
    }

    void settleEqualBeginnings(std::vector<Keyed>& entries) const {
        for (auto first = entries.begin(); first != entries.end();) {
            const auto last = std::find_if(
                first, entries.end(), [&](const Keyed& entry) { return entry.key != first->key; });
            std::stable_sort(first, last, [&](const Keyed& a, const Keyed& b) {
                return descending_ ? texts_[b.place] < texts_[a.place]
                                   : texts_[a.place] < texts_[b.place];
            });
            first = last;
        }
    }

    GenerationFile& file_;
    EventBlocks& blocks_;
    std::size_t column_;
    bool descending_;
    std::vector<std::uint64_t> ranks_;               ///< of names by number
    std::vector<std::optional<std::string>> texts_;  ///< of a text column, by place before the sort
};

}  // namespace

std::size_t columnFor(const schema::Schema& schema, std::string_view field) {
    const auto column = schema.indexOf(field);
    if (!column)
        throw base::ServiceError(
            base::ErrorCode::InvalidInput,
            base::concat("the dataset has no column ", field, " to sort or to search by"));
    return *column;
}

std::vector<std::int64_t> selectEvents(GenerationFile& file, const RowQuery& query) {
    EventBlocks blocks(file);
    auto rows = Conditions(file, blocks, query).rows();
    if (!query.sortColumn.empty())
        Sorter(file, blocks, columnFor(file.schema, query.sortColumn), query.descending).sort(rows);
    else if (query.descending)
        std::reverse(rows.begin(), rows.end());
    return rows;
}

}  // namespace foretaste::store
