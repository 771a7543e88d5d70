// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/dataset_import_job.h"

#include "core/service/check.h"
#include "core/service/report_codec.h"
#include "core/service/state.h"

namespace foretaste::service {

namespace fs = std::filesystem;

namespace {

void requireSource(const Service& service, std::string_view location) {
    const auto source = service.locate(location);
    std::error_code error;
    if (fs::exists(source, error)) return;
    const auto place = base::pathText(source);
    failInvalid(base::concat("dataLocation: there is no file or folder at ", location,
                             place == location ? "" : base::concat(" (", place, ')')));
}

}  // namespace

std::string Service::createDatasetImportJob(const CreateDatasetImportJobRequest& request) {
    return createDatasetImportJob(request, {});
}

std::string Service::createDatasetImportJob(const CreateDatasetImportJobRequest& request,
                                            const ingest::Transforms& transforms) {
    check(request);
    const auto dataset = state_->resources.get<Dataset>(request.datasetArn);
    ingest::Transformer(state_->schemaOf(dataset), transforms);  // refuses what makes no sense
    if (request.publishAttributionMetricsToS3.value_or(false)) state_->requireAttribution(dataset);
    requireSource(*this, request.dataSource.dataLocation);
    if (request.importMode == ImportMode::Incremental &&
        state_->filesOf(dataset.datasetArn).generation == 0)
        failInvalid(
            base::concat("importMode: INCREMENTAL adds to data that a FULL import has "
                         "brought; dataset ",
                         dataset.name, " has none yet. Import with FULL first"));

    DatasetImportJob job;
    job.jobName = request.jobName;
    job.datasetImportJobArn = base::makeArn(base::concat("dataset-import-job/", request.jobName));
    job.datasetArn = dataset.datasetArn;
    job.dataSource = request.dataSource;
    job.roleArn = request.roleArn;
    job.importMode = request.importMode;
    job.publishAttributionMetricsToS3 = request.publishAttributionMetricsToS3;
    state_->resources.add(job, request.tags);

    const auto arn = job.datasetImportJobArn;
    state_->jobs.start(
        ResourceKind::DatasetImportJob, arn,
        base::concat("Importing ",
                     base::pathText(locate(request.dataSource.dataLocation).filename())),
        Executor::Pool::Io,
        {[this, arn, transforms](const base::JobContext& context) {
             return state_->importRows(arn, transforms, context);
         },
         state_->failing<DatasetImportJob>(arn, "Import", Status::CreateFailed)});
    return arn;
}

std::mutex& Service::State::importLock(const std::string& datasetArn) {
    std::lock_guard lock(writing);
    auto& entry = importLocks[datasetArn];
    if (!entry) entry = std::make_unique<std::mutex>();
    return *entry;
}

Status Service::State::importRows(const std::string& jobArn, const ingest::Transforms& transforms,
                                  const base::JobContext& context) {
    auto job = resources.get<DatasetImportJob>(jobArn);
    // One import at a time writes a dataset; the others wait their turn.
    std::lock_guard turn(importLock(job.datasetArn));
    job.status = Status::CreateInProgress;
    resources.save(job);

    const auto dataset = resources.get<Dataset>(job.datasetArn);
    auto files = filesOf(job.datasetArn);
    const auto generation = files.nextGeneration++;
    resources.setExtra<Dataset>(job.datasetArn, toJson(files).dump());

    ingest::ImportOptions options;
    options.source = locate(job.dataSource.dataLocation);
    options.target = generationFile(files, generation);
    if (job.importMode == ImportMode::Incremental)
        options.older = generationFile(files, files.generation);
    options.rejectFile = workspace / "rejects" / base::concat(job.jobName, ".csv");
    options.transforms = transforms;
    fs::create_directories(options.target.parent_path());
    const auto report = ingest::importCsv(options, schemaOf(dataset), context);

    constexpr std::int64_t kMinimumRows = 1000;
    if (settings.compatible && dataset.datasetType == "INTERACTIONS" &&
        report.rowsKept < kMinimumRows) {
        std::error_code ignored;
        fs::remove(options.target, ignored);
        failInvalid(base::concat("the service needs at least 1,000 interactions in one import; ",
                                 base::grouped(report.rowsKept), " were valid"));
    }

    // The switch: one row. Before it the old rows are in use, after it the new ones. The report is
    // there before it, and so a job that is killed right after it is found to be done.
    resources.setExtra<DatasetImportJob>(jobArn, writeReport(report).dump());
    const auto before = files.generation;
    const auto rowsBefore = job.importMode == ImportMode::Incremental
                                ? store::readTotals(generationFile(files, before)).rows
                                : 0;
    files.generation = generation;
    resources.setExtra<Dataset>(job.datasetArn, toJson(files).dump());
    if (before != 0) {
        std::error_code ignored;  // a reader may still hold it; the next start removes it then
        fs::remove(generationFile(files, before), ignored);
    }
    if (schema::typeFromName(dataset.datasetType) == DatasetType::Items)
        renewItemBook(dataset.datasetGroupArn);
    for (const auto& runtime : runtimesOf(dataset.datasetGroupArn)) runtime->forgetUsers();
    if (job.publishAttributionMetricsToS3.value_or(false)) reportImport(job, dataset, rowsBefore);
    job.status = Status::Active;
    resources.save(job);
    note(ResourceKind::DatasetImportJob, jobArn,
         base::concat("Import ", job.jobName, " brought ",
                      countOf(static_cast<std::size_t>(report.rowsKept), "row"), " into ",
                      base::arnTail(dataset.datasetArn), " in ",
                      base::numberText(static_cast<double>(std::int64_t(report.seconds * 10)) / 10),
                      " s; ", base::grouped(report.rowsRejected),
                      report.rowsRejected == 1 ? " was rejected" : " were rejected"));
    return Status::Active;
}

DatasetImportJob Service::describeDatasetImportJob(std::string_view arn) {
    return state_->resources.get<DatasetImportJob>(arn);
}

Listing<DatasetImportJob> Service::listDatasetImportJobs(std::string_view datasetArn,
                                                         const Page& page) {
    check(page);
    return state_->resources.list<DatasetImportJob>(datasetArn, page);
}

ImportReport Service::importReport(std::string_view arn) {
    state_->resources.get<DatasetImportJob>(arn);
    const auto extra = state_->resources.extra<DatasetImportJob>(arn);
    return extra.empty() ? ImportReport{} : readImportReport(parseJson(extra));
}

void Service::stopDatasetImportJob(std::string_view arn) {
    const auto job = state_->resources.get<DatasetImportJob>(arn);
    if (!isUnderWay(job.status))
        failInUse(base::concat("import ", job.jobName, " is ", enumText(job.status),
                               ": there is nothing to stop"));
    state_->jobs.requestStop(arn);
}

ingest::Preview Service::previewCsv(std::string_view dataLocation, std::string_view schemaJson,
                                    const ingest::Transforms& transforms) {
    requireSource(*this, dataLocation);
    constexpr std::size_t kRows = 50;
    return ingest::previewCsv(locate(dataLocation), schema::parseSchema(schemaJson), kRows,
                              transforms);
}

ingest::Survivors Service::countSurvivors(std::string_view dataLocation,
                                          std::string_view schemaJson,
                                          const ingest::Transforms& transforms,
                                          const base::JobContext& job) {
    requireSource(*this, dataLocation);
    return ingest::countSurvivors(locate(dataLocation), schema::parseSchema(schemaJson), transforms,
                                  job);
}

std::string Service::inferSchema(std::string_view dataLocation, DatasetType type) {
    requireSource(*this, dataLocation);
    return schema::printSchema(ingest::inferSchema(locate(dataLocation), type));
}

}  // namespace foretaste::service
