// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/create_dataset_group_wizard.h"

#include "ui/models/resource_models.h"
#include "ui/wizards/group_details_page.h"
#include "ui/wizards/import_dataset_wizard.h"

namespace foretaste::wizards {

using service::DatasetType;
using service::ResourceKind;

namespace {

struct Surroundings {
    TakenNames taken;
    std::vector<service::DatasetSchema> schemas;
};

}  // namespace

CreateDatasetGroupWizard::CreateDatasetGroupWizard(bridge::Console& console, QWidget* parent)
    : DatasetCreation(console, QStringLiteral("createDatasetGroup"), {}, tr("Create dataset group"),
                      tr("Create dataset group"), parent),
      details_(new GroupDetailsPage),
      schema_(new SchemaPage(console)),
      import_(new ImportPage(console, *schema_, false)) {
    addStep(details_);
    addStep(schema_);
    addStep(import_, true);
    addReview(tr("Look over what is going to be created."), [this](widgets::ReviewPage& page) {
        page.addSection(tr("Dataset group"), details_->objectName(),
                        {{tr("Name"), details_->name()},
                         {tr("Domain"), models::domainWord(details_->domain())}});
        reviewDataset(page, *schema_, *import_, true);
    });
    connect(schema_, &SchemaPage::inferredFrom, import_, &ImportPage::setLocation);
    follow(
        {ResourceKind::DatasetGroup, ResourceKind::Schema, ResourceKind::DatasetImportJob},
        [](service::Service& service) {
            return Surroundings{takenNames(service), models::allOf([&](const service::Page& page) {
                                    return service.listSchemas(page);
                                })};
        },
        [this](const Surroundings& found) {
            taken_ = found.taken;
            details_->setTaken(found.taken);
            schema_->setSurroundings(found.taken, found.schemas);
            passOnDetails();
        });
}

CreateDatasetGroupDraft CreateDatasetGroupWizard::draft() const {
    return {details_->name(), details_->domain(), schema_->draft(), import_->draft()};
}

void CreateDatasetGroupWizard::passOnDetails() {
    schema_->setKind(DatasetType::Interactions, details_->domain(), details_->name());
    import_->setSurroundings(details_->name(), taken_);
}

void CreateDatasetGroupWizard::initializePage(int id) {
    passOnDetails();
    DatasetCreation::initializePage(id);
}

QJsonObject CreateDatasetGroupWizard::saveDraft() const {
    return toJson(draft());
}

void CreateDatasetGroupWizard::loadDraft(const QJsonObject& json) {
    const auto draft = groupDraftFrom(json);
    details_->set(draft.name, draft.domain);
    passOnDetails();
    schema_->setDraft(draft.dataset);
    import_->setDraft(draft.import);
}

void CreateDatasetGroupWizard::submit() {
    std::vector<Step> steps{{tr("Dataset group %1").arg(details_->name()),
                             [request = datasetGroupRequest(draft())](service::Service& service) {
                                 return service.createDatasetGroup(request).datasetGroupArn;
                             },
                             kept(&Made::group),
                             {}}};
    for (auto& step : datasetSteps(*schema_, *import_)) steps.push_back(std::move(step));
    make(steps);
}

void CreateDatasetGroupWizard::keepMade() {
    if (!groupArn().isEmpty()) details_->lock();
    lock(*schema_);
}

void CreateDatasetGroupWizard::reject() {
    DatasetCreation::reject();
    if (made() == 0) return;
    // The group is there: what is left of the draft goes on in the wizard for its datasets.
    dropDraft();
    auto rest = ImportDatasetDraft{schema_->draft(), import_->draft()};
    rest.dataset.schema.existingArn = schemaArn();
    ImportDatasetWizard::keepDraft(details_->name(), rest);
}

}  // namespace foretaste::wizards
