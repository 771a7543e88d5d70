// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "app/endpoint/signature.h"
#include "core/service/codec.h"

namespace foretaste::endpoint {

inline constexpr std::string_view kKeyId = "FTKAAAAAAAAAAAAAAAAA";
inline constexpr std::string_view kSecret = "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEYxx";

/// Knows one key.
inline std::optional<std::string> secretOf(std::string_view id) {
    return id == kKeyId ? std::optional<std::string>(kSecret) : std::nullopt;
}

/// A request of the control plane, not signed.
inline HttpRequest controlRequest(std::string_view operation, std::string body) {
    return {"POST",
            "/",
            {{"Host", "127.0.0.1:8765"},
             {"X-Amz-Target", base::concat("AmazonPersonalize.", operation)},
             {"Content-Type", "application/x-amz-json-1.1"}},
            std::move(body)};
}

/// A request of personalize-runtime or personalize-events, not signed.
inline HttpRequest pathRequest(std::string path, std::string body) {
    return {"POST",
            std::move(path),
            {{"Host", "127.0.0.1:8765"}, {"Content-Type", "application/json"}},
            std::move(body)};
}

inline HttpRequest signedAt(HttpRequest request, std::int64_t seconds,
                            std::string_view secret = kSecret) {
    request.headers.emplace_back("X-Amz-Date", amazonDate(seconds));
    request.headers.emplace_back("Authorization",
                                 signatureHeader(request, kKeyId, secret, "us-east-1"));
    return request;
}

inline void setHeader(HttpRequest& request, std::string_view name, std::string value) {
    for (auto& [each, old] : request.headers)
        if (each == name) old = std::move(value);
}

inline std::string_view headerOf(const HttpResponse& response, std::string_view name) {
    for (const auto& [each, value] : response.headers)
        if (each == name) return value;
    return {};
}

/// The code of an answer that is an error, as clients of the control plane read it.
inline std::string errorOf(const HttpResponse& response) {
    const auto body = service::parseJson(response.body);
    return body.value("__type", "");
}

}  // namespace foretaste::endpoint
