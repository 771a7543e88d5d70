// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/ingest/columns.h"
#include "core/ingest/import.h"
#include "core/ingest/row_check.h"
#include "core/ingest/transform.h"
#include "core/store/interner.h"

namespace foretaste::ingest {

/// Counts the rows that an import would take, as it would take them, and the users in them.
class SurvivorCounter {
public:
    SurvivorCounter(const schema::Schema& schema, const ColumnMap& map,
                    const Transforms& transforms);

    /// A row's cells in schema order; transforms change them. Returns why it would be rejected.
    std::optional<CellFault> take(std::vector<std::string_view>& cells);
    /// A record whose cells are not to be trusted.
    void reject();
    const Survivors& survivors() const { return survivors_; }

private:
    Transformer transformer_;
    RowChecker checker_;
    std::size_t user_;  ///< field; ColumnMap::kMissing: none
    std::vector<std::optional<std::string_view>> row_;
    std::vector<std::string> users_;
    store::Interner numbers_{users_};
    std::vector<bool> again_;  ///< [users]: met twice
    Survivors survivors_;
};

}  // namespace foretaste::ingest
