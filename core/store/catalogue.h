// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/store/database.h"

namespace foretaste::store {

/// One resource as the catalogue keeps it. `table` is the noun: "campaign", "solution_version".
struct ResourceRow {
    std::string arn;
    std::string parent;  ///< ARN of what it belongs to; empty for the top
    std::string name;
    std::string status;
    std::int64_t createdMs = 0, updatedMs = 0;
    std::string body;   ///< the resource as JSON, in the API's form
    std::string extra;  ///< JSON beyond the API: reports
};

struct ActivityRow {
    std::int64_t atMs = 0;
    std::string kind, arn, text;
    bool failed = false;
};

/// The resources of a workspace: one table a noun in foretaste.db, all of one shape. Safe to use
/// from any thread; every write is one transaction. Throws base::IoError.
class Catalogue {
public:
    explicit Catalogue(Database& database) : database_(database) {}

    void insert(std::string_view table, const ResourceRow& row);
    /// Everything but `extra`.
    void update(std::string_view table, const ResourceRow& row);
    void setExtra(std::string_view table, std::string_view arn, std::string_view extra);
    /// Several writes as one: all or nothing. Pairs are ARN and extra.
    void setExtras(std::string_view table,
                   const std::vector<std::pair<std::string, std::string>>& extras);
    /// Several writes as one: all or nothing.
    void updateBoth(std::string_view table, const ResourceRow& row, std::string_view extra);
    std::optional<ResourceRow> find(std::string_view table, std::string_view arn);
    bool hasName(std::string_view table, std::string_view name);
    /// Oldest first; `parent` empty: all. `after` is where the page before ended (0: the start);
    /// each row comes with the mark to go on from.
    std::vector<std::pair<std::int64_t, ResourceRow>> list(std::string_view table,
                                                           std::string_view parent,
                                                           std::int64_t after, std::size_t limit);
    void remove(std::string_view table, std::string_view arn);  ///< with its tags

    /// Tags of a resource: key and value, in the order of their keys. A key that is there already
    /// gets the new value.
    void setTags(std::string_view arn,
                 const std::vector<std::pair<std::string, std::string>>& tags);
    void removeTags(std::string_view arn, const std::vector<std::string>& keys);
    std::vector<std::pair<std::string, std::string>> tags(std::string_view arn);

    void addActivity(const ActivityRow& row);
    std::vector<ActivityRow> activity(std::size_t limit);  ///< newest first

private:
    std::mutex mutex_;
    Database& database_;
};

}  // namespace foretaste::store
