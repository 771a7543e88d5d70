// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/off_policy.h"

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/random.h"

namespace foretaste::explore {
namespace {

/// Two impressions; weights 2 and .5.
const std::vector<LoggedRound> kLog{{1, 0.25, 0.5, 0.4, 0.6}, {0, 0.5, 0.25, 0.2, 0.3}};

double valueOf(Estimator estimator, OffPolicyOptions options = {}) {
    return estimate(kLog, estimator, options).value.value;
}

TEST(OffPolicy, EstimatorsAreTheirFormulas) {
    EXPECT_NEAR(valueOf(Estimator::Ips), (2 * 1 + 0) / 2.0, 1e-12);
    EXPECT_NEAR(valueOf(Estimator::Snips), 2 / 2.5, 1e-12);
    EXPECT_NEAR(valueOf(Estimator::Direct), 0.45, 1e-12);
    EXPECT_NEAR(valueOf(Estimator::Dr), 0.45 + (2 * 0.6 - 0.5 * 0.2) / 2, 1e-12);
    OffPolicyOptions limited;
    limited.limit = 1;
    EXPECT_NEAR(valueOf(Estimator::SwitchDr, limited), 0.45 - 0.5 * 0.2 / 2, 1e-12);
    EXPECT_NEAR(valueOf(Estimator::DrOs, limited), 0.45 + (2.0 / 5 * 0.6 - 0.5 / 1.25 * 0.2) / 2,
                1e-12);
    OffPolicyOptions clipped;
    clipped.clip = 1;
    EXPECT_NEAR(valueOf(Estimator::Ips, clipped), 0.5, 1e-12);
}

TEST(OffPolicy, SaysHowManyImpressionsCount) {
    EXPECT_NEAR(estimate(kLog, Estimator::Ips).effectiveSample, 2.5 * 2.5 / 4.25, 1e-12);
}

TEST(OffPolicy, BootstrapAndNormalIntervalsAgreeOnLargeLogs) {
    std::vector<LoggedRound> log;
    base::Random random(2);
    for (int i = 0; i < 3000; ++i)
        log.push_back({random.uniform() < 0.2 ? 1.0 : 0.0, 0.5, random.uniform(), 0.2, 0.2});
    for (const auto estimator : kEstimators) {
        OffPolicyOptions options;
        const auto normal = estimate(log, estimator, options).value;
        options.bootstrap = true;
        const auto drawn = estimate(log, estimator, options).value;
        EXPECT_EQ(normal.value, drawn.value) << estimatorName(estimator);
        EXPECT_NEAR(normal.low, drawn.low, 0.003) << estimatorName(estimator);
        EXPECT_NEAR(normal.high, drawn.high, 0.003) << estimatorName(estimator);
    }
}

TEST(OffPolicy, RefusesWhatCannotBe) {
    EXPECT_THROW(estimate({}, Estimator::Ips), base::ServiceError);
    const std::vector<LoggedRound> impossible{{1, 0, 0.5, 0, 0}};
    EXPECT_THROW(estimate(impossible, Estimator::Ips), base::ServiceError);
}

}  // namespace
}  // namespace foretaste::explore
