// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "core/service/service.h"
#include "ui/wizards/choice_cards.h"
#include "ui/wizards/refusals.h"

namespace foretaste::wizards {

/// What a dataset of a group holds, as far as training cares.
struct DatasetFacts {
    std::int64_t rows = 0, users = 0;
    schema::Schema schema;  ///< without fields where there is no such dataset
};

/// What a wizard for solutions knows of its group.
struct SolutionSurroundings {
    TakenNames taken;
    bool compatible = false;  ///< the service's minima refuse
    DatasetFacts interactions, items, users;
    QStringList eventTypes;  ///< in the first rows
};

/// To be called in the background. Throws what the service throws.
SolutionSurroundings lookAroundSolutions(service::Service& service, const std::string& groupArn);

/// Every recipe of the service that can still be chosen there, those that can be trained here
/// first.
std::vector<const recipes::RecipeFacts*> offeredRecipes();

/// A recipe as a card, with what it needs held against what the group has.
Choice recipeChoice(const recipes::RecipeFacts& facts, const SolutionSurroundings& group);

/// Columns of a dataset that a model learns from and that can be left out.
QStringList trainedColumns(const DatasetFacts& dataset);

}  // namespace foretaste::wizards
