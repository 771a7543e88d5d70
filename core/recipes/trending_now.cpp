// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipes/trending_now.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/recipes/model_file.h"
#include "core/recipes/popularity_count.h"
#include "core/recipes/recipe_facts.h"

namespace foretaste::recipes {
namespace {

constexpr const char* kName = "aws-trending-now";
constexpr const char* kInterval = "trend_discovery_frequency";

class TrendModel : public Model {
public:
    TrendModel(std::vector<std::string> ids, std::vector<std::string> eventTypes,
               std::vector<std::int64_t> increase, std::vector<std::int64_t> users)
        : ids_(std::move(ids)),
          eventTypes_(std::move(eventTypes)),
          increase_(std::move(increase)),
          users_(std::move(users)) {
        const auto most = users_.empty() ? 0 : *std::max_element(users_.begin(), users_.end());
        for (std::size_t i = 0; i < ids_.size(); ++i)
            bias_.push_back(static_cast<float>(increase_[i]) +
                            static_cast<float>(users_[i]) / static_cast<float>(most + 1));
    }

    const RecipeFacts& facts() const override { return factsOf(kName); }
    const std::vector<std::string>& itemIds() const override { return ids_; }
    const std::vector<std::string>& eventTypes() const override { return eventTypes_; }
    ItemTable items() const override { return {ids_.size(), 0, {}, bias_}; }
    std::size_t stateSize() const override { return 0; }
    void start(std::span<float>) const override {}
    void advance(std::span<float>, const ModelEvent&) const override {}
    void query(std::span<const float>, std::span<float>) const override {}
    std::vector<HistoryEffect> history(std::span<const float>) const override { return {}; }
    std::span<const float> priorVariance() const override { return {}; }
    std::span<const std::int64_t> evidence() const override { return users_; }

    void save(const std::filesystem::path& file) const override {
        auto tensors = newModelFile(kName);
        tensors.addTexts("items", ids_);
        tensors.addTexts("event_types", eventTypes_);
        tensors.addIntegers("increase", increase_);
        tensors.addIntegers("users", users_);
        tensors.save(file);
    }

private:
    std::vector<std::string> ids_, eventTypes_;
    std::vector<std::int64_t> increase_;  ///< [items]: interactions, newest interval less the other
    std::vector<std::int64_t> users_;     ///< [items]: how many different users, ever
    std::vector<float> bias_;
};

std::int64_t secondsOf(const std::string& interval) {
    const auto parts = base::split(interval, ' ');
    double number = 0;
    if (parts.size() == 2 && base::parseNumber(parts[0], number) && number > 0)
        for (const auto& [unit, seconds] :
             {std::pair{"minute", 60.0}, std::pair{"hour", 3600.0}, std::pair{"day", 86400.0}})
            if (parts[1].starts_with(unit)) return static_cast<std::int64_t>(number * seconds);
    throw base::ServiceError(
        base::ErrorCode::InvalidInput,
        base::concat(kInterval, ": '", interval, "' is not a number of minutes, hours or days"));
}

}  // namespace

const RecipeFacts& TrendingNow::facts() const {
    return factsOf(kName);
}

TrainingResult TrendingNow::train(const TrainingRequest& request,
                                  const base::JobContext& job) const {
    const auto& data = request.data;
    const auto given = request.hyperparameters.find(kInterval);
    const auto interval = given != request.hyperparameters.end()
                              ? given->second
                              : facts().parameters.front().defaultValue;
    const auto seconds = secondsOf(interval);
    std::vector<std::int64_t> increase(data.items.size(), 0);
    for (const auto user : request.users)
        for (auto event = data.offsets[user]; event < data.offsets[user + 1]; ++event) {
            const auto ago = data.newest - data.timestamp[event];
            if (ago < 2 * seconds)
                increase[static_cast<std::size_t>(data.item[event])] += ago < seconds ? 1 : -1;
        }
    const auto popular = PopularityCount().train(request, job);
    const auto users = popular.model->evidence();
    TrainingResult result;
    result.chosen[kInterval] = interval;
    result.model =
        std::make_unique<TrendModel>(data.items.ids, data.eventTypes, std::move(increase),
                                     std::vector<std::int64_t>(users.begin(), users.end()));
    return result;
}

std::unique_ptr<Model> TrendingNow::update(const Model&, const dataset::TrainingData&,
                                           const base::JobContext&) const {
    throw base::ServiceError(base::ErrorCode::InvalidInput,
                             base::concat(kName, " has no training mode UPDATE. Use FULL."));
}

std::unique_ptr<Model> TrendingNow::load(const std::filesystem::path& file) const {
    const auto tensors = openModelFile(file, kName);
    auto ids = tensors.texts("items");
    auto increase = tensors.integers("increase", ids.size());
    auto users = tensors.integers("users", ids.size());
    return std::make_unique<TrendModel>(std::move(ids), tensors.texts("event_types"),
                                        std::move(increase), std::move(users));
}

}  // namespace foretaste::recipes
