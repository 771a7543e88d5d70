// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/adamw.h"

#include <algorithm>

#include "core/kernels/kernels.h"

namespace foretaste::nn {
namespace {

constexpr double kBeta1 = 0.9, kBeta2 = 0.98, kEpsilon = 1e-8;

}  // namespace

void AdamW::step(base::Team& team, const std::vector<std::vector<float>*>& gradients,
                 std::vector<float>& weights, double rate) {
    beta1Power_ *= kBeta1;
    beta2Power_ *= kBeta2;
    const auto& k = kernels::active();
    team.forRange(weights.size(), [&](std::size_t first, std::size_t last, int) {
        const auto count = last - first;
        float* sum = gradients.front()->data() + first;
        for (std::size_t part = 1; part < gradients.size(); ++part) {
            float* each = gradients[part]->data() + first;
            k.addScaled(count, 1.0F, each, sum);
            std::fill_n(each, count, 0.0F);
        }
        k.adamW(count, sum, weights.data() + first, mean_.data() + first, square_.data() + first,
                static_cast<float>(rate), static_cast<float>(kBeta1), static_cast<float>(kBeta2),
                static_cast<float>(kEpsilon), static_cast<float>(rate * decay_),
                static_cast<float>(1 - beta1Power_), static_cast<float>(1 - beta2Power_));
        std::fill_n(sum, count, 0.0F);
    });
}

}  // namespace foretaste::nn
