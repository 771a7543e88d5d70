// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "core/store/database.h"

namespace foretaste::store {

/// One record put by PutItems or PutUsers.
struct PutRecord {
    std::string id;
    std::string cells;  ///< JSON: field -> text
};

/// The records put one by one, in foretaste.db; the newest of an id is kept. Any thread may call;
/// failures throw base::IoError.
class PutRecords {
public:
    explicit PutRecords(const std::filesystem::path& database) : database_(database) {}

    /// Returns once the records are on the disk: all of them or none.
    void put(std::string_view datasetArn, const std::vector<PutRecord>& records);

    std::vector<PutRecord> all(std::string_view datasetArn);  ///< in the order of first arrival
    std::optional<PutRecord> find(std::string_view datasetArn, std::string_view id);
    std::int64_t count(std::string_view datasetArn);
    void remove(std::string_view datasetArn);
    /// Those of these ids, all of them or none; returns how many there were.
    std::int64_t removeIds(std::string_view datasetArn, const std::unordered_set<std::string>& ids);

private:
    std::mutex mutex_;
    Database database_;
};

}  // namespace foretaste::store
