// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>

#include <functional>

#include "ui/shell/command_palette.h"
#include "ui/shell/job_center.h"
#include "ui/shell/navigator.h"
#include "ui/widgets/side_navigation.h"

namespace foretaste::shell {

class GuideWindow;
class TopBar;

// The console's window: top bar, navigation at the left, messages, pages. It knows neither the
// engine nor any page; app/desktop adds pages to navigator(), places to navigation() and joins the
// signals. Items of the navigation carry the ids of pages.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    Navigator& navigator() const { return *navigator_; }
    widgets::SideNavigation& navigation() const { return *navigation_; }
    widgets::FlashBar& flashBar() const { return *flashes_; }
    JobCenter& jobs() const { return *jobs_; }

    // "Workspace: film-club", with its path as tool tip.
    void setWorkspace(const QString& name, const QString& path);
    // "API off" or "API on port 8765"; an empty text hides the pill.
    void setEndpoint(const QString& text, const QString& toolTip);

    // The argument that a click on an item of the navigation goes with (the open dataset group's
    // ARN).
    void setNavigationArgument(std::function<QString(const QString& pageId)> argument);
    // A command that is always there ("Create dataset group").
    void addCommand(const Command& command);
    // Asked for more commands (resources) each time the palette opens.
    void setCommandSource(std::function<QList<Command>()> source);
    // Asked before the window closes; false keeps it open.
    void setMayClose(std::function<bool()> mayClose) { mayClose_ = std::move(mayClose); }

public slots:
    void openPalette();
    // The guide, at the article about the page that is open.
    void showGuide();
    void showShortcuts();
    void showAbout();

protected:
    void closeEvent(QCloseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void addShortcuts();
    void addHelpMenu();
    void arrived(const Place& place);
    void cyclePanes();
    QList<Command> commands() const;

    TopBar* top_;
    widgets::SideNavigation* navigation_;
    widgets::FlashBar* flashes_;
    Navigator* navigator_;
    JobCenter* jobs_;
    CommandPalette* palette_;
    GuideWindow* guide_ = nullptr;  // made when it is first asked for
    QList<Command> own_;
    std::function<QList<Command>()> source_;
    std::function<QString(const QString&)> argument_;
    std::function<bool()> mayClose_;
};

}  // namespace foretaste::shell
