// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/hyperparameter_model.h"

#include "ui/bridge/engine_words.h"
#include "ui/bridge/words.h"

namespace foretaste::pages {

using bridge::text;

std::vector<HyperparameterRow> hyperparameterRows(
    const service::Solution& solution, const std::map<std::string, std::string>& chosen) {
    std::map<std::string, std::string> named;
    if (solution.solutionConfig) {
        named = solution.solutionConfig->algorithmHyperParameters;
        for (const auto& each : solution.solutionConfig->featureTransformationParameters)
            named.insert(each);
    }
    std::vector<HyperparameterRow> rows;
    const auto* recipe = recipes::findRecipe(solution.recipeArn);
    if (!recipe) return rows;
    for (const auto& parameter : recipe->facts().parameters) {
        if (parameter.group == recipes::ParameterGroup::Campaign) continue;
        HyperparameterRow row{text(parameter.name), {}, {}, bridge::spoken(parameter.help)};
        const auto byUser = named.find(parameter.name);
        const auto byEngine = chosen.find(parameter.name);
        if (byUser != named.end()) {
            row.value = text(byUser->second);
            row.decidedBy = HyperparameterModel::tr("You");
        } else {
            row.value = byEngine != chosen.end() ? text(byEngine->second)
                                                 : HyperparameterModel::tr("decided at training");
            row.decidedBy = HyperparameterModel::tr("Engine");
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

HyperparameterModel::HyperparameterModel(QObject* parent)
    : ResourceTableModel(
          {{tr("Setting"), [](const HyperparameterRow& row) { return row.name; }},
           {tr("Value"), [](const HyperparameterRow& row) { return row.value; }},
           {tr("Decided by"), [](const HyperparameterRow& row) { return row.decidedBy; }},
           {tr("What it does"),
            [](const HyperparameterRow& row) { return row.help; },
            false,
            {},
            {},
            [](const HyperparameterRow& row) { return row.help; }}},
          [](const HyperparameterRow& row) { return row.name; }, parent) {}

}  // namespace foretaste::pages
