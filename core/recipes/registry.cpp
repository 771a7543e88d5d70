// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/recipes/popularity_count.h"
#include "core/recipes/recipe_facts.h"
#include "core/recipes/sequence_recipe.h"
#include "core/recipes/similar_items.h"
#include "core/recipes/sims.h"
#include "core/recipes/trending_now.h"

namespace foretaste::recipes {
namespace {

/// A recipe of the service that is not built here: known by name, and honest about it.
class NotBuilt : public Recipe {
public:
    explicit NotBuilt(const RecipeFacts& facts) : facts_(facts) {}
    const RecipeFacts& facts() const override { return facts_; }
    TrainingResult train(const TrainingRequest&, const base::JobContext&) const override {
        refuse();
    }
    std::unique_ptr<Model> update(const Model&, const dataset::TrainingData&,
                                  const base::JobContext&) const override {
        refuse();
    }
    std::unique_ptr<Model> load(const std::filesystem::path&) const override { refuse(); }

private:
    [[noreturn]] void refuse() const {
        std::vector<std::string> built;
        for (const auto& each : recipeFacts())
            if (each.available) built.push_back(each.name);
        throw base::ServiceError(
            base::ErrorCode::InvalidInput,
            base::concat("The recipe ", facts_.name,
                         " is not available here yet. Use one of: ", base::join(built, ", "), "."));
    }
    const RecipeFacts& facts_;
};

std::vector<std::unique_ptr<const Recipe>> makeRecipes() {
    std::vector<std::unique_ptr<const Recipe>> recipes;
    for (const auto& facts : recipeFacts()) {
        if (facts.name == "aws-popularity-count")
            recipes.push_back(std::make_unique<PopularityCount>());
        else if (facts.name == "aws-trending-now")
            recipes.push_back(std::make_unique<TrendingNow>());
        else if (facts.name == "aws-sims")
            recipes.push_back(std::make_unique<Sims>());
        else if (facts.name == "aws-similar-items")
            recipes.push_back(std::make_unique<SimilarItems>());
        else if (facts.available)
            recipes.push_back(std::make_unique<SequenceRecipe>(facts.name));
        else
            recipes.push_back(std::make_unique<NotBuilt>(facts));
    }
    return recipes;
}

}  // namespace

const std::vector<const Recipe*>& allRecipes() {
    static const auto owned = makeRecipes();
    static const auto all = [] {
        std::vector<const Recipe*> pointers;
        for (const auto& recipe : owned) pointers.push_back(recipe.get());
        return pointers;
    }();
    return all;
}

const Recipe* findRecipe(std::string_view nameOrArn) {
    const auto name = nameOrArn.substr(nameOrArn.rfind('/') + 1);  // npos + 1 is 0: a bare name
    for (const auto* recipe : allRecipes())
        if (recipe->facts().name == name) return recipe;
    return nullptr;
}

}  // namespace foretaste::recipes
