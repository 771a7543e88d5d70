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

/// Full softmax cross-entropy of queries [rows x dim] against all items; a few rows at a time, so
/// that memory does not grow with rows x items. Writes dQueries, adds to dItems, returns the sum of
/// the losses in nats. Gradients are those of scale * loss.
template <class Real>
double softmaxLoss(const ItemVectors<Real>& items, std::size_t rows, const Real* queries,
                   const std::int32_t* targets, Real smoothing, Real scale, Real* dQueries,
                   ItemVectors<Real>& dItems);

}  // namespace foretaste::nn
