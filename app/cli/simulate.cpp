// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/simulate.h"

#include <algorithm>
#include <cstdio>

#include "app/cli/console_output.h"
#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/parallel.h"
#include "core/base/text.h"
#include "core/experiments/off_policy_study.h"
#include "core/experiments/simulator_study.h"
#include "core/ingest/csv_reader.h"
#include "core/service/codec.h"

namespace foretaste::cli {
namespace {

namespace fs = std::filesystem;
using service::Json;

base::JobContext consoleJob() {
    return {base::StopToken(), [](const base::Progress& progress) {
                if (onTerminal()) std::fprintf(stderr, "\r%s", fitted(progress.phase, 60).c_str());
            }};
}

Json intervalJson(const explore::Interval& interval) {
    return {{"value", interval.value}, {"low", interval.low}, {"high", interval.high}};
}

constexpr const char* kNdcgText =
    "true-taste NDCG@10: gains are the true chances of a click. ndcg_at_10: of the list that the "
    "policy makes of warm items alone; ndcg_at_10_new_as_nothing: of the list shown, new items "
    "gain "
    "nothing and the ideal is of warm items; ndcg_at_10_all_items: all items count";

Json studyJson(const experiments::Study& study, const experiments::WorldSpec& spec,
               const SimulateOptions& options, double trainSeconds) {
    Json json;
    for (const auto& [name, policy] : study.policies) {
        auto& each = json["policies"][name];
        for (const auto& [figure, interval] : policy.means) {
            each[figure] = interval.value;
            each["interval"][figure] = {interval.low, interval.high};
        }
        for (const auto& [figure, interval] : policy.thompsonLess)
            each["thompson_less_this"][figure] = intervalJson(interval);
        each["exploration_weight"] = policy.weight;
        if (policy.strength != 0) each["strength"] = policy.strength;
        for (const auto& [strength, regret] : policy.tuned)
            each["tuning"].push_back({{"strength", strength}, {"regret", regret}});
    }
    if (study.timesFaster.value > 0)
        json["times_faster_to_first_100"] = intervalJson(study.timesFaster);
    json["protocol"] = {
        {"seeds", options.seeds},
        {"days", options.days},
        {"requests", study.requests},
        {"tuning_runs_each", options.tuningRuns},
        {"intervals", "95 %, bootstrap over seeds; differences paired by seed"},
        {"cold_first_100_impressions",
         "requests until the median item that was new on the first day had 100 impressions; all "
         "requests where it never had"},
        {"ndcg", kNdcgText},
        {"model", "one model, trained on the world's past, for all seeds"},
        {"feedback", "lists that were clicked, read as a cascade; no retraining"}};
    json["world"] = service::toJson(spec);
    json["seconds"] = {{"train", trainSeconds}, {"play", study.seconds}};
    return json;
}

void printStudy(const experiments::Study& study) {
    std::printf("%s%12s%12s%14s%10s%12s%14s\n", fitted("policy", 16).c_str(), "regret", "clicks",
                "first 100", "censored", "NDCG@10", "discoverable");
    for (const auto& [name, policy] : study.policies) {
        const auto value = [&](const char* figure, int decimals) {
            return fixed(policy.means.at(figure).value, decimals);
        };
        std::printf("%s%12s%12s%14s%10s%12s%14s\n", fitted(name, 16).c_str(),
                    value("regret", 0).c_str(), value("clicks", 0).c_str(),
                    value("cold_first_100_impressions", 0).c_str(), value("censored", 2).c_str(),
                    value("ndcg_at_10", 4).c_str(), value("discoverable", 1).c_str());
    }
}

/// The impressions of one folder of the Open Bandit data.
std::vector<experiments::Impression> readImpressions(const fs::path& folder) {
    ingest::CsvReader reader(folder / "interactions.csv");
    std::vector<std::string_view> cells;
    std::vector<std::size_t> columns;
    constexpr const char* kNames[] = {"ITEM_ID", "POSITION", "EVENT_TYPE", "PROPENSITY"};
    std::vector<experiments::Impression> impressions;
    while (reader.next(cells)) {
        if (columns.empty()) {
            for (const auto* name : kNames) {
                const auto found = std::find(cells.begin(), cells.end(), name);
                if (found == cells.end())
                    throw base::ServiceError(
                        base::ErrorCode::InvalidInput,
                        base::concat(base::pathText(folder), ": interactions.csv has no column ",
                                     name));
                columns.push_back(static_cast<std::size_t>(found - cells.begin()));
            }
            continue;
        }
        double position = 0, propensity = 0;
        if (cells.size() <= *std::max_element(columns.begin(), columns.end()) ||
            !base::parseNumber(cells[columns[1]], position) ||
            !base::parseNumber(cells[columns[3]], propensity))
            throw base::ServiceError(
                base::ErrorCode::InvalidInput,
                base::concat(base::pathText(folder), ": line ", reader.line(),
                             " of interactions.csv has no number for POSITION or PROPENSITY"));
        impressions.push_back({std::string(cells[columns[0]]), static_cast<int>(position),
                               cells[columns[2]] == "click" ? 1.0 : 0.0, propensity});
    }
    return impressions;
}

int runOffPolicy(const SimulateOptions& options) {
    Json json;
    for (const char* campaign : {"men", "women"}) {
        const auto log = options.offPolicy / base::concat("random_", campaign),
                   target = options.offPolicy / base::concat("bts_", campaign);
        if (!fs::exists(log) || !fs::exists(target)) continue;
        const auto report =
            experiments::estimateFromLog(readImpressions(log), readImpressions(target), 1);
        auto& each = json["campaigns"][campaign];
        each["impressions"] = report.rounds;
        each["random_policy"] = report.logged;
        each["on_policy_truth"] = intervalJson(report.truth);
        for (const auto& [name, estimate] : report.estimators) {
            each["estimators"][name] = intervalJson(estimate.value);
            each["estimators"][name]["effective_sample"] = estimate.effectiveSample;
        }
    }
    if (json.is_null())
        throw base::ServiceError(base::ErrorCode::InvalidInput,
                                 base::concat(base::pathText(options.offPolicy),
                                              " holds no folders random_men and bts_men, nor "
                                              "random_women and bts_women"));
    json["protocol"] =
        "Bernoulli TS by the shares of its own log by item and position, estimated from the random "
        "policy's log; reward: a click; 95 % bootstrap intervals over impressions";
    if (options.json) {
        std::printf("%s\n", json.dump(2).c_str());
        return 0;
    }
    for (const auto& [campaign, each] : json["campaigns"].items()) {
        std::printf("%s: truth %s\n", campaign.c_str(), each["on_policy_truth"].dump().c_str());
        for (const auto& [name, estimate] : each["estimators"].items())
            std::printf("  %s%s\n", fitted(name, 14).c_str(), estimate.dump().c_str());
    }
    return 0;
}

}  // namespace

int runSimulate(const SimulateOptions& options) {
    if (!options.offPolicy.empty()) return runOffPolicy(options);
    const auto spec = options.world.empty()
                          ? experiments::WorldSpec{}
                          : service::fromJson<experiments::WorldSpec>(
                                service::parseJson(base::readFile(options.world)));
    experiments::StudyOptions study;
    study.policies = options.policies;
    study.seeds = options.seeds;
    study.days = options.days;
    study.weight = options.weight;
    study.tuningRuns = options.tuningRuns;
    study.threads = options.threads > 0 ? options.threads : base::defaultThreads();
    const auto job = consoleJob();
    const base::Stopwatch watch;
    const experiments::Simulator simulator(spec, study.threads, job);
    const double trained = watch.seconds();
    const auto result = experiments::runStudy(simulator, study, job);
    if (onTerminal()) std::fprintf(stderr, "\r%s\r", fitted("", 60).c_str());
    if (options.json)
        std::printf("%s\n", studyJson(result, spec, options, trained).dump(2).c_str());
    else
        printStudy(result);
    return 0;
}

}  // namespace foretaste::cli
