// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizards/form_dialog.h"

class QLineEdit;

namespace foretaste::wizards {

class SchemaEditor;

/// Gives a dataset another schema while its rows stay: columns that may be null can be added, and
/// how a column is used can change.
class ReplaceSchemaDialog : public FormDialog {
    Q_OBJECT

public:
    ReplaceSchemaDialog(bridge::Console& console, const QString& datasetArn,
                        QWidget* parent = nullptr);

private:
    void submit() override;
    struct Surroundings {
        service::Dataset dataset;
        service::DatasetSchema schema;
        TakenNames taken;
    };
    void take(const Surroundings& found);

    Surroundings found_;
    QString datasetArn_;
    SchemaEditor* editor_;
    QLineEdit* name_;
};

}  // namespace foretaste::wizards
