// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/service.h"
#include "ui/models/resource_table_model.h"

namespace foretaste::models {

// Tables of resources. Columns are named by their place, for setStatusColumn() and the like.

class DatasetGroupModel : public ResourceTableModel<service::DatasetGroup> {
    Q_OBJECT
public:
    enum { Name, Domain, State, Created };
    explicit DatasetGroupModel(QObject* parent = nullptr);
};

/// A dataset with what it holds; statistics are asked for apart and may still be on their way.
struct DatasetRow {
    service::Dataset dataset;
    std::optional<service::DatasetStatistics> statistics;
};
class DatasetModel : public ResourceTableModel<DatasetRow> {
    Q_OBJECT
public:
    enum { Name, Type, State, Rows, Size, Changed };
    explicit DatasetModel(QObject* parent = nullptr);
};

/// A schema with the datasets that have it.
struct SchemaRow {
    service::DatasetSchema schema;
    std::vector<service::Dataset> usedBy;
};
class SchemaModel : public ResourceTableModel<SchemaRow> {
    Q_OBJECT
public:
    enum { Name, Type, Fields, UsedBy, Domain, Created };
    explicit SchemaModel(QObject* parent = nullptr);
};

/// An import with what it did; a report that has read no rows is one of an import under way.
struct ImportJobRow {
    service::DatasetImportJob job;
    service::ImportReport report;
};
class ImportJobModel : public ResourceTableModel<ImportJobRow> {
    Q_OBJECT
public:
    enum { Name, Mode, State, Kept, Rejected, Seconds, Location, Created };
    explicit ImportJobModel(QObject* parent = nullptr);
};

class SolutionModel : public ResourceTableModel<service::Solution> {
    Q_OBJECT
public:
    enum { Name, Recipe, State, LatestVersion, Created };
    explicit SolutionModel(QObject* parent = nullptr);
};

/// A version with the figures that a list of versions shows beside it.
struct SolutionVersionRow {
    service::SolutionVersion version;
    std::optional<double> ndcgAt10;  ///< of its metrics
    std::optional<double> seconds;   ///< training and measuring
    std::int64_t events = 0;
    QStringList deployedIn;  ///< names of campaigns
};
class SolutionVersionModel : public ResourceTableModel<SolutionVersionRow> {
    Q_OBJECT
public:
    enum { Version, Mode, State, Trained, Events, Seconds, Ndcg, Deployed };
    explicit SolutionVersionModel(QObject* parent = nullptr);
};

class CampaignModel : public ResourceTableModel<service::Campaign> {
    Q_OBJECT
public:
    enum { Name, Version, Exploration, State, Changed };
    explicit CampaignModel(QObject* parent = nullptr);
};

class FilterModel : public ResourceTableModel<service::Filter> {
    Q_OBJECT
public:
    enum { Name, Expression, State, Created };
    explicit FilterModel(QObject* parent = nullptr);
};

class EventTrackerModel : public ResourceTableModel<service::EventTracker> {
    Q_OBJECT
public:
    enum { Name, TrackingId, State, Created };
    explicit EventTrackerModel(QObject* parent = nullptr);
};

QString domainWord(service::Domain domain);    ///< "Custom", "E-commerce"
QString typeWord(std::string_view type);       ///< "INTERACTIONS" is "Interactions"
QString typeNoun(service::DatasetType type);   ///< as it stands inside a sentence: "interactions"
QString modeWord(service::ImportMode mode);    ///< what an import does: "Replace", "Add"
QString modeWord(service::TrainingMode mode);  ///< "Full", "Update", "Automatic"

/// The look of a state in a table: icon and colour of its cell.
widgets::Status statusOf(service::Status status);

}  // namespace foretaste::models
