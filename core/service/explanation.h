// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace foretaste::service {

/// An item of a campaign's list that is to be explained.
struct ExplanationRequest {
    std::string campaignArn;
    std::string userId;     ///< whose list it is; for recipes of related items not needed
    std::string itemId;     ///< what is to be explained
    std::string relatedTo;  ///< the item that the list was asked for, with recipes of related items
};

/// What an item of the history does to the item's chance: the model was run again without it.
struct HistoryReason {
    std::string itemId;
    std::int64_t timestamp = 0;         ///< of its newest event, epoch seconds
    double effect = 0;                  ///< log of the chance with it over that without it
    std::int64_t placeWithout = 0;      ///< from 1
    double likeness = 0;                ///< cosine of what the model learnt of the two, -1 to 1
    std::vector<std::string> inCommon;  ///< categories that both have
};

/// What a piece of metadata adds to the item's score for this user, as the model reads metadata.
struct MetadataReason {
    std::string column, value;
    double effect = 0;  ///< natural log, against the average value of the column
};

/// Why an item stands where it stands, as the model itself has it. Effects are logs of factors of
/// the item's chance (its softmax score); those of the history and those of metadata are two views
/// of the same score and are not to be added up.
struct RecommendationExplanation {
    std::int64_t items = 0;         ///< that compete
    std::int64_t place = 0;         ///< among them without exploration and filters, from 1
    double relevance = 0;           ///< the chance, likewise
    double feedback = 0;            ///< effect of the clicks since the training
    std::int64_t interactions = 0;  ///< that trained the item; 0: its metadata alone speak for it
    std::int64_t popularityPlace = 0;      ///< by interactions, from 1
    std::int64_t historyItems = 0;         ///< different ones that were left out one by one
    std::vector<HistoryReason> history;    ///< the strongest effect first
    std::vector<MetadataReason> metadata;  ///< likewise; empty where the recipe reads none
};

}  // namespace foretaste::service
