// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/insights.h"

#include <cstdio>

#include "core/base/arn.h"
#include "core/base/text.h"
#include "core/service/report_codec.h"

namespace foretaste::cli {

int runInsights(service::Service& service, const std::string& arn, bool json) {
    auto insights = *service.dataInsights(service.datasetGroupOf(arn));
    if (base::arnTail(arn).starts_with("dataset/")) {
        const auto type = schema::typeFromName(base::arnName(arn));
        std::erase_if(insights.findings, [&](const auto& each) { return each.dataset != type; });
        std::erase_if(insights.datasets, [&](const auto& each) { return each.type != type; });
        if (type != schema::DatasetType::Interactions) insights.interactions.reset();
    }
    if (json) {
        std::printf("%s\n", service::writeReport(insights).dump(2).c_str());
        return 0;
    }
    for (const auto& each : insights.findings)
        std::printf("%-8s %s%s%s\n         %s\n",
                    std::string(service::enumText(each.severity)).c_str(), each.title.c_str(),
                    each.column.empty() ? "" : ": ", each.column.c_str(), each.text.c_str());
    if (insights.findings.empty()) std::printf("Nothing to mend: the data are fine.\n");
    return 0;
}

}  // namespace foretaste::cli
