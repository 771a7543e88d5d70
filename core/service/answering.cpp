// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/answering.h"

namespace foretaste::service {

Service::Answering::Answering(State& state, std::shared_ptr<CampaignRuntime> runtime)
    : state_(state), runtime_(std::move(runtime)), serving_(runtime_->serving()) {}

const std::shared_ptr<const ItemBook>& Service::Answering::book() const {
    if (!book_) book_ = state_.itemBook(runtime_->datasetGroupArn());
    return book_;
}

std::string_view Service::Answering::recipeName() const {
    const auto* useCase = runtime_->useCase();
    return useCase ? useCase->name : std::string_view(facts().name);
}

bool Service::Answering::isPersonal() const {
    return facts().type == recipes::RecipeType::UserPersonalization ||
           facts().type == recipes::RecipeType::PersonalizedRanking;
}

void Service::Answering::checkContext(const std::map<std::string, std::string>& context) const {
    if (context.empty()) return;
    if (!isPersonal())
        failInvalid(base::concat("context: the recipe ", recipeName(), " takes none"));
    const auto dataset = state_.datasetOf(runtime_->datasetGroupArn(), DatasetType::Interactions);
    if (!dataset) failInvalid("context: the dataset group has no Interactions dataset");
    const auto schema = state_.schemaOf(*dataset);
    for (const auto& [name, value] : context) {
        bool isFact = false;  // of the event itself, not of what surrounds it
        for (const char* fact : {"USER_ID", "ITEM_ID", "TIMESTAMP"})
            isFact |= base::equalsIgnoringCase(name, fact);
        if (isFact || !schema.find(name))
            failInvalid(base::concat("context.", name,
                                     ": the Interactions dataset has no metadata column of this "
                                     "name"));
    }
}

std::vector<std::string> Service::Answering::metadataColumns(
    const std::map<std::string, std::vector<std::string>>& requested) const {
    if (requested.empty()) return {};
    const auto& [type, columns] = *requested.begin();
    if (schema::typeFromName(type) != DatasetType::Items)
        failInvalid(base::concat("metadataColumns: '", type, "' is not ITEMS"));
    if (!runtime_->returnsMetadata())
        failInvalid(
            "metadataColumns: metadata is not returned here; update the campaign or the "
            "recommender "
            "with enableMetadataWithRecommendations");
    constexpr std::size_t kMostColumns = 10;
    if (columns.size() > kMostColumns)
        failInvalid(
            base::concat("metadataColumns: at most 10 columns, these are ", columns.size()));
    for (const auto& name : columns)
        if (!book()->column(name))
            failInvalid(
                base::concat("metadataColumns: the Items dataset has no column '", name, "'"));
    return columns;
}

std::optional<filter::Selection> Service::Answering::select(const FilterUse& use,
                                                             serve::StageTimes& times) const {
    const auto* useCase = runtime_->useCase();
    const bool leavesOut = useCase && !useCase->leavesOut.empty();
    const serve::StageTimer timer(use.filterArn.empty() && !leavesOut ? nullptr : &times,
                                  serve::Stage::Filter);
    std::optional<filter::Selection> selection;
    if (!use.filterArn.empty())
        selection = state_.select(*runtime_, *serving_, book(), use);
    else if (!use.values.empty())
        failInvalid("filterValues: there is no filterArn that they belong to");
    if (!leavesOut) return selection;
    static const std::map<std::string, std::string> kNoValues;
    auto unseen = state_.selectBy(
        base::concat("EXCLUDE ItemID WHERE Interactions.EVENT_TYPE IN (\"", useCase->leavesOut,
                     "\")"),
        std::string(useCase->name), *runtime_, *serving_, book(), {{}, kNoValues, use.userId, {}});
    if (!selection) return unseen;
    selection->rows &= unseen.rows;
    return selection;
}

PredictedItem Service::Answering::described(std::string itemId,
                                            const std::vector<std::string>& columns) const {
    PredictedItem item;
    const auto entry = columns.empty() ? ItemBook::Entry{} : book()->find(itemId);
    for (const auto& name : columns)
        if (auto text = cellText(entry, name); !text.empty()) item.metadata[name] = std::move(text);
    item.itemId = std::move(itemId);
    return item;
}

PredictedItem Service::Answering::predicted(const serve::RankedItem& place, bool known,
                                            const std::vector<std::string>& columns) const {
    auto item = described(serving_->deployed->itemId(place.item), columns);
    if (facts().scores && !runtime_->useCase()) item.score = place.score;
    if (place.exploring) item.reason.push_back("Exploration");
    if (isPersonal() && !known)
        item.reason.push_back("New user: nothing known yet, so what others start with");
    // Whatever goes with the item lies so far before what is popular that it leaves it no share.
    constexpr double kNoShare = 1e-12;
    if (facts().type == recipes::RecipeType::RelatedItems && (!known || place.relevance < kNoShare))
        item.reason.push_back("Popular item: nothing more is known to go with the one asked for");
    return item;
}

std::string Service::Answering::remember(const std::vector<PredictedItem>& list) const {
    std::vector<std::int32_t> shown;  // without what was asked for and is not in the catalogue
    for (const auto& each : list)
        if (const auto item = serving_->deployed->itemNumber(each.itemId)) shown.push_back(*item);
    auto recommendationId = base::concat("RID-", base::randomUuid());
    runtime_->shown().remember(recommendationId, std::move(shown));
    return recommendationId;
}

}  // namespace foretaste::service
