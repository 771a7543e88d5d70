// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/simulation.h"

#include <algorithm>
#include <set>

#include "core/base/parallel.h"
#include "core/experiments/simulator_study.h"
#include "core/service/check.h"
#include "core/service/state.h"

namespace foretaste::service {

void Service::simulate(const SimulationRequest& request, const base::JobContext& job,
                       const OnSimulatedDay& onDay) {
    check(request);
    const auto known = simulationPolicies();
    std::set<std::string> seen;
    std::vector<experiments::PlayedPolicy> policies;
    for (const auto& name : request.policies) {
        if (std::find(known.begin(), known.end(), name) == known.end())
            detail::refuse("policies", name, "there are " + base::join(known, ", "));
        if (!seen.insert(name).second) detail::refuse("policies", name, "it is there twice");
        policies.push_back(experiments::usualPolicy(name, request.explorationWeight));
    }
    const int threads =
        state_->settings.threads > 0 ? state_->settings.threads : base::defaultThreads();
    std::shared_ptr<const experiments::Simulator> simulator;
    {
        std::lock_guard one(state_->simulating);  // who asks meanwhile waits, and gets the same
        if (!state_->simulator)
            state_->simulator = std::make_shared<const experiments::Simulator>(
                experiments::WorldSpec{}, threads, job);
        simulator = state_->simulator;
    }
    simulator->playTogether(policies, static_cast<std::uint64_t>(request.seed),
                            static_cast<int>(request.days), threads, job, onDay);
}

}  // namespace foretaste::service
