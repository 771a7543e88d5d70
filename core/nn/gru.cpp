// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/gru.h"

#include <algorithm>

#include "core/kernels/kernels.h"

namespace foretaste::nn {

template <class Real>
Gru<Real>::Gru(Layout& layout, std::size_t inputs, std::size_t dim)
    : inputs_(inputs),
      dim_(dim),
      inputWeights_(layout.add("gru.input", inputs, 3 * dim)),
      inputBias_(layout.add("gru.input_bias", 1, 3 * dim)),
      recurrent_(layout.add("gru.recurrent", dim, 3 * dim)),
      candidateBias_(layout.add("gru.candidate_bias", 1, dim)) {}

template <class Real>
void Gru<Real>::forward(const std::vector<Real>& weights, const std::vector<std::uint32_t>& counts,
                        std::size_t sequences, const Real* in, Pass& pass) const {
    const auto& k = kernels::table<Real>();
    std::size_t rows = 0;
    for (const auto count : counts) rows += count;
    pass.states.resize((sequences + rows) * dim_);
    pass.fromInput.resize(rows * 3 * dim_);
    pass.fromState.resize(sequences * 3 * dim_);
    pass.kept.resize(rows * 4 * dim_);
    if (rows == 0) return;

    k.gemmNN(rows, 3 * dim_, inputs_, in, inputWeights_.in(weights), pass.fromInput.data(), false);
    k.addToRows(rows, 3 * dim_, inputBias_.in(weights), pass.fromInput.data());
    std::size_t done = 0, previous = 0;  // rows of input; where the states of the step before begin
    for (std::size_t t = 0; t < counts.size(); ++t) {
        const std::size_t n = counts[t];
        const Real* before = pass.states.data() + previous * dim_;
        Real* after = pass.states.data() + (sequences + done) * dim_;
        k.gemmNN(n, 3 * dim_, dim_, before, recurrent_.in(weights), pass.fromState.data(), false);
        k.gruForward(n, dim_, pass.fromInput.data() + done * 3 * dim_, pass.fromState.data(),
                     candidateBias_.in(weights), before, pass.kept.data() + done * 4 * dim_, after);
        previous = sequences + done;
        done += n;
    }
}

template <class Real>
void Gru<Real>::backward(const std::vector<Real>& weights, const std::vector<std::uint32_t>& counts,
                         std::size_t sequences, const Real* in, const Pass& pass, std::size_t bptt,
                         std::vector<Real>& dStates, std::vector<Real>& gradients,
                         Real* dIn) const {
    const auto& k = kernels::table<Real>();
    std::size_t rows = 0;
    for (const auto count : counts) rows += count;
    if (rows == 0) return;

    std::vector<Real> dInput(rows * 3 * dim_), dRecurrent(rows * 3 * dim_), before(rows * dim_);
    std::vector<Real> dPrevious(sequences * dim_);
    std::size_t done = rows;
    for (std::size_t t = counts.size(); t-- > 0;) {
        const std::size_t n = counts[t];
        done -= n;
        const std::size_t previous = t == 0 ? 0 : sequences + done - counts[t - 1];
        const Real* state = pass.states.data() + previous * dim_;
        std::copy(state, state + n * dim_, before.data() + done * dim_);
        k.gruBackward(n, dim_, pass.kept.data() + done * 4 * dim_, state,
                      dStates.data() + (sequences + done) * dim_, dInput.data() + done * 3 * dim_,
                      dRecurrent.data() + done * 3 * dim_, dPrevious.data());
        if (bptt > 0 && t > 0 && t % bptt == 0) continue;
        k.gemmNT(n, dim_, 3 * dim_, dRecurrent.data() + done * 3 * dim_, recurrent_.in(weights),
                 dPrevious.data(), true);
        k.addScaled(n * dim_, Real(1), dPrevious.data(), dStates.data() + previous * dim_);
    }

    k.gemmTN(inputs_, 3 * dim_, rows, in, dInput.data(), inputWeights_.in(gradients), true);
    k.addColumnSums(rows, 3 * dim_, dInput.data(), inputBias_.in(gradients));
    k.gemmTN(dim_, 3 * dim_, rows, before.data(), dRecurrent.data(), recurrent_.in(gradients),
             true);
    k.gemmNT(rows, inputs_, 3 * dim_, dInput.data(), inputWeights_.in(weights), dIn, false);
    // The candidate's bias stands inside the reset product, as the recurrent part does.
    Real* dBias = candidateBias_.in(gradients);
    for (std::size_t row = 0; row < rows; ++row)
        k.addScaled(dim_, Real(1), dRecurrent.data() + row * 3 * dim_ + 2 * dim_, dBias);
}

template <class Real>
void Gru<Real>::step(const std::vector<Real>& weights, std::size_t rows, const Real* in,
                     Real* state) const {
    Pass pass;
    pass.states.assign(state, state + rows * dim_);
    forward(weights, {static_cast<std::uint32_t>(rows)}, rows, in, pass);
    std::copy(pass.states.begin() + static_cast<std::ptrdiff_t>(rows * dim_), pass.states.end(),
              state);
}

template class Gru<float>;
template class Gru<double>;

}  // namespace foretaste::nn
