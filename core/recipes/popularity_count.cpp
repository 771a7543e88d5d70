// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipes/popularity_count.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/maths.h"
#include "core/base/text.h"
#include "core/recipes/model_file.h"
#include "core/recipes/recipe_facts.h"

namespace foretaste::recipes {
namespace {

constexpr const char* kName = "aws-popularity-count";

class PopularityModel : public Model {
public:
    PopularityModel(std::vector<std::string> ids, std::vector<std::string> eventTypes,
                    std::vector<std::int64_t> users)
        : ids_(std::move(ids)), eventTypes_(std::move(eventTypes)), users_(std::move(users)) {
        // A softmax over logarithms of counts is the share of each item; nobody counts as half one.
        for (const auto count : users_)
            bias_.push_back(
                static_cast<float>(base::logOf(std::max(0.5, static_cast<double>(count)))));
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
        tensors.addIntegers("users", users_);
        tensors.save(file);
    }

private:
    std::vector<std::string> ids_, eventTypes_;
    std::vector<std::int64_t> users_;  ///< [items]: how many different users
    std::vector<float> bias_;
};

}  // namespace

const RecipeFacts& PopularityCount::facts() const {
    return factsOf(kName);
}

TrainingResult PopularityCount::train(const TrainingRequest& request,
                                      const base::JobContext& job) const {
    const auto& data = request.data;
    std::vector<std::int64_t> users(data.items.size(), 0);
    constexpr std::uint32_t kNobody = ~0U;
    std::vector<std::uint32_t> lastUser(data.items.size(), kNobody);
    for (const auto user : request.users) {
        for (auto event = data.offsets[user]; event < data.offsets[user + 1]; ++event) {
            const auto item = static_cast<std::size_t>(data.item[event]);
            if (lastUser[item] == user) continue;
            lastUser[item] = user;
            ++users[item];
        }
    }
    job.throwIfStopped();
    job.report({.fraction = 1, .phase = "counted"});
    TrainingResult result;
    result.model =
        std::make_unique<PopularityModel>(data.items.ids, data.eventTypes, std::move(users));
    return result;
}

std::unique_ptr<Model> PopularityCount::update(const Model&, const dataset::TrainingData&,
                                               const base::JobContext&) const {
    throw base::ServiceError(base::ErrorCode::InvalidInput,
                             base::concat(kName, " has no training mode UPDATE. Use FULL."));
}

std::unique_ptr<Model> PopularityCount::load(const std::filesystem::path& file) const {
    const auto tensors = openModelFile(file, kName);
    auto ids = tensors.texts("items");
    auto users = tensors.integers("users", ids.size());
    return std::make_unique<PopularityModel>(std::move(ids), tensors.texts("event_types"),
                                             std::move(users));
}

}  // namespace foretaste::recipes
