// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/taste.h"

#include "ui/bridge/engine_words.h"
#include "ui/bridge/words.h"

namespace foretaste::pages {

using bridge::text;

namespace {

constexpr std::int64_t kMinute = 60, kHour = 3600, kDay = 86400;

}  // namespace

Taste::Taste(const std::vector<models::HistoryRow>& history, std::int64_t clock, bool personal)
    : clock_(clock), personal_(personal), events_(static_cast<int>(history.size())) {
    for (const auto& row : history) {
        for (const auto& category : row.card.categories) ++categories_[text(category)];
        auto& last = lastOf_[text(row.event.itemId)];
        last = std::max(last, row.event.timestamp);
    }
}

QString Taste::whenText(std::int64_t timestamp) const {
    const auto age = clock_ - timestamp;
    if (age < kMinute) return tr("just now");
    if (age < kHour) return tr("%1 min ago").arg(age / kMinute);
    if (age < kDay) return tr("%1 h ago").arg(age / kHour);
    if (age < 2 * kDay) return tr("a day ago");
    if (age < 60 * kDay) return tr("%1 days ago").arg(age / kDay);
    return bridge::dateText(timestamp);
}

QString Taste::reasonFor(const models::RecommendationRow& row) const {
    if (row.exploring()) {
        const auto days = (clock_ - row.card.created) / kDay;
        if (row.card.created <= 0 || days < 0) return tr("new: shown to learn who likes it");
        return days == 0   ? tr("new today: shown to learn who likes it")
               : days == 1 ? tr("a day old: shown to learn who likes it")
                           : tr("%1 days old: shown to learn who likes it").arg(days);
    }
    if (!row.predicted.reason.empty()) {
        QStringList reasons;
        for (const auto& reason : row.predicted.reason) reasons << bridge::spoken(reason);
        return reasons.join(QStringLiteral(" · "));
    }
    if (!personal_) return tr("popular: the same for everybody");
    if (const auto last = lastOf_.constFind(text(row.predicted.itemId)); last != lastOf_.cend())
        return tr("seen before, %1").arg(whenText(*last));
    QString best;
    int most = 0;
    for (const auto& category : row.card.categories)
        if (const int count = categories_.value(text(category)); count > most) {
            most = count;
            best = text(category);
        }
    if (most > 0)
        return events_ == 1
                   ? tr("%1, like the last event").arg(best)
                   : tr("%1, like %2 of the last %3 events").arg(best).arg(most).arg(events_);
    return tr("follows from the order of the events");
}

}  // namespace foretaste::pages
