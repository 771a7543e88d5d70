// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/schema/schemas_page.h"

#include "core/schema/schema.h"
#include "ui/bridge/words.h"
#include "ui/pages/deletions.h"
#include "ui/pages/listings.h"
#include "ui/pages/pages.h"
#include "ui/widgets/card.h"
#include "ui/widgets/small_parts.h"
#include "ui/wizards/schema_editor.h"

namespace foretaste::pages {

using bridge::text;
using models::SchemaRow;
using service::ResourceKind;
using widgets::FlashKind;

SchemasPage::SchemasPage(bridge::Console& console, QWidget* parent)
    : ResourcePage(kSchemas, console, parent),
      model_(new models::SchemaModel(this)),
      table_(new SortedTable(tr("Schemas"), *model_)),
      list_(new widgets::Card),
      detail_(new widgets::Card),
      usedBy_(new widgets::ProtocolLine),
      editor_(new wizards::SchemaEditor),
      empty_(new widgets::EmptyState(
          theme::Icon::Schema, tr("No schema yet"),
          tr("A schema says which columns a dataset has and what they hold. It is made together "
             "with a dataset, from the CSV file."))),
      delete_(addAction(tr("Delete"), QStringLiteral("deleteSchemaButton"))) {
    setTitle(tr("Schemas"));
    constexpr int kRows = 8;
    table_->setObjectName(QStringLiteral("schemasTable"));
    table_->setStretchColumn(models::SchemaModel::Fields);
    table_->setFitRows(kRows);
    table_->setSettingsKey(QStringLiteral("schemas"));
    list_->body()->addWidget(table_);
    editor_->setReadOnly(true);
    detail_->setSubtitle(tr("a schema cannot be changed once it is made"));
    detail_->body()->addWidget(editor_, 1);
    detail_->body()->addWidget(usedBy_);
    content()->addWidget(list_);
    content()->addWidget(detail_, 1);
    content()->addWidget(empty_, 4);
    empty_->setAction(tr("Go to dataset groups"));

    connect(table_, &SortedTable::currentKeyChanged, this, &SchemasPage::showCurrent);
    connect(table_, &SortedTable::deletePressed, this, &SchemasPage::removeCurrent);
    connect(delete_, &QPushButton::clicked, this, &SchemasPage::removeCurrent);
    connect(usedBy_, &widgets::ProtocolLine::linkActivated, this,
            [this](const QString& dataset) { emit navigate(kDataset, dataset); });
    connect(empty_, &widgets::EmptyState::actionTriggered, this,
            [this] { emit navigate(kDatasetGroups); });
}

std::vector<SchemaRow> SchemasPage::fetch(service::Service& service) {
    std::vector<SchemaRow> rows;
    for (const auto& schema :
         models::allOf([&](const auto& page) { return service.listSchemas(page); }))
        rows.push_back({service.describeSchema(schema.schemaArn), {}});
    for (const auto& group :
         models::allOf([&](const auto& page) { return service.listDatasetGroups(page); }))
        for (const auto& each : datasetsOf(service, group.datasetGroupArn)) {
            auto dataset = service.describeDataset(each.datasetArn);
            const auto its = std::find_if(rows.begin(), rows.end(), [&](const SchemaRow& row) {
                return row.schema.schemaArn == dataset.schemaArn;
            });
            if (its != rows.end()) its->usedBy.push_back(std::move(dataset));
        }
    return rows;
}

void SchemasPage::open() {
    follow({ResourceKind::Schema, ResourceKind::Dataset, ResourceKind::DatasetGroup}, fetch,
           [this](std::vector<SchemaRow> rows) { show(std::move(rows)); });
}

void SchemasPage::show(std::vector<SchemaRow> rows) {
    const bool any = !rows.empty();
    model_->setRows(std::move(rows));
    if (any && table_->currentKey().isEmpty())
        table_->setCurrentKey(text(model_->rows().front().schema.arn()));
    list_->setVisible(any);
    detail_->setVisible(any);
    empty_->setVisible(!any);
    delete_->setVisible(any);
    showCurrent();
}

void SchemasPage::showCurrent() {
    const auto* row = model_->at(model_->rowOf(table_->currentKey()));
    detail_->setVisible(row != nullptr);
    delete_->setEnabled(row && row->usedBy.empty());
    delete_->setToolTip(row && !row->usedBy.empty()
                            ? tr("A dataset has it. Delete the dataset first.")
                            : QString());
    if (!row) return;
    const auto& schema = row->schema;
    detail_->setTitle(text(schema.name));
    QStringList links;
    for (const auto& dataset : row->usedBy)
        links << QStringLiteral("<a href=\"%1\">%2</a>")
                     .arg(text(dataset.datasetArn).toHtmlEscaped(),
                          tr("%1 of %2")
                              .arg(text(dataset.name), bridge::shortId(dataset.datasetGroupArn))
                              .toHtmlEscaped());
    usedBy_->setText(links.isEmpty() ? tr("No dataset has it.")
                                     : tr("Used by %1.").arg(links.join(QStringLiteral(", "))));
    try {
        editor_->setKind(schema::typeOf(schema::parseSchema(schema.schema)), schema.domain);
    } catch (const base::ServiceError&) {
        // The editor says what is wrong with it.
    }
    editor_->setJson(text(schema.schema));
}

void SchemasPage::removeCurrent() {
    const auto* row = model_->at(model_->rowOf(table_->currentKey()));
    if (!row || !row->usedBy.empty()) return;
    deleteSchema(console(), this, row->schema.arn(),
                 {[this](const QString& name) {
                      emit flash(FlashKind::Success, tr("Schema %1 was deleted.").arg(name));
                  },
                  [this](const QString& why) { emit flash(FlashKind::Error, why); }});
}

}  // namespace foretaste::pages
