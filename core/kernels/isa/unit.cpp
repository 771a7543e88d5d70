// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled once per instruction set. Nothing of the standard library but <cstddef>, <cmath> and
// <cstdint> may be used here, and everything of ours stays in an unnamed namespace: a function that
// two units share by name would be taken from one of them, and an older processor could not run it.
#include <Eigen/Core>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "core/kernels/isa/attention.h"
#include "core/kernels/isa/elementwise.h"
#include "core/kernels/isa/rows.h"
#include "core/kernels/isa/scan.h"
#include "core/kernels/isa/tables.h"

namespace foretaste::kernels::FORETASTE_ISA {
namespace {

template <class Real>
using Matrix = Eigen::Matrix<Real, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
template <class Real>
using In = Eigen::Map<const Matrix<Real>>;
template <class Real>
using Out = Eigen::Map<Matrix<Real>>;

Eigen::Index index(std::size_t n) {
    return static_cast<Eigen::Index>(n);
}

template <class Real, class Product>
void assign(Out<Real> c, const Product& product, bool accumulate) {
    if (accumulate)
        c.noalias() += product;
    else
        c.noalias() = product;
}

template <class Real>
void gemmNN(std::size_t m, std::size_t n, std::size_t k, const Real* a, const Real* b, Real* c,
            bool accumulate) {
    assign<Real>(Out<Real>(c, index(m), index(n)),
                 In<Real>(a, index(m), index(k)) * In<Real>(b, index(k), index(n)), accumulate);
}

template <class Real>
void gemmNT(std::size_t m, std::size_t n, std::size_t k, const Real* a, const Real* b, Real* c,
            bool accumulate) {
    assign<Real>(Out<Real>(c, index(m), index(n)),
                 In<Real>(a, index(m), index(k)) * In<Real>(b, index(n), index(k)).transpose(),
                 accumulate);
}

template <class Real>
void gemmTN(std::size_t m, std::size_t n, std::size_t k, const Real* a, const Real* b, Real* c,
            bool accumulate) {
    assign<Real>(Out<Real>(c, index(m), index(n)),
                 In<Real>(a, index(k), index(m)).transpose() * In<Real>(b, index(k), index(n)),
                 accumulate);
}

template <class Real>
constexpr Table<Real> tableNamed(const char* name) {
    return {name,
            gemmNN<Real>,
            gemmNT<Real>,
            gemmTN<Real>,
            addScores<Real>,
            addScaled<Real>,
            multiply<Real>,
            addToRows<Real>,
            addColumnSums<Real>,
            exponential<Real>,
            hyperbolicTangent<Real>,
            sumExp<Real>,
            gruForward<Real>,
            gruBackward<Real>,
            siluForward<Real>,
            siluBackward<Real>,
            addWeighted<Real>,
            addProductSums<Real>,
            blendForward<Real>,
            blendBackward<Real>,
            attentionForward<Real>,
            attentionBackward<Real>,
            layerNormForward<Real>,
            layerNormBackward<Real>,
            softmaxCrossEntropy<Real>,
            adamW<Real>,
            addScoresOf<Real>,
            scanBlock};
}

}  // namespace

#define FORETASTE_TEXT_OF(token) #token
#define FORETASTE_TEXT(token) FORETASTE_TEXT_OF(token)
constexpr Table<float> kTable = tableNamed<float>(FORETASTE_TEXT(FORETASTE_ISA));
#if defined(FORETASTE_WITH_REFERENCE)
constexpr Table<double> kReference = tableNamed<double>("reference");
#endif

}  // namespace foretaste::kernels::FORETASTE_ISA
