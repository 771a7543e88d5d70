// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/beliefs.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/base/random.h"

namespace foretaste::explore {
namespace {

const std::vector<float> kQuery{3, -4}, kPrior{0.25F, 1, 2};

TEST(Beliefs, BeginWithThePriorOverTheEvidence) {
    const DiagonalBeliefs diagonal(kPrior);
    const FullBeliefs full(kPrior);
    for (const Beliefs* beliefs :
         {static_cast<const Beliefs*>(&diagonal), static_cast<const Beliefs*>(&full)}) {
        EXPECT_NEAR(beliefs->moments(kQuery, 7, 0).variance, 20.25, 1e-6);
        EXPECT_NEAR(beliefs->moments(kQuery, 7, 3).variance, 20.25 / 4, 1e-6);
        EXPECT_EQ(beliefs->moments(kQuery, 7, 0).shift, 0);
        EXPECT_TRUE(beliefs->items().empty());
    }
}

TEST(Beliefs, OneObservationOfOneNumberIsTheConjugateUpdate) {
    const std::vector<float> none, prior{2};  // a bias alone
    DiagonalBeliefs beliefs(prior);
    // Observed 3 with noise 1/4: slope = 4 (3 - 0), curvature = 4.
    beliefs.observe(none, 1, 0, 12, 4);
    EXPECT_NEAR(beliefs.moments(none, 1, 0).variance, 1 / (0.5 + 4), 1e-6);
    EXPECT_NEAR(beliefs.moments(none, 1, 0).shift, 12 / (0.5 + 4), 1e-5);
    EXPECT_EQ(beliefs.moments(none, 2, 0).shift, 0);
}

/// The vector of an item is found again from noisy observations of its scores.
template <class Kind>
void findsTheVector(double within) {
    const std::vector<double> truth{0.8, -0.5, 0.3, 1.2};  // the bias last
    Kind beliefs(std::vector<float>{1, 1, 1, 1});
    base::Random random(3);
    const auto scoreOf = [&](const std::vector<float>& query) {
        double score = truth[3];
        for (std::size_t d = 0; d < 3; ++d) score += truth[d] * static_cast<double>(query[d]);
        return score;
    };
    const auto draw = [&] {
        std::vector<float> query(3);
        for (auto& each : query) each = static_cast<float>(random.normal());
        return query;
    };
    constexpr double kPrecision = 4;
    for (int i = 0; i < 400; ++i) {
        const auto query = draw();
        const double seen = scoreOf(query) + random.normal() / std::sqrt(kPrecision);
        const double believed = beliefs.moments(query, 5, 0).shift;
        beliefs.observe(query, 5, 0, kPrecision * (seen - believed), kPrecision);
    }
    for (int i = 0; i < 20; ++i) {
        const auto query = draw();
        const auto moments = beliefs.moments(query, 5, 0);
        EXPECT_NEAR(moments.shift, scoreOf(query), within);
        EXPECT_GT(moments.variance, 0);
        EXPECT_LT(moments.variance, 0.05);
    }
}

TEST(Beliefs, FindTheVectorAgain) {
    findsTheVector<FullBeliefs>(0.25);
    findsTheVector<DiagonalBeliefs>(0.35);
}

TEST(Beliefs, FullOnesKnowWhatGoesTogether) {
    const std::vector<float> prior{1, 1, 1e-6F}, both{1, 1}, difference{1, -1};
    FullBeliefs beliefs(prior);
    for (int i = 0; i < 50; ++i) beliefs.observe(both, 0, 0, 0, 1);
    EXPECT_LT(beliefs.moments(both, 0, 0).variance, 0.03);
    EXPECT_NEAR(beliefs.moments(difference, 0, 0).variance, 2, 0.01) << "never asked about";
}

}  // namespace
}  // namespace foretaste::explore
