// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/softmax_head.h"

#include <algorithm>

#include "core/kernels/kernels.h"

namespace foretaste::nn {
namespace {

/// Logits held at once: a few megabytes stay near the second-level cache.
constexpr std::size_t kLogits = std::size_t{1} << 20;
constexpr std::size_t kFewestRows = 16, kMostRows = 256;

}  // namespace

template <class Real>
double softmaxLoss(const ItemVectors<Real>& items, std::size_t rows, const Real* queries,
                   const std::int32_t* targets, LogitChanges<Real>& changes, Real smoothing,
                   Real scale, Real* dQueries, ItemVectors<Real>& dItems) {
    const auto& k = kernels::table<Real>();
    const auto most = std::clamp(kLogits / items.items, kFewestRows, kMostRows);
    std::vector<Real> logits(std::min(most, rows) * items.items);
    changes.gradient.resize(changes.value.size());
    /// Calls use(change, logit) for every change of `n` rows from `first` on.
    const auto forChanges = [&](std::size_t first, std::size_t n, auto use) {
        for (std::size_t row = 0; row < n; ++row)
            for (auto c = changes.offsets[first + row]; c < changes.offsets[first + row + 1]; ++c)
                use(c, logits[row * items.items + changes.item[c]]);
    };
    double loss = 0;
    for (std::size_t first = 0; first < rows; first += most) {
        const auto n = std::min(most, rows - first);
        const Real* q = queries + first * items.dim;
        k.gemmNT(n, items.items, items.dim, q, items.vectors.data(), logits.data(), false);
        forChanges(first, n, [&](auto c, Real& logit) { logit += changes.value[c]; });
        loss += k.softmaxCrossEntropy(n, items.items, logits.data(), items.bias.data(),
                                      targets + first, smoothing, scale, dItems.bias.data());
        forChanges(first, n, [&](auto c, Real& logit) { changes.gradient[c] = logit; });
        k.gemmNN(n, items.dim, items.items, logits.data(), items.vectors.data(),
                 dQueries + first * items.dim, false);
        k.gemmTN(items.items, items.dim, n, logits.data(), q, dItems.vectors.data(), true);
    }
    return loss;
}

template double softmaxLoss<float>(const ItemVectors<float>&, std::size_t, const float*,
                                   const std::int32_t*, LogitChanges<float>&, float, float, float*,
                                   ItemVectors<float>&);
template double softmaxLoss<double>(const ItemVectors<double>&, std::size_t, const double*,
                                    const std::int32_t*, LogitChanges<double>&, double, double,
                                    double*, ItemVectors<double>&);

}  // namespace foretaste::nn
