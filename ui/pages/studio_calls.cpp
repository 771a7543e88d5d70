// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/studio_calls.h"

#include <QJsonArray>
#include <QJsonObject>

#include "core/base/arn.h"
#include "core/base/clock.h"
#include "ui/bridge/words.h"
#include "ui/pages/listings.h"

namespace foretaste::pages {

using recipes::RecipeType;
using service::Service;

namespace {

constexpr std::size_t kHistory = 50;

std::int64_t newestOf(Service& service, const std::string& groupArn) {
    const auto dataset = interactionsOf(service, groupArn);
    return dataset.arn().empty() ? 0 : service.datasetStatistics(dataset.arn()).newest;
}

StudioAnswer answerOf(Service& service, const StudioQuestion& question,
                      const std::vector<std::string>& given,
                      const service::GetRecommendationsResponse& response, double milliseconds) {
    StudioAnswer answer;
    answer.question = question;
    answer.given = given;
    answer.recommendationId = response.recommendationId;
    answer.milliseconds = milliseconds;
    answer.clock = newestOf(service, question.groupArn);
    std::vector<std::string> ids;
    for (const auto& place : response.itemList) ids.push_back(place.itemId);
    answer.places = models::recommendationRows(response, service.itemCards(question.groupArn, ids));
    const auto events = service.userHistory(question.groupArn, question.userId, kHistory);
    ids.clear();
    for (const auto& event : events) ids.push_back(event.itemId);
    answer.history = models::historyRows(events, service.itemCards(question.groupArn, ids));
    return answer;
}

}  // namespace

std::vector<std::string> givenItems(Service& service, const StudioQuestion& question) {
    std::vector<std::string> items;
    const bool isRelated = question.recipe == RecipeType::RelatedItems;
    if (!isRelated && question.recipe != RecipeType::PersonalizedRanking) return items;
    const auto wanted = isRelated ? 1 : static_cast<std::size_t>(question.numResults);
    if (isRelated)
        for (const auto& event : service.userHistory(question.groupArn, question.userId, 1))
            items.push_back(event.itemId);
    for (const auto& user : service.findUsers(question.groupArn, {}, wanted))
        for (const auto& event : service.userHistory(question.groupArn, user.userId, kHistory)) {
            if (items.size() == wanted) return items;
            if (std::find(items.begin(), items.end(), event.itemId) == items.end())
                items.push_back(event.itemId);
        }
    return items;
}

service::GetRecommendationsResponse listFor(Service& service, const StudioQuestion& question,
                                            const std::vector<std::string>& given) {
    if (question.recipe != RecipeType::PersonalizedRanking) {
        const service::GetRecommendationsRequest request{.campaignArn = question.campaignArn,
                                                         .itemId = given.empty() ? "" : given[0],
                                                         .userId = question.userId,
                                                         .numResults = question.numResults};
        return question.preview ? service.previewRecommendations(request, *question.preview)
                                : service.getRecommendations(request);
    }
    auto ranking = service.getPersonalizedRanking(
        {.campaignArn = question.campaignArn, .inputList = given, .userId = question.userId});
    return {std::move(ranking.personalizedRanking), std::move(ranking.recommendationId)};
}

StudioAnswer askFor(Service& service, const StudioQuestion& question) {
    const auto given = givenItems(service, question);
    const base::Stopwatch watch;
    const auto response = listFor(service, question, given);
    return answerOf(service, question, given, response, watch.milliseconds());
}

StudioAnswer sendAndAsk(Service& service, const StudioQuestion& question,
                        const StudioEvent& event) {
    // What is chosen now is what related items are asked for.
    const auto given = question.recipe == RecipeType::RelatedItems ? std::vector{event.itemId}
                                                                   : givenItems(service, question);
    service::Event sent;
    sent.eventType = event.eventType;
    sent.itemId = event.itemId;
    sent.recommendationId = event.recommendationId;
    sent.sentAt = {(newestOf(service, question.groupArn) + 1) * 1000};
    const base::Stopwatch watch;
    service.putEvents({.trackingId = event.trackingId,
                       .userId = question.userId,
                       .sessionId = event.sessionId,
                       .eventList = {sent}});
    const auto response = listFor(service, question, given);
    return answerOf(service, question, given, response, watch.milliseconds());
}

bridge::ApiRequest apiRequest(const StudioQuestion& question, const StudioAnswer& shown) {
    using bridge::text;
    const bool ranks = question.recipe == RecipeType::PersonalizedRanking;
    QJsonObject json{{QStringLiteral("campaignArn"), text(question.campaignArn)},
                     {QStringLiteral("userId"), text(question.userId)}};
    if (question.recipe == RecipeType::RelatedItems && !shown.given.empty())
        json.insert(QStringLiteral("itemId"), text(shown.given.front()));
    if (ranks) {
        QJsonArray items;
        for (const auto& place : shown.places) items << text(place.predicted.itemId);
        json.insert(QStringLiteral("inputList"), items);
    } else {
        json.insert(QStringLiteral("numResults"), static_cast<int>(question.numResults));
    }
    return {ranks ? QStringLiteral("GetPersonalizedRanking") : QStringLiteral("GetRecommendations"),
            json};
}

void createTrackerOf(Service& service, const std::string& groupArn) {
    constexpr std::size_t kLongestName = 63;
    auto name = std::string(base::arnName(groupArn)) + "-events";
    name.resize(std::min(name.size(), kLongestName));
    service.createEventTracker({.name = name, .datasetGroupArn = groupArn});
}

QStringList eventTypesOf(Service& service, const std::string& groupArn) {
    constexpr std::size_t kUsers = 5;
    QHash<QString, int> counts;
    for (const auto& user : service.findUsers(groupArn, {}, kUsers))
        for (const auto& event : service.userHistory(groupArn, user.userId, kHistory))
            if (!event.eventType.empty()) ++counts[bridge::text(event.eventType)];
    QStringList types = counts.keys();
    std::sort(types.begin(), types.end(), [&](const QString& a, const QString& b) {
        return std::pair(-counts[a], a) < std::pair(-counts[b], b);
    });
    return types;
}

}  // namespace foretaste::pages
