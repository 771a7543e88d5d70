// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QHash>

#include "ui/models/recommendation_models.h"

namespace foretaste::pages {

/// What a user's history says, in words: when things happened, and what a recommended item has to
/// do with them. These are observations beside the model's score, not what the model computed; only
/// the reasons of the response itself come from the engine.
class Taste {
    Q_DECLARE_TR_FUNCTIONS(foretaste::pages::Taste)

public:
    /// `clock`: the newest event of the data, epoch seconds: ages count from there, as the engine's
    /// do. `personal`: the recipe looks at the user at all.
    Taste(const std::vector<models::HistoryRow>& history, std::int64_t clock, bool personal);

    /// "Mystery, like 14 of the last 20 events"
    QString reasonFor(const models::RecommendationRow& row) const;
    /// "just now", "2 h ago", "4 days ago", "1 Oct 2020"
    QString whenText(std::int64_t timestamp) const;

private:
    std::int64_t clock_;
    bool personal_;
    int events_ = 0;
    QHash<QString, int> categories_;       ///< in how many events
    QHash<QString, std::int64_t> lastOf_;  ///< item id -> newest event
};

}  // namespace foretaste::pages
