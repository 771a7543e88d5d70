// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <shared_mutex>
#include <string>
#include <unordered_set>
#include <vector>

#include "core/base/file.h"
#include "core/dataset/training_data.h"
#include "core/filter/checker.h"
#include "core/service/attribution_sums.h"
#include "core/service/campaign_runtime.h"
#include "core/service/dataset_rows.h"
#include "core/service/item_book.h"
#include "core/service/job_board.h"
#include "core/service/live_reports.h"
#include "core/service/resources.h"
#include "core/service/row_views.h"
#include "core/service/service.h"
#include "core/service/training_files.h"
#include "core/store/catalogue.h"
#include "core/store/database.h"
#include "core/store/event_log.h"
#include "core/store/put_records.h"

namespace foretaste::service {

/// What the catalogue keeps of a dataset beyond the API: where its bulk rows are.
struct DatasetFiles {
    std::string folder;           ///< below data/, unique for the dataset's life
    std::int64_t generation = 0;  ///< 0: nothing imported yet
    std::int64_t nextGeneration = 1;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("folder", self.folder);
        visit.required("generation", self.generation);
        visit.required("nextGeneration", self.nextGeneration);
    }
};

/// A filter as a request uses it.
struct FilterUse {
    std::string_view filterArn;
    const std::map<std::string, std::string>& values;
    std::string_view userId, itemId;
};

/// What the operations share. Everything here may be used from any thread.
struct Service::State {
    State(const std::filesystem::path& folder, Executor& executor, Settings given);

    std::filesystem::path workspace;
    Settings settings;
    Executor& executor;
    std::unique_ptr<base::LockFile> folderLock;
    store::Database database;
    store::Catalogue catalogue;
    store::EventLog events;
    store::PutRecords putRecords;
    Resources resources;
    JobBoard jobs;
    LiveReports liveReports;
    std::vector<std::string> startupNotes;
    /// Held by operations that look first and then write.
    std::mutex writing;

    // Listeners
    struct Listener {
        std::function<void(const Change&)> onChange;
        std::function<void(const JobInfo&)> onProgress;
    };
    std::mutex listening;
    std::map<int, Listener> listeners;
    int nextListener = 1;
    void publish(const Change& change);
    void publish(const JobInfo& job);

    /// Adds a line to the activity log.
    void note(ResourceKind kind, std::string_view arn, std::string text, bool failed = false);

    /// What is done where a job that has a jobName fails: the reason is kept with it and told.
    template <class Job, class JobStatus>
    std::function<Status(const std::string&, bool)> failing(std::string arn, std::string what,
                                                            JobStatus status) {
        return [this, arn = std::move(arn), what = std::move(what), status](
                   const std::string& reason, bool) {
            auto failed = resources.get<Job>(arn);
            failed.status = status;
            failed.failureReason = reason;
            resources.save(failed);
            note(Job::kKind, arn, base::concat(what, ' ', failed.jobName, " failed: ", reason),
                 true);
            return Status::CreateFailed;
        };
    }

