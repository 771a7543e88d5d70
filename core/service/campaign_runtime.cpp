// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/campaign_runtime.h"

#include <algorithm>

namespace foretaste::service {
namespace {

/// A recurrent state hardly remembers what lies further back.
constexpr std::size_t kHistoryEvents = 200;
constexpr std::size_t kCachedUsers = 20000;
constexpr std::size_t kCachedFilterUsers = 2000;
constexpr std::size_t kRememberedLists = 10000;

std::shared_ptr<const Serving> servingOf(std::shared_ptr<const serve::Deployment> deployed,
                                         std::shared_ptr<serve::ItemCounters> shown) {
    auto filters = std::make_shared<CampaignFilters>(deployed);
    return std::make_shared<const Serving>(
        Serving{std::move(deployed), std::move(shown), std::move(filters)});
}

}  // namespace

CampaignRuntime::CampaignRuntime(std::string datasetGroupArn,
                                 std::shared_ptr<const serve::Deployment> deployed,
                                 explore::ExplorationConfig exploration, bool metadata,
                                 dataset::InteractionFilter filter, std::int64_t clock,
                                 std::uint64_t seed, Readers readers)
    : datasetGroupArn_(std::move(datasetGroupArn)),
      exploration_(exploration),
      metadata_(metadata),
      filter_(std::move(filter)),
      clock_(clock),
      seed_(seed),
      readers_(std::move(readers)),
      states_([this](std::string_view userId) { return load(userId); }, kCachedUsers),
      filterUsers_(readers_.filterUser, kCachedFilterUsers),
      serving_(servingOf(deployed, std::make_shared<serve::ItemCounters>(deployed->size()))) {}

std::shared_ptr<const Serving> CampaignRuntime::serving() const {
    std::lock_guard lock(servingMutex_);
    return serving_;
}

serve::UserState CampaignRuntime::load(std::string_view userId) const {
    const auto deployed = serving()->deployed;
    const auto& model = deployed->model();
    serve::UserState user;
    user.state.resize(model.stateSize());
    model.start(user.state);
    if (userId.empty() || user.state.empty()) return user;
    auto history = readers_.history(userId, kHistoryEvents);
    std::reverse(history.begin(), history.end());
    for (const auto& event : history) {
        if (!filter_.eventType.empty() && event.eventType != filter_.eventType) continue;
        if (filter_.hasThreshold &&
            !(static_cast<double>(event.eventValue) >= filter_.eventValueThreshold))
            continue;
        const auto item = deployed->itemNumber(event.itemId);
        // Newer than the version: the next training knows it.
        if (!item || static_cast<std::size_t>(*item) >= model.itemIds().size()) continue;
        model.advance(user.state, {*item, event.timestamp,
                                   deployed->eventTypeNumber(event.eventType), event.eventValue});
        ++user.events;
    }
    return user;
}

CampaignRuntime::Answer CampaignRuntime::answer(const Serving& serving, std::string_view userId,
                                                std::size_t count,
                                                const explore::ExplorationConfig& exploration,
                                                std::uint64_t request,
                                                const filter::Bitmap* allowed) {
    const auto user = states_.of(userId);
    auto used = exploration;
    if (!serving.deployed->model().facts().explores) used.weight = 0;
    return {serving.deployed->rank(user->state, count, used, clock(), *serving.shown,
                                   base::Random(seed_, request), allowed),
            user->events > 0};
}

CampaignRuntime::Answer CampaignRuntime::order(const Serving& serving, std::string_view userId,
                                               std::vector<std::int32_t> items) {
    const auto user = states_.of(userId);
    return {serving.deployed->order(user->state, std::move(items)), user->events > 0};
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
    std::lock_guard lock(changing_);
    const auto now = serving();
    const auto count = [&](std::string_view id) {
        if (const auto item = now->deployed->itemNumber(id)) now->shown->add(*item);
    };
    count(clicked);
    for (const auto& id : list)
        if (id != clicked) count(id);
}

void CampaignRuntime::forgetUser(std::string_view userId) {
    states_.forget(userId);
    filterUsers_.forget(userId);
}

void CampaignRuntime::forgetUsers() {
    states_.forgetAll();
    filterUsers_.forgetAll();
}

void CampaignRuntime::serveNewItems(const store::RecordTable& put) {
    std::lock_guard lock(changing_);
    const auto before = serving();
    const auto& model = before->deployed->model();
    if (!model.facts().updates) return;
    std::vector<std::int64_t> rows;
    for (std::size_t row = 0; row < put.rows(); ++row) {
        const auto item = before->deployed->itemNumber(put.ids[row]);
        if (!item || static_cast<std::size_t>(*item) >= model.itemIds().size())
            rows.push_back(static_cast<std::int64_t>(row));
    }
    if (rows.empty()) return;
    // Items keep their numbers: records put later come behind those put before.
    auto deployed = before->deployed->withAdded(dataset::catalogueOf(put, rows, clock()));
    auto shown = std::make_shared<serve::ItemCounters>(deployed->size(), *before->shown);
    auto now = servingOf(std::move(deployed), std::move(shown));
    std::lock_guard swap(servingMutex_);
    serving_ = std::move(now);
}

}  // namespace foretaste::service
