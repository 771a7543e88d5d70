// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizards/form_dialog.h"

class QLineEdit;

namespace foretaste::wizards {

class ChoiceCards;

/// Writes a dataset's rows into a CSV that an import takes in unchanged.
class ExportDatasetDialog : public FormDialog {
    Q_OBJECT

public:
    ExportDatasetDialog(bridge::Console& console, const QString& datasetArn,
                        QWidget* parent = nullptr);

private:
    void submit() override;
    /// A name for the job that no other has, and what there is to export.
    struct Surroundings {
        QString jobName;
        service::DatasetStatistics statistics;
    };
    static Surroundings lookAround(service::Service& service, const std::string& datasetArn);
    void take(const Surroundings& found);
    QWidget* makeFolderInput();

    QString datasetArn_;
    ChoiceCards* rows_;
    QLineEdit* folder_;
    QLineEdit* jobName_;
};

}  // namespace foretaste::wizards
