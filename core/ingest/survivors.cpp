// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/survivors.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/text.h"

namespace foretaste::ingest {

SurvivorCounter::SurvivorCounter(const schema::Schema& schema, const ColumnMap& map,
                                 const Transforms& transforms)
    : transformer_(schema, transforms), checker_(schema), user_(ColumnMap::kMissing) {
    if (const auto field = schema.indexOf("USER_ID"))
        if (map.columnOf[*field] != ColumnMap::kMissing) user_ = *field;
}

std::optional<CellFault> SurvivorCounter::take(std::vector<std::string_view>& cells) {
    auto [leftOut, fault] = transformer_.apply(cells);
    ++survivors_.rowsRead;
    survivors_.rowsLeftOut += leftOut;
    if (leftOut) return std::nullopt;
    if (!fault) fault = checker_.check(cells, row_);
    if (fault) {
        ++survivors_.rowsRejected;
        return fault;
    }
    ++survivors_.rowsKept;
    if (user_ == ColumnMap::kMissing) return std::nullopt;
    const auto user = static_cast<std::size_t>(numbers_.number(*row_[user_]));
    if (user == again_.size()) {
        again_.push_back(false);
        ++survivors_.users;
    } else if (!again_[user]) {
        again_[user] = true;
        ++survivors_.usersWithTwo;
    }
    return std::nullopt;
}

void SurvivorCounter::reject() {
    ++survivors_.rowsRead;
    ++survivors_.rowsRejected;
}

Survivors countSurvivors(const std::filesystem::path& source, const schema::Schema& schema,
                         const Transforms& transforms, const base::JobContext& job) {
    const auto files = filesOf(source);
    std::int64_t bytes = 0, done = 0;
    for (const auto& file : files) bytes += sizeOf(file);
    std::optional<SurvivorCounter> counter;
    std::vector<std::string_view> record, cells;
    for (const auto& file : files) {
        CsvReader reader(file);
        const auto header = readHeader(reader, file);
        const auto map = mapColumns(header, schema, transforms);
        if (const auto fault = headerFault(file, header, map, schema); !fault.empty())
            throw base::ServiceError(base::ErrorCode::InvalidInput, fault);
        if (!counter) counter.emplace(schema, map, transforms);
        constexpr std::int64_t kRowsBetweenLooks = 4096;
        while (reader.next(record)) {
            if (counter->survivors().rowsRead % kRowsBetweenLooks == 0) {
                job.throwIfStopped();
                job.report({.fraction = static_cast<double>(done + reader.bytesRead()) /
                                        static_cast<double>(std::max<std::int64_t>(bytes, 1)),
                            .phase = "counting the rows that fit"});
            }
            if (!recordFault(reader, record, header.size()).empty()) {
                counter->reject();
                continue;
            }
            pickCells(record, map, cells);
            counter->take(cells);
        }
        done += sizeOf(file);
    }
    auto survivors = counter->survivors();
    survivors.whole = true;
    return survivors;
}

}  // namespace foretaste::ingest
