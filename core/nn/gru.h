// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/nn/layout.h"

namespace foretaste::nn {

/// One layer of gated recurrent units (Cho et al. 2014; the reset gate behind the recurrent
/// product) over sequences packed time step by time step.
template <class Real>
class Gru {
public:
    Gru(Layout& layout, std::size_t inputs, std::size_t dim);

    /// What the way back needs of the way forward.
    struct Pass {
        std::vector<Real>
            states;  ///< [(sequences + inputs) x dim]: the start states, then step by step
        std::vector<Real> fromInput, fromState, kept;
    };

    /// in [rows x inputs], rows in packed order; pass.states holds the start states [sequences x
    /// dim] in front and receives the rest.
    void forward(const std::vector<Real>& weights, const std::vector<std::uint32_t>& counts,
                 std::size_t sequences, const Real* in, Pass& pass) const;

    /// dStates [(sequences + rows) x dim]: gradients of all states; on return its first rows are
    /// those of the start states in full. Adds to gradients, writes dIn [rows x inputs]. No
    /// gradient flows from step t to t - 1 where t is a multiple of `bptt` (0: everywhere it does).
    void backward(const std::vector<Real>& weights, const std::vector<std::uint32_t>& counts,
                  std::size_t sequences, const Real* in, const Pass& pass, std::size_t bptt,
                  std::vector<Real>& dStates, std::vector<Real>& gradients, Real* dIn) const;

    /// One step of `rows` sequences: state [rows x dim] is replaced.
    void step(const std::vector<Real>& weights, std::size_t rows, const Real* in,
              Real* state) const;

    const Slice& inputWeights() const { return inputWeights_; }
    const Slice& recurrentWeights() const { return recurrent_; }

private:
    std::size_t inputs_, dim_;
    Slice inputWeights_;   ///< [inputs x 3 dim]
    Slice inputBias_;      ///< [1 x 3 dim]
    Slice recurrent_;      ///< [dim x 3 dim]
    Slice candidateBias_;  ///< [1 x dim]
};

}  // namespace foretaste::nn
