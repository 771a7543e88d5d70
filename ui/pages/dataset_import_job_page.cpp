// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/dataset_import_job_page.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

#include "core/base/file.h"
#include "ui/bridge/engine_words.h"
#include "ui/bridge/words.h"
#include "ui/pages/job_card.h"
#include "ui/pages/notice.h"
#include "ui/pages/pages.h"
#include "ui/theme/icons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/key_value_panel.h"
#include "ui/widgets/metric_tile.h"
#include "ui/widgets/progress_line.h"
#include "ui/wizards/open.h"

namespace foretaste::pages {

using bridge::countText;
using bridge::text;
using models::ImportIssueModel;
using service::DatasetType;
using service::ImportReport;
using theme::TextRole;
using theme::Tone;
using widgets::FlashKind;
using widgets::MetricTile;

RejectReasonModel::RejectReasonModel(QObject* parent)
    : ResourceTableModel(
          {{tr("Column"), [](const RejectReason& row) { return row.column; }},
           {tr("What is wrong"), [](const RejectReason& row) { return row.reason; }},
           {tr("Rows"), [](const RejectReason& row) { return countText(row.rows); }, true},
           {tr("Share"), [](const RejectReason& row) { return bridge::percentText(row.share); },
            true}},
          [](const RejectReason& row) { return row.column + u':' + row.reason; }, parent) {}

DatasetImportJobPage::DatasetImportJobPage(bridge::Console& console, QWidget* parent)
    : ResourcePage(kImportJob, console, parent),
      stop_(addAction(tr("Stop"), QStringLiteral("stopImportButton"))),
      import_(addPrimary(tr("Import data"), QStringLiteral("importDataButton"))),
      progress_(new JobCard(console)),
      notice_(new Notice(FlashKind::Error)),
      facts_(new widgets::KeyValuePanel(4)),
      reasons_(new RejectReasonModel(this)),
      issues_(new ImportIssueModel(this)) {
    setNavigationId(kDatasets);
    progress_->stopButton()->hide();  // the header has one
    notice_->setObjectName(QStringLiteral("importNotice"));
    content()->addWidget(progress_);
    content()->addWidget(notice_);
    content()->addWidget(makeTiles());
    auto* card = new widgets::Card;
    card->body()->addWidget(facts_);
    content()->addWidget(card);
    content()->addWidget(makeWarningsCard());
    content()->addWidget(makeRejectedCard());
    content()->addStretch(1);

    connect(import_, &QPushButton::clicked, this, &DatasetImportJobPage::importAgain);
    connect(stop_, &QPushButton::clicked, this, [this] {
        stop_->setEnabled(false);
        act([job = arn()](service::Service& service) { service.stopDatasetImportJob(job); }, [] {});
    });
}

QWidget* DatasetImportJobPage::makeTiles() {
    tiles_ = new QWidget;
    auto* row = new QHBoxLayout(tiles_);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::kSpaceM);
    const auto add = [&](const QString& label, const QString& name, const QString& definition) {
        auto* tile = new MetricTile(label);
        tile->setObjectName(name);
        tile->setDefinition(definition);
        row->addWidget(tile, 1);
        return tile;
    };
    read_ = add(tr("Rows read"), QStringLiteral("rowsReadTile"),
                tr("Records of all files, without their headings."));
    kept_ = add(tr("Rows kept"), QStringLiteral("rowsKeptTile"),
                tr("Valid rows that are new. An event that repeats user, item and time of another "
                   "counts once; of two records with one id the later is kept."));
    rejected_ = add(tr("Rows rejected"), QStringLiteral("rowsRejectedTile"),
                    tr("Rows with a value that the schema does not allow. They are written to a "
                       "file of their own, with the reason."));
    speed_ = add(tr("Time"), QStringLiteral("importTimeTile"),
                 tr("Reading, checking and writing, on this machine."));
    return tiles_;
}

QWidget* DatasetImportJobPage::makeWarningsCard() {
    warningsCard_ = new widgets::Card(tr("Remarks"));
    warnings_ = theme::makeLabel({}, TextRole::Table, Tone::Text, nullptr, true);
    warnings_->setObjectName(QStringLiteral("importWarnings"));
    warnings_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    warningsCard_->body()->addWidget(warnings_);
    return warningsCard_;
}

