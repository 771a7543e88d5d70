// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/service.h"

namespace foretaste::cli {

struct ServeOptions {
    int port = 8765;  ///< 0: a free one
    bool noAuth = false;
    bool log = false;  ///< a line for each request on standard error
};

/// Serves the API on 127.0.0.1 until it is interrupted. The first line on standard output names the
/// address. Throws base::IoError where the port is taken.
int runServe(service::Service& service, const ServeOptions& options);

}  // namespace foretaste::cli
