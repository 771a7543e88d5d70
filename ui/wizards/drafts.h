// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>
#include <vector>

#include "core/service/service.h"

// What a person has entered into a wizard so far: plain values, no widgets. A draft becomes the
// service's requests, so that what a wizard accepts is what command line and endpoint accept.
namespace foretaste::wizards {

struct SchemaDraft {
    QString existingArn;  ///< empty: a new one of this name and document
    QString name;
    QString json;
};

struct DatasetDraft {
    service::DatasetType type = service::DatasetType::Interactions;
    QString existingArn;  ///< empty: a new dataset
    QString name;
    SchemaDraft schema;
};

struct ImportDraft {
    QString location;  ///< empty: no import now
    QString jobName;
    service::ImportMode mode = service::ImportMode::Full;
    ingest::Transforms transforms;  ///< of the file's columns; not kept over a cancel
};

struct CreateDatasetGroupDraft {
    QString name;
    service::Domain domain = service::Domain::None;
    DatasetDraft dataset;
    ImportDraft import;
};

struct ImportDatasetDraft {
    DatasetDraft dataset;
    ImportDraft import;
};

struct CreateSolutionDraft {
    QString name;
    QString recipe;                     ///< "aws-user-personalization"
    QMap<QString, QString> parameters;  ///< those the user named; the engine chooses the others
    QString eventType;
    QString eventValueThreshold;
    QMap<QString, QStringList> excludedColumns;  ///< by "INTERACTIONS", "ITEMS", "USERS"
    bool train = true;
};

struct CampaignDraft {
    QString campaignArn;  ///< empty: a new campaign
    QString name;
    QString solutionVersionArn;
    double explorationWeight = 0.3;
    double explorationItemAgeCutOff = 30;  ///< days
    int minProvisionedTps = 1;
    bool itemMetadata = false;
    bool followsLatest = false;  ///< moves to every newer version of the solution
};

service::CreateDatasetGroupRequest datasetGroupRequest(const CreateDatasetGroupDraft& draft);
service::CreateSchemaRequest schemaRequest(const SchemaDraft& draft, service::Domain domain);
service::CreateDatasetRequest datasetRequest(const DatasetDraft& draft, const std::string& groupArn,
                                             const std::string& schemaArn);
service::CreateDatasetImportJobRequest importRequest(const ImportDraft& draft,
                                                     const std::string& datasetArn);
service::CreateSolutionRequest solutionRequest(const CreateSolutionDraft& draft,
                                               const std::string& groupArn);
/// `explores`: whether the version's recipe knows exploration at all.
service::CreateCampaignRequest createCampaignRequest(const CampaignDraft& draft, bool explores);
service::UpdateCampaignRequest updateCampaignRequest(const CampaignDraft& draft, bool explores);

/// Drafts as they are kept between two openings of a wizard.
QJsonObject toJson(const CreateDatasetGroupDraft& draft);
QJsonObject toJson(const ImportDatasetDraft& draft);
QJsonObject toJson(const CreateSolutionDraft& draft);
QJsonObject toJson(const CampaignDraft& draft);
CreateDatasetGroupDraft groupDraftFrom(const QJsonObject& json);
ImportDatasetDraft importDraftFrom(const QJsonObject& json);
CreateSolutionDraft solutionDraftFrom(const QJsonObject& json);
CampaignDraft campaignDraftFrom(const QJsonObject& json);

QString typeSlug(service::DatasetType type);  ///< "interactions", for suggested names

}  // namespace foretaste::wizards