    // Datasets
    std::optional<Dataset> datasetOf(std::string_view groupArn, DatasetType type);
    DatasetFiles filesOf(std::string_view datasetArn);
    std::filesystem::path generationFile(const DatasetFiles& files, std::int64_t generation) const;
    /// The bulk file in use; empty path where nothing is imported.
    std::filesystem::path currentFile(std::string_view datasetArn);
    schema::Schema schemaOf(const Dataset& dataset);
    RowViews rowViews;  ///< of row browsers
    /// All interactions of a group, bulk and put.
    store::InteractionTable interactionsOf(std::string_view groupArn);
    std::optional<store::RecordTable> recordsOf(std::string_view groupArn, DatasetType type);
    std::vector<HistoryEvent> historyOf(std::string_view groupArn, std::string_view userId,
                                        std::size_t limit);  ///< newest first
    /// The records of an Items dataset that were put one by one.
    store::RecordTable putItemsOf(const Dataset& dataset);
    std::shared_ptr<const ItemBook> itemBook(std::string_view groupArn);
    /// Null: nobody has asked for it.
    std::shared_ptr<const ItemBook> itemBookInUse(std::string_view groupArn);
    std::shared_ptr<const ItemBook> readItemBook(std::string_view groupArn);
    void useItemBook(std::string_view groupArn, std::shared_ptr<const ItemBook> book);
    /// Reads a book anew where one is in use; requests go on with the old one until all that they
    /// need of the new one is there.
    void renewItemBook(std::string_view groupArn);
    /// What filters see of a user.
    filter::User filterUser(std::string_view groupArn, std::string_view userId);
    std::shared_ptr<const DataInsights> insightsOf(std::string_view groupArn,
                                                   const base::JobContext& job);
    /// Counts the calls that put records into a group, so that what was counted over them is known
    /// to be old.
    void countPut(std::string_view groupArn);
    struct CountedInsights {
        std::string mark;  ///< of the data
        std::shared_ptr<const DataInsights> insights;
    };
    std::mutex counting;  ///< held while insights are counted
    std::map<std::string, CountedInsights, std::less<>> countedInsights;
    std::mutex putCounting;
    std::map<std::string, std::uint64_t, std::less<>> putsOf;  ///< by dataset group
    std::mutex simulating;  ///< held while the simulator's model is trained
    std::shared_ptr<const experiments::Simulator> simulator;  ///< made when first asked for
    std::mutex putting;  ///< held while items are put or renewed, and while a campaign begins to
                         ///< serve them
    std::mutex books;
    std::map<std::string, std::shared_ptr<const ItemBook>, std::less<>> itemBooks;
    std::map<std::string, std::unique_ptr<std::mutex>, std::less<>> importLocks;
    std::mutex& importLock(const std::string& datasetArn);

    // Models and campaigns
    std::filesystem::path modelFile(std::string_view versionArn) const;
    void removeModel(std::string_view versionArn);
    std::shared_ptr<CampaignRuntime> runtimeOf(std::string_view campaignArn);
    std::shared_ptr<CampaignRuntime> runtimeAsked(const GetRecommendationsRequest& request);
    /// A version ready to answer, which nobody asks yet.
    std::shared_ptr<CampaignRuntime> load(const TrainedModel& model,
                                          const explore::ExplorationConfig& exploration,
                                          bool metadata);
    /// Those put one by one; `putting` is held.
    void serveNewItems(CampaignRuntime& runtime);
    std::shared_ptr<CampaignRuntime> deploy(const Campaign& campaign);
    std::shared_ptr<CampaignRuntime> load(const Recommender& recommender, const std::string& model);
    std::shared_ptr<CampaignRuntime> deploy(const Recommender& recommender);
    /// Puts it where requests to the ARN find it, in place of the one before.
    void serve(const std::string& arn, const std::shared_ptr<CampaignRuntime>& runtime);
    void stopServing(std::string_view arn);
    /// In the background, where its items are many.
    void buildIndex(const std::string& arn, const CampaignRuntime& runtime);
    /// Those of a group that are serving.
    std::vector<std::shared_ptr<CampaignRuntime>> runtimesOf(std::string_view groupArn);
    std::mutex deploying;
    std::shared_mutex runtimeMutex;
    std::map<std::string, std::shared_ptr<CampaignRuntime>, std::less<>> runtimes;

    // Filters
    filter::Schemas schemasOf(std::string_view groupArn);
    CampaignFilters::Read filterReader(std::string groupArn);
    /// Which of a campaign's items a filter lets pass.
    filter::Selection select(CampaignRuntime& runtime, const Serving& serving,
                             const std::shared_ptr<const ItemBook>& book, const FilterUse& use);
    /// The same for an expression; `name` is what messages call it.
    filter::Selection selectBy(const std::string& expression, const std::string& name,
                               CampaignRuntime& runtime, const Serving& serving,
                               const std::shared_ptr<const ItemBook>& book, const FilterUse& use);

