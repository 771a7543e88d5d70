// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/export_dataset_dialog.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>

#include "ui/bridge/words.h"
#include "ui/models/live_list.h"
#include "ui/theme/theme.h"
#include "ui/widgets/dialogs.h"
#include "ui/widgets/form_field.h"
#include "ui/wizards/choice_cards.h"

namespace foretaste::wizards {

using bridge::countText;
using bridge::text;
using service::IngestionMode;

namespace {

const QString kAll = QStringLiteral("all");
const QString kBulk = QStringLiteral("bulk");
const QString kPut = QStringLiteral("put");

IngestionMode modeOf(const QString& choice) {
    return choice == kBulk  ? IngestionMode::Bulk
           : choice == kPut ? IngestionMode::Put
                            : IngestionMode::All;
}

}  // namespace

ExportDatasetDialog::ExportDatasetDialog(bridge::Console& console, const QString& datasetArn,
                                         QWidget* parent)
    : FormDialog(console, QStringLiteral("exportDatasetDialog"),
                 tr("Export %1").arg(bridge::shortId(datasetArn.toStdString()).toLower()),
                 tr("Export"), QStringLiteral("exportButton"), parent),
      datasetArn_(datasetArn),
      rows_(new ChoiceCards),
      folder_(new QLineEdit),
      jobName_(new QLineEdit) {
    addField(QStringLiteral("ingestionMode"), tr("Rows"), rows_);
    addField(QStringLiteral("path"), tr("&Folder"), makeFolderInput(),
             tr("A folder, a .csv file to be written, or s3://bucket/key of the workspace."));
    addField(QStringLiteral("jobName"), tr("&Export job name"), jobName_,
             tr("The file is called like the job."));
    console.call(
        this,
        [arn = datasetArn.toStdString()](service::Service& service) {
            return lookAround(service, arn);
        },
        [this](const Surroundings& found) { take(found); },
        [this](const bridge::CallError& error) {
            deleteLater();
            widgets::inform(parentWidget(), windowTitle(), bridge::sentenceText(error.message));
        });
}

QWidget* ExportDatasetDialog::makeFolderInput() {
    auto* box = new QWidget;
    auto* line = new QHBoxLayout(box);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(theme::kSpaceS);
    folder_->setObjectName(QStringLiteral("folderInput"));
    folder_->setText(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    auto* choose = new QPushButton(tr("Choose…"));
    choose->setObjectName(QStringLiteral("chooseFolderButton"));
    choose->setAutoDefault(false);
    line->addWidget(folder_, 1);
    line->addWidget(choose);
    box->setFocusProxy(folder_);
    connect(choose, &QPushButton::clicked, this, [this] {
        const auto folder = widgets::openFolder(this, tr("Folder of the export"));
        if (!folder.isEmpty()) folder_->setText(folder);
    });
    return box;
}

ExportDatasetDialog::Surroundings ExportDatasetDialog::lookAround(service::Service& service,
                                                                  const std::string& datasetArn) {
    const auto dataset = service.describeDataset(datasetArn);
    QSet<QString> taken;
    for (const auto& each : models::allOf([&](const service::Page& page) {
             return service.listDatasets(dataset.datasetGroupArn, page);
         }))
        for (const auto& job : models::allOf([&](const service::Page& page) {
                 return service.listDatasetExportJobs(each.datasetArn, page);
             }))
            taken << text(job.jobName);
    return {freeNumberedName(text(dataset.name) + QStringLiteral("-export"), taken),
            service.datasetStatistics(datasetArn)};
}

void ExportDatasetDialog::take(const Surroundings& found) {
    const auto& statistics = found.statistics;
    const auto choice = [](const QString& id, const QString& title, const QString& what,
                           std::int64_t rows) {
        Choice made{id, title, what};
        made.available = rows > 0;
        made.remark = rows == 1 ? tr("1 row") : tr("%1 rows").arg(countText(rows));
        made.kind = Choice::Remark::Note;
        return made;
    };
    rows_->setChoices(
        {choice(kAll, tr("All rows"), tr("Of users and items the newest record of each."),
                statistics.bulkRows + statistics.putRows),
         choice(kBulk, tr("Imported rows"), tr("What came in by files."), statistics.bulkRows),
         choice(kPut, tr("Rows put one by one"), tr("What came in by events and records."),
                statistics.putRows)});
    jobName_->setText(found.jobName);
    open();
}

void ExportDatasetDialog::submit() {
    service::CreateDatasetExportJobRequest request;
    request.jobName = jobName_->text().trimmed().toStdString();
    request.datasetArn = datasetArn_.toStdString();
    request.ingestionMode = modeOf(rows_->value());
    request.jobOutput.s3DataDestination.path = folder_->text().trimmed().toStdString();
    make([request](service::Service& service) { return service.createDatasetExportJob(request); },
         {{QStringLiteral("name"), QStringLiteral("jobName")},
          {QStringLiteral("jobOutput.s3DataDestination.path"), QStringLiteral("path")}});
}

}  // namespace foretaste::wizards
