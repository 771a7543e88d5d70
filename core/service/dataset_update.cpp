// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/service/check.h"
#include "core/service/state.h"

namespace foretaste::service {
namespace {

/// Refuses what the rows that are there cannot follow.
void checkReplacement(const schema::Schema& now, const schema::Schema& next, bool hasRows) {
    if (!hasRows) return;
    for (const auto& field : now.fields) {
        const auto* kept = next.find(field.name);
        if (!kept)
            failInvalid(base::concat("schemaArn: the new schema lacks the column ", field.name,
                                     ", which the dataset's rows have: columns can be added, not "
                                     "taken away"));
        if (kept->type != field.type)
            failInvalid(base::concat("schemaArn: the column ", field.name,
                                     " would have another type: give a new column another name"));
    }
    for (const auto& field : next.fields)
        if (!now.find(field.name) && !field.nullable)
            failInvalid(base::concat("schemaArn: the rows that are there have no ", field.name,
                                     ": a new column must allow null"));
}

/// Columns that may be null in the old schema and may not be in the new one.
std::vector<std::size_t> madeRequired(const schema::Schema& now, const schema::Schema& next) {
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < next.fields.size(); ++i) {
        const auto* before = now.find(next.fields[i].name);
        if (before && before->nullable && !next.fields[i].nullable) columns.push_back(i);
    }
    return columns;
}

[[noreturn]] void failNull(const schema::Field& field) {
    failInvalid(base::concat("the column ", field.name,
                             " is null in some rows: it cannot become required"));
}

void requireValues(const schema::Schema& schema, const std::vector<std::size_t>& columns,
                   const Row& row) {
    for (const auto column : columns)
        if (!row[column]) failNull(schema.fields[column]);
}

}  // namespace

std::string Service::updateDataset(const UpdateDatasetRequest& request) {
    check(request);
    std::lock_guard lock(state_->writing);
    auto dataset = state_->resources.get<Dataset>(request.datasetArn);
    const auto resource = state_->resources.get<DatasetSchema>(request.schemaArn);
    const auto next = schema::parseSchema(resource.schema);
    if (schema::typeOf(next) != schema::typeFromName(dataset.datasetType))
        failInvalid(base::concat("schemaArn: the schema ", resource.name, " is for ",
                                 schema::typeName(schema::typeOf(next)),
                                 ", the dataset is of type ", dataset.datasetType));
    if (resource.domain != state_->resources.get<DatasetGroup>(dataset.datasetGroupArn).domain)
        failInvalid(base::concat("schemaArn: the schema ", resource.name,
                                 " was made for another domain than the dataset's group"));
    if (dataset.latestDatasetUpdate && isUnderWay(dataset.latestDatasetUpdate->status))
        failInUse(base::concat("an update of dataset ", dataset.name, " is under way: wait"));
    for (const auto& job : state_->resources.all<DatasetImportJob>(dataset.datasetArn))
        if (isUnderWay(job.status))
            failInUse(base::concat("the import ", job.jobName,
                                   " into this dataset is under way: wait or stop it"));
    const auto statistics = datasetStatistics(dataset.datasetArn);
    checkReplacement(state_->schemaOf(dataset), next, statistics.bulkRows + statistics.putRows > 0);

    DatasetUpdateSummary update;
    update.schemaArn = request.schemaArn;
    update.creationDateTime = update.lastUpdatedDateTime = {base::nowMs()};
    dataset.latestDatasetUpdate = update;
    state_->resources.save(dataset);
    const auto arn = dataset.datasetArn;
    state_->jobs.start(
        ResourceKind::Dataset, arn, base::concat("Replacing the schema of ", dataset.name),
        Executor::Pool::Io,
        {[this, arn](const base::JobContext& job) { return state_->replaceSchema(arn, job); },
         [this, arn](const std::string& reason, bool) {
             auto failed = state_->resources.get<Dataset>(arn);
             auto& summary = *failed.latestDatasetUpdate;
             summary.status = Status::CreateFailed;
             summary.failureReason = reason;
             summary.lastUpdatedDateTime = {base::nowMs()};
             state_->resources.save(failed);
             state_->note(ResourceKind::Dataset, arn,
                          base::concat("The schema of ", failed.name, " stays: ", reason), true);
             return Status::CreateFailed;
         }});
    return arn;
}

Status Service::State::replaceSchema(const std::string& datasetArn, const base::JobContext& job) {
    std::lock_guard turn(importLock(datasetArn));
    auto dataset = resources.get<Dataset>(datasetArn);
    auto& update = *dataset.latestDatasetUpdate;
    update.status = Status::CreateInProgress;
    resources.save(dataset);
    const auto now = schemaOf(dataset);
    const auto next = schema::parseSchema(resources.get<DatasetSchema>(update.schemaArn).schema);
    const auto required = madeRequired(now, next);
    if (!required.empty()) {
        for (const auto& event : events.all(datasetArn))
            requireValues(next, required, service::rowOf(next, event));
        for (const auto& record : putRecords.all(datasetArn))
            requireValues(next, required, service::rowOf(next, record));
    }

    // Rows are rewritten in the new columns. One row of the catalogue then switches both.
    auto files = filesOf(datasetArn);
    std::filesystem::path old;
    if (files.generation != 0) {
        old = generationFile(files, files.generation);
        const auto generation = files.nextGeneration++;
        resources.setExtra<Dataset>(datasetArn, toJson(files).dump());
        const auto target = generationFile(files, generation);
        constexpr std::int64_t kPage = 65536;
        for (std::int64_t offset = 0; !required.empty(); offset += kPage) {
            job.throwIfStopped();
            const auto page = store::readRows(old, offset, kPage);
            for (const auto& row : page)
                for (const auto column : required)
                    if (const auto at = now.indexOf(next.fields[column].name); !row[*at])
                        failNull(next.fields[column]);
            if (static_cast<std::int64_t>(page.size()) < kPage) break;
        }
        store::BulkWriter writer(target, next);
        writer.copyFrom(old, job);
        writer.finish();
        files.generation = generation;
    }
    dataset.schemaArn = update.schemaArn;
    update.status = Status::Active;
    update.lastUpdatedDateTime = {base::nowMs()};
    resources.save(dataset, toJson(files).dump());
    std::error_code ignored;  // a reader may still hold it; the next start removes it then
    if (!old.empty()) std::filesystem::remove(old, ignored);
    renewItemBook(dataset.datasetGroupArn);
    for (const auto& runtime : runtimesOf(dataset.datasetGroupArn)) runtime->forgetUsers();
    note(ResourceKind::Dataset, datasetArn,
         base::concat("Dataset ", dataset.name, " has the schema ",
                      base::arnName(dataset.schemaArn)));
    return Status::Active;
}

}  // namespace foretaste::service
