// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/tags.h"

#include <algorithm>
#include <set>

#include "core/service/check.h"
#include "core/service/state.h"

namespace foretaste::service {
namespace {

constexpr std::size_t kMostTags = 50;

/// Throws where the ARN is of no resource that can have tags.
void requireTaggable(store::Catalogue& catalogue, const std::string& arn) {
    static constexpr std::pair<std::string_view, std::string_view> kTables[] = {
        {"dataset-group/", Noun<DatasetGroup>::table},
        {"dataset/", Noun<Dataset>::table},
        {"dataset-import-job/", Noun<DatasetImportJob>::table},
        {"data-deletion-job/", Noun<DataDeletionJob>::table},
        {"dataset-export-job/", Noun<DatasetExportJob>::table},
        {"event-tracker/", Noun<EventTracker>::table},
        {"filter/", Noun<Filter>::table},
        {"solution/", Noun<Solution>::table},
        {"solution/", Noun<SolutionVersion>::table},
        {"campaign/", Noun<Campaign>::table},
        {"recommender/", Noun<Recommender>::table},
        {"batch-segment-job/", Noun<BatchSegmentJob>::table},
        {"batch-inference-job/", Noun<BatchInferenceJob>::table}};
    const auto tail = base::arnTail(arn);
    if (tail.starts_with("schema/")) failInvalid("resourceArn: schemas have no tags");
    if (tail.starts_with("metric-attribution/"))
        failInvalid("resourceArn: metric attributions have no tags");
    for (const auto& [start, table] : kTables)
        if (tail.starts_with(start) && catalogue.find(table, arn)) return;
    throw base::ServiceError(base::ErrorCode::ResourceNotFound,
                             base::concat("there is no resource with the ARN ", arn));
}

std::vector<std::pair<std::string, std::string>> pairsOf(const std::vector<Tag>& tags) {
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const auto& tag : tags) pairs.emplace_back(tag.tagKey, tag.tagValue);
    return pairs;
}

}  // namespace

void checkTags(const std::vector<Tag>& tags,
               const std::vector<std::pair<std::string, std::string>>& present) {
    std::set<std::string> keys;
    for (const auto& tag : tags) {
        if (base::toLower(tag.tagKey).starts_with("aws:"))
            failInvalid(
                base::concat("tags: '", tag.tagKey, "' begins with aws:, which is reserved"));
        if (!keys.insert(tag.tagKey).second)
            failInvalid(base::concat("tags: the key '", tag.tagKey, "' is there twice"));
    }
    for (const auto& [key, value] : present) keys.insert(key);
    if (keys.size() > kMostTags)
        throw base::ServiceError(
            base::ErrorCode::TooManyTags,
            base::concat("tags: at most 50 for a resource, it would have ", keys.size()));
}

void Resources::tag(std::string_view arn, const std::vector<Tag>& tags) {
    checkTags(tags, catalogue_.tags(arn));
    catalogue_.setTags(arn, pairsOf(tags));
}

void Service::tagResource(const TagResourceRequest& request) {
    check(request);
    std::lock_guard lock(state_->writing);
    requireTaggable(state_->catalogue, request.resourceArn);
    state_->resources.tag(request.resourceArn, request.tags);
}

void Service::untagResource(const UntagResourceRequest& request) {
    check(request);
    if (request.tagKeys.size() > kMostTags)
        throw base::ServiceError(
            base::ErrorCode::TooManyTagKeys,
            base::concat("tagKeys: at most 50, these are ", request.tagKeys.size()));
    std::lock_guard lock(state_->writing);
    requireTaggable(state_->catalogue, request.resourceArn);
    state_->catalogue.removeTags(request.resourceArn, request.tagKeys);
}

ListTagsForResourceResponse Service::listTagsForResource(
    const ListTagsForResourceRequest& request) {
    check(request);
    requireTaggable(state_->catalogue, request.resourceArn);
    ListTagsForResourceResponse response;
    for (auto& [key, value] : state_->catalogue.tags(request.resourceArn))
        response.tags.push_back({std::move(key), std::move(value)});
    return response;
}

}  // namespace foretaste::service
