// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QHash>

#include "ui/widgets/status.h"

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace foretaste::shell {

// A job as the job centre shows it.
struct JobItem {
    QString id;
    QString title;  // "Training taste"
    widgets::Status status = widgets::Status::InProgress;
    QString word;          // "In progress"
    double fraction = -1;  // 0 to 1, negative where unknown
    QString phase;         // "Epoch 9 of 17"
    QString rate;          // "3,120 sequences/s"
    double secondsLeft = -1;
    QString message;  // why it failed, or what it made
    bool canStop = false;
};

// The panel below the jobs button: what runs and what ended lately, newest first.
class JobCenter : public QFrame {
    Q_OBJECT
public:
    explicit JobCenter(QWidget* parent = nullptr);

    // Adds a job or brings it up to date.
    void setJob(const JobItem& job);
    void removeJob(const QString& id);
    // Jobs that have not ended.
    int runningCount() const;
    int count() const;
    // Opens below `anchor`, right-aligned to it.
    void popup(const QWidget& anchor);

signals:
    void runningCountChanged(int count);
    void stopRequested(const QString& id);
    void openRequested(const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    class Row;
    void showEmpty();

    QHash<QString, Row*> rows_;
    QVBoxLayout* list_;
    QScrollArea* scroll_;
    QLabel* empty_;
    int running_ = 0;
};

}  // namespace foretaste::shell
