// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipes/scoring.h"

#include "core/kernels/kernels.h"

namespace foretaste::recipes {

std::vector<float> scoresOf(const Model& model, std::span<const float> state) {
    const auto table = model.items();
    std::vector<float> query(table.dim), scores(table.bias.begin(), table.bias.end());
    model.query(state, query);
    if (table.dim > 0)
        kernels::active().addScores(table.vectors.data(), table.items, table.dim, query.data(),
                                    scores.data());
    model.addHistory(state, scores);
    return scores;
}

}  // namespace foretaste::recipes
