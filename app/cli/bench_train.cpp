// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bench_train.h"

#include <algorithm>
#include <cstdio>
#include <numeric>

#include "app/cli/console_output.h"
#include "app/cli/data_folder.h"
#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/maths.h"
#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/base/text.h"
#include "core/kernels/kernels.h"
#include "core/recipes/recipe_facts.h"
#include "core/recipes/sequence_trainer.h"
#include "core/service/codec.h"

namespace foretaste::cli {
namespace {

using service::Json;

/// The sizes of a published set: users' histories are `shortest` long and, on average, `longest`
/// more, geometrically.
struct Shape {
    const char* name;
    int users, items;
    double shortest, more;
};
constexpr Shape kShapes[] = {{"ml-1m", 6040, 3416, 20, 145.5},
                             {"retailrocket", 316'000, 36'968, 2, 1.5}};

/// Items by Zipf's law, an hour between events.
dataset::TrainingData generated(const Shape& shape, std::uint64_t seed) {
    base::Random random(seed);
    store::InteractionTable table;
    for (int user = 0; user < shape.users; ++user) table.users.push_back(base::concat('u', user));
    for (int item = 0; item < shape.items; ++item) table.items.push_back(base::concat('i', item));
    const double range = base::logOf(static_cast<double>(shape.items) + 1);
    for (int user = 0; user < shape.users; ++user) {
        const auto length =
            static_cast<int>(shape.shortest - shape.more * base::logOf(1 - random.uniform()));
        for (int event = 0; event < length; ++event) {
            const auto item = static_cast<int>(base::expOf(random.uniform() * range)) - 1;
            table.user.push_back(user);
            table.item.push_back(std::min(item, shape.items - 1));
            table.timestamp.push_back(1'600'000'000 + event * 3600);
        }
    }
    return dataset::buildTrainingData(table, nullptr, nullptr, {});
}

dataset::TrainingData dataOf(const BenchTrainOptions& options) {
    for (const auto& shape : kShapes)
        if (options.shape == shape.name) return generated(shape, options.seed);
    const auto folder = base::pathFrom(options.shape);
    if (!std::filesystem::is_directory(folder))
        throw base::ServiceError(
            base::ErrorCode::InvalidInput,
            base::concat("--shape: '", options.shape,
                         "' is neither ml-1m nor retailrocket nor a data folder"));
    return readDataFolder(folder, true);
}

/// Products and sums a second in large matrix products, in 10^9, on all threads together.
double gemmPeak(base::Team& team) {
    constexpr std::size_t kSide = 512;
    constexpr double kSeconds = 0.5, kFlops = 2.0 * kSide * kSide * kSide;
    std::vector<double> rates(static_cast<std::size_t>(team.size()));
    team.run([&](int part) {
        const std::vector<float> a(kSide * kSide, 0.5F), b(kSide * kSide, 0.25F);
        std::vector<float> c(kSide * kSide);
        base::Stopwatch watch;
        double done = 0;
        do {
            kernels::active().gemmNN(kSide, kSide, kSide, a.data(), b.data(), c.data(), false);
            done += kFlops;
        } while (watch.seconds() < kSeconds);
        rates[static_cast<std::size_t>(part)] = done / watch.seconds() / 1e9;
    });
    return std::accumulate(rates.begin(), rates.end(), 0.0);
}

Json measured(const BenchTrainOptions& options) {
    const auto& facts = recipes::factsOf(options.recipe);
    if (!facts.available || (facts.type != recipes::RecipeType::UserPersonalization &&
                             facts.type != recipes::RecipeType::PersonalizedRanking))
        throw base::ServiceError(
            base::ErrorCode::InvalidInput,
            base::concat("--recipe: ", options.recipe, " has no sequence network to measure"));
    const int threads = options.threads > 0 ? options.threads : base::defaultThreads();
    base::Team team(threads);
    const double peakBefore = gemmPeak(team);
    const auto data = dataOf(options);
    std::vector<std::uint32_t> users(data.userCount());
    std::iota(users.begin(), users.end(), 0U);
    const recipes::TrainingRequest request{data, users, {}, options.seed, threads, {}, {}};
    recipes::SequenceTrainer trainer(request, recipes::planFor(options.recipe, data, users, {}),
                                     {});
    const auto speed = trainer.measure(options.seconds);
    // The machine may be busier now than before: the mean of both is what it could have done.
    const double peak = (peakBefore + gemmPeak(team)) / 2;

    const double gflops = 2 * speed.costs.multiplications / speed.seconds / 1e9;
    const auto& costs = speed.costs;
    Json json{{"shape", options.shape},
              {"recipe", options.recipe},
              {"threads", threads},
              {"users", data.userCount()},
              {"items", data.items.size()},
              {"events", data.eventCount()},
              {"steps", speed.steps},
              {"seconds", speed.seconds},
              {"events_per_s", static_cast<double>(speed.events) / speed.seconds},
              {"gflops", gflops},
              {"gemm_peak_gflops", peak},
              {"share_of_peak", gflops / peak},
              {"peak_rss_mb", static_cast<double>(base::peakMemoryBytes()) / (1024.0 * 1024.0)},
              {"chosen", speed.chosen}};
    json["share_of_time"] = {
        {"forward", costs.forward / speed.seconds},
        {"softmax", costs.softmax / speed.seconds},
        {"backward", costs.backward / speed.seconds},
        {"packing_and_updates",
         1 - (costs.forward + costs.softmax + costs.backward) / speed.seconds}};
    return json;
}

/// How many times as much as in the earlier output.
Json comparedWith(const std::filesystem::path& file, const Json& now) {
    const auto before = service::parseJson(base::readFile(file));
    Json ratios;
    for (const auto* name :
         {"events_per_s", "gflops", "gemm_peak_gflops", "share_of_peak", "peak_rss_mb"}) {
        if (!before.contains(name) || !before[name].is_number())
            throw base::ServiceError(base::ErrorCode::InvalidInput,
                                     base::concat("--compare: ", base::pathText(file),
                                                  " is not an output of bench train --json: it "
                                                  "has no ",
                                                  name));
        ratios[name] = now[name].get<double>() / before[name].get<double>();
    }
    return ratios;
}

void print(const Json& json) {
    const auto number = [&](const char* name, int decimals) {
        return fixed(json.at(name).get<double>(), decimals);
    };
    std::printf("%s on %s, %d threads\n", json["recipe"].get<std::string>().c_str(),
                json["shape"].get<std::string>().c_str(), json["threads"].get<int>());
    std::printf("%s events/s, %s GFLOP/s: %s of the %s that matrix products reach here\n",
                number("events_per_s", 0).c_str(), number("gflops", 1).c_str(),
                number("share_of_peak", 2).c_str(), number("gemm_peak_gflops", 1).c_str());
    for (const auto& [stage, share] : json["share_of_time"].items())
        std::printf("  %s %s\n", fitted(stage, 20).c_str(), fixed(share.get<double>(), 2).c_str());
    std::printf("%s MB at most\n", number("peak_rss_mb", 0).c_str());
    if (json.contains("compared"))
        for (const auto& [name, ratio] : json["compared"].items())
            std::printf("  %s %s times\n", fitted(name, 20).c_str(),
                        fixed(ratio.get<double>(), 2).c_str());
}

}  // namespace

int runBenchTrain(const BenchTrainOptions& options) {
    auto json = measured(options);
    if (!options.compared.empty()) json["compared"] = comparedWith(options.compared, json);
    if (options.json)
        std::printf("%s\n", json.dump(2).c_str());
    else
        print(json);
    return 0;
}

}  // namespace foretaste::cli
