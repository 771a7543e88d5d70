// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/dataset_group.h"

#include "core/service/check.h"
#include "core/service/state.h"

namespace foretaste::service {

DatasetGroup Service::State::activeGroup(std::string_view arn) {
    auto group = resources.get<DatasetGroup>(arn);
    if (group.status != Status::Active)
        failInUse(base::concat("dataset group ", group.name, " is ", enumText(group.status),
                               ": wait until it is ACTIVE"));
    return group;
}

CreateDatasetGroupResponse Service::createDatasetGroup(const CreateDatasetGroupRequest& request) {
    check(request);
    constexpr std::size_t kQuota = 5;
    std::lock_guard lock(state_->writing);
    if (state_->settings.compatible && state_->resources.all<DatasetGroup>().size() >= kQuota)
        throw base::ServiceError(base::ErrorCode::LimitExceeded,
                                 "the service allows 5 dataset groups: delete one first");
    DatasetGroup group;
    group.name = request.name;
    group.datasetGroupArn = base::makeArn(base::concat("dataset-group/", request.name));
    group.roleArn = request.roleArn;
    group.kmsKeyArn = request.kmsKeyArn;
    group.domain = request.domain;
    group.status = Status::Active;  // nothing has to be provisioned on one's own machine
    state_->resources.add(group, request.tags);
    state_->note(ResourceKind::DatasetGroup, group.arn(),
                 base::concat("Dataset group ", group.name, " was created"));
    return {group.datasetGroupArn, group.domain};
}

DatasetGroup Service::describeDatasetGroup(std::string_view arn) {
    return state_->resources.get<DatasetGroup>(arn);
}

Listing<DatasetGroup> Service::listDatasetGroups(const Page& page) {
    check(page);
    return state_->resources.list<DatasetGroup>({}, page);
}

void Service::deleteDatasetGroup(std::string_view arn) {
    std::lock_guard lock(state_->writing);
    const auto group = state_->resources.get<DatasetGroup>(arn);
    std::vector<std::string> holding;
    const auto hold = [&](std::size_t count, std::string_view noun) {
        if (count > 0) holding.push_back(countOf(count, noun));
    };
    hold(state_->resources.all<Solution>(arn).size(), "solution");
    hold(state_->resources.all<Recommender>(arn).size(), "recommender");
    hold(state_->resources.all<EventTracker>(arn).size(), "event tracker");
    hold(state_->resources.all<Dataset>(arn).size(), "dataset");
    if (!holding.empty())
        failInUse(base::concat("dataset group ", group.name, " still has ",
                               base::join(holding, ", "), ": delete them first"));
    const auto deletions = state_->resources.all<DataDeletionJob>(arn);
    for (const auto& job : deletions)
        if (isUnderWay(asStatus(job.status)))
            failInUse(base::concat("the deletion ", job.jobName, " of users is under way: wait"));
    for (const auto& job : deletions) state_->resources.remove(job);
    for (const auto& attribution : state_->resources.all<MetricAttribution>(arn)) {
        std::lock_guard reports(state_->attributing);
        state_->attributions.erase(attribution.datasetGroupArn);
        state_->resources.remove(attribution);
    }
    for (const auto& filter : state_->resources.all<Filter>(arn)) state_->resources.remove(filter);
    state_->resources.remove(group);
    state_->note(ResourceKind::DatasetGroup, arn,
                 base::concat("Dataset group ", group.name, " was deleted"));
}

}  // namespace foretaste::service
