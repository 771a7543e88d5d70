// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/row_views.h"

#include <algorithm>

namespace foretaste::service {

std::shared_ptr<const store::RowView> RowViews::view(const std::filesystem::path& file,
                                                     const store::RowQuery& query) {
    constexpr std::size_t kKept = 4;
    std::lock_guard lock(mutex_);
    const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) {
        return entry.file == file && entry.query == query;
    });
    if (found != entries_.end()) {
        entries_.splice(entries_.begin(), entries_, found);
    } else {
        auto view = std::make_shared<const store::RowView>(file, query);
        entries_.push_front({file, query, std::move(view)});
        if (entries_.size() > kKept) entries_.pop_back();
    }
    return entries_.front().view;
}

}  // namespace foretaste::service
