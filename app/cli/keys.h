// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace foretaste::cli {

struct KeysOptions {
    std::string action;  ///< "create", "list" or "revoke"
    std::string accessKeyId, note;
    bool json = false;
};

/// The keys of a workspace, whether or not another process has it open. Throws ServiceError
/// (ResourceNotFound) where there is no such key, base::IoError.
int runKeys(const std::filesystem::path& workspace, const KeysOptions& options);

}  // namespace foretaste::cli
