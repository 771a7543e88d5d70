// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/listings.h"

#include "ui/models/live_list.h"

namespace foretaste::pages {

using service::Service;

std::vector<service::Solution> solutionsOf(Service& service, const std::string& groupArn) {
    return models::allOf(
        [&](const service::Page& page) { return service.listSolutions(groupArn, page); });
}

std::vector<service::SolutionVersion> versionsOf(Service& service, const std::string& solutionArn) {
    return models::allOf(
        [&](const service::Page& page) { return service.listSolutionVersions(solutionArn, page); });
}

std::vector<service::Campaign> campaignsOf(Service& service, const std::string& solutionArn) {
    return models::allOf(
        [&](const service::Page& page) { return service.listCampaigns(solutionArn, page); });
}

std::vector<service::Campaign> campaignsOfGroup(Service& service, const std::string& groupArn) {
    std::vector<service::Campaign> all;
    for (const auto& solution : solutionsOf(service, groupArn))
        for (auto& campaign : campaignsOf(service, solution.arn()))
            all.push_back(std::move(campaign));
    return all;
}

std::vector<service::Dataset> datasetsOf(Service& service, const std::string& groupArn) {
    return models::allOf(
        [&](const service::Page& page) { return service.listDatasets(groupArn, page); });
}

service::Dataset interactionsOf(Service& service, const std::string& groupArn) {
    for (auto& dataset : datasetsOf(service, groupArn))
        if (schema::typeFromName(dataset.datasetType) == service::DatasetType::Interactions)
            return dataset;
    return {};
}

bool hasInteractions(Service& service, const std::string& groupArn) {
    const auto dataset = interactionsOf(service, groupArn);
    if (dataset.arn().empty()) return false;
    const auto statistics = service.datasetStatistics(dataset.arn());
    return statistics.bulkRows + statistics.putRows > 0;
}

std::string solutionArnOf(std::string_view versionArn) {
    return std::string(versionArn.substr(0, versionArn.rfind('/')));
}

}  // namespace foretaste::pages
