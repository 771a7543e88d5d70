// SPDX-License-Identifier: GPL-3.0-or-later
// Loads the endpoint as many clients would: signed requests at fixed moments over many connections.
#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QTemporaryDir>
#include <algorithm>
#include <cstdio>

#include "app/endpoint/signature.h"
#include "core/base/clock.h"
#include "core/base/file.h"
#include "core/base/random.h"
#include "tests/bench/open_loop.h"
#include "tests/bench/served_workspace.h"

namespace foretaste::bench {
namespace {

using service::Json;

/// Makes the requests of one kind of load.
class Requests {
public:
    Requests(const ServedWorkspace& workspace, const std::string& operation)
        : workspace_(workspace), operation_(operation) {}

    std::string at(std::int64_t number) const {
        base::Random random(1, static_cast<std::uint64_t>(number));
        const auto& user = oneOf(workspace_.userIds, random);
        // Of a mixed load, every fifth request is an event.
        if (operation_ == "recommendations" || (operation_ == "mixed" && number % 5 != 0))
            return recommendationsFor(user);
        return signedRequest("/events", {{"trackingId", workspace_.trackingId},
                                         {"userId", user},
                                         {"sessionId", "session-" + user},
                                         {"eventList",
                                          {{{"eventType", "watch"},
                                            {"itemId", oneOf(workspace_.itemIds, random)},
                                            {"sentAt", workspace_.newest + number / 1000}}}}});
    }

    std::string recommendationsFor(const std::string& user) const {
        return signedRequest(
            "/recommendations",
            {{"campaignArn", workspace_.campaignArn}, {"userId", user}, {"numResults", 25}});
    }

private:
    static const std::string& oneOf(const std::vector<std::string>& ids, base::Random& random) {
        return ids[random.below(static_cast<std::uint32_t>(ids.size()))];
    }

    std::string signedRequest(const std::string& path, const Json& body) const {
        endpoint::HttpRequest request{"POST",
                                      path,
                                      {{"Host", base::concat("127.0.0.1:", workspace_.port)},
                                       {"Content-Type", "application/json"},
                                       {"X-Amz-Date", endpoint::amazonDate(base::nowMs() / 1000)}},
                                      body.dump()};
        request.headers.emplace_back("Authorization",
                                     endpoint::signatureHeader(request, workspace_.accessKeyId,
                                                               workspace_.secret, "us-east-1"));
        auto text = base::concat("POST ", path, " HTTP/1.1\r\n");
        for (const auto& [name, value] : request.headers)
            text += base::concat(name, ": ", value, "\r\n");
        return text +
               base::concat("Content-Length: ", request.body.size(), "\r\n\r\n", request.body);
    }

    const ServedWorkspace& workspace_;
    std::string operation_;
};

/// How many times the figure of an earlier run each measured one is.
Json ratiosTo(const Json& earlier, const Json& report) {
    auto ratios = Json::object();
    for (const auto& [name, value] : report.items())
        if (value.is_number_float() && earlier.value(name, 0.0) > 0)
            ratios[name] = value.get<double>() / earlier.value(name, 0.0);
    return ratios;
}

void print(const Json& report, const Json& ratios) {
    for (const auto& [name, value] : report.items()) {
        const auto figure =
            value.is_number_float() ? base::concat(value.get<double>()) : value.dump();
        const auto ratio =
            ratios.contains(name) ? base::concat("  x ", ratios[name].get<double>()) : "";
        std::printf("%-18s %s%s\n", name.c_str(), figure.c_str(), ratio.c_str());
    }
}

int run(int argc, char** argv) {
    CLI::App app("Open-loop load on the endpoint: latency from the intended time of sending");
    LoadOptions options;
    std::string operation = "recommendations", workspace, data, compare;
    auto cli = QCoreApplication::applicationDirPath().toStdString() + "/foretaste-cli";
    bool json = false;
    app.add_option("--operation", operation, "What is asked for")
        ->check(CLI::IsMember({"recommendations", "events", "mixed"}));
    app.add_option("--rate", options.rate, "Requests a second")->check(CLI::PositiveNumber);
    app.add_option("--seconds", options.seconds, "How long")->check(CLI::PositiveNumber);
    app.add_option("--connections", options.connections, "Held open")->check(CLI::Range(1, 250));
    app.add_option("--workspace", workspace,
                   "One that `foretaste-cli demo` has filled; a fresh one where not given");
    app.add_option("--data", data, "Folder to fill it from instead of the bundled sample");
    std::size_t items = 0;
    app.add_option("--items", items,
                   "Fill the bundled sample up to this many items, most of them met by nobody");
    app.add_option("--cli", cli, "The program to load");
    app.add_option("--compare", compare, "Earlier output of --json to print the ratios to")
        ->check(CLI::ExistingFile);
    app.add_flag("--json", json, "Print one JSON object");
    CLI11_PARSE(app, argc, argv);

    QTemporaryDir grown;
    if (items > 0) {
        data = grown.path().toStdString();
        writeGrownSample(data, items);
    }
    const ServedWorkspace served(cli, workspace, data);
    options.port = served.port;
    const Requests requests(served, operation);
    // Every user's state is built when it is first asked for; that is not what is measured.
    auto warmUp = options;
    warmUp.seconds = static_cast<double>(served.userIds.size()) / options.rate;
    runOpenLoop(warmUp, [&](std::int64_t number) {
        return requests.recommendationsFor(served.userIds[static_cast<std::size_t>(number)]);
    });

    const double cpu = served.cpuSeconds(), resident = served.residentMb();
    // Memory over the run, in ten steps: what leaks goes on growing, what is kept for use does not.
    std::vector<double> residents;
    const auto total = static_cast<std::int64_t>(options.rate * options.seconds);
    const auto result = runOpenLoop(options, [&](std::int64_t number) {
        if (number * 10 / total == static_cast<std::int64_t>(residents.size()))
            residents.push_back(served.residentMb());
        return requests.at(number);
    });
    const double serverShare = (served.cpuSeconds() - cpu) / result.seconds;
    Json report{{"operation", operation},
                {"items", std::max(items, served.itemIds.size())},
                {"connections", options.connections},
                {"rate", options.rate},
                {"requests", result.sent},
                {"failed", result.failed},
                {"requests_per_s", static_cast<double>(result.sent) / result.seconds},
                {"p50_ms", result.percentile(50)},
                {"p95_ms", result.percentile(95)},
                {"p99_ms", result.percentile(99)},
                {"max_ms", result.percentile(100)},
                {"own_cpu_share", result.ownCpuShare},
                {"server_cpu_share", serverShare},
                {"rss_before_mb", resident},
                {"rss_over_time_mb", residents},
                {"rss_mb", served.residentMb()}};
    Json ratios;
    if (!compare.empty())
        ratios = ratiosTo(service::parseJson(base::readFile(base::pathFrom(compare))), report);
    if (!json) {
        print(report, ratios);
        return 0;
    }
    if (!ratios.is_null()) report["ratios"] = ratios;
    std::printf("%s\n", report.dump(2).c_str());
    return 0;
}

}  // namespace
}  // namespace foretaste::bench

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    try {
        return foretaste::bench::run(argc, argv);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "bench_endpoint: %s\n", error.what());
        return 1;
    }
}
