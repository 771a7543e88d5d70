// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/store/tables.h"

namespace foretaste::dataset {

/// Where an item's age comes from (service.md 3.3, cold start of items).
enum class AgeSource : std::uint8_t { CreationTimestamp, FirstInteraction, None };

/// A categorical metadata column of items or users; cells may hold several categories.
struct CategoricalFeature {
    std::string name;
    std::vector<std::string> values;     ///< vocabulary
    std::vector<std::uint32_t> offsets;  ///< [rows + 1] into codes
    std::vector<std::int32_t> codes;     ///< into values
    std::span<const std::int32_t> of(std::size_t row) const {
        return {codes.data() + offsets[row], codes.data() + offsets[row + 1]};
    }
};

/// A numeric metadata column, standardised to mean 0 and deviation 1; 0 where null.
struct NumericFeature {
    std::string name;
    double mean = 0, deviation = 1;
    std::vector<float> values;  ///< [rows]
};

struct FeatureTable {
    std::vector<CategoricalFeature> categorical;
    std::vector<NumericFeature> numeric;
};

/// Everything that may be recommended: the union of Items and Interactions, Items first in the
/// order of their records, then items that only interactions name.
struct ItemCatalogue {
    std::vector<std::string> ids;
    std::unordered_map<std::string, std::int32_t> numberOf;
    FeatureTable features;                   ///< rows = items
    std::vector<std::int64_t> created;       ///< [items], epoch seconds: the start of its age
    std::vector<AgeSource> ageSource;        ///< [items]
    std::vector<std::int64_t> interactions;  ///< [items], counted over all kept interactions

    std::size_t size() const { return ids.size(); }
};

/// Which interactions a solution trains on (service.md 2.6).
struct InteractionFilter {
    std::string eventType;  ///< empty: all
    double eventValueThreshold = 0;
    bool hasThreshold = false;
    std::vector<std::string> excludedItemColumns;  ///< upper case
    std::vector<std::string> excludedUserColumns;
};

/// What recipes train on: every user's interactions in the order of their time (equal times keep
/// file order), users in the order in which they first occur.
struct TrainingData {
    std::vector<std::string> users;
    std::vector<std::uint64_t> offsets;   ///< [users + 1] into the event columns
    std::vector<std::int32_t> item;       ///< [events], numbers of the catalogue
    std::vector<std::int64_t> timestamp;  ///< [events], epoch seconds
    std::vector<std::int16_t> eventType;  ///< [events]; -1: null or no such column
    std::vector<float> eventValue;        ///< [events]; store::kNoValue: null
    std::vector<std::string> eventTypes;
    FeatureTable userFeatures;  ///< rows = users
    ItemCatalogue items;
    std::int64_t oldest = 0, newest = 0;  ///< over the kept events

    std::size_t userCount() const { return users.size(); }
    std::size_t eventCount() const { return item.size(); }
};

/// Builds it; `items` and `users` may be null. Throws ServiceError (InvalidInput) where no
/// interaction passes the filter, naming the filter and the event types there are.
TrainingData buildTrainingData(const store::InteractionTable& interactions,
                               const store::RecordTable* items, const store::RecordTable* users,
                               const InteractionFilter& filter);

/// The catalogue of the records in these rows alone. Items without a creation time are as old as
/// `newest`, epoch seconds.
ItemCatalogue catalogueOf(const store::RecordTable& items, const std::vector<std::int64_t>& rows,
                          std::int64_t newest);

/// What of the training events selects the epoch instead of being trained on.
enum class Validation {
    NewestOfSome,  ///< the newest tenth of the events of a tenth of the users
    LastOfAll,     ///< every user's last event, as leave-one-out has it
};

/// The hold-out of service.md 4.1: 90 % of the users train, 10 % test; a test user's oldest 90 %
/// are input, the newest 10 % (at least one) are the truth. Users with one event are never test
/// users. Rounding: shares are of all users and of all of a user's events, halves round up; at
/// least one user tests where one can, at least one trains, and every test user keeps one event as
/// input. The choice depends on the seed and the order of the users alone.
struct HoldOut {
    std::vector<std::uint32_t> trainUsers;  ///< user numbers, ascending
    std::vector<std::uint32_t> testUsers;   ///< ascending
    /// [testUsers]: how many of the user's events are input.
    std::vector<std::uint32_t> inputLength;
    std::uint64_t seed = 0;
};
HoldOut splitUsers(const TrainingData& data, std::uint64_t seed, double testShare = 0.1,
                   double truthShare = 0.1);

}  // namespace foretaste::dataset
