// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/store/database.h"

namespace foretaste::store {

/// Brings foretaste.db to this program's form, one numbered step at a time, each in one
/// transaction. A database that holds something is copied to a neighbour file first. Throws
/// base::IoError where a newer program wrote the database.
void migrate(Database& database);

/// The same with other steps: the first makes form 1 of an empty database, and so on.
void migrate(Database& database, const std::vector<std::string>& steps);

}  // namespace foretaste::store
