// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/recipe.h"

#include "core/service/check.h"
#include "core/service/state.h"
#include "core/service/use_case.h"

namespace foretaste::service {
namespace {

constexpr std::string_view kNotAvailable = " Not available in Foretaste yet.";

RecipeDescription describe(const recipes::RecipeFacts& facts) {
    // The day on which the service published the recipe is not kept; the epoch says "always there".
    RecipeDescription recipe;
    recipe.name = facts.name;
    recipe.recipeArn = base::makeServiceArn(base::concat("recipe/", facts.name));
    recipe.algorithmArn = base::makeServiceArn(base::concat("algorithm/", facts.algorithm));
    if (!facts.featureTransformation.empty())
        recipe.featureTransformationArn = base::makeServiceArn(
            base::concat("feature-transformation/", facts.featureTransformation));
    recipe.status = "ACTIVE";
    recipe.description = facts.description;
    if (!facts.available) recipe.description += kNotAvailable;
    recipe.recipeType = recipes::recipeTypeName(facts.type);
    return recipe;
}

/// By the recipe of the engine that does its work.
RecipeDescription describe(const UseCase& useCase) {
    const auto& facts = recipes::findRecipe(useCase.recipe)->facts();
    auto recipe = describe(facts);
    recipe.name = useCase.name;
    recipe.recipeArn = base::makeServiceArn(base::concat("recipe/", useCase.name));
    recipe.description = useCase.description;
    if (!facts.available) recipe.description += kNotAvailable;
    recipe.domain = useCase.domain;
    return recipe;
}

void addRange(DefaultHyperParameterRanges& ranges, const recipes::Parameter& parameter) {
    using enum recipes::ParameterKind;
    switch (parameter.kind) {
        case Integer:
            ranges.integerHyperParameterRanges.push_back(
                {parameter.name, static_cast<std::int64_t>(parameter.minimum),
                 static_cast<std::int64_t>(parameter.maximum), parameter.tunable});
            break;
        case Real:
            ranges.continuousHyperParameterRanges.push_back(
                {parameter.name, parameter.minimum, parameter.maximum, parameter.tunable});
            break;
        case Boolean:
        case Choice:
            ranges.categoricalHyperParameterRanges.push_back(
                {parameter.name, parameter.choices, parameter.tunable});
            break;
    }
}

[[noreturn]] void failNoSuch(std::string_view noun, std::string_view arn) {
    throw base::ServiceError(base::ErrorCode::ResourceNotFound,
                             base::concat("there is no ", noun, " with the ARN ", arn));
}

}  // namespace

Algorithm Service::describeAlgorithm(std::string_view arn) {
    for (const auto* recipe : recipes::allRecipes()) {
        const auto& facts = recipe->facts();
        const auto itsArn = base::makeServiceArn(base::concat("algorithm/", facts.algorithm));
        if (itsArn != arn) continue;
        Algorithm algorithm;
        algorithm.name = facts.algorithm;
        algorithm.algorithmArn = itsArn;
        for (const auto& parameter : facts.parameters) {
            if (parameter.group != recipes::ParameterGroup::Algorithm) continue;
            algorithm.defaultHyperParameters[parameter.name] = parameter.defaultValue;
            addRange(algorithm.defaultHyperParameterRanges, parameter);
        }
        return algorithm;
    }
    failNoSuch("algorithm", arn);
}

FeatureTransformation Service::describeFeatureTransformation(std::string_view arn) {
    FeatureTransformation transformation;
    // Several recipes share one; not all of them let its parameters be set.
    for (const auto* recipe : recipes::allRecipes()) {
        const auto& facts = recipe->facts();
        if (facts.featureTransformation.empty() || describe(facts).featureTransformationArn != arn)
            continue;
        transformation.name = facts.featureTransformation;
        for (const auto& parameter : facts.parameters)
            if (parameter.group == recipes::ParameterGroup::Featurization)
                transformation.defaultParameters[parameter.name] = parameter.defaultValue;
    }
    if (transformation.name.empty()) failNoSuch("feature transformation", arn);
    transformation.featureTransformationArn = arn;
    transformation.status = "ACTIVE";
    return transformation;
}

RecipeDescription Service::describeRecipe(std::string_view arn) {
    const auto* recipe = recipes::findRecipe(arn);
    if (const auto* useCase = findUseCase(arn)) return describe(*useCase);
    if (!recipe) failNoSuch("recipe", arn);
    return describe(recipe->facts());
}

Listing<RecipeDescription> Service::listRecipes(const ListRecipesRequest& request) {
    check(request);
    std::vector<RecipeDescription> all;
    if (request.domain == Domain::None)
        for (const auto* recipe : recipes::allRecipes()) all.push_back(describe(recipe->facts()));
    for (const auto& useCase : useCases())
        if (request.domain == Domain::None || request.domain == useCase.domain)
            all.push_back(describe(useCase));
    return pageOf(std::move(all), request.page);
}

}  // namespace foretaste::service
