// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bench_serve.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <map>
#include <optional>
#include <thread>

#include "app/cli/bench_compare.h"
#include "app/cli/console_output.h"
#include "core/base/arn.h"
#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/parallel.h"
#include "core/base/text.h"
#include "core/experiments/serving_world.h"
#include "core/filter/checker.h"
#include "core/kernels/kernels.h"
#include "core/service/campaign_runtime.h"

namespace foretaste::cli {
namespace {

using experiments::ClusteredModel;
using service::CampaignRuntime;
using service::Json;

constexpr std::size_t kPlaces = 25, kEvents = 20;
/// Prices lie evenly between 0 and this, so that "PRICE < share of it" passes that share.
constexpr double kPrices = 1000;

/// A filter of the benchmark, by the percentage that it passes.
struct Case {
    std::string name;
    std::optional<filter::Expression> expression;  ///< none: no filter
    std::string text;
};

std::vector<Case> casesOf(const BenchServeOptions& options) {
    std::vector<Case> cases{{"none", {}, {}}};
    if (options.filters)
        for (const auto& [name, limit] :
             {std::pair{"50", "500"}, std::pair{"5", "50"}, std::pair{"0.5", "5"}}) {
            auto text = base::concat("INCLUDE ItemID WHERE Items.PRICE < ", limit);
            auto expression = filter::parse(text);
            cases.push_back({name, std::move(expression), std::move(text)});
        }
    return cases;
}

/// A campaign over generated items, and what it is asked with.
class World {
public:
    explicit World(const BenchServeOptions& options)
        : model_(std::make_shared<ClusteredModel>(
              experiments::ServingWorldShape{.items = options.items, .dim = options.dim})),
          users_(std::max<std::size_t>(1, options.users)) {
        const base::Stopwatch watch;
        book_ = std::make_shared<const service::ItemBook>(
            std::make_shared<const service::RecordIndex>(prices()), noRecords());
        runtime_ = std::make_unique<CampaignRuntime>(
            "bench", std::make_shared<serve::Deployment>(model_, model_->created()),
            explore::ExplorationConfig{}, false, dataset::InteractionFilter{},
            ClusteredModel::kClock, 42,
            CampaignRuntime::Readers{
                [this](std::string_view user, std::size_t) { return historyOf(user); },
                [](std::string_view) { return filter::User{}; }},
            nullptr);
        buildSeconds_ = watch.seconds();
        const auto deployed = runtime_->serving()->deployed;
        if (options.exact || !deployed->wantsIndex()) return;
        const base::Stopwatch indexing;
        deployed->buildIndex({});
        indexSeconds_ = indexing.seconds();
    }

    double buildSeconds() const { return buildSeconds_; }
    /// Of the index: how long it took, and what it found of its own queries; nothing where there
    /// is none.
    Json index() const {
        const auto scan = runtime_->serving()->deployed->scan();
        if (!scan->isIndexed()) return nullptr;
        return {{"build_s", indexSeconds_}, {"own_recall", scan->recall()}};
    }
    const ClusteredModel& model() const { return *model_; }
    CampaignRuntime& runtime() { return *runtime_; }

    std::optional<filter::Selection> select(const Case& of, const service::Serving& serving) {
        if (!of.expression) return std::nullopt;
        const auto compiled =
            serving.filters->of(of.text, book_, [&](const std::string&) { return *of.expression; });
        return compiled->evaluate({});
    }

    /// One request, as the service answers it.
    void ask(const Case& of, std::uint64_t user, serve::StageTimes& times) {
        const auto serving = runtime_->serving();
        std::optional<filter::Selection> selection;
        {
            const serve::StageTimer timer(of.expression ? &times : nullptr, serve::Stage::Filter);
            selection = select(of, *serving);
        }
        const auto answer = runtime_->answer(*serving, userId(user), kPlaces,
                                             runtime_->exploration(), runtime_->nextRequest(),
                                             selection ? &selection->rows : nullptr, &times);
        std::vector<std::int32_t> shown;
        for (const auto& place : answer.items) shown.push_back(place.item);
        runtime_->shown().remember(base::concat("RID-", base::randomUuid()), std::move(shown));
    }

    /// The share of a list without exploration that a plain search in floats finds as well, and how
    /// far the first score is from the exact one, relative to it.
    std::pair<double, double> check(const Case& of, std::uint64_t user) {
        const auto serving = runtime_->serving();
        const auto selection = select(of, *serving);
        const auto* allowed = selection ? &selection->rows : nullptr;
        const auto list =
            runtime_->answer(*serving, userId(user), kPlaces, {.weight = 0}, 0, allowed).items;
        const auto state = runtime_->userState(userId(user));
        const auto table = model_->items();
        std::vector<float> query(table.dim), scores(table.bias.begin(), table.bias.end());
        model_->query(state->state, query);
        kernels::active().addScores(table.vectors.data(), table.items, table.dim, query.data(),
                                    scores.data());
        serve::TopList best(kPlaces);
        double sum = 0;
        for (std::size_t i = 0; i < scores.size(); ++i) {
            sum += std::exp(static_cast<double>(scores[i]));
            if (!allowed || allowed->test(i)) best.offer({static_cast<std::int32_t>(i), scores[i]});
        }
        const auto exact = best.sorted();
        std::size_t found = 0;
        for (const auto& each : exact)
            found += std::any_of(list.begin(), list.end(),
                                 [&](const auto& place) { return place.item == each.item; });
        if (exact.empty()) return {1, 0};
        const double score = std::exp(static_cast<double>(exact[0].score)) / sum;
        return {static_cast<double>(found) / static_cast<double>(exact.size()),
                std::abs(list[0].score / score - 1)};
    }

