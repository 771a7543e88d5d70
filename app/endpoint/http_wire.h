// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/endpoint/http_message.h"

namespace foretaste::endpoint {

/// Cuts what a connection sends into HTTP/1.1 requests (RFC 9112). It is strict, and nothing is
/// read after a request that is refused: bytes that can be read in two ways are how a request is
/// smuggled past the checks of another. Bodies come with a Content-Length, as every AWS SDK sends
/// it.
class HttpReader {
public:
    static constexpr std::size_t kMostHeadBytes = 32U << 10U;  ///< request line and headers
    static constexpr std::size_t kMostBodyBytes = 1U << 20U;

    void take(std::string_view bytes) { buffer_ += bytes; }
    /// The next request, or none while bytes are missing. Throws Refused where what came is no
    /// request, or one too large.
    std::optional<HttpRequest> next();
    /// Nothing of a next request has come yet.
    bool isIdle() const { return buffer_.empty() && !head_; }
    /// True once for a client that waits for "100 Continue" before it sends the body.
    bool asksToContinue();

private:
    std::string buffer_;
    std::optional<HttpRequest> head_;  ///< of a request whose body is still coming
    std::size_t bodyBytes_ = 0;
    bool expectsContinue_ = false;
};

/// The bytes of an answer. `isLast`: the connection is closed after it.
std::string wireForm(const HttpResponse& response, bool isLast);

}  // namespace foretaste::endpoint
