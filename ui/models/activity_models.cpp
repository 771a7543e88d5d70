// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/activity_models.h"

#include <QDateTime>

#include "ui/bridge/engine_words.h"
#include "ui/bridge/words.h"
#include "ui/models/resource_models.h"
#include "ui/widgets/progress_line.h"

namespace foretaste::models {

using bridge::text;
using service::Activity;
using service::JobInfo;

JobModel::JobModel(QObject* parent)
    : ResourceTableModel(
          {{tr("Job"), [](const JobInfo& job) { return bridge::spoken(job.title); }},
           {tr("Status"),
            [](const JobInfo& job) { return bridge::statusWord(job.status); },
            false,
            {},
            [](const JobInfo& job) { return statusOf(job.status); }},
           {tr("Progress"),
            [](const JobInfo& job) {
                if (!service::isUnderWay(job.status)) return QString();
                const auto phase = bridge::spoken(job.progress.phase);
                if (job.progress.fraction < 0) return phase;
                const auto share = bridge::percentText(job.progress.fraction);
                return phase.isEmpty() ? share : tr("%1 · %2").arg(share, phase);
            },
            false, [](const JobInfo& job) { return QVariant(job.progress.fraction); }},
           {tr("Rate"),
            [](const JobInfo& job) {
                if (job.progress.rate <= 0 || !service::isUnderWay(job.status)) return QString();
                return tr("%1 %2/s").arg(bridge::countText(std::llround(job.progress.rate)),
                                         bridge::spoken(job.progress.rateUnit));
            },
            true, [](const JobInfo& job) { return QVariant(job.progress.rate); }},
           {tr("Time"),
            [](const JobInfo& job) {
                if (job.endedMs > 0 && job.startedMs > 0)
                    return bridge::durationText(static_cast<double>(job.endedMs - job.startedMs) /
                                                1000);
                if (job.progress.etaSeconds < 0) return QString();
                return widgets::timeLeftText(job.progress.etaSeconds);
            },
            true}},
          [](const JobInfo& job) { return text(job.arn); }, parent) {}

ActivityModel::ActivityModel(QObject* parent)
    : ResourceTableModel(
          {{tr("When"),
            [](const Activity& line) { return bridge::momentText({line.atMs}); },
            false,
            [](const Activity& line) { return QVariant::fromValue<qlonglong>(line.atMs); },
            {},
            [](const Activity& line) {
                return QLocale().toString(QDateTime::fromMSecsSinceEpoch(line.atMs),
                                          QLocale::LongFormat);
            }},
           {tr("Result"),
            [](const Activity& line) { return line.failed ? tr("Failed") : QString(); },
            false,
            {},
            [](const Activity&) { return widgets::Status::Error; }},
           {tr("What happened"),
            [](const Activity& line) { return bridge::spoken(line.text); },
            false,
            {},
            {},
            [](const Activity& line) { return bridge::spoken(line.text); }}},
          [](const Activity& line) {
              return QStringLiteral("%1 %2 %3").arg(line.atMs).arg(text(line.arn), text(line.text));
          },
          parent) {}

ImportIssueModel::ImportIssueModel(QObject* parent)
    : ResourceTableModel(
          {{tr("Line"), [](const ingest::RowIssue& issue) { return bridge::countText(issue.line); },
            true,
            [](const ingest::RowIssue& issue) {
                return QVariant::fromValue<qlonglong>(issue.line);
            }},
           {tr("Column"), [](const ingest::RowIssue& issue) { return text(issue.column); }},
           {tr("Value"),
            [](const ingest::RowIssue& issue) {
                return issue.value.empty() ? QStringLiteral("–") : text(issue.value);
            },
            false,
            {},
            {},
            [](const ingest::RowIssue& issue) { return text(issue.value); }},
           {tr("What is wrong"),
            [](const ingest::RowIssue& issue) { return bridge::spoken(issue.reason); },
            false,
            {},
            {},
            [](const ingest::RowIssue& issue) { return bridge::spoken(issue.reason); }},
           {tr("File"), [](const ingest::RowIssue& issue) { return text(issue.file); }}},
          [](const ingest::RowIssue& issue) {
              return QStringLiteral("%1:%2:%3:%4")
                  .arg(text(issue.file))
                  .arg(issue.line)
                  .arg(text(issue.column), text(issue.reason));
          },
          parent) {}

}  // namespace foretaste::models
