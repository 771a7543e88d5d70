// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/recommendations.h"

#include <algorithm>

#include "core/base/clock.h"
#include "core/service/check.h"
#include "core/service/state.h"

namespace foretaste::service {
namespace {

/// A cell of a record as text; empty where null.
std::string cellText(const store::RecordColumn& column, std::size_t row) {
    if (!column.text.empty()) return column.text[row];
    const double value = column.number[row];
    return value != value ? std::string{} : base::numberText(value);
}

std::map<std::string, std::string> metadataOf(const ItemBook& book, std::string_view itemId,
                                              const std::vector<std::string>& columns) {
    std::map<std::string, std::string> metadata;
    const auto row = book.rowOf.find(itemId);
    if (row == book.rowOf.end()) return metadata;
    for (const auto& name : columns)
        if (const auto* column = book.records.find(name))
            if (auto text = cellText(*column, row->second); !text.empty())
                metadata[name] = std::move(text);
    return metadata;
}

/// The columns that the request names, checked against the dataset.
std::vector<std::string> metadataColumns(const GetRecommendationsRequest& request,
                                         const CampaignRuntime& runtime, const ItemBook& book) {
    if (request.metadataColumns.empty()) return {};
    const auto& [type, columns] = *request.metadataColumns.begin();
    if (schema::typeFromName(type) != DatasetType::Items)
        failInvalid(base::concat("metadataColumns: '", type, "' is not ITEMS"));
    if (!runtime.returnsMetadata())
        failInvalid("metadataColumns: the campaign does not return metadata; update it with "
                    "campaignConfig.enableMetadataWithRecommendations");
    constexpr std::size_t kMostColumns = 10;
    if (columns.size() > kMostColumns)
        failInvalid(base::concat("metadataColumns: at most 10 columns, these are ", columns.size()));
    for (const auto& name : columns)
        if (!book.records.find(name))
            failInvalid(base::concat("metadataColumns: the Items dataset has no column '", name,
                                     "'"));
    return columns;
}

}  // namespace

GetRecommendationsResponse Service::getRecommendations(const GetRecommendationsRequest& request) {
    const base::Stopwatch watch;
    check(request);
    if (!request.recommenderArn.empty()) failNotAvailable("A recommender (recommenderArn)");
    if (request.campaignArn.empty()) failInvalid("campaignArn is missing: it must be given");
    if (!request.filterArn.empty()) failNotAvailable("A filter (filterArn)");
    if (!request.context.empty()) failNotAvailable("Contextual metadata (context)");

    const auto runtime = state_->runtimeOf(request.campaignArn);
    const auto& facts = runtime->deployment().model().facts();
    const bool personal = runtime->deployment().model().stateSize() > 0;
    if (personal && request.userId.empty())
        failInvalid(base::concat("userId is missing: the recipe ", facts.name, " needs it"));

    constexpr std::int64_t kDefault = 25, kMostWithMetadata = 50;
    std::int64_t count = request.numResults.value_or(kDefault);
    if (count == 0) count = kDefault;  // legal, meaning unpublished: read as "not given"
    std::shared_ptr<const ItemBook> book;
    std::vector<std::string> columns;
    if (!request.metadataColumns.empty()) {
        book = state_->itemBook(runtime->datasetGroupArn());
        columns = metadataColumns(request, *runtime, *book);
        if (count > kMostWithMetadata)
            failInvalid(base::concat("numResults: at most 50 with metadataColumns, asked for ",
                                     count));
    }

    const auto answer =
        runtime->answer(request.userId, static_cast<std::size_t>(count), runtime->exploration(),
                        runtime->nextRequest());
    const auto& ids = runtime->deployment().model().itemIds();
    GetRecommendationsResponse response;
    response.recommendationId = base::concat("RID-", base::randomUuid());
    std::vector<std::string> shown;
    for (const auto& place : answer.items) {
        PredictedItem item;
        item.itemId = ids[static_cast<std::size_t>(place.item)];
        if (facts.scores) item.score = place.score;
        if (place.exploring) item.reason.push_back("Exploration");
        if (personal && !answer.knownUser)
            item.reason.push_back("New user: nothing known yet, so what others start with");
        if (!columns.empty()) item.metadata = metadataOf(*book, item.itemId, columns);
        shown.push_back(item.itemId);
        response.itemList.push_back(std::move(item));
    }
    runtime->remember(response.recommendationId, std::move(shown));
    runtime->latency().record(watch.milliseconds());
    return response;
}

std::vector<ItemCard> Service::itemCards(std::string_view datasetGroupArn,
                                         const std::vector<std::string>& itemIds) {
    const auto book = state_->itemBook(datasetGroupArn);
    const store::RecordColumn* title = nullptr;
    for (const auto& column : book->records.columns)
        if (column.field.itemName) title = &column;
    for (const char* name : {"TITLE", "NAME", "DESCRIPTION"})
        if (!title) title = book->records.find(name);
    if (title && title->text.empty()) title = nullptr;
    const store::RecordColumn* categories = book->records.find("GENRES");
    for (const auto& column : book->records.columns)
        if (!categories && column.field.categorical) categories = &column;
    const auto* created = book->records.find("CREATION_TIMESTAMP");

    std::vector<ItemCard> cards;
    for (const auto& id : itemIds) {
        ItemCard card;
        card.itemId = card.title = id;
        if (const auto row = book->rowOf.find(id); row != book->rowOf.end()) {
            for (const auto& column : book->records.columns)
                if (auto text = cellText(column, row->second); !text.empty())
                    card.attributes[column.field.name] = std::move(text);
            if (title && !title->text[row->second].empty()) card.title = title->text[row->second];
            if (categories && !categories->text[row->second].empty())
                card.categories = base::split(categories->text[row->second], '|');
            if (created && created->number[row->second] == created->number[row->second])
                card.created = static_cast<std::int64_t>(created->number[row->second]);
        }
        cards.push_back(std::move(card));
    }
    return cards;
}

std::vector<UserCard> Service::findUsers(std::string_view datasetGroupArn, std::string_view text,
                                         std::size_t limit) {
    const auto dataset = state_->datasetOf(datasetGroupArn, DatasetType::Interactions);
    if (!dataset) return {};
    const auto file = state_->currentFile(dataset->datasetArn);
    if (file.empty()) return {};
    std::vector<UserCard> users;
    for (auto& [id, events] : store::findUsers(file, text, limit))
        users.push_back({std::move(id), events});
    return users;
}

std::vector<HistoryEvent> Service::userHistory(std::string_view datasetGroupArn,
                                               std::string_view userId, std::size_t limit) {
    return state_->historyOf(datasetGroupArn, userId, limit);
}

}  // namespace foretaste::service