    // Metric attributions
    struct PendingReport {
        std::set<std::int64_t> days;  ///< since the epoch, with events that no report has yet
        std::int64_t reportedMs = 0;
    };
    std::mutex attributing;
    std::mutex reporting;  ///< held while reports are written: they are written over
    std::map<std::string, PendingReport, std::less<>> attributions;  ///< by dataset group
    bool isAttributed(std::string_view groupArn);
    /// The campaign or recommender that has shown a list; empty where that is not known.
    std::string sourceOf(std::string_view recommendationId);
    void attribute(const std::string& groupArn, const std::vector<store::PutEvent>& put);
    /// Writes what is pending. A failure is told in the activity log.
    void reportAttributions(const std::string& groupArn);
    void noteMissingReport(const MetricAttribution& attribution, std::string_view reason);
    /// Throws ServiceError where an import into the dataset can have no report.
    void requireAttribution(const Dataset& dataset);
    /// Over the bulk rows from the one of this number on.
    void reportImport(const DatasetImportJob& job, const Dataset& dataset, std::int64_t firstRow);
    void addRows(AttributionSums& sums, const Dataset& dataset, std::int64_t firstRow);
    std::filesystem::path reportFolder(const MetricAttribution& attribution) const;

    // Trackers: trackingId -> dataset group
    std::shared_mutex trackerMutex;
    std::map<std::string, std::string, std::less<>> groupOfTracker;

    /// Trains and writes the model; the live report of its ARN grows meanwhile, and stays.
    void train(const TrainingTask& task, const base::JobContext& job);
    Status trainVersion(const std::string& versionArn, const base::JobContext& job);
    Status deleteUsers(const std::string& jobArn, const base::JobContext& job);
    /// Writes the rows of other users to a new generation; returns how many it left out.
    std::int64_t rewriteWithout(const Dataset& dataset,
                                const std::unordered_set<std::string>& users,
                                const std::filesystem::path& from,
                                const std::filesystem::path& target, const base::JobContext& job);
    Status replaceSchema(const std::string& datasetArn, const base::JobContext& job);
    Status exportRows(const std::string& jobArn, const base::JobContext& job);
    /// Throws ServiceError where a batch job on a version cannot read or write as it is told to.
    void requireBatchPlaces(const SolutionVersion& version, const std::string& filterArn,
                            const BatchJobInput& input, const BatchJobOutput& output);
    /// Throws ServiceError where a config does not fit the use case.
    void checkRecommender(const UseCase& useCase, const RecommenderConfig& config);
    Status trainRecommender(const std::string& arn, const base::JobContext& job);
    /// From one state of rest to the other; starts or stops serving on the way.
    void moveRecommender(Recommender recommender, Status pending, Status inProgress, Status end);
    Status changeRecommender(const std::string& arn, const base::JobContext& job);
    Status pickUsers(const std::string& jobArn, const base::JobContext& job);
    Status inferBatch(const std::string& jobArn, const base::JobContext& job);
    Status importRows(const std::string& jobArn, const ingest::Transforms& transforms,
                      const base::JobContext& job);
    void followLatest(const SolutionVersion& version);
    void recover();
    void recoverRecommenders();
    template <class Job>
    void recoverBatch(std::string_view what);

    DatasetGroup activeGroup(std::string_view arn);
    std::filesystem::path locate(std::string_view dataLocation) const;
};

[[noreturn]] void failInvalid(const std::string& message);
[[noreturn]] void failNotAvailable(std::string_view what);
[[noreturn]] void failInUse(const std::string& message);

/// A version that can answer. Throws ServiceError (ResourceInUse) where it is not ACTIVE.
SolutionVersion activeVersion(Resources& resources, std::string_view arn);

/// 3 -> "3 solutions", 1 -> "1 solution".
std::string countOf(std::size_t count, std::string_view noun);

}  // namespace foretaste::service
