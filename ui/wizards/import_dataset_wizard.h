// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizards/dataset_creation.h"

namespace foretaste::wizards {

/// Data of one kind for a group: makes schema and dataset where the group has none of the kind, and
/// imports. Which steps there are is decided when the wizard opens.
class ImportDatasetWizard : public DatasetCreation {
    Q_OBJECT

public:
    ImportDatasetWizard(bridge::Console& console, const QString& groupArn,
                        service::DatasetType type, QWidget* parent = nullptr);

    /// Leaves a draft for the wizard of this group.
    static void keepDraft(const QString& groupName, const ImportDatasetDraft& draft);

protected:
    QJsonObject saveDraft() const override;
    void loadDraft(const QJsonObject& json) override;
    void submit() override;
    void keepMade() override;

private:
    struct Surroundings {
        service::DatasetGroup group;
        TakenNames taken;
        std::vector<service::DatasetSchema> schemas;
        service::Dataset dataset;       ///< of the kind; without a name where there is none
        service::DatasetSchema schema;  ///< of that dataset
        bool hasRows = false;
    };
    static Surroundings lookAround(service::Service& service, const std::string& groupArn,
                                   service::DatasetType type);
    void take(const Surroundings& found);
    void addSteps(const Surroundings& found);

    service::DatasetType type_;
    SchemaPage* schema_;
    ImportPage* import_ = nullptr;  ///< once it is known whether there is a dataset
};

}  // namespace foretaste::wizards
