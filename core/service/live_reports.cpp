// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/live_reports.h"

namespace foretaste::service {

void LiveReports::begin(const std::string& versionArn) {
    std::lock_guard lock(mutex_);
    reports_[versionArn] = {};
}

std::optional<TrainingReport> LiveReports::find(std::string_view versionArn) {
    std::lock_guard lock(mutex_);
    const auto found = reports_.find(versionArn);
    if (found == reports_.end()) return std::nullopt;
    return found->second;
}

void LiveReports::change(const std::string& versionArn,
                         const std::function<void(TrainingReport&)>& how) {
    std::lock_guard lock(mutex_);
    how(reports_[versionArn]);
}

TrainingReport LiveReports::end(const std::string& versionArn) {
    std::lock_guard lock(mutex_);
    auto node = reports_.extract(versionArn);
    return node.empty() ? TrainingReport{} : std::move(node.mapped());
}

}  // namespace foretaste::service
