// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/service/recommendations.h"
#include "core/service/state.h"

namespace foretaste::service {
namespace {

/// The columns that a card is made of; empty where there is none.
struct CardColumns {
    std::string title, categories;
};

CardColumns cardColumns(const ItemBook& book) {
    CardColumns found;
    for (const auto& column : book.columns())
        if (column.field.itemName) found.title = column.field.name;
    for (const char* name : {"TITLE", "NAME", "DESCRIPTION"})
        if (const auto* column = book.column(name);
            column && found.title.empty() && column->field.isText())
            found.title = name;
    if (book.column("GENRES")) found.categories = "GENRES";
    for (const auto& column : book.columns())
        if (found.categories.empty() && column.field.categorical)
            found.categories = column.field.name;
    return found;
}

}  // namespace

std::vector<ItemCard> Service::itemCards(std::string_view datasetGroupArn,
                                         const std::vector<std::string>& itemIds) {
    const auto book = state_->itemBook(datasetGroupArn);
    const auto columns = cardColumns(*book);
    std::vector<ItemCard> cards;
    for (const auto& id : itemIds) {
        ItemCard card;
        card.itemId = card.title = id;
        const auto entry = book->find(id);
        for (const auto& column : book->columns())
            if (auto text = cellText(entry, column.field.name); !text.empty())
                card.attributes[column.field.name] = std::move(text);
        if (auto title = cellText(entry, columns.title); !title.empty())
            card.title = std::move(title);
        if (const auto text = cellText(entry, columns.categories); !text.empty())
            card.categories = base::split(text, '|');
        if (double created = 0; base::parseNumber(cellText(entry, "CREATION_TIMESTAMP"), created))
            card.created = static_cast<std::int64_t>(created);
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
