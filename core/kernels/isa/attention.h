// SPDX-License-Identifier: GPL-3.0-or-later
// A part of isa/unit.cpp: causal attention over one sequence. Queries are taken some rows at a
// time, so that little is computed of what lies above the diagonal.
#pragma once

#include <Eigen/Core>
#include <cmath>
#include <cstddef>

#include "core/kernels/isa/elementwise.h"
#include "core/kernels/isa/rows.h"

namespace foretaste::kernels::FORETASTE_ISA {
namespace {

constexpr std::size_t kQueriesAtOnce = 48;

template <class Real>
using Strided = Eigen::Map<Eigen::Matrix<Real, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>, 0,
                           Eigen::OuterStride<>>;
template <class Real>
using InStrided =
    Eigen::Map<const Eigen::Matrix<Real, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>, 0,
               Eigen::OuterStride<>>;

/// One head's columns of rows `first` to `last` of a matrix with rows of `stride`.
template <class Map, class Pointer>
Map headOf(Pointer matrix, std::size_t first, std::size_t last, std::size_t column,
           std::size_t cols, std::size_t stride) {
    return Map(matrix + first * stride + column, static_cast<Eigen::Index>(last - first),
               static_cast<Eigen::Index>(cols),
               Eigen::OuterStride<>(static_cast<Eigen::Index>(stride)));
}

/// Calls use(head, first, last) for every head and block of queries.
template <class Use>
void forQueries(std::size_t length, std::size_t heads, const Use& use) {
    for (std::size_t head = 0; head < heads; ++head)
        for (std::size_t first = 0; first < length; first += kQueriesAtOnce)
            use(head, first, first + kQueriesAtOnce < length ? first + kQueriesAtOnce : length);
}

template <class Real>
void attentionForward(std::size_t length, std::size_t heads, std::size_t dim, const Real* parts,
                      Real* weights, Real* out) {
    const auto cols = dim / heads;
    const Real scale = Real(1) / std::sqrt(static_cast<Real>(cols));
    forQueries(length, heads, [=](std::size_t head, std::size_t first, std::size_t last) {
        const auto queries =
            headOf<InStrided<Real>>(parts, first, last, head * cols, cols, 3 * dim);
        const auto keys = headOf<InStrided<Real>>(parts, 0, last, dim + head * cols, cols, 3 * dim);
        const auto values =
            headOf<InStrided<Real>>(parts, 0, last, 2 * dim + head * cols, cols, 3 * dim);
        Real* own = weights + head * length * length;
        for (std::size_t row = first; row < last; ++row)
            for (std::size_t col = row + 1; col < last; ++col) own[row * length + col] = 0;
        auto products = headOf<Strided<Real>>(own, first, last, 0, last, length);
        products.noalias() += scale * queries * keys.transpose();
        for (std::size_t row = first; row < last; ++row) {
            Real* w = own + row * length;
            const auto known = row + 1;
            const Real top = largest(known, w);
            for (std::size_t i = 0; i < known; ++i) w[i] = exponentialOf(w[i] - top);
            const Real share = Real(1) / sumOf<Real>(known, [=](std::size_t i) { return w[i]; });
            for (std::size_t i = 0; i < known; ++i) w[i] *= share;
            for (std::size_t i = known; i < length; ++i) w[i] = 0;
        }
        headOf<Strided<Real>>(out, first, last, head * cols, cols, dim).noalias() =
            products * values;
    });
}

template <class Real>
void attentionBackward(std::size_t length, std::size_t heads, std::size_t dim, const Real* parts,
                       const Real* weights, const Real* dOut, Real* dBias, Real* dParts) {
    const auto cols = dim / heads;
    const Real scale = Real(1) / std::sqrt(static_cast<Real>(cols));
    for (std::size_t i = 0; i < length * 3 * dim; ++i) dParts[i] = 0;
    forQueries(length, heads, [=](std::size_t head, std::size_t first, std::size_t last) {
        const auto queryAt = head * cols, keyAt = dim + queryAt, valueAt = 2 * dim + queryAt;
        const auto gradient = headOf<InStrided<Real>>(dOut, first, last, queryAt, cols, dim);
        const auto shares =
            headOf<InStrided<Real>>(weights + head * length * length, first, last, 0, last, length);
        auto products =
            headOf<Strided<Real>>(dBias + head * length * length, first, last, 0, last, length);
        headOf<Strided<Real>>(dParts, 0, last, valueAt, cols, 3 * dim).noalias() +=
            shares.transpose() * gradient;
        products.noalias() =
            gradient * headOf<InStrided<Real>>(parts, 0, last, valueAt, cols, 3 * dim).transpose();
        for (std::size_t row = first; row < last; ++row) {
            const Real* w = weights + (head * length + row) * length;
            Real* d = dBias + (head * length + row) * length;
            const Real mean = sumOf<Real>(row + 1, [=](std::size_t i) { return w[i] * d[i]; });
            for (std::size_t i = 0; i < last; ++i) d[i] = w[i] * (d[i] - mean);
        }
        headOf<Strided<Real>>(dParts, first, last, queryAt, cols, 3 * dim).noalias() +=
            scale * products * headOf<InStrided<Real>>(parts, 0, last, keyAt, cols, 3 * dim);
        headOf<Strided<Real>>(dParts, 0, last, keyAt, cols, 3 * dim).noalias() +=
            scale * products.transpose() *
            headOf<InStrided<Real>>(parts, first, last, queryAt, cols, 3 * dim);
    });
}

}  // namespace
}  // namespace foretaste::kernels::FORETASTE_ISA
