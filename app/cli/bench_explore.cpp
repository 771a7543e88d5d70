// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>

#include "app/cli/console_output.h"
#include "app/cli/simulate.h"
#include "core/base/clock.h"
#include "core/experiments/off_policy_study.h"
#include "core/explore/policy.h"
#include "core/service/codec.h"

namespace foretaste::cli {
namespace {

using service::Json;

/// Vectors, a prior and a query of the sizes asked for.
struct Items {
    std::vector<float> vectors, prior, query;
    std::vector<explore::Candidate> candidates;

    Items(std::size_t count, std::size_t dim) {
        base::Random random(1);
        for (std::size_t i = 0; i < count * dim; ++i)
            vectors.push_back(static_cast<float>(0.1 * random.normal()));
        for (std::size_t d = 0; d < dim; ++d) query.push_back(static_cast<float>(random.normal()));
        prior.assign(dim + 1, 0.02F);
        for (std::size_t i = 0; i < count; ++i) {
            explore::Candidate each;
            each.item = static_cast<std::int32_t>(i);
            each.vector = vectors.data() + i * dim;
            each.young = true;
            candidates.push_back(each);
        }
    }
};

/// Microseconds of an event on a list of 25 with a click in the middle, all items new.
double eventCost(explore::ExplorationPolicy& policy, const Items& items) {
    constexpr int kEvents = 2000;
    constexpr std::size_t kPlaces = 25;
    std::vector<explore::ShownItem> list(std::min(kPlaces, items.candidates.size()));
    const base::Stopwatch watch;
    for (int event = 0; event < kEvents; ++event) {
        for (std::size_t place = 0; place < list.size(); ++place) {
            const auto& each = items.candidates[(static_cast<std::size_t>(event) * 7 + place) %
                                                items.candidates.size()];
            list[place] = {each.item, each.vector, 0, true, each.score};
        }
        policy.learn({items.query, "u", list, 0, list.size() / 2});
    }
    return watch.milliseconds() * 1000 / kEvents;
}

double drawCost(const explore::ExplorationPolicy& policy, Items& items) {
    constexpr int kRequests = 500;
    const std::vector<float> others(25, 2.0F);
    const base::Stopwatch watch;
    for (std::uint64_t request = 0; request < kRequests; ++request)
        policy.explore({items.query, "u", others.size(), 0.3, others}, items.candidates,
                       base::Random(1, request));
    return watch.milliseconds() * 1000 / kRequests;
}

}  // namespace

int runBenchExplore(const BenchExploreOptions& options) {
    Json json;
    json["eligible_items"] = options.items;
    json["dim"] = options.dim;
    for (const auto kind :
         {explore::PolicyKind::Greedy, explore::PolicyKind::EpsilonGreedy,
          explore::PolicyKind::LinUcb, explore::PolicyKind::Ren, explore::PolicyKind::Thompson}) {
        Items items(static_cast<std::size_t>(options.items), static_cast<std::size_t>(options.dim));
        const auto policy = explore::makePolicy(kind, items.prior, 1);
        auto& each = json["policies"][std::string(explore::policyName(kind))];
        each["request_us_before_feedback"] = drawCost(*policy, items);
        each["event_us"] = eventCost(*policy, items);
        each["request_us"] = drawCost(*policy, items);
    }
    const auto study = experiments::coverageStudy(options.logs, options.rounds, 1, {});
    auto& coverage = json["off_policy"];
    coverage["logs"] = study.logs;
    coverage["impressions_each"] = study.rounds;
    coverage["truth"] = study.truth;
    coverage["interval"] = "95 %, normal; snips linearised";
    for (const auto& [name, each] : study.estimators)
        coverage["estimators"][name] = {{"coverage", each.share},
                                        {"mean_error", each.meanError},
                                        {"mean_width", each.meanWidth},
                                        {"effective_sample", each.meanEffectiveSample}};
    if (options.json) {
        std::printf("%s\n", json.dump(2).c_str());
        return 0;
    }
    for (const auto& [name, each] : json["policies"].items())
        std::printf("%s%s us a request with %s eligible items, %s us an event\n",
                    fitted(name, 16).c_str(), fixed(each["request_us"].get<double>(), 1).c_str(),
                    base::grouped(options.items).c_str(),
                    fixed(each["event_us"].get<double>(), 1).c_str());
    for (const auto& [name, each] : study.estimators)
        std::printf("%s95 %% intervals hold the truth in %s %% of %s logs\n",
                    fitted(name, 16).c_str(), fixed(100 * each.share, 1).c_str(),
                    base::grouped(study.logs).c_str());
    return 0;
}

}  // namespace foretaste::cli
