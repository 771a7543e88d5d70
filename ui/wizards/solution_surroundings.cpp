// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/solution_surroundings.h"

#include <QCoreApplication>

#include "core/base/text.h"
#include "ui/bridge/engine_words.h"
#include "ui/bridge/words.h"
#include "ui/models/live_list.h"

namespace foretaste::wizards {

using bridge::text;
using service::DatasetType;

namespace {

constexpr std::int64_t kServiceMinimum = 1000;  ///< interactions
constexpr std::int64_t kRowsLookedAt = 1000;    ///< for event types

QString tr(const char* words) {
    return QCoreApplication::translate("foretaste::wizards", words);
}

QStringList eventTypesOf(service::Service& service, const std::string& datasetArn) {
    const auto page = service.datasetRows(datasetArn, 0, kRowsLookedAt);
    const auto column =
        std::find_if(page.columns.begin(), page.columns.end(),
                     [](const auto& name) { return base::equalsIgnoringCase(name, "EVENT_TYPE"); });
    QStringList types;
    if (column == page.columns.end()) return types;
    const auto place = static_cast<std::size_t>(column - page.columns.begin());
    for (const auto& row : page.rows)
        if (row[place] && !row[place]->empty()) types << text(*row[place]);
    types.removeDuplicates();
    types.sort();
    return types;
}

bool learnsFromMetadata(const recipes::RecipeFacts& facts) {
    return facts.type != recipes::RecipeType::PopularItems;
}

/// What the group has for a recipe that can be trained here.
QString foundText(const recipes::RecipeFacts& facts, const SolutionSurroundings& group) {
    const auto events = tr("%1 interactions").arg(bridge::countText(group.interactions.rows));
    if (!learnsFromMetadata(facts)) return events;
    if (group.items.rows > 0)
        return tr("%1 and %2 items").arg(events, bridge::countText(group.items.rows));
    return tr("%1. Import items as well, and new ones are tried too").arg(events);
}

}  // namespace

SolutionSurroundings lookAroundSolutions(service::Service& service, const std::string& groupArn) {
    service.describeDatasetGroup(groupArn);  // tells where the group is gone
    SolutionSurroundings found;
    found.taken = takenNames(service);
    found.compatible = service.settings().compatible;
    for (const auto& dataset : models::allOf(
             [&](const service::Page& page) { return service.listDatasets(groupArn, page); })) {
        const auto type = schema::typeFromName(dataset.datasetType);
        auto* facts = type == DatasetType::Interactions ? &found.interactions
                      : type == DatasetType::Items      ? &found.items
                      : type == DatasetType::Users      ? &found.users
                                                        : nullptr;
        if (!facts) continue;
        const auto statistics = service.datasetStatistics(dataset.datasetArn);
        facts->rows = statistics.bulkRows + statistics.putRows;
        facts->users = statistics.users;
        facts->schema = schema::parseSchema(service.describeSchema(dataset.schemaArn).schema);
        if (type == DatasetType::Interactions)
            found.eventTypes = eventTypesOf(service, dataset.datasetArn);
    }
    return found;
}

std::vector<const recipes::RecipeFacts*> offeredRecipes() {
    std::vector<const recipes::RecipeFacts*> offered;
    for (const auto* recipe : recipes::allRecipes())
        // The service lists the recipes of the HRNN family but creates no solution with them.
        if (!recipe->facts().name.starts_with("aws-hrnn")) offered.push_back(&recipe->facts());
    std::stable_partition(offered.begin(), offered.end(),
                          [](const auto* facts) { return facts->available; });
    return offered;
}

Choice recipeChoice(const recipes::RecipeFacts& facts, const SolutionSurroundings& group) {
    Choice choice{text(facts.name), bridge::spoken(facts.title), bridge::spoken(facts.description)};
    choice.available = facts.available;
    if (!facts.available) {
        choice.remark = tr("Not available yet");
    } else if (group.interactions.rows == 0) {
        choice.remark = tr("Needs interactions: this group has none yet");
        choice.kind = Choice::Remark::Warning;
    } else if (group.interactions.rows < kServiceMinimum) {
        const auto count = bridge::countText(group.interactions.rows);
        choice.remark =
            group.compatible
                ? tr("Needs 1,000 interactions: here are %1").arg(count)
                : tr("%1 interactions: enough to try it, too few to judge it").arg(count);
        choice.kind = Choice::Remark::Warning;
    } else {
        choice.remark = foundText(facts, group);
    }
    return choice;
}

QStringList trainedColumns(const DatasetFacts& dataset) {
    QStringList names;
    for (const auto& field : dataset.schema.fields)
        if (field.categorical ||
            (field.isNumber() && !base::equalsIgnoringCase(field.name, "CREATION_TIMESTAMP")))
            names << text(field.name);
    return names;
}

}  // namespace foretaste::wizards
