// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bench_compare.h"

#include <cstdio>

#include "app/cli/console_output.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"

namespace foretaste::cli {

void compareWith(const std::filesystem::path& file, const std::vector<std::string>& keys,
                 service::Json& json) {
    const auto earlier = service::parseJson(base::readFile(file));
    bool any = false;
    for (const auto& key : keys) {
        if (!earlier.contains(key) || !earlier[key].is_number()) continue;
        any = true;
        const auto then = earlier[key].get<double>(), now = json[key].get<double>();
        const double ratio = then > 0 ? now / then : 0;
        json["compared"][key] = ratio;
        std::fprintf(stderr, "%s: %s, before %s (times %s)\n", key.c_str(), fixed(now, 3).c_str(),
                     fixed(then, 3).c_str(), fixed(ratio, 2).c_str());
    }
    if (!any)
        throw base::ServiceError(base::ErrorCode::InvalidInput,
                                 base::concat("the file ", base::pathText(file),
                                              " is no earlier output of this benchmark"));
}

}  // namespace foretaste::cli
