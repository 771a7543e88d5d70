// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/schema/schema.h"

namespace foretaste::ingest {

/// The first cell of a row that breaks a rule.
struct CellFault {
    std::size_t field = 0;  ///< in the schema
    std::string reason;     ///< "is not a whole number"
};

/// Holds rows against a schema (service.md 2.2, 2.3, 2.5).
class RowChecker {
public:
    explicit RowChecker(const schema::Schema& schema);

    /// `cells` in schema order; an empty cell of a nullable field is null. Fills `row` with what is
    /// to be stored; the views point into `cells`.
    std::optional<CellFault> check(const std::vector<std::string_view>& cells,
                                   std::vector<std::optional<std::string_view>>& row) const;

private:
    struct Rule {
        bool id = false, time = false;
        std::size_t longest = 0;  ///< characters
    };
    const schema::Schema& schema_;
    std::vector<Rule> rules_;
};

/// Timestamps from here on are milliseconds: as seconds they would lie after the year 5000.
inline constexpr double kMillisecondsFrom = 1e11;

bool isUtf8(std::string_view text);
std::size_t characterCount(std::string_view utf8);

}  // namespace foretaste::ingest
