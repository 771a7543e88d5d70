// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiments/leaderboard.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <memory>
#include <numeric>
#include <unordered_map>

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/base/maths.h"
#include "core/base/parallel.h"
#include "core/base/text.h"
#include "core/recipes/recipe.h"
#include "core/recipes/scoring.h"

namespace foretaste::experiments {
namespace {

using dataset::Question;
using dataset::TrainingData;

constexpr std::size_t kCutOffs[] = {5, 10, 20, 25};
/// The score of an item that cannot be recommended.
constexpr float kNever = -std::numeric_limits<float>::infinity();

/// Fills scores [catalogue] for a question of the undivided data. Called from many threads.
using Scorer = std::function<void(const Question&, std::vector<float>& scores)>;

struct Contestant {
    std::string name;
    bool baseline = false;
    double trainSeconds = 0;
    std::map<std::string, std::string> chosen = {};
    Scorer score = {};
};

Scorer modelScorer(std::shared_ptr<const recipes::Model> model, const TrainingData& data) {
    std::unordered_map<std::string_view, std::int32_t> modelNumber;
    for (std::size_t i = 0; i < model->itemIds().size(); ++i)
        modelNumber.emplace(model->itemIds()[i], static_cast<std::int32_t>(i));
    std::vector<std::int32_t> numberOf;
    for (const auto& id : data.items.ids) {
        const auto found = modelNumber.find(id);
        numberOf.push_back(found == modelNumber.end() ? -1 : found->second);
    }
    return [model = std::move(model), numberOf = std::move(numberOf), &data](
               const Question& question, std::vector<float>& scores) {
        std::vector<float> state(model->stateSize());
        model->start(state);
        for (auto event = data.offsets[question.user]; event < question.inputEnd; ++event)
            model->advance(
                state, {numberOf[static_cast<std::size_t>(data.item[event])], data.timestamp[event],
                        data.eventType[event], data.eventValue[event]});
        const auto own = recipes::scoresOf(*model, state);
        for (std::size_t item = 0; item < scores.size(); ++item)
            scores[item] =
                numberOf[item] < 0 ? kNever : own[static_cast<std::size_t>(numberOf[item])];
    };
}

Contestant trained(const std::string& name, const TrainingData& data, const dataset::Split& split,
                   const LeaderboardOptions& options, const base::JobContext& job) {
    const auto* recipe = recipes::findRecipe(name);
    if (!recipe || !recipe->facts().available)
        throw base::ServiceError(
            base::ErrorCode::InvalidInput,
            base::concat("recipe: '", name, "' is not one that can be trained"));
    std::map<std::string, std::string> known;
    for (const auto& parameter : recipe->facts().parameters)
        if (const auto given = options.hyperparameters.find(parameter.name);
            given != options.hyperparameters.end())
            known.insert(*given);
    std::vector<std::uint32_t> users(split.train.userCount());
    std::iota(users.begin(), users.end(), 0U);
    const base::Stopwatch watch;
    recipes::TrainingRequest request{split.train, users, known, options.seed, options.threads, {}};
    request.validation = split.validation;
    auto result = recipe->train(request, job);
    return {name, false, watch.seconds(), std::move(result.chosen),
            modelScorer(std::move(result.model), data)};
}

std::vector<float> countsSince(const TrainingData& train, std::int64_t since) {
    std::vector<float> counts(train.items.size(), 0.0F);
    for (std::size_t event = 0; event < train.eventCount(); ++event)
        if (train.timestamp[event] >= since) ++counts[static_cast<std::size_t>(train.item[event])];
    return counts;
}

Contestant fixedScores(const char* name, std::vector<float> fixed) {
    return {
        name, true, 0, {}, [fixed = std::move(fixed)](const Question&, std::vector<float>& scores) {
            scores = fixed;
        }};
}

/// How often b came right after a, by a.
Contestant itemToNext(const TrainingData& data, const TrainingData& train,
                      const std::vector<float>& popularity) {
    std::unordered_map<std::int32_t, std::unordered_map<std::int32_t, float>> followers;
    for (std::size_t user = 0; user < train.userCount(); ++user)
        for (auto event = train.offsets[user] + 1; event < train.offsets[user + 1]; ++event)
            ++followers[train.item[event - 1]][train.item[event]];
    // Below any count, so that popularity only orders what followed equally often.
    const float scale = 0.5F / (1 + *std::max_element(popularity.begin(), popularity.end()));
    return {"item-to-next",
            true,
            0,
            {},
            [&data, &popularity, followers = std::move(followers), scale](
                const Question& question, std::vector<float>& scores) {
                for (std::size_t item = 0; item < scores.size(); ++item)
                    scores[item] = popularity[item] * scale;
                if (question.inputEnd == data.offsets[question.user]) return;
                const auto found = followers.find(data.item[question.inputEnd - 1]);
                if (found == followers.end()) return;
                for (const auto& [item, count] : found->second)
                    scores[static_cast<std::size_t>(item)] += count;
            }};
}

/// Sums over users of one figure and its square.
struct Tally {
    double sum = 0, squares = 0;
    void add(double value) {
        sum += value;
        squares += value * value;
    }
};

double gainAt(std::size_t rank) {
    return 1 / base::logOf(static_cast<double>(rank) + 1);
}

/// `ranks`: those of one question's targets.
void tally(std::map<std::string, Tally>& tallies, std::vector<std::uint32_t> ranks) {
    std::sort(ranks.begin(), ranks.end());
    for (const auto cutOff : kCutOffs) {
        double hits = 0, gain = 0, ideal = 0, reciprocal = 0;
        for (std::size_t place = 1; place <= std::min(cutOff, ranks.size()); ++place)
            ideal += gainAt(place);
        for (const auto rank : ranks) {
            if (rank == 0 || rank > cutOff) continue;
            if (hits++ == 0) reciprocal = 1.0 / rank;
            gain += gainAt(rank);
        }
        const auto at = base::concat("_at_", cutOff);
        tallies["hr" + at].add(hits > 0);
        tallies["recall" + at].add(hits / static_cast<double>(ranks.size()));
        tallies["ndcg" + at].add(gain / ideal);
        tallies["mrr" + at].add(reciprocal);
    }
}

class Run {
public:
    Run(const TrainingData& data, const dataset::Split& split, const LeaderboardOptions& options,
        const base::JobContext& job)
        : data_(data), split_(split), options_(options), job_(job), team_(options.threads) {}

