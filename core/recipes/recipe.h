// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/progress.h"
#include "core/dataset/training_data.h"

namespace foretaste::recipes {

enum class RecipeType {
    UserPersonalization,
    PersonalizedRanking,
    RelatedItems,
    PopularItems,
    UserSegmentation,
    PersonalizedActions,
};
std::string_view recipeTypeName(RecipeType type);  ///< "USER_PERSONALIZATION"

enum class ParameterKind { Integer, Real, Boolean, Choice };
enum class ParameterGroup { Algorithm, Featurization, Campaign };

/// One hyperparameter. The table of a recipe makes the wizard's fields, the API's checks, the CLI's
/// help and the manual.
struct Parameter {
    std::string name;
    ParameterKind kind;
    ParameterGroup group;
    std::string defaultValue;  ///< as the service describes it
    double minimum = 0, maximum = 0;
    std::vector<std::string> choices;
    bool tunable = false;
    std::string help;  ///< one sentence for a person
};

/// What is known of a recipe without training it.
struct RecipeFacts {
    std::string name;                   ///< "aws-user-personalization"
    std::string algorithm;              ///< tail of the algorithm's ARN
    std::string featureTransformation;  ///< likewise; empty where the service publishes none
    RecipeType type = RecipeType::UserPersonalization;
    std::string title;        ///< "User personalization"
    std::string description;  ///< plain words, for a card
    bool available = false;   ///< built here; others answer with a clear error
    bool explores = false;    ///< explorationWeight and explorationItemAgeCutOff apply
    bool updates = false;     ///< trainingMode UPDATE
    bool scores = false;      ///< GetRecommendations returns scores
    std::vector<Parameter> parameters;
};

/// One event as a model takes it in.
struct ModelEvent {
    std::int32_t item = -1;       ///< number in the model's catalogue
    std::int64_t timestamp = 0;   ///< epoch seconds
    std::int16_t eventType = -1;  ///< number among the model's event types; -1: none or unknown
    float eventValue = 0;         ///< NaN: none
};

/// The rows that a query is multiplied with: score(i) = query . vector(i) + bias(i), and what
/// Model::history makes of it for single items.
struct ItemTable {
    std::size_t items = 0, dim = 0;
    std::span<const float> vectors;  ///< [items x dim], row-major; empty where dim is 0
    std::span<const float> bias;     ///< [items]
};

/// What having met items before makes of one item's score: keep * score + add.
struct HistoryEffect {
    std::int32_t item = 0;
    float keep = 1, add = 0;

    float operator()(float score) const { return keep * score + add; }
};

/// Items that came after the training, as their metadata predict them.
struct PredictedItems {
    std::vector<float> vectors;  ///< [items x dim], row-major
    std::vector<float> bias;     ///< [items]
};

/// A piece of an item's metadata, and what it adds to the item's score for a query.
struct MetadataPart {
    std::string column;
    std::string category;  ///< empty where the column holds numbers
    double score = 0;      ///< against the average of the column's values
};

/// A trained model: immutable, safe to use from many threads.
class Model {
public:
    virtual ~Model() = default;

    virtual const RecipeFacts& facts() const = 0;
    virtual const std::vector<std::string>& itemIds() const = 0;
    virtual const std::vector<std::string>& eventTypes() const = 0;
    virtual ItemTable items() const = 0;

    /// Floats in a user's state; 0 for recipes that know no user.
    virtual std::size_t stateSize() const = 0;
    /// The state of a user without events.
    virtual void start(std::span<float> state) const = 0;
    /// Takes one event into the state, in time that does not depend on the history's length.
    virtual void advance(std::span<float> state, const ModelEvent& event) const = 0;
    /// The query [dim] that the state stands for.
    virtual void query(std::span<const float> state, std::span<float> query) const = 0;
    /// Which scores the state's history changes, each item at most once; there are as many as a
    /// state remembers events, or as an item has neighbours.
    virtual std::vector<HistoryEffect> history(std::span<const float> state) const = 0;
    /// Applies them to scores [items].
    void addHistory(std::span<const float> state, std::span<float> scores) const {
        for (const auto& effect : history(state)) {
            auto& score = scores[static_cast<std::size_t>(effect.item)];
            score = effect(score);
        }
    }

    /// Prior variance of each dimension of an item vector that was never trained, then of its bias
    /// [dim + 1]: how far trained items lie from what their metadata predict. Empty where the
    /// recipe cannot explore.
    virtual std::span<const float> priorVariance() const = 0;
    /// [items]: interactions that the vector was trained on; 0: it comes from metadata alone.
    virtual std::span<const std::int64_t> evidence() const = 0;

    /// Rows for items that the model does not have; all alike where it knows nothing of metadata.
    virtual PredictedItems predict(const dataset::ItemCatalogue& items) const {
        return {std::vector<float>(items.size() * this->items().dim),
                std::vector<float>(items.size())};
    }

    /// What the metadata of an item, the only one of the catalogue, add to its score; empty where
    /// the recipe reads none.
    virtual std::vector<MetadataPart> metadataParts(const dataset::ItemCatalogue&,
                                                    std::span<const float>) const {
        return {};
    }

    /// Writes one .safetensors file (metadata as JSON in its header). Throws base::IoError.
    virtual void save(const std::filesystem::path& file) const = 0;
};

/// One point of the training curve.
struct TrainingPoint {
    int epoch = 0;
    double loss = 0;            ///< mean cross-entropy, nats
    double validationNdcg = 0;  ///< at 10; NaN where not measured in this epoch
    double seconds = 0;         ///< since the training began
};

struct TrainingRequest {
    const dataset::TrainingData& data;
    std::vector<std::uint32_t> users;  ///< whose events train the model, ascending
    std::map<std::string, std::string> hyperparameters;  ///< checked; those not named are chosen
    std::uint64_t seed = 42;
    int threads = 1;
    std::function<void(const TrainingPoint&)> onPoint;  ///< may be empty
    dataset::Validation validation = dataset::Validation::NewestOfSome;
};

struct TrainingResult {
    std::unique_ptr<Model> model;
    std::map<std::string, std::string>
        chosen;  ///< what the engine decided: "encoder" -> "gru", ...
    std::vector<TrainingPoint> curve;
    int bestEpoch = 0;
};

class Recipe {
public:
    virtual ~Recipe() = default;
    virtual const RecipeFacts& facts() const = 0;
    /// Throws base::Stopped; ServiceError (InvalidInput) where the data cannot train this recipe.
    virtual TrainingResult train(const TrainingRequest& request,
                                 const base::JobContext& job) const = 0;
    /// UPDATE: the same model over a newer catalogue; behaviour is not learnt anew. Throws
    /// ServiceError where the recipe has no such mode.
    virtual std::unique_ptr<Model> update(const Model& base, const dataset::TrainingData& data,
                                          const base::JobContext& job) const = 0;
    virtual std::unique_ptr<Model> load(const std::filesystem::path& file) const = 0;
};

/// Every recipe of the service, those not built yet included (facts().available is false).
const std::vector<const Recipe*>& allRecipes();
/// By name or ARN; null where there is none.
const Recipe* findRecipe(std::string_view nameOrArn);

/// Checks names, types and ranges of hyperparameters against a recipe's table. Throws ServiceError
/// (InvalidInput) naming the parameter, the value and what is allowed.
void checkParameters(const RecipeFacts& facts, const std::map<std::string, std::string>& values,
                     ParameterGroup group);

}  // namespace foretaste::recipes
