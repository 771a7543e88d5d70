// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <functional>
#include <vector>

#include "ui/bridge/console.h"
#include "ui/wizards/refusals.h"

class QVBoxLayout;

namespace foretaste::widgets {
class StatusBadge;
}

namespace foretaste::wizards {

/// The things a wizard makes one after the other when its last button is pressed, as a list that
/// ticks them off. What has been made stays made: run() after a failure goes on where it stopped.
class CreationRun : public QWidget {
    Q_OBJECT

public:
    struct Step {
        QString title;                                       ///< "Schema film-club-items"
        std::function<std::string(service::Service&)> make;  ///< in the background; returns the ARN
        std::shared_ptr<std::string> arn;  ///< takes the ARN before the next step begins
        FieldNames names;                  ///< of the members that may be refused
    };

    explicit CreationRun(QWidget* parent = nullptr);

    /// Replaces the steps that are still to be done by those behind the first `made()` ones.
    void run(bridge::Console& console, std::vector<Step> steps);
    /// How many steps are done.
    int made() const { return made_; }
    /// Forgets the steps that were not done, which may be others the next time.
    void showMade();

signals:
    void started();
    void finished();
    /// A step was refused.
    void failed(const foretaste::widgets::FieldError& error);

private:
    void next();
    void showRows();
    void showDone(int step);

    bridge::Console* console_ = nullptr;
    std::vector<Step> steps_;
    QList<widgets::StatusBadge*> badges_;
    QVBoxLayout* rows_;
    int made_ = 0;
};

}  // namespace foretaste::wizards
