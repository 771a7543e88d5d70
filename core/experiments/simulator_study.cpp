// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiments/simulator_study.h"

#include <algorithm>
#include <atomic>

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/text.h"

namespace foretaste::experiments {
namespace {

constexpr std::uint64_t kFirstSeed = 1, kFirstTuningSeed = 1'000'001, kIntervals = 7;

/// What each policy is tried with. Thompson's are those that production's constant was chosen from.
const std::map<std::string, std::vector<double>>& grids() {
    static const std::map<std::string, std::vector<double>> all = {
        {"epsilon-greedy", {0.01, 0.02, 0.04, 0.08}},
        {"linucb", {0.3, 0.6, 1.2, 2.4}},
        {"ren", {0.25, 0.5, 1, 2}},
        {"thompson", {5, 10, 15, 20}}};
    return all;
}

struct Task {
    PlayedPolicy policy;
    std::uint64_t seed = 0;
};

std::vector<SimulatedRun> playAll(const Simulator& simulator, const std::vector<Task>& tasks,
                                  const StudyOptions& options, const char* phase,
                                  const base::JobContext& job) {
    std::vector<SimulatedRun> runs(tasks.size());
    std::atomic<std::size_t> next{0}, done{0};
    base::Team team(options.threads);
    team.run([&](int part) {
        for (std::size_t i = 0; (i = next.fetch_add(1)) < tasks.size();) {
            runs[i] = simulator.play(tasks[i].policy, tasks[i].seed, options.days, job);
            ++done;
            if (part != 0) continue;  // one thread reports, so that progress never falls
            base::Progress progress;
            progress.fraction =
                static_cast<double>(done.load()) / static_cast<double>(tasks.size());
            progress.phase = base::concat(phase, ": ", done.load(), " of ", tasks.size(), " runs");
            job.report(progress);
        }
    });
    return runs;
}

void tune(const Simulator& simulator, const StudyOptions& options, Study& study,
          const base::JobContext& job) {
    std::vector<Task> tasks;
    for (const auto& [name, policy] : study.policies) {
        const auto grid = grids().find(name);
        if (grid == grids().end()) continue;
        const int seeds = std::max(1, options.tuningRuns / static_cast<int>(grid->second.size()));
        for (const double strength : grid->second)
            for (int seed = 0; seed < seeds; ++seed)
                tasks.push_back({{name, strength, policy.weight},
                                 kFirstTuningSeed + static_cast<std::uint64_t>(seed)});
    }
    std::map<std::string, std::map<double, int>> count;
    for (const auto& run : playAll(simulator, tasks, options, "tuning", job)) {
        study.policies[run.policy].tuned[run.strength] += run.regret;
        ++count[run.policy][run.strength];
    }
    for (auto& [name, policy] : study.policies) {
        double least = 0;
        for (auto& [strength, regret] : policy.tuned) {
            regret /= count[name][strength];
            if (strength == policy.tuned.begin()->first || regret < least) {
                policy.strength = strength;
                least = regret;
            }
        }
    }
}

explore::Interval interval(const std::vector<double>& values) {
    return explore::bootstrapMean(values, kIntervals);
}

}  // namespace

std::map<std::string, double> figuresOf(const SimulatedRun& run) {
    const auto& last = run.days.back();
    return {{"regret", run.regret},
            {"clicks", static_cast<double>(run.clicks)},
            {"clicks_on_new", static_cast<double>(last.clicksOnNew)},
            {"cold_first_100_impressions", static_cast<double>(run.coldFirst100)},
            {"censored", run.censored},
            {"cold_share", run.coldShare},
            {"ndcg_at_10", run.ndcgWarm},
            {"ndcg_at_10_new_as_nothing", run.ndcgNewAsNothing},
            {"ndcg_at_10_all_items", run.ndcgAll},
            {"discoverable", static_cast<double>(last.discoverable)}};
}

PlayedPolicy usualPolicy(const std::string& name, double weight) {
    static const std::map<std::string, double> strengths = {
        {"epsilon-greedy", 0.02}, {"linucb", 1.2}, {"ren", 1}};
    if (name == "thompson") return {name, explore::kProductionStrength, weight};
    const auto found = strengths.find(name);
    return {name, found == strengths.end() ? 1 : found->second, name == "greedy" ? 0.0 : 1.0};
}

Study runStudy(const Simulator& simulator, const StudyOptions& options,
               const base::JobContext& job) {
    const base::Stopwatch watch;
    if (options.seeds < 1 || options.days < 1)
        throw base::ServiceError(base::ErrorCode::InvalidInput,
                                 "A simulation needs at least one seed and one day.");
    const auto known = simulatedPolicies();
    Study study;
    for (const auto& name : options.policies.empty() ? known : options.policies) {
        if (std::find(known.begin(), known.end(), name) == known.end())
            throw base::ServiceError(
                base::ErrorCode::InvalidInput,
                base::concat("'", name, "' is no policy of the simulator; there are ",
                             base::join(known, ", ")));
        const auto usual = usualPolicy(name, options.weight);
        study.policies[name].strength = usual.strength;
        study.policies[name].weight = usual.weight;
    }
    if (options.tuningRuns > 0) tune(simulator, options, study, job);

    std::vector<Task> tasks;
    for (int seed = 0; seed < options.seeds; ++seed)
        for (const auto& [name, policy] : study.policies)
            tasks.push_back({{name, policy.strength, policy.weight},
                             kFirstSeed + static_cast<std::uint64_t>(seed)});
    for (auto& run : playAll(simulator, tasks, options, "playing", job)) {
        study.requests = run.requests;
        study.policies[run.policy].runs.push_back(std::move(run));
    }

    const auto thompson = study.policies.find("thompson");
    for (auto& [name, policy] : study.policies) {
        std::map<std::string, std::vector<double>> values, differences;
        for (std::size_t seed = 0; seed < policy.runs.size(); ++seed)
            for (const auto& [figure, value] : figuresOf(policy.runs[seed])) {
                values[figure].push_back(value);
                if (thompson != study.policies.end())
                    differences[figure].push_back(
                        figuresOf(thompson->second.runs[seed]).at(figure) - value);
            }
        for (const auto& [figure, of] : values) policy.means[figure] = interval(of);
        if (name == "thompson") continue;
        for (const auto& [figure, of] : differences) policy.thompsonLess[figure] = interval(of);
    }
    if (const auto greedy = study.policies.find("greedy");
        greedy != study.policies.end() && thompson != study.policies.end()) {
        std::vector<double> ratios;
        for (std::size_t seed = 0; seed < greedy->second.runs.size(); ++seed)
            ratios.push_back(static_cast<double>(greedy->second.runs[seed].coldFirst100) /
                             static_cast<double>(thompson->second.runs[seed].coldFirst100));
        study.timesFaster = explore::bootstrap(
            ratios.size(),
            [&](std::span<const std::uint32_t> units) {
                std::vector<double> drawn;
                for (const auto unit : units) drawn.push_back(ratios[unit]);
                const auto middle = drawn.begin() + static_cast<std::ptrdiff_t>(drawn.size() / 2);
                std::nth_element(drawn.begin(), middle, drawn.end());
                return *middle;
            },
            kIntervals);
    }
    study.seconds = watch.seconds();
    return study;
}

}  // namespace foretaste::experiments
