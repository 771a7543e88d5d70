// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/off_policy.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/base/text.h"

namespace foretaste::explore {
namespace {

constexpr double kNormal95 = 1.959963984540054;

double meanOf(std::span<const double> values) {
    double sum = 0;
    for (const double value : values) sum += value;
    return sum / static_cast<double>(values.size());
}

double errorOfMean(std::span<const double> values) {
    if (values.size() < 2) return 0;
    const double mean = meanOf(values);
    double squares = 0;
    for (const double value : values) squares += (value - mean) * (value - mean);
    const auto n = static_cast<double>(values.size());
    return std::sqrt(squares / (n - 1) / n);
}

/// The weights as the estimator uses them.
std::vector<double> weightsOf(std::span<const LoggedRound> rounds, Estimator estimator, double clip,
                              double limit) {
    std::vector<double> weights;
    for (const auto& round : rounds) {
        double weight = round.target / round.propensity;
        if (clip > 0) weight = std::min(weight, clip);
        if (estimator == Estimator::SwitchDr && weight > limit) weight = 0;
        if (estimator == Estimator::DrOs && std::isfinite(limit))
            weight = weight * limit / (weight * weight + limit);
        weights.push_back(weight);
    }
    return weights;
}

bool usesModel(Estimator estimator) {
    return estimator != Estimator::Ips && estimator != Estimator::Snips;
}

/// What each round adds to the mean; Snips divides it by the mean weight.
std::vector<double> partsOf(std::span<const LoggedRound> rounds, Estimator estimator,
                            std::span<const double> weights) {
    std::vector<double> parts;
    for (std::size_t i = 0; i < rounds.size(); ++i) {
        const auto& round = rounds[i];
        if (!usesModel(estimator))
            parts.push_back(weights[i] * round.reward);
        else if (estimator == Estimator::Direct)
            parts.push_back(round.targetModel);
        else
            parts.push_back(round.targetModel + weights[i] * (round.reward - round.rewardModel));
    }
    return parts;
}

/// The limit with the least variance plus squared bound of the bias.
double chosenLimit(std::span<const LoggedRound> rounds, Estimator estimator, double clip) {
    const auto whole = weightsOf(rounds, Estimator::Dr, clip, 0);
    auto sorted = whole;
    std::sort(sorted.begin(), sorted.end());
    double best = std::numeric_limits<double>::infinity(), least = best;
    for (const double share : {0.5, 0.75, 0.9, 0.95, 0.99, 1.0}) {
        double limit =
            sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
        if (estimator == Estimator::DrOs) limit *= limit;
        if (share == 1.0) limit = std::numeric_limits<double>::infinity();
        const auto weights = weightsOf(rounds, estimator, clip, limit);
        double bias = 0;
        for (std::size_t i = 0; i < rounds.size(); ++i)
            bias += (whole[i] - weights[i]) * (rounds[i].reward - rounds[i].rewardModel);
        bias /= static_cast<double>(rounds.size());
        const double error = errorOfMean(partsOf(rounds, estimator, weights));
        if (const double loss = bias * bias + error * error; loss < least) {
            least = loss;
            best = limit;
        }
    }
    return best;
}

}  // namespace

std::string_view estimatorName(Estimator estimator) {
    switch (estimator) {
        case Estimator::Ips: return "ips";
        case Estimator::Snips: return "snips";
        case Estimator::Direct: return "dm";
        case Estimator::Dr: return "dr";
        case Estimator::SwitchDr: return "switch-dr";
        case Estimator::DrOs: return "dr-os";
    }
    return {};
}

Interval bootstrap(std::size_t count,
                   const std::function<double(std::span<const std::uint32_t>)>& statistic,
                   std::uint64_t seed, int draws) {
    std::vector<std::uint32_t> units(count);
    for (std::size_t i = 0; i < count; ++i) units[i] = static_cast<std::uint32_t>(i);
    Interval interval;
    interval.value = statistic(units);
    std::vector<double> values;
    for (int draw = 0; draw < draws; ++draw) {
        base::Random random(seed, static_cast<std::uint64_t>(draw));
        for (auto& unit : units) unit = random.below(static_cast<std::uint32_t>(count));
        values.push_back(statistic(units));
    }
    std::sort(values.begin(), values.end());
    const auto at = [&](double share) {
        return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) +
                                               0.5)];
    };
    interval.low = at(0.025);
    interval.high = at(0.975);
    return interval;
}

Interval bootstrapMean(std::span<const double> values, std::uint64_t seed) {
    return bootstrap(
        values.size(),
        [&](std::span<const std::uint32_t> units) {
            double sum = 0;
            for (const auto unit : units) sum += values[unit];
            return sum / static_cast<double>(units.size());
        },
        seed);
}

OffPolicyEstimate estimate(std::span<const LoggedRound> rounds, Estimator estimator,
                           const OffPolicyOptions& options) {
    if (rounds.empty())
        throw base::ServiceError(base::ErrorCode::InvalidInput, "The log holds no impressions.");
    for (std::size_t i = 0; i < rounds.size(); ++i)
        if (!(rounds[i].propensity > 0))
            throw base::ServiceError(
                base::ErrorCode::InvalidInput,
                base::concat("Impression ", i + 1, " of the log has the propensity ",
                             base::numberText(rounds[i].propensity),
                             ": it must be above 0, since it was shown."));
    OffPolicyEstimate result;
    result.limit = options.limit;
    const bool limited = estimator == Estimator::SwitchDr || estimator == Estimator::DrOs;
    if (limited && options.limit == 0) result.limit = chosenLimit(rounds, estimator, options.clip);
    const auto weights = weightsOf(rounds, estimator, options.clip, result.limit);
    double sum = 0, squares = 0;
    for (const double weight : weights) {
        sum += weight;
        squares += weight * weight;
    }
    result.effectiveSample = squares > 0 ? sum * sum / squares : 0;

    auto parts = partsOf(rounds, estimator, weights);
    const bool selfNormalised = estimator == Estimator::Snips && sum > 0;
    const double meanWeight = selfNormalised ? sum / static_cast<double>(rounds.size()) : 1;
    if (options.bootstrap) {
        result.value = bootstrap(
            rounds.size(),
            [&](std::span<const std::uint32_t> units) {
                double total = 0, weight = 0;
                for (const auto unit : units) {
                    total += parts[unit];
                    weight += weights[unit];
                }
                const double by = selfNormalised ? weight : static_cast<double>(units.size());
                return by > 0 ? total / by : 0;
            },
            options.seed);
        return result;
    }
    const double value = meanOf(parts) / meanWeight;
    if (selfNormalised)  // the ratio of two means, linearised
        for (std::size_t i = 0; i < parts.size(); ++i)
            parts[i] = (parts[i] - value * weights[i]) / meanWeight;
    const double half = kNormal95 * errorOfMean(parts);
    result.value = {value, value - half, value + half};
    return result;
}

}  // namespace foretaste::explore
