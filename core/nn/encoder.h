// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "core/base/random.h"
#include "core/nn/layout.h"
#include "core/nn/packed_batch.h"

namespace foretaste::nn {

enum class EncoderKind { Gru, Lru, Transformer };

struct EncoderShape {
    EncoderKind kind = EncoderKind::Gru;
    std::size_t width = 64;     ///< of what goes in and comes out
    std::size_t blocks = 2;     ///< of LRU and transformer
    std::size_t heads = 2;      ///< of the transformer; divides the width
    std::size_t history = 200;  ///< inputs that the transformer reads at most
};

/// Seconds that passes took, by part, and the products in them.
struct PassCosts {
    double forward = 0, softmax = 0, backward = 0;
    double multiplications = 0;  ///< of matrix products, each with its addition
};

/// What is random or cut off in one pass; the defaults are those of serving.
struct PassOptions {
    double inputDropout = 0, blockDropout = 0, stateDropout = 0;
    double smoothing = 0;
    std::size_t bptt = 0;  ///< steps that a gradient of a recurrence goes back; 0: all
    base::Random random{0};
    PassCosts* costs = nullptr;  ///< added to where not null
};

/// Turns each sequence of vectors into a sequence of states, each of what came up to it.
template <class Real>
class Encoder {
public:
    /// What the way back needs of the way forward.
    struct Pass {
        virtual ~Pass() = default;
        /// [(sequences + inputs) x width]: before any input, one a sequence; then after each.
        std::vector<Real> out;
    };
    virtual ~Encoder() = default;

    virtual void initialise(std::vector<Real>& weights, base::Random& random) const = 0;

    /// in [inputs x width], in packed order.
    virtual std::unique_ptr<Pass> forward(const std::vector<Real>& weights,
                                          const PackedBatch& batch, const Real* in,
                                          const PassOptions& options,
                                          base::Random& random) const = 0;
    /// dOut: gradients of pass.out, used up. Adds to gradients, writes dIn [inputs x width].
    virtual void backward(const std::vector<Real>& weights, const PackedBatch& batch,
                          const Real* in, const Pass& pass, const PassOptions& options,
                          std::vector<Real>& dOut, std::vector<Real>& gradients,
                          Real* dIn) const = 0;

    /// Multiplications in the matrix products of one way forward; the way back has twice as many.
    virtual double multiplications(const PackedBatch& batch) const = 0;

    // One sequence, input by input.
    /// Numbers that stand for what came so far; the first `width` of them are the output. 0: the
    /// encoder reads whole sequences only, and the two functions below must not be called.
    virtual std::size_t stateSize() const = 0;
    virtual void start(const std::vector<Real>& weights, Real* state) const = 0;
    virtual void advance(const std::vector<Real>& weights, const Real* in, Real* state) const = 0;
};

/// Adds the encoder's matrices to the layout.
template <class Real>
std::unique_ptr<Encoder<Real>> makeEncoder(const EncoderShape& shape, Layout& layout);

}  // namespace foretaste::nn
