// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/parallel.h"

namespace foretaste::nn {

/// AdamW (Loshchilov, Hutter 2019) over one flat array of weights.
class AdamW {
public:
    explicit AdamW(std::size_t count, double decay = 0)
        : mean_(count, 0.0F), square_(count, 0.0F), decay_(decay) {}

    /// Sums the parts' gradients in their order into the first, moves the weights against it, and
    /// leaves the gradients of all parts at 0.
    void step(base::Team& team, const std::vector<std::vector<float>*>& gradients,
              std::vector<float>& weights, double rate);

private:
    std::vector<float> mean_, square_;
    double decay_;
    double beta1Power_ = 1, beta2Power_ = 1;
};

}  // namespace foretaste::nn
