// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiments/off_policy_study.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/base/maths.h"
#include "core/base/random.h"
#include "core/base/text.h"

namespace foretaste::experiments {
namespace {

using explore::Estimator;
using explore::LoggedRound;

constexpr std::size_t kActions = 10, kContexts = 200, kDims = 4;

/// Contexts, each with the chance of a click and two policies' chances of every action.
struct Bandit {
    std::vector<double> click, logging, target;  ///< [kContexts x kActions]
    double truth = 0;
};

std::vector<double> softmax(const double* scores, double sharpness) {
    std::vector<double> shares;
    double sum = 0;
    for (std::size_t a = 0; a < kActions; ++a)
        sum += shares.emplace_back(base::expOf(sharpness * scores[a]));
    for (auto& share : shares) share /= sum;
    return shares;
}

Bandit makeBandit(std::uint64_t seed) {
    base::Random random(seed);
    std::vector<double> actions(kActions * kDims), liking(kContexts * kActions);
    for (auto& each : actions) each = random.normal();
    Bandit bandit;
    for (std::size_t context = 0; context < kContexts; ++context) {
        double taste[kDims];
        for (auto& each : taste) each = random.normal();
        double* row = liking.data() + context * kActions;
        for (std::size_t a = 0; a < kActions; ++a) {
            row[a] = 0;
            for (std::size_t d = 0; d < kDims; ++d)
                row[a] += 0.5 * taste[d] * actions[a * kDims + d];
            bandit.click.push_back(base::sigmoidOf(row[a] - 2));
        }
        const auto logging = softmax(row, 0.3), target = softmax(row, 1);
        bandit.logging.insert(bandit.logging.end(), logging.begin(), logging.end());
        bandit.target.insert(bandit.target.end(), target.begin(), target.end());
        for (std::size_t a = 0; a < kActions; ++a)
            bandit.truth += target[a] * bandit.click[context * kActions + a] / kContexts;
    }
    return bandit;
}

/// A model of rewards by key, fitted apart on the two halves of a log: rounds of one half are
/// judged by the other's.
class HalvesModel {
public:
    explicit HalvesModel(std::size_t keys)
        : sums_(2 * keys, 0.0), counts_(2 * keys, 0.0), keys_(keys) {}
    void add(std::size_t round, std::size_t key, double reward) {
        const auto half = round % 2;
        sums_[half * keys_ + key] += reward;
        counts_[half * keys_ + key] += 1;
        sum_[half] += reward;
        count_[half] += 1;
    }
    double expected(std::size_t round, std::size_t key) const {
        constexpr double kSmoothing = 10;
        const auto half = 1 - round % 2;
        const double mean = count_[half] > 0 ? sum_[half] / count_[half] : 0;
        return (sums_[half * keys_ + key] + kSmoothing * mean) /
               (counts_[half * keys_ + key] + kSmoothing);
    }

private:
    std::vector<double> sums_, counts_;
    std::size_t keys_;
    double sum_[2] = {0, 0}, count_[2] = {0, 0};
};

std::vector<LoggedRound> drawLog(const Bandit& bandit, std::size_t rounds, base::Random random) {
    std::vector<LoggedRound> log;
    std::vector<std::size_t> contexts, actions;
    HalvesModel model(kActions);
    for (std::size_t round = 0; round < rounds; ++round) {
        const auto context = random.below(kContexts);
        const auto* chances = bandit.logging.data() + context * kActions;
        double left = random.uniform();
        std::size_t action = 0;
        while (action + 1 < kActions && left >= chances[action]) left -= chances[action++];
        const auto at = context * kActions + action;
        const double reward = random.uniform() < bandit.click[at] ? 1 : 0;
        log.push_back({reward, chances[action], bandit.target[at], 0, 0});
        contexts.push_back(context);
        actions.push_back(action);
        model.add(round, action, reward);
    }
    for (std::size_t round = 0; round < rounds; ++round) {
        log[round].rewardModel = model.expected(round, actions[round]);
        for (std::size_t a = 0; a < kActions; ++a)
            log[round].targetModel +=
                bandit.target[contexts[round] * kActions + a] * model.expected(round, a);
    }
    return log;
}

}  // namespace

CoverageStudy coverageStudy(std::int64_t logs, std::int64_t rounds, std::uint64_t seed,
                            const base::JobContext& job) {
    const auto bandit = makeBandit(seed);
    CoverageStudy study;
    study.logs = logs;
    study.rounds = rounds;
    study.truth = bandit.truth;
    const auto count = [&](const std::string& name, const explore::OffPolicyEstimate& estimate) {
        auto& coverage = study.estimators[name];
        const auto& value = estimate.value;
        const auto n = static_cast<double>(logs);
        if (value.low <= bandit.truth && bandit.truth <= value.high) coverage.share += 1 / n;
        coverage.meanError += std::abs(value.value - bandit.truth) / n;
        coverage.meanWidth += (value.high - value.low) / n;
        coverage.meanEffectiveSample += estimate.effectiveSample / n;
    };
    for (std::int64_t each = 0; each < logs; ++each) {
        job.throwIfStopped();
        const auto log = drawLog(bandit, static_cast<std::size_t>(rounds),
                                 base::Random(seed, static_cast<std::uint64_t>(each) + 1));
        for (const auto estimator : explore::kEstimators)
            count(std::string(explore::estimatorName(estimator)),
                  explore::estimate(log, estimator));
        explore::OffPolicyOptions clipped;
        clipped.clip = 3;
        count("ips-clipped", explore::estimate(log, Estimator::Ips, clipped));
    }
    return study;
}

OffPolicyReport estimateFromLog(const std::vector<Impression>& log,
                                const std::vector<Impression>& target, std::uint64_t seed) {
    if (log.empty() || target.empty())
        throw base::ServiceError(base::ErrorCode::InvalidInput,
                                 "An off-policy estimate needs two logs: one to estimate from and "
                                 "one of the policy that is estimated. One of them is empty.");
    std::map<std::string, std::size_t> number;
    for (const auto& each : log) number.emplace(each.item, number.size());
    std::map<int, std::map<std::string, double>> share;  // by position
    std::map<int, double> total;
    for (const auto& each : target) {
        share[each.position][each.item] += 1;
        total[each.position] += 1;
    }
    HalvesModel model(number.size());
    for (std::size_t i = 0; i < log.size(); ++i)
        model.add(i, number.at(log[i].item), log[i].reward);

    std::vector<LoggedRound> rounds;
    for (std::size_t i = 0; i < log.size(); ++i) {
        const auto& each = log[i];
        const auto& shares = share[each.position];
        const double all = std::max(total[each.position], 1.0);
        LoggedRound round{each.reward, each.propensity, 0, 0, 0};
        if (const auto found = shares.find(each.item); found != shares.end())
            round.target = found->second / all;
        round.rewardModel = model.expected(i, number.at(each.item));
        for (const auto& [item, times] : shares)
            if (const auto found = number.find(item); found != number.end())
                round.targetModel += times / all * model.expected(i, found->second);
        rounds.push_back(round);
    }

    OffPolicyReport report;
    report.rounds = log.size();
    report.onPolicyRounds = target.size();
    for (const auto& each : log) report.logged += each.reward / static_cast<double>(log.size());
    std::vector<double> rewards;
    for (const auto& each : target) rewards.push_back(each.reward);
    report.truth = explore::bootstrapMean(rewards, seed);
    explore::OffPolicyOptions options;
    options.bootstrap = true;
    options.seed = seed;
    for (const auto estimator : explore::kEstimators)
        report.estimators[std::string(explore::estimatorName(estimator))] =
            explore::estimate(rounds, estimator, options);
    options.clip = 10;
    report.estimators["ips-clipped"] = explore::estimate(rounds, Estimator::Ips, options);
    return report;
}

}  // namespace foretaste::experiments
