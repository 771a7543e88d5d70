// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/open.h"

#include "ui/wizards/campaign_wizard.h"
#include "ui/wizards/create_dataset_group_wizard.h"
#include "ui/wizards/create_solution_version_dialog.h"
#include "ui/wizards/create_solution_wizard.h"
#include "ui/wizards/export_dataset_dialog.h"
#include "ui/wizards/filter/create_filter_dialog.h"
#include "ui/wizards/import_dataset_wizard.h"
#include "ui/wizards/replace_schema_dialog.h"

namespace foretaste::wizards {

namespace {

/// Has a wizard made over the window of `parent`, unless one of its kind is there already, as after
/// a double click. It shows itself once it knows the workspace.
template <class Make, class Done>
void start(const char* objectName, QWidget* parent, const Make& make, const Done& done) {
    QWidget* window = parent ? parent->window() : nullptr;
    if (window &&
        window->findChild<QDialog*>(QLatin1String(objectName), Qt::FindDirectChildrenOnly))
        return;
    auto* wizard = make(window);
    if constexpr (requires { wizard->setReopen({}); })
        wizard->setReopen(
            [=, window = QPointer(window)] { start(objectName, window, make, done); });
    // A wizard that is done may live on for a moment and must not be taken for one that is open.
    QObject::connect(wizard, &QDialog::finished, wizard, [wizard] { wizard->setObjectName({}); });
    QObject::connect(wizard, &QDialog::accepted, wizard, [wizard, done] { done(wizard); });
}

}  // namespace

void createDatasetGroup(bridge::Console& console, QWidget* parent,
                        std::function<void(const QString&)> done) {
    start(
        "createDatasetGroupWizard", parent,
        [&console](QWidget* window) { return new CreateDatasetGroupWizard(console, window); },
        [done](const CreateDatasetGroupWizard* wizard) {
            if (done) done(wizard->groupArn());
        });
}

void importDataset(bridge::Console& console, QWidget* parent, const QString& groupArn,
                   service::DatasetType type, std::function<void(const QString&)> done) {
    start(
        "importDatasetWizard", parent,
        [&console, groupArn, type](QWidget* window) {
            return new ImportDatasetWizard(console, groupArn, type, window);
        },
        [done](const ImportDatasetWizard* wizard) {
            if (done) done(wizard->datasetArn());
        });
}

void exportDataset(bridge::Console& console, QWidget* parent, const QString& datasetArn,
                   std::function<void(const QString&)> done) {
    start(
        "exportDatasetDialog", parent,
        [&console, datasetArn](QWidget* window) {
            return new ExportDatasetDialog(console, datasetArn, window);
        },
        [done](const ExportDatasetDialog* dialog) {
            if (done) done(dialog->madeArn());
        });
}

void replaceSchema(bridge::Console& console, QWidget* parent, const QString& datasetArn,
                   std::function<void(const QString&)> done) {
    start(
        "replaceSchemaDialog", parent,
        [&console, datasetArn](QWidget* window) {
            return new ReplaceSchemaDialog(console, datasetArn, window);
        },
        [done](const ReplaceSchemaDialog* dialog) {
            if (done) done(dialog->madeArn());
        });
}

void createSolution(bridge::Console& console, QWidget* parent, const QString& groupArn,
                    std::function<void(const QString&, const QString&)> done) {
    start(
        "createSolutionWizard", parent,
        [&console, groupArn](QWidget* window) {
            return new CreateSolutionWizard(console, groupArn, window);
        },
        [done](const CreateSolutionWizard* wizard) {
            if (done) done(wizard->solutionArn(), wizard->versionArn());
        });
}

void createSolutionVersion(bridge::Console& console, QWidget* parent, const QString& solutionArn,
                           std::function<void(const QString&)> done) {
    start(
        "createSolutionVersionDialog", parent,
        [&console, solutionArn](QWidget* window) {
            return new CreateSolutionVersionDialog(console, solutionArn, window);
        },
        [done](const CreateSolutionVersionDialog* dialog) {
            if (done) done(dialog->versionArn());
        });
}

void createCampaign(bridge::Console& console, QWidget* parent, const QString& groupArn,
                    const QString& versionArn, std::function<void(const QString&)> done) {
    start(
        "campaignWizard", parent,
        [&console, groupArn, versionArn](QWidget* window) {
            return CampaignWizard::forNew(console, groupArn, versionArn, window);
        },
        [done](const CampaignWizard* wizard) {
            if (done) done(wizard->campaignArn());
        });
}

void updateCampaign(bridge::Console& console, QWidget* parent, const QString& campaignArn,
                    const QString& versionArn, std::function<void(const QString&)> done) {
    start(
        "campaignWizard", parent,
        [&console, campaignArn, versionArn](QWidget* window) {
            return CampaignWizard::forUpdate(console, campaignArn, versionArn, window);
        },
        [done](const CampaignWizard* wizard) {
            if (done) done(wizard->campaignArn());
        });
}

void createFilter(bridge::Console& console, QWidget* parent, const QString& groupArn,
                  const QString& like, std::function<void(const QString&)> done) {
    start(
        "createFilterDialog", parent,
        [&console, groupArn, like](QWidget* window) {
            return new CreateFilterDialog(console, groupArn, like, window);
        },
        [done](const CreateFilterDialog* dialog) {
            if (done) done(dialog->filterArn());
        });
}

}  // namespace foretaste::wizards
