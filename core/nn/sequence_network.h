// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/base/random.h"
#include "core/nn/encoder.h"
#include "core/nn/layout.h"
#include "core/nn/packed_batch.h"
#include "core/nn/softmax_head.h"

namespace foretaste::nn {

/// The sizes of a SequenceNetwork.
struct NetworkShape {
    EncoderShape encoder;  ///< its width is that of item vectors too
    std::size_t eventTypes = 1;
    std::size_t gaps = 1;
    std::size_t knots = 0;  ///< of the time axis; 0: the network does not know the time
    std::size_t distances = 1, ages = 1;  ///< buckets of SeenItem
};

/// The network of the sequence recipes: item vectors with event type, value and time gap go through
/// an encoder; its output, turned into a query, is compared with all item vectors (which are the
/// same that go in: tied). The time of the question is added to the query, so that what is popular
/// may change with time. Items that the user met before gain or lose a learnt amount by how long
/// ago that was (the idea of RepeatNet, Ren et al. 2019, as a bias): films are rarely watched
/// twice, groceries are bought again.
///
/// Real is float; double instances exist for the gradient checks.
template <class Real>
class SequenceNetwork {
public:
    explicit SequenceNetwork(const NetworkShape& shape);

    const NetworkShape& shape() const { return shape_; }
    const Layout& layout() const { return layout_; }

    /// Weights as training starts with them.
    std::vector<Real> initialWeights(base::Random random) const;

    /// Sum of the losses over the batch's targets in nats; adds gradients of scale * loss.
    double addGradients(const std::vector<Real>& weights, const ItemVectors<Real>& items,
                        const PackedBatch& batch, const PassOptions& options, Real scale,
                        std::vector<Real>& gradients, ItemVectors<Real>& dItems) const;

    /// The queries [targets that are to be learnt x width] of a batch.
    std::vector<Real> queries(const std::vector<Real>& weights, const ItemVectors<Real>& items,
                              const PackedBatch& batch) const;

    // One user's events one by one: state [stateSize], query [width].
    /// 0: the encoder reads whole histories only; then there is `queries` alone.
    std::size_t stateSize() const { return encoder_->stateSize(); }
    void start(const std::vector<Real>& weights, Real* state) const;
    /// `itemVector` [width] is that of event.item; null: an item that nothing is known of.
    void advance(const std::vector<Real>& weights, const InputEvent& event, const Real* itemVector,
                 Real* state) const;
    void query(const std::vector<Real>& weights, const Real* state, TimePosition time,
               Real* query) const;
    /// Adds to scores [items] what having met single items before is worth.
    void addSeen(const std::vector<Real>& weights, std::span<const SeenItem> seen,
                 Real* scores) const;

private:
    struct Pass;
    void encode(const std::vector<Real>& weights, const ItemVectors<Real>& items,
                const PackedBatch& batch, const PassOptions& options, base::Random& random,
                Pass& pass) const;
    void readOut(const std::vector<Real>& weights, const PackedBatch& batch,
                 const PassOptions& options, base::Random& random, Pass& pass) const;
    Real worthOf(const std::vector<Real>& weights, const SeenItem& seen) const;
    /// `itemVector`: as in advance.
    void makeInput(const std::vector<Real>& weights, const InputEvent& event,
                   const Real* itemVector, Real* row) const;
    void addTime(const Slice& slice, const std::vector<Real>& weights, TimePosition time,
                 Real* row) const;
    void addTimeGradient(const Slice& slice, TimePosition time, const Real* gradient,
                         std::vector<Real>& gradients) const;

    NetworkShape shape_;
    Layout layout_;
    Slice eventTypes_, gaps_, value_, inputTime_;
    std::unique_ptr<Encoder<Real>> encoder_;
    Slice readOut_, readOutBias_, queryTime_, seenDistance_, seenAge_;
};

}  // namespace foretaste::nn
