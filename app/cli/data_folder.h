// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "core/dataset/training_data.h"

namespace foretaste::cli {

/// What a folder with interactions.csv [items.csv, users.csv, *.schema.json] holds, as recipes
/// train on it; `idsOnly` leaves metadata of items and users out. Tells on standard error of rows
/// that do not fit. Throws ServiceError (InvalidInput) where there are no interactions.
dataset::TrainingData readDataFolder(const std::filesystem::path& folder, bool idsOnly);

}  // namespace foretaste::cli
