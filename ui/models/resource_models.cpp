// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/resource_models.h"

#include "core/base/arn.h"
#include "ui/bridge/words.h"
#include "ui/widgets/progress_line.h"

namespace foretaste::models {

using namespace service;
using bridge::text;

namespace {

QString dash() {
    return QStringLiteral("–");
}

template <class T>
std::function<QString(const T&)> keyOf() {
    return [](const T& row) { return text(row.arn()); };
}

template <class T>
Column<T> nameColumn(const QString& title) {
    return {title, [](const T& row) { return text(row.name); }};
}

/// Any column of a state; the reason of a failure is its tool tip.
template <class T, class Get>
Column<T> stateColumn(const QString& title, Get resource) {
    Column<T> column{title,
                     [resource](const T& row) { return bridge::statusWord(resource(row).status); }};
    column.status = [resource](const T& row) { return statusOf(resource(row).status); };
    column.toolTip = [resource](const T& row) {
        if constexpr (requires { resource(row).failureReason; })
            return text(resource(row).failureReason);
        else
            return QString();
    };
    return column;
}

template <class T>
Column<T> stateColumn(const QString& title) {
    return stateColumn<T>(title, [](const T& row) -> const T& { return row; });
}

template <class T, class Get>
Column<T> momentColumn(const QString& title, Get moment) {
    return {title, [moment](const T& row) { return bridge::momentText(moment(row)); }, true,
            [moment](const T& row) { return QVariant::fromValue<qlonglong>(moment(row).ms); }};
}

/// A document that cannot be read has no facts to show; the page of the schema tells why.
std::optional<schema::Schema> parsed(const std::string& json) {
    try {
        return schema::parseSchema(json);
    } catch (const base::ServiceError&) {
        return std::nullopt;
    }
}

bool hasReport(const ImportJobRow& row) {
    return row.report.rowsRead > 0;
}

template <class Get>
Column<ImportJobRow> reportColumn(const QString& title, Get count) {
    return {title,
            [count](const ImportJobRow& row) {
                return hasReport(row) ? bridge::countText(count(row.report)) : dash();
            },
            true,
            [count](const ImportJobRow& row) {
                return QVariant::fromValue<qlonglong>(hasReport(row) ? count(row.report) : -1);
            }};
}

QString explorationText(const Campaign& campaign) {
    if (!campaign.campaignConfig) return dash();
    const auto& values = campaign.campaignConfig->itemExplorationConfig;
    const auto weight = values.find("explorationWeight");
    if (weight == values.end()) return dash();
    return bridge::numberText(text(weight->second).toDouble(), 2);
}

}  // namespace

QString domainWord(service::Domain domain) {
    switch (domain) {
        case service::Domain::None: return DatasetGroupModel::tr("Custom");
        case service::Domain::Ecommerce: return DatasetGroupModel::tr("E-commerce");
        case service::Domain::VideoOnDemand: return DatasetGroupModel::tr("Video on demand");
    }
    return {};
}

QString typeWord(std::string_view type) {
    const auto known = schema::typeFromName(type);
    if (!known) return text(type);
    switch (*known) {
        case DatasetType::Interactions: return DatasetModel::tr("Interactions");
        case DatasetType::Items: return DatasetModel::tr("Items");
        case DatasetType::Users: return DatasetModel::tr("Users");
        case DatasetType::Actions: return DatasetModel::tr("Actions");
        case DatasetType::ActionInteractions: return DatasetModel::tr("Action interactions");
    }
    return {};
}

QString typeNoun(DatasetType type) {
    switch (type) {
        case DatasetType::Interactions: return DatasetModel::tr("interactions");
        case DatasetType::Items: return DatasetModel::tr("items");
        case DatasetType::Users: return DatasetModel::tr("users");
        case DatasetType::Actions: return DatasetModel::tr("actions");
        case DatasetType::ActionInteractions: return DatasetModel::tr("action interactions");
    }
    return {};
}

QString modeWord(service::ImportMode mode) {
    return mode == service::ImportMode::Full ? ImportJobModel::tr("Replace")
                                             : ImportJobModel::tr("Add");
}

QString modeWord(service::TrainingMode mode) {
    switch (mode) {
        case service::TrainingMode::Full: return SolutionVersionModel::tr("Full");
        case service::TrainingMode::Update: return SolutionVersionModel::tr("Update");
        case service::TrainingMode::AutoTrain: return SolutionVersionModel::tr("Automatic");
    }
    return {};
}

widgets::Status statusOf(service::Status status) {
    switch (status) {
        case service::Status::CreatePending: return widgets::Status::Pending;
        case service::Status::CreateInProgress:
        case service::Status::CreateStopping:
        case service::Status::DeletePending:
        case service::Status::DeleteInProgress:
        case service::Status::StopPending:
        case service::Status::StopInProgress:
        case service::Status::StartPending:
        case service::Status::StartInProgress: return widgets::Status::InProgress;
        case service::Status::Active: return widgets::Status::Success;
        case service::Status::CreateFailed: return widgets::Status::Error;
        case service::Status::Inactive:
        case service::Status::CreateStopped: return widgets::Status::Stopped;
    }
    return widgets::Status::NotStarted;
}

DatasetGroupModel::DatasetGroupModel(QObject* parent)
    : ResourceTableModel(
          {nameColumn<DatasetGroup>(tr("Name")),
           {tr("Domain"), [](const DatasetGroup& row) { return domainWord(row.domain); }},
           stateColumn<DatasetGroup>(tr("Status")),
           momentColumn<DatasetGroup>(
               tr("Created"), [](const DatasetGroup& row) { return row.creationDateTime; })},
          keyOf<DatasetGroup>(), parent) {}

DatasetModel::DatasetModel(QObject* parent)
    : ResourceTableModel(
          {{tr("Name"), [](const DatasetRow& row) { return text(row.dataset.name); }},
           {tr("Type"), [](const DatasetRow& row) { return typeWord(row.dataset.datasetType); }},
           stateColumn<DatasetRow>(
               tr("Status"), [](const DatasetRow& row) -> const Dataset& { return row.dataset; }),
           {tr("Rows"),
            [](const DatasetRow& row) {
                return row.statistics
                           ? bridge::countText(row.statistics->bulkRows + row.statistics->putRows)
                           : dash();
            },
            true,
            [](const DatasetRow& row) {
                return QVariant::fromValue<qlonglong>(
                    row.statistics ? row.statistics->bulkRows + row.statistics->putRows : -1);
            }},
           {tr("Size"),
            [](const DatasetRow& row) {
                return row.statistics ? bridge::sizeText(row.statistics->bytes) : dash();
            },
            true,
            [](const DatasetRow& row) {
                return QVariant::fromValue<qlonglong>(row.statistics ? row.statistics->bytes : -1);
            }},
           momentColumn<DatasetRow>(
               tr("Last change"),
               [](const DatasetRow& row) { return row.dataset.lastUpdatedDateTime; })},
          [](const DatasetRow& row) { return text(row.dataset.arn()); }, parent) {}

SchemaModel::SchemaModel(QObject* parent)
    : ResourceTableModel(
          {{tr("Name"), [](const SchemaRow& row) { return text(row.schema.name); }},
           {tr("Type"),
            [](const SchemaRow& row) {
                const auto schema = parsed(row.schema.schema);
                return schema ? typeWord(schema->recordName) : dash();
            }},
           {tr("Columns"),
            [](const SchemaRow& row) {
                const auto schema = parsed(row.schema.schema);
                if (!schema) return dash();
                QStringList names;
                for (const auto& field : schema->fields) names << text(field.name);
                return names.join(QStringLiteral(", "));
            }},
           {tr("Used by"),
            [](const SchemaRow& row) {
                QStringList names;
                for (const auto& dataset : row.usedBy) names << text(dataset.name);
                return names.isEmpty() ? tr("nothing") : names.join(QStringLiteral(", "));
            }},
           {tr("Domain"), [](const SchemaRow& row) { return domainWord(row.schema.domain); }},
           momentColumn<SchemaRow>(
               tr("Created"), [](const SchemaRow& row) { return row.schema.creationDateTime; })},
          [](const SchemaRow& row) { return text(row.schema.arn()); }, parent) {}

ImportJobModel::ImportJobModel(QObject* parent)
    : ResourceTableModel(
          {{tr("Name"), [](const ImportJobRow& row) { return text(row.job.jobName); }},
           {tr("Mode"), [](const ImportJobRow& row) { return modeWord(row.job.importMode); }},
           stateColumn<ImportJobRow>(
               tr("Status"),
               [](const ImportJobRow& row) -> const DatasetImportJob& { return row.job; }),
           reportColumn(tr("Rows kept"),
                        [](const ImportReport& report) { return report.rowsKept; }),
           reportColumn(tr("Rejected"),
                        [](const ImportReport& report) { return report.rowsRejected; }),
           {tr("Took"),
            [](const ImportJobRow& row) {
                return hasReport(row) ? widgets::durationText(row.report.seconds) : dash();
            },
            true,
            [](const ImportJobRow& row) {
                return QVariant(hasReport(row) ? row.report.seconds : -1);
            }},
           {tr("File"),
            [](const ImportJobRow& row) {
                const auto place = text(row.job.dataSource.dataLocation);
                return place.mid(place.lastIndexOf(u'/') + 1);
            },
            false,
            {},
            {},
            [](const ImportJobRow& row) { return text(row.job.dataSource.dataLocation); }},
           momentColumn<ImportJobRow>(
               tr("Created"), [](const ImportJobRow& row) { return row.job.creationDateTime; })},
          [](const ImportJobRow& row) { return text(row.job.arn()); }, parent) {}

SolutionModel::SolutionModel(QObject* parent)
    : ResourceTableModel(
          {nameColumn<Solution>(tr("Name")),
           {tr("Recipe"), [](const Solution& row) { return bridge::recipeTitle(row.recipeArn); }},
           stateColumn<Solution>(tr("Status")),
           {tr("Latest version"),
            [](const Solution& row) {
                if (!row.latestSolutionVersion) return dash();
                return tr("%1 · %2").arg(
                    bridge::shortId(row.latestSolutionVersion->solutionVersionArn),
                    bridge::statusWord(row.latestSolutionVersion->status));
            }},
           momentColumn<Solution>(tr("Created"),
                                  [](const Solution& row) { return row.creationDateTime; })},
          keyOf<Solution>(), parent) {}

SolutionVersionModel::SolutionVersionModel(QObject* parent)
    : ResourceTableModel(
          {{tr("Version"),
            [](const SolutionVersionRow& row) {
                return row.version.name.empty() ? bridge::shortId(row.version.solutionVersionArn)
                                                : text(row.version.name);
            }},
           {tr("Mode"),
            [](const SolutionVersionRow& row) { return modeWord(row.version.trainingMode); }},
           stateColumn<SolutionVersionRow>(
               tr("Status"),
               [](const SolutionVersionRow& row) -> const SolutionVersion& { return row.version; }),
           momentColumn<SolutionVersionRow>(
               tr("Trained"),
               [](const SolutionVersionRow& row) { return row.version.creationDateTime; }),
           {tr("Events"),
            [](const SolutionVersionRow& row) {
                return row.events > 0 ? bridge::countText(row.events) : dash();
            },
            true,
            [](const SolutionVersionRow& row) {
                return QVariant::fromValue<qlonglong>(row.events);
            }},
           {tr("Seconds"),
            [](const SolutionVersionRow& row) {
                return row.seconds ? bridge::numberText(*row.seconds, *row.seconds < 10 ? 1 : 0)
                                   : dash();
            },
            true, [](const SolutionVersionRow& row) { return QVariant(row.seconds.value_or(-1)); }},
           {tr("NDCG at 10"),
            [](const SolutionVersionRow& row) {
                return row.ndcgAt10 ? bridge::numberText(*row.ndcgAt10, 3) : dash();
            },
            true,
            [](const SolutionVersionRow& row) { return QVariant(row.ndcgAt10.value_or(-1)); }},
           {tr("Deployed in"),
            [](const SolutionVersionRow& row) {
                return row.deployedIn.isEmpty() ? dash()
                                                : row.deployedIn.join(QStringLiteral(", "));
            }}},
          [](const SolutionVersionRow& row) { return text(row.version.arn()); }, parent) {}

CampaignModel::CampaignModel(QObject* parent)
    : ResourceTableModel(
          {nameColumn<Campaign>(tr("Name")),
           {tr("Version"),
            [](const Campaign& row) {
                const auto& arn = row.solutionVersionArn;
                const auto solution = arn.substr(0, arn.rfind('/'));
                return tr("%1 of %2").arg(bridge::shortId(arn), bridge::shortId(solution));
            },
            false,
            {},
            {},
            [](const Campaign& row) { return text(row.solutionVersionArn); }},
           {tr("Exploration"), explorationText, true},
           stateColumn<Campaign>(tr("Status"),
                                 [](const Campaign& row) -> const Campaign& { return row; }),
           momentColumn<Campaign>(tr("Last change"),
                                  [](const Campaign& row) { return row.lastUpdatedDateTime; })},
          keyOf<Campaign>(), parent) {}

FilterModel::FilterModel(QObject* parent)
    : ResourceTableModel(
          {nameColumn<Filter>(tr("Name")),
           {tr("Expression"), [](const Filter& row) { return text(row.filterExpression); }},
           stateColumn<Filter>(tr("Status")),
           momentColumn<Filter>(tr("Created"),
                                [](const Filter& row) { return row.creationDateTime; })},
          keyOf<Filter>(), parent) {}

EventTrackerModel::EventTrackerModel(QObject* parent)
    : ResourceTableModel(
          {nameColumn<EventTracker>(tr("Name")),
           {tr("Tracking id"), [](const EventTracker& row) { return text(row.trackingId); }},
           stateColumn<EventTracker>(tr("Status")),
           momentColumn<EventTracker>(
               tr("Created"), [](const EventTracker& row) { return row.creationDateTime; })},
          keyOf<EventTracker>(), parent) {}

}  // namespace foretaste::models
