// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/service/common.h"

namespace foretaste::service {

/// A recipe of a domain, which only recommenders use (service.md 3.5): a recipe of the engine,
/// trained on the events that the use case is about.
struct UseCase {
    std::string_view name;  ///< "aws-vod-top-picks"
    Domain domain;
    std::string_view title, description;
    std::string_view recipe;     ///< the engine's
    std::string_view eventType;  ///< of the events that train it; empty: of any type
    std::string_view leavesOut;  ///< event type whose items a user is not shown again
    bool needsItemsDataset = false;
    std::map<std::string, std::string> hyperparameters = {};  ///< other than the recipe's own
};

const std::vector<UseCase>& useCases();
/// By name or ARN; null where there is none.
const UseCase* findUseCase(std::string_view nameOrArn);

}  // namespace foretaste::service
