// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/recipe.h"

#include "core/service/check.h"
#include "core/service/state.h"

namespace foretaste::service {
namespace {

RecipeDescription describe(const recipes::RecipeFacts& facts) {
    // The day on which the service published the recipe is not kept; the epoch says "always there".
    RecipeDescription recipe;
    recipe.name = facts.name;
    recipe.recipeArn = base::makeServiceArn(base::concat("recipe/", facts.name));
    recipe.algorithmArn = base::makeServiceArn(base::concat("algorithm/", facts.algorithm));
    recipe.status = "ACTIVE";
    recipe.description =
        facts.available ? facts.description
                        : base::concat(facts.description, " Not available in Foretaste yet.");
    recipe.recipeType = recipes::recipeTypeName(facts.type);
    return recipe;
}

}  // namespace

RecipeDescription Service::describeRecipe(std::string_view arn) {
    const auto* recipe = recipes::findRecipe(arn);
    if (!recipe)
        throw base::ServiceError(base::ErrorCode::ResourceNotFound,
                                 base::concat("there is no recipe with the ARN ", arn));
    return describe(recipe->facts());
}

Listing<RecipeDescription> Service::listRecipes(const Page& page) {
    check(page);
    std::int64_t first = 0;
    if (!page.nextToken.empty() && !base::parseNumber(page.nextToken, first))
        throw base::ServiceError(base::ErrorCode::InvalidNextToken,
                                 "nextToken: this is not one that a list has returned");
    const auto& all = recipes::allRecipes();
    const auto end = std::min<std::int64_t>(first + page.maxResults.value_or(100),
                                            static_cast<std::int64_t>(all.size()));
    Listing<RecipeDescription> listing;
    for (std::int64_t i = std::max<std::int64_t>(first, 0); i < end; ++i)
        listing.entries.push_back(describe(all[static_cast<std::size_t>(i)]->facts()));
    if (end < static_cast<std::int64_t>(all.size())) listing.nextToken = std::to_string(end);
    return listing;
}

}  // namespace foretaste::service
