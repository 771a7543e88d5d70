// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/text.h"

namespace foretaste::endpoint {

/// A request as it came over the wire, whatever server read it.
struct HttpRequest {
    std::string method, target;  ///< the target still encoded, with its query
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;

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
    std::vector<std::pair<std::string, std::string>> headers;
};

}  // namespace foretaste::endpoint
