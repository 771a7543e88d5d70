// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/dataset_export_job.h"

#include <unordered_set>

#include "core/ingest/csv_reader.h"
#include "core/service/check.h"
#include "core/service/state.h"
#include "core/service/whole_file.h"
#include "core/store/generation_file.h"

namespace foretaste::service {

namespace fs = std::filesystem;

namespace {

std::string lineOf(const Row& row) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (i > 0) line += ',';
        if (row[i]) line += ingest::csvCell(*row[i]);
    }
    return line;
}

/// The file that a job writes: the path itself where that names a CSV, else one in that folder.
fs::path exportFile(const fs::path& path, const std::string& jobName) {
    return path.extension() == ".csv" ? path : path / base::concat(jobName, ".csv");
}

}  // namespace

std::string Service::createDatasetExportJob(const CreateDatasetExportJobRequest& request) {
    check(request);
    const auto dataset = state_->resources.get<Dataset>(request.datasetArn);
    locate(request.jobOutput.s3DataDestination.path);  // refuses a path that leaves its bucket
    DatasetExportJob job;
    job.jobName = request.jobName;
    job.datasetExportJobArn = base::makeArn(base::concat("dataset-export-job/", request.jobName));
    job.datasetArn = dataset.datasetArn;
    job.ingestionMode = request.ingestionMode;
    job.roleArn = request.roleArn;
    job.jobOutput = request.jobOutput;
    state_->resources.add(job, request.tags);

    const auto arn = job.datasetExportJobArn;
    state_->jobs.start(
        ResourceKind::DatasetExportJob, arn, base::concat("Exporting ", dataset.name),
        Executor::Pool::Io,
        {[this, arn](const base::JobContext& context) { return state_->exportRows(arn, context); },
         state_->failing<DatasetExportJob>(arn, "Export", Status::CreateFailed)});
    return arn;
}

Status Service::State::exportRows(const std::string& jobArn, const base::JobContext& context) {
    auto job = resources.get<DatasetExportJob>(jobArn);
    std::lock_guard turn(importLock(job.datasetArn));  // no import takes the rows away meanwhile
    job.status = Status::CreateInProgress;
    resources.save(job);

    const auto dataset = resources.get<Dataset>(job.datasetArn);
    const auto schema = schemaOf(dataset);
    const bool records = !store::holdsEvents(schema::typeOf(schema));
    std::vector<std::string> putLines;
    std::unordered_set<std::string> waiting;   // lines that are still to be written
    std::unordered_set<std::string> replaced;  // ids whose bulk record is an older one
    const auto put = [&](const Row& row) {
        auto line = lineOf(row);
        if (waiting.insert(line).second) putLines.push_back(std::move(line));
    };
    if (job.ingestionMode != IngestionMode::Bulk) {
        for (const auto& event : events.all(dataset.datasetArn)) put(service::rowOf(schema, event));
        for (const auto& record : putRecords.all(dataset.datasetArn)) {
            put(service::rowOf(schema, record));
            replaced.insert(record.id);
        }
    }

    WholeFile csv(exportFile(locate(job.jobOutput.s3DataDestination.path), job.jobName));
    std::vector<std::string> names;
    for (const auto& field : schema.fields) names.push_back(field.name);
    csv.writeLine(base::join(names, ","));
    std::int64_t written = 0;
    if (const auto file = currentFile(dataset.datasetArn);
        !file.empty() && job.ingestionMode != IngestionMode::Put) {
        const auto total = store::readTotals(file).rows;
        const auto idAt = schema.indexOf(store::idField(schema::typeOf(schema))).value();
        constexpr std::int64_t kPage = 65536;
        for (std::int64_t offset = 0;; offset += kPage) {
            context.throwIfStopped();
            context.report({.fraction = static_cast<double>(offset) /
                                        static_cast<double>(std::max<std::int64_t>(total, 1)),
                            .phase = "writing rows"});
            const auto page = store::readRows(file, offset, kPage);
            for (const auto& row : page) {
                if (records && row[idAt] && replaced.contains(*row[idAt])) continue;
                const auto line = lineOf(row);
                waiting.erase(line);  // an exact repeat of it is not written again
                csv.writeLine(line);
                ++written;
            }
            if (static_cast<std::int64_t>(page.size()) < kPage) break;
        }
    }
    for (const auto& line : putLines)
        if (waiting.contains(line)) csv.writeLine(line), ++written;
    csv.finish();
    job.status = Status::Active;
    resources.save(job);
    note(ResourceKind::DatasetExportJob, jobArn,
         base::concat("Export ", job.jobName, " wrote ",
                      countOf(static_cast<std::size_t>(written), "row"), " of ",
                      base::arnTail(dataset.datasetArn)));
    return Status::Active;
}

DatasetExportJob Service::describeDatasetExportJob(std::string_view arn) {
    return state_->resources.get<DatasetExportJob>(arn);
}

Listing<DatasetExportJob> Service::listDatasetExportJobs(std::string_view datasetArn,
                                                         const Page& page) {
    check(page);
    return state_->resources.list<DatasetExportJob>(datasetArn, page);
}

void Service::stopDatasetExportJob(std::string_view arn) {
    const auto job = state_->resources.get<DatasetExportJob>(arn);
    if (!isUnderWay(job.status))
        failInUse(base::concat("export ", job.jobName, " is ", enumText(job.status),
                               ": there is nothing to stop"));
    state_->jobs.requestStop(arn);
}

}  // namespace foretaste::service
