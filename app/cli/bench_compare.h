// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/service/codec.h"

namespace foretaste::cli {

/// Puts json["compared"][key] = now / then for keys that an earlier output in `file` has too, and
/// prints each on standard error. Throws ServiceError (InvalidInput) where the file holds none.
void compareWith(const std::filesystem::path& file, const std::vector<std::string>& keys,
                 service::Json& json);

}  // namespace foretaste::cli
