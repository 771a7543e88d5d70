// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/dense.h"

#include <algorithm>

#include "core/kernels/kernels.h"
#include "core/nn/dropout.h"

namespace foretaste::nn {
namespace {

constexpr std::size_t kInnerWidths = 4;

}  // namespace

template <class Real>
void fillNormal(const Slice& slice, double deviation, std::vector<Real>& weights,
                base::Random& random) {
    Real* w = slice.in(weights);
    for (std::size_t i = 0; i < slice.size(); ++i)
        w[i] = static_cast<Real>(deviation * random.normal());
}

template <class Real>
Linear<Real>::Linear(Layout& layout, const std::string& name, std::size_t inputs,
                     std::size_t outputs)
    : matrix_(layout.add(name, inputs, outputs)), bias_(layout.add(name + "_bias", 1, outputs)) {}

template <class Real>
void Linear<Real>::forward(const std::vector<Real>& weights, std::size_t rows, const Real* in,
                           Real* out) const {
    const auto& k = kernels::table<Real>();
    k.gemmNN(rows, matrix_.cols, matrix_.rows, in, matrix_.in(weights), out, false);
    k.addToRows(rows, matrix_.cols, bias_.in(weights), out);
}

template <class Real>
void Linear<Real>::backward(const std::vector<Real>& weights, std::size_t rows, const Real* in,
                            const Real* dOut, std::vector<Real>& gradients, Real* dIn) const {
    const auto& k = kernels::table<Real>();
    k.gemmTN(matrix_.rows, matrix_.cols, rows, in, dOut, matrix_.in(gradients), true);
    k.addColumnSums(rows, matrix_.cols, dOut, bias_.in(gradients));
    k.gemmNT(rows, matrix_.rows, matrix_.cols, dOut, matrix_.in(weights), dIn, false);
}

template <class Real>
LayerNorm<Real>::LayerNorm(Layout& layout, const std::string& name, std::size_t width)
    : gain_(layout.add(name + "_gain", 1, width)), shift_(layout.add(name + "_shift", 1, width)) {}

template <class Real>
void LayerNorm<Real>::initialise(std::vector<Real>& weights) const {
    std::fill_n(gain_.in(weights), gain_.size(), Real(1));
}

template <class Real>
void LayerNorm<Real>::forward(const std::vector<Real>& weights, std::size_t rows, const Real* in,
                              Pass& pass) const {
    const auto width = gain_.cols;
    pass.normalised.resize(rows * width);
    pass.inverse.resize(rows);
    pass.out.resize(rows * width);
    kernels::table<Real>().layerNormForward(rows, width, in, gain_.in(weights), shift_.in(weights),
                                            pass.out.data(), pass.normalised.data(),
                                            pass.inverse.data());
}

template <class Real>
void LayerNorm<Real>::backward(const std::vector<Real>& weights, std::size_t rows, const Pass& pass,
                               const Real* dOut, std::vector<Real>& gradients, Real* dIn) const {
    kernels::table<Real>().layerNormBackward(rows, gain_.cols, pass.normalised.data(),
                                             pass.inverse.data(), gain_.in(weights), dOut, dIn,
                                             gain_.in(gradients), shift_.in(gradients));
}

template <class Real>
void Residual<Real>::forward(std::vector<Real>& added, double dropout, base::Random& random,
                             Real* stream) {
    const auto& k = kernels::table<Real>();
    if (dropout > 0) {
        drawDropout(added.size(), dropout, random, mask_);
        k.multiply(added.size(), mask_.data(), added.data());
    }
    k.addScaled(added.size(), Real(1), added.data(), stream);
}

template <class Real>
std::vector<Real> Residual<Real>::backward(const std::vector<Real>& dStream) const {
    auto gradient = dStream;
    if (!mask_.empty())
        kernels::table<Real>().multiply(gradient.size(), mask_.data(), gradient.data());
    return gradient;
}

template <class Real>
FeedForward<Real>::FeedForward(Layout& layout, const std::string& name, std::size_t width)
    : norm_(layout, name + ".norm", width),
      widen_(layout, name + ".widen", width, kInnerWidths * width),
      narrow_(layout, name + ".narrow", kInnerWidths * width, width) {}

template <class Real>
void FeedForward<Real>::initialise(double deviation, std::vector<Real>& weights,
                                   base::Random& random) const {
    norm_.initialise(weights);
    widen_.initialise(deviation, weights, random);
    narrow_.initialise(deviation, weights, random);
}

template <class Real>
void FeedForward<Real>::forward(const std::vector<Real>& weights, std::size_t rows, double dropout,
                                base::Random& random, Real* stream, Pass& pass) const {
    norm_.forward(weights, rows, stream, pass.norm);
    pass.inner.resize(rows * widen_.outputs());
    pass.activated.resize(pass.inner.size());
    widen_.forward(weights, rows, pass.norm.out.data(), pass.inner.data());
    kernels::table<Real>().siluForward(pass.inner.size(), pass.inner.data(), pass.activated.data());
    std::vector<Real> added(rows * narrow_.outputs());
    narrow_.forward(weights, rows, pass.activated.data(), added.data());
    pass.residual.forward(added, dropout, random, stream);
}

template <class Real>
void FeedForward<Real>::backward(const std::vector<Real>& weights, std::size_t rows,
                                 const Pass& pass, std::vector<Real>& dStream,
                                 std::vector<Real>& gradients) const {
    const auto& k = kernels::table<Real>();
    auto dAdded = pass.residual.backward(dStream);
    std::vector<Real> dInner(pass.inner.size());
    narrow_.backward(weights, rows, pass.activated.data(), dAdded.data(), gradients, dInner.data());
    k.siluBackward(dInner.size(), pass.inner.data(), dInner.data());
    auto& dNorm = dAdded;
    widen_.backward(weights, rows, pass.norm.out.data(), dInner.data(), gradients, dNorm.data());
    std::vector<Real> dIn(dStream.size());
    norm_.backward(weights, rows, pass.norm, dNorm.data(), gradients, dIn.data());
    k.addScaled(dIn.size(), Real(1), dIn.data(), dStream.data());
}

template void fillNormal(const Slice&, double, std::vector<float>&, base::Random&);
template void fillNormal(const Slice&, double, std::vector<double>&, base::Random&);
template class Linear<float>;
template class Linear<double>;
template class LayerNorm<float>;
template class LayerNorm<double>;
template class Residual<float>;
template class Residual<double>;
template class FeedForward<float>;
template class FeedForward<double>;

}  // namespace foretaste::nn
