// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string_view>

#include "core/recipes/safetensors.h"

namespace foretaste::recipes {

/// An empty model file of a recipe.
TensorFile newModelFile(std::string_view recipe);

/// Reads a model file. Throws base::IoError where it is damaged, is no model of this recipe, or is
/// of a newer form than this program knows.
TensorFile openModelFile(const std::filesystem::path& file, std::string_view recipe);

}  // namespace foretaste::recipes
