// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/item_list.h"
#include "ui/pages/studio_calls.h"

/// Answers of the studio as cards.
namespace foretaste::pages {

/// The item's title; its id where nothing is known of it.
QString titleOf(const service::ItemCard& card);

/// The recommended items. `before`: the list before an event, whose places each card is compared
/// with; null where there was none.
QList<ItemRow> placeRows(const StudioAnswer& answer, const StudioAnswer* before, bool personal);
/// A user's history. `clock`: the newest event of the data, from which ages count.
QList<ItemRow> eventRows(const std::vector<models::HistoryRow>& history, std::int64_t clock);

/// What two lists have in common.
struct Shared {
    int items = 0;   ///< in both
    int places = 0;  ///< with the same item
};
/// Marks what is only in one of two lists, and at the right how places differ from those at the
/// left.
Shared markDifferences(QList<ItemRow>& left, QList<ItemRow>& right);

/// How many places hold another item than before.
int changedPlaces(const StudioAnswer& before, const StudioAnswer& answer);

}  // namespace foretaste::pages
