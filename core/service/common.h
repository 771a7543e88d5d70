// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/schema/schema.h"
#include "core/service/members.h"

namespace foretaste::service {

using schema::DatasetType;
using schema::Domain;

template <>
struct EnumNames<Domain> {
    static constexpr std::pair<Domain, std::string_view> values[] = {
        {Domain::Ecommerce, "ECOMMERCE"}, {Domain::VideoOnDemand, "VIDEO_ON_DEMAND"}};
};

/// The states of service.md 1.2.
enum class Status {
    CreatePending,
    CreateInProgress,
    Active,
    CreateFailed,
    CreateStopping,
    CreateStopped,
    DeletePending,
    DeleteInProgress,
    StopPending,
    StopInProgress,
    Inactive,
    StartPending,
    StartInProgress,
};

template <>
struct EnumNames<Status> {
    static constexpr std::pair<Status, std::string_view> values[] = {
        {Status::CreatePending, "CREATE PENDING"},
        {Status::CreateInProgress, "CREATE IN_PROGRESS"},
        {Status::Active, "ACTIVE"},
        {Status::CreateFailed, "CREATE FAILED"},
        {Status::CreateStopping, "CREATE STOPPING"},
        {Status::CreateStopped, "CREATE STOPPED"},
        {Status::DeletePending, "DELETE PENDING"},
        {Status::DeleteInProgress, "DELETE IN_PROGRESS"},
        {Status::StopPending, "STOP PENDING"},
        {Status::StopInProgress, "STOP IN_PROGRESS"},
        {Status::Inactive, "INACTIVE"},
        {Status::StartPending, "START PENDING"},
        {Status::StartInProgress, "START IN_PROGRESS"}};
};

/// True while work on the resource is still to be done.
constexpr bool isUnderWay(Status status) {
    switch (status) {
        case Status::Active:
        case Status::CreateFailed:
        case Status::CreateStopped:
        case Status::Inactive: return false;
        default: return true;
    }
}

/// The kinds of resources; each is a table of the catalogue and a page of the console.
enum class ResourceKind {
    DatasetGroup,
    Schema,
    Dataset,
    DatasetImportJob,
    EventTracker,
    Solution,
    SolutionVersion,
    Campaign,
    Filter,
    DatasetExportJob,
    DataDeletionJob,
    BatchInferenceJob,
    BatchSegmentJob,
    Recommender,
    MetricAttribution,
};

inline constexpr std::string_view kTagForm = "letters, digits, spaces and _ . : / = + - @";
inline constexpr Rule kTagKey{1, 128, forms::isTagText, kTagForm};

struct Tag {
    std::string tagKey, tagValue;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("tagKey", self.tagKey, kTagKey);
        visit.optional("tagValue", self.tagValue, Rule{0, 256, forms::isTagText, kTagForm});
    }
};

/// Where a CSV is: s3://bucket/key (the workspace's buckets/ folder), file:///path, or a path.
struct DataSource {
    std::string dataLocation;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("dataLocation", self.dataLocation, kLocation);
    }
};

/// Where a job writes to, or a batch job reads from; named as DataSource's location is.
struct S3DataConfig {
    std::string path, kmsKeyArn;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("path", self.path, kLocation);
        visit.optional("kmsKeyArn", self.kmsKeyArn, kKmsArn);
    }
};

/// The members of every list request.
struct Page {
    std::string nextToken;
    std::optional<std::int64_t> maxResults;  ///< 1 to 100; 100 where not given
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("nextToken", self.nextToken, kToken);
        visit.optional("maxResults", self.maxResults, kPageSize);
    }
};

}  // namespace foretaste::service