    std::string userId(std::uint64_t user) const { return base::concat("user-", user % users_); }

private:
    static store::RecordTable noRecords() {
        store::RecordTable table;
        table.columns.push_back({{.name = "PRICE", .type = schema::FieldType::Double}, {}, {}});
        return table;
    }
    store::RecordTable prices() const {
        auto table = noRecords();
        table.ids = model_->itemIds();
        base::Random random(7);
        for (std::size_t i = 0; i < table.ids.size(); ++i)
            table.columns[0].number.push_back(kPrices * random.uniform());
        return table;
    }
    std::vector<store::HistoryEvent> historyOf(std::string_view userId) const {
        double user = 0;
        base::parseNumber(userId.substr(userId.find('-') + 1), user);
        std::vector<store::HistoryEvent> events;
        for (const auto item : model_->historyOf(static_cast<std::uint64_t>(user), kEvents))
            events.push_back({.itemId = model_->itemIds()[static_cast<std::size_t>(item)],
                              .eventType = "view",
                              .timestamp = ClusteredModel::kClock});
        std::reverse(events.begin(), events.end());
        return events;
    }

    std::shared_ptr<const ClusteredModel> model_;
    std::size_t users_;
    std::shared_ptr<const service::ItemBook> book_;
    std::unique_ptr<CampaignRuntime> runtime_;
    double buildSeconds_ = 0, indexSeconds_ = 0;
};

double percentile(std::vector<double> values, double share) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    const auto rank =
        static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size())));
    return values[std::max<std::size_t>(rank, 1) - 1];
}

void putPercentiles(Json& json, const std::vector<double>& ms) {
    json["p50_ms"] = percentile(ms, 0.50);
    json["p95_ms"] = percentile(ms, 0.95);
    json["p99_ms"] = percentile(ms, 0.99);
}

/// One thread asks one request after the other, the filters in turn.
Json oneByOne(World& world, const std::vector<Case>& cases, const BenchServeOptions& options) {
    std::vector<std::vector<double>> ms(cases.size());
    std::array<std::vector<double>, serve::kStageNames.size()> stages;
    for (std::size_t call = 0; call < std::min<std::size_t>(options.users, 1000); ++call) {
        serve::StageTimes unused;  // states are loaded and filters compiled before
        world.ask(cases[call % cases.size()], call, unused);
    }
    const base::Stopwatch whole;
    for (std::size_t call = 0; call < options.calls; ++call) {
        serve::StageTimes times;
        const base::Stopwatch watch;
        world.ask(cases[call % cases.size()], call, times);
        ms[call % cases.size()].push_back(watch.milliseconds());
        for (std::size_t stage = 0; stage < stages.size(); ++stage)
            if (times.ms[stage] > 0) stages[stage].push_back(times.ms[stage]);
    }
    const double seconds = whole.seconds();
    std::vector<double> all;
    Json json;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        putPercentiles(json["by_filter"][cases[i].name], ms[i]);
        all.insert(all.end(), ms[i].begin(), ms[i].end());
    }
    for (std::size_t stage = 0; stage < stages.size(); ++stage)
        putPercentiles(json["by_stage"][serve::kStageNames[stage]], stages[stage]);
    putPercentiles(json, all);
    json["calls"] = options.calls;
    json["requests_per_s"] = static_cast<double>(options.calls) / seconds;
    return json;
}

/// Requests come at a fixed rate whether or not those before are answered; a request's time counts
/// from when it was to come.
Json sustained(World& world, const std::vector<Case>& cases, const BenchServeOptions& options) {
    using Clock = std::chrono::steady_clock;
    const auto count = static_cast<std::size_t>(options.rate * options.seconds);
    const auto threads =
        static_cast<std::size_t>(options.threads > 0 ? options.threads : base::defaultThreads());
    std::vector<double> ms(count);
    std::atomic<std::size_t> next{0};
    const auto start = Clock::now();
    std::vector<std::thread> workers;
    for (std::size_t t = 0; t < threads; ++t)
        workers.emplace_back([&] {
            for (std::size_t call = next++; call < count; call = next++) {
                const auto due =
                    start +
                    std::chrono::duration_cast<Clock::duration>(
                        std::chrono::duration<double>(static_cast<double>(call) / options.rate));
                std::this_thread::sleep_until(due);
                serve::StageTimes times;
                world.ask(cases[call % cases.size()], call, times);
                ms[call] = std::chrono::duration<double, std::milli>(Clock::now() - due).count();
            }
        });
    for (auto& worker : workers) worker.join();
    const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
    Json json;
    json["asked_per_s"] = options.rate;
    json["answered_per_s"] = static_cast<double>(count) / seconds;
    json["threads"] = threads;
    putPercentiles(json, ms);
    return json;
}

