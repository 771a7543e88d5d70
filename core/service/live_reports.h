// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "core/service/solution_version.h"

namespace foretaste::service {

/// The reports of trainings that are under way, growing point by point.
class LiveReports {
public:
    void begin(const std::string& versionArn);
    /// The report as far as it goes; nothing where no such training is under way.
    std::optional<TrainingReport> find(std::string_view versionArn);
    void change(const std::string& versionArn, const std::function<void(TrainingReport&)>& how);
    /// Takes it out: from now on the catalogue has it.
    TrainingReport end(const std::string& versionArn);

private:
    std::mutex mutex_;
    std::map<std::string, TrainingReport, std::less<>> reports_;
};

}  // namespace foretaste::service
