// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/nn/encoder.h"

namespace foretaste::nn {

/// One layer of gated recurrent units (Cho et al. 2014; the reset gate behind the recurrent
/// product) over sequences packed time step by time step.
template <class Real>
class Gru final : public Encoder<Real> {
public:
    Gru(std::size_t width, Layout& layout);

    void initialise(std::vector<Real>& weights, base::Random& random) const override;
    std::unique_ptr<typename Encoder<Real>::Pass> forward(const std::vector<Real>& weights,
                                                          const PackedBatch& batch, const Real* in,
                                                          const PassOptions& options,
                                                          base::Random& random) const override;
    void backward(const std::vector<Real>& weights, const PackedBatch& batch, const Real* in,
                  const typename Encoder<Real>::Pass& pass, const PassOptions& options,
                  std::vector<Real>& dOut, std::vector<Real>& gradients, Real* dIn) const override;
    double multiplications(const PackedBatch& batch) const override;
    std::size_t stateSize() const override { return width_; }
    void start(const std::vector<Real>& weights, Real* state) const override;
    void advance(const std::vector<Real>& weights, const Real* in, Real* state) const override;

private:
    struct GruPass : Encoder<Real>::Pass {
        std::vector<Real> fromInput, fromState, kept;
    };
    /// pass.out holds the start states in front and receives the rest.
    void run(const std::vector<Real>& weights, const std::vector<std::uint32_t>& counts,
             std::size_t sequences, std::size_t rows, const Real* in, GruPass& pass) const;

    std::size_t width_;
    Slice start_;
    Slice inputWeights_;   ///< [width x 3 width]
    Slice inputBias_;      ///< [1 x 3 width]
    Slice recurrent_;      ///< [width x 3 width]
    Slice candidateBias_;  ///< [1 x width]
};

}  // namespace foretaste::nn
