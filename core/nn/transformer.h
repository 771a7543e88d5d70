// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/dense.h"
#include "core/nn/encoder.h"

namespace foretaste::nn {

/// A causal transformer (SASRec, Kang, McAuley 2018) of pre-norm blocks. What one input is to a
/// later one depends also on how many inputs and how much time lie between them: both add a learnt
/// amount to the products of queries and keys, by head (after HSTU, Zhai et al. 2024, section 3.2).
template <class Real>
class Transformer final : public Encoder<Real> {
public:
    Transformer(const EncoderShape& shape, Layout& layout);

    void initialise(std::vector<Real>& weights, base::Random& random) const override;
    std::unique_ptr<typename Encoder<Real>::Pass> forward(const std::vector<Real>& weights,
                                                          const PackedBatch& batch, const Real* in,
                                                          const PassOptions& options,
                                                          base::Random& random) const override;
    void backward(const std::vector<Real>& weights, const PackedBatch& batch, const Real* in,
                  const typename Encoder<Real>::Pass& pass, const PassOptions& options,
                  std::vector<Real>& dOut, std::vector<Real>& gradients, Real* dIn) const override;
    double multiplications(const PackedBatch& batch) const override;
    std::size_t stateSize() const override { return 0; }
    void start(const std::vector<Real>&, Real*) const override {}
    void advance(const std::vector<Real>&, const Real*, Real*) const override {}

private:
    struct Block {
        LayerNorm<Real> norm;
        Linear<Real> split;  ///< width -> queries, keys, values
        Slice distance;      ///< [heads x history]: added for so many inputs between
        Slice age;           ///< [heads x kAges]: added for so much time between
        Linear<Real> join;
        FeedForward<Real> feedForward;
    };
    struct BlockPass {
        typename LayerNorm<Real>::Pass norm;
        std::vector<Real> parts;    ///< [inputs x 3 width]
        std::vector<Real> weights;  ///< of attention: [heads x length x length] a sequence
        std::vector<Real> mixed;    ///< [inputs x width]
        Residual<Real> residual;
        typename FeedForward<Real>::Pass feedForward;
    };
    /// Where each sequence's inputs lie once they stand side by side.
    struct Places {
        std::vector<std::size_t> first;  ///< [sequences + 1]
        std::vector<std::size_t> of;     ///< [inputs in packed order]: the row
        std::vector<std::size_t> pairs;  ///< [sequences + 1]: where length x length ones begin
        std::vector<std::uint8_t> ages;  ///< [pairs]: bucket of the time from column to row
    };
    struct TransformerPass : Encoder<Real>::Pass {
        Places places;
        std::vector<BlockPass> blocks;
        typename LayerNorm<Real>::Pass norm;
    };
    static Places placesOf(const PackedBatch& batch);
    void attend(const std::vector<Real>& weights, const Block& block, const Places& places,
                BlockPass& pass) const;
    /// From the gradient of pass.mixed to that of pass.parts.
    std::vector<Real> attendBack(const Block& block, const Places& places, const BlockPass& pass,
                                 const std::vector<Real>& dMixed,
                                 std::vector<Real>& gradients) const;

    std::size_t width_, heads_;
    Slice start_, positions_;
    std::vector<Block> blocks_;
    LayerNorm<Real> norm_;
};

}  // namespace foretaste::nn
