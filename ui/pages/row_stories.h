// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "ui/models/recommendation_models.h"

/// What a row of a dataset leads to: the user's whole history, and all that is known of the item.
/// To be called in the background; each throws what the service throws.
namespace foretaste::pages {

using Facts = QList<std::pair<QString, QString>>;  ///< column and cell

struct UserStory {
    static constexpr std::size_t kMostEvents = 200;

    QString id;
    Facts facts;                              ///< of the Users dataset, without the id
    std::vector<models::HistoryRow> history;  ///< newest first, at most kMostEvents
    std::int64_t clock = 0;                   ///< newest event of the group, epoch seconds
};
UserStory userStory(service::Service& service, const std::string& groupArn, const QString& userId);

struct ItemStory {
    service::ItemCard card;
    bool known = false;                       ///< the Items dataset has a record of it
    std::int64_t interactions = 0;            ///< imported ones
    std::optional<std::int64_t> first, last;  ///< of them, epoch seconds
};
ItemStory itemStory(service::Service& service, const std::string& groupArn, const QString& itemId);

}  // namespace foretaste::pages
