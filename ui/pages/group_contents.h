// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <vector>

#include "core/service/service.h"

namespace foretaste::pages {

/// What hangs on a dataset group and has to go before it can.
struct GroupContents {
    std::vector<service::Campaign> campaigns;
    std::vector<service::Solution> solutions;
    std::size_t versions = 0;
    std::vector<service::EventTracker> trackers;
    std::vector<service::Dataset> datasets;
    std::int64_t rows = 0;  ///< of all datasets, put ones included

    bool isEmpty() const { return solutions.empty() && trackers.empty() && datasets.empty(); }
};

GroupContents contentsOf(service::Service& service, const std::string& groupArn);

/// One sentence for each kind of thing, in the order in which they are deleted.
QStringList consequencesOf(const GroupContents& contents);

/// Deletes campaigns, solutions, event trackers, datasets and at last the group: the order that the
/// service asks for. Throws ServiceError at the first refusal; what was deleted before stays so.
void deleteGroupWithContents(service::Service& service, const std::string& groupArn);

}  // namespace foretaste::pages
