// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/service.h"
#include "ui/models/resource_table_model.h"

namespace foretaste::models {

/// One place of a list of recommendations, with what is known of the item.
struct RecommendationRow {
    int rank = 0;  ///< from 1
    service::PredictedItem predicted;
    service::ItemCard card;
    double relevance = 0;  ///< score over that of the first place, 0 to 1
    bool exploring() const;
};

/// Joins a list with the cards of its items, in the order of the list.
std::vector<RecommendationRow> recommendationRows(
    const service::GetRecommendationsResponse& response,
    const std::vector<service::ItemCard>& cards);

class RecommendationModel : public ResourceTableModel<RecommendationRow> {
    Q_OBJECT
public:
    enum { Rank, Title, Genres, Score, Reason };
    explicit RecommendationModel(QObject* parent = nullptr);
};

/// One event of a user's history, with the item's title.
struct HistoryRow {
    service::HistoryEvent event;
    service::ItemCard card;
};
std::vector<HistoryRow> historyRows(const std::vector<service::HistoryEvent>& events,
                                    const std::vector<service::ItemCard>& cards);

class HistoryModel : public ResourceTableModel<HistoryRow> {
    Q_OBJECT
public:
    enum { Title, Genres, Event, When };
    explicit HistoryModel(QObject* parent = nullptr);
};

}  // namespace foretaste::models
