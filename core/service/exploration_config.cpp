// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/exploration_config.h"

#include "core/base/text.h"
#include "core/service/state.h"

namespace foretaste::service {

explore::ExplorationConfig explorationOf(const std::map<std::string, std::string>& config) {
    explore::ExplorationConfig exploration;
    for (const auto& [name, text] : config) {
        double value = 0;
        if (!base::parseNumber(text, value))
            failInvalid(
                base::concat("itemExplorationConfig.", name, ": '", text, "' is not a number"));
        if (name == "explorationWeight") {
            if (!(value >= 0 && value <= 1))
                failInvalid(base::concat("itemExplorationConfig.explorationWeight: ", text,
                                         " is not between 0 and 1"));
            exploration.weight = value;
        } else if (name == "explorationItemAgeCutOff") {
            if (!(value > 0))
                failInvalid(base::concat("itemExplorationConfig.explorationItemAgeCutOff: ", text,
                                         " is not a number of days above 0"));
            exploration.itemAgeCutOffDays = value;
        } else {
            failInvalid(base::concat("itemExplorationConfig.", name,
                                     " is not known: use explorationWeight and "
                                     "explorationItemAgeCutOff"));
        }
    }
    return exploration;
}

void requireExploring(const std::map<std::string, std::string>& itemExplorationConfig,
                      const recipes::RecipeFacts& facts, std::string_view where) {
    if (!itemExplorationConfig.empty() && !facts.explores)
        failInvalid(base::concat(where, ".itemExplorationConfig: the recipe ", facts.name,
                                 " does not explore"));
}

void requireInfluenced(const std::map<std::string, double>& rankingInfluence,
                       const recipes::RecipeFacts& facts, std::string_view where) {
    if (!rankingInfluence.empty() && facts.name != "aws-semantic-similarity")
        failInvalid(base::concat(where,
                                 ".rankingInfluence: only the recipe "
                                 "aws-semantic-similarity has it, not ",
                                 facts.name));
}

}  // namespace foretaste::service
