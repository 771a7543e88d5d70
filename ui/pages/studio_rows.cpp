// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/studio_rows.h"

#include <QCoreApplication>
#include <QSet>

#include "ui/bridge/words.h"
#include "ui/pages/taste.h"

namespace foretaste::pages {

using bridge::text;

namespace {

QString tr(const char* source) {
    return QCoreApplication::translate("foretaste::pages", source);
}

QStringList tagsOf(const service::ItemCard& card) {
    QStringList tags;
    for (const auto& category : card.categories) tags << text(category);
    return tags;
}

QString toolTipOf(const models::RecommendationRow& place) {
    QStringList lines{tr("Item %1, place %2").arg(text(place.predicted.itemId)).arg(place.rank)};
    if (place.predicted.score)
        lines << tr("Score %1").arg(bridge::numberText(*place.predicted.score, 5));
    if (place.card.created > 0) lines << tr("Added %1").arg(bridge::dateText(place.card.created));
    return lines.join(u'\n');
}

/// `before`: the item's rank then, 0 where it had none.
void showMove(ItemRow& row, int before, int now) {
    if (before == 0) {
        row.change = tr("in");
        row.changeTone = theme::Tone::Accent;
    } else if (before > now) {
        row.change = QStringLiteral("▲ %1").arg(before - now);
        row.changeTone = theme::Tone::Ok;
    } else if (before < now) {
        row.change = QStringLiteral("▼ %1").arg(now - before);
    }
}

}  // namespace

QString titleOf(const service::ItemCard& card) {
    return text(card.title.empty() ? card.itemId : card.title);
}

QList<ItemRow> placeRows(const StudioAnswer& answer, const StudioAnswer* before, bool personal) {
    const Taste taste(answer.history, answer.clock, personal);
    QHash<QString, int> rankBefore;
    if (before)
        for (const auto& place : before->places)
            rankBefore.insert(text(place.predicted.itemId), place.rank);
    QList<ItemRow> rows;
    for (const auto& place : answer.places) {
        ItemRow row;
        row.id = text(place.predicted.itemId);
        row.title = titleOf(place.card);
        row.tags = tagsOf(place.card);
        row.exploring = place.exploring();
        row.line = taste.reasonFor(place);
        row.toolTip = toolTipOf(place);
        row.figure = QString::number(place.rank);
        if (place.predicted.score) {
            constexpr int kFirst = 100;
            row.share = place.relevance;
            row.figure = QString::number(std::lround(kFirst * place.relevance));
        }
        if (before) showMove(row, rankBefore.value(row.id), place.rank);
        rows << row;
    }
    return rows;
}

QList<ItemRow> eventRows(const std::vector<models::HistoryRow>& history, std::int64_t clock) {
    const Taste taste(history, clock, true);
    QList<ItemRow> rows;
    for (const auto& [event, card] : history) {
        ItemRow row;
        row.id = text(event.itemId);
        row.title = titleOf(card);
        row.tags = tagsOf(card).mid(0, 1);
        QStringList parts;
        if (!event.eventType.empty()) parts << text(event.eventType);
        parts << taste.whenText(event.timestamp);
        row.line = parts.join(QStringLiteral(" · "));
        row.toolTip = tr("Item %1, %2").arg(row.id, bridge::dateText(event.timestamp));
        rows << row;
    }
    return rows;
}

Shared markDifferences(QList<ItemRow>& left, QList<ItemRow>& right) {
    QHash<QString, int> placeAtLeft;
    for (int i = 0; i < left.size(); ++i) placeAtLeft.insert(left[i].id, i + 1);
    QSet<QString> atRight;
    Shared shared;
    for (int i = 0; i < right.size(); ++i) {
        const int before = placeAtLeft.value(right[i].id);
        atRight << right[i].id;
        shared.items += before > 0;
        shared.places += before == i + 1;
        showMove(right[i], before, i + 1);
    }
    for (auto& row : left) {
        row.change = atRight.contains(row.id) ? QString() : tr("out");
        row.changeTone = theme::Tone::Accent;
    }
    return shared;
}

int changedPlaces(const StudioAnswer& before, const StudioAnswer& answer) {
    int changed = 0;
    for (std::size_t i = 0; i < answer.places.size(); ++i)
        changed += i >= before.places.size() ||
                   answer.places[i].predicted.itemId != before.places[i].predicted.itemId;
    return changed;
}

}  // namespace foretaste::pages
