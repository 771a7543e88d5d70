// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipes/model_file.h"

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"

namespace foretaste::recipes {
namespace {

constexpr const char* kForm = "foretaste model 1";

}  // namespace

TensorFile newModelFile(std::string_view recipe) {
    TensorFile file;
    file.metadata["form"] = kForm;
    file.metadata["recipe"] = recipe;
    return file;
}

TensorFile openModelFile(const std::filesystem::path& file, std::string_view recipe) {
    auto tensors = TensorFile::load(file);
    if (const auto& form = tensors.text("form"); form != kForm)
        throw base::IoError(base::concat("The model file '", base::pathText(file),
                                         "' has the form '", form, "'; this program reads '", kForm,
                                         "'. Train the version again."));
    if (const auto& found = tensors.text("recipe"); found != recipe)
        throw base::IoError(base::concat("The model file '", base::pathText(file),
                                         "' is of the recipe ", found, ", not of ", recipe, "."));
    return tensors;
}

}  // namespace foretaste::recipes
