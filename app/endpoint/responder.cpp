// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/endpoint/responder.h"

#include <QDateTime>
#include <QLocale>

#include "app/endpoint/operations.h"
#include "core/base/arn.h"

namespace foretaste::endpoint {
namespace {

using base::ErrorCode;
using service::Json;

constexpr std::string_view kTargetStart = "AmazonPersonalize.";

std::string_view pathOf(const HttpRequest& request) {
    return std::string_view(request.target).substr(0, request.target.find('?'));
}

bool isControlPlane(const HttpRequest& request) {
    return pathOf(request) == "/";
}

const Operation& operationOf(const HttpRequest& request) {
    const auto path = pathOf(request);
    if (path != "/") {
        for (const auto& each : operations())
            if (each.path == path) return each;
        throw Refused(404, "UnknownOperationException",
                      base::concat("there is no operation at ", path.substr(0, 80)));
    }
    const auto target = request.header("X-Amz-Target");
    // AmazonPersonalize.ListRecipes; the name counts, in its exact spelling.
    if (target.starts_with(kTargetStart))
        for (const auto& each : operations())
            if (each.path == "/" && each.name == target.substr(kTargetStart.size())) return each;
    throw Refused(400, "UnknownOperationException",
                  target.empty() ? std::string("the X-Amz-Target header is missing: this is the "
                                               "endpoint of Amazon Personalize's API, for boto3 "
                                               "and aws-cli")
                                 : base::concat("there is no operation ", target.substr(0, 80)));
}

/// Control-plane errors are all 400; runtime and events tell them apart (api.md 1).
int statusOf(ErrorCode code, bool controlPlane) {
    if (code == ErrorCode::InternalFailure) return 500;
    if (controlPlane) return 400;
    if (code == ErrorCode::ResourceNotFound) return 404;
    if (code == ErrorCode::ResourceInUse) return 409;
    return 400;
}

/// An error in the form that clients of all three services read.
HttpResponse errorResponse(int status, const std::string& code, const std::string& message,
                           bool controlPlane) {
    const Json body{{"__type", code}, {"message", message}};
    return {status,
            controlPlane ? "application/x-amz-json-1.1" : "application/json",
            body.dump(-1, ' ', false, Json::error_handler_t::replace),
            {{"x-amzn-ErrorType", code}}};
}

std::string shortened(const std::string& body) {
    constexpr std::size_t kLogged = 16384;
    return body.substr(0, kLogged);
}

std::string httpDate() {
    return QLocale::c()
        .toString(QDateTime::currentDateTimeUtc(),
                  QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"))
        .toStdString();
}

/// What a web page in this machine's browser could send along: pages of other sites may post to the
/// loopback, and a page whose name was made to resolve to 127.0.0.1 counts as its own site.
void checkNoWebPage(const HttpRequest& request) {
    if (!isLoopbackHost(request.header("Host")))
        throw Refused(403, "AccessDeniedException",
                      "the Host header names another machine: use 127.0.0.1 or localhost");
    if (!request.header("Origin").empty())
        throw Refused(403, "AccessDeniedException", "web pages may not use this endpoint");
}

}  // namespace

bool isLoopbackHost(std::string_view host) {
    const auto colon = host.rfind(':');
    // A colon within the brackets of [::1] is no port's.
    if (colon != std::string_view::npos && host.find(']', colon) == std::string_view::npos) {
        const auto port = host.substr(colon + 1);
        if (port.find_first_not_of("0123456789") != std::string_view::npos) return false;
        host = host.substr(0, colon);
    }
    return base::equalsIgnoringCase(host, "localhost") || host == "127.0.0.1" || host == "[::1]";
}

Responder::Responder(service::Service& service, Options options)
    : service_(service), options_(std::move(options)) {}

HttpResponse Responder::finished(HttpResponse response, Call call,
                                 const base::Stopwatch& watch) const {
    response.headers.emplace_back("Date", httpDate());
    response.headers.emplace_back("x-amzn-RequestId", base::randomUuid());
    if (options_.log) {
        call.atMs = base::nowMs();
        call.status = response.status;
        call.response = shortened(response.body);
        call.milliseconds = watch.milliseconds();
        options_.log(call);
    }
    return response;
}

HttpResponse Responder::refuse(const Refused& refused) const {
    return finished(errorResponse(refused.status(), refused.code(), refused.what(), true), {}, {});
}

HttpResponse Responder::answer(const HttpRequest& request) const {
    const base::Stopwatch watch;
    const bool controlPlane = isControlPlane(request);
    Call call;
    if (options_.log) call.request = shortened(request.body);
    HttpResponse response;
    try {
        checkNoWebPage(request);
        if (request.method != "POST")
            throw Refused(405, "InvalidAction", "all operations are POST requests");
        if (options_.secretOf) verifySignature(request, options_.secretOf, base::nowMs() / 1000);
        const auto& operation = operationOf(request);
        call.operation = operation.name;
        const auto body = request.body.empty() ? Json::object() : service::parseJson(request.body);
        const auto result = operation.call(service_, body);
        response.contentType = controlPlane ? "application/x-amz-json-1.1" : "application/json";
        if (!result.is_null()) response.body = result.dump();
    } catch (const Refused& refused) {
        response = errorResponse(refused.status(), refused.code(), refused.what(), controlPlane);
    } catch (const base::ServiceError& error) {
        response =
            errorResponse(statusOf(error.code(), controlPlane),
                          std::string(base::codeName(error.code())), error.what(), controlPlane);
    } catch (const std::exception& error) {
        response = errorResponse(500, "InternalFailure", error.what(), controlPlane);
    }
    return finished(std::move(response), std::move(call), watch);
}

}  // namespace foretaste::endpoint
