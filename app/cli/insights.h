// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/service/service.h"

namespace foretaste::cli {

/// Prints what the data of a dataset group say about themselves; the ARN may be one of its
/// datasets', whose findings alone are then shown. Returns the program's exit code.
int runInsights(service::Service& service, const std::string& arn, bool json);

}  // namespace foretaste::cli
