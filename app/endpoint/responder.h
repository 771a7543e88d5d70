// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "app/endpoint/http_message.h"
#include "app/endpoint/signature.h"
#include "core/base/clock.h"
#include "core/service/service.h"

namespace foretaste::endpoint {

/// One call as the request log shows it.
struct Call {
    std::int64_t atMs = 0;
    std::string operation;  ///< empty: the request named none
    int status = 0;
    double milliseconds = 0;
    std::string request, response;  ///< bodies, at most 16 KiB of each
};

/// Turns requests of the three services (personalize, personalize-runtime, personalize-events) into
/// calls of core/service, and results and errors into their wire forms (api.md, section 1). Knows
/// no sockets. Any thread may call.
class Responder {
public:
    struct Options {
        SecretOf secretOf;                     ///< empty: signatures are not asked for
        std::function<void(const Call&)> log;  ///< may be empty; called on the request's thread
    };
    Responder(service::Service& service, Options options);

    /// Never throws: whatever goes wrong is an answer.
    HttpResponse answer(const HttpRequest& request) const;
    /// The answer to what could not be read as a request.
    HttpResponse refuse(const Refused& refused) const;

private:
    HttpResponse finished(HttpResponse response, Call call, const base::Stopwatch& watch) const;

    service::Service& service_;
    Options options_;
};

/// Whether a Host header names this machine's loopback: a web page that had its own name resolve to
/// 127.0.0.1 would send another.
bool isLoopbackHost(std::string_view host);

}  // namespace foretaste::endpoint
