// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/text.h"

namespace foretaste::endpoint {

using Headers = std::vector<std::pair<std::string, std::string>>;

/// A request as it came over the wire, whatever server read it.
struct HttpRequest {
    std::string method, target;  ///< the target still encoded, with its query
    Headers headers;
    std::string body;
    bool isLast = false;  ///< the client wants the connection closed after the answer

    /// The first header of this name in any case; empty where there is none.
    std::string_view header(std::string_view name) const {
        const auto found = std::find_if(headers.begin(), headers.end(), [&](const auto& each) {
            return base::equalsIgnoringCase(each.first, name);
        });
        return found == headers.end() ? std::string_view{} : found->second;
    }
};

struct HttpResponse {
    int status = 200;
    std::string contentType, body;
    Headers headers;
};

/// A request that is not let in: an unmodelled error of the API with its HTTP status.
class Refused : public std::runtime_error {
public:
    Refused(int status, std::string code, const std::string& message)
        : std::runtime_error(message), status_(status), code_(std::move(code)) {}
    int status() const { return status_; }
    const std::string& code() const { return code_; }

private:
    int status_;
    std::string code_;
};

}  // namespace foretaste::endpoint
