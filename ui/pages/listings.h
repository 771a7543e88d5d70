// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/service/service.h"

/// What belongs to a group or a solution, whole lists without paging. To be called in the
/// background; each throws what the service throws.
namespace foretaste::pages {

std::vector<service::Solution> solutionsOf(service::Service& service, const std::string& groupArn);
/// Oldest first.
std::vector<service::SolutionVersion> versionsOf(service::Service& service,
                                                 const std::string& solutionArn);
std::vector<service::Campaign> campaignsOf(service::Service& service,
                                           const std::string& solutionArn);
/// Of all solutions of the group.
std::vector<service::Campaign> campaignsOfGroup(service::Service& service,
                                                const std::string& groupArn);
std::vector<service::Dataset> datasetsOf(service::Service& service, const std::string& groupArn);
/// The group's Interactions dataset; empty ARN where there is none.
service::Dataset interactionsOf(service::Service& service, const std::string& groupArn);
/// Whether there is anything to train on.
bool hasInteractions(service::Service& service, const std::string& groupArn);

/// The solution of a version, by the version's ARN.
std::string solutionArnOf(std::string_view versionArn);

}  // namespace foretaste::pages
