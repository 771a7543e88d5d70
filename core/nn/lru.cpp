// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/lru.h"

#include <algorithm>
#include <cmath>

#include "core/base/maths.h"
#include "core/kernels/kernels.h"

namespace foretaste::nn {
namespace {

constexpr double kShortest = 1.5, kLongest = 100;  // memories of the first states, in inputs
constexpr double kFirstTap = 0.4, kFirstGate = 0.5;

}  // namespace

template <class Real>
Lru<Real>::Lru(const EncoderShape& shape, Layout& layout)
    : width_(shape.width),
      start_(layout.add("start", 1, shape.width)),
      blocks_([&] {
          std::vector<Block> blocks;
          for (std::size_t b = 0; b < shape.blocks; ++b) {
              const auto name = "lru" + std::to_string(b);
              const auto width = shape.width, inner = kInnerWidths * width;
              LayerNorm<Real> norm(layout, name + ".norm", width);
              Linear<Real> take(layout, name + ".take", width, inner);
              auto taps = layout.add(name + ".taps", kTaps, inner);
              auto tapsBias = layout.add(name + ".taps_bias", 1, inner);
              Linear<Real> gate(layout, name + ".gate", inner, inner);
              Linear<Real> open(layout, name + ".open", width, inner);
              Linear<Real> show(layout, name + ".show", inner, width);
              blocks.push_back({norm, take, taps, tapsBias, gate, open, show,
                                FeedForward<Real>(layout, name + ".feed", width)});
          }
          return blocks;
      }()),
      norm_(layout, "norm", shape.width) {}

template <class Real>
void Lru<Real>::initialise(std::vector<Real>& weights, base::Random& random) const {
    const double ofWidth = 1 / std::sqrt(static_cast<double>(width_));
    const double ofInner = 1 / std::sqrt(static_cast<double>(inner()));
    fillNormal(start_, 0.1, weights, random);
    norm_.initialise(weights);
    for (const auto& block : blocks_) {
        block.norm.initialise(weights);
        block.take.initialise(ofWidth, weights, random);
        fillNormal(block.taps, kFirstTap, weights, random);
        block.gate.initialise(kFirstGate * ofInner, weights, random);
        block.open.initialise(ofWidth, weights, random);
        block.show.initialise(ofInner, weights, random);
        block.feedForward.initialise(ofWidth / 2, weights, random);
        // A gate of 1 / n remembers about n inputs: as many short memories as long ones.
        for (std::size_t i = 0; i < inner(); ++i) {
            const double memory =
                kShortest * base::expOf(random.uniform() * base::logOf(kLongest / kShortest));
            block.gate.bias().in(weights)[i] = static_cast<Real>(-base::logOf(memory - 1));
        }
    }
}

template <class Real>
typename Lru<Real>::Steps Lru<Real>::stepsOf(const std::vector<std::uint32_t>& counts,
                                             std::size_t sequences, std::size_t rows) {
    Steps steps{counts, sequences, rows, {}};
    for (std::size_t past = 0; past < kPast; ++past) steps.first.push_back(past * sequences);
    auto next = kPast * sequences;
    for (const auto count : counts) {
        steps.first.push_back(next);
        next += count;
    }
    return steps;
}

template <class Real>
void Lru<Real>::forwardBlock(const std::vector<Real>& weights, const Block& block,
                             const Steps& steps, const PassOptions& options, base::Random& random,
                             Real* stream, BlockPass& pass) const {
    const auto& k = kernels::table<Real>();
    const auto n = inner(), rows = steps.rows, past = kPast * steps.sequences;
    for (auto* each : {&pass.convolved, &pass.candidates, &pass.gates, &pass.door, &pass.opened})
        each->resize(rows * n);
    pass.values.resize((past + rows) * n);
    pass.states.resize((steps.sequences + rows) * n);
    Real* states = pass.states.data() + steps.sequences * n;

    block.norm.forward(weights, rows, stream, pass.norm);
    block.take.forward(weights, rows, pass.norm.out.data(), pass.values.data() + past * n);
    k.addToRows(rows, n, block.tapsBias.in(weights), pass.convolved.data());
    for (std::size_t t = 0; t < steps.counts.size(); ++t)
        for (std::size_t tap = 0; tap < kTaps; ++tap)
            k.addWeighted(steps.counts[t], n, block.taps.in(weights) + tap * n,
                          pass.values.data() + steps.first[kPast + t - tap] * n,
                          pass.convolved.data() + (steps.first[kPast + t] - past) * n);
    k.siluForward(rows * n, pass.convolved.data(), pass.candidates.data());
    block.gate.forward(weights, rows, pass.candidates.data(), pass.gates.data());
    const Real* before = pass.states.data();
    for (std::size_t t = 0; t < steps.counts.size(); ++t) {
        const auto at = (steps.first[kPast + t] - past) * n;
        k.blendForward(steps.counts[t] * n, pass.candidates.data() + at, before,
                       pass.gates.data() + at, states + at);
        before = states + at;
    }
    block.open.forward(weights, rows, pass.norm.out.data(), pass.door.data());
    k.siluForward(rows * n, pass.door.data(), pass.opened.data());
    pass.shown.assign(states, states + rows * n);
    k.multiply(rows * n, pass.opened.data(), pass.shown.data());
    std::vector<Real> added(rows * width_);
    block.show.forward(weights, rows, pass.shown.data(), added.data());
    pass.residual.forward(added, options.blockDropout, random, stream);
    block.feedForward.forward(weights, rows, options.blockDropout, random, stream,
                              pass.feedForward);
}

template <class Real>
std::vector<Real> Lru<Real>::convolveBack(const std::vector<Real>& weights, const Block& block,
                                          const Steps& steps, const PassOptions& options,
                                          const BlockPass& pass,
                                          const std::vector<Real>& dConvolved,
                                          std::vector<Real>& gradients) const {
    const auto& k = kernels::table<Real>();
    const auto n = inner(), past = kPast * steps.sequences;
    std::vector<Real> dValues(steps.rows * n);
    k.addColumnSums(steps.rows, n, dConvolved.data(), block.tapsBias.in(gradients));
    for (std::size_t t = 0; t < steps.counts.size(); ++t)
        for (std::size_t tap = 0; tap < kTaps && tap <= t; ++tap) {
            const auto from = steps.first[kPast + t - tap];
            const Real* d = dConvolved.data() + (steps.first[kPast + t] - past) * n;
            k.addProductSums(steps.counts[t], n, pass.values.data() + from * n, d,
                             block.taps.in(gradients) + tap * n);
            if (options.bptt > 0 && t / options.bptt != (t - tap) / options.bptt) continue;
            k.addWeighted(steps.counts[t], n, block.taps.in(weights) + tap * n, d,
                          dValues.data() + (from - past) * n);
        }
    return dValues;
}

template <class Real>
void Lru<Real>::backwardBlock(const std::vector<Real>& weights, const Block& block,
                              const Steps& steps, const PassOptions& options, const BlockPass& pass,
                              std::vector<Real>& dStream, std::vector<Real>& gradients) const {
    const auto& k = kernels::table<Real>();
    const auto n = inner(), rows = steps.rows, past = kPast * steps.sequences;
    const Real* states = pass.states.data() + steps.sequences * n;
    block.feedForward.backward(weights, rows, pass.feedForward, dStream, gradients);
    const auto dAdded = pass.residual.backward(dStream);
    std::vector<Real> dDoor(rows * n), dNorm(rows * width_), dIn(rows * width_);
    block.show.backward(weights, rows, pass.shown.data(), dAdded.data(), gradients, dDoor.data());
    auto dStates = dDoor;
    k.multiply(rows * n, pass.opened.data(), dStates.data());
    k.multiply(rows * n, states, dDoor.data());
    k.siluBackward(rows * n, pass.door.data(), dDoor.data());
    block.open.backward(weights, rows, pass.norm.out.data(), dDoor.data(), gradients, dNorm.data());

    std::vector<Real> dGates(rows * n), dCandidates(rows * n), unused(steps.sequences * n);
    for (std::size_t t = steps.counts.size(); t-- > 0;) {
        const auto at = (steps.first[kPast + t] - past) * n;
        const auto before = t == 0 ? 0 : (steps.first[kPast + t - 1] - past) * n;
        const bool flows = t > 0 && (options.bptt == 0 || t % options.bptt > 0);
        k.blendBackward(steps.counts[t] * n, pass.candidates.data() + at,
                        t == 0 ? pass.states.data() : states + before, pass.gates.data() + at,
                        dStates.data() + at, dGates.data() + at, dCandidates.data() + at,
                        flows ? dStates.data() + before : unused.data());
    }
    auto& dConvolved = dDoor;
    block.gate.backward(weights, rows, pass.candidates.data(), dGates.data(), gradients,
                        dConvolved.data());
    k.addScaled(rows * n, Real(1), dCandidates.data(), dConvolved.data());
    k.siluBackward(rows * n, pass.convolved.data(), dConvolved.data());
    const auto dValues = convolveBack(weights, block, steps, options, pass, dConvolved, gradients);
    block.take.backward(weights, rows, pass.norm.out.data(), dValues.data(), gradients, dIn.data());
    k.addScaled(dNorm.size(), Real(1), dIn.data(), dNorm.data());
    block.norm.backward(weights, rows, pass.norm, dNorm.data(), gradients, dIn.data());
    k.addScaled(dIn.size(), Real(1), dIn.data(), dStream.data());
}

template <class Real>
std::unique_ptr<typename Encoder<Real>::Pass> Lru<Real>::forward(const std::vector<Real>& weights,
                                                                 const PackedBatch& batch,
                                                                 const Real* in,
                                                                 const PassOptions& options,
                                                                 base::Random& random) const {
    auto pass = std::make_unique<LruPass>();
    const auto rows = batch.inputs.size();
    const auto steps = stepsOf(batch.counts, batch.sequences, rows);
    std::vector<Real> stream(in, in + rows * width_);
    pass->blocks.resize(blocks_.size());
    for (std::size_t b = 0; b < blocks_.size(); ++b)
        forwardBlock(weights, blocks_[b], steps, options, random, stream.data(), pass->blocks[b]);
    norm_.forward(weights, rows, stream.data(), pass->norm);
    pass->out.resize(batch.sequences * width_);
    for (std::size_t s = 0; s < batch.sequences; ++s)
        std::copy_n(start_.in(weights), width_, pass->out.data() + s * width_);
    pass->out.insert(pass->out.end(), pass->norm.out.begin(), pass->norm.out.end());
    return pass;
}

template <class Real>
void Lru<Real>::backward(const std::vector<Real>& weights, const PackedBatch& batch, const Real*,
                         const typename Encoder<Real>::Pass& kept, const PassOptions& options,
                         std::vector<Real>& dOut, std::vector<Real>& gradients, Real* dIn) const {
    const auto& k = kernels::table<Real>();
    const auto& pass = static_cast<const LruPass&>(kept);
    const auto rows = batch.inputs.size();
    const auto steps = stepsOf(batch.counts, batch.sequences, rows);
    k.addColumnSums(batch.sequences, width_, dOut.data(), start_.in(gradients));
    std::vector<Real> dStream(rows * width_);
    norm_.backward(weights, rows, pass.norm, dOut.data() + batch.sequences * width_, gradients,
                   dStream.data());
    for (std::size_t b = blocks_.size(); b-- > 0;)
        backwardBlock(weights, blocks_[b], steps, options, pass.blocks[b], dStream, gradients);
    std::copy(dStream.begin(), dStream.end(), dIn);
}

template <class Real>
double Lru<Real>::multiplications(const PackedBatch& batch) const {
    double weights = 0;
    for (const auto& block : blocks_)
        weights += static_cast<double>(block.take.size() + block.gate.size() + block.open.size() +
                                       block.show.size() + block.feedForward.size());
    return static_cast<double>(batch.inputs.size()) * weights;
}

template <class Real>
void Lru<Real>::start(const std::vector<Real>& weights, Real* state) const {
    std::fill_n(state, stateSize(), Real(0));
    std::copy_n(start_.in(weights), width_, state);
}

template <class Real>
void Lru<Real>::advance(const std::vector<Real>& weights, const Real* in, Real* state) const {
    const auto n = inner();
    const std::vector<std::uint32_t> counts{1};
    const auto steps = stepsOf(counts, 1, 1);
    std::vector<Real> stream(in, in + width_);
    const PassOptions options;
    auto random = options.random;
    for (std::size_t b = 0; b < blocks_.size(); ++b) {
        Real* own = state + width_ + b * (kPast + 1) * n;  // the state, then the latest values
        BlockPass pass;
        pass.states.assign(own, own + n);
        pass.values.assign(own + n, own + (1 + kPast) * n);
        forwardBlock(weights, blocks_[b], steps, options, random, stream.data(), pass);
        std::copy_n(pass.states.data() + n, n, own);
        std::copy_n(pass.values.data() + n, kPast * n, own + n);
    }
    typename LayerNorm<Real>::Pass norm;
    norm_.forward(weights, 1, stream.data(), norm);
    std::copy(norm.out.begin(), norm.out.end(), state);
}

template class Lru<float>;
template class Lru<double>;

}  // namespace foretaste::nn
