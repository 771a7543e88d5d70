// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/theme/theme.h"

class QAbstractButton;
class QToolButton;

namespace foretaste::shell {

// The bar along the top: name, search, workspace and endpoint, jobs, theme, help.
class TopBar : public QWidget {
    Q_OBJECT
public:
    explicit TopBar(QWidget* parent = nullptr);

    // The pills beside the search; an empty text hides one.
    void setWorkspace(const QString& text, const QString& toolTip);
    void setEndpoint(const QString& text, const QString& toolTip);
    void setJobCount(int running);
    void setHistory(bool back, bool forward);
    QToolButton* jobsButton() const { return jobs_; }
    QToolButton* helpButton() const { return help_; }

signals:
    void searchRequested();
    void jobsRequested();
    void modeChosen(foretaste::theme::Mode mode);
    void backRequested();
    void forwardRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QToolButton* tool(const QString& name, const QString& label);
    void showThemeMenu();

    class Search;
    class Pill;
    QToolButton* back_;
    QToolButton* forward_;
    Search* search_;
    Pill* workspace_;
    Pill* endpoint_;
    QToolButton* jobs_;
    QToolButton* theme_;
    QToolButton* help_;
};

}  // namespace foretaste::shell
