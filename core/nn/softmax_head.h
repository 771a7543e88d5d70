// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace foretaste::nn {

/// Vectors [items x dim] and biases [items] of all items that compete for the softmax.
template <class Real>
struct ItemVectors {
    std::size_t items = 0, dim = 0;
    std::vector<Real> vectors, bias;

    ItemVectors() = default;
    ItemVectors(std::size_t itemCount, std::size_t width)
        : items(itemCount), dim(width), vectors(itemCount * width), bias(itemCount) {}
};

/// What is added to single logits: those of row r are offsets[r] .. offsets[r + 1].
template <class Real>
struct LogitChanges {
    std::vector<std::uint64_t> offsets{0};
    std::vector<std::uint32_t> item;
    std::vector<Real> value;
    std::vector<Real> gradient;  ///< written by softmaxLoss
};

/// Full softmax cross-entropy of queries [rows x dim] against all items; a few rows at a time, so
/// that memory does not grow with rows x items. Writes dQueries, adds to dItems, returns the sum of
/// the losses in nats. Gradients are those of scale * loss.
template <class Real>
double softmaxLoss(const ItemVectors<Real>& items, std::size_t rows, const Real* queries,
                   const std::int32_t* targets, LogitChanges<Real>& changes, Real smoothing,
                   Real scale, Real* dQueries, ItemVectors<Real>& dItems);

}  // namespace foretaste::nn
