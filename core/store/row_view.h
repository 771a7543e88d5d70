// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace foretaste::store {

/// Which rows of a dataset a browser shows, and in which order. A condition that is left empty lets
/// every row pass.
struct RowQuery {
    std::string userId, itemId;               ///< exactly these; of events also ACTION_ID as itemId
    std::string eventType;                    ///< exactly this
    std::optional<std::int64_t> from, until;  ///< epoch seconds, both included
    std::string idText;                       ///< a part of the id of the user or item, in any case
    std::string sortColumn;  ///< a field of the schema; empty: in the order of import
    bool descending = false;

    bool operator==(const RowQuery&) const = default;
    /// Whether these are all rows as they were imported.
    bool isPlain() const { return *this == RowQuery{}; }
};

/// The rows of a generation that a query selects, in its order; rows that are equal in the sorted
/// column stay in the order of import, and nulls come first. Making one looks at every row once;
/// afterwards a page anywhere costs the same. Reading is safe from any thread. Throws
/// base::IoError, and ServiceError (InvalidInput) where the dataset has no column of the query.
class RowView {
public:
    RowView(const std::filesystem::path& file, const RowQuery& query);

    std::int64_t count() const { return static_cast<std::int64_t>(rows_.size()); }
    /// Cells as text in schema order.
    std::vector<std::vector<std::optional<std::string>>> page(std::int64_t offset,
                                                              std::int64_t count) const;

private:
    std::filesystem::path file_;
    std::vector<std::int64_t> rows_;  ///< row numbers
};

}  // namespace foretaste::store
