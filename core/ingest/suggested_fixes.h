// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/ingest/columns.h"
#include "core/ingest/import.h"
#include "core/ingest/transform.h"
#include "core/schema/schema.h"

namespace foretaste::ingest {

/// Watches rows go by and works out what would mend those that do not fit.
class FixFinder {
public:
    /// `map` says where the fields stand in a file with this header.
    FixFinder(const schema::Schema& schema, const std::vector<std::string>& header,
              const ColumnMap& map, const Transforms& transforms);

    /// A sound record, and its cells in schema order before any transform.
    void take(const std::vector<std::string_view>& record,
              const std::vector<std::string_view>& cells);

    /// What has not been applied yet.
    std::vector<SuggestedFix> fixes() const;

private:
    struct FieldFacts {
        std::int64_t filled = 0, empty = 0, milliseconds = 0, dates = 0, numbers = 0;
        double sum = 0;
        std::map<std::string, std::int64_t, std::less<>> counts = {};  ///< of texts
    };
    bool applied(const std::string& field, FieldTransform::Convert convert) const;
    void addRename(std::vector<SuggestedFix>& fixes) const;
    void addTime(std::size_t field, std::vector<SuggestedFix>& fixes) const;
    void addFill(std::size_t field, std::vector<SuggestedFix>& fixes) const;
    void addRatings(std::vector<SuggestedFix>& fixes) const;

    const schema::Schema& schema_;
    const std::vector<std::string>& header_;
    const ColumnMap& map_;
    const Transforms& transforms_;
    std::vector<FieldFacts> facts_;  ///< [fields]
    std::size_t ratings_;            ///< column; ColumnMap::kMissing: none
    std::int64_t rated_ = 0, notRated_ = 0;
    double highest_ = 0;
};

}  // namespace foretaste::ingest
