// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/sequence_network.h"

#include <algorithm>
#include <cmath>

#include "core/base/clock.h"
#include "core/kernels/kernels.h"
#include "core/nn/dropout.h"

namespace foretaste::nn {
namespace {

/// Few numbers that decide much: they move ten times as fast as others at the same rate.
constexpr double kSeenScale = 10;

}  // namespace

/// What is kept between the ways forward and back.
template <class Real>
struct SequenceNetwork<Real>::Pass {
    std::vector<Real> in, inMask;  ///< [inputs x width]
    std::unique_ptr<typename Encoder<Real>::Pass> encoded;
    std::vector<std::size_t> learnt;    ///< rows of the states that have a target
    std::vector<std::int32_t> targets;  ///< of those rows
    std::vector<Real> out, outMask;     ///< [learnt x width]: their states
    std::vector<Real> queries;          ///< [learnt x width]
    LogitChanges<Real> changes;         ///< of the learnt rows, by what was seen before
};

template <class Real>
SequenceNetwork<Real>::SequenceNetwork(const NetworkShape& shape)
    : shape_(shape),
      eventTypes_(layout_.add("event_types", shape.eventTypes, shape.encoder.width)),
      gaps_(layout_.add("gaps", shape.gaps, shape.encoder.width)),
      value_(layout_.add("value", 1, shape.encoder.width)),
      inputTime_(layout_.add("input_time", shape.knots, shape.encoder.width)),
      encoder_(makeEncoder<Real>(shape.encoder, layout_)),
      readOut_(layout_.add("read_out", shape.encoder.width, shape.encoder.width)),
      readOutBias_(layout_.add("read_out_bias", 1, shape.encoder.width)),
      queryTime_(layout_.add("query_time", shape.knots, shape.encoder.width)),
      seenDistance_(layout_.add("seen_distance", 1, shape.distances)),
      seenAge_(layout_.add("seen_age", 1, shape.ages)) {}

template <class Real>
std::vector<Real> SequenceNetwork<Real>::initialWeights(base::Random random) const {
    std::vector<Real> weights(layout_.size(), Real(0));
    const auto uniform = [&](const Slice& slice, double limit) {
        Real* w = slice.in(weights);
        for (std::size_t i = 0; i < slice.size(); ++i)
            w[i] = static_cast<Real>(limit * (2 * random.uniform() - 1));
    };
    const auto width = static_cast<double>(shape_.encoder.width);
    encoder_->initialise(weights, random);
    uniform(readOut_, std::sqrt(3.0 / width));  // Glorot's of a square matrix
    for (const auto* slice : {&eventTypes_, &gaps_}) uniform(*slice, 0.1);
    return weights;
}

template <class Real>
void SequenceNetwork<Real>::addTime(const Slice& slice, const std::vector<Real>& weights,
                                    TimePosition time, Real* row) const {
    if (shape_.knots == 0) return;
    const auto& k = kernels::table<Real>();
    const auto next = std::min<std::size_t>(time.knot + 1, shape_.knots - 1);
    const auto share = static_cast<Real>(time.share);
    k.addScaled(shape_.encoder.width, Real(1) - share,
                slice.in(weights) + time.knot * shape_.encoder.width, row);
    k.addScaled(shape_.encoder.width, share, slice.in(weights) + next * shape_.encoder.width, row);
}

template <class Real>
void SequenceNetwork<Real>::addTimeGradient(const Slice& slice, TimePosition time,
                                            const Real* gradient,
                                            std::vector<Real>& gradients) const {
    if (shape_.knots == 0) return;
    const auto& k = kernels::table<Real>();
    const auto next = std::min<std::size_t>(time.knot + 1, shape_.knots - 1);
    const auto share = static_cast<Real>(time.share);
    k.addScaled(shape_.encoder.width, Real(1) - share, gradient,
                slice.in(gradients) + time.knot * shape_.encoder.width);
    k.addScaled(shape_.encoder.width, share, gradient,
                slice.in(gradients) + next * shape_.encoder.width);
}

template <class Real>
Real SequenceNetwork<Real>::worthOf(const std::vector<Real>& weights, const SeenItem& seen) const {
    return static_cast<Real>(kSeenScale) *
           (seenDistance_.in(weights)[seen.distance] + seenAge_.in(weights)[seen.age]);
}

template <class Real>
void SequenceNetwork<Real>::addSeen(const std::vector<Real>& weights,
                                    std::span<const SeenItem> seen, Real* scores) const {
    for (const auto& each : seen) scores[each.item] += worthOf(weights, each);
}

template <class Real>
void SequenceNetwork<Real>::makeInput(const std::vector<Real>& weights, const InputEvent& event,
                                      const Real* itemVector, Real* row) const {
    const auto& k = kernels::table<Real>();
    const auto width = shape_.encoder.width;
    if (itemVector)
        std::copy_n(itemVector, width, row);
    else
        std::fill_n(row, width, Real(0));
    k.addScaled(width, Real(1), eventTypes_.in(weights) + event.eventType * width, row);
    k.addScaled(width, Real(1), gaps_.in(weights) + event.gap * width, row);
    k.addScaled(width, static_cast<Real>(event.value), value_.in(weights), row);
    addTime(inputTime_, weights, event.time, row);
}

template <class Real>
void SequenceNetwork<Real>::encode(const std::vector<Real>& weights, const ItemVectors<Real>& items,
                                   const PackedBatch& batch, const PassOptions& options,
                                   base::Random& random, Pass& pass) const {
    const auto width = shape_.encoder.width;
    pass.in.resize(batch.inputs.size() * width);
    for (std::size_t row = 0; row < batch.inputs.size(); ++row) {
        const auto& event = batch.inputs[row];
        makeInput(
            weights, event,
            event.item == InputEvent::kNoItem ? nullptr : items.vectors.data() + event.item * width,
            pass.in.data() + row * width);
    }
    if (options.inputDropout > 0) {
        drawDropout(pass.in.size(), options.inputDropout, random, pass.inMask);
        kernels::table<Real>().multiply(pass.in.size(), pass.inMask.data(), pass.in.data());
    }
    pass.encoded = encoder_->forward(weights, batch, pass.in.data(), options, random);
}

template <class Real>
void SequenceNetwork<Real>::readOut(const std::vector<Real>& weights, const PackedBatch& batch,
                                    const PassOptions& options, base::Random& random,
                                    Pass& pass) const {
    const auto& k = kernels::table<Real>();
    const auto width = shape_.encoder.width;
    for (std::size_t row = 0; row < batch.targets.size(); ++row)
        if (batch.targets[row].item >= 0) {
            pass.learnt.push_back(row);
            pass.targets.push_back(batch.targets[row].item);
        }
    const auto rows = pass.learnt.size();
    pass.out.resize(rows * width);
    for (std::size_t i = 0; i < rows; ++i) {
        const Real* state = pass.encoded->out.data() + pass.learnt[i] * width;
        std::copy(state, state + width, pass.out.data() + i * width);
    }
    if (options.stateDropout > 0) {
        drawDropout(pass.out.size(), options.stateDropout, random, pass.outMask);
        k.multiply(pass.out.size(), pass.outMask.data(), pass.out.data());
    }
    pass.queries.resize(rows * width);
    k.gemmNN(rows, width, width, pass.out.data(), readOut_.in(weights), pass.queries.data(), false);
    k.addToRows(rows, width, readOutBias_.in(weights), pass.queries.data());
    for (std::size_t i = 0; i < rows; ++i)
        addTime(queryTime_, weights, batch.targets[pass.learnt[i]].time,
                pass.queries.data() + i * width);
    for (const auto row : pass.learnt) {
        for (const auto& seen : batch.seenBefore(row)) {
            pass.changes.item.push_back(seen.item);
            pass.changes.value.push_back(worthOf(weights, seen));
        }
        if (const auto& target = batch.targets[row]; target.change != 0) {
            pass.changes.item.push_back(static_cast<std::uint32_t>(target.item));
            pass.changes.value.push_back(static_cast<Real>(target.change));
        }
        pass.changes.offsets.push_back(pass.changes.item.size());
    }
}

template <class Real>
double SequenceNetwork<Real>::addGradients(const std::vector<Real>& weights,
                                           const ItemVectors<Real>& items, const PackedBatch& batch,
                                           const PassOptions& options, Real scale,
                                           std::vector<Real>& gradients,
                                           ItemVectors<Real>& dItems) const {
    const auto& k = kernels::table<Real>();
    const auto width = shape_.encoder.width;
    auto random = options.random;
    Pass pass;
    base::Stopwatch watch;
    encode(weights, items, batch, options, random, pass);
    readOut(weights, batch, options, random, pass);
    const auto rows = pass.learnt.size();
    if (rows == 0) return 0;
    const double forwardSeconds = watch.seconds();

    std::vector<Real> dQueries(rows * width), dOut(rows * width);
    const double loss =
        softmaxLoss(items, rows, pass.queries.data(), pass.targets.data(), pass.changes,
                    static_cast<Real>(options.smoothing), scale, dQueries.data(), dItems);
    const double softmaxSeconds = watch.seconds() - forwardSeconds;
    for (std::size_t i = 0; i < rows; ++i) {
        auto change = pass.changes.offsets[i];
        for (const auto& seen : batch.seenBefore(pass.learnt[i])) {
            const Real gradient = static_cast<Real>(kSeenScale) * pass.changes.gradient[change++];
            seenDistance_.in(gradients)[seen.distance] += gradient;
            seenAge_.in(gradients)[seen.age] += gradient;
        }
    }

    for (std::size_t i = 0; i < rows; ++i)
        addTimeGradient(queryTime_, batch.targets[pass.learnt[i]].time, dQueries.data() + i * width,
                        gradients);
    k.addColumnSums(rows, width, dQueries.data(), readOutBias_.in(gradients));
    k.gemmTN(width, width, rows, pass.out.data(), dQueries.data(), readOut_.in(gradients), true);
    k.gemmNT(rows, width, width, dQueries.data(), readOut_.in(weights), dOut.data(), false);
    if (options.stateDropout > 0) k.multiply(dOut.size(), pass.outMask.data(), dOut.data());
    std::vector<Real> dStates(batch.targets.size() * width, Real(0));
    for (std::size_t i = 0; i < rows; ++i)
        std::copy_n(dOut.data() + i * width, width, dStates.data() + pass.learnt[i] * width);

    std::vector<Real> dIn(batch.inputs.size() * width);
    encoder_->backward(weights, batch, pass.in.data(), *pass.encoded, options, dStates, gradients,
                       dIn.data());
    if (options.inputDropout > 0) k.multiply(dIn.size(), pass.inMask.data(), dIn.data());
    for (std::size_t row = 0; row < batch.inputs.size(); ++row) {
        const auto& event = batch.inputs[row];
        const Real* d = dIn.data() + row * width;
        if (event.item != InputEvent::kNoItem)
            k.addScaled(width, Real(1), d, dItems.vectors.data() + event.item * width);
        k.addScaled(width, Real(1), d, eventTypes_.in(gradients) + event.eventType * width);
        k.addScaled(width, Real(1), d, gaps_.in(gradients) + event.gap * width);
        k.addScaled(width, static_cast<Real>(event.value), d, value_.in(gradients));
        addTimeGradient(inputTime_, event.time, d, gradients);
    }
    if (options.costs) {
        auto& costs = *options.costs;
        costs.forward += forwardSeconds;
        costs.softmax += softmaxSeconds;
        costs.backward += watch.seconds() - forwardSeconds - softmaxSeconds;
        constexpr double kWays = 3;  // forward, to the inputs, to the weights
        costs.multiplications +=
            kWays * (encoder_->multiplications(batch) +
                     static_cast<double>(rows * width * (width + items.items)));
    }
    return loss;
}

template <class Real>
std::vector<Real> SequenceNetwork<Real>::queries(const std::vector<Real>& weights,
                                                 const ItemVectors<Real>& items,
                                                 const PackedBatch& batch) const {
    const PassOptions options;
    auto random = options.random;
    Pass pass;
    encode(weights, items, batch, options, random, pass);
    readOut(weights, batch, options, random, pass);
    return std::move(pass.queries);
}

template <class Real>
void SequenceNetwork<Real>::start(const std::vector<Real>& weights, Real* state) const {
    encoder_->start(weights, state);
}

template <class Real>
void SequenceNetwork<Real>::advance(const std::vector<Real>& weights, const InputEvent& event,
                                    const Real* itemVector, Real* state) const {
    std::vector<Real> in(shape_.encoder.width);
    makeInput(weights, event, itemVector, in.data());
    encoder_->advance(weights, in.data(), state);
}

template <class Real>
void SequenceNetwork<Real>::query(const std::vector<Real>& weights, const Real* state,
                                  TimePosition time, Real* query) const {
    const auto width = shape_.encoder.width;
    kernels::table<Real>().gemmNN(1, width, width, state, readOut_.in(weights), query, false);
    for (std::size_t i = 0; i < width; ++i) query[i] += readOutBias_.in(weights)[i];
    addTime(queryTime_, weights, time, query);
}

template class SequenceNetwork<float>;
template class SequenceNetwork<double>;

}  // namespace foretaste::nn
