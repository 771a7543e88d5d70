// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/service.h"

#include "core/base/file.h"
#include "core/service/state.h"
#include "core/store/generation_writer.h"
#include "core/store/migrations.h"

namespace foretaste::service {
namespace {

namespace fs = std::filesystem;

fs::path prepared(const fs::path& folder) {
    std::error_code error;
    for (const char* part : {"", "data", "models", "buckets", "rejects"}) {
        fs::create_directories(folder / part, error);
        if (error)
            throw base::IoError(base::concat("cannot make the workspace folder ",
                                             base::pathText(folder / part), ": ", error.message()));
    }
    return fs::absolute(folder);
}

/// A second process is told so in the API's terms.
std::unique_ptr<base::LockFile> claim(const fs::path& workspace) {
    try {
        return std::make_unique<base::LockFile>(workspace / "foretaste.lock");
    } catch (const base::IoError& error) {
        throw base::ServiceError(base::ErrorCode::ResourceInUse,
                                 base::concat("the workspace ", base::pathText(workspace),
                                              " is open in another program (", error.what(),
                                              "): close it there, or choose another folder"));
    }
}

}  // namespace

Service::State::State(const fs::path& folder, Executor& theExecutor, Settings given)
    : workspace(prepared(folder)),
      settings(given),
      executor(theExecutor),
      folderLock(claim(workspace)),
      database(workspace / "foretaste.db"),
      catalogue(database),
      events((store::migrate(database), workspace / "foretaste.db")),
      putRecords(workspace / "foretaste.db"),
      resources(catalogue, [this](const Change& change) { publish(change); }),
      jobs(theExecutor, [this](const JobInfo& job) { publish(job); }) {
    recover();
}

void Service::State::publish(const Change& change) {
    std::vector<Listener> told;
    {
        std::lock_guard guard(listening);
        for (const auto& [handle, listener] : listeners) told.push_back(listener);
    }
    for (const auto& listener : told)
        if (listener.onChange) listener.onChange(change);
}

void Service::State::publish(const JobInfo& job) {
    std::vector<Listener> told;
    {
        std::lock_guard guard(listening);
        for (const auto& [handle, listener] : listeners) told.push_back(listener);
    }
    for (const auto& listener : told)
        if (listener.onProgress) listener.onProgress(job);
}

namespace {

constexpr std::string_view kEnded = "the program ended before this was done";

constexpr std::pair<ResourceKind, std::string_view> kKindNames[] = {
    {ResourceKind::DatasetGroup, "dataset_group"},
    {ResourceKind::Schema, "schema"},
    {ResourceKind::Dataset, "dataset"},
    {ResourceKind::DatasetImportJob, "dataset_import_job"},
    {ResourceKind::DatasetExportJob, "dataset_export_job"},
    {ResourceKind::DataDeletionJob, "data_deletion_job"},
    {ResourceKind::EventTracker, "event_tracker"},
    {ResourceKind::Solution, "solution"},
    {ResourceKind::SolutionVersion, "solution_version"},
    {ResourceKind::Campaign, "campaign"},
    {ResourceKind::Filter, "filter"},
    {ResourceKind::BatchInferenceJob, "batch_inference_job"},
    {ResourceKind::BatchSegmentJob, "batch_segment_job"},
    {ResourceKind::Recommender, "recommender"},
    {ResourceKind::MetricAttribution, "metric_attribution"}};

}  // namespace

void Service::State::note(ResourceKind kind, std::string_view arn, std::string text, bool failed) {
    std::string_view name;
    for (const auto& [each, eachName] : kKindNames)
        if (each == kind) name = eachName;
    catalogue.addActivity(
        {base::nowMs(), std::string(name), std::string(arn), std::move(text), failed});
}

namespace {

/// Brings imported rows that an earlier version wrote into the present form.
void upgradeRows(const std::string& dataset, const fs::path& file,
                 std::vector<std::string>& notes) {
    try {
        if (store::upgradeGeneration(file))
            notes.push_back(base::concat(
                "The rows of dataset ", dataset,
                " are in a new form now: earlier versions of Foretaste cannot read them."));
    } catch (const base::IoError& failure) {
        // The rest of the workspace can be used, and the rows are as they were.
        notes.push_back(
            base::concat("The rows of dataset ", dataset, " cannot be used: ", failure.what()));
    }
}

}  // namespace

template <class Job>
void Service::State::recoverBatch(std::string_view what) {
    for (auto& job : resources.all<Job>()) {
        if (!isUnderWay(job.status)) continue;
        job.status = Status::CreateFailed;
        job.failureReason = base::concat(kEnded, "; start it again under another name.");
        resources.save(job);
        startupNotes.push_back(base::concat(what, job.jobName, ": ", job.failureReason));
    }
}

void Service::State::recover() {
    // Files that no dataset points to are what a killed import left behind.
    std::map<std::string, std::int64_t> inUse;
    for (const auto& dataset : resources.all<Dataset>()) {
        const auto files = filesOf(dataset.datasetArn);
        inUse[files.folder] = files.generation;
    }
    std::error_code error;
    for (const auto& folder : fs::directory_iterator(workspace / "data")) {
        const auto known = inUse.find(base::pathText(folder.path().filename()));
        if (known == inUse.end()) {
            fs::remove_all(folder.path(), error);
            continue;
        }
        const std::string kept = base::concat(known->second, ".db");
        for (const auto& file : fs::directory_iterator(folder.path()))
            if (base::pathText(file.path().filename()) != kept) fs::remove(file.path(), error);
    }
    for (const auto& dataset : resources.all<Dataset>())
        if (const auto file = currentFile(dataset.datasetArn); !file.empty())
            upgradeRows(dataset.name, file, startupNotes);

    for (auto& job : resources.all<DatasetImportJob>()) {
        if (!isUnderWay(job.status)) continue;
        const auto files = filesOf(job.datasetArn);
        if (job.status == Status::CreateInProgress &&
            files.generation == files.nextGeneration - 1 &&
            !resources.extra<DatasetImportJob>(job.arn()).empty()) {
            job.status = Status::Active;  // its rows are in; only this was not written down
            resources.save(job);
            continue;
        }
        job.status = Status::CreateFailed;
        job.failureReason =
            base::concat(kEnded, "; the dataset is as it was before. Import the file again.");
        resources.save(job);
        note(ResourceKind::DatasetImportJob, job.arn(),
             base::concat("Import ", job.jobName, " failed: ", job.failureReason), true);
        startupNotes.push_back(base::concat("Import ", job.jobName, ": ", job.failureReason));
    }
    for (auto& dataset : resources.all<Dataset>()) {
        auto& update = dataset.latestDatasetUpdate;
        if (!update || !isUnderWay(update->status)) continue;
        update->status = Status::CreateFailed;
        update->failureReason = base::concat(kEnded, "; the old schema holds. Update again.");
        resources.save(dataset);
        startupNotes.push_back(
            base::concat("Update of dataset ", dataset.name, ": ", update->failureReason));
    }
    for (auto& job : resources.all<DataDeletionJob>()) {
        if (!isUnderWay(asStatus(job.status))) continue;
        job.status = DeletionStatus::Failed;
        job.failureReason =
            base::concat(kEnded, "; some of the users' rows may be there still. Delete again.");
        resources.save(job);
        startupNotes.push_back(base::concat("Deletion ", job.jobName, ": ", job.failureReason));
    }
    for (auto& job : resources.all<DatasetExportJob>()) {
        if (!isUnderWay(job.status)) continue;
        job.status = Status::CreateFailed;
        job.failureReason = base::concat(kEnded, "; export again.");
        resources.save(job);
        startupNotes.push_back(base::concat("Export ", job.jobName, ": ", job.failureReason));
    }
    recoverBatch<BatchInferenceJob>("Batch inference ");
    recoverBatch<BatchSegmentJob>("Batch segment ");
    for (auto& version : resources.all<SolutionVersion>()) {
        if (!isUnderWay(version.status)) continue;
        version.status = Status::CreateFailed;
        version.failureReason =
            base::concat(kEnded, "; earlier versions are unharmed. Train again.");
        removeModel(version.arn());
        resources.save(version);
        const auto text =
            base::concat("Version ", base::arnName(version.arn()), " of ",
                         base::arnName(version.solutionArn), ": ", version.failureReason);
        note(ResourceKind::SolutionVersion, version.arn(), text, true);
        startupNotes.push_back(text);
    }
    recoverRecommenders();
    for (auto& campaign : resources.all<Campaign>()) {
        // Deploying is only loading: what was under way is done at the first request.
        if (campaign.status == Status::CreatePending ||
            campaign.status == Status::CreateInProgress) {
            campaign.status = Status::Active;
            resources.save(campaign);
        }
        if (auto& update = campaign.latestCampaignUpdate; update && isUnderWay(update->status)) {
            update->status = Status::CreateFailed;
            update->failureReason = base::concat(kEnded, "; update the campaign again.");
            resources.save(campaign);
            startupNotes.push_back(
                base::concat("Update of campaign ", campaign.name, ": ", update->failureReason));
        }
    }
    for (const auto& file : fs::directory_iterator(workspace / "models"))
        if (file.path().extension() == ".part") fs::remove(file.path(), error);
    for (const auto& attribution : resources.all<MetricAttribution>())
        attributions[attribution.datasetGroupArn] = {};
    for (const auto& tracker : resources.all<EventTracker>())
        groupOfTracker[tracker.trackingId] = tracker.datasetGroupArn;
}

Service::Service(const fs::path& workspace, Executor& executor, Settings settings)
    : state_(std::make_unique<State>(workspace, executor, settings)) {}

Service::~Service() {
    {
        std::shared_lock lock(state_->runtimeMutex);
        for (const auto& [arn, runtime] : state_->runtimes) runtime->ending().requestStop();
    }
    state_->jobs.close();
    try {
        for (const auto& attribution : state_->resources.all<MetricAttribution>())
            state_->reportAttributions(attribution.datasetGroupArn);
    } catch (const std::exception&) {
        // The workspace cannot be read any more. The events are kept; the next ones report anew.
    }
}

const fs::path& Service::workspace() const {
    return state_->workspace;
}
const Settings& Service::settings() const {
    return state_->settings;
}
const std::vector<std::string>& Service::startupNotes() const {
    return state_->startupNotes;
}
std::vector<JobInfo> Service::jobs() {
    return state_->jobs.all();
}

std::vector<Activity> Service::activity(std::size_t limit) {
    std::vector<Activity> lines;
    for (auto& row : state_->catalogue.activity(limit)) {
        Activity line{row.atMs, ResourceKind::DatasetGroup, row.arn, row.text, row.failed};
        for (const auto& [kind, name] : kKindNames)
            if (name == row.kind) line.kind = kind;
        lines.push_back(std::move(line));
    }
    return lines;
}

fs::path Service::locate(std::string_view location) const {
    return state_->locate(location);
}

fs::path Service::State::locate(std::string_view location) const {
    constexpr std::string_view kS3 = "s3://", kFile = "file://";
    if (location.starts_with(kS3)) {
        const auto key = base::pathFrom(location.substr(kS3.size()));
        for (const auto& part : key)
            if (part == ".." || key.has_root_path())
                failInvalid(base::concat("dataLocation: ", location, " leaves the bucket"));
        return workspace / "buckets" / key;
    }
    if (location.starts_with(kFile)) location.remove_prefix(kFile.size());
    return base::pathFrom(location);
}

int Service::subscribe(std::function<void(const Change&)> onChange,
                       std::function<void(const JobInfo&)> onProgress) {
    std::lock_guard lock(state_->listening);
    state_->listeners[state_->nextListener] = {std::move(onChange), std::move(onProgress)};
    return state_->nextListener++;
}

void Service::unsubscribe(int handle) {
    std::lock_guard lock(state_->listening);
    state_->listeners.erase(handle);
}

void failInvalid(const std::string& message) {
    throw base::ServiceError(base::ErrorCode::InvalidInput, message);
}

void failNotAvailable(std::string_view what) {
    failInvalid(base::concat(what, " is not available in Foretaste yet"));
}

void failInUse(const std::string& message) {
    throw base::ServiceError(base::ErrorCode::ResourceInUse, message);
}

std::string countOf(std::size_t count, std::string_view noun) {
    return base::concat(base::grouped(static_cast<std::int64_t>(count)), ' ', noun,
                        count == 1 ? "" : "s");
}

}  // namespace foretaste::service
