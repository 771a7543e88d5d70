// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/service/batch_inference_job.h"
#include "core/service/batch_segment_job.h"
#include "core/service/campaign.h"
#include "core/service/data_deletion_job.h"
#include "core/service/data_insights.h"
#include "core/service/dataset.h"
#include "core/service/dataset_export_job.h"
#include "core/service/dataset_group.h"
#include "core/service/dataset_import_job.h"
#include "core/service/event_tracker.h"
#include "core/service/executor.h"
#include "core/service/explanation.h"
#include "core/service/filter.h"
#include "core/service/metric_attribution.h"
#include "core/service/personalized_ranking.h"
#include "core/service/put_records.h"
#include "core/service/recipe.h"
#include "core/service/recommendations.h"
#include "core/service/recommender.h"
#include "core/service/schema.h"
#include "core/service/simulation.h"
#include "core/service/solution.h"
#include "core/service/solution_version.h"
#include "core/service/tags.h"

namespace foretaste::service {

struct Settings {
    bool compatible = false;  ///< the service's minima and quotas refuse instead of warning
    int threads = 0;          ///< for training; 0: all cores
    std::uint64_t seed = 42;  ///< of splits, training and exploration
};

/// One page of a list.
template <class T>
struct Listing {
    std::vector<T> entries;
    std::string nextToken;  ///< empty: the last page
};

/// A resource came, changed or went. Told on whatever thread made the change.
struct Change {
    ResourceKind kind;
    std::string arn;
    Status status = Status::Active;
    bool gone = false;
};

/// Work that is queued, running, or has ended since the program started.
struct JobInfo {
    ResourceKind kind;
    std::string arn;    ///< of the import job, solution version, campaign
    std::string title;  ///< "Training taste", "Importing ratings.csv"
    Status status = Status::CreatePending;
    base::Progress progress;
    std::int64_t startedMs = 0, endedMs = 0;  ///< 0: not yet
};

/// One line of the activity log.
struct Activity {
    std::int64_t atMs = 0;
    ResourceKind kind = ResourceKind::DatasetGroup;
    std::string arn;
    std::string text;  ///< "Import ratings-1 of film-club is ACTIVE: 118,420 rows in 1.2 s"
    bool failed = false;
};

/// The one way in: every operation of the API as a plain call, named as there. Console, command
/// line and endpoint use nothing else. All operations may be called from any thread; those that
/// create return at once and work on in the background. A failed operation throws
/// base::ServiceError.
class Service {
public:
    /// Opens a workspace folder, or makes one. Imports and trainings that were under way when the
    /// program last ended are marked CREATE FAILED with the reason, and their leftovers removed.
    /// Throws ServiceError (ResourceInUse) where another process has it open.
    Service(const std::filesystem::path& workspace, Executor& executor, Settings settings = {});
    /// Stops what is running and waits for it.
    ~Service();
    Service(const Service&) = delete;
    Service& operator=(const Service&) = delete;

    // Dataset groups
    CreateDatasetGroupResponse createDatasetGroup(const CreateDatasetGroupRequest& request);
    DatasetGroup describeDatasetGroup(std::string_view arn);
    Listing<DatasetGroup> listDatasetGroups(const Page& page = {});
    void deleteDatasetGroup(std::string_view arn);

    // Schemas
    std::string createSchema(const CreateSchemaRequest& request);  ///< returns the ARN
    DatasetSchema describeSchema(std::string_view arn);
    Listing<DatasetSchema> listSchemas(const Page& page = {});
    void deleteSchema(std::string_view arn);
    /// Holds a schema document against the rules without keeping it.
    void checkSchema(std::string_view schemaJson, Domain domain);

    // Datasets
    std::string createDataset(const CreateDatasetRequest& request);
    Dataset describeDataset(std::string_view arn);
    Listing<Dataset> listDatasets(std::string_view datasetGroupArn, const Page& page = {});
    /// Replaces the schema. Columns may be added that allow null; where the dataset has no rows
    /// yet, anything goes. Returns the dataset's ARN.
    std::string updateDataset(const UpdateDatasetRequest& request);
    void deleteDataset(std::string_view arn);
    DatasetStatistics datasetStatistics(std::string_view arn);
    /// One page of the bulk rows that a query selects, and how many these are. The first page of a
    /// query looks at all rows; the others cost the same wherever they are.
    DatasetRows datasetRows(std::string_view arn, std::int64_t offset, std::int64_t count,
                            const RowQuery& query = {});

    /// What a group's data say about themselves, always as they are now: counted again where rows
    /// have come or gone, else as counted before. 5 million rows take some seconds.
    std::shared_ptr<const DataInsights> dataInsights(std::string_view datasetGroupArn,
                                                     const base::JobContext& job = {});

