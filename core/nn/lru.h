// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/dense.h"
#include "core/nn/encoder.h"

namespace foretaste::nn {

/// Gated linear recurrent units in pre-norm blocks, built as Griffin's (De et al. 2024, section
/// 2.3): a short convolution over the latest inputs makes candidates; each number of the state
/// moves towards its candidate as far as a gate that the candidates set allows (the convex update
/// of HGRN, Qin et al. 2023, and minGRU, Feng et al. 2024); what the state shows passes a second
/// gate and is added to the stream of vectors, then comes a FeedForward. Nothing but a product by
/// elements goes from step to step, so that all matrix products are large.
template <class Real>
class Lru final : public Encoder<Real> {
public:
    Lru(const EncoderShape& shape, Layout& layout);

    void initialise(std::vector<Real>& weights, base::Random& random) const override;
    std::unique_ptr<typename Encoder<Real>::Pass> forward(const std::vector<Real>& weights,
                                                          const PackedBatch& batch, const Real* in,
                                                          const PassOptions& options,
                                                          base::Random& random) const override;
    void backward(const std::vector<Real>& weights, const PackedBatch& batch, const Real* in,
                  const typename Encoder<Real>::Pass& pass, const PassOptions& options,
                  std::vector<Real>& dOut, std::vector<Real>& gradients, Real* dIn) const override;
    double multiplications(const PackedBatch& batch) const override;
    std::size_t stateSize() const override {
        return width_ + blocks_.size() * (kPast + 1) * inner();
    }
    void start(const std::vector<Real>& weights, Real* state) const override;
    void advance(const std::vector<Real>& weights, const Real* in, Real* state) const override;

private:
    static constexpr std::size_t kTaps = 4, kPast = kTaps - 1;  ///< of the convolution
    static constexpr std::size_t kInnerWidths = 2;

    struct Block {
        LayerNorm<Real> norm;
        Linear<Real> take;  ///< width -> inner: what is convolved
        Slice taps;         ///< [kTaps x inner], the latest input's first
        Slice tapsBias;     ///< [1 x inner]
        Linear<Real> gate;  ///< inner -> inner: how far the state moves
        Linear<Real> open;  ///< width -> inner: how much of it is shown
        Linear<Real> show;  ///< inner -> width
        FeedForward<Real> feedForward;
    };
    struct BlockPass {
        typename LayerNorm<Real>::Pass norm;
        std::vector<Real> values;  ///< [(kPast sequences + inputs) x inner]: the past in front
        std::vector<Real> convolved, candidates, gates;  ///< [inputs x inner]
        std::vector<Real> states;  ///< [(sequences + inputs) x inner]: the first in front
        std::vector<Real> door, opened, shown;  ///< [inputs x inner]
        Residual<Real> residual;
        typename FeedForward<Real>::Pass feedForward;
    };
    /// Sequences packed step by step.
    struct Steps {
        const std::vector<std::uint32_t>& counts;
        std::size_t sequences, rows;
        std::vector<std::size_t> first;  ///< [kPast + steps]: row in BlockPass::values
    };
    struct LruPass : Encoder<Real>::Pass {
        std::vector<BlockPass> blocks;
        typename LayerNorm<Real>::Pass norm;
    };
    std::size_t inner() const { return kInnerWidths * width_; }
    static Steps stepsOf(const std::vector<std::uint32_t>& counts, std::size_t sequences,
                         std::size_t rows);
    /// `stream` [rows x width] goes through the block; pass holds the past and the first states.
    void forwardBlock(const std::vector<Real>& weights, const Block& block, const Steps& steps,
                      const PassOptions& options, base::Random& random, Real* stream,
                      BlockPass& pass) const;
    void backwardBlock(const std::vector<Real>& weights, const Block& block, const Steps& steps,
                       const PassOptions& options, const BlockPass& pass,
                       std::vector<Real>& dStream, std::vector<Real>& gradients) const;
    /// From the gradient of the convolution's result to that of pass.values without the past.
    std::vector<Real> convolveBack(const std::vector<Real>& weights, const Block& block,
                                   const Steps& steps, const PassOptions& options,
                                   const BlockPass& pass, const std::vector<Real>& dConvolved,
                                   std::vector<Real>& gradients) const;

    std::size_t width_;
    Slice start_;
    std::vector<Block> blocks_;
    LayerNorm<Real> norm_;
};

}  // namespace foretaste::nn
