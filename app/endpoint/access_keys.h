// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <mutex>
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

/// The keys that a workspace has issued, in keys.json of its folder, readable by its owner alone.
/// They are no part of the database, so that keys are made and revoked while another process serves
/// the workspace; that process sees the change at the next request. Any thread may call. Throws
/// base::IoError.
class AccessKeys {
public:
    explicit AccessKeys(const std::filesystem::path& workspace);

    AccessKey create(std::string note);
    std::vector<AccessKey> list();
    /// False where there is no such key.
    bool revoke(std::string_view accessKeyId);
    std::optional<std::string> secretOf(std::string_view accessKeyId);

private:
    void readIfChanged();
    void write();

    std::filesystem::path file_;
    std::mutex mutex_;
    std::filesystem::file_time_type readAt_{};
    std::vector<AccessKey> keys_;
};

}  // namespace foretaste::endpoint