    // Imports
    /// `transforms`, which the API does not know, say how fields are read from the file.
    std::string createDatasetImportJob(const CreateDatasetImportJobRequest& request);
    /// A file that was not made for the schema: transforms mend its rows on the way in.
    std::string createDatasetImportJob(const CreateDatasetImportJobRequest& request,
                                       const ingest::Transforms& transforms);
    DatasetImportJob describeDatasetImportJob(std::string_view arn);
    Listing<DatasetImportJob> listDatasetImportJobs(std::string_view datasetArn,
                                                    const Page& page = {});
    ImportReport importReport(std::string_view arn);  ///< empty while the job runs
    void stopDatasetImportJob(std::string_view arn);  ///< local: the service cannot
    /// The first rows of a CSV held against a schema, before anything is imported.
    ingest::Preview previewCsv(std::string_view dataLocation, std::string_view schemaJson,
                               const ingest::Transforms& transforms = {});
    /// How many of all rows an import would take; 5 million take some seconds.
    ingest::Survivors countSurvivors(std::string_view dataLocation, std::string_view schemaJson,
                                     const ingest::Transforms& transforms = {},
                                     const base::JobContext& job = {});
    /// A schema document guessed from a CSV's first rows.
    std::string inferSchema(std::string_view dataLocation, DatasetType type);

    // Deletions of users: all that a group's datasets hold of them. Models know them until they are
    // trained and deployed anew.
    std::string createDataDeletionJob(const CreateDataDeletionJobRequest& request);
    DataDeletionJob describeDataDeletionJob(std::string_view arn);
    Listing<DataDeletionJob> listDataDeletionJobs(std::string_view datasetGroupArn,
                                                  const Page& page = {});

    // Exports: one CSV that an import takes in unchanged. The job's output is a folder, in which
    // the file is called like the job, or the .csv file itself.
    std::string createDatasetExportJob(const CreateDatasetExportJobRequest& request);
    DatasetExportJob describeDatasetExportJob(std::string_view arn);
    Listing<DatasetExportJob> listDatasetExportJobs(std::string_view datasetArn,
                                                    const Page& page = {});
    void stopDatasetExportJob(std::string_view arn);  ///< local: the service cannot

    // Events
    CreateEventTrackerResponse createEventTracker(const CreateEventTrackerRequest& request);
    EventTracker describeEventTracker(std::string_view arn);
    Listing<EventTracker> listEventTrackers(std::string_view datasetGroupArn,
                                            const Page& page = {});
    void deleteEventTracker(std::string_view arn);
    void putEvents(const PutEventsRequest& request);
    /// The newest first. Empty where the group has no interactions.
    std::vector<ArrivedEvent> arrivedEvents(std::string_view datasetGroupArn, std::size_t limit);

    // Records one by one: each stands before an imported one of its id, whenever that was imported.
    // A new item is in the lists of campaigns that can score it by its metadata at once.
    void putItems(const PutItemsRequest& request);
    void putUsers(const PutUsersRequest& request);

    // Recipes
    RecipeDescription describeRecipe(std::string_view arn);
    Listing<RecipeDescription> listRecipes(const ListRecipesRequest& request = {});
    Algorithm describeAlgorithm(std::string_view arn);
    FeatureTransformation describeFeatureTransformation(std::string_view arn);

    // Solutions
    std::string createSolution(const CreateSolutionRequest& request);
    std::string updateSolution(const UpdateSolutionRequest& request);
    Solution describeSolution(std::string_view arn);
    Listing<Solution> listSolutions(std::string_view datasetGroupArn, const Page& page = {});
    void deleteSolution(std::string_view arn);

    // Solution versions
    std::string createSolutionVersion(const CreateSolutionVersionRequest& request);
    SolutionVersion describeSolutionVersion(std::string_view arn);
    Listing<SolutionVersion> listSolutionVersions(std::string_view solutionArn,
                                                  const Page& page = {});
    void stopSolutionVersionCreation(std::string_view arn);
    SolutionMetrics getSolutionMetrics(std::string_view arn);
    TrainingReport trainingReport(std::string_view arn);  ///< grows while the training runs

    // Campaigns
    std::string createCampaign(const CreateCampaignRequest& request);
    Campaign describeCampaign(std::string_view arn);
    Listing<Campaign> listCampaigns(std::string_view solutionArn, const Page& page = {});
    std::string updateCampaign(const UpdateCampaignRequest& request);
    void deleteCampaign(std::string_view arn);
    LatencyReport latencyReport(std::string_view campaignArn);
    /// Lists for a sample of users at explorationWeight 0, 0.1, ... 1 with the campaign's cut-off.
    ExplorationReport explorationReport(std::string_view campaignArn);
    /// The dataset group that a resource belongs to; the ARN itself for a group.
    std::string datasetGroupOf(std::string_view arn);

