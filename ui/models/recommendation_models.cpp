// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/recommendation_models.h"

#include <cmath>
#include <unordered_map>

#include "ui/bridge/words.h"

namespace foretaste::models {

using bridge::text;
using service::ItemCard;

namespace {

QString joined(const std::vector<std::string>& parts, const QString& separator) {
    QStringList words;
    for (const auto& part : parts) words << text(part);
    return words.join(separator);
}

QString titleOf(const ItemCard& card, const std::string& itemId) {
    return card.title.empty() ? text(itemId) : text(card.title);
}

/// Cards by id; an item without one keeps a card with its id alone.
class Cards {
public:
    explicit Cards(const std::vector<ItemCard>& cards) {
        for (const auto& card : cards) byId_.emplace(card.itemId, &card);
    }
    ItemCard of(const std::string& itemId) const {
        const auto found = byId_.find(itemId);
        if (found != byId_.end()) return *found->second;
        ItemCard card;
        card.itemId = itemId;
        return card;
    }

private:
    std::unordered_map<std::string, const ItemCard*> byId_;
};

}  // namespace

bool RecommendationRow::exploring() const {
    return std::find(predicted.reason.begin(), predicted.reason.end(), "Exploration") !=
           predicted.reason.end();
}

std::vector<RecommendationRow> recommendationRows(
    const service::GetRecommendationsResponse& response, const std::vector<ItemCard>& cards) {
    const Cards known(cards);
    std::vector<RecommendationRow> rows;
    const double first = response.itemList.empty() ? 0 : response.itemList[0].score.value_or(0);
    for (const auto& item : response.itemList) {
        RecommendationRow row;
        row.rank = static_cast<int>(rows.size()) + 1;
        row.predicted = item;
        row.card = known.of(item.itemId);
        row.relevance = first > 0 ? item.score.value_or(0) / first : 0;
        rows.push_back(std::move(row));
    }
    return rows;
}

RecommendationModel::RecommendationModel(QObject* parent)
    : ResourceTableModel(
          {{tr("Rank"), [](const RecommendationRow& row) { return bridge::countText(row.rank); },
            true, [](const RecommendationRow& row) { return QVariant(row.rank); }},
           {tr("Title"),
            [](const RecommendationRow& row) { return titleOf(row.card, row.predicted.itemId); },
            false,
            {},
            {},
            [](const RecommendationRow& row) {
                return tr("Item %1").arg(text(row.predicted.itemId));
            }},
           {tr("Genres"),
            [](const RecommendationRow& row) {
                return joined(row.card.categories, QStringLiteral(", "));
            }},
           {tr("Score"),
            [](const RecommendationRow& row) {
                return row.predicted.score ? bridge::numberText(*row.predicted.score, 5)
                                           : QString();
            },
            true,
            [](const RecommendationRow& row) { return QVariant(row.predicted.score.value_or(0)); }},
           {tr("Reason"),
            [](const RecommendationRow& row) {
                return joined(row.predicted.reason, QStringLiteral(" · "));
            },
            false,
            {},
            {},
            [](const RecommendationRow& row) {
                return joined(row.predicted.reason, QStringLiteral("\n"));
            }}},
          [](const RecommendationRow& row) { return text(row.predicted.itemId); }, parent) {}

std::vector<HistoryRow> historyRows(const std::vector<service::HistoryEvent>& events,
                                    const std::vector<ItemCard>& cards) {
    const Cards known(cards);
    std::vector<HistoryRow> rows;
    for (const auto& event : events) rows.push_back({event, known.of(event.itemId)});
    return rows;
}

HistoryModel::HistoryModel(QObject* parent)
    : ResourceTableModel(
          {{tr("Title"),
            [](const HistoryRow& row) { return titleOf(row.card, row.event.itemId); },
            false,
            {},
            {},
            [](const HistoryRow& row) { return tr("Item %1").arg(text(row.event.itemId)); }},
           {tr("Genres"),
            [](const HistoryRow& row) {
                return joined(row.card.categories, QStringLiteral(", "));
            }},
           {tr("Event"),
            [](const HistoryRow& row) {
                const auto type = text(row.event.eventType);
                if (std::isnan(row.event.eventValue)) return type;
                const auto value = QLocale().toString(static_cast<double>(row.event.eventValue));
                return type.isEmpty() ? value : tr("%1 · %2").arg(type, value);
            }},
           {tr("When"),
            [](const HistoryRow& row) { return bridge::momentText({row.event.timestamp * 1000}); },
            true,
            [](const HistoryRow& row) {
                return QVariant::fromValue<qlonglong>(row.event.timestamp);
            }}},
          [](const HistoryRow& row) {
              return QStringLiteral("%1 %2 %3")
                  .arg(row.event.timestamp)
                  .arg(text(row.event.itemId), text(row.event.eventType));
          },
          parent) {}

}  // namespace foretaste::models
