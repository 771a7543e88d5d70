// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/gru.h"

#include <algorithm>
#include <cmath>

#include "core/kernels/kernels.h"

namespace foretaste::nn {

template <class Real>
Gru<Real>::Gru(std::size_t width, Layout& layout)
    : width_(width),
      start_(layout.add("start", 1, width)),
      inputWeights_(layout.add("gru.input", width, 3 * width)),
      inputBias_(layout.add("gru.input_bias", 1, 3 * width)),
      recurrent_(layout.add("gru.recurrent", width, 3 * width)),
      candidateBias_(layout.add("gru.candidate_bias", 1, width)) {}

template <class Real>
void Gru<Real>::initialise(std::vector<Real>& weights, base::Random& random) const {
    const auto uniform = [&](const Slice& slice, double limit) {
        Real* w = slice.in(weights);
        for (std::size_t i = 0; i < slice.size(); ++i)
            w[i] = static_cast<Real>(limit * (2 * random.uniform() - 1));
    };
    // Glorot and Bengio 2010, gate by gate: square matrices.
    const double glorot = std::sqrt(3.0 / static_cast<double>(width_));
    uniform(inputWeights_, glorot);
    uniform(recurrent_, glorot);
    base::Random aside = random;  // what is drawn after this does not depend on it
    for (std::size_t i = 0; i < width_; ++i)
        start_.in(weights)[i] = static_cast<Real>(0.1 * (2 * aside.uniform() - 1));
}

template <class Real>
void Gru<Real>::run(const std::vector<Real>& weights, const std::vector<std::uint32_t>& counts,
                    std::size_t sequences, std::size_t rows, const Real* in, GruPass& pass) const {
    const auto& k = kernels::table<Real>();
    pass.out.resize((sequences + rows) * width_);
    pass.fromInput.resize(rows * 3 * width_);
    pass.fromState.resize(sequences * 3 * width_);
    pass.kept.resize(rows * 4 * width_);
    if (rows == 0) return;

    k.gemmNN(rows, 3 * width_, width_, in, inputWeights_.in(weights), pass.fromInput.data(), false);
    k.addToRows(rows, 3 * width_, inputBias_.in(weights), pass.fromInput.data());
    std::size_t done = 0, previous = 0;  // rows of input; where the states of the step before begin
    for (const std::size_t n : counts) {
        const Real* before = pass.out.data() + previous * width_;
        Real* after = pass.out.data() + (sequences + done) * width_;
        k.gemmNN(n, 3 * width_, width_, before, recurrent_.in(weights), pass.fromState.data(),
                 false);
        k.gruForward(n, width_, pass.fromInput.data() + done * 3 * width_, pass.fromState.data(),
                     candidateBias_.in(weights), before, pass.kept.data() + done * 4 * width_,
                     after);
        previous = sequences + done;
        done += n;
    }
}

template <class Real>
std::unique_ptr<typename Encoder<Real>::Pass> Gru<Real>::forward(const std::vector<Real>& weights,
                                                                 const PackedBatch& batch,
                                                                 const Real* in, const PassOptions&,
                                                                 base::Random&) const {
    auto pass = std::make_unique<GruPass>();
    pass->out.resize(batch.sequences * width_);
    for (std::size_t s = 0; s < batch.sequences; ++s)
        std::copy_n(start_.in(weights), width_, pass->out.data() + s * width_);
    run(weights, batch.counts, batch.sequences, batch.inputs.size(), in, *pass);
    return pass;
}

template <class Real>
void Gru<Real>::backward(const std::vector<Real>& weights, const PackedBatch& batch, const Real* in,
                         const typename Encoder<Real>::Pass& kept, const PassOptions& options,
                         std::vector<Real>& dOut, std::vector<Real>& gradients, Real* dIn) const {
    const auto& k = kernels::table<Real>();
    const auto& pass = static_cast<const GruPass&>(kept);
    const auto& counts = batch.counts;
    const auto rows = batch.inputs.size(), sequences = batch.sequences;
    std::vector<Real> dInput(rows * 3 * width_), dRecurrent(rows * 3 * width_),
        before(rows * width_);
    std::vector<Real> dPrevious(sequences * width_);
    std::size_t done = rows;
    for (std::size_t t = counts.size(); t-- > 0;) {
        const std::size_t n = counts[t];
        done -= n;
        const std::size_t previous = t == 0 ? 0 : sequences + done - counts[t - 1];
        const Real* state = pass.out.data() + previous * width_;
        std::copy_n(state, n * width_, before.data() + done * width_);
        k.gruBackward(n, width_, pass.kept.data() + done * 4 * width_, state,
                      dOut.data() + (sequences + done) * width_, dInput.data() + done * 3 * width_,
                      dRecurrent.data() + done * 3 * width_, dPrevious.data());
        if (options.bptt > 0 && t > 0 && t % options.bptt == 0) continue;
        k.gemmNT(n, width_, 3 * width_, dRecurrent.data() + done * 3 * width_,
                 recurrent_.in(weights), dPrevious.data(), true);
        k.addScaled(n * width_, Real(1), dPrevious.data(), dOut.data() + previous * width_);
    }
    k.addColumnSums(sequences, width_, dOut.data(), start_.in(gradients));
    if (rows == 0) return;

    k.gemmTN(width_, 3 * width_, rows, in, dInput.data(), inputWeights_.in(gradients), true);
    k.addColumnSums(rows, 3 * width_, dInput.data(), inputBias_.in(gradients));
    k.gemmTN(width_, 3 * width_, rows, before.data(), dRecurrent.data(), recurrent_.in(gradients),
             true);
    k.gemmNT(rows, width_, 3 * width_, dInput.data(), inputWeights_.in(weights), dIn, false);
    // The candidate's bias stands inside the reset product, as the recurrent part does.
    Real* dBias = candidateBias_.in(gradients);
    for (std::size_t row = 0; row < rows; ++row)
        k.addScaled(width_, Real(1), dRecurrent.data() + row * 3 * width_ + 2 * width_, dBias);
}

template <class Real>
double Gru<Real>::multiplications(const PackedBatch& batch) const {
    return static_cast<double>(batch.inputs.size() * (inputWeights_.size() + recurrent_.size()));
}

template <class Real>
void Gru<Real>::start(const std::vector<Real>& weights, Real* state) const {
    std::copy_n(start_.in(weights), width_, state);
}

template <class Real>
void Gru<Real>::advance(const std::vector<Real>& weights, const Real* in, Real* state) const {
    GruPass pass;
    pass.out.assign(state, state + width_);
    run(weights, {1}, 1, 1, in, pass);
    std::copy_n(pass.out.data() + width_, width_, state);
}

template class Gru<float>;
template class Gru<double>;

}  // namespace foretaste::nn
