// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foretaste::endpoint {

/// A key that a client signs its requests with.
struct AccessKey {
    std::string accessKeyId;      ///< 20 characters, begins with "FTK"
    std::string secretAccessKey;  ///< 40 characters
    std::string note;             ///< what its owner wrote down
    std::int64_t createdMs = 0;
};

/// The keys that a workspace has issued: a file each in its folder keys/, readable by its owner
/// alone. They are no part of the database, so that keys are made and revoked while another process
/// serves the workspace; that process sees the change at the next request. Nothing is kept in
/// memory, so any thread and any process may call. Throws base::IoError.
class AccessKeys {
public:
    explicit AccessKeys(const std::filesystem::path& workspace);

    AccessKey create(std::string note) const;
    std::vector<AccessKey> list() const;  ///< the oldest first
    /// False where there is no such key.
    bool revoke(std::string_view accessKeyId) const;
    std::optional<std::string> secretOf(std::string_view accessKeyId) const;

private:
    std::filesystem::path fileOf(std::string_view accessKeyId) const;

    std::filesystem::path folder_;
};

}  // namespace foretaste::endpoint
