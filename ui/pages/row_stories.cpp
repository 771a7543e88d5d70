// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/row_stories.h"

#include "core/base/text.h"
#include "ui/bridge/words.h"
#include "ui/pages/listings.h"

namespace foretaste::pages {

using bridge::text;

namespace {

/// The time in a row of interactions.
std::optional<std::int64_t> timeOf(const service::DatasetRows& page) {
    if (page.rows.empty()) return std::nullopt;
    for (std::size_t i = 0; i < page.columns.size(); ++i)
        if (base::equalsIgnoringCase(page.columns[i], "TIMESTAMP") && page.rows[0][i])
            return text(*page.rows[0][i]).toLongLong();
    return std::nullopt;
}

}  // namespace

UserStory userStory(service::Service& service, const std::string& groupArn, const QString& userId) {
    UserStory story{userId, {}, {}, 0};
    const auto id = userId.toStdString();
    for (const auto& dataset : datasetsOf(service, groupArn)) {
        const auto type = schema::typeFromName(dataset.datasetType);
        if (type == service::DatasetType::Interactions)
            story.clock = service.datasetStatistics(dataset.datasetArn).newest;
        if (type != service::DatasetType::Users) continue;
        const auto record = service.datasetRows(dataset.datasetArn, 0, 1, {.userId = id});
        for (std::size_t i = 0; i < record.columns.size() && !record.rows.empty(); ++i)
            if (const auto& cell = record.rows[0][i];
                cell && !base::equalsIgnoringCase(record.columns[i], "USER_ID"))
                story.facts.append({text(record.columns[i]), text(*cell)});
    }
    const auto events = service.userHistory(groupArn, id, UserStory::kMostEvents);
    std::vector<std::string> items;
    for (const auto& event : events) items.push_back(event.itemId);
    story.history = models::historyRows(events, service.itemCards(groupArn, items));
    return story;
}

ItemStory itemStory(service::Service& service, const std::string& groupArn, const QString& itemId) {
    ItemStory story;
    const auto id = itemId.toStdString();
    story.card = service.itemCards(groupArn, {id}).at(0);
    story.known = !story.card.attributes.empty();
    const auto interactions = interactionsOf(service, groupArn).datasetArn;
    if (interactions.empty()) return story;
    const service::RowQuery byTime{.itemId = id, .sortColumn = "TIMESTAMP"};
    const auto oldest = service.datasetRows(interactions, 0, 1, byTime);
    story.interactions = oldest.total;
    story.first = timeOf(oldest);
    if (oldest.total > 0)
        story.last = timeOf(service.datasetRows(interactions, oldest.total - 1, 1, byTime));
    return story;
}

}  // namespace foretaste::pages
