// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/dataset_creation.h"

#include "ui/bridge/words.h"
#include "ui/models/resource_models.h"

namespace foretaste::wizards {

namespace {

const QString kName = QStringLiteral("name");

}  // namespace

std::vector<ResourceWizard::Step> DatasetCreation::datasetSteps(const SchemaPage& schema,
                                                                const ImportPage& import) const {
    const auto dataset = schema.draft();
    const auto importing = import.draft();
    const auto made = made_;
    std::vector<Step> steps;
    if (dataset.existingArn.isEmpty() && dataset.schema.existingArn.isEmpty())
        steps.push_back({tr("Schema %1").arg(dataset.schema.name),
                         [request = schemaRequest(dataset.schema, schema.domain())](
                             service::Service& service) { return service.createSchema(request); },
                         kept(&Made::schema),
                         {{kName, QStringLiteral("schemaName")}}});
    if (dataset.existingArn.isEmpty())
        steps.push_back({tr("Dataset %1").arg(dataset.name),
                         [made, dataset](service::Service& service) {
                             const auto schemaArn = dataset.schema.existingArn.isEmpty()
                                                        ? made->schema
                                                        : dataset.schema.existingArn.toStdString();
                             return service.createDataset(
                                 datasetRequest(dataset, made->group, schemaArn));
                         },
                         kept(&Made::dataset),
                         {{kName, QStringLiteral("datasetName")}}});
    else
        made->dataset = dataset.existingArn.toStdString();
    if (!importing.location.isEmpty())
        steps.push_back({tr("Import job %1").arg(importing.jobName),
                         [made, importing](service::Service& service) {
                             return service.createDatasetImportJob(
                                 importRequest(importing, made->dataset), importing.transforms);
                         },
                         kept(&Made::importJob),
                         {{kName, QStringLiteral("jobName")}}});
    return steps;
}

void DatasetCreation::reviewDataset(widgets::ReviewPage& review, const SchemaPage& schema,
                                    const ImportPage& import, bool edits) const {
    const auto dataset = schema.draft();
    const auto importing = import.draft();
    const auto type = models::typeWord(schema::typeName(dataset.type));
    review.addSection(tr("%1 dataset").arg(type), edits ? schema.objectName() : QString(),
                      {{tr("Name"), dataset.name},
                       {tr("Schema"), schema.schemaName()},
                       {tr("Columns"), schema.columns().join(QStringLiteral(", "))}});
    if (importing.location.isEmpty()) {
        review.addSection(tr("Data"), import.objectName(), {{tr("Import"), tr("none now")}});
        return;
    }
    QList<widgets::ReviewPage::Row> rows{{tr("File"), importing.location},
                                         {tr("Import job"), importing.jobName}};
    QStringList changes;
    for (const auto& line : ingest::describe(importing.transforms)) changes << bridge::text(line);
    if (!changes.isEmpty())
        rows.append({tr("Changed on the way in"), changes.join(QStringLiteral("; "))});
    if (import.hasRows())
        rows.append({tr("Rows that are there"), models::modeWord(importing.mode)});
    review.addSection(tr("Data"), import.objectName(), rows);
}

void DatasetCreation::lock(SchemaPage& schema) const {
    if (!made_->dataset.empty())
        schema.lock();
    else if (!made_->schema.empty())
        schema.lockSchema();
}

}  // namespace foretaste::wizards
