// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/schema/schema.h"
#include "core/store/event_log.h"
#include "core/store/put_records.h"

namespace foretaste::service {

/// A row's cells as text in the order of the schema's fields; nothing where null.
using Row = std::vector<std::optional<std::string>>;

/// An event that was put, as a CSV would have it: its members, and its properties by the fields
/// that they name.
Row rowOf(const schema::Schema& schema, const store::PutEvent& event);

/// A record that was put.
Row rowOf(const schema::Schema& schema, const store::PutRecord& record);

}  // namespace foretaste::service
