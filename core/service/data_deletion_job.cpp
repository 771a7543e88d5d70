// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/data_deletion_job.h"

#include <algorithm>
#include <unordered_set>

#include "core/ingest/columns.h"
#include "core/service/check.h"
#include "core/service/state.h"

namespace foretaste::service {

namespace fs = std::filesystem;

namespace {

/// The CSVs of a place: a file, or a folder with what is below it.
std::vector<fs::path> filesAt(const fs::path& place) {
    if (!fs::is_directory(place)) return {place};
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(place))
        if (entry.is_regular_file() && entry.path().extension() == ".csv")
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    if (files.empty())
        failInvalid(base::concat("dataLocation: there is no .csv file in ", base::pathText(place)));
    return files;
}

/// Adds the ids of one file. Throws ServiceError naming file and line.
void readUsers(const fs::path& file, std::unordered_set<std::string>& users) {
    const auto name = base::pathText(file.filename());
    ingest::CsvReader reader(file);
    const auto header = ingest::readHeader(reader, file);
    const auto column = std::find_if(header.begin(), header.end(), [](const std::string& cell) {
        return base::equalsIgnoringCase(cell, "USER_ID");
    });
    if (column == header.end())
        failInvalid(base::concat(name, ", line 1: no column is called USER_ID"));
    const auto at = static_cast<std::size_t>(column - header.begin());
    std::vector<std::string_view> cells;
    while (reader.next(cells)) {
        if (!reader.fault().empty())
            failInvalid(base::concat(name, ", line ", reader.line(), ": the row ", reader.fault()));
        if (at >= cells.size() || base::trimmed(cells[at]).empty())
            failInvalid(base::concat(name, ", line ", reader.line(), ": USER_ID is missing"));
        users.emplace(cells[at]);
    }
}

}  // namespace

std::string Service::createDataDeletionJob(const CreateDataDeletionJobRequest& request) {
    check(request);
    const auto group = state_->resources.get<DatasetGroup>(request.datasetGroupArn);
    const auto place = locate(request.dataSource.dataLocation);
    std::error_code error;
    if (!fs::exists(place, error))
        failInvalid(base::concat("dataLocation: there is no file or folder at ",
                                 request.dataSource.dataLocation));
    constexpr std::ptrdiff_t kMostPending = 5;
    const auto others = state_->resources.all<DataDeletionJob>(group.datasetGroupArn);
    if (state_->settings.compatible &&
        std::count_if(others.begin(), others.end(), [](const auto& job) {
            return job.status == DeletionStatus::Pending;
        }) >= kMostPending)
        throw base::ServiceError(base::ErrorCode::LimitExceeded,
                                 "the service allows 5 waiting data deletion jobs a dataset "
                                 "group: wait until one is done");
    DataDeletionJob job;
    job.jobName = request.jobName;
    job.dataDeletionJobArn = base::makeArn(base::concat("data-deletion-job/", request.jobName));
    job.datasetGroupArn = group.datasetGroupArn;
    job.dataSource = request.dataSource;
    job.roleArn = request.roleArn;
    state_->resources.add(job, request.tags);

    const auto arn = job.dataDeletionJobArn;
    state_->jobs.start(
        ResourceKind::DataDeletionJob, arn, base::concat("Deleting users of ", group.name),
        Executor::Pool::Io,
        {[this, arn](const base::JobContext& context) { return state_->deleteUsers(arn, context); },
         state_->failing<DataDeletionJob>(arn, "Deletion", DeletionStatus::Failed)});
    return arn;
}

std::int64_t Service::State::rewriteWithout(const Dataset& dataset,
                                            const std::unordered_set<std::string>& users,
                                            const fs::path& from, const fs::path& target,
                                            const base::JobContext& context) {
    const auto schema = schemaOf(dataset);
    const auto userAt = schema.indexOf("USER_ID").value();
    store::BulkWriter writer(target, schema);
    std::vector<std::optional<std::string_view>> cells;
    std::int64_t gone = 0;
    constexpr std::int64_t kPage = 65536;
    for (std::int64_t offset = 0;; offset += kPage) {
        context.throwIfStopped();
        const auto page = store::readRows(from, offset, kPage);
        for (const auto& row : page) {
            if (users.contains(row.at(userAt).value_or(std::string{}))) {
                ++gone;
                continue;
            }
            cells.assign(row.begin(), row.end());
            writer.append(cells);
        }
        if (static_cast<std::int64_t>(page.size()) < kPage) break;
    }
    writer.finish();
    return gone;
}

Status Service::State::deleteUsers(const std::string& jobArn, const base::JobContext& context) {
    auto job = resources.get<DataDeletionJob>(jobArn);
    job.status = DeletionStatus::InProgress;
    resources.save(job);
    std::unordered_set<std::string> users;
    for (const auto& file : filesAt(locate(job.dataSource.dataLocation))) {
        context.throwIfStopped();
        readUsers(file, users);
    }

    // New generations are written beside those in use, and take their place all at once. What was
    // put goes after that, and a job that is repeated finds nothing twice.
    std::vector<Dataset> datasets;
    std::vector<std::unique_lock<std::mutex>> turns;
    for (const auto type : {DatasetType::Interactions, DatasetType::Users})
        if (const auto dataset = datasetOf(job.datasetGroupArn, type)) {
            datasets.push_back(*dataset);
            turns.emplace_back(importLock(dataset->datasetArn));
        }
    std::vector<std::pair<std::string, std::string>> switches;
    std::vector<fs::path> old;
    std::int64_t deleted = 0;
    for (const auto& dataset : datasets) {
        auto files = filesOf(dataset.datasetArn);
        if (files.generation == 0) continue;
        const auto generation = files.nextGeneration++;
        resources.setExtra<Dataset>(dataset.datasetArn, toJson(files).dump());
        context.report({.fraction = -1, .phase = base::concat("rewriting ", dataset.name)});
        old.push_back(generationFile(files, files.generation));
        deleted +=
            rewriteWithout(dataset, users, old.back(), generationFile(files, generation), context);
        files.generation = generation;
        switches.emplace_back(dataset.datasetArn, toJson(files).dump());
    }
    catalogue.setExtras(Noun<Dataset>::table, switches);
    std::error_code ignored;  // a reader may still hold it; the next start removes it then
    for (const auto& file : old) fs::remove(file, ignored);
    for (const auto& dataset : datasets)
        deleted += events.removeUsers(dataset.datasetArn, users) +
                   putRecords.removeIds(dataset.datasetArn, users);
    countPut(job.datasetGroupArn);
    for (const auto& runtime : runtimesOf(job.datasetGroupArn)) runtime->forgetUsers();

    job.status = DeletionStatus::Completed;
    job.numDeleted = deleted;
    resources.save(job);
    note(ResourceKind::DataDeletionJob, jobArn,
         base::concat("Deletion ", job.jobName, " took ",
                      countOf(static_cast<std::size_t>(deleted), "row"), " of ",
                      countOf(users.size(), "user"),
                      " away. Train and deploy again: models still know them"));
    return Status::Active;
}

DataDeletionJob Service::describeDataDeletionJob(std::string_view arn) {
    return state_->resources.get<DataDeletionJob>(arn);
}

Listing<DataDeletionJob> Service::listDataDeletionJobs(std::string_view datasetGroupArn,
                                                       const Page& page) {
    check(page);
    return state_->resources.list<DataDeletionJob>(datasetGroupArn, page);
}

}  // namespace foretaste::service
