// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "core/nn/sequence_network.h"

namespace foretaste::nn {
namespace {

constexpr std::size_t kItems = 11, kWidth = 6;

NetworkShape shapeOf(EncoderKind kind) {
    return {{kind, kWidth, 2, 2, 4}, 2, 3, 3, 2, 3};
}

/// Four sequences of 4, 3, 1 and 0 inputs; targets at most places.
PackedBatch smallBatch() {
    PackedBatch batch;
    batch.sequences = 4;
    batch.counts = {3, 2, 2, 1};
    base::Random random(7);
    const auto time = [&] {
        return TimePosition{random.below(3), static_cast<float>(random.uniform())};
    };
    for (int i = 0; i < 8; ++i)
        batch.inputs.push_back({random.below(kItems), random.below(2), random.below(3),
                                static_cast<float>(random.normal()), time(), i * i * 10});
    batch.inputs[4].item = InputEvent::kNoItem;
    for (int i = 0; i < 12; ++i)
        batch.targets.push_back(
            {i == 5 ? -1 : static_cast<std::int32_t>(random.below(kItems)), time()});
    batch.targets[7].change = 0.8F;
    batch.seenOffsets.push_back(0);
    for (std::uint32_t target = 0; target < 12; ++target) {
        for (std::uint32_t seen = 0; seen < target % 4; ++seen)
            batch.seen.push_back({static_cast<std::uint32_t>((target + seen) % kItems),
                                  random.below(2), random.below(3)});
        batch.seenOffsets.push_back(batch.seen.size());
    }
    return batch;
}

struct Fixture {
    SequenceNetwork<double> network;
    std::vector<double> weights;
    ItemVectors<double> items{kItems, kWidth};
    PackedBatch batch = smallBatch();
    PassOptions options;

