// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/service.h"
#include "ui/models/resource_table_model.h"

namespace foretaste::models {

/// What is queued, running, or has ended since the program started.
class JobModel : public ResourceTableModel<service::JobInfo> {
    Q_OBJECT
public:
    enum { Title, State, Progress, Rate, Left };
    explicit JobModel(QObject* parent = nullptr);
};

/// The activity log, newest first.
class ActivityModel : public ResourceTableModel<service::Activity> {
    Q_OBJECT
public:
    enum { When, Result, What };
    explicit ActivityModel(QObject* parent = nullptr);
};

/// Rows that an import did not take, or that a preview finds troubled.
class ImportIssueModel : public ResourceTableModel<ingest::RowIssue> {
    Q_OBJECT
public:
    enum { Line, Column, Value, Reason, File };
    explicit ImportIssueModel(QObject* parent = nullptr);
};

}  // namespace foretaste::models
