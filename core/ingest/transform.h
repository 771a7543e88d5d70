// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/ingest/row_check.h"
#include "core/schema/schema.h"

namespace foretaste::ingest {

/// From this rating on, a row is an event of this type.
struct RatingStep {
    double from = 0;
    std::string eventType;
    bool operator==(const RatingStep&) const = default;
};

/// How one field of a schema is read from a file that was not made for it: what a person would
/// else mend in a spreadsheet before the import.
struct FieldTransform {
    enum class Convert {
        None,
        MillisecondsToSeconds,  ///< of Unix time; times that are seconds already stay
        DateToSeconds,          ///< ISO 8601 dates and times to Unix time; Unix time stays
        RatingToEvent,          ///< the type of the highest step that the rating reaches
    };
    std::string column;  ///< of the file; empty: the one that is named like the field
    Convert convert = Convert::None;
    std::optional<std::string> fill;  ///< instead of an empty cell, or where there is no column
    bool dropEmpty = false;           ///< rows whose cell is empty are left out
    std::vector<RatingStep> steps;    ///< rows that rate below all of them are left out
    bool operator==(const FieldTransform&) const = default;
};

/// By the name of the field as the schema has it.
using Transforms = std::map<std::string, FieldTransform>;

/// Unix time of "2020-01-31", "2020/1/31 14:02", "2020-01-31T14:02:11.5Z", "... +02:00"; without a
/// zone it is UTC. Nothing where the text is no such date.
std::optional<std::int64_t> unixTimeOf(std::string_view text);

/// Applies transforms to rows, one after the other; each thread has one of its own.
class Transformer {
public:
    /// Throws ServiceError (InvalidInput) for a field that the schema does not have, and for a
    /// transform that makes no sense.
    Transformer(const schema::Schema& schema, const Transforms& transforms);

    struct Outcome {
        bool leftOut = false;            ///< on purpose: neither a row nor a reject
        std::optional<CellFault> fault;  ///< a cell that cannot be converted
    };
    /// `cells` in schema order, before they are checked. What it changes holds until the next call.
    Outcome apply(std::vector<std::string_view>& cells);

private:
    struct Step {
        std::size_t field = 0;
        FieldTransform transform;
        std::string converted = {};
    };
    static std::string convert(Step& step, std::string_view cell, bool& leftOut);
    std::vector<Step> steps_;
};

/// What a transform does, for reports: "TIMESTAMP: milliseconds became seconds"; in the order of
/// the fields' names, renamed columns left out.
std::vector<std::string> describe(const Transforms& transforms);

}  // namespace foretaste::ingest
