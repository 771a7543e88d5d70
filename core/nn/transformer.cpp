// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/transformer.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "core/kernels/kernels.h"

namespace foretaste::nn {
namespace {

constexpr double kDeviation = 0.02;  // of first weights, as SASRec's and GPT's
constexpr std::uint8_t kAges = 40;   // doublings of seconds: more than any two events lie apart

std::uint8_t ageBucket(std::int64_t from, std::int64_t to) {
    const auto seconds = static_cast<std::uint64_t>(std::max<std::int64_t>(0, to - from));
    return static_cast<std::uint8_t>(
        std::min<int>(static_cast<int>(std::bit_width(seconds)), kAges - 1));
}

}  // namespace

template <class Real>
Transformer<Real>::Transformer(const EncoderShape& shape, Layout& layout)
    : width_(shape.width),
      heads_(shape.heads),
      start_(layout.add("start", 1, shape.width)),
      positions_(layout.add("positions", shape.history, shape.width)),
      blocks_([&] {
          std::vector<Block> blocks;
          for (std::size_t b = 0; b < shape.blocks; ++b) {
              const auto name = "transformer" + std::to_string(b);
              LayerNorm<Real> norm(layout, name + ".norm", shape.width);
              Linear<Real> split(layout, name + ".split", shape.width, 3 * shape.width);
              auto distance = layout.add(name + ".distance", shape.heads, shape.history);
              auto age = layout.add(name + ".age", shape.heads, kAges);
              Linear<Real> join(layout, name + ".join", shape.width, shape.width);
              blocks.push_back({norm, split, distance, age, join,
                                FeedForward<Real>(layout, name + ".feed", shape.width)});
          }
          return blocks;
      }()),
      norm_(layout, "norm", shape.width) {}

template <class Real>
void Transformer<Real>::initialise(std::vector<Real>& weights, base::Random& random) const {
    fillNormal(start_, 0.1, weights, random);
    fillNormal(positions_, kDeviation, weights, random);
    norm_.initialise(weights);
    for (const auto& block : blocks_) {
        block.norm.initialise(weights);
        block.split.initialise(kDeviation, weights, random);
        block.join.initialise(kDeviation, weights, random);
        block.feedForward.initialise(kDeviation, weights, random);
    }
}

template <class Real>
typename Transformer<Real>::Places Transformer<Real>::placesOf(const PackedBatch& batch) {
    Places places;
    std::vector<std::size_t> lengths(batch.sequences, 0);
    for (const auto count : batch.counts)
        for (std::size_t s = 0; s < count; ++s) ++lengths[s];
    places.first = places.pairs = {0};
    for (const auto length : lengths) {
        places.first.push_back(places.first.back() + length);
        places.pairs.push_back(places.pairs.back() + length * length);
    }
    std::vector<std::int64_t> times(batch.inputs.size());
    for (std::size_t t = 0; t < batch.counts.size(); ++t)
        for (std::size_t s = 0; s < batch.counts[t]; ++s) {
            const auto row = places.first[s] + t;
            times[row] = batch.inputs[places.of.size()].timestamp;
            places.of.push_back(row);
        }
    places.ages.resize(places.pairs.back());
    for (std::size_t s = 0; s < batch.sequences; ++s)
        for (std::size_t to = 0; to < lengths[s]; ++to)
            for (std::size_t from = 0; from <= to; ++from)
                places.ages[places.pairs[s] + to * lengths[s] + from] =
                    ageBucket(times[places.first[s] + from], times[places.first[s] + to]);
    return places;
}

template <class Real>
void Transformer<Real>::attend(const std::vector<Real>& weights, const Block& block,
                               const Places& places, BlockPass& pass) const {
    pass.weights.resize(heads_ * places.pairs.back());
    pass.mixed.resize(places.of.size() * width_);
    const Real* ofDistance = block.distance.in(weights);
    const Real* ofAge = block.age.in(weights);
    for (std::size_t s = 0; s + 1 < places.first.size(); ++s) {
        const auto first = places.first[s], length = places.first[s + 1] - first;
        Real* own = pass.weights.data() + heads_ * places.pairs[s];
        for (std::size_t head = 0; head < heads_; ++head)
            for (std::size_t to = 0; to < length; ++to) {
                const auto row = to * length;
                const auto* ages = places.ages.data() + places.pairs[s] + row;
                Real* bias = own + head * length * length + row;
                for (std::size_t from = 0; from <= to; ++from)
                    bias[from] = ofDistance[head * block.distance.cols + to - from] +
                                 ofAge[head * kAges + ages[from]];
            }
        kernels::table<Real>().attentionForward(length, heads_, width_,
                                                pass.parts.data() + first * 3 * width_, own,
                                                pass.mixed.data() + first * width_);
    }
}

template <class Real>
std::vector<Real> Transformer<Real>::attendBack(const Block& block, const Places& places,
                                                const BlockPass& pass,
                                                const std::vector<Real>& dMixed,
                                                std::vector<Real>& gradients) const {
    std::vector<Real> dParts(pass.parts.size()), dBias;
    Real* dDistance = block.distance.in(gradients);
    Real* dAge = block.age.in(gradients);
    for (std::size_t s = 0; s + 1 < places.first.size(); ++s) {
        const auto first = places.first[s], length = places.first[s + 1] - first;
        dBias.resize(heads_ * length * length);
        kernels::table<Real>().attentionBackward(
            length, heads_, width_, pass.parts.data() + first * 3 * width_,
            pass.weights.data() + heads_ * places.pairs[s], dMixed.data() + first * width_,
            dBias.data(), dParts.data() + first * 3 * width_);
        for (std::size_t head = 0; head < heads_; ++head)
            for (std::size_t to = 0; to < length; ++to) {
                const auto row = to * length;
                const auto* ages = places.ages.data() + places.pairs[s] + row;
                const Real* d = dBias.data() + head * length * length + row;
                for (std::size_t from = 0; from <= to; ++from) {
                    dDistance[head * block.distance.cols + to - from] += d[from];
                    dAge[head * kAges + ages[from]] += d[from];
                }
            }
    }
    return dParts;
}

template <class Real>
std::unique_ptr<typename Encoder<Real>::Pass> Transformer<Real>::forward(
    const std::vector<Real>& weights, const PackedBatch& batch, const Real* in,
    const PassOptions& options, base::Random& random) const {
    const auto& k = kernels::table<Real>();
    auto pass = std::make_unique<TransformerPass>();
    pass->places = placesOf(batch);
    const auto& places = pass->places;
    const auto rows = places.of.size();
    std::vector<Real> stream(rows * width_);
    std::size_t packed = 0;
    for (std::size_t t = 0; t < batch.counts.size(); ++t)
        for (std::size_t s = 0; s < batch.counts[t]; ++s, ++packed) {
            Real* to = stream.data() + places.of[packed] * width_;
            std::copy_n(in + packed * width_, width_, to);
            k.addScaled(width_, Real(1), positions_.in(weights) + t * width_, to);
        }
    pass->blocks.resize(blocks_.size());
    for (std::size_t b = 0; b < blocks_.size(); ++b) {
        const auto& block = blocks_[b];
        auto& own = pass->blocks[b];
        block.norm.forward(weights, rows, stream.data(), own.norm);
        own.parts.resize(rows * 3 * width_);
        block.split.forward(weights, rows, own.norm.out.data(), own.parts.data());
        attend(weights, block, places, own);
        std::vector<Real> joined(rows * width_);
        block.join.forward(weights, rows, own.mixed.data(), joined.data());
        own.residual.forward(joined, options.blockDropout, random, stream.data());
        block.feedForward.forward(weights, rows, options.blockDropout, random, stream.data(),
                                  own.feedForward);
    }
    norm_.forward(weights, rows, stream.data(), pass->norm);
    pass->out.resize((batch.sequences + rows) * width_);
    Real* out = pass->out.data();
    for (std::size_t s = 0; s < batch.sequences; ++s, out += width_)
        std::copy_n(start_.in(weights), width_, out);
    for (const auto row : places.of) {
        std::copy_n(pass->norm.out.data() + row * width_, width_, out);
        out += width_;
    }
    return pass;
}

template <class Real>
void Transformer<Real>::backward(const std::vector<Real>& weights, const PackedBatch& batch,
                                 const Real*, const typename Encoder<Real>::Pass& kept,
                                 const PassOptions&, std::vector<Real>& dOut,
                                 std::vector<Real>& gradients, Real* dIn) const {
    const auto& k = kernels::table<Real>();
    const auto& pass = static_cast<const TransformerPass&>(kept);
    const auto& places = pass.places;
    const auto rows = places.of.size();
    k.addColumnSums(batch.sequences, width_, dOut.data(), start_.in(gradients));
    std::vector<Real> dNormed(rows * width_), dStream(rows * width_);
    for (std::size_t packed = 0; packed < rows; ++packed)
        std::copy_n(dOut.data() + (batch.sequences + packed) * width_, width_,
                    dNormed.data() + places.of[packed] * width_);
    norm_.backward(weights, rows, pass.norm, dNormed.data(), gradients, dStream.data());
    for (std::size_t b = blocks_.size(); b-- > 0;) {
        const auto& block = blocks_[b];
        const auto& own = pass.blocks[b];
        block.feedForward.backward(weights, rows, own.feedForward, dStream, gradients);
        const auto dJoined = own.residual.backward(dStream);
        std::vector<Real> dMixed(rows * width_);
        block.join.backward(weights, rows, own.mixed.data(), dJoined.data(), gradients,
                            dMixed.data());
        const auto dParts = attendBack(block, places, own, dMixed, gradients);
        block.split.backward(weights, rows, own.norm.out.data(), dParts.data(), gradients,
                             dNormed.data());
        auto& dBefore = dMixed;
        block.norm.backward(weights, rows, own.norm, dNormed.data(), gradients, dBefore.data());
        k.addScaled(dBefore.size(), Real(1), dBefore.data(), dStream.data());
    }
    std::size_t packed = 0;
    for (std::size_t t = 0; t < batch.counts.size(); ++t)
        for (std::size_t s = 0; s < batch.counts[t]; ++s, ++packed) {
            const Real* from = dStream.data() + places.of[packed] * width_;
            std::copy_n(from, width_, dIn + packed * width_);
            k.addScaled(width_, Real(1), from, positions_.in(gradients) + t * width_);
        }
}

template <class Real>
double Transformer<Real>::multiplications(const PackedBatch& batch) const {
    // An input looks at itself and all before it: one product with its query, one with its weight.
    double pairs = 0, weights = 0;
    for (std::size_t t = 0; t < batch.counts.size(); ++t)
        pairs += static_cast<double>((t + 1) * batch.counts[t]);
    for (const auto& block : blocks_)
        weights +=
            static_cast<double>(block.split.size() + block.join.size() + block.feedForward.size());
    return static_cast<double>(batch.inputs.size()) * weights +
           pairs * static_cast<double>(2 * width_ * blocks_.size());
}

template class Transformer<float>;
template class Transformer<double>;

}  // namespace foretaste::nn