    // Recommenders of domain dataset groups: a model and what answers with it in one
    std::string createRecommender(const CreateRecommenderRequest& request);
    Recommender describeRecommender(std::string_view arn);
    Listing<Recommender> listRecommenders(std::string_view datasetGroupArn, const Page& page = {});
    std::string updateRecommender(const UpdateRecommenderRequest& request);
    std::string stopRecommender(std::string_view arn);
    std::string startRecommender(std::string_view arn);
    void deleteRecommender(std::string_view arn);

    // Metric attributions: what recommendations have brought, see metric_attribution.h
    std::string createMetricAttribution(const CreateMetricAttributionRequest& request);
    MetricAttribution describeMetricAttribution(std::string_view arn);
    Listing<MetricAttribution> listMetricAttributions(std::string_view datasetGroupArn,
                                                      const Page& page = {});
    Listing<MetricAttribute> listMetricAttributionMetrics(std::string_view arn,
                                                          const Page& page = {});
    std::string updateMetricAttribution(const UpdateMetricAttributionRequest& request);
    void deleteMetricAttribution(std::string_view arn);

    // Batch inference jobs: recommendations for a file of users or items, see batch_inference_job.h
    std::string createBatchInferenceJob(const CreateBatchInferenceJobRequest& request);
    BatchInferenceJob describeBatchInferenceJob(std::string_view arn);
    Listing<BatchInferenceJob> listBatchInferenceJobs(std::string_view solutionVersionArn,
                                                      const Page& page = {});
    void stopBatchInferenceJob(std::string_view arn);  ///< local: the service cannot

    // Batch segment jobs: users for a file of items, see batch_segment_job.h
    std::string createBatchSegmentJob(const CreateBatchSegmentJobRequest& request);
    BatchSegmentJob describeBatchSegmentJob(std::string_view arn);
    Listing<BatchSegmentJob> listBatchSegmentJobs(std::string_view solutionVersionArn,
                                                  const Page& page = {});
    void stopBatchSegmentJob(std::string_view arn);  ///< local: the service cannot

    // Filters
    std::string createFilter(const CreateFilterRequest& request);
    Filter describeFilter(std::string_view arn);
    Listing<Filter> listFilters(std::string_view datasetGroupArn, const Page& page = {});
    void deleteFilter(std::string_view arn);
    /// Throws what createFilter and a request with the filter would.
    FilterTrialResult tryFilter(const FilterTrial& trial);
    /// What a filter of this group can ask for.
    std::vector<FilterField> filterFields(std::string_view datasetGroupArn);

    // Recommendations
    GetRecommendationsResponse getRecommendations(const GetRecommendationsRequest& request);
    /// The list as it would be at other exploration settings than the campaign's. It is shown to
    /// nobody: no recommendationId, no place in logs and latency. Equal calls give equal lists, and
    /// the draws stay the same from weight to weight.
    GetRecommendationsResponse previewRecommendations(const GetRecommendationsRequest& request,
                                                      const ExplorationPreview& preview);
    /// Why an item is where it is in a user's list. Runs the model once for every item of the
    /// newest history, up to 20 times: tens of milliseconds.
    RecommendationExplanation explainRecommendation(const ExplanationRequest& request);
    GetPersonalizedRankingResponse getPersonalizedRanking(
        const GetPersonalizedRankingRequest& request);

    // Exploration, played
    /// Plays policies day by day; the first time a model is trained before, for seconds. Throws
    /// base::Stopped.
    void simulate(const SimulationRequest& request, const base::JobContext& job,
                  const OnSimulatedDay& onDay);

    // Tags
    void tagResource(const TagResourceRequest& request);
    void untagResource(const UntagResourceRequest& request);
    ListTagsForResourceResponse listTagsForResource(const ListTagsForResourceRequest& request);

    // People and items behind the ids, for screens
    std::vector<ItemCard> itemCards(std::string_view datasetGroupArn,
                                    const std::vector<std::string>& itemIds);
    std::vector<UserCard> findUsers(std::string_view datasetGroupArn, std::string_view text,
                                    std::size_t limit);  ///< empty text: the busiest users
    std::vector<HistoryEvent> userHistory(std::string_view datasetGroupArn, std::string_view userId,
                                          std::size_t limit);  ///< newest first

    // The workspace
    const std::filesystem::path& workspace() const;
    const Settings& settings() const;
    /// What s3://bucket/key, file:///path or a plain path stands for.
    std::filesystem::path locate(std::string_view dataLocation) const;
    std::vector<JobInfo> jobs();                        ///< newest first
    std::vector<Activity> activity(std::size_t limit);  ///< newest first
    /// What was found half-done and what was done about it when the workspace was opened.
    const std::vector<std::string>& startupNotes() const;

    /// Called for every change and for every step of a job; from any thread, must return at once.
    /// Returns a handle for unsubscribe().
    int subscribe(std::function<void(const Change&)> onChange,
                  std::function<void(const JobInfo&)> onProgress);
    void unsubscribe(int handle);

private:
    struct State;
    class Answering;
    std::unique_ptr<State> state_;
};

}  // namespace foretaste::service
