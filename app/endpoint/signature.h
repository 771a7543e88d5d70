// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "app/endpoint/http_message.h"

namespace foretaste::endpoint {

/// The secret of an access key id; empty where there is no such key.
using SecretOf = std::function<std::optional<std::string>(std::string_view accessKeyId)>;

/// Checks the Signature Version 4 of a request: header form, signing name `personalize`, any
/// region, at most 15 minutes off `nowSeconds` (Unix time). Equal requests within a second carry
/// equal signatures, so nothing is remembered. Throws Refused with what is wrong.
void verifySignature(const HttpRequest& request, const SecretOf& secretOf, std::int64_t nowSeconds);

/// The Authorization header for a request whose Host and X-Amz-Date headers are set: what a client
/// sends, for the load generator and for tests.
std::string signatureHeader(const HttpRequest& request, std::string_view accessKeyId,
                            std::string_view secret, std::string_view region);

/// "20261125T014227Z".
std::string amazonDate(std::int64_t seconds);

}  // namespace foretaste::endpoint
