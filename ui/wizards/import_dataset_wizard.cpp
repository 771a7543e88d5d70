// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/import_dataset_wizard.h"

#include <QJsonDocument>

#include "ui/bridge/words.h"
#include "ui/models/resource_models.h"

namespace foretaste::wizards {

using bridge::text;
using service::DatasetType;
using service::ResourceKind;

namespace {

QString scopeOf(const QString& groupName, DatasetType type) {
    return groupName + u'/' + typeSlug(type);
}

const QString kWizard = QStringLiteral("importDataset");

}  // namespace

ImportDatasetWizard::ImportDatasetWizard(bridge::Console& console, const QString& groupArn,
                                         DatasetType type, QWidget* parent)
    : DatasetCreation(console, kWizard, scopeOf(bridge::shortId(groupArn.toStdString()), type),
                      tr("Import %1").arg(models::typeNoun(type)), tr("Import"), parent),
      type_(type),
      schema_(new SchemaPage(console, this)) {
    schema_->hide();
    *kept(&Made::group) = groupArn.toStdString();
    follow(
        {ResourceKind::Schema, ResourceKind::Dataset, ResourceKind::DatasetImportJob},
        [group = groupArn.toStdString(), type](service::Service& service) {
            return lookAround(service, group, type);
        },
        [this](const Surroundings& found) { take(found); });
}

ImportDatasetWizard::Surroundings ImportDatasetWizard::lookAround(service::Service& service,
                                                                  const std::string& groupArn,
                                                                  DatasetType type) {
    Surroundings found{service.describeDatasetGroup(groupArn), takenNames(service), {}, {}, {}};
    found.schemas =
        models::allOf([&](const service::Page& page) { return service.listSchemas(page); });
    for (const auto& dataset : models::allOf(
             [&](const service::Page& page) { return service.listDatasets(groupArn, page); })) {
        if (schema::typeFromName(dataset.datasetType) != type) continue;
        found.dataset = dataset;
        found.schema = service.describeSchema(dataset.schemaArn);
        found.hasRows = service.datasetStatistics(dataset.datasetArn).bulkRows > 0;
    }
    return found;
}

void ImportDatasetWizard::take(const Surroundings& found) {
    const auto groupName = text(found.group.name);
    schema_->setKind(type_, found.group.domain, groupName);
    schema_->setSurroundings(found.taken, found.schemas);
    if (!import_) addSteps(found);
    import_->setSurroundings(groupName, found.taken);
    import_->setHasRows(found.hasRows);
}

void ImportDatasetWizard::addSteps(const Surroundings& found) {
    const bool exists = !found.dataset.datasetArn.empty();
    if (exists)
        schema_->setExistingDataset(text(found.dataset.datasetArn), text(found.dataset.name),
                                    found.schema);
    else
        addStep(schema_);
    import_ = new ImportPage(console(), *schema_, exists);
    addStep(import_, !exists);
    connect(schema_, &SchemaPage::inferredFrom, import_, &ImportPage::setLocation);
    addReview(exists ? tr("Look over what is going to be imported.")
                     : tr("Look over what is going to be created."),
              [this, exists](widgets::ReviewPage& page) {
                  reviewDataset(page, *schema_, *import_, !exists);
              });
    if (!exists) setButtonText(FinishButton, tr("Create %1 dataset").arg(models::typeNoun(type_)));
}

QJsonObject ImportDatasetWizard::saveDraft() const {
    ImportDatasetDraft entered{schema_->draft(), import_->draft()};
    // A schema that was made before a refusal is one to choose the next time.
    if (!schemaArn().isEmpty()) entered.dataset.schema.existingArn = schemaArn();
    return toJson(entered);
}

void ImportDatasetWizard::loadDraft(const QJsonObject& json) {
    const auto draft = importDraftFrom(json);
    schema_->setDraft(draft.dataset);
    import_->setDraft(draft.import);
}

void ImportDatasetWizard::keepDraft(const QString& groupName, const ImportDatasetDraft& draft) {
    leaveDraft(draftKey(kWizard, scopeOf(groupName, draft.dataset.type)), toJson(draft));
}

void ImportDatasetWizard::submit() {
    make(datasetSteps(*schema_, *import_));
}

void ImportDatasetWizard::keepMade() {
    lock(*schema_);
}

}  // namespace foretaste::wizards
