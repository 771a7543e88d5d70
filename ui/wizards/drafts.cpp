// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/drafts.h"

#include <QJsonArray>

#include "core/base/arn.h"
#include "ui/bridge/words.h"

namespace foretaste::wizards {

using bridge::text;
using service::DatasetType;
using service::Domain;

namespace {

std::map<std::string, std::string> explorationOf(const CampaignDraft& draft) {
    return {{"explorationWeight", QString::number(draft.explorationWeight, 'g', 6).toStdString()},
            {"explorationItemAgeCutOff",
             QString::number(draft.explorationItemAgeCutOff, 'g', 6).toStdString()}};
}

service::CampaignConfig campaignConfig(const CampaignDraft& draft, bool explores) {
    service::CampaignConfig config;
    if (explores) config.itemExplorationConfig = explorationOf(draft);
    if (draft.itemMetadata) config.enableMetadataWithRecommendations = true;
    if (draft.followsLatest) config.syncWithLatestSolutionVersion = true;
    return config;
}

/// A campaign that follows its solution is given the solution's newest version.
std::string versionOf(const CampaignDraft& draft) {
    const auto arn = draft.solutionVersionArn.toStdString();
    return draft.followsLatest ? arn.substr(0, arn.rfind('/')) + "/$LATEST" : arn;
}

// Enumerations are kept by their place: drafts never leave this machine and this release.
template <class Enum>
int number(Enum value) {
    return static_cast<int>(value);
}
template <class Enum>
Enum fromNumber(const QJsonValue& json, Enum most) {
    return static_cast<Enum>(std::clamp(json.toInt(), 0, static_cast<int>(most)));
}

QJsonObject datasetJson(const DatasetDraft& draft) {
    return {{QStringLiteral("type"), number(draft.type)},
            {QStringLiteral("existing"), draft.existingArn},
            {QStringLiteral("name"), draft.name},
            {QStringLiteral("schemaArn"), draft.schema.existingArn},
            {QStringLiteral("schemaName"), draft.schema.name},
            {QStringLiteral("schema"), draft.schema.json}};
}

DatasetDraft datasetFrom(const QJsonObject& json) {
    DatasetDraft draft;
    draft.type = fromNumber(json[u"type"], DatasetType::Users);
    draft.existingArn = json[u"existing"].toString();
    draft.name = json[u"name"].toString();
    draft.schema = {json[u"schemaArn"].toString(), json[u"schemaName"].toString(),
                    json[u"schema"].toString()};
    return draft;
}

QJsonObject importJson(const ImportDraft& draft) {
    return {{QStringLiteral("location"), draft.location},
            {QStringLiteral("jobName"), draft.jobName},
            {QStringLiteral("mode"), number(draft.mode)}};
}

ImportDraft importFrom(const QJsonObject& json) {
    return {json[u"location"].toString(),
            json[u"jobName"].toString(),
            fromNumber(json[u"mode"], service::ImportMode::Incremental),
            {}};
}

}  // namespace

service::CreateDatasetGroupRequest datasetGroupRequest(const CreateDatasetGroupDraft& draft) {
    service::CreateDatasetGroupRequest request;
    request.name = draft.name.toStdString();
    request.domain = draft.domain;
    return request;
}

service::CreateSchemaRequest schemaRequest(const SchemaDraft& draft, Domain domain) {
    service::CreateSchemaRequest request;
    request.name = draft.name.toStdString();
    request.schema = draft.json.toStdString();
    request.domain = domain;
    return request;
}

service::CreateDatasetRequest datasetRequest(const DatasetDraft& draft, const std::string& groupArn,
                                             const std::string& schemaArn) {
    service::CreateDatasetRequest request;
    request.name = draft.name.toStdString();
    request.schemaArn = schemaArn;
    request.datasetGroupArn = groupArn;
    request.datasetType = schema::typeName(draft.type);
    return request;
}

service::CreateDatasetImportJobRequest importRequest(const ImportDraft& draft,
                                                     const std::string& datasetArn) {
    service::CreateDatasetImportJobRequest request;
    request.jobName = draft.jobName.toStdString();
    request.datasetArn = datasetArn;
    request.dataSource.dataLocation = draft.location.toStdString();
    request.importMode = draft.mode;
    return request;
}

service::CreateSolutionRequest solutionRequest(const CreateSolutionDraft& draft,
                                               const std::string& groupArn) {
    service::CreateSolutionRequest request;
    request.name = draft.name.toStdString();
    request.recipeArn = base::makeServiceArn("recipe/" + draft.recipe.toStdString());
    request.datasetGroupArn = groupArn;
    request.eventType = draft.eventType.toStdString();
    // The service trains by schedule unless told not to; here nothing starts by itself.
    request.performAutoTraining = false;
    service::SolutionConfig config;
    config.eventValueThreshold = draft.eventValueThreshold.toStdString();
    if (const auto* recipe = recipes::findRecipe(draft.recipe.toStdString()))
        for (const auto& parameter : recipe->facts().parameters) {
            const auto value = draft.parameters.value(text(parameter.name)).toStdString();
            if (value.empty()) continue;
            if (parameter.group == recipes::ParameterGroup::Algorithm)
                config.algorithmHyperParameters[parameter.name] = value;
            if (parameter.group == recipes::ParameterGroup::Featurization)
                config.featureTransformationParameters[parameter.name] = value;
        }
    service::TrainingDataConfig columns;
    for (auto each = draft.excludedColumns.begin(); each != draft.excludedColumns.end(); ++each) {
        auto& names = columns.excludedDatasetColumns[each.key().toStdString()];
        for (const auto& name : each.value()) names.push_back(name.toStdString());
        if (names.empty()) columns.excludedDatasetColumns.erase(each.key().toStdString());
    }
    if (!columns.excludedDatasetColumns.empty()) config.trainingDataConfig = columns;
    request.solutionConfig = config;
    return request;
}

service::CreateCampaignRequest createCampaignRequest(const CampaignDraft& draft, bool explores) {
    service::CreateCampaignRequest request;
    request.name = draft.name.toStdString();
    request.solutionVersionArn = versionOf(draft);
    request.minProvisionedTPS = draft.minProvisionedTps;
    request.campaignConfig = campaignConfig(draft, explores);
    return request;
}

service::UpdateCampaignRequest updateCampaignRequest(const CampaignDraft& draft, bool explores) {
    service::UpdateCampaignRequest request;
    request.campaignArn = draft.campaignArn.toStdString();
    request.solutionVersionArn = versionOf(draft);
    request.minProvisionedTPS = draft.minProvisionedTps;
    request.campaignConfig = campaignConfig(draft, explores);
    return request;
}

QJsonObject toJson(const CreateDatasetGroupDraft& draft) {
    return {{QStringLiteral("name"), draft.name},
            {QStringLiteral("domain"), number(draft.domain)},
            {QStringLiteral("dataset"), datasetJson(draft.dataset)},
            {QStringLiteral("import"), importJson(draft.import)}};
}

CreateDatasetGroupDraft groupDraftFrom(const QJsonObject& json) {
    return {json[u"name"].toString(), fromNumber(json[u"domain"], Domain::VideoOnDemand),
            datasetFrom(json[u"dataset"].toObject()), importFrom(json[u"import"].toObject())};
}

QJsonObject toJson(const ImportDatasetDraft& draft) {
    return {{QStringLiteral("dataset"), datasetJson(draft.dataset)},
            {QStringLiteral("import"), importJson(draft.import)}};
}

ImportDatasetDraft importDraftFrom(const QJsonObject& json) {
    return {datasetFrom(json[u"dataset"].toObject()), importFrom(json[u"import"].toObject())};
}

QJsonObject toJson(const CreateSolutionDraft& draft) {
    QJsonObject parameters, columns;
    for (auto each = draft.parameters.begin(); each != draft.parameters.end(); ++each)
        parameters[each.key()] = each.value();
    for (auto each = draft.excludedColumns.begin(); each != draft.excludedColumns.end(); ++each)
        columns[each.key()] = QJsonArray::fromStringList(each.value());
    return {{QStringLiteral("name"), draft.name},
            {QStringLiteral("recipe"), draft.recipe},
            {QStringLiteral("parameters"), parameters},
            {QStringLiteral("eventType"), draft.eventType},
            {QStringLiteral("threshold"), draft.eventValueThreshold},
            {QStringLiteral("excluded"), columns},
            {QStringLiteral("train"), draft.train}};
}

CreateSolutionDraft solutionDraftFrom(const QJsonObject& json) {
    CreateSolutionDraft draft;
    draft.name = json[u"name"].toString();
    draft.recipe = json[u"recipe"].toString();
    const auto parameters = json[u"parameters"].toObject();
    for (auto each = parameters.begin(); each != parameters.end(); ++each)
        draft.parameters[each.key()] = each.value().toString();
    draft.eventType = json[u"eventType"].toString();
    draft.eventValueThreshold = json[u"threshold"].toString();
    const auto columns = json[u"excluded"].toObject();
    for (auto each = columns.begin(); each != columns.end(); ++each)
        for (const auto& name : each.value().toArray())
            draft.excludedColumns[each.key()] << name.toString();
    draft.train = json[u"train"].toBool(true);
    return draft;
}

QJsonObject toJson(const CampaignDraft& draft) {
    return {{QStringLiteral("name"), draft.name},
            {QStringLiteral("version"), draft.solutionVersionArn},
            {QStringLiteral("weight"), draft.explorationWeight},
            {QStringLiteral("cutOff"), draft.explorationItemAgeCutOff},
            {QStringLiteral("tps"), draft.minProvisionedTps},
            {QStringLiteral("metadata"), draft.itemMetadata},
            {QStringLiteral("follows"), draft.followsLatest}};
}

CampaignDraft campaignDraftFrom(const QJsonObject& json) {
    CampaignDraft draft;
    draft.name = json[u"name"].toString();
    draft.solutionVersionArn = json[u"version"].toString();
    draft.explorationWeight = json[u"weight"].toDouble(draft.explorationWeight);
    draft.explorationItemAgeCutOff = json[u"cutOff"].toDouble(draft.explorationItemAgeCutOff);
    draft.minProvisionedTps = json[u"tps"].toInt(draft.minProvisionedTps);
    draft.itemMetadata = json[u"metadata"].toBool();
    draft.followsLatest = json[u"follows"].toBool();
    return draft;
}

QString typeSlug(DatasetType type) {
    return text(schema::typeName(type)).toLower().replace(u'_', u'-');
}

}  // namespace foretaste::wizards
