// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/schema/schema.h"
#include "core/store/column_block.h"
#include "core/store/database.h"
#include "core/store/dataset_files.h"
#include "core/store/interner.h"
#include "core/store/key_set.h"
#include "core/store/row_batch.h"

namespace foretaste::store {

/// Writes events into a generation file: blocks of columns in the order of the rows, then the names
/// behind the numbers and, for each user, where its rows are. GenerationWriter's half for events.
class EventWriter {
public:
    EventWriter(Database& database, const schema::Schema& schema, BulkWriter::Totals& totals);

    /// Drops rows that repeat an earlier one.
    void append(const RowBatch& batch);
    void finish();

private:
    /// A row of a user as they are sorted.
    struct Place {
        std::int64_t time;
        std::uint32_t row;
    };

    void numberIds(const RowBatch& batch);
    void chooseKept(const RowBatch& batch);
    void addCells(const RowBatch& batch, std::size_t column, std::size_t first, std::size_t count);
    void writeBlock();
    void writeNames();
    std::vector<Place> placesByUser();
    void writePlaces(const std::vector<Place>& places);

    Database& database_;
    BulkWriter::Totals& totals_;
    std::size_t userColumn_, itemColumn_, timeColumn_;
    std::vector<std::string> userNames_, itemNames_, typeNames_;
    Interner users_{userNames_}, items_{itemNames_}, types_{typeNames_};
    std::optional<KeySet> keys_{std::in_place};
    std::vector<std::int64_t> userEvents_;  ///< [users]

    // Of the batch in hand
    std::vector<std::int32_t> user_, item_;
    std::vector<std::uint64_t> key_;
    std::vector<std::uint32_t> kept_;  ///< rows of the batch

    std::vector<ColumnBuilder> columns_;  ///< of the block that is being filled
    std::int64_t blocks_ = 0;
    std::optional<Statement> insertBlock_, insertPiece_;
    /// [blocks][rows] of what is written, for the order by user and time.
    std::vector<std::vector<std::int32_t>> usersOfBlock_;
    std::vector<std::vector<std::int64_t>> timesOfBlock_;
};

}  // namespace foretaste::store
