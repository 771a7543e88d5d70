// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizards/dataset_creation.h"

namespace foretaste::wizards {

class GroupDetailsPage;

/// A dataset group, its interactions dataset and, where a file is given, the first import.
class CreateDatasetGroupWizard : public DatasetCreation {
    Q_OBJECT

public:
    explicit CreateDatasetGroupWizard(bridge::Console& console, QWidget* parent = nullptr);

    void reject() override;

protected:
    void initializePage(int id) override;
    QJsonObject saveDraft() const override;
    void loadDraft(const QJsonObject& json) override;
    void submit() override;
    void keepMade() override;

private:
    CreateDatasetGroupDraft draft() const;
    void passOnDetails();

    TakenNames taken_;
    GroupDetailsPage* details_;
    SchemaPage* schema_;
    ImportPage* import_;
};

}  // namespace foretaste::wizards
