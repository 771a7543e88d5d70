// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recipes/recipe.h"
#include "core/service/common.h"

namespace foretaste::service {

struct RecipeDescription {
    std::string name, recipeArn, algorithmArn, featureTransformationArn, status, description;
    std::string recipeType;
    Timestamp creationDateTime, lastUpdatedDateTime;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        describeSummary(visit, self);
        visit.optional("algorithmArn", self.algorithmArn);
        visit.optional("featureTransformationArn", self.featureTransformationArn);
        visit.optional("description", self.description);
        visit.required("recipeType", self.recipeType);
    }
    template <class Visitor, class Self>
    static void describeSummary(Visitor& visit, Self& self) {
        visit.required("name", self.name);
        visit.required("recipeArn", self.recipeArn);
        visit.required("status", self.status);
        visit.required("creationDateTime", self.creationDateTime);
        visit.required("lastUpdatedDateTime", self.lastUpdatedDateTime);
    }
};

}  // namespace foretaste::service
