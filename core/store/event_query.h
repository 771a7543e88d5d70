// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/store/generation_file.h"
#include "core/store/row_view.h"

namespace foretaste::store {

/// The rows of an events file that a query selects, in its order (see RowView).
std::vector<std::int64_t> selectEvents(GenerationFile& file, const RowQuery& query);

/// A field's place in the schema; throws ServiceError (InvalidInput) where it has none.
std::size_t columnFor(const schema::Schema& schema, std::string_view field);

}  // namespace foretaste::store
