// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/progress.h"
#include "core/schema/schema.h"
#include "core/store/tables.h"

namespace foretaste::store {

/// One event of a user as screens and campaigns read it.
struct HistoryEvent {
    std::string itemId;
    std::string eventType;  ///< empty: none
    float eventValue = kNoValue;
    std::int64_t timestamp = 0;  ///< epoch seconds
};

/// Writes the bulk rows of one import into a new generation file. The file is complete and durable
/// once finish() has returned; without it, the destructor deletes it.
///
/// Cells arrive in schema order as text that has passed the row checks (schema, service.md 2.3): an
/// empty optional is null. For events, exact repeats of (USER_ID, ITEM_ID or ACTION_ID, TIMESTAMP)
/// are dropped (2.5); for records the last one of an id wins. Throws base::IoError.
class BulkWriter {
public:
    BulkWriter(const std::filesystem::path& file, const schema::Schema& schema);
    ~BulkWriter();
    BulkWriter(const BulkWriter&) = delete;
    BulkWriter& operator=(const BulkWriter&) = delete;

    void append(const std::vector<std::optional<std::string_view>>& cells);

    /// Copies all rows of an older generation first (an INCREMENTAL import). Call before append.
    void copyFrom(const std::filesystem::path& olderGeneration, const base::JobContext& job = {});

    struct Totals {
        std::int64_t rows = 0;        ///< kept
        std::int64_t duplicates = 0;  ///< dropped or replaced
        std::int64_t users = 0, items = 0;
        std::int64_t oldest = 0, newest = 0;  ///< epoch seconds; Interactions only
    };
    Totals finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

// Readers of one generation file. All throw base::IoError.

/// Appends a generation's rows to the table (ids are interned into it).
void readInteractions(const std::filesystem::path& file, InteractionTable& into);
/// A generation's records; columns follow the file's schema.
RecordTable readRecords(const std::filesystem::path& file);
/// One record's cells by field as text, nulls left out; empty where no record has this id.
std::map<std::string, std::string> readRecord(const std::filesystem::path& file,
                                              std::string_view id);
/// What the writer counted.
BulkWriter::Totals readTotals(const std::filesystem::path& file);
/// A user's newest events, oldest first, at most `limit`.
std::vector<HistoryEvent> readHistory(const std::filesystem::path& file, std::string_view userId,
                                      std::size_t limit);
/// Users whose id contains `text` (any case), the busiest first, with their event counts.
std::vector<std::pair<std::string, std::int64_t>> findUsers(const std::filesystem::path& file,
                                                            std::string_view text,
                                                            std::size_t limit);
/// One page of rows as text in schema order, for a data browser; sorted as imported.
std::vector<std::vector<std::optional<std::string>>> readRows(const std::filesystem::path& file,
                                                              std::int64_t offset,
                                                              std::int64_t count);

}  // namespace foretaste::store
