// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data_step.h"

#include <QToolButton>

#include "ui/bridge/words.h"
#include "ui/models/resource_models.h"
#include "ui/pages/text_link.h"
#include "ui/theme/theme.h"
#include "ui/widgets/small_parts.h"

namespace foretaste::pages {

using namespace theme;
using bridge::countText;
using bridge::text;
using service::DatasetType;
using service::Status;

namespace {

QString rowsText(DatasetType type, std::int64_t rows) {
    const auto count = countText(rows);
    switch (type) {
        case DatasetType::Items: return DataStep::tr("%1 items").arg(count);
        case DatasetType::Users: return DataStep::tr("%1 users").arg(count);
        default: return DataStep::tr("%1 events").arg(count);
    }
}

}  // namespace

/// One kind: its name leads to the dataset, then what it holds, a tick, and Import.
class DataStep::Line : public QWidget {
public:
    Line(DatasetType type, const QString& buttonName, DataStep& step)
        : QWidget(&step),
          type_(type),
          link_(new TextLink(models::typeWord(schema::typeName(type)), this)),
          plain_(makeLabel(link_->words(), TextRole::Body, Tone::Text, this)),
          rows_(makeLabel({}, TextRole::Body, Tone::Text, this)),
          mark_(new widgets::StatusBadge(this)),
          import_(new QToolButton(this)) {
        auto* layout = new QHBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 1);
        layout->setSpacing(kSpaceS);
        layout->addWidget(link_);
        layout->addWidget(plain_);
        layout->addStretch();
        layout->addWidget(rows_);
        layout->addWidget(mark_);
        layout->addWidget(import_);
        setMinimumHeight(kRowHeight + kSpaceXxs);
        rows_->setObjectName(QStringLiteral("rowsLabel"));
        import_->setObjectName(buttonName);
        import_->setIcon(icon(Icon::Upload, Tone::Accent));
        import_->setIconSize({kIconSmall, kIconSmall});
        import_->setFixedSize(28, 28);
        import_->setAutoRaise(true);
        import_->setFocusPolicy(Qt::TabFocus);
        const auto words = DataStep::tr("Import %1").arg(models::typeNoun(type));
        import_->setToolTip(words);
        import_->setAccessibleName(words);
        QObject::connect(import_, &QToolButton::clicked, &step,
                         [type, &step] { emit step.importRequested(type); });
        QObject::connect(link_, &TextLink::activated, &step,
                         [this, &step] { emit step.datasetOpened(dataset_); });
    }

    void show(const KindFacts& kind, const service::JobInfo* job) {
        dataset_ = kind.dataset ? text(kind.dataset->datasetArn) : QString();
        import_->setEnabled(!kind.importing());
        importing_ = kind.importing() ? kind.newestImport->arn() : std::string{};
        link_->setVisible(!dataset_.isEmpty());
        plain_->setVisible(dataset_.isEmpty());
        const bool any = kind.rows() > 0;
        theme::setText(*rows_, TextRole::Body, any ? Tone::Text : Tone::Muted);
        if (job)
            takeProgress(*job);
        else if (any)
            rows_->setText(rowsText(type_, kind.rows()));
        else
            rows_->setText(type_ == DatasetType::Interactions ? DataStep::tr("none yet")
                                                              : DataStep::tr("optional"));
        mark_->set(kind.importing() ? widgets::Status::InProgress : widgets::Status::Success, {});
        mark_->setVisible(any || kind.importing());
    }

    void takeProgress(const service::JobInfo& job) {
        if (job.arn != importing_ || !service::isUnderWay(job.status)) return;
        rows_->setText(DataStep::tr("importing %1")
                           .arg(bridge::percentText(std::max(0.0, job.progress.fraction))));
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter(this).fillRect(QRect(0, height() - 1, width(), 1), colors().line);
    }

private:
    DatasetType type_;
    QString dataset_;
    std::string importing_;
    TextLink* link_;
    QLabel* plain_;
    QLabel* rows_;
    widgets::StatusBadge* mark_;
    QToolButton* import_;
};

DataStep::DataStep(QWidget* parent)
    : StepCard(1, tr("Data"), parent), remark_(new widgets::ProtocolLine) {
    setObjectName(QStringLiteral("dataStep"));
    auto* lines = new QVBoxLayout;
    lines->setSpacing(0);
    for (const auto& [type, button] :
         {std::pair{DatasetType::Interactions, "importInteractionsButton"},
          {DatasetType::Items, "importItemsButton"},
          {DatasetType::Users, "importUsersButton"}}) {
        lines_ << new Line(type, QLatin1String(button), *this);
        lines->addWidget(lines_.last());
    }
    body()->addLayout(lines);
    body()->addStretch();
    remark_->setObjectName(QStringLiteral("dataRemark"));
    body()->addWidget(remark_);
    connect(remark_, &widgets::ProtocolLine::linkActivated, this, &DataStep::importOpened);
}

void DataStep::show(const OverviewFacts& facts) {
    bool importing = false;
    for (std::size_t i = 0; i < facts.kinds.size(); ++i) {
        const auto& kind = facts.kinds[i];
        importing |= kind.importing();
        lines_[static_cast<int>(i)]->show(
            kind, kind.importing() ? facts.job(kind.newestImport->arn()) : nullptr);
    }
    if (importing)
        setState(widgets::Status::InProgress, tr("importing"));
    else if (facts.interactions().rows() > 0)
        setState(widgets::Status::Success, tr("ready"));
    else
        setState(widgets::Status::NotStarted, {});
    remark_->setText(remarkOf(facts));
}

void DataStep::takeProgress(const service::JobInfo& job) {
    for (auto* line : lines_) line->takeProgress(job);
}

/// What went wrong in the newest imports, each with a link to its report.
QString DataStep::remarkOf(const OverviewFacts& facts) {
    QStringList remarks;
    for (const auto& kind : facts.kinds) {
        const auto what = models::typeNoun(kind.type);
        const auto link = [](const std::string& job, const QString& words) {
            return QStringLiteral("<a href=\"%1\" style=\"text-decoration:none\">%2</a>")
                .arg(text(job).toHtmlEscaped(), words);
        };
        if (kind.newestImport && kind.newestImport->status == Status::CreateFailed)
            remarks << tr("The last import of %1 failed, %2")
                           .arg(what, link(kind.newestImport->arn(), tr("see why")));
        else if (kind.report.rowsRejected > 0)
            remarks << tr("Rejected rows of %1: %2, %3")
                           .arg(what, countText(kind.report.rowsRejected),
                                link(kind.reportJob, tr("see why and mend them")));
    }
    if (remarks.isEmpty() && facts.interactions().rows() == 0)
        remarks << tr("A CSV with a user, an item and a time in each row is enough to begin with.");
    return remarks.join(QStringLiteral("<br>"));
}

}  // namespace foretaste::pages