    explicit Fixture(EncoderKind kind) : network(shapeOf(kind)) {
        base::Random random(1);
        weights = network.initialWeights(random);
        for (auto& w : weights) w += 0.3 * random.normal();
        for (auto& w : items.vectors) w = 0.5 * random.normal();
        for (auto& w : items.bias) w = random.normal();
    }
    double loss() const {
        std::vector<double> gradients(weights.size());
        ItemVectors<double> dItems(kItems, kWidth);
        return network.addGradients(weights, items, batch, options, 1, gradients, dItems);
    }
    /// Compares with central differences; returns the largest disagreement.
    double worst(std::vector<double>& values, const std::vector<double>& gradient, double scale) {
        double worst = 0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            constexpr double kStep = 1e-5;
            const double at = values[i];
            values[i] = at + kStep;
            const double above = loss();
            values[i] = at - kStep;
            const double below = loss();
            values[i] = at;
            const double expected = scale * (above - below) / (2 * kStep);
            worst = std::max(worst, std::abs(expected - gradient[i]) / (1 + std::abs(expected)));
        }
        return worst;
    }
};

void checkAll(EncoderKind kind, const PassOptions& options) {
    Fixture f(kind);
    f.options = options;
    constexpr double kScale = 0.7;
    std::vector<double> gradients(f.weights.size());
    ItemVectors<double> dItems(kItems, kWidth);
    f.network.addGradients(f.weights, f.items, f.batch, f.options, kScale, gradients, dItems);
    for (const auto& slice : f.network.layout().slices()) {
        double size = 0;
        for (std::size_t i = 0; i < slice.size(); ++i)
            size = std::max(size, std::abs(gradients[slice.offset + i]));
        EXPECT_GT(size, 1e-6) << slice.name << " has no gradient";
    }
    EXPECT_LT(f.worst(f.weights, gradients, kScale), 1e-7);
    EXPECT_LT(f.worst(f.items.vectors, dItems.vectors, kScale), 1e-7);
    EXPECT_LT(f.worst(f.items.bias, dItems.bias, kScale), 1e-7);
}

std::string nameOf(const ::testing::TestParamInfo<EncoderKind>& tested) {
    constexpr const char* kNames[] = {"Gru", "Lru", "Transformer"};
    return kNames[static_cast<int>(tested.param)];
}

class EveryEncoder : public ::testing::TestWithParam<EncoderKind> {};

INSTANTIATE_TEST_SUITE_P(Gradient, EveryEncoder,
                         ::testing::Values(EncoderKind::Gru, EncoderKind::Lru,
                                           EncoderKind::Transformer),
                         nameOf);

TEST_P(EveryEncoder, WholeNetwork) {
    checkAll(GetParam(), {});
}

TEST_P(EveryEncoder, WithDropoutAndSmoothing) {
    PassOptions options;
    options.inputDropout = 0.3;
    options.blockDropout = 0.2;
    options.stateDropout = 0.4;
    options.smoothing = 0.1;
    options.random = base::Random(3);
    checkAll(GetParam(), options);
}

class EveryRecurrence : public ::testing::TestWithParam<EncoderKind> {};

INSTANTIATE_TEST_SUITE_P(Gradient, EveryRecurrence,
                         ::testing::Values(EncoderKind::Gru, EncoderKind::Lru), nameOf);

TEST_P(EveryRecurrence, TruncationStopsTheFlowAtItsBorder) {
    // One sequence of two inputs, a target after the second only: with bptt 1 nothing of it reaches
    // the first input's item, which full back-propagation does reach.
    Fixture f(GetParam());
    f.batch.sequences = 1;
    f.batch.counts = {1, 1};
    f.batch.inputs = {{.item = 1}, {.item = 2}};
    f.batch.targets = {{-1, {}}, {-1, {}}, {3, {}}};
    f.batch.seen.clear();
    f.batch.seenOffsets = {0, 0, 0, 0};
    const auto gradientOf = [&](std::size_t bptt) {
        f.options.bptt = bptt;
        std::vector<double> gradients(f.weights.size());
        ItemVectors<double> dItems(kItems, kWidth);
        // Without competition from the softmax, only what flows through the inputs is left.
        std::fill(f.items.vectors.begin(), f.items.vectors.end(), 0.0);
        for (std::size_t d = 0; d < kWidth; ++d) f.items.vectors[3 * kWidth + d] = 1;
        f.network.addGradients(f.weights, f.items, f.batch, f.options, 1, gradients, dItems);
        std::vector<double> queries = f.network.queries(f.weights, f.items, f.batch);
        double through = 0;
        for (std::size_t d = 0; d < kWidth; ++d) {
            const double softmaxPart =
                std::exp(f.items.bias[1]) * queries[d];  // of item 1 as a competitor
            through +=
                std::abs(dItems.vectors[1 * kWidth + d] / softmaxPart -
                         dItems.vectors[4 * kWidth + d] / (std::exp(f.items.bias[4]) * queries[d]));
        }
        return through;
    };
    EXPECT_GT(gradientOf(0), 1e-4);
    EXPECT_LT(gradientOf(1), 1e-12);
    EXPECT_GT(gradientOf(2), 1e-4);
}

TEST_P(EveryRecurrence, StepByStepIsTheSameAsPacked) {
    const SequenceNetwork<float> network(shapeOf(GetParam()));
    base::Random random(1);
    const auto weights = network.initialWeights(random);
    ItemVectors<float> items(kItems, kWidth);
    for (auto& w : items.vectors) w = static_cast<float>(random.normal());
    PackedBatch batch = smallBatch();
    for (auto& target : batch.targets) target.item = 0;
    const auto packed = network.queries(weights, items, batch);

    std::vector<std::vector<float>> states(4, std::vector<float>(network.stateSize()));
    std::size_t row = 0, out = 0;
    const auto expectQuery = [&](const std::vector<float>& state) {
        std::vector<float> query(kWidth);
        network.query(weights, state.data(), batch.targets[out].time, query.data());
        for (std::size_t d = 0; d < kWidth; ++d)
            EXPECT_NEAR(query[d], packed[out * kWidth + d], 1e-5) << out;
        ++out;
    };
    for (auto& state : states) {
        network.start(weights, state.data());
        expectQuery(state);
    }
    for (const auto count : batch.counts)
        for (std::size_t s = 0; s < count; ++s, ++row) {
            const auto item = batch.inputs[row].item;
            network.advance(
                weights, batch.inputs[row],
                item == InputEvent::kNoItem ? nullptr : items.vectors.data() + item * kWidth,
                states[s].data());
            expectQuery(states[s]);
        }
}

TEST(Transformer, NothingDependsOnWhatComesLater) {
    Fixture f(EncoderKind::Transformer);
    for (auto& target : f.batch.targets) target.item = 0;
    const auto before = f.network.queries(f.weights, f.items, f.batch);
    f.batch.inputs.back().item = (f.batch.inputs.back().item + 1) % kItems;
    f.batch.inputs.back().timestamp += 1000;
    const auto after = f.network.queries(f.weights, f.items, f.batch);
    const auto last = before.size() - kWidth;
    EXPECT_TRUE(std::equal(before.begin(), before.begin() + static_cast<std::ptrdiff_t>(last),
                           after.begin()));
    EXPECT_NE(before.back(), after.back());
}

}  // namespace
}  // namespace foretaste::nn
