// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/common.h"

namespace foretaste::service {

struct CreateEventTrackerRequest {
    std::string name, datasetGroupArn;
    std::vector<Tag> tags;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("name", self.name, kName);
        visit.required("datasetGroupArn", self.datasetGroupArn, kArn);
        visit.optional("tags", self.tags, kTags);
    }
};

struct CreateEventTrackerResponse {
    std::string eventTrackerArn, trackingId;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("eventTrackerArn", self.eventTrackerArn);
        visit.required("trackingId", self.trackingId);
    }
};

struct EventTracker {
    static constexpr ResourceKind kKind = ResourceKind::EventTracker;
    std::string name, eventTrackerArn, accountId, trackingId, datasetGroupArn;
    Status status = Status::CreatePending;
    Timestamp creationDateTime, lastUpdatedDateTime;
    const std::string& arn() const { return eventTrackerArn; }
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        describeSummary(visit, self);
        visit.required("accountId", self.accountId);
        visit.required("trackingId", self.trackingId);
        visit.required("datasetGroupArn", self.datasetGroupArn);
    }
    template <class Visitor, class Self>
    static void describeSummary(Visitor& visit, Self& self) {
        visit.required("name", self.name);
        visit.required("eventTrackerArn", self.eventTrackerArn);
        visit.required("status", self.status);
        visit.required("creationDateTime", self.creationDateTime);
        visit.required("lastUpdatedDateTime", self.lastUpdatedDateTime);
    }
};

/// Whom an event is to be put down to.
struct EventAttribution {
    std::string eventAttributionSource;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("eventAttributionSource", self.eventAttributionSource,
                       Rule{1, 1024, forms::isPrintable, "printable ASCII, not spaces alone"});
    }
};

/// One event of PutEvents. `properties` is JSON text as on the wire.
struct Event {
    std::string eventId, eventType;
    std::optional<double> eventValue;
    std::string itemId, properties;
    Timestamp sentAt;
    std::string recommendationId;
    std::vector<std::string> impression;
    std::optional<EventAttribution> metricAttribution;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("eventId", self.eventId, kText256);
        visit.required("eventType", self.eventType, kId);
        visit.optional("eventValue", self.eventValue);
        visit.optional("itemId", self.itemId, kText256);
        visit.optional("properties", self.properties, Rule{0, 1024});
        visit.required("sentAt", self.sentAt);
        visit.optional("recommendationId", self.recommendationId, Rule{0, 40});
        visit.optional("impression", self.impression, Rule{0, 25});
        visit.optional("metricAttribution", self.metricAttribution);
    }
};

struct PutEventsRequest {
    std::string trackingId, userId, sessionId;
    std::vector<Event> eventList;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("trackingId", self.trackingId, kId);
        visit.optional("userId", self.userId, kText256);
        visit.required("sessionId", self.sessionId, kId);
        visit.required("eventList", self.eventList, Rule{1, 10});
    }
};

/// An event that was put, for screens that show them as they arrive.
struct ArrivedEvent {
    std::int64_t number = 0;  ///< counts up in the order of arrival, with gaps
    std::string userId, sessionId, eventType, itemId;
    std::optional<double> eventValue;
    std::int64_t timestamp = 0;    ///< epoch seconds
    std::int64_t impressions = 0;  ///< items that were shown with it
    std::string properties;        ///< JSON
};

}  // namespace foretaste::service