QWidget* DatasetImportJobPage::makeRejectedCard() {
    constexpr int kMostReasons = 6, kMostIssues = 10;
    rejectedCard_ = new widgets::Card(tr("Rejected rows"), tr("by reason"));
    auto* reasonsTable = new widgets::DataTable(tr("Reasons"));
    reasonsTable->setObjectName(QStringLiteral("reasonsTable"));
    reasonsTable->setModel(reasons_);
    reasonsTable->setStretchColumn(RejectReasonModel::Reason);
    reasonsTable->setFitRows(kMostReasons);
    rejectedCard_->body()->addWidget(reasonsTable);
    rejectedCard_->body()->addSpacing(theme::kSpaceM);

    issuesRemark_ = theme::makeLabel({}, TextRole::Heading);
    rejectedCard_->body()->addWidget(issuesRemark_);
    issuesTable_ = new widgets::DataTable(tr("Rejected rows"));
    issuesTable_->setObjectName(QStringLiteral("issuesTable"));
    issuesTable_->setModel(issues_);
    issuesTable_->setStretchColumn(ImportIssueModel::Reason);
    issuesTable_->setFitRows(kMostIssues);
    rejectedCard_->body()->addWidget(issuesTable_);
    rejectedCard_->body()->addSpacing(theme::kSpaceS);

    auto* file = new QHBoxLayout;
    rejectFileFact_ = new widgets::KeyValuePanel(1);
    auto* open = new QPushButton(theme::icon(theme::Icon::Folder, Tone::Accent), tr("Open folder"));
    open->setObjectName(QStringLiteral("openRejectFolderButton"));
    connect(open, &QPushButton::clicked, this, &DatasetImportJobPage::openRejectFolder);
    file->addWidget(rejectFileFact_, 1);
    file->addWidget(open, 0, Qt::AlignBottom);
    rejectedCard_->body()->addLayout(file);
    return rejectedCard_;
}

void DatasetImportJobPage::open() {
    setTitle(bridge::shortId(arn()));
    header().setBreadcrumb({});
    setGone(tr("This import is gone"), tr("All dataset groups"), kDatasetGroups, {});
    stop_->setEnabled(true);
    using service::ResourceKind;
    follow(
        {ResourceKind::DatasetImportJob},
        [job = arn()](service::Service& service) { return fetch(service, job); },
        [this](const Shown& shown) { show(shown); });
}

DatasetImportJobPage::Shown DatasetImportJobPage::fetch(service::Service& service,
                                                        const std::string& jobArn) {
    Shown shown;
    shown.job = service.describeDatasetImportJob(jobArn);
    shown.report = service.importReport(jobArn);
    shown.dataset = service.describeDataset(shown.job.datasetArn);
    shown.file = text(base::pathText(service.locate(shown.job.dataSource.dataLocation)));
    for (const auto& job : service.jobs())
        if (job.arn == jobArn && service::isUnderWay(shown.job.status)) shown.running = job;
    return shown;
}

void DatasetImportJobPage::show(const Shown& shown) {
    const auto& report = shown.report;
    dataset_ = shown.dataset;
    showHeader(shown);
    showState(shown);
    showTiles(report, shown.job.importMode == service::ImportMode::Incremental);
    facts_->setRows({{tr("File"), QDir::toNativeSeparators(shown.file), true},
                     {tr("Mode"), models::modeWord(shown.job.importMode)},
                     {tr("Started"), bridge::momentText(shown.job.creationDateTime)},
                     {tr("ARN"), text(shown.job.datasetImportJobArn), true}});
    QStringList warnings;
    for (const auto& warning : report.warnings)
        warnings << bridge::sentenceText(text(warning));
    warnings_->setText(warnings.join(u'\n'));
    warningsCard_->setVisible(!warnings.isEmpty());
    showRejected(report);
}

void DatasetImportJobPage::showHeader(const Shown& shown) {
    const auto& job = shown.job;
    const auto group = text(dataset_.datasetGroupArn);
    setTitle(text(job.jobName));
    header().setStatus(models::statusOf(job.status), bridge::statusWord(job.status));
    header().setBreadcrumb({{bridge::shortId(dataset_.datasetGroupArn), kOverview, group},
                            {tr("Datasets"), kDatasets, group},
                            {text(dataset_.name), kDataset, text(dataset_.datasetArn)},
                            {text(job.jobName), {}, {}}});
    setGone(tr("This import is gone"),
            tr("Datasets of %1").arg(bridge::shortId(group.toStdString())), kDatasets, group);
    stop_->setVisible(service::isUnderWay(job.status));
    import_->setVisible(!service::isUnderWay(job.status));
}

