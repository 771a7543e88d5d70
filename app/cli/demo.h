// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "core/service/service.h"

namespace foretaste::cli {

struct DemoOptions {
    std::filesystem::path data;  ///< folder with interactions.csv [items.csv, users.csv] and their
                                 ///< *.schema.json; empty: the bundled sample
    bool json = false;
};

/// The whole walkthrough without a display: data in, two recipes trained and compared, a campaign,
/// recommendations, exploration at both ends, an event, an update, a new version deployed. Prints
/// what it finds on standard output; returns the exit code.
int runDemo(service::Service& service, const DemoOptions& options);

}  // namespace foretaste::cli
