// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/dataset_page.h"

#include "ui/pages/deletions.h"
#include "ui/pages/job_card.h"
#include "ui/pages/pages.h"
#include "ui/widgets/card.h"
#include "ui/widgets/key_value_panel.h"
#include "ui/wizards/open.h"
#include "ui/wizards/schema_editor.h"

namespace foretaste::pages {

using bridge::countText;
using bridge::text;
using models::ImportJobModel;
using service::DatasetType;
using widgets::FlashKind;

DatasetPage::DatasetPage(bridge::Console& console, QWidget* parent)
    : ResourcePage(kDataset, console, parent),
      delete_(addAction(tr("Delete"), QStringLiteral("deleteDatasetButton"))),
      export_(addAction(tr("Export…"), QStringLiteral("exportDatasetButton"))),
      browse_(addAction(tr("Browse rows"), QStringLiteral("browseRowsButton"))),
      import_(addPrimary(tr("Import data"), QStringLiteral("importDataButton"))),
      job_(new JobCard(console)),
      facts_(new widgets::KeyValuePanel(4)),
      imports_(new ImportJobModel(this)),
      importsTable_(new SortedTable(tr("Imports"), *imports_)),
      rows_(new models::DatasetRowsModel(console, this)),
      rowsTable_(new widgets::DataTable(tr("Rows"))),
      rowsCard_(new widgets::Card(tr("Rows"))),
      rowsRemark_(theme::makeLabel({}, theme::TextRole::Small, theme::Tone::Muted, nullptr, true)),
      schema_(new wizards::SchemaEditor),
      replaceSchema_(new QPushButton(tr("Replace schema…"))),
      schemaRemark_(
          theme::makeLabel({}, theme::TextRole::Small, theme::Tone::Muted, nullptr, true)) {
    setNavigationId(kDatasets);
    job_->setOpenText(tr("Show report"));
    content()->addWidget(job_);
    auto* card = new widgets::Card;
    card->body()->addWidget(facts_);
    content()->addWidget(card);
    addImportsCard();
    addRowsCard();
    addSchemaCard();
    content()->addStretch(1);

    connect(import_, &QPushButton::clicked, this, &DatasetPage::import);
    connect(delete_, &QPushButton::clicked, this, &DatasetPage::remove);
    connect(export_, &QPushButton::clicked, this, &DatasetPage::exportRows);
    connect(browse_, &QPushButton::clicked, this,
            [this] { emit navigate(kDatasetRows, argument()); });
    connect(job_, &JobCard::stopRequested, this, &DatasetPage::stopImport);
    connect(job_, &JobCard::opened, this,
            [this](const QString& job) { emit navigate(kImportJob, job); });
}

void DatasetPage::addImportsCard() {
    constexpr int kMostRows = 6;
    importsTable_->setObjectName(QStringLiteral("importsTable"));
    importsTable_->setStatusColumn(ImportJobModel::State);
    importsTable_->setStretchColumn(ImportJobModel::Location);
    importsTable_->setFitRows(kMostRows);
    importsTable_->setSortingEnabled(false);  // a history
    importsTable_->setEmptyText(tr("Nothing has been imported yet."));
    auto* card = new widgets::Card(tr("Imports"), tr("the newest first; open one for its report"));
    card->body()->addWidget(importsTable_);
    content()->addWidget(card);
    connect(importsTable_, &SortedTable::keyOpened, this,
            [this](const QString& job) { emit navigate(kImportJob, job); });
}

void DatasetPage::addRowsCard() {
    constexpr int kMostRows = 11;
    rowsTable_->setObjectName(QStringLiteral("rowsTable"));
    rowsTable_->setModel(rows_);
    rowsTable_->setFitRows(kMostRows);
    rowsRemark_->setObjectName(QStringLiteral("rowsRemark"));
    connect(rowsTable_, &widgets::DataTable::opened, this,
            [this] { emit navigate(kDatasetRows, argument()); });
    rowsCard_->body()->addWidget(rowsTable_);
    rowsCard_->body()->addWidget(rowsRemark_);
    content()->addWidget(rowsCard_);
    connect(rows_, &models::DatasetRowsModel::failed, this, [this](const QString& why) {
        theme::setText(*rowsRemark_, theme::TextRole::Small, theme::Tone::Bad);
        rowsRemark_->setText(tr("The rows could not be read: %1").arg(why));
        rowsRemark_->show();
    });
}

void DatasetPage::addSchemaCard() {
    schema_->setReadOnly(true);
    auto* card = new widgets::Card(
        tr("Schema"), tr("a schema cannot be changed once it is made, but another can take over"));
    replaceSchema_->setObjectName(QStringLiteral("replaceSchemaButton"));
    schemaRemark_->setObjectName(QStringLiteral("schemaRemark"));
    card->addHeadWidget(replaceSchema_);
    card->body()->addWidget(schemaRemark_);
    card->body()->addWidget(schema_);
    connect(replaceSchema_, &QPushButton::clicked, this, &DatasetPage::replaceSchema);
    content()->addWidget(card);
}

void DatasetPage::open() {
    setTitle(models::typeWord(bridge::shortId(arn()).toStdString()));
    header().setBreadcrumb({});
    setGone(tr("This dataset is gone"), tr("All dataset groups"), kDatasetGroups, {});
    rowsOf_.clear();
    using service::ResourceKind;
    follow(
        {ResourceKind::Dataset, ResourceKind::DatasetImportJob},
        [dataset = arn()](service::Service& service) { return fetch(service, dataset); },
        [this](Shown shown) { show(std::move(shown)); });
}

DatasetPage::Shown DatasetPage::fetch(service::Service& service, const std::string& datasetArn) {
    Shown shown;
    shown.dataset = service.describeDataset(datasetArn);
    shown.statistics = service.datasetStatistics(datasetArn);
    shown.schema = service.describeSchema(shown.dataset.schemaArn);
    for (auto& job : models::allOf(
             [&](const auto& page) { return service.listDatasetImportJobs(datasetArn, page); })) {
        auto report = service.importReport(job.arn());
        shown.imports.push_back({std::move(job), std::move(report)});
    }
    std::reverse(shown.imports.begin(), shown.imports.end());
    for (const auto& job : service.jobs())
        for (const auto& import : shown.imports)
            // The import's own state is the last word: its job ends a moment later.
            if (job.arn == import.job.arn() && service::isUnderWay(import.job.status))
                shown.running = job;
    return shown;
}

void DatasetPage::show(Shown shown) {
    dataset_ = shown.dataset;
    const auto group = dataset_.datasetGroupArn;
    setTitle(text(dataset_.name));
    header().setPill(models::typeWord(dataset_.datasetType));
    header().setStatus(models::statusOf(dataset_.status), bridge::statusWord(dataset_.status));
    header().setBreadcrumb({{bridge::shortId(group), kOverview, text(group)},
                            {tr("Datasets"), kDatasets, text(group)},
                            {text(dataset_.name), {}, {}}});
    setGone(tr("This dataset is gone"), tr("Datasets of %1").arg(bridge::shortId(group)), kDatasets,
            text(group));
    delete_->show();
    import_->show();
    export_->setVisible(shown.statistics.bulkRows + shown.statistics.putRows > 0);
    job_->follow(shown.running);
    showFacts(shown);
    showRows(shown);
    schema_->setKind(schema::typeFromName(dataset_.datasetType).value_or(DatasetType::Interactions),
                     shown.schema.domain);
    schema_->setJson(text(shown.schema.schema));
    showUpdate();
    imports_->setRows(std::move(shown.imports));
}

/// How the newest replacement of the schema went.
void DatasetPage::showUpdate() {
    const auto& update = dataset_.latestDatasetUpdate;
    const bool failed = update && update->status == service::Status::CreateFailed;
    const bool running = update && service::isUnderWay(update->status);
    replaceSchema_->setEnabled(!running);
    theme::setText(*schemaRemark_, theme::TextRole::Small,
                   failed ? theme::Tone::Bad : theme::Tone::Muted);
    schemaRemark_->setText(
        failed ? tr("The schema %1 could not take over: %2")
                     .arg(bridge::shortId(update->schemaArn),
                          bridge::sentenceText(text(update->failureReason)))
        : running ? tr("The schema %1 is taking over…").arg(bridge::shortId(update->schemaArn))
                  : QString());
    schemaRemark_->setVisible(failed || running);
}

void DatasetPage::showFacts(const Shown& shown) {
    const auto& statistics = shown.statistics;
    const auto type = schema::typeFromName(dataset_.datasetType);
    QList<widgets::KeyValuePanel::Row> facts;
    facts.append({tr("Rows imported"), countText(statistics.bulkRows)});
    if (type == DatasetType::Interactions) {
        facts.append({tr("Events put one by one"), countText(statistics.putRows)});
        facts.append({tr("Users"), countText(statistics.users)});
        facts.append({tr("Items"), countText(statistics.items)});
        const bool any = statistics.newest > 0;
        facts.append({tr("From"), any && statistics.oldest > 0 ? bridge::dateText(statistics.oldest)
                                                               : QString()});
        facts.append({tr("To"), any ? bridge::dateText(statistics.newest) : QString()});
    }
    facts.append({tr("Size"), bridge::sizeText(statistics.bytes)});
    facts.append({tr("Created"), bridge::momentText(dataset_.creationDateTime)});
    facts.append({tr("Schema"), text(shown.schema.name)});
    facts.append({tr("ARN"), text(dataset_.datasetArn), true});
    facts_->setRows(facts);
}

void DatasetPage::showRows(const Shown& shown) {
    const auto newest =
        std::find_if(shown.imports.begin(), shown.imports.end(),
                     [](const auto& row) { return row.job.status == service::Status::Active; });
    rowsCard_->setVisible(newest != shown.imports.end());
    browse_->setVisible(newest != shown.imports.end());
    if (newest == shown.imports.end()) return;
    theme::setText(*rowsRemark_, theme::TextRole::Small, theme::Tone::Muted);
    rowsRemark_->setText(
        tr("Events that were put one by one are used in training, but not listed "
           "here."));
    rowsRemark_->setVisible(shown.statistics.putRows > 0);
    rowsCard_->setSubtitle(tr("%1, as imported").arg(countText(shown.statistics.bulkRows)));
    const auto importedBy = text(newest->job.arn());
    if (importedBy == rowsOf_) return;
    const bool another = rows_->dataset() == argument();
    rowsOf_ = importedBy;
    if (another)
        rows_->reload();
    else
        rows_->setDataset(argument());
}

void DatasetPage::import() {
    wizards::importDataset(
        console(), window(), text(dataset_.datasetGroupArn),
        schema::typeFromName(dataset_.datasetType).value_or(DatasetType::Interactions),
        [here = QPointer(this)](const QString&) {
            if (here) here->fetchAgain();
        });
}

void DatasetPage::exportRows() {
    wizards::exportDataset(
        console(), window(), argument(), [here = QPointer(this)](const QString& job) {
            if (!here) return;
            emit here->flash(FlashKind::Success,
                             tr("The export %1 is under way; the job list shows when it is done.")
                                 .arg(bridge::shortId(job.toStdString())));
        });
}

void DatasetPage::replaceSchema() {
    wizards::replaceSchema(console(), window(), argument(),
                           [here = QPointer(this)](const QString&) {
                               if (here) here->fetchAgain();
                           });
}

void DatasetPage::remove() {
    deleteDataset(console(), this, arn(),
                  {[this, group = text(dataset_.datasetGroupArn)](const QString& name) {
                       emit flash(FlashKind::Success, tr("Dataset %1 was deleted.").arg(name));
                       if (isVisible()) emit navigate(kDatasets, group);
                   },
                   [this](const QString& why) { emit flash(FlashKind::Error, why); }});
}

void DatasetPage::stopImport(const QString& job) {
    act([arn = job.toStdString()](service::Service& service) { service.stopDatasetImportJob(arn); },
        [] {});
}

}  // namespace foretaste::pages
