// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/schema_page.h"

#include <QComboBox>
#include <QSignalBlocker>

#include "core/service/check.h"
#include "ui/bridge/words.h"
#include "ui/theme/icons.h"
#include "ui/widgets/dialogs.h"
#include "ui/wizards/csv_source.h"
#include "ui/wizards/schema_editor.h"
#include "ui/wizards/suggested_name.h"

namespace foretaste::wizards {

using bridge::text;
using widgets::FieldError;
using widgets::FormField;

namespace {

QString starterOf(service::DatasetType type, service::Domain domain) {
    return text(schema::printSchema(schema::starterSchema(type, domain)));
}

}  // namespace

SchemaPage::SchemaPage(bridge::Console& console, QWidget* parent)
    : WizardPage(QStringLiteral("schema"), tr("Columns"),
                 tr("A schema says which columns the data have and what they mean. It cannot be "
                    "changed once the dataset is created."),
                 parent),
      console_(console),
      datasetName_(new QLineEdit),
      choice_(new QComboBox),
      schemaName_(new QLineEdit),
      editor_(new SchemaEditor) {
    auto* names = new QHBoxLayout;
    names->setSpacing(theme::kSpaceL);
    datasetNameField_ =
        new FormField(QStringLiteral("datasetName"), tr("&Dataset name"), datasetName_);
    choiceField_ = new FormField(QStringLiteral("schemaChoice"), tr("&Schema"), choice_);
    schemaNameField_ = new FormField(QStringLiteral("schemaName"), tr("Sc&hema name"), schemaName_);
    for (auto* field : {datasetNameField_, schemaNameField_}) {
        names->addWidget(field, 1, Qt::AlignTop);
        watchField(field);
    }
    body()->addLayout(names);
    addField(choiceField_);
    choiceField_->hide();
    auto* infer = new QPushButton(tr("Infer from CSV…"));
    infer->setObjectName(QStringLiteral("inferSchemaButton"));
    infer->setIcon(theme::icon(theme::Icon::Wand, theme::Tone::Accent));
    theme::setButtonKind(*infer, theme::ButtonKind::Quiet);
    editor_->setCornerButton(infer);
    editorField_ = addField(QStringLiteral("schema"), tr("Columns of the data"), editor_);
    connect(infer, &QPushButton::clicked, this, &SchemaPage::chooseFile);
    connect(editor_, &SchemaEditor::jsonChanged, editorField_,
            [this] { editorField_->setError(editor_->problem()); });
    connect(choice_, &QComboBox::currentIndexChanged, this, &SchemaPage::showChoice);
    setKind(type_, domain_, {});
}

void SchemaPage::setKind(service::DatasetType type, service::Domain domain,
                         const QString& groupName) {
    const bool fresh = starter_.isEmpty() || isUntouched();
    const bool other = type != type_ || domain != domain_ || starter_.isEmpty();
    type_ = type;
    domain_ = domain;
    groupName_ = groupName;
    starter_ = starterOf(type, domain);
    editor_->setKind(type, domain);
    if (schemaLocked_ || !existingDatasetArn_.isEmpty()) return;
    if (other) {
        if (fresh && !isReused()) {
            const QSignalBlocker quiet(editor_);
            editor_->setJson(starter_);
        }
        setSurroundings(taken_, schemas_);
    }
    if (groupName.isEmpty()) return;
    const auto stem = QStringLiteral("%1-%2").arg(groupName, typeSlug(type));
    suggestName(*datasetName_, freeName(stem, {}));
    suggestName(*schemaName_, freeName(stem + QStringLiteral("-schema"), taken_.schemas));
}

void SchemaPage::setSurroundings(const TakenNames& taken,
                                 const std::vector<service::DatasetSchema>& schemas) {
    taken_ = taken;
    schemas_ = schemas;
    const auto chosen = choice_->currentData().toString();
    {
        const QSignalBlocker quiet(choice_);
        choice_->clear();
        choice_->addItem(tr("Create a new schema"), QString());
        for (const auto& schema : schemas_) {
            if (schema.domain != domain_) continue;
            try {
                if (schema::typeOf(schema::parseSchema(schema.schema)) != type_) continue;
            } catch (const base::ServiceError&) {
                continue;  // a document of an older release that cannot be read is no choice
            }
            choice_->addItem(tr("Use %1").arg(text(schema.name)), text(schema.schemaArn));
        }
        choice_->setCurrentIndex(std::max(0, choice_->findData(chosen)));
    }
    choiceField_->setVisible(choice_->count() > 1 && existingDatasetArn_.isEmpty() &&
                             !schemaLocked_);
    if (!groupName_.isEmpty() && existingDatasetArn_.isEmpty() && !schemaLocked_)
        suggestName(*schemaName_,
                    freeName(QStringLiteral("%1-%2-schema").arg(groupName_, typeSlug(type_)),
                             taken_.schemas));
    if (choice_->currentData().toString() != chosen) showChoice();
}

void SchemaPage::setExistingDataset(const QString& arn, const QString& name,
                                    const service::DatasetSchema& schema) {
    existingDatasetArn_ = arn;
    existingSchemaArn_ = text(schema.schemaArn);
    datasetName_->setText(name);
    schemaName_->setText(text(schema.name));
    editor_->setJson(text(schema.schema));
}

bool SchemaPage::isReused() const {
    return !choice_->currentData().toString().isEmpty();
}

bool SchemaPage::isUntouched() const {
    const auto now = editor_->json();
    return isEditable() && (now == starter_ || now == suggested_);
}

void SchemaPage::showChoice() {
    const auto arn = choice_->currentData().toString();
    const bool reused = !arn.isEmpty();
    schemaNameField_->setVisible(!reused);
    editor_->setReadOnly(reused);
    if (reused) {
        if (own_.isEmpty()) own_ = editor_->json();
        for (const auto& schema : schemas_)
            if (text(schema.schemaArn) == arn) editor_->setJson(text(schema.schema));
    } else {
        editor_->setJson(own_.isEmpty() ? starter_ : own_);
        own_.clear();
    }
    changed();
}

DatasetDraft SchemaPage::draft() const {
    DatasetDraft draft;
    draft.type = type_;
    draft.existingArn = existingDatasetArn_;
    draft.name = datasetName_->text().trimmed();
    draft.schema.existingArn =
        existingDatasetArn_.isEmpty() ? choice_->currentData().toString() : existingSchemaArn_;
    draft.schema.name = schemaName_->text().trimmed();
    draft.schema.json = editor_->json();
    return draft;
}

void SchemaPage::setDraft(const DatasetDraft& draft) {
    if (!existingDatasetArn_.isEmpty()) return;  // what it is stands in the workspace
    if (!draft.name.isEmpty()) datasetName_->setText(draft.name);
    if (!draft.schema.name.isEmpty()) schemaName_->setText(draft.schema.name);
    if (const int reused = choice_->findData(draft.schema.existingArn); reused > 0)
        choice_->setCurrentIndex(reused);
    else if (!draft.schema.json.isEmpty() && draft.schema.existingArn.isEmpty())
        editor_->setJson(draft.schema.json);
}

QString SchemaPage::json() const {
    return editor_->json();
}

void SchemaPage::setJson(const QString& json) {
    editor_->setJson(json);
}

void SchemaPage::suggestJson(const QString& json) {
    suggested_ = json;
    editor_->setJson(json);
}

QString SchemaPage::schemaName() const {
    const auto reused = choice_->currentData().toString();
    return reused.isEmpty() ? schemaName_->text().trimmed() : bridge::shortId(reused.toStdString());
}

QStringList SchemaPage::columns() const {
    return editor_->fieldNames();
}

void SchemaPage::lockSchema() {
    schemaLocked_ = true;
    schemaName_->setEnabled(false);
    choice_->setEnabled(false);
    editor_->setReadOnly(true);
    editorField_->setHelp(tr("The schema is created already."));
}

void SchemaPage::lock() {
    lockSchema();
    locked_ = true;
    datasetName_->setEnabled(false);
}

void SchemaPage::chooseFile() {
    const auto path = widgets::openFile(this, tr("Choose a CSV of the data"),
                                        tr("Data (*.csv *.csv.gz *.gz);;All files (*)"));
    if (path.isEmpty()) return;
    editorField_->setError({});
    console_.call(
        this,
        [path = path.toStdString(), type = type_](service::Service& service) {
            return suggestSchema(service, path, type);
        },
        [this](const CsvSource& source) {
            setJson(text(source.schemaJson));
            editorField_->setHelp(source.schemaFile.empty()
                                      ? tr("Guessed from the first rows of the file: look it over.")
                                      : tr("Taken from %1, which lies beside the file.")
                                            .arg(text(source.schemaFile)));
            emit inferredFrom(text(source.location));
        },
        [this](const bridge::CallError& error) {
            editorField_->setError(asFieldError(error).message);
        });
}

QList<FieldError> SchemaPage::check() {
    QList<FieldError> errors;
    if (!existingDatasetArn_.isEmpty() || locked_) return errors;
    const auto entered = draft();
    errors += refusals(
        [&] {
            service::CreateDatasetRequest request = datasetRequest(
                entered, "arn:aws:personalize:::dataset-group/x", "arn:aws:personalize:::schema/x");
            service::check(request);
        },
        {{QStringLiteral("name"), QStringLiteral("datasetName")}});
    if (isReused() || schemaLocked_) return errors;
    errors += refusals([&] { service::check(schemaRequest(entered.schema, domain_)); },
                       {{QStringLiteral("name"), QStringLiteral("schemaName")}});
    if (const auto message = takenMessage(entered.schema.name, taken_.schemas); !message.isEmpty())
        errors.append({QStringLiteral("schemaName"), message});
    if (!editor_->problem().isEmpty())
        errors.append({QStringLiteral("schema"), editor_->problem()});
    return errors;
}

}  // namespace foretaste::wizards
