// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/event_tracker.h"

#include <algorithm>

#include "core/service/check.h"
#include "core/service/state.h"

namespace foretaste::service {

CreateEventTrackerResponse Service::createEventTracker(const CreateEventTrackerRequest& request) {
    check(request);
    std::lock_guard lock(state_->writing);
    const auto group = state_->activeGroup(request.datasetGroupArn);
    for (const auto& other : state_->resources.all<EventTracker>(group.datasetGroupArn))
        throw base::ServiceError(base::ErrorCode::ResourceAlreadyExists,
                                 base::concat("dataset group ", group.name,
                                              " has an event tracker already: ", other.name,
                                              ". A group has exactly one"));
    EventTracker tracker;
    tracker.name = request.name;
    tracker.eventTrackerArn = base::makeArn(base::concat("event-tracker/", base::randomHexId()));
    tracker.accountId = base::kAccount;
    tracker.trackingId = base::randomUuid();
    tracker.datasetGroupArn = group.datasetGroupArn;
    tracker.status = Status::Active;
    state_->resources.add(tracker, request.tags);
    {
        std::unique_lock trackers(state_->trackerMutex);
        state_->groupOfTracker[tracker.trackingId] = group.datasetGroupArn;
    }
    state_->note(ResourceKind::EventTracker, tracker.arn(),
                 base::concat("Event tracker ", tracker.name, " of ", group.name, " was created"));
    return {tracker.eventTrackerArn, tracker.trackingId};
}

EventTracker Service::describeEventTracker(std::string_view arn) {
    return state_->resources.get<EventTracker>(arn);
}

Listing<EventTracker> Service::listEventTrackers(std::string_view datasetGroupArn,
                                                 const Page& page) {
    check(page);
    return state_->resources.list<EventTracker>(datasetGroupArn, page);
}

void Service::deleteEventTracker(std::string_view arn) {
    std::lock_guard lock(state_->writing);
    const auto tracker = state_->resources.get<EventTracker>(arn);
    {
        std::unique_lock trackers(state_->trackerMutex);
        state_->groupOfTracker.erase(tracker.trackingId);
    }
    state_->resources.remove(tracker);
    state_->note(ResourceKind::EventTracker, arn,
                 base::concat("Event tracker ", tracker.name,
                              " was deleted; the events it recorded are kept"));
}

namespace {

/// Old clients carry itemId and eventValue inside `properties`.
void readLegacyProperties(Event& event, std::string_view where) {
    if (event.properties.empty()) return;
    const auto properties = parseObject(base::concat(where, ".properties"), event.properties);
    for (const auto& [key, value] : properties.items()) {
        for (const char* reserved :
             {"userId", "sessionId", "eventType", "timestamp", "recommendationId", "impression"})
            if (base::equalsIgnoringCase(key, reserved))
                failInvalid(base::concat(where, ".properties: '", key,
                                         "' is a member of the event, not a property"));
        if (event.itemId.empty() && key == "itemId" && value.is_string())
            event.itemId = value.get<std::string>();
        if (!event.eventValue && key == "eventValue" && value.is_number())
            event.eventValue = value.get<double>();
    }
}

}  // namespace

void Service::putEvents(const PutEventsRequest& request) {
    check(request);
    std::string groupArn;
    {
        std::shared_lock trackers(state_->trackerMutex);
        const auto found = state_->groupOfTracker.find(request.trackingId);
        if (found == state_->groupOfTracker.end())
            failInvalid(
                base::concat("trackingId: no event tracker has the id ", request.trackingId));
        groupArn = found->second;
    }
    const auto dataset = state_->datasetOf(groupArn, DatasetType::Interactions);
    if (!dataset)
        failInvalid(base::concat("dataset group ", base::arnName(groupArn),
                                 " has no Interactions dataset to put events into"));

    const auto campaigns = state_->runtimesOf(groupArn);

    const bool isAttributed = state_->isAttributed(groupArn);
    std::vector<store::PutEvent> rows;
    std::vector<CampaignRuntime::Read> reads;
    for (std::size_t i = 0; i < request.eventList.size(); ++i) {
        Event event = request.eventList[i];
        const auto where = base::concat("eventList[", i, ']');
        readLegacyProperties(event, where);
        if (event.itemId.empty())
            failInvalid(
                base::concat(where, ".itemId is missing: the Interactions dataset needs it"));
        // Explicit impressions win over what the recommendationId stands for.
        const bool isExplicit = !event.impression.empty();
        CampaignRuntime* shownIn = nullptr;
        if (!isExplicit && !event.recommendationId.empty())
            for (const auto& campaign : campaigns)
                if (auto list = campaign->shownBy(event.recommendationId); !list.empty()) {
                    event.impression = std::move(list);
                    shownIn = campaign.get();
                    break;
                }
        store::PutEvent row;
        row.datasetArn = dataset->datasetArn;
        row.eventId = event.eventId;
        row.userId = request.userId;
        row.sessionId = request.sessionId;
        row.eventType = event.eventType;
        row.itemId = event.itemId;
        row.eventValue = event.eventValue ? static_cast<float>(*event.eventValue) : store::kNoValue;
        row.timestamp = event.sentAt.ms / 1000;
        row.impression = base::join(event.impression, "|");
        row.recommendationId = event.recommendationId;
        row.properties = event.properties;
        if (event.metricAttribution)
            row.source = event.metricAttribution->eventAttributionSource;
        else if (isAttributed)
            row.source = state_->sourceOf(event.recommendationId);
        rows.push_back(std::move(row));
        const auto& list = event.impression;
        const auto place = static_cast<std::size_t>(
            std::find(list.begin(), list.end(), event.itemId) - list.begin());
        if (place == list.size()) continue;  // not chosen from this list, which says nothing then
        const auto from = shownIn ? shownIn->shown().readOn(event.recommendationId, place)
                                  : std::optional<std::size_t>(0);
        if (from) reads.push_back({std::move(event.impression), *from, place});
    }

    // As the users were when they chose: before these events.
    const auto& asked = request.userId.empty() ? request.sessionId : request.userId;
    std::vector<std::shared_ptr<const serve::UserState>> states;
    for (const auto& campaign : campaigns)
        states.push_back(reads.empty() ? nullptr : campaign->userState(asked));
    state_->events.append(rows);
    state_->countPut(groupArn);
    if (isAttributed) state_->attribute(groupArn, rows);

    for (std::size_t i = 0; i < campaigns.size(); ++i) {
        const auto& campaign = campaigns[i];
        for (const auto& row : rows) campaign->advanceClock(row.timestamp);
        for (const auto& read : reads) campaign->learn(read, *states[i], asked);
        if (!request.userId.empty()) campaign->forgetUser(request.userId);
        campaign->forgetUser(request.sessionId);
    }
}

std::vector<ArrivedEvent> Service::arrivedEvents(std::string_view datasetGroupArn,
                                                 std::size_t limit) {
    std::vector<ArrivedEvent> arrived;
    const auto dataset = state_->datasetOf(datasetGroupArn, DatasetType::Interactions);
    if (!dataset) return arrived;
    for (auto& [number, event] : state_->events.newestArrived(dataset->datasetArn, limit)) {
        ArrivedEvent each;
        each.number = number;
        each.userId = std::move(event.userId);
        each.sessionId = std::move(event.sessionId);
        each.eventType = std::move(event.eventType);
        each.itemId = std::move(event.itemId);
        if (event.eventValue == event.eventValue) each.eventValue = event.eventValue;
        each.timestamp = event.timestamp;
        if (!event.impression.empty())
            each.impressions =
                1 + std::count(event.impression.begin(), event.impression.end(), '|');
        each.properties = std::move(event.properties);
        arrived.push_back(std::move(each));
    }
    return arrived;
}

}  // namespace foretaste::service
