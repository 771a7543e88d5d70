// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/checked_chunk.h"

#include <algorithm>
#include <utility>

namespace foretaste::ingest {

void ChunkChecker::check(CsvChunk&& chunk, const ColumnMap& map, std::size_t columns,
                         CheckedChunk& into) {
    into.rows.clear();
    into.rejects.clear();
    into.rowsRead = into.leftOut = 0;
    std::fill(into.shortened.begin(), into.shortened.end(), 0);

    CsvReader reader(std::move(chunk));
    const auto reject = [&](RowIssue issue) {
        issue.line = reader.line();
        into.rejects.push_back({std::move(issue), {cells_.begin(), cells_.end()}});
    };
    while (reader.next(record_)) {
        ++into.rowsRead;
        if (auto fault = recordFault(reader, record_, columns); !fault.empty()) {
            cells_.assign(schema_.fields.size(), {});
            cells_[0] = reader.raw();
            reject({.value = shortened(reader.raw()), .reason = std::move(fault)});
            continue;
        }
        pickCells(record_, map, cells_);
        auto [leftOut, fault] = transformer_.apply(cells_);
        into.leftOut += leftOut;
        if (leftOut) continue;
        if (!fault) fault = checker_.check(cells_, row_);
        if (fault) {
            reject({.column = schema_.fields[fault->field].name,
                    .value = shortened(cells_[fault->field]),
                    .reason = std::move(fault->reason)});
            continue;
        }
        for (std::size_t field = 0; field < cells_.size(); ++field)
            if (schema_.fields[field].textual && row_[field] &&
                row_[field]->size() < cells_[field].size())
                ++into.shortened[field];
        into.rows.add(row_);
    }
}

}  // namespace foretaste::ingest
