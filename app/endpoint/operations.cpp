// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/endpoint/operations.h"

#include <algorithm>
#include <utility>

#include "core/base/text.h"
#include "core/service/check.h"

namespace foretaste::endpoint {
namespace {

using service::Json;
using service::Page;
using service::Service;

/// The ARN under `name` in a request; it must be there.
std::string arnOf(const Json& request, const char* name) {
    std::string arn;
    service::detail::JsonReader(request).required(name, arn);
    service::detail::Checker().required(name, arn, service::kArn);
    return arn;
}

/// The same where it may be missing; then empty.
std::string optionalArnOf(const Json& request, const char* name) {
    std::string arn;
    service::detail::JsonReader(request).optional(name, arn);
    service::detail::Checker().optional(name, arn, service::kArn);
    return arn;
}

/// Writes an object by the members that a list shows of it: all where it has no shorter form.
template <class T>
Json summaryOf(const T& resource) {
    if constexpr (requires(service::detail::JsonWriter writer) {
                      T::describeSummary(writer, resource);
                  }) {
        service::detail::JsonWriter writer;
        T::describeSummary(writer, resource);
        return std::move(writer.json);
    } else {
        return service::toJson(resource);
    }
}

template <class T>
Json listingOf(const service::Listing<T>& listing, const char* member) {
    Json entries = Json::array();
    for (const auto& each : listing.entries) entries.push_back(summaryOf(each));
    Json json{{member, std::move(entries)}};
    if (!listing.nextToken.empty()) json["nextToken"] = listing.nextToken;
    return json;
}

/// An operation that takes a described request and answers with an ARN under one member.
template <class Request>
auto creating(std::string (Service::*operation)(const Request&), const char* member) {
    return [operation, member](Service& service, const Json& json) {
        return Json{{member, (service.*operation)(service::fromJson<Request>(json))}};
    };
}

template <class Request, class Response>
auto answering(Response (Service::*operation)(const Request&)) {
    return [operation](Service& service, const Json& json) {
        return service::toJson((service.*operation)(service::fromJson<Request>(json)));
    };
}

/// An operation whose answer is always the same: no body where `answer` is null.
template <class Request>
auto taking(void (Service::*operation)(const Request&), Json answer = {}) {
    return [operation, answer = std::move(answer)](Service& service, const Json& json) {
        (service.*operation)(service::fromJson<Request>(json));
        return answer;
    };
}

template <class T>
auto describing(T (Service::*operation)(std::string_view), const char* arnMember,
                const char* member) {
    return [operation, arnMember, member](Service& service, const Json& json) {
        return Json{{member, service::toJson((service.*operation)(arnOf(json, arnMember)))}};
    };
}

auto acting(void (Service::*operation)(std::string_view), const char* arnMember) {
    return [operation, arnMember](Service& service, const Json& json) {
        (service.*operation)(arnOf(json, arnMember));
        return Json();
    };
}

/// An operation that takes an ARN and answers with it.
auto returning(std::string (Service::*operation)(std::string_view), const char* arnMember) {
    return [operation, arnMember](Service& service, const Json& json) {
        return Json{{arnMember, (service.*operation)(arnOf(json, arnMember))}};
    };
}

template <class T>
auto listing(service::Listing<T> (Service::*operation)(const Page&), const char* member) {
    return [operation, member](Service& service, const Json& json) {
        return listingOf((service.*operation)(service::fromJson<Page>(json)), member);
    };
}

template <class T>
auto listing(service::Listing<T> (Service::*operation)(std::string_view, const Page&),
             const char* parentMember, const char* member) {
    return [operation, parentMember, member](Service& service, const Json& json) {
        return listingOf(
            (service.*operation)(optionalArnOf(json, parentMember), service::fromJson<Page>(json)),
            member);
    };
}

auto notBuilt(std::string name) {
    return [name = std::move(name)](Service&, const Json&) -> Json {
        throw base::ServiceError(base::ErrorCode::InvalidInput,
                                 base::concat(name, " is not available in Foretaste yet"));
    };
}

std::vector<Operation> table() {
    std::vector<Operation> all{
        {"CreateDatasetGroup", "/", answering(&Service::createDatasetGroup)},
        {"DescribeDatasetGroup", "/",
         describing(&Service::describeDatasetGroup, "datasetGroupArn", "datasetGroup")},
        {"ListDatasetGroups", "/", listing(&Service::listDatasetGroups, "datasetGroups")},
        {"DeleteDatasetGroup", "/", acting(&Service::deleteDatasetGroup, "datasetGroupArn")},

        {"CreateSchema", "/", creating(&Service::createSchema, "schemaArn")},
        {"DescribeSchema", "/", describing(&Service::describeSchema, "schemaArn", "schema")},
        {"ListSchemas", "/", listing(&Service::listSchemas, "schemas")},
        {"DeleteSchema", "/", acting(&Service::deleteSchema, "schemaArn")},

        {"CreateDataset", "/", creating(&Service::createDataset, "datasetArn")},
        {"DescribeDataset", "/", describing(&Service::describeDataset, "datasetArn", "dataset")},
        {"ListDatasets", "/", listing(&Service::listDatasets, "datasetGroupArn", "datasets")},
        {"UpdateDataset", "/", creating(&Service::updateDataset, "datasetArn")},
        {"DeleteDataset", "/", acting(&Service::deleteDataset, "datasetArn")},

        {"CreateDatasetImportJob", "/",
         creating(&Service::createDatasetImportJob, "datasetImportJobArn")},
        {"DescribeDatasetImportJob", "/",
         describing(&Service::describeDatasetImportJob, "datasetImportJobArn", "datasetImportJob")},
        {"ListDatasetImportJobs", "/",
         listing(&Service::listDatasetImportJobs, "datasetArn", "datasetImportJobs")},

        {"CreateDataDeletionJob", "/",
         creating(&Service::createDataDeletionJob, "dataDeletionJobArn")},
        {"DescribeDataDeletionJob", "/",
         describing(&Service::describeDataDeletionJob, "dataDeletionJobArn", "dataDeletionJob")},
        {"ListDataDeletionJobs", "/",
         listing(&Service::listDataDeletionJobs, "datasetGroupArn", "dataDeletionJobs")},

        {"CreateDatasetExportJob", "/",
         creating(&Service::createDatasetExportJob, "datasetExportJobArn")},
        {"DescribeDatasetExportJob", "/",
         describing(&Service::describeDatasetExportJob, "datasetExportJobArn", "datasetExportJob")},
        {"ListDatasetExportJobs", "/",
         listing(&Service::listDatasetExportJobs, "datasetArn", "datasetExportJobs")},

        {"CreateEventTracker", "/", answering(&Service::createEventTracker)},
        {"DescribeEventTracker", "/",
         describing(&Service::describeEventTracker, "eventTrackerArn", "eventTracker")},
        {"ListEventTrackers", "/",
         listing(&Service::listEventTrackers, "datasetGroupArn", "eventTrackers")},
        {"DeleteEventTracker", "/", acting(&Service::deleteEventTracker, "eventTrackerArn")},

        {"DescribeRecipe", "/", describing(&Service::describeRecipe, "recipeArn", "recipe")},
        {"ListRecipes", "/",
         [](Service& service, const Json& json) {
             return listingOf(
                 service.listRecipes(service::fromJson<service::ListRecipesRequest>(json)),
                 "recipes");
         }},

        {"CreateSolution", "/", creating(&Service::createSolution, "solutionArn")},
        {"UpdateSolution", "/", creating(&Service::updateSolution, "solutionArn")},
        {"DescribeSolution", "/",
         describing(&Service::describeSolution, "solutionArn", "solution")},
        {"ListSolutions", "/", listing(&Service::listSolutions, "datasetGroupArn", "solutions")},
        {"DeleteSolution", "/", acting(&Service::deleteSolution, "solutionArn")},

        {"CreateSolutionVersion", "/",
         creating(&Service::createSolutionVersion, "solutionVersionArn")},
        {"DescribeSolutionVersion", "/",
         describing(&Service::describeSolutionVersion, "solutionVersionArn", "solutionVersion")},
        {"ListSolutionVersions", "/",
         listing(&Service::listSolutionVersions, "solutionArn", "solutionVersions")},
        {"StopSolutionVersionCreation", "/",
         acting(&Service::stopSolutionVersionCreation, "solutionVersionArn")},
        {"GetSolutionMetrics", "/",
         [](Service& service, const Json& json) {
             return service::toJson(service.getSolutionMetrics(arnOf(json, "solutionVersionArn")));
         }},

        {"CreateCampaign", "/", creating(&Service::createCampaign, "campaignArn")},
        {"UpdateCampaign", "/", creating(&Service::updateCampaign, "campaignArn")},
        {"DescribeCampaign", "/",
         describing(&Service::describeCampaign, "campaignArn", "campaign")},
        {"ListCampaigns", "/", listing(&Service::listCampaigns, "solutionArn", "campaigns")},
        {"DeleteCampaign", "/", acting(&Service::deleteCampaign, "campaignArn")},

        {"CreateRecommender", "/", creating(&Service::createRecommender, "recommenderArn")},
        {"DescribeRecommender", "/",
         describing(&Service::describeRecommender, "recommenderArn", "recommender")},
        {"ListRecommenders", "/",
         listing(&Service::listRecommenders, "datasetGroupArn", "recommenders")},
        {"UpdateRecommender", "/", creating(&Service::updateRecommender, "recommenderArn")},
        {"StopRecommender", "/", returning(&Service::stopRecommender, "recommenderArn")},
        {"StartRecommender", "/", returning(&Service::startRecommender, "recommenderArn")},
        {"DeleteRecommender", "/", acting(&Service::deleteRecommender, "recommenderArn")},

        {"CreateBatchInferenceJob", "/",
         creating(&Service::createBatchInferenceJob, "batchInferenceJobArn")},
        {"DescribeBatchInferenceJob", "/",
         describing(&Service::describeBatchInferenceJob, "batchInferenceJobArn",
                    "batchInferenceJob")},
        {"ListBatchInferenceJobs", "/",
         listing(&Service::listBatchInferenceJobs, "solutionVersionArn", "batchInferenceJobs")},

        {"CreateBatchSegmentJob", "/",
         creating(&Service::createBatchSegmentJob, "batchSegmentJobArn")},
        {"DescribeBatchSegmentJob", "/",
         describing(&Service::describeBatchSegmentJob, "batchSegmentJobArn", "batchSegmentJob")},
        {"ListBatchSegmentJobs", "/",
         listing(&Service::listBatchSegmentJobs, "solutionVersionArn", "batchSegmentJobs")},

        {"CreateMetricAttribution", "/",
         creating(&Service::createMetricAttribution, "metricAttributionArn")},
        {"DescribeMetricAttribution", "/",
         describing(&Service::describeMetricAttribution, "metricAttributionArn",
                    "metricAttribution")},
        {"ListMetricAttributions", "/",
         listing(&Service::listMetricAttributions, "datasetGroupArn", "metricAttributions")},
        {"ListMetricAttributionMetrics", "/",
         listing(&Service::listMetricAttributionMetrics, "metricAttributionArn", "metrics")},
        {"UpdateMetricAttribution", "/",
         creating(&Service::updateMetricAttribution, "metricAttributionArn")},
        {"DeleteMetricAttribution", "/",
         acting(&Service::deleteMetricAttribution, "metricAttributionArn")},

        {"CreateFilter", "/", creating(&Service::createFilter, "filterArn")},
        {"DescribeFilter", "/", describing(&Service::describeFilter, "filterArn", "filter")},
        {"ListFilters", "/", listing(&Service::listFilters, "datasetGroupArn", "Filters")},
        {"DeleteFilter", "/", acting(&Service::deleteFilter, "filterArn")},

        {"DescribeAlgorithm", "/",
         describing(&Service::describeAlgorithm, "algorithmArn", "algorithm")},
        {"DescribeFeatureTransformation", "/",
         describing(&Service::describeFeatureTransformation, "featureTransformationArn",
                    "featureTransformation")},

        {"TagResource", "/", taking(&Service::tagResource, Json::object())},
        {"UntagResource", "/", taking(&Service::untagResource, Json::object())},
        {"ListTagsForResource", "/", answering(&Service::listTagsForResource)},

        {"GetRecommendations", "/recommendations", answering(&Service::getRecommendations)},
        {"GetPersonalizedRanking", "/personalize-ranking",
         answering(&Service::getPersonalizedRanking)},
        {"PutEvents", "/events", taking(&Service::putEvents)},
        {"PutItems", "/items", taking(&Service::putItems)},
        {"PutUsers", "/users", taking(&Service::putUsers)},
    };
    for (const auto& [name, path] :
         {std::pair{"GetActionRecommendations", "/action-recommendations"},
          std::pair{"PutActionInteractions", "/action-interactions"},
          std::pair{"PutActions", "/actions"}})
        all.push_back({name, path, notBuilt(name)});
    return all;
}

std::string plain(std::string_view name) {
    std::string letters = base::toLower(name);
    std::erase_if(letters, [](char c) { return c == '-' || c == '_'; });
    return letters;
}

}  // namespace

const std::vector<Operation>& operations() {
    static const std::vector<Operation> all = table();
    return all;
}

const Operation* findOperation(std::string_view name) {
    const auto wanted = plain(name);
    const auto& all = operations();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const auto& each) { return plain(each.name) == wanted; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace foretaste::endpoint
