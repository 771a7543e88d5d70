// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/replace_schema_dialog.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include "ui/bridge/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/dialogs.h"
#include "ui/widgets/form_field.h"
#include "ui/wizards/schema_editor.h"

namespace foretaste::wizards {

using bridge::text;
using service::Service;

namespace {

constexpr int kWidth = 720, kHeight = 640;

}  // namespace

ReplaceSchemaDialog::ReplaceSchemaDialog(bridge::Console& console, const QString& datasetArn,
                                         QWidget* parent)
    : FormDialog(console, QStringLiteral("replaceSchemaDialog"), tr("Replace schema"),
                 tr("Replace"), QStringLiteral("replaceButton"), parent),
      datasetArn_(datasetArn),
      editor_(new SchemaEditor),
      name_(new QLineEdit) {
    addField(QStringLiteral("schema"), tr("Columns"), editor_,
             tr("The rows stay. Columns that allow null can be added, and what a column is used "
                "for can change; none can be taken away or get another type."));
    addField(QStringLiteral("schemaName"), tr("&Name of the new schema"), name_);
    body()->setStretch(0, 1);
    resize(kWidth, kHeight);
    connect(editor_, &SchemaEditor::jsonChanged, this,
            [this] { setReady(editor_->problem().isEmpty()); });
    console.call(
        this,
        [arn = datasetArn.toStdString()](Service& service) {
            Surroundings found;
            found.dataset = service.describeDataset(arn);
            found.schema = service.describeSchema(found.dataset.schemaArn);
            found.taken = takenNames(service);
            return found;
        },
        [this](const Surroundings& found) { take(found); },
        [this](const bridge::CallError& error) {
            deleteLater();
            widgets::inform(parentWidget(), windowTitle(), bridge::sentenceText(error.message));
        });
}

void ReplaceSchemaDialog::take(const Surroundings& found) {
    found_ = found;
    editor_->setKind(schema::typeFromName(found.dataset.datasetType)
                         .value_or(service::DatasetType::Interactions),
                     found.schema.domain);
    editor_->setJson(text(found.schema.schema));
    name_->setText(freeName(text(found.schema.name), found.taken.schemas));
    open();
}

void ReplaceSchemaDialog::submit() {
    service::CreateSchemaRequest schema;
    schema.name = name_->text().trimmed().toStdString();
    schema.schema = editor_->json().toStdString();
    schema.domain = found_.schema.domain;
    make(
        [schema, dataset = datasetArn_.toStdString()](Service& service) {
            const auto made = service.createSchema(schema);
            try {
                return service.updateDataset({.datasetArn = dataset, .schemaArn = made});
            } catch (...) {
                service.deleteSchema(made);  // nobody wants it: the name is free for the next try
                throw;
            }
        },
        {{QStringLiteral("name"), QStringLiteral("schemaName")},
         {QStringLiteral("schemaArn"), QStringLiteral("schema")}});
}

}  // namespace foretaste::wizards