void DatasetImportJobPage::showState(const Shown& shown) {
    progress_->follow(shown.running);
    const bool failed = shown.job.status == service::Status::CreateFailed;
    if (failed)
        notice_->setText(tr("%1 Nothing was imported; what the dataset held before is still there.")
                             .arg(bridge::sentenceText(text(shown.job.failureReason))));
    else
        notice_->setText({});
}

void DatasetImportJobPage::showTiles(const ImportReport& report, bool added) {
    tiles_->setVisible(report.rowsRead > 0);
    if (report.rowsRead == 0) return;
    const auto rejectedShare =
        static_cast<double>(report.rowsRejected) / static_cast<double>(report.rowsRead);
    read_->setValue(countText(report.rowsRead));
    read_->setDelta(bridge::sizeText(report.bytes));
    kept_->setLabel(added ? tr("Rows now in the dataset") : tr("Rows kept"));
    kept_->setValue(countText(report.rowsKept));
    kept_->setDelta(report.duplicates > 0
                        ? tr("repeats left out: %1").arg(countText(report.duplicates))
                        : tr("no repeats"));
    rejected_->setValue(countText(report.rowsRejected));
    rejected_->setDelta(report.rowsRejected > 0
                            ? tr("%1 of the rows").arg(bridge::percentText(rejectedShare, 1))
                            : tr("every row was valid"),
                        report.rowsRejected > 0 ? Tone::Warn : Tone::Muted);
    speed_->setValue(widgets::durationText(report.seconds));
    speed_->setDelta(report.seconds > 0
                         ? tr("%1 rows/s")
                               .arg(countText(std::llround(static_cast<double>(report.rowsRead) /
                                                           report.seconds)))
                         : QString());
}

void DatasetImportJobPage::showRejected(const ImportReport& report) {
    rejectedCard_->setVisible(report.rowsRejected > 0);
    std::vector<RejectReason> reasons;
    for (const auto& [reason, rows] : report.reasons) {
        // What concerns a whole row names no column.
        static const QRegularExpression kInColumn(QStringLiteral("^(\\w+): (.*)$"));
        const auto match = kInColumn.match(text(reason));
        const auto all = static_cast<double>(std::max<std::int64_t>(1, report.rowsRejected));
        reasons.push_back(
            {match.hasMatch() ? match.captured(1) : tr("whole row"),
             bridge::spoken(match.hasMatch() ? match.captured(2).toStdString() : reason), rows,
             static_cast<double>(rows) / all});
    }
    std::stable_sort(reasons.begin(), reasons.end(),
                     [](const auto& a, const auto& b) { return a.rows > b.rows; });
    reasons_->setRows(std::move(reasons));
    issues_->setRows(report.samples);
    const auto sampled = static_cast<std::int64_t>(report.samples.size());
    issuesRemark_->setText(sampled < report.rowsRejected
                               ? tr("The first %1 of them").arg(countText(sampled))
                               : tr("Each of them"));
    const bool oneFile =
        std::all_of(report.samples.begin(), report.samples.end(),
                    [&](const auto& issue) { return issue.file == report.samples.front().file; });
    issuesTable_->setColumnHidden(ImportIssueModel::File, oneFile);
    rejectFile_ = text(report.rejectFile);
    rejectFileFact_->setRows({{tr("All of them with the reasons, to mend and import again"),
                               QDir::toNativeSeparators(rejectFile_), true}});
}

void DatasetImportJobPage::importAgain() {
    wizards::importDataset(
        console(), window(), text(dataset_.datasetGroupArn),
        schema::typeFromName(dataset_.datasetType).value_or(DatasetType::Interactions),
        [here = QPointer(this)](const QString& dataset) {
            if (here) emit here->navigate(kDataset, dataset);
        });
}

void DatasetImportJobPage::openRejectFolder() {
    const auto folder = QFileInfo(rejectFile_).absolutePath();
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
        emit flash(FlashKind::Error, tr("The folder %1 could not be opened.").arg(folder));
}

}  // namespace foretaste::pages
