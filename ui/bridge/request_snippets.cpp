// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/request_snippets.h"

#include <QJsonArray>
#include <QSettings>

namespace foretaste::bridge {
namespace {

constexpr int kPort = 8765;
constexpr const char* kPortKey = "endpoint/port";

/// Where an operation of the two services for data is found; all others are of the control plane.
struct Place {
    const char *operation, *service, *path;
};
constexpr Place kPlaces[] = {
    {"GetRecommendations", "personalize-runtime", "/recommendations"},
    {"GetPersonalizedRanking", "personalize-runtime", "/personalize-ranking"},
    {"PutEvents", "personalize-events", "/events"},
    {"PutItems", "personalize-events", "/items"},
    {"PutUsers", "personalize-events", "/users"}};

Place placeOf(const QString& operation) {
    for (const auto& place : kPlaces)
        if (operation == QLatin1String(place.operation)) return place;
    return {"", "personalize", "/"};
}

/// "GetRecommendations" with '_': "get_recommendations".
QString words(const QString& operation, QChar between) {
    QString text;
    for (const auto c : operation) {
        if (c.isUpper() && !text.isEmpty()) text += between;
        text += c.toLower();
    }
    return text;
}

QString json(const QJsonObject& members, QJsonDocument::JsonFormat format) {
    return QString::fromUtf8(QJsonDocument(members).toJson(format)).trimmed();
}

QString python(const QJsonValue& value, int indent) {
    const QString inner(indent + 4, u' '), end(indent, u' ');
    if (value.isBool()) return value.toBool() ? QStringLiteral("True") : QStringLiteral("False");
    if (value.isNull()) return QStringLiteral("None");
    if (!value.isArray() && !value.isObject()) {
        // A text or a number in brackets, without them: JSON's are Python's.
        const auto listed = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
        return QString::fromUtf8(listed.mid(1, listed.size() - 2));
    }
    QString text;
    if (value.isArray()) {
        for (const auto& each : value.toArray())
            text += inner + python(each, indent + 4) + QStringLiteral(",\n");
        return text.isEmpty() ? QStringLiteral("[]") : QStringLiteral("[\n") + text + end + u']';
    }
    const auto object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        text += inner + python(it.key(), 0) + QStringLiteral(": ") +
                python(it.value(), indent + 4) + QStringLiteral(",\n");
    return text.isEmpty() ? QStringLiteral("{}") : QStringLiteral("{\n") + text + end + u'}';
}

/// Within single quotes of a shell.
QString quoted(QString text) {
    return u'\'' + text.replace(u'\'', QStringLiteral("'\\''")) + u'\'';
}

QString boto3(const ApiRequest& request, const Place& place, const QString& url) {
    QString members;
    for (auto it = request.members.begin(); it != request.members.end(); ++it)
        members += QStringLiteral("    ") + it.key() + u'=' + python(it.value(), 4) +
                   QStringLiteral(",\n");
    return QStringLiteral(
               "import boto3\n"
               "\n"
               "# Keys come from the environment: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY.\n"
               "client = boto3.client(\n"
               "    \"%1\", endpoint_url=\"%2\", region_name=\"us-east-1\"\n"
               ")\n"
               "answer = client.%3(\n")
               .arg(QLatin1String(place.service), url, words(request.operation, u'_')) +
           members + QStringLiteral(")\nprint(answer)\n");
}

QString awsCli(const ApiRequest& request, const Place& place, const QString& url) {
    return QStringLiteral(
               "aws %1 %2 \\\n  --endpoint-url %3 --region us-east-1 \\\n"
               "  --cli-input-json ")
               .arg(QLatin1String(place.service), words(request.operation, u'-'), url) +
           quoted(json(request.members, QJsonDocument::Compact)) +
           QStringLiteral(
               "\n\n# aws-cli 2.13 or newer needs no --endpoint-url after\n# export "
               "AWS_ENDPOINT_URL=%1\n")
               .arg(url);
}

QString curl(const ApiRequest& request, const Place& place, const QString& url) {
    const bool isControl = QLatin1String(place.path) == QLatin1String("/");
    auto text = QStringLiteral(
        "curl --aws-sigv4 aws:amz:us-east-1:personalize \\\n"
        "  --user \"$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY\" \\\n");
    if (isControl)
        text += QStringLiteral(
                    "  -H 'X-Amz-Target: AmazonPersonalize.%1' \\\n"
                    "  -H 'Content-Type: application/x-amz-json-1.1' \\\n")
                    .arg(request.operation);
    else
        text += QStringLiteral("  -H 'Content-Type: application/json' \\\n");
    return text + QStringLiteral("  -d ") + quoted(json(request.members, QJsonDocument::Compact)) +
           QStringLiteral(" \\\n  ") + url + QLatin1String(place.path) + u'\n';
}

}  // namespace

QString requestSnippet(const ApiRequest& request, SnippetForm form, int port) {
    const auto place = placeOf(request.operation);
    const auto url = QStringLiteral("http://127.0.0.1:%1").arg(port);
    switch (form) {
        case SnippetForm::Json: return json(request.members, QJsonDocument::Indented) + u'\n';
        case SnippetForm::Boto3: return boto3(request, place, url);
        case SnippetForm::AwsCli: return awsCli(request, place, url);
        case SnippetForm::Curl: return curl(request, place, url);
    }
    return {};
}

int endpointPort() {
    return QSettings().value(QLatin1String(kPortKey), kPort).toInt();
}

void setEndpointPort(int port) {
    QSettings().setValue(QLatin1String(kPortKey), port);
}

}  // namespace foretaste::bridge
