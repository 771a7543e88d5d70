// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <list>
#include <memory>
#include <mutex>

#include "core/store/row_view.h"

namespace foretaste::service {

/// The views that row browsers have asked for last, since every page of one needs it. Any thread
/// may call; throws what RowView throws.
class RowViews {
public:
    std::shared_ptr<const store::RowView> view(const std::filesystem::path& file,
                                               const store::RowQuery& query);

private:
    struct Entry {
        std::filesystem::path file;
        store::RowQuery query;
        std::shared_ptr<const store::RowView> view;
    };
    // Held while a view is made, too: the pages of one paint ask for the same view at once.
    std::mutex mutex_;
    std::list<Entry> entries_;  ///< the one used last comes first
};

}  // namespace foretaste::service
