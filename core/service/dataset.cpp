// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/dataset.h"

#include <algorithm>

#include "core/service/check.h"
#include "core/service/state.h"

namespace foretaste::service {

namespace fs = std::filesystem;

std::string Service::createDataset(const CreateDatasetRequest& request) {
    check(request);
    std::lock_guard lock(state_->writing);
    const auto type = schema::typeFromName(request.datasetType);
    if (!type)
        failInvalid(base::concat("datasetType: '", request.datasetType,
                                 "' is not one of Interactions, Items, Users, Actions, "
                                 "Action_Interactions"));
    if (*type == DatasetType::Actions || *type == DatasetType::ActionInteractions)
        failNotAvailable(base::concat("The dataset type ", schema::typeName(*type)));
    const auto group = state_->activeGroup(request.datasetGroupArn);
    const auto schemaResource = state_->resources.get<DatasetSchema>(request.schemaArn);
    const auto schemaType = schema::typeOf(schema::parseSchema(schemaResource.schema));
    if (schemaType != *type)
        failInvalid(base::concat("schemaArn: the schema ", schemaResource.name, " is for ",
                                 schema::typeName(schemaType), ", the dataset is of type ",
                                 schema::typeName(*type)));
    if (schemaResource.domain != group.domain)
        failInvalid(base::concat("schemaArn: the schema ", schemaResource.name,
                                 " was made for another domain than the dataset group ",
                                 group.name));
    if (const auto other = state_->datasetOf(group.datasetGroupArn, *type))
        throw base::ServiceError(
            base::ErrorCode::ResourceAlreadyExists,
            base::concat("dataset group ", group.name, " has a dataset of type ",
                         schema::typeName(*type), " already, ", other->name,
                         ": import into that, or delete it first"));

    Dataset dataset;
    dataset.name = request.name;
    dataset.datasetType = schema::typeName(*type);
    dataset.datasetArn =
        base::makeArn(base::concat("dataset/", group.name, '/', dataset.datasetType));
    dataset.datasetGroupArn = group.datasetGroupArn;
    dataset.schemaArn = request.schemaArn;
    dataset.status = Status::Active;
    DatasetFiles files;
    // The id keeps folders apart where the file system does not tell 'Film' from 'film'.
    files.folder = base::concat(group.name, '-', dataset.datasetType, '-', base::randomHexId());
    state_->resources.add(dataset, request.tags, toJson(files).dump());
    state_->note(ResourceKind::Dataset, dataset.arn(),
                 base::concat("Dataset ", dataset.name, " of ", group.name, " was created"));
    return dataset.datasetArn;
}

Dataset Service::describeDataset(std::string_view arn) {
    return state_->resources.get<Dataset>(arn);
}

Listing<Dataset> Service::listDatasets(std::string_view datasetGroupArn, const Page& page) {
    check(page);
    return state_->resources.list<Dataset>(datasetGroupArn, page);
}

void Service::deleteDataset(std::string_view arn) {
    std::lock_guard lock(state_->writing);
    const auto dataset = state_->resources.get<Dataset>(arn);
    if (dataset.latestDatasetUpdate && isUnderWay(dataset.latestDatasetUpdate->status))
        failInUse(base::concat("an update of dataset ", dataset.name, " is under way: wait"));
    for (const auto& job : state_->resources.all<DatasetImportJob>(arn))
        if (isUnderWay(job.status))
            failInUse(base::concat("the import ", job.jobName,
                                   " into this dataset is under way: wait or stop it"));
    for (const auto& job : state_->resources.all<DataDeletionJob>(dataset.datasetGroupArn))
        if (isUnderWay(asStatus(job.status)))
            failInUse(base::concat("the deletion ", job.jobName,
                                   " of users is under way in this dataset group: wait"));
    const auto exports = state_->resources.all<DatasetExportJob>(arn);
    for (const auto& job : exports)
        if (isUnderWay(job.status))
            failInUse(base::concat("the export ", job.jobName,
                                   " of this dataset is under way: wait or stop it"));
    for (const auto& solution : state_->resources.all<Solution>(dataset.datasetGroupArn))
        for (const auto& version : state_->resources.all<SolutionVersion>(solution.arn()))
            if (isUnderWay(version.status))
                failInUse(base::concat("a version of the solution ", solution.name,
                                       " is being trained on this dataset: wait or stop it"));
    for (const auto& recommender : state_->resources.all<Recommender>(dataset.datasetGroupArn))
        if (isUnderWay(recommender.status))
            failInUse(base::concat("the recommender ", recommender.name, " is ",
                                   enumText(recommender.status), ": wait"));
    const auto files = state_->filesOf(arn);
    for (const auto& job : state_->resources.all<DatasetImportJob>(arn))
        state_->resources.remove(job);
    for (const auto& job : exports) state_->resources.remove(job);
    state_->resources.remove(dataset);
    state_->events.remove(arn);
    state_->putRecords.remove(arn);
    std::error_code ignored;  // what cannot be removed now is removed at the next start
    fs::remove_all(state_->workspace / "data" / files.folder, ignored);
    {
        std::lock_guard books(state_->books);
        state_->itemBooks.erase(dataset.datasetGroupArn);
    }
    for (const auto& runtime : state_->runtimesOf(dataset.datasetGroupArn)) runtime->forgetUsers();
    state_->note(ResourceKind::Dataset, arn,
                 base::concat("Dataset ", dataset.name, " was deleted"));
}

DatasetStatistics Service::datasetStatistics(std::string_view arn) {
    const auto dataset = state_->resources.get<Dataset>(arn);
    DatasetStatistics statistics;
    if (const auto file = state_->currentFile(arn); !file.empty()) {
        const auto totals = store::readTotals(file);
        statistics.bulkRows = totals.rows;
        statistics.users = totals.users;
        statistics.items = totals.items;
        statistics.oldest = totals.oldest;
        statistics.newest = totals.newest;
        statistics.bytes = static_cast<std::int64_t>(fs::file_size(file));
    }
    statistics.putRows = state_->events.count(arn);
    if (statistics.putRows > 0)
        statistics.newest = std::max(statistics.newest, state_->events.newest(arn));
    statistics.putRows += state_->putRecords.count(arn);
    return statistics;
}

DatasetRows Service::datasetRows(std::string_view arn, std::int64_t offset, std::int64_t count,
                                 const RowQuery& query) {
    const auto dataset = state_->resources.get<Dataset>(arn);
    DatasetRows page;
    for (const auto& field : state_->schemaOf(dataset).fields) page.columns.push_back(field.name);
    if (const auto file = state_->currentFile(arn); !file.empty()) {
        if (query.isPlain()) {
            page.total = store::readTotals(file).rows;
            page.rows = store::readRows(file, offset, count);
        } else {
            const auto view = state_->rowViews.view(file, query);
            page.total = view->count();
            page.rows = view->page(offset, count);
        }
    }
    return page;
}

std::optional<Dataset> Service::State::datasetOf(std::string_view groupArn, DatasetType type) {
    return resources.find<Dataset>(base::makeArn(
        base::concat("dataset/", base::arnName(groupArn), '/', schema::typeName(type))));
}

DatasetFiles Service::State::filesOf(std::string_view datasetArn) {
    return fromJson<DatasetFiles>(parseJson(resources.extra<Dataset>(datasetArn)));
}

fs::path Service::State::generationFile(const DatasetFiles& files, std::int64_t generation) const {
    return workspace / "data" / files.folder / base::concat(generation, ".db");
}

fs::path Service::State::currentFile(std::string_view datasetArn) {
    const auto files = filesOf(datasetArn);
    return files.generation == 0 ? fs::path{} : generationFile(files, files.generation);
}

schema::Schema Service::State::schemaOf(const Dataset& dataset) {
    return schema::parseSchema(resources.get<DatasetSchema>(dataset.schemaArn).schema);
}

store::InteractionTable Service::State::interactionsOf(std::string_view groupArn) {
    store::InteractionTable table;
    const auto dataset = datasetOf(groupArn, DatasetType::Interactions);
    if (!dataset)
        failInvalid(base::concat("dataset group ", base::arnName(groupArn),
                                 " has no Interactions dataset: create one and import data"));
    if (const auto file = currentFile(dataset->datasetArn); !file.empty())
        store::readInteractions(file, table);
    events.readInteractions(dataset->datasetArn, table);
    return table;
}

std::optional<store::RecordTable> Service::State::recordsOf(std::string_view groupArn,
                                                            DatasetType type) {
    const auto dataset = datasetOf(groupArn, type);
    if (!dataset) return std::nullopt;
    const auto put = putRecords.all(dataset->datasetArn);
    const auto file = currentFile(dataset->datasetArn);
    if (file.empty() && put.empty()) return std::nullopt;
    auto newer = tableOf(schemaOf(*dataset), put);
    if (file.empty()) return newer;
    auto records = store::readRecords(file);
    putOver(records, newer);
    return records;
}

std::vector<HistoryEvent> Service::State::historyOf(std::string_view groupArn,
                                                    std::string_view userId, std::size_t limit) {
    const auto dataset = datasetOf(groupArn, DatasetType::Interactions);
    if (!dataset) return {};
    std::vector<HistoryEvent> history;
    if (const auto file = currentFile(dataset->datasetArn); !file.empty())
        history = store::readHistory(file, userId, limit);
    for (auto& event : events.readHistory(dataset->datasetArn, userId, limit))
        history.push_back(std::move(event));
    // Put events come after bulk rows of the same second, and both keep their own order.
    std::stable_sort(history.begin(), history.end(),
                     [](const auto& a, const auto& b) { return a.timestamp < b.timestamp; });
    std::reverse(history.begin(), history.end());
    if (history.size() > limit) history.resize(limit);
    return history;
}

store::RecordTable Service::State::putItemsOf(const Dataset& dataset) {
    return tableOf(schemaOf(dataset), putRecords.all(dataset.datasetArn));
}

std::shared_ptr<const ItemBook> Service::State::itemBook(std::string_view groupArn) {
    std::lock_guard lock(books);
    if (const auto found = itemBooks.find(groupArn); found != itemBooks.end()) return found->second;
    return itemBooks[std::string(groupArn)] = readItemBook(groupArn);
}

std::shared_ptr<const ItemBook> Service::State::itemBookInUse(std::string_view groupArn) {
    std::lock_guard lock(books);
    const auto found = itemBooks.find(groupArn);
    return found == itemBooks.end() ? nullptr : found->second;
}

std::shared_ptr<const ItemBook> Service::State::readItemBook(std::string_view groupArn) {
    std::shared_ptr<const RecordIndex> imported;
    store::RecordTable put;
    if (const auto dataset = datasetOf(groupArn, DatasetType::Items)) {
        put = putItemsOf(*dataset);
        if (const auto file = currentFile(dataset->datasetArn); !file.empty())
            imported = std::make_shared<const RecordIndex>(store::readRecords(file));
    }
    return std::make_shared<const ItemBook>(std::move(imported), std::move(put));
}

void Service::State::useItemBook(std::string_view groupArn, std::shared_ptr<const ItemBook> book) {
    std::lock_guard lock(books);
    itemBooks[std::string(groupArn)] = std::move(book);
}

void Service::State::renewItemBook(std::string_view groupArn) {
    std::lock_guard lock(putting);
    if (!itemBookInUse(groupArn)) return;
    auto book = readItemBook(groupArn);
    for (const auto& runtime : runtimesOf(groupArn)) {
        auto& filters = *runtime->serving()->filters;
        filters.prepare(book, filters, filterReader(std::string(groupArn)));
    }
    useItemBook(groupArn, std::move(book));
}

filter::User Service::State::filterUser(std::string_view groupArn, std::string_view userId) {
    filter::User user;
    if (const auto dataset = datasetOf(groupArn, DatasetType::Users)) {
        std::map<std::string, std::string> cells;
        if (const auto put = putRecords.find(dataset->datasetArn, userId))
            cells = cellsOf(*put);
        else if (const auto file = currentFile(dataset->datasetArn); !file.empty())
            cells = store::readRecord(file, userId);
        for (const auto& field : schemaOf(*dataset).fields)
            if (const auto cell = cells.find(field.name); cell != cells.end())
                user.record[base::toUpper(field.name)] = filter::valuesOf(field, cell->second);
    }
    std::map<std::string, std::size_t> seen;
    constexpr std::size_t kAll = std::numeric_limits<std::int32_t>::max();
    for (auto& event : historyOf(groupArn, userId, kAll))
        if (seen[base::toLower(event.eventType)]++ < filter::kInteractionsSeen)
            user.interactions.push_back({std::move(event.itemId), std::move(event.eventType)});
    return user;
}

}  // namespace foretaste::service