void dump(const World& world, const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    const auto write = [&](const char* name, std::span<const float> values) {
        std::ofstream file(folder / name, std::ios::binary);
        file.write(reinterpret_cast<const char*>(values.data()),
                   static_cast<std::streamsize>(values.size_bytes()));
        if (!file.flush())
            throw base::IoError(base::concat("Could not write ", base::pathText(folder / name)));
    };
    const auto& model = world.model();
    const auto table = model.items();
    write("vectors.f32", table.vectors);
    write("bias.f32", table.bias);
    constexpr std::uint64_t kQueries = 1000;
    std::vector<float> queries;
    std::vector<float> state(model.stateSize()), query(table.dim);
    for (std::uint64_t user = 0; user < kQueries; ++user) {
        model.start(state);
        for (const auto item : model.historyOf(user, kEvents)) model.advance(state, {.item = item});
        model.query(state, query);
        queries.insert(queries.end(), query.begin(), query.end());
    }
    write("queries.f32", queries);
}

void say(const Json& json, const char* label) {
    std::printf("%-12s p50 %s ms  p95 %s ms  p99 %s ms\n", label,
                fixed(json["p50_ms"].get<double>(), 3).c_str(),
                fixed(json["p95_ms"].get<double>(), 3).c_str(),
                fixed(json["p99_ms"].get<double>(), 3).c_str());
}

void print(const Json& json) {
    std::printf("%s items of %s numbers, lists of %zu\n",
                base::grouped(json["items"].get<std::int64_t>()).c_str(),
                base::grouped(json["dim"].get<std::int64_t>()).c_str(), kPlaces);
    say(json, "all");
    for (const auto& [name, each] : json["by_filter"].items())
        say(each, name == "none" ? "no filter" : base::concat(name, " % pass").c_str());
    for (const auto& [name, each] : json["by_stage"].items()) say(each, name.c_str());
    std::printf("one by one %s requests/s, recall@25 %s, first score off by %s %% at most\n",
                fixed(json["requests_per_s"].get<double>(), 0).c_str(),
                fixed(json["recall_at_25"].get<double>(), 4).c_str(),
                fixed(100 * json["score_error"].get<double>(), 3).c_str());
    if (const auto load = json.find("sustained"); load != json.end()) {
        std::printf("asked for %s requests/s, answered %s/s\n",
                    fixed((*load)["asked_per_s"].get<double>(), 0).c_str(),
                    fixed((*load)["answered_per_s"].get<double>(), 0).c_str());
        say(*load, "sustained");
    }
    if (const auto& index = json["index"]; !index.is_null())
        std::printf("index in %s s, recall of its own queries %s\n",
                    fixed(index["build_s"].get<double>(), 2).c_str(),
                    fixed(index["own_recall"].get<double>(), 4).c_str());
    std::printf("ready in %s s, at most %s MB\n", fixed(json["build_s"].get<double>(), 2).c_str(),
                fixed(json["rss_mb"].get<double>(), 0).c_str());
}

}  // namespace

int runBenchServe(const BenchServeOptions& options) {
    const auto cases = casesOf(options);
    World world(options);
    if (!options.dump.empty()) dump(world, options.dump);
    auto json = oneByOne(world, cases, options);
    double recall = 0, error = 0;
    const auto checks = std::max<std::size_t>(1, options.checks);
    for (std::size_t i = 0; i < checks; ++i) {
        const auto [found, off] = world.check(cases[i % cases.size()], i);
        recall += found / static_cast<double>(checks);
        error = std::max(error, off);
    }
    json["recall_at_25"] = recall;
    json["score_error"] = error;
    if (options.rate > 0) json["sustained"] = sustained(world, cases, options);
    json["items"] = options.items;
    json["dim"] = options.dim;
    json["users"] = options.users;
    json["young_share"] = experiments::ServingWorldShape{}.youngShare;
    json["kernels"] = kernels::active().name;
    json["build_s"] = world.buildSeconds();
    json["index"] = world.index();
    json["rss_mb"] = static_cast<double>(base::peakMemoryBytes()) / (1024.0 * 1024.0);
    if (!options.compare.empty())
        compareWith(options.compare, {"p50_ms", "p95_ms", "p99_ms", "requests_per_s"}, json);
    if (options.json)
        std::printf("%s\n", json.dump(2).c_str());
    else
        print(json);
    return 0;
}

}  // namespace foretaste::cli
