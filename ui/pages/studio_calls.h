// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/request_snippets.h"
#include "ui/models/recommendation_models.h"

/// What the recommendations of a campaign ask the service for; to be called in the background, each
/// throws what the service throws.
namespace foretaste::pages {

struct StudioQuestion {
    std::string campaignArn, groupArn, userId;
    std::int64_t numResults = 25;
    recipes::RecipeType recipe = recipes::RecipeType::UserPersonalization;
    std::optional<service::ExplorationPreview> preview;  ///< other settings than the campaign's
};

struct StudioAnswer {
    StudioQuestion question;
    std::vector<std::string> given;  ///< see givenItems()
    std::vector<models::RecommendationRow> places;
    std::vector<models::HistoryRow> history;  ///< newest first
    std::string recommendationId;
    std::int64_t clock = 0;   ///< the data's newest event, epoch seconds
    double milliseconds = 0;  ///< the event, where one was sent, and the list
};

/// What a recipe has to be given, made up by the studio. For one that orders a list: what the
/// group's busiest users chose lately, as many as asked for. For one of related items: the item
/// that the user, or the busiest one, chose last. Empty for others.
std::vector<std::string> givenItems(service::Service& service, const StudioQuestion& question);
/// The plain request, as a program sends it.
service::GetRecommendationsResponse listFor(service::Service& service,
                                            const StudioQuestion& question,
                                            const std::vector<std::string>& given);

StudioAnswer askFor(service::Service& service, const StudioQuestion& question);

/// An event as the studio sends it: dated right after the data's newest, so that item ages, which
/// count from there, stay as they are.
struct StudioEvent {
    std::string trackingId, sessionId, eventType, itemId, recommendationId;
};
StudioAnswer sendAndAsk(service::Service& service, const StudioQuestion& question,
                        const StudioEvent& event);

/// The request as a program sends it. `shown`: what it was answered with last, for what the studio
/// made up.
bridge::ApiRequest apiRequest(const StudioQuestion& question, const StudioAnswer& shown);

/// Makes an event tracker named after the group.
void createTrackerOf(service::Service& service, const std::string& groupArn);

/// The types that events of the group's busiest users have, the commonest first.
QStringList eventTypesOf(service::Service& service, const std::string& groupArn);

}  // namespace foretaste::pages
