// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiments/simulator_study.h"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/experiments/off_policy_study.h"
#include "tests/core/base/source_tree.h"

namespace foretaste::experiments {
namespace {

WorldSpec smallWorld() {
    WorldSpec spec;
    spec.users = 100;
    spec.warmItems = 100;
    spec.newItems = 10;
    spec.newItemsADay = 1;
    spec.warmDays = 20;
    spec.visitsADay = 3;
    spec.hiddenDimension = 32;
    return spec;
}

const Simulator& simulator() {
    static const Simulator one(smallWorld(), 1, {});
    return one;
}

SimulatedRun play(const PlayedPolicy& policy, std::uint64_t seed = 1) {
    return simulator().play(policy, seed, 3, {});
}

TEST(Simulator, TheWorldOfTheTestsIsTheBuiltInOne) {
    std::ifstream file(tests::sourceRoot() / "tests/e2e/world.json");
    const auto json = nlohmann::json::parse(file);
    std::size_t members = 0;
    struct Holder {
        const nlohmann::json& json;
        std::size_t& members;
        void required(const char* name, double value) {
            ++members;
            EXPECT_EQ(json.at(name).get<double>(), value) << name;
        }
    } holder{json, members};
    const WorldSpec spec;
    WorldSpec::describe(holder, spec);
    EXPECT_EQ(json.size(), members);
    EXPECT_GE(spec.ownShare, 0.5) << "at least half of an item's quality is its own";
}

TEST(Simulator, PlayedTogetherIsAsPlayedAlone) {
    const std::vector<PlayedPolicy> policies = {usualPolicy("greedy", 0.3),
                                                usualPolicy("thompson", 0.3)};
    int heard = 0;
    std::vector<SimulatedDay> last;
    simulator().playTogether(policies, 1, 3, 2, {}, [&](const std::vector<SimulatedDay>& day) {
        EXPECT_EQ(day.front().day, ++heard);
        last = day;
    });
    ASSERT_EQ(heard, 3);
    for (std::size_t i = 0; i < policies.size(); ++i) {
        const auto alone = play(policies[i]);
        EXPECT_EQ(last[i].policy, policies[i].name);
        EXPECT_EQ(last[i].clicks, alone.clicks);
        EXPECT_EQ(last[i].regret, alone.regret);
    }
    base::StopToken stop;
    EXPECT_THROW(simulator().playTogether(policies, 1, 3, 2, {stop, {}},
                                          [&](const auto&) { stop.requestStop(); }),
                 base::Stopped);
}

TEST(Simulator, EqualSeedsRepeatAndOthersDiffer) {
    const auto first = play({"thompson", 10, 0.3}), again = play({"thompson", 10, 0.3});
    EXPECT_EQ(figuresOf(first), figuresOf(again));
    EXPECT_NE(figuresOf(first), figuresOf(play({"thompson", 10, 0.3}, 2)));
}

TEST(Simulator, WeightZeroIsGreedyExactly) {
    const auto greedy = figuresOf(play({"greedy", 1, 0}));
    for (const char* name : {"thompson", "epsilon-greedy", "ren"})
        EXPECT_EQ(figuresOf(play({name, 1, 0})), greedy) << name;
}

TEST(Simulator, TheOracleHasNoRegretAndTheMostClicks) {
    const auto oracle = play({"oracle", 1, 1});
    EXPECT_EQ(oracle.regret, 0);
    EXPECT_NEAR(oracle.ndcgAll, 1, 1e-9);
    for (const char* name : {"greedy", "thompson", "linucb", "ren", "epsilon-greedy"}) {
        const auto run = play({name, 0.1, 1});
        EXPECT_GT(run.regret, 0) << name;
        EXPECT_LT(run.clicks, oracle.clicks) << name;
        EXPECT_EQ(run.requests, oracle.requests) << name << ": equal traffic";
    }
}

TEST(Simulator, CountsEveryPlaceByAge) {
    const auto run = play({"thompson", 10, 1});
    ASSERT_EQ(run.days.size(), 3U);
    for (const auto& day : run.days) {
        std::int64_t impressions = 0;
        for (const auto each : day.impressionsByAge) impressions += each;
        EXPECT_EQ(impressions, 300 * 10);
    }
    EXPECT_EQ(run.days.back().newItems, 12);
    EXPECT_LE(run.coldFirst100, run.requests);
}

TEST(Simulator, RefusesAPolicyThatIsNotThereAndStops) {
    EXPECT_THROW(play({"magic", 1, 1}), base::ServiceError);
    const base::StopToken stop;
    stop.requestStop();
    EXPECT_THROW(simulator().play({"greedy", 1, 0}, 1, 1, base::JobContext(stop, {})),
                 base::Stopped);
}

TEST(Study, PairsBySeedAndTunesAllAlike) {
    StudyOptions options;
    options.policies = {"greedy", "thompson", "ren"};
    options.seeds = 2;
    options.days = 2;
    options.tuningRuns = 4;
    const auto study = runStudy(simulator(), options, {});
    EXPECT_EQ(study.policies.at("ren").tuned.size(), study.policies.at("thompson").tuned.size());
    EXPECT_TRUE(study.policies.at("greedy").tuned.empty());
    const auto& greedy = study.policies.at("greedy");
    const auto& thompson = study.policies.at("thompson");
    EXPECT_NEAR(greedy.thompsonLess.at("clicks").value,
                thompson.means.at("clicks").value - greedy.means.at("clicks").value, 1e-6);
    EXPECT_GT(study.timesFaster.value, 0);
}

/// A smaller edition of `bench explore`.
TEST(OffPolicyStudy, IntervalsHoldTheTruth) {
    const auto study = coverageStudy(200, 800, 3, {});
    for (const char* name : {"ips", "snips", "dr"})
        EXPECT_GE(study.estimators.at(name).share, 0.91) << name;
    EXPECT_LT(study.estimators.at("dr").meanWidth, study.estimators.at("ips").meanWidth);
}

TEST(OffPolicyStudy, ALogEstimatesItsOwnPolicy) {
    std::vector<Impression> log;
    for (int i = 0; i < 400; ++i)
        log.push_back({i % 2 == 0 ? "a" : "b", 1 + i % 3, i % 5 == 0 ? 1.0 : 0.0, 0.5});
    const auto report = estimateFromLog(log, log, 1);
    EXPECT_NEAR(report.estimators.at("ips").value.value, report.truth.value, 0.01);
    EXPECT_NEAR(report.estimators.at("snips").value.value, report.logged, 0.01);
    EXPECT_THROW(estimateFromLog({}, log, 1), base::ServiceError);
}

}  // namespace
}  // namespace foretaste::experiments
