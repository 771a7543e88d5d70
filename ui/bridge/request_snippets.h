// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

#include "core/service/codec.h"

namespace foretaste::bridge {

/// A request of the API, as the console makes it and as a program can repeat it.
struct ApiRequest {
    QString operation;  ///< "GetRecommendations"
    QJsonObject members;
};

/// A request of the service as one of the API.
template <class Request>
ApiRequest apiRequest(const char* operation, const Request& request) {
    const auto json = QByteArray::fromStdString(service::toJson(request).dump());
    return {QString::fromLatin1(operation), QJsonDocument::fromJson(json).object()};
}

enum class SnippetForm { Json, Boto3, AwsCli, Curl };

/// The request in one of these forms, for the endpoint on this port; keys come from the
/// environment. JSON is the members alone.
QString requestSnippet(const ApiRequest& request, SnippetForm form, int port);

/// The port that the endpoint runs on, or would, as the user has set it.
int endpointPort();
void setEndpointPort(int port);

}  // namespace foretaste::bridge
