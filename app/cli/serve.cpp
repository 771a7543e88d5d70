// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/serve.h"

#include <chrono>
#include <csignal>
#include <cstdio>
#include <thread>

#include "app/endpoint/access_keys.h"
#include "app/endpoint/server.h"
#include "core/base/file.h"

namespace foretaste::cli {
namespace {

volatile std::sig_atomic_t interrupted = 0;

void noteInterrupt(int) {
    interrupted = 1;
}

void logLine(const endpoint::Call& call) {
    std::fprintf(stderr, "%-28s %d  %8.2f ms\n",
                 call.operation.empty() ? "(no operation)" : call.operation.c_str(), call.status,
                 call.milliseconds);
}

}  // namespace

int runServe(service::Service& service, const ServeOptions& options) {
    const endpoint::AccessKeys keys(service.workspace());
    endpoint::Responder::Options responding;
    if (!options.noAuth)
        responding.secretOf = [&keys](std::string_view id) { return keys.secretOf(id); };
    if (options.log) responding.log = logLine;
    const endpoint::Responder responder(service, std::move(responding));
    const endpoint::Server server(responder, options.port);

    std::signal(SIGINT, noteInterrupt);
    std::signal(SIGTERM, noteInterrupt);
    std::printf("http://127.0.0.1:%d\n", server.port());
    std::fflush(stdout);
    std::fprintf(stderr,
                 "Serving the workspace %s. Point boto3 and aws-cli here with\n"
                 "  --endpoint-url http://127.0.0.1:%d    (region us-east-1)\n",
                 base::pathText(service.workspace()).c_str(), server.port());
    if (options.noAuth)
        std::fprintf(stderr,
                     "warning: signatures are not checked: whatever runs on this machine may use "
                     "this workspace and, by importing them, read your files\n");
    else if (keys.list().empty())
        std::fprintf(stderr,
                     "There is no access key yet: make one with foretaste-cli keys create\n");
    constexpr auto kBetweenLooks = std::chrono::milliseconds(50);
    while (!interrupted) std::this_thread::sleep_for(kBetweenLooks);
    std::fprintf(stderr, "Stopping.\n");
    return 0;
}

}  // namespace foretaste::cli
