// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/campaign_runtime.h"

#include <algorithm>

#include "core/base/text.h"

namespace foretaste::service {
namespace {

/// A recurrent state hardly remembers what lies further back.
constexpr std::size_t kHistoryEvents = 200;
constexpr std::size_t kCachedUsers = 20000;
constexpr std::size_t kCachedFilterUsers = 2000;
constexpr std::size_t kRememberedLists = 10000;

std::shared_ptr<const Serving> servingOf(std::shared_ptr<const serve::Deployment> deployed) {
    auto filters = std::make_shared<CampaignFilters>(deployed);
    return std::make_shared<const Serving>(Serving{std::move(deployed), std::move(filters)});
}

}  // namespace

CampaignRuntime::CampaignRuntime(std::string datasetGroupArn,
                                 std::shared_ptr<const serve::Deployment> deployed,
                                 explore::ExplorationConfig exploration, bool metadata,
                                 dataset::InteractionFilter filter, std::int64_t clock,
                                 std::uint64_t seed, Readers readers, const UseCase* useCase)
    : datasetGroupArn_(std::move(datasetGroupArn)),
      exploration_(exploration),
      metadata_(metadata),
      filter_(std::move(filter)),
      clock_(clock),
      seed_(seed),
      readers_(std::move(readers)),
      useCase_(useCase),
      states_([this](std::string_view userId) { return load(userId); }, kCachedUsers),
      filterUsers_(readers_.filterUser, kCachedFilterUsers),
      policy_(explore::makePolicy(deployed->model().priorVariance())),
      serving_(servingOf(deployed)),
      shown_(kRememberedLists) {}

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
    for (const auto& event : eventsOf(*deployed, userId)) {
        model.advance(user.state, event);
        ++user.events;
    }
    return user;
}

std::vector<recipes::ModelEvent> CampaignRuntime::eventsOf(const serve::Deployment& deployed,
                                                           std::string_view userId) const {
    std::vector<recipes::ModelEvent> events;
    auto history = readers_.history(userId, kHistoryEvents);
    std::reverse(history.begin(), history.end());
    for (const auto& event : history) {
        if (!filter_.eventType.empty() &&
            !base::equalsIgnoringCase(event.eventType, filter_.eventType))
            continue;
        if (filter_.hasThreshold &&
            !(static_cast<double>(event.eventValue) >= filter_.eventValueThreshold))
            continue;
        const auto item = deployed.itemNumber(event.itemId);
        // Newer than the version: the next training knows it.
        if (!item || static_cast<std::size_t>(*item) >= deployed.model().itemIds().size()) continue;
        events.push_back(
            {*item, event.timestamp, deployed.eventTypeNumber(event.eventType), event.eventValue});
    }
    return events;
}

std::shared_ptr<const serve::UserState> CampaignRuntime::timedState(std::string_view userId,
                                                                    serve::StageTimes* times) {
    const serve::StageTimer timer(times, serve::Stage::State);
    return states_.of(userId);
}

CampaignRuntime::Answer CampaignRuntime::answer(const Serving& serving, std::string_view userId,
                                                std::size_t count,
                                                const explore::ExplorationConfig& exploration,
                                                std::uint64_t request,
                                                const filter::Bitmap* allowed,
                                                serve::StageTimes* times) {
    const auto user = timedState(userId, times);
    auto used = exploration;
    if (!serving.deployed->model().facts().explores) used.weight = 0;
    return {serving.deployed->rank(user->state, count, {*policy_, used, clock(), userId},
                                   base::Random(seed_, request), allowed, times),
            user->events > 0};
}

CampaignRuntime::Answer CampaignRuntime::related(const Serving& serving, std::string_view itemId,
                                                 std::size_t count, const filter::Bitmap* allowed,
                                                 serve::StageTimes* times) {
    const auto& model = serving.deployed->model();
    const auto item = serving.deployed->itemNumber(itemId);
    std::vector<float> state(model.stateSize());
    model.start(state);
    if (item) model.advance(state, {.item = *item, .timestamp = clock()});
    return {serving.deployed->rank(state, count, {*policy_, {.weight = 0}, clock(), {}},
                                   base::Random(seed_), allowed, times),
            item.has_value()};
}

CampaignRuntime::Answer CampaignRuntime::order(const Serving& serving, std::string_view userId,
                                               std::vector<std::int32_t> items,
                                               serve::StageTimes* times) {
    const auto user = timedState(userId, times);
    const serve::StageTimer timer(times, serve::Stage::Scan);
    return {serving.deployed->order(user->state, std::move(items)), user->events > 0};
}

std::vector<std::string> CampaignRuntime::shownBy(std::string_view recommendationId) const {
    const auto deployed = serving()->deployed;
    std::vector<std::string> ids;
    for (const auto item : shown_.of(recommendationId)) ids.push_back(deployed->itemId(item));
    return ids;
}

void CampaignRuntime::advanceClock(std::int64_t timestamp) {
    auto seen = clock_.load();
    while (timestamp > seen && !clock_.compare_exchange_weak(seen, timestamp)) {
    }
}

void CampaignRuntime::learn(const Read& read, const serve::UserState& state,
                            std::string_view userId) {
    const auto now = serving();
    std::vector<std::int32_t> list;  // without items that are not served here
    std::size_t from = 0, clicked = 0;
    for (std::size_t place = 0; place < read.list.size(); ++place) {
        const auto item = now->deployed->itemNumber(read.list[place]);
        if (place == read.from) from = list.size();
        if (place == read.clicked) {
            if (!item) return;
            clicked = list.size();
        }
        if (item) list.push_back(*item);
    }
    now->deployed->learn(*policy_, exploration_, clock(), state.state, userId, list, from, clicked);
}

void CampaignRuntime::forgetUser(std::string_view userId) {
    states_.forget(userId);
    filterUsers_.forget(userId);
}

void CampaignRuntime::forgetUsers() {
    states_.forgetAll();
    filterUsers_.forgetAll();
}

void CampaignRuntime::serveNewItems(const store::RecordTable& put,
                                    const std::shared_ptr<const ItemBook>& book,
                                    const CampaignFilters::Read& readFilter) {
    std::lock_guard lock(changing_);
    const auto before = serving();
    const auto& model = before->deployed->model();
    std::vector<std::int64_t> rows;
    for (std::size_t row = 0; row < put.rows() && model.facts().updates; ++row) {
        const auto item = before->deployed->itemNumber(put.ids[row]);
        if (!item || static_cast<std::size_t>(*item) >= model.itemIds().size())
            rows.push_back(static_cast<std::int64_t>(row));
    }
    if (rows.empty()) {
        if (book) before->filters->prepare(book, *before->filters, readFilter);
        return;
    }
    // Items keep their numbers: records put later come behind those put before.
    auto deployed = before->deployed->withAdded(dataset::catalogueOf(put, rows, clock()));
    auto now = servingOf(std::move(deployed));
    if (book) now->filters->prepare(book, *before->filters, readFilter);
    {
        std::lock_guard swap(servingMutex_);
        serving_ = std::move(now);
    }
    before->filters->retire();
}

}  // namespace foretaste::service