    LeaderboardRow rank(Contestant contestant) {
        LeaderboardRow row{contestant.name,         contestant.baseline,          {},
                           contestant.trainSeconds, std::move(contestant.chosen), {}};
        std::vector<std::vector<std::uint32_t>> ranks(split_.questions.size());
        team_.forRange(ranks.size(), [&](std::size_t first, std::size_t last, int) {
            std::vector<float> scores(data_.items.size());
            for (std::size_t i = first; i < last; ++i) {
                job_.throwIfStopped();
                contestant.score(split_.questions[i], scores);
                ranks[i] = ranksOf(split_.questions[i], scores);
            }
        });
        std::map<std::string, Tally> tallies;
        for (const auto& each : ranks) {
            if (!each.empty()) tally(tallies, each);
            row.ranks.insert(row.ranks.end(), each.begin(), each.end());
        }
        const auto users = static_cast<double>(ranks.size());
        for (const auto& [name, sums] : tallies) {
            const double mean = sums.sum / users;
            const double variance =
                users > 1 ? std::max(0.0, (sums.squares - users * mean * mean) / (users - 1)) : 0;
            row.metrics[name] = {mean, base::normalQuantile(0.975) * std::sqrt(variance / users)};
        }
        return row;
    }

private:
    std::vector<std::uint32_t> ranksOf(const Question& question, std::vector<float>& scores) const {
        const auto target = [&](std::uint64_t event) {
            return static_cast<std::size_t>(data_.item[event]);
        };
        std::vector<float> wanted;
        for (auto event = question.inputEnd; event < question.truthEnd; ++event)
            wanted.push_back(scores[target(event)]);
        if (options_.removeSeen)
            for (auto event = data_.offsets[question.user]; event < question.inputEnd; ++event)
                scores[target(event)] = kNever;
        std::vector<std::uint32_t> ranks;
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            const auto item = target(question.inputEnd + i);
            std::uint32_t rank = 1;
            for (std::size_t other = 0; other < scores.size(); ++other)
                rank += other != item &&
                        (scores[other] > wanted[i] || (scores[other] == wanted[i] && other < item));
            ranks.push_back(wanted[i] == kNever ? 0 : rank);
        }
        return ranks;
    }

    const TrainingData& data_;
    const dataset::Split& split_;
    const LeaderboardOptions& options_;
    const base::JobContext& job_;
    base::Team team_;
};

}  // namespace

Leaderboard compareRecipes(const TrainingData& data, const dataset::Split& split,
                           const LeaderboardOptions& options, const base::JobContext& job) {
    if (split.questions.empty())
        throw base::ServiceError(base::ErrorCode::InvalidInput,
                                 "no user has enough interactions to be asked about");
    Run run(data, split, options, job);
    Leaderboard board;
    board.protocol = {split.text,
                      "equal times keep file order",
                      options.removeSeen ? "seen items removed" : "seen items not removed",
                      split.questions.size(),
                      data.items.size(),
                      options.seed};
    for (const auto& name : options.recipes)
        board.rows.push_back(run.rank(trained(name, data, split, options, job)));
    constexpr std::int64_t kWeek = 7 * 86400;
    const auto popularity = countsSince(split.train, split.train.oldest);
    board.rows.push_back(run.rank(fixedScores("popularity", popularity)));
    board.rows.push_back(run.rank(
        fixedScores("popular-last-7-days", countsSince(split.train, split.train.newest - kWeek))));
    board.rows.push_back(run.rank(itemToNext(data, split.train, popularity)));
    return board;
}

}  // namespace foretaste::experiments
