// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace foretaste::pages {

/// A request of the API, as the console makes it and as a program can repeat it.
struct ApiRequest {
    QString operation;  ///< "GetRecommendations"
    QJsonObject members;
};

enum class SnippetForm { Json, Boto3, AwsCli, Curl };

/// The request in one of these forms, for the endpoint on this port; keys come from the
/// environment. JSON is the members alone.
QString requestSnippet(const ApiRequest& request, SnippetForm form, int port);

}  // namespace foretaste::pages
