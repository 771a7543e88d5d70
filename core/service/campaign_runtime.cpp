// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/campaign_runtime.h"

#include <algorithm>

namespace foretaste::service {
namespace {

/// A recurrent state hardly remembers what lies further back.
constexpr std::size_t kHistoryEvents = 200;
constexpr std::size_t kCachedUsers = 20000;
constexpr std::size_t kRememberedLists = 10000;

}  // namespace

CampaignRuntime::CampaignRuntime(std::string datasetGroupArn,
                                 std::shared_ptr<const serve::Deployment> deployed,
                                 explore::ExplorationConfig exploration, bool metadata,
                                 dataset::InteractionFilter filter, std::int64_t clock,
                                 std::uint64_t seed, HistoryReader readHistory)
    : datasetGroupArn_(std::move(datasetGroupArn)),
      deployed_(std::move(deployed)),
      exploration_(exploration),
      metadata_(metadata),
      filter_(std::move(filter)),
      clock_(clock),
      seed_(seed),
      readHistory_(std::move(readHistory)),
      states_([this](std::string_view userId) { return load(userId); }, kCachedUsers),
      counters_(deployed_->size()) {}

serve::UserState CampaignRuntime::load(std::string_view userId) const {
    const auto& model = deployed_->model();
    serve::UserState user;
    user.state.resize(model.stateSize());
    model.start(user.state);
    if (userId.empty() || user.state.empty()) return user;
    auto history = readHistory_(userId, kHistoryEvents);
    std::reverse(history.begin(), history.end());
    for (const auto& event : history) {
        if (!filter_.eventType.empty() && event.eventType != filter_.eventType) continue;
        if (filter_.hasThreshold &&
            !(static_cast<double>(event.eventValue) >= filter_.eventValueThreshold))
            continue;
        const auto item = deployed_->itemNumber(event.itemId);
        if (!item) continue;  // newer than the version: the next training knows it
        model.advance(user.state, {*item, event.timestamp,
                                   deployed_->eventTypeNumber(event.eventType), event.eventValue});
        ++user.events;
    }
    return user;
}

CampaignRuntime::Answer CampaignRuntime::answer(std::string_view userId, std::size_t count,
                                                const explore::ExplorationConfig& exploration,
                                                std::uint64_t request) {
    const auto user = states_.of(userId);
    const auto& model = deployed_->model();
    std::vector<float> query(model.items().dim);
    if (!query.empty()) model.query(user->state, query);
    return {deployed_->rank(query, count, exploration, clock(), counters_,
                            base::Random(seed_, request)),
            user->events > 0};
}

void CampaignRuntime::remember(std::string recommendationId, std::vector<std::string> items) {
    std::lock_guard lock(shownMutex_);
    shownOrder_.push_back(recommendationId);
    shown_[std::move(recommendationId)] = std::move(items);
    if (shownOrder_.size() > kRememberedLists) {
        shown_.erase(shownOrder_.front());
        shownOrder_.pop_front();
    }
}

std::vector<std::string> CampaignRuntime::shownBy(std::string_view recommendationId) {
    std::lock_guard lock(shownMutex_);
    const auto found = shown_.find(recommendationId);
    return found == shown_.end() ? std::vector<std::string>{} : found->second;
}

void CampaignRuntime::advanceClock(std::int64_t timestamp) {
    auto seen = clock_.load();
    while (timestamp > seen && !clock_.compare_exchange_weak(seen, timestamp)) {
    }
}

void CampaignRuntime::countShown(std::string_view clicked, const std::vector<std::string>& list) {
    if (const auto item = deployed_->itemNumber(clicked)) counters_.add(*item);
    for (const auto& id : list)
        if (id != clicked)
            if (const auto item = deployed_->itemNumber(id)) counters_.add(*item);
}

}  // namespace foretaste::service
