// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/service/service.h"

namespace foretaste::service {

/// What importFolder() has begun.
struct FolderImport {
    struct Part {
        DatasetType type = DatasetType::Interactions;
        std::string datasetArn, importJobArn;
    };
    std::string name, datasetGroupArn;
    std::vector<Part> parts;  ///< interactions first
};

/// Makes a dataset group of a folder as people hand them around: interactions.csv and, where they
/// are there, items.csv and users.csv, each with its *.schema.json or else a schema guessed from its
/// rows. Returns when the imports have begun. The group is called `name`, with "-2", "-3", ... where
/// that is taken. Throws ServiceError (InvalidInput) where the folder has no interactions.csv.
FolderImport importFolder(Service& service, const std::filesystem::path& folder,
                          std::string_view name);

}  // namespace foretaste::service
