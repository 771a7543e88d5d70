// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <string>
#include <vector>

#include "core/base/random.h"
#include "core/base/text.h"
#include "core/dataset/training_data.h"
#include "core/recipes/recipe.h"
#include "core/recipes/scoring.h"

namespace foretaste::recipes {

/// A small world with a rule to be found: every user keeps to one genre and goes through its items
/// in their order, round and round, one event an hour; one event in ten is any item.
struct PlantedWorld {
    static constexpr int kGenres = 4, kUsers = 160;
    static constexpr std::int64_t kStart = 1'600'000'000, kHour = 3600;
    int inGenre = 8;    ///< items of a genre
    int steps = 20;     ///< events of a user
    int newcomers = 0;  ///< items a genre that nobody has met
    bool metadata = true;

    int items() const { return kGenres * inGenre; }
    static std::string idOf(int number) { return base::concat("i", number); }
    /// Item `step` (from 0) of a genre.
    std::string itemId(int genre, int step) const {
        return idOf(genre + kGenres * (step % inGenre));
    }
    std::string newcomerId(int genre, int number = 0) const {
        return idOf(items() + number * kGenres + genre);
    }

    store::InteractionTable interactions() const {
        store::InteractionTable table;
        for (int item = 0; item < items(); ++item) table.items.push_back(idOf(item));
        base::Random random(11);
        for (int user = 0; user < kUsers; ++user) {
            table.users.push_back(base::concat("u", user));
            const int begin = static_cast<int>(random.below(static_cast<std::uint32_t>(inGenre)));
            for (int step = 0; step < steps; ++step) {
                const int item =
                    random.below(10) == 0
                        ? static_cast<int>(random.below(static_cast<std::uint32_t>(items())))
                        : user % kGenres + kGenres * ((begin + step) % inGenre);
                table.user.push_back(user);
                table.item.push_back(item);
                table.timestamp.push_back(kStart + step * kHour + user);
            }
        }
        return table;
    }
    store::RecordTable records() const {
        store::RecordTable table;
        store::RecordColumn genre;
        genre.field.name = "GENRE";
        genre.field.categorical = genre.field.nullable = true;
        for (int item = 0; item < items() + kGenres * newcomers; ++item) {
            table.ids.push_back(idOf(item));
            genre.text.push_back(base::concat("Genre", item % kGenres));
        }
        table.columns.push_back(std::move(genre));
        return table;
    }
    dataset::TrainingData data() const {
        const auto items = records();
        return dataset::buildTrainingData(interactions(), metadata ? &items : nullptr, nullptr, {});
    }
};

inline std::vector<std::uint32_t> everyUser(const dataset::TrainingData& data) {
    std::vector<std::uint32_t> users(data.userCount());
    std::iota(users.begin(), users.end(), 0U);
    return users;
}

inline std::unique_ptr<Model> trained(const dataset::TrainingData& data, std::uint64_t seed = 1,
                                      int threads = 1,
                                      std::map<std::string, std::string> hyperparameters = {},
                                      const char* recipe = "aws-user-personalization") {
    hyperparameters.emplace("hidden_dimension", "32");
    const TrainingRequest request{data, everyUser(data), hyperparameters, seed, threads, {}, {}};
    return findRecipe(recipe)->train(request, {}).model;
}

/// A user's state after some events, an hour apart.
inline std::vector<float> stateAfter(const Model& model, const std::vector<std::string>& history) {
    std::vector<float> state(model.stateSize());
    model.start(state);
    std::int64_t time = PlantedWorld::kStart;
    for (const auto& id : history) {
        const auto found = std::find(model.itemIds().begin(), model.itemIds().end(), id);
        const auto item = found == model.itemIds().end()
                              ? -1
                              : static_cast<std::int32_t>(found - model.itemIds().begin());
        model.advance(state, {item, time += PlantedWorld::kHour, -1, store::kNoValue});
    }
    return state;
}

/// The scores of all items after these events.
inline std::vector<float> scoresAfter(const Model& model, const std::vector<std::string>& history) {
    return scoresOf(model, stateAfter(model, history));
}

inline float scoreOf(const Model& model, const std::vector<float>& scores, const std::string& id) {
    const auto found = std::find(model.itemIds().begin(), model.itemIds().end(), id);
    return scores.at(static_cast<std::size_t>(found - model.itemIds().begin()));
}

inline std::string bestOf(const Model& model, const std::vector<float>& scores) {
    const auto best = std::max_element(scores.begin(), scores.end());
    return model.itemIds()[static_cast<std::size_t>(best - scores.begin())];
}

}  // namespace foretaste::recipes
