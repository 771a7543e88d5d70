// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bitset>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/progress.h"
#include "core/base/random.h"
#include "core/explore/policy.h"
#include "core/filter/bitmap.h"
#include "core/recipes/recipe.h"
#include "core/serve/item_scan.h"
#include "core/serve/latency.h"

namespace foretaste::serve {

/// One place of a list.
struct RankedItem {
    std::int32_t item = 0;   ///< number in the model's catalogue
    double score = 0;        ///< softmax over all items of the values that ordered the list
    double relevance = 0;    ///< the same without exploration: the model's own probability
    bool exploring = false;  ///< would not be here at explorationWeight 0
};

/// How a list is explored.
struct Exploration {
    const explore::ExplorationPolicy& policy;
    explore::ExplorationConfig config;
    std::int64_t clock = 0;  ///< the dataset's newest interaction, epoch seconds
    std::string_view user;
};

/// A trained version ready to answer: the model, its items by id, and their ages; behind the
/// model's items those that came after it. Immutable, so that any number of threads may read it
/// without a lock.
class Deployment {
public:
    /// `created` [items]: where each item's age starts, epoch seconds.
    Deployment(std::shared_ptr<const recipes::Model> model, std::vector<std::int64_t> created);

    /// The same version with these items, none of the model's, in place of those added before; the
    /// model scores them by their metadata.
    std::shared_ptr<const Deployment> withAdded(const dataset::ItemCatalogue& items) const;

    const recipes::Model& model() const { return *model_; }
    const std::string& itemId(std::int32_t item) const;
    std::optional<std::int32_t> itemNumber(std::string_view id) const;
    std::int16_t eventTypeNumber(std::string_view name) const;  ///< -1: unknown
    std::int64_t created(std::int32_t item) const {
        return created_[static_cast<std::size_t>(item)];
    }
    std::size_t size() const { return created_.size(); }

    /// The model's own score of every item for a user's state.
    std::vector<float> scores(std::span<const float> state) const;
    std::span<const float> vector(std::int32_t item) const {  ///< empty where the recipe has none
        return {vectorOf(static_cast<std::size_t>(item)), model_->items().dim};
    }

    /// The best `count` items for a user's state. At weight 0 nothing is drawn: equal calls give
    /// equal lists. `allowed`: the items that may be in the list; null: all. Scores do not depend
    /// on it. `times`: where the time spent is added; null: nowhere.
    std::vector<RankedItem> rank(std::span<const float> state, std::size_t count,
                                 const Exploration& exploration, base::Random random,
                                 const filter::Bitmap* allowed = nullptr,
                                 StageTimes* times = nullptr) const;

    /// Tells a policy what became of a list that was shown to a user in this state: the user came
    /// from place `from` to a click at place `clicked` (see explore::Feedback).
    void learn(explore::ExplorationPolicy& policy, const explore::ExplorationConfig& config,
               std::int64_t clock, std::span<const float> state, std::string_view user,
               std::span<const std::int32_t> list, std::size_t from, std::size_t clicked) const;

    /// From so many items on an index pays.
    static constexpr std::size_t kIndexedFrom = 200'000;
    bool wantsIndex() const;
    /// Makes the index that rank() uses from then on, in this deployment and in all that were made
    /// from it; until then lists are exact. Takes seconds a million items. Throws Stopped.
    void buildIndex(const base::JobContext& job) const;
    /// How rank() finds items at the moment.
    std::shared_ptr<const ItemScan> scan() const { return scan_->get(); }

    /// These items for a user's state, the best first, without exploration; scores are a softmax
    /// over them alone.
    std::vector<RankedItem> order(std::span<const float> state,
                                  std::vector<std::int32_t> items) const;

private:
    using Index = std::unordered_map<std::string_view, std::int32_t>;
    /// A user's state as scores are computed from it.
    struct Asker {
        Asker(const recipes::Model& model, std::span<const float> state);
        /// What the history makes of the model's score of an item.
        float operator()(std::int32_t item, float score) const {
            return mayTouch_.test(slotOf(item)) ? touched(item, score) : score;
        }

        std::vector<float> query;
        std::vector<recipes::HistoryEffect> history;  ///< by item, ascending

    private:
        /// Most items are none of the history's: a bit for many of them says so at once.
        static constexpr std::size_t kSlots = 4096;
        static std::size_t slotOf(std::int32_t item) {
            return static_cast<std::size_t>(item) % kSlots;
        }
        float touched(std::int32_t item, float score) const;
        std::bitset<kSlots> mayTouch_;
    };
    /// The model's own scores [items].
    std::vector<float> scoresOf(const Asker& asker, std::span<const std::int32_t> items) const;
    /// The items that exploration or feedback concerns, with the model's scores.
    std::vector<explore::Candidate> candidates(const Asker& asker, const Exploration& exploration,
                                               const filter::Bitmap* allowed) const;
    /// Queries as users of few tastes have them [.. x dim].
    std::vector<float> likelyQueries(const ItemClusters& clusters) const;
    const float* vectorOf(std::size_t item) const;
    std::int64_t evidenceOf(std::size_t item) const;

    std::shared_ptr<const recipes::Model> model_;
    std::shared_ptr<const Index> numberOf_;  ///< views into the model's ids
    /// A scan that is replaced while others use it.
    class CurrentScan {
    public:
        explicit CurrentScan(std::shared_ptr<const ItemScan> scan) : scan_(std::move(scan)) {}
        std::shared_ptr<const ItemScan> get() const {
            std::lock_guard lock(mutex_);
            return scan_;
        }
        void set(std::shared_ptr<const ItemScan> scan) {
            std::lock_guard lock(mutex_);
            scan_.swap(scan);
        }

    private:
        mutable std::mutex mutex_;
        std::shared_ptr<const ItemScan> scan_;
    };
    /// The model's items, the youngest first, and the rows of the first of them side by side: they
    /// are scored for every list.
    struct ByAge {
        std::vector<std::int32_t> items;
        std::vector<float> vectors, bias;
    };

    std::shared_ptr<CurrentScan> scan_;  ///< over the model's items
    std::shared_ptr<const ByAge> byAge_;
    std::vector<std::int64_t> created_;  ///< [items]
    std::vector<std::string> addedIds_;
    std::map<std::string, std::int32_t, std::less<>> addedNumberOf_;
    recipes::PredictedItems added_;
};

/// log of the sum of e^score.
double logSumExp(const std::vector<float>& scores);

}  // namespace foretaste::serve
