// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/overview_facts.h"
#include "ui/pages/step_card.h"

namespace foretaste::widgets {
class ProtocolLine;
}

namespace foretaste::pages {

/// The first step: what there is of interactions, items and users, and a way to bring more.
class DataStep : public StepCard {
    Q_OBJECT

public:
    explicit DataStep(QWidget* parent = nullptr);
    void show(const OverviewFacts& facts);
    /// An import goes on.
    void takeProgress(const service::JobInfo& job);

signals:
    void importRequested(foretaste::service::DatasetType type);
    void datasetOpened(const QString& arn);
    void importOpened(const QString& arn);

private:
    class Line;
    static QString remarkOf(const OverviewFacts& facts);

    QList<Line*> lines_;
    widgets::ProtocolLine* remark_;
};

}  // namespace foretaste::pages
