// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/desktop/local_endpoint.h"
#include "core/service/service.h"
#include "ui/bridge/console.h"
#include "ui/models/live_list.h"
#include "ui/shell/main_window.h"

namespace foretaste::desktop {

/// The console's window joined with a workspace: navigation follows the open dataset group, jobs
/// reach the job centre, ends of jobs become messages, resources can be found in the palette.
class ConsoleWindow : public QObject {
    Q_OBJECT

public:
    /// Service and executor live longer.
    ConsoleWindow(service::Service& service, service::Executor& executor,
                  QObject* parent = nullptr);
    ~ConsoleWindow() override;

    shell::MainWindow& window() { return *window_; }
    bridge::Console& console() { return *console_; }
    /// ARN of the dataset group that the navigation is about; empty: none.
    const QString& group() const { return group_; }

public slots:
    /// Writes the bundled sample into the workspace, imports it and opens its overview.
    void openSample();

private:
    /// What navigation, palette and messages need to know of the workspace.
    struct Inventory {
        std::vector<service::DatasetGroup> groups;
        std::string group;  ///< that the rest belongs to
        std::vector<service::Dataset> datasets;
        std::vector<service::Filter> filters;
        std::vector<service::Solution> solutions;
        std::vector<service::Campaign> campaigns;
    };
    static Inventory takeInventory(service::Service& service, std::string group);

    void addNavigation();
    void addCommands();
    QList<shell::Command> resourceCommands() const;
    void arrived(const shell::Place& place);
    void setGroup(const QString& arn);
    void watchGroup();
    void leave(service::ResourceKind kind, const QString& arn);
    void show(Inventory inventory);
    void openFirstPage();
    void takeProgress(const service::JobInfo& job);
    void tellEnd(const service::JobInfo& job);
    void stopJob(const QString& arn);
    void openJob(const QString& arn);
    void openWorkspace();
    void showEndpoint();
    bool mayClose();
    void flashError(const bridge::CallError& error);

    std::unique_ptr<bridge::Console> console_;
    std::unique_ptr<LocalEndpoint> endpoint_;
    std::unique_ptr<shell::MainWindow> window_;
    std::unique_ptr<models::LiveList> live_;
    QString group_;
    Inventory inventory_;
    bool started_ = false;
    QHash<QString, service::JobInfo> jobs_;  ///< by ARN, the newest of each
};

}  // namespace foretaste::desktop
