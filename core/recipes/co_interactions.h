// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "core/base/progress.h"
#include "core/recipes/neighbour_model.h"
#include "core/recipes/recipe.h"

namespace foretaste::recipes {

/// Counts over all items of which few are met: emptied in the time of those.
class Tally {
public:
    explicit Tally(std::size_t items) : counts_(items, 0), isMet_(items, 0) {}
    void add(std::int32_t item, int count) {
        const auto i = static_cast<std::size_t>(item);
        if (!isMet_[i]) {
            isMet_[i] = 1;
            met_.push_back(item);
        }
        counts_[i] += count;
    }
    int of(std::int32_t item) const { return counts_[static_cast<std::size_t>(item)]; }
    const std::vector<std::int32_t>& met() const { return met_; }
    void clear() {
        for (const auto item : met_)
            counts_[static_cast<std::size_t>(item)] = isMet_[static_cast<std::size_t>(item)] = 0;
        met_.clear();
    }

private:
    std::vector<int> counts_;
    std::vector<char> isMet_;
    std::vector<std::int32_t> met_;
};

/// Which users and items train, as shares of all in the order of their number of interactions:
/// those between the two.
struct Between {
    double least = 0, most = 1;
};

/// Who met what, each pair of user and item once: what item-to-item recipes count. Of a user with
/// more than 300 different items the 300 met last count, since the time of counting grows with the
/// square of a history.
class CoInteractions {
public:
    /// Throws ServiceError (InvalidInput) where no user is left to train on.
    CoInteractions(const TrainingRequest& request, Between users, Between items);

    std::size_t items() const { return usersOfItem_.size() - 1; }
    /// [items]: the users who met each item, of all that were given.
    const std::vector<std::int64_t>& userCounts() const { return userCounts_; }
    /// How many users each item shares with `item`, the item itself included.
    void countShared(std::int32_t item, Tally& shared) const;

    /// A user whose last item is to be found from the one before it.
    struct Question {
        std::int32_t asked = 0, wanted = 0;
        std::span<const std::int32_t> met;  ///< all items of the user
    };
    /// Drawn from the users with the seed, at most `most`.
    std::vector<Question> questions(std::size_t most, std::uint64_t seed) const;

private:
    std::vector<std::int64_t> userCounts_;
    std::vector<std::size_t> itemsOfUser_{0}, usersOfItem_;  ///< where each begins below
    std::vector<std::int32_t> items_;                        ///< by user, the last met at the end
    std::vector<std::uint32_t> users_;                       ///< by item
};

/// How alike `to` is to `from`, which share so many users; 0 and below: not at all.
using Likeness = std::function<double(std::int32_t from, std::int32_t to, int shared)>;
/// Fills an empty tally with what may be alike to an item and how many users they share.
using Candidates = std::function<void(std::int32_t item, Tally& shared)>;

/// Of each way to see likeness the mean reciprocal rank at 25 of the wanted items among those that
/// the user has not met; the user's own part in what the two items share is taken out.
std::vector<double> reciprocalRanks(const std::vector<CoInteractions::Question>& questions,
                                    std::size_t items, const Candidates& candidates,
                                    const std::vector<Likeness>& ways);

/// The neighbours of every item. Throws base::Stopped.
Neighbours neighboursOf(std::size_t items, const Candidates& candidates, const Likeness& likeness,
                        int threads, const base::JobContext& job);

}  // namespace foretaste::recipes
