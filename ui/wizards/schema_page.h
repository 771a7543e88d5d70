// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/console.h"
#include "ui/widgets/wizard_frame.h"
#include "ui/wizards/drafts.h"
#include "ui/wizards/refusals.h"

class QComboBox;

namespace foretaste::wizards {

class SchemaEditor;

/// The step that says what the columns of a dataset are: a new schema, or one that exists. A wizard
/// for a dataset that has its schema for good keeps the page to itself.
class SchemaPage : public widgets::WizardPage {
    Q_OBJECT

public:
    explicit SchemaPage(bridge::Console& console, QWidget* parent = nullptr);

    /// What the dataset is and what its group is called. Starts from the service's own schema of
    /// that kind unless the user has made one of it already.
    void setKind(service::DatasetType type, service::Domain domain, const QString& groupName);
    void setSurroundings(const TakenNames& taken,
                         const std::vector<service::DatasetSchema>& schemas);
    /// The dataset exists, and with it its schema: there is nothing to decide on this page.
    void setExistingDataset(const QString& arn, const QString& name,
                            const service::DatasetSchema& schema);

    DatasetDraft draft() const;
    void setDraft(const DatasetDraft& draft);
    QString json() const;
    service::Domain domain() const { return domain_; }
    void setJson(const QString& json);
    /// Shows a document that a file suggests; the next file may suggest another.
    void suggestJson(const QString& json);
    /// A new schema of which the user has changed nothing since it was suggested.
    bool isUntouched() const;
    bool isEditable() const {
        return !schemaLocked_ && existingDatasetArn_.isEmpty() && !isReused();
    }
    bool isReused() const;
    /// For the review: what the schema is called, and its columns.
    QString schemaName() const;
    QStringList columns() const;
    /// The schema has been created and cannot change any more.
    void lockSchema();
    /// The dataset, too.
    void lock();

    QList<widgets::FieldError> check() override;

signals:
    /// The schema was taken from this file.
    void inferredFrom(const QString& location);

private:
    void chooseFile();
    void showChoice();

    bridge::Console& console_;
    service::DatasetType type_ = service::DatasetType::Interactions;
    service::Domain domain_ = service::Domain::None;
    QString groupName_;
    bool schemaLocked_ = false;
    bool locked_ = false;
    QString existingDatasetArn_;
    QString existingSchemaArn_;
    QString starter_;
    QString suggested_;  ///< by the file that was looked at last
    QString own_;        ///< the user's document while another schema is shown
    TakenNames taken_;
    std::vector<service::DatasetSchema> schemas_;
    QLineEdit* datasetName_;
    QComboBox* choice_;
    QLineEdit* schemaName_;
    SchemaEditor* editor_;
    widgets::FormField* datasetNameField_;
    widgets::FormField* choiceField_;
    widgets::FormField* schemaNameField_;
    widgets::FormField* editorField_;
};

}  // namespace foretaste::wizards
