// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <optional>

#include "app/cli/bench_import.h"
#include "app/cli/bench_serve.h"
#include "app/cli/bench_train.h"
#include "app/cli/demo.h"
#include "app/cli/doctor.h"
#include "app/cli/evaluate.h"
#include "app/cli/insights.h"
#include "app/cli/keys.h"
#include "app/cli/reference.h"
#include "app/cli/serve.h"
#include "app/cli/simulate.h"
#include "app/cli/temporary_folder.h"
#include "app/endpoint/operations.h"
#include "app/jobs/thread_pool_executor.h"
#include "core/base/arn.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/service/check.h"
#include "core/service/service.h"
#include "core/service/workspace_script.h"

namespace foretaste::cli {
namespace {

std::string requestText(const std::string& given) {
    if (given == "-")
        return {std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()};
    if (given.starts_with('@')) return base::readFile(base::pathFrom(given.substr(1)));
    return given.empty() ? "{}" : given;
}

/// What became of the jobs that an operation has begun: the API keeps it with each of them, and of
/// rows that an import did not take it says nothing.
void tellJobs(service::Service& service) {
    constexpr std::size_t kLines = 20;
    const auto lines = service.activity(kLines);
    for (const auto& job : service.jobs()) {
        const auto line = std::find_if(lines.begin(), lines.end(),
                                       [&](const auto& each) { return each.arn == job.arn; });
        if (line != lines.end()) std::fprintf(stderr, "note: %s\n", line->text.c_str());
        if (job.kind != service::ResourceKind::DatasetImportJob) continue;
        const auto report = service.importReport(job.arn);
        for (const auto& warning : report.warnings)
            std::fprintf(stderr, "note: %s\n", warning.c_str());
        if (!report.rejectFile.empty())
            std::fprintf(stderr, "note: the rejected rows are in %s\n", report.rejectFile.c_str());
    }
}

int runApi(service::Service& service, const std::string& name, const std::string& request,
           jobs::ThreadPoolExecutor& executor) {
    const auto* operation = endpoint::findOperation(name);
    if (!operation)
        throw base::ServiceError(
            base::ErrorCode::InvalidInput,
            base::concat("'", name, "' is not an operation; `foretaste-cli api --list` shows all"));
    const auto answer = operation->call(service, service::parseJson(requestText(request)));
    // The program ends with the call: what it started in the background is done first.
    executor.wait();
    tellJobs(service);
    if (!answer.is_null()) std::printf("%s\n", answer.dump(2).c_str());
    return 0;
}

int runExportScript(service::Service& service, const std::filesystem::path& file) {
    const auto text = service::workspaceScript(service);
    if (file.empty())
        std::fputs(text.c_str(), stdout);
    else
        base::writeFileAtomically(file, text);
    return 0;
}

/// Errors go where the answer would have gone, in the API's form.
int failed(std::string_view code, std::string_view message) {
    const service::Json error{{"__type", code}, {"message", message}};
    std::printf("%s\n", error.dump(2, ' ', false, service::Json::error_handler_t::replace).c_str());
    return 1;
}

int run(int argc, char** argv) {
    CLI::App app("Foretaste: train, explore and serve recommenders on your own machine");
    app.set_version_flag("--version", std::string("foretaste-cli ") + FORETASTE_VERSION);
    app.require_subcommand(1);
    std::string workspace;
    bool compatible = false;
    int threads = 0;
    app.add_option("--workspace", workspace,
                   "Folder that keeps the data; made where it does not exist");
    app.add_flag("--compatible", compatible,
                 "Refuse below the service's minima instead of warning");
    app.add_option("--threads", threads, "Threads for training; all cores where not given")
        ->check(CLI::PositiveNumber);
    app.fallthrough();

    auto* demo = app.add_subcommand("demo", "The whole walkthrough: import, train, recommend");
    std::string data;
    bool json = false;
    demo->add_option("--data", data,
                     "Folder with interactions.csv [items.csv, users.csv] and *.schema.json; the "
                     "bundled sample where not given")
        ->check(CLI::ExistingDirectory);
    demo->add_flag("--json", json, "Print one JSON object");

    auto* api = app.add_subcommand("api", "One operation of the API: JSON in, JSON out");
    std::string operation, request;
    bool list = false;
    api->add_option("operation", operation, "CreateDatasetGroup, list-recipes, ...");
    api->add_option("request", request, "JSON text, @FILE, or - for standard input");
    api->add_flag("--list", list, "Show the names of all operations");

    auto* evaluate =
        app.add_subcommand("evaluate", "Compare recipes and baselines on one split of your data");
    EvaluateOptions evaluating;
    std::string evaluated, ranks;
    evaluate->add_option("--data", evaluated, "Folder, as for demo")
        ->required()
        ->check(CLI::ExistingDirectory);
    evaluate->add_option("--protocol", evaluating.protocol, "How the data are split")
        ->default_val("users-90-10")
        ->check(CLI::IsMember({"leave-one-out", "users-90-10", "time-split"}));
    evaluate->add_option("--recipe", evaluating.recipes, "A recipe's name; may be repeated");
    evaluate->add_option("--set", evaluating.hyperparameters, "A hyperparameter and its value")
        ->delimiter('=');
    evaluate->add_flag("--ids-only", evaluating.idsOnly, "Leave metadata of items and users out");
    evaluate->add_flag("--keep-seen", evaluating.keepSeen, "Rank items of the history, too");
    evaluate->add_flag("--remove-seen", evaluating.removeSeen, "Do not rank items of the history")
        ->excludes("--keep-seen");
    evaluate->add_option("--seed", evaluating.seed, "Of splits and training");
    evaluate->add_option("--ranks", ranks, "Write the rank of every target to this CSV");
    evaluate->add_flag("--json", evaluating.json, "Print one JSON object");

    auto* bench = app.add_subcommand("bench", "Measure this machine");
    bench->require_subcommand(1);
    auto* benchServe = bench->add_subcommand("serve", "How fast lists come from large catalogues");
    BenchServeOptions measuring;
    std::string earlier, dumped;
    benchServe->add_option("--items", measuring.items, "Of the generated catalogue")
        ->check(CLI::Range(1, 20'000'000));
    benchServe->add_option("--users", measuring.users, "Who ask in turn")
        ->check(CLI::PositiveNumber);
    benchServe->add_option("--dim", measuring.dim, "Numbers of an item's vector")
        ->check(CLI::Range(1, 1024));
    benchServe->add_option("--calls", measuring.calls, "One after the other")
        ->check(CLI::PositiveNumber);
    benchServe->add_flag("--filters", measuring.filters,
                         "Three requests of four with filters that pass 50 %, 5 % and .5 %");
    benchServe->add_flag("--exact", measuring.exact, "Without an index, whatever the size");
    benchServe->add_option("--rate", measuring.rate, "Requests a second of the sustained load; 0: none")
        ->check(CLI::NonNegativeNumber);
    benchServe->add_option("--seconds", measuring.seconds, "Of the sustained load")
        ->check(CLI::PositiveNumber);
    benchServe->add_option("--dump", dumped, "Write vectors and queries into this folder");
    benchServe->add_option("--compare", earlier, "An earlier --json output to compare with")
        ->check(CLI::ExistingFile);
    benchServe->add_flag("--json", measuring.json, "Print one JSON object");
    auto* benchTrain = bench->add_subcommand("train", "Events a second that training goes through");
    BenchTrainOptions benching;
    std::string compared;
    benchTrain
        ->add_option("--shape", benching.shape, "ml-1m, retailrocket, or a folder as for demo")
        ->capture_default_str();
    benchTrain->add_option("--recipe", benching.recipe, "A recipe with a sequence network")
        ->capture_default_str();
    benchTrain->add_option("--seconds", benching.seconds, "How long to train")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    benchTrain->add_option("--compare", compared, "An earlier output, with --json, to compare with")
        ->check(CLI::ExistingFile);
    benchTrain->add_flag("--json", benching.json, "Print one JSON object");

    auto* serve = app.add_subcommand("serve", "The API on 127.0.0.1, for boto3 and aws-cli");
    ServeOptions serving;
    serve->add_option("--port", serving.port, "0 takes a free one")->check(CLI::Range(0, 65535));
    serve->add_flag("--no-auth", serving.noAuth,
                    "Do not ask for signatures: for throwaway use only");
    serve->add_flag("--log", serving.log, "Show every request on standard error");

    auto* keys = app.add_subcommand("keys", "Access keys for clients of serve");
    KeysOptions keyOptions;
    keys->add_option("action", keyOptions.action, "create, list or revoke")
        ->required()
        ->check(CLI::IsMember({"create", "list", "revoke"}));
    keys->add_option("access-key-id", keyOptions.accessKeyId, "Which key to revoke");
    keys->add_option("--note", keyOptions.note, "What the key is for");
    keys->add_flag("--json", keyOptions.json, "Print JSON");

    auto* script = app.add_subcommand(
        "export-script", "A Python program that makes a workspace's resources anew with boto3");
    std::string scriptFile;
    script->add_option("--output", scriptFile, "File to write; standard output where not given");

    auto* insights =
        app.add_subcommand("insights", "What a dataset group's data say about themselves");
    std::string insightsOf;
    insights->add_option("arn", insightsOf, "Of the dataset group, or of one of its datasets")
        ->required();
    insights->add_flag("--json", json, "Print one JSON object, with the series of all charts");

    auto* simulate =
        app.add_subcommand("simulate", "Exploration policies on people with known tastes");
    SimulateOptions simulating;
    std::string worldFile, offPolicy;
    simulate->add_option("--seeds", simulating.seeds, "Runs of each policy, paired by seed")
        ->check(CLI::Range(1, 1000));
    simulate->add_option("--days", simulating.days, "Of each run")->check(CLI::Range(1, 1000));
    simulate->add_option("--policies", simulating.policies, "Which play; all where not given")
        ->delimiter(',');
    simulate->add_option("--weight", simulating.weight, "explorationWeight of Thompson sampling")
        ->check(CLI::Range(0.0, 1.0));
    simulate->add_option("--tuning-runs", simulating.tuningRuns,
                         "Of each policy, on other seeds; 0: strengths as tuned before")
        ->check(CLI::Range(0, 1000));
    simulate->add_option("--world", worldFile, "JSON with the world's numbers")
        ->check(CLI::ExistingFile);
    simulate
        ->add_option("--off-policy", offPolicy,
                     "Estimate Bernoulli TS from the random log of this Open Bandit folder instead")
        ->check(CLI::ExistingDirectory);
    simulate->add_flag("--json", simulating.json, "Print one JSON object");

    auto* benchExplore = bench->add_subcommand(
        "explore", "What exploration costs, and how often off-policy intervals hold");
    BenchExploreOptions exploring;
    benchExplore->add_option("--logs", exploring.logs, "Simulated logs")
        ->check(CLI::PositiveNumber);
    benchExplore->add_option("--items", exploring.items, "Eligible items")
        ->check(CLI::PositiveNumber);
    benchExplore->add_option("--dim", exploring.dim, "Numbers of an item's vector")
        ->check(CLI::PositiveNumber);
    benchExplore->add_flag("--json", exploring.json, "Print one JSON object");

    auto* benchImport =
        bench->add_subcommand("import", "How fast rows go in, beside sqlite3's .import");
    BenchImportOptions importing;
    std::string importedCsv, importFolder, importEarlier;
    benchImport->add_option("--rows", importing.rows, "Of the generated file")
        ->check(CLI::Range(std::int64_t{1}, std::int64_t{1'000'000'000}));
    benchImport->add_option("--csv", importedCsv, "Interactions to import instead")
        ->check(CLI::ExistingFile);
    benchImport->add_option("--folder", importFolder, "Where to work: on the disk to measure")
        ->check(CLI::ExistingDirectory);
    benchImport->add_option("--repeat", importing.repeats, "Imports to take the median of")
        ->check(CLI::PositiveNumber);
    benchImport->add_flag("!--no-put-events", importing.putEvents,
                          "Do not import again while events are put");
    benchImport->add_option("--compare", importEarlier, "An earlier --json output to compare with")
        ->check(CLI::ExistingFile);
    benchImport->add_flag("--json", importing.json, "Print one JSON object");

    auto* doctor = app.add_subcommand("doctor", "Check what the program needs on this machine");

    auto* forShells = app.add_subcommand(
        "reference", "Completions for a shell, or the manual page, made of these options");
    std::string form;
    forShells->add_option("form", form, "What to print")
        ->required()
        ->check(CLI::IsMember({"bash", "zsh", "fish", "man"}));

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }

    if (*doctor) return runDoctor();
    if (*forShells) {
        std::fputs(reference(app, form).c_str(), stdout);
        return 0;
    }
    if (*api && list) {
        for (const auto& each : endpoint::operations()) std::printf("%s\n", each.name.c_str());
        return 0;
    }
    if (*api && operation.empty()) {
        std::fprintf(stderr, "api: name an operation; --list shows all\n");
        return 2;
    }
    for (const auto* command : {api, serve, keys, script, insights})
        if (*command && workspace.empty()) {
            std::fprintf(stderr, "%s: name the workspace's folder with --workspace\n",
                         command->get_name().c_str());
            return 2;
        }

    try {
        if (*evaluate) {
            evaluating.data = base::pathFrom(evaluated);
            evaluating.ranks = base::pathFrom(ranks);
            evaluating.threads = threads;
            return runEvaluate(evaluating);
        }
        if (*simulate) {
            simulating.world = base::pathFrom(worldFile);
            simulating.offPolicy = base::pathFrom(offPolicy);
            simulating.threads = threads;
            return runSimulate(simulating);
        }
        if (*benchImport) {
            importing.csv = base::pathFrom(importedCsv);
            importing.folder = base::pathFrom(importFolder);
            importing.compare = base::pathFrom(importEarlier);
            return runBenchImport(importing);
        }
        if (*benchTrain) {
            benching.compared = base::pathFrom(compared);
            benching.threads = threads;
            return runBenchTrain(benching);
        }
        if (*benchExplore) return runBenchExplore(exploring);
        if (*benchServe) {
            measuring.threads = threads;
            measuring.compare = base::pathFrom(earlier);
            measuring.dump = base::pathFrom(dumped);
            return runBenchServe(measuring);
        }
        if (*keys) return runKeys(base::pathFrom(workspace), keyOptions);
        std::optional<TemporaryFolder> temporary;
        if (workspace.empty()) temporary.emplace();
        jobs::ThreadPoolExecutor executor;
        service::Service service(temporary ? temporary->path() : base::pathFrom(workspace),
                                 executor, {.compatible = compatible, .threads = threads});
        for (const auto& note : service.startupNotes())
            std::fprintf(stderr, "note: %s\n", note.c_str());
        if (*demo) return runDemo(service, {base::pathFrom(data), json});
        if (*serve) return runServe(service, serving);
        if (*script) return runExportScript(service, base::pathFrom(scriptFile));
        if (*insights) return runInsights(service, insightsOf, json);
        return runApi(service, operation, request, executor);
    } catch (const base::ServiceError& error) {
        return failed(base::codeName(error.code()), error.what());
    } catch (const std::exception& error) {
        return failed("InternalFailure", error.what());
    }
}

}  // namespace
}  // namespace foretaste::cli

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    return foretaste::cli::run(argc, argv);
}
