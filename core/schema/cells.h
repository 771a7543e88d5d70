// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace foretaste::schema {

/// Reads a cell of a whole-number column: "42", and "42.0" as spreadsheets and data frames write
/// whole numbers beside nulls. False for anything else, "4.2e1" too: what is written so has most
/// often been rounded.
bool readWhole(std::string_view cell, std::int64_t& value);

}  // namespace foretaste::schema
