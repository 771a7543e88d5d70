// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/experiments/simulator.h"
#include "core/service/members.h"

namespace foretaste::service {

using experiments::SimulatedDay;

/// Exploration policies to be played side by side, on people with known tastes in a world that is
/// the same for everybody (tests/e2e/world.json).
struct SimulationRequest {
    std::vector<std::string> policies;  ///< of simulationPolicies(), each once
    double explorationWeight = 0.3;     ///< of Thompson sampling, what campaigns explore with
    std::int64_t days = 30;
    std::int64_t seed = 1;  ///< of visits and new items: equal seeds, equal days
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("policies", self.policies, Rule{1, 6});
        visit.required("explorationWeight", self.explorationWeight,
                       Rule{.minimum = 0, .maximum = 1});
        visit.required("days", self.days, Rule{.minimum = 1, .maximum = 365});
        visit.required("seed", self.seed, Rule{.minimum = 0});
    }
};

/// "greedy", "epsilon-greedy", ..., "thompson", and "oracle", which knows all tastes.
inline std::vector<std::string> simulationPolicies() {
    return experiments::simulatedPolicies();
}

/// Hears of each day of all policies, in the order of the request, on the thread that plays.
using OnSimulatedDay = std::function<void(const std::vector<SimulatedDay>&)>;

}  // namespace foretaste::service
