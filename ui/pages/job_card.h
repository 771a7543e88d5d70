// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/service.h"
#include "ui/widgets/card.h"

namespace foretaste::bridge {
class Console;
}
namespace foretaste::widgets {
class ProgressLine;
}

namespace foretaste::pages {

/// Phase, rate and time left of a job on a line of progress.
void showProgress(widgets::ProgressLine& line, const base::Progress& progress);

/// A job that is under way: its title, how far it has come, and a button that stops it.
class JobCard : public widgets::Card {
    Q_OBJECT

public:
    explicit JobCard(bridge::Console& console, QWidget* parent = nullptr);

    /// Shows a job that is under way and follows it; without one the card is hidden.
    void follow(const std::optional<service::JobInfo>& job);
    QPushButton* stopButton() const { return stop_; }
    /// Offers a way to the page of the job.
    void setOpenText(const QString& text);

signals:
    void stopRequested(const QString& arn);
    void opened(const QString& arn);

private:
    QString arn_;
    widgets::ProgressLine* progress_;
    QPushButton* open_;
    QPushButton* stop_;
};

}  // namespace foretaste::pages
