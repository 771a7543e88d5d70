// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
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
        bool id = false, time = false, whole = false, actionEvent = false;
        std::size_t longest = 0;  ///< characters
    };
    std::string textFault(std::string_view cell, const Rule& rule, bool textual) const;
    std::string numberFault(std::string_view cell, const Rule& rule, bool narrow) const;

    const schema::Schema& schema_;
    std::vector<Rule> rules_;
};

/// Timestamps from here on are milliseconds: as seconds they would lie after the year 5000.
inline constexpr std::int64_t kMillisecondsFrom = 100'000'000'000;

bool isUtf8(std::string_view text);  ///< well-formed, without zero bytes
std::size_t characterCount(std::string_view utf8);
/// The beginning of a text as messages show it, well-formed whatever the text is.
std::string shortened(std::string_view text, std::size_t characters = 120);

}  // namespace foretaste::ingest
