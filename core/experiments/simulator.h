// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/experiments/simulator_world.h"
#include "core/recipes/recipe.h"

namespace foretaste::experiments {

/// Policies that can play: those of explore::PolicyKind by name, and "oracle", which knows what
/// everybody would click.
std::vector<std::string> simulatedPolicies();

/// Where one policy stands at the end of a day; all sums run from the first day.
struct SimulatedDay {
    std::string policy;
    int day = 0;  ///< 1 and up
    std::int64_t requests = 0, clicks = 0, clicksOnNew = 0;
    double regret = 0;              ///< expected clicks that the best lists would have had more
    std::int64_t newItems = 0;      ///< that have come so far
    std::int64_t discoverable = 0;  ///< of these, with at least kDiscovered impressions
    /// Impressions of this day alone, by age of the item: kAgeLimits, then older.
    std::vector<std::int64_t> impressionsByAge;
};
inline constexpr std::int64_t kDiscovered = 100;
inline constexpr int kAgeLimits[] = {1, 3, 7, 14, 30};  ///< days, exclusive

/// What one policy came to with one seed.
struct SimulatedRun {
    std::string policy;
    double strength = 0;
    std::int64_t requests = 0, clicks = 0;
    double regret = 0;
    /// Requests from the start until the median item that was new on the first day had 100
    /// impressions; the number of all requests where it never had (censored).
    std::int64_t coldFirst100 = 0;
    double censored = 0;   ///< share of those items that never had
    double coldShare = 0;  ///< of all places, given to items new since the start
    /// True-taste NDCG@10; gains are the true chances of a click. `ndcgWarm`: of the list that the
    /// policy makes of warm items alone. `ndcgNewAsNothing`: of the list that was shown, places of
    /// new items gain nothing, the ideal is of warm items; so a new item that is better than the
    /// warm one it stands for counts as a loss, too. `ndcgAll`: all items count.
    double ndcgWarm = 0, ndcgNewAsNothing = 0, ndcgAll = 0;
    std::vector<SimulatedDay> days;
};

/// How a policy is played. `weight` is explorationWeight.
struct PlayedPolicy {
    std::string name;
    double strength = 1, weight = 1;
};

/// People who browse, click and ignore through a deployment of a really trained model, day after
/// day, while new items come. What a policy sees is what a campaign sees: the lists that were
/// clicked. Equal seeds meet the same people, items and moods whatever the policy.
class Simulator {
public:
    /// Trains the model on the world's past. Throws base::Stopped.
    Simulator(const WorldSpec& spec, int threads, const base::JobContext& job);

    const SimulatedWorld& world() const { return *world_; }
    const recipes::Model& model() const { return *model_; }

    /// Plays `days` days with one seed. `onDay` is called after each; it may be empty.
    SimulatedRun play(const PlayedPolicy& policy, std::uint64_t seed, int days,
                      const base::JobContext& job,
                      const std::function<void(const SimulatedDay&)>& onDay = {}) const;

    /// Plays policies side by side on `threads` threads. `onDay` hears of each day of all of them,
    /// in their order, once the last one has lived it.
    void playTogether(const std::vector<PlayedPolicy>& policies, std::uint64_t seed, int days,
                      int threads, const base::JobContext& job,
                      const std::function<void(const std::vector<SimulatedDay>&)>& onDay) const;

private:
    std::unique_ptr<SimulatedWorld> world_;
    std::shared_ptr<const recipes::Model> model_;
    dataset::TrainingData past_;
};

}  // namespace foretaste::experiments
