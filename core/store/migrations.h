// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"

namespace foretaste::store {

/// Brings foretaste.db to this program's form, one numbered step at a time, each in one transaction.
/// A database that holds something is copied to a neighbour file first. Throws base::IoError where
/// a newer program wrote the database.
void migrate(Database& database);

}  // namespace foretaste::store
