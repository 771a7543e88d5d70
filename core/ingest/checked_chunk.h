// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/ingest/columns.h"
#include "core/ingest/csv_reader.h"
#include "core/ingest/import.h"
#include "core/ingest/row_check.h"
#include "core/ingest/transform.h"
#include "core/store/row_batch.h"

namespace foretaste::ingest {

/// What a chunk of a file holds, held against the schema.
struct CheckedChunk {
    struct Reject {
        RowIssue issue;                  ///< without the file
        std::vector<std::string> cells;  ///< in schema order
    };

    explicit CheckedChunk(const schema::Schema& schema)
        : rows(schema), shortened(schema.fields.size()) {}

    store::RowBatch rows;  ///< those that are taken
    std::int64_t rowsRead = 0;
    std::int64_t leftOut = 0;  ///< on purpose, by a transform
    std::vector<Reject> rejects;
    std::vector<std::int64_t> shortened;  ///< [fields]: texts that were cut
};

/// Holds the chunks of a file against a schema; each thread has one of its own.
class ChunkChecker {
public:
    ChunkChecker(const schema::Schema& schema, const Transforms& transforms)
        : schema_(schema), transformer_(schema, transforms), checker_(schema) {}

    /// `columns` are those of the file's header.
    void check(CsvChunk&& chunk, const ColumnMap& map, std::size_t columns, CheckedChunk& into);

private:
    const schema::Schema& schema_;
    Transformer transformer_;
    RowChecker checker_;
    std::vector<std::string_view> record_, cells_;
    std::vector<std::optional<std::string_view>> row_;
};

}  // namespace foretaste::ingest
