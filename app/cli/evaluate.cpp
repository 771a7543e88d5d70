// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/evaluate.h"

#include <cstdio>

#include "app/cli/console_output.h"
#include "app/cli/data_folder.h"
#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/parallel.h"
#include "core/base/text.h"
#include "core/experiments/leaderboard.h"
#include "core/ingest/csv_reader.h"
#include "core/service/codec.h"

namespace foretaste::cli {
namespace {

namespace fs = std::filesystem;
using service::Json;

dataset::Split splitBy(const std::string& protocol, const dataset::TrainingData& data,
                       std::uint64_t seed) {
    if (protocol == "leave-one-out") return dataset::leaveOneOut(data);
    if (protocol == "time-split") return dataset::byTime(data);
    return dataset::heldOutUsers(data, seed);
}

void writeRanks(const fs::path& file, const dataset::TrainingData& data,
                const dataset::Split& split, const experiments::Leaderboard& board) {
    std::string csv = "recipe,user,item,rank\n";
    for (const auto& row : board.rows) {
        std::size_t next = 0;
        for (const auto& question : split.questions)
            for (auto event = question.inputEnd; event < question.truthEnd; ++event)
                csv += base::concat(
                    row.name, ',', ingest::csvCell(data.users[question.user]), ',',
                    ingest::csvCell(data.items.ids[static_cast<std::size_t>(data.item[event])]),
                    ',', row.ranks[next++], '\n');
    }
    base::writeFileAtomically(file, csv);
}

void printTable(const experiments::Leaderboard& board) {
    constexpr const char* kShown[] = {"hr_at_10", "ndcg_at_10", "mrr_at_10", "recall_at_20",
                                      "ndcg_at_20"};
    std::printf("%s\n\n%s", board.protocol.text().c_str(), fitted("", 30).c_str());
    for (const auto* name : kShown) std::printf("%-16s", name);
    std::printf("%s\n", "seconds");
    for (const auto& row : board.rows) {
        std::printf("%s", fitted(row.name, 30).c_str());
        for (const auto* name : kShown) {
            const auto& metric = row.metrics.at(name);
            std::printf(
                "%-16s",
                base::concat(fixed(metric.value, 4), " ±", fixed(metric.halfWidth, 4)).c_str());
        }
        std::printf(" %s\n", row.baseline ? "" : fixed(row.trainSeconds, 1).c_str());
    }
}

void printJson(const EvaluateOptions& options, const experiments::Leaderboard& board) {
    Json json;
    json["protocol"] = {{"name", options.protocol},      {"split", board.protocol.split},
                        {"ties", board.protocol.ties},   {"seen_items", board.protocol.seenItems},
                        {"users", board.protocol.users}, {"items", board.protocol.items},
                        {"seed", board.protocol.seed},   {"ids_only", options.idsOnly}};
    for (const auto& row : board.rows) {
        auto& each = json["recipes"][row.name];
        for (const auto& [name, metric] : row.metrics) each[name] = metric.value;
        for (const auto& [name, metric] : row.metrics) each["interval"][name] = metric.halfWidth;
        if (row.baseline) continue;
        each["train_s"] = row.trainSeconds;
        each["chosen"] = row.chosen;
    }
    json["peak_rss_mb"] = static_cast<double>(base::peakMemoryBytes()) / (1024.0 * 1024.0);
    std::printf("%s\n", json.dump(2).c_str());
}

}  // namespace

int runEvaluate(const EvaluateOptions& options) {
    const auto data = readDataFolder(options.data, options.idsOnly);
    const auto split = splitBy(options.protocol, data, options.seed);
    experiments::LeaderboardOptions comparing;
    comparing.recipes = options.recipes;
    if (comparing.recipes.empty()) comparing.recipes = {"aws-user-personalization"};
    comparing.hyperparameters = options.hyperparameters;
    comparing.removeSeen =
        options.removeSeen || (options.protocol == "leave-one-out" && !options.keepSeen);
    comparing.seed = options.seed;
    comparing.threads = options.threads > 0 ? options.threads : base::defaultThreads();
    const base::JobContext job(base::StopToken(), [](const base::Progress& progress) {
        if (onTerminal()) std::fprintf(stderr, "\r%s", fitted(progress.phase, 60).c_str());
    });
    const auto board = experiments::compareRecipes(data, split, comparing, job);
    if (onTerminal()) std::fprintf(stderr, "\r%s\r", fitted("", 60).c_str());
    if (!options.ranks.empty()) writeRanks(options.ranks, data, split, board);
    if (options.json)
        printJson(options, board);
    else
        printTable(board);
    return 0;
}

}  // namespace foretaste::cli
