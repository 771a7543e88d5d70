// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/console_window.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>

#include "core/base/file.h"
#include "core/experiments/sample.h"
#include "core/service/data_folder.h"
#include "ui/bridge/engine_words.h"
#include "ui/bridge/words.h"
#include "ui/models/resource_models.h"
#include "ui/pages/dataset_groups_page.h"
#include "ui/pages/pages.h"
#include "ui/pages/settings_page.h"
#include "ui/widgets/dialogs.h"
#include "ui/wizards/open.h"

namespace foretaste::desktop {

using bridge::text;
using service::ResourceKind;
using widgets::FlashKind;

namespace {

/// Pages whose argument is a dataset group, in the order of the navigation.
const QStringList& groupPages() {
    static const QStringList kPages{pages::kOverview,     pages::kDatasets, pages::kDataInsights,
                                    pages::kEventTracker, pages::kFilters,  pages::kSolutions,
                                    pages::kCampaigns};
    return kPages;
}

const QString kGroupSection = QStringLiteral("group");
const QString kRecommendSection = QStringLiteral("recommend");

/// What happened to a job, and why where it failed.
std::string endOf(service::Service& service, const service::JobInfo& job) {
    if (job.status != service::Status::CreateFailed) return {};
    switch (job.kind) {
        case ResourceKind::DatasetImportJob:
            return service.describeDatasetImportJob(job.arn).failureReason;
        case ResourceKind::SolutionVersion:
            return service.describeSolutionVersion(job.arn).failureReason;
        case ResourceKind::Campaign: {
            const auto campaign = service.describeCampaign(job.arn);
            return campaign.latestCampaignUpdate ? campaign.latestCampaignUpdate->failureReason
                                                 : campaign.failureReason;
        }
        default: return {};
    }
}

}  // namespace

ConsoleWindow::ConsoleWindow(service::Service& service, service::Executor& executor,
                             QObject* parent)
    : QObject(parent),
      console_(std::make_unique<bridge::Console>(service, executor)),
      endpoint_(std::make_unique<LocalEndpoint>(service, *console_)),
      window_(std::make_unique<shell::MainWindow>()) {
    const auto folder = QString::fromStdString(base::pathText(service.workspace()));
    window_->setWorkspace(QDir(folder).dirName(), QDir::toNativeSeparators(folder));
    pages::addPages(window_->navigator(), *console_, *endpoint_);
    addNavigation();
    addCommands();
    connect(endpoint_.get(), &bridge::Endpoint::stateChanged, this, &ConsoleWindow::showEndpoint);
    showEndpoint();
    window_->setMayClose([this] { return mayClose(); });

    auto& jobs = window_->jobs();
    connect(console_.get(), &bridge::Console::jobProgress, this, &ConsoleWindow::takeProgress);
    connect(&jobs, &shell::JobCenter::stopRequested, this, &ConsoleWindow::stopJob);
    connect(&jobs, &shell::JobCenter::openRequested, this, &ConsoleWindow::openJob);
    connect(console_.get(), &bridge::Console::resourceChanged, this,
            [this](ResourceKind kind, const QString& arn, service::Status, bool gone) {
                if (gone) leave(kind, arn);
            });
    for (const auto& note : service.startupNotes())
        window_->flashBar().show(FlashKind::Warning, text(note));

    watchGroup();
}

ConsoleWindow::~ConsoleWindow() {
    // Pages talk to console and endpoint until they are gone; the endpoint may be ending a server
    // in a call of the console, which waits for it.
    window_.reset();
    console_.reset();
}

ConsoleWindow::Inventory ConsoleWindow::takeInventory(service::Service& service,
                                                      std::string group) {
    Inventory inventory;
    inventory.group = std::move(group);
    inventory.groups =
        models::allOf([&](const auto& page) { return service.listDatasetGroups(page); });
    if (inventory.group.empty()) return inventory;
    inventory.datasets = models::allOf(
        [&](const auto& page) { return service.listDatasets(inventory.group, page); });
    inventory.filters =
        models::allOf([&](const auto& page) { return service.listFilters(inventory.group, page); });
    inventory.solutions = models::allOf(
        [&](const auto& page) { return service.listSolutions(inventory.group, page); });
    for (const auto& solution : inventory.solutions) {
        auto campaigns = models::allOf(
            [&](const auto& page) { return service.listCampaigns(solution.solutionArn, page); });
        std::move(campaigns.begin(), campaigns.end(), std::back_inserter(inventory.campaigns));
    }
    return inventory;
}

void ConsoleWindow::watchGroup() {
    live_ = std::make_unique<models::LiveList>(
        *console_,
        std::initializer_list<ResourceKind>{ResourceKind::DatasetGroup, ResourceKind::Dataset,
                                            ResourceKind::Filter, ResourceKind::Solution,
                                            ResourceKind::Campaign},
        [group = group_.toStdString()](service::Service& service) {
            return takeInventory(service, group);
        },
        [this](Inventory inventory) { show(std::move(inventory)); }, nullptr);
    connect(live_.get(), &models::LiveList::failed, this, [this](const QString& message) {
        window_->flashBar().show(FlashKind::Error, message, {}, QStringLiteral("inventory"));
    });
}

void ConsoleWindow::show(Inventory inventory) {
    inventory_ = std::move(inventory);
    auto& navigation = window_->navigation();
    const auto count = [&](const QString& id, const auto& list) {
        navigation.setCount(id, list.empty() ? -1 : static_cast<int>(list.size()));
    };
    count(pages::kDatasetGroups, inventory_.groups);
    count(pages::kDatasets, inventory_.datasets);
    count(pages::kFilters, inventory_.filters);
    count(pages::kSolutions, inventory_.solutions);
    count(pages::kCampaigns, inventory_.campaigns);
    for (const auto& group : inventory_.groups)
        if (text(group.datasetGroupArn) == group_)
            navigation.setSectionTitle(kGroupSection, text(group.name));
    if (!std::exchange(started_, true)) openFirstPage();
}

/// A workspace of one group opens with it.
void ConsoleWindow::openFirstPage() {
    auto& navigator = window_->navigator();
    if (!navigator.place().pageId.isEmpty()) return;
    if (inventory_.groups.size() == 1)
        navigator.go(pages::kOverview, text(inventory_.groups.front().datasetGroupArn));
    else
        navigator.go(pages::kDatasetGroups);
}

void ConsoleWindow::addNavigation() {
    auto& navigation = window_->navigation();
    auto& navigator = window_->navigator();
    const auto add = [&](const QString& id) { navigation.addItem(id, navigator.titleOf(id)); };
    add(pages::kDatasetGroups);
    add(pages::kSchemas);
    navigation.addSection(kGroupSection, tr("Dataset group"));
    add(pages::kOverview);
    add(pages::kDatasets);
    add(pages::kDataInsights);
    add(pages::kEventTracker);
    add(pages::kFilters);
    navigation.addSection(kRecommendSection, tr("Recommend"));
    add(pages::kSolutions);
    add(pages::kCampaigns);
    add(pages::kSimulator);
    navigation.addSection(QStringLiteral("run"), tr("Run"));
    add(pages::kEndpoint);
    add(pages::kActivity);
    add(pages::kSettings);
    window_->setNavigationArgument(
        [this](const QString& id) { return groupPages().contains(id) ? group_ : QString(); });
    connect(&navigator, &shell::Navigator::moved, this, &ConsoleWindow::arrived);
    setGroup({});
}

void ConsoleWindow::arrived(const shell::Place& place) {
    if (auto* groups = qobject_cast<pages::DatasetGroupsPage*>(
            window_->navigator().existing(pages::kDatasetGroups)))
        connect(groups, &pages::DatasetGroupsPage::sampleRequested, this,
                &ConsoleWindow::openSample, Qt::UniqueConnection);
    if (place.argument.isEmpty()) return;
    if (groupPages().contains(place.pageId)) {
        setGroup(place.argument);
        return;
    }
    console_->call(
        this,
        [arn = place.argument.toStdString()](service::Service& service) {
            return service.datasetGroupOf(arn);
        },
        [this, place](const std::string& group) {
            if (window_->navigator().place() == place) setGroup(text(group));
        });  // a resource that is gone: its page says so
}

void ConsoleWindow::setGroup(const QString& arn) {
    auto& navigation = window_->navigation();
    navigation.setSectionVisible(kGroupSection, !arn.isEmpty());
    navigation.setSectionVisible(kRecommendSection, !arn.isEmpty());
    if (arn == group_) return;
    group_ = arn;
    navigation.setSectionTitle(kGroupSection, bridge::shortId(arn.toStdString()));
    watchGroup();
}

/// Something was deleted: no page shows it any more.
void ConsoleWindow::leave(ResourceKind kind, const QString& arn) {
    shell::Place fallback{pages::kDatasetGroups, {}};
    if (kind == ResourceKind::DatasetGroup) {
        if (arn == group_) setGroup({});
    } else if (!group_.isEmpty()) {
        fallback.argument = group_;
        fallback.pageId = kind == ResourceKind::Campaign ? pages::kCampaigns
                          : kind == ResourceKind::Solution || kind == ResourceKind::SolutionVersion
                              ? pages::kSolutions
                              : pages::kDatasets;
    }
    window_->navigator().dropArgument(arn, fallback);
}

void ConsoleWindow::addCommands() {
    const auto add = [this](const QString& words, theme::Icon icon, auto run) {
        window_->addCommand({words, tr("Action"), icon, run});
    };
    add(tr("Create dataset group"), theme::Icon::Plus, [this] {
        wizards::createDatasetGroup(*console_, window_.get(), [this](const QString& arn) {
            window_->navigator().go(pages::kOverview, arn);
        });
    });
    add(tr("Try the sample"), theme::Icon::Film, [this] { openSample(); });
    add(tr("Open another workspace…"), theme::Icon::Folder, [this] { openWorkspace(); });
    window_->setCommandSource([this] { return resourceCommands(); });
}

QList<shell::Command> ConsoleWindow::resourceCommands() const {
    QList<shell::Command> commands;
    const auto open = [&](const std::string& name, const QString& detail, theme::Icon icon,
                          const QString& page, const std::string& arn) {
        commands << shell::Command{text(name), detail, icon, [this, page, arn = text(arn)] {
                                       window_->navigator().go(page, arn);
                                   }};
    };
    for (const auto& group : inventory_.groups)
        open(group.name, tr("Dataset group"), theme::Icon::Database, pages::kOverview,
             group.datasetGroupArn);
    if (group_.isEmpty()) return commands;
    const auto within = bridge::shortId(inventory_.group);
    for (const auto& dataset : inventory_.datasets)
        open(dataset.name, tr("Dataset in %1").arg(within), theme::Icon::Table, pages::kDataset,
             dataset.datasetArn);
    for (const auto& solution : inventory_.solutions)
        open(solution.name, tr("Solution in %1").arg(within), theme::Icon::Beaker, pages::kSolution,
             solution.solutionArn);
    for (const auto& campaign : inventory_.campaigns)
        open(campaign.name, tr("Campaign in %1").arg(within), theme::Icon::Broadcast,
             pages::kCampaign, campaign.campaignArn);
    commands << shell::Command{tr("Create solution"), tr("Action"), theme::Icon::Plus, [this] {
                                   wizards::createSolution(
                                       *console_, window_.get(), group_,
                                       [this](const QString& solution, const QString& version) {
                                           if (version.isEmpty())
                                               window_->navigator().go(pages::kSolution, solution);
                                           else
                                               window_->navigator().go(pages::kSolutionVersion,
                                                                       version);
                                       });
                               }};
    return commands;
}

void ConsoleWindow::openSample() {
    window_->flashBar().show(FlashKind::Info,
                             tr("Making up the sample: a club for short films with 2,140 viewers."),
                             {}, QStringLiteral("sample"));
    console_->call(
        this,
        [](service::Service& service) {
            const auto folder = service.locate("s3://sample");
            experiments::writeSample(folder);
            return service::importFolder(service, folder, "film-club");
        },
        [this](const service::FolderImport& import) {
            window_->flashBar().dismissKey(QStringLiteral("sample"));
            window_->navigator().go(pages::kOverview, text(import.datasetGroupArn));
        },
        [this](const bridge::CallError& error) {
            window_->flashBar().dismissKey(QStringLiteral("sample"));
            flashError(error);
        });
}

void ConsoleWindow::flashError(const bridge::CallError& error) {
    window_->flashBar().show(FlashKind::Error, bridge::sentenceText(error.message));
}

void ConsoleWindow::takeProgress(const service::JobInfo& job) {
    const auto arn = text(job.arn);
    jobs_[arn] = job;
    const bool running = service::isUnderWay(job.status);
    shell::JobItem item;
    item.id = arn;
    item.title = bridge::spoken(job.title);
    item.status = models::statusOf(job.status);
    item.word = bridge::statusWord(job.status);
    item.fraction = job.progress.fraction;
    item.phase = bridge::spoken(job.progress.phase);
    if (job.progress.rate > 0)
        item.rate = tr("%1 %2/s").arg(bridge::countText(std::llround(job.progress.rate)),
                                      bridge::spoken(job.progress.rateUnit));
    item.secondsLeft = job.progress.etaSeconds;
    item.canStop = running && job.status != service::Status::CreateStopping &&
                   job.kind != ResourceKind::Campaign;
    if (!running && job.endedMs > job.startedMs)
        item.message = tr("took %1").arg(
            bridge::durationText(static_cast<double>(job.endedMs - job.startedMs) / 1000));
    window_->jobs().setJob(item);
    if (!running) tellEnd(job);
}

void ConsoleWindow::tellEnd(const service::JobInfo& job) {
    // Deploying is quick and watched on the campaign's own page.
    if (job.kind == ResourceKind::Campaign && job.status == service::Status::Active) return;
    console_->call(
        this, [job](service::Service& service) { return endOf(service, job); },
        [this, job](const std::string& reason) {
            const auto arn = text(job.arn);
            const widgets::FlashBar::Action open{tr("Open"), [this, arn] { openJob(arn); }};
            auto& flashes = window_->flashBar();
            if (job.status == service::Status::Active) {
                flashes.show(FlashKind::Success, tr("%1: done").arg(bridge::spoken(job.title)),
                             open, arn);
            } else if (job.status == service::Status::CreateStopped) {
                flashes.show(FlashKind::Info, tr("%1: stopped").arg(bridge::spoken(job.title)),
                             open, arn);
            } else {
                flashes.show(
                    FlashKind::Error,
                    tr("%1 failed: %2").arg(bridge::spoken(job.title), bridge::spoken(reason)),
                    open, arn);
            }
        });  // a resource deleted meanwhile needs no message
}

void ConsoleWindow::stopJob(const QString& arn) {
    const auto job = jobs_.value(arn);
    console_->call(
        this,
        [job](service::Service& service) {
            if (job.kind == ResourceKind::SolutionVersion)
                service.stopSolutionVersionCreation(job.arn);
            else
                service.stopDatasetImportJob(job.arn);
        },
        [] {}, [this](const bridge::CallError& error) { flashError(error); });
}

void ConsoleWindow::openJob(const QString& arn) {
    window_->navigator().go(pages::pageOf(jobs_.value(arn).kind), arn);
}

/// One process, one workspace: another one opens in a window of its own.
void ConsoleWindow::openWorkspace() {
    const auto folder = widgets::openFolder(window_.get(), tr("Open a workspace"));
    if (folder.isEmpty()) return;
    if (!QProcess::startDetached(QCoreApplication::applicationFilePath(),
                                 {QStringLiteral("--workspace"), folder}))
        window_->flashBar().show(FlashKind::Error, tr("A second window could not be started."));
}

void ConsoleWindow::showEndpoint() {
    const int port = endpoint_->port();
    window_->setEndpoint(port > 0 ? tr("API on port %1").arg(port) : tr("API off"),
                         tr("The API endpoint for boto3 and aws-cli"));
}

bool ConsoleWindow::mayClose() {
    QStringList running;
    for (const auto& job : std::as_const(jobs_))
        if (service::isUnderWay(job.status)) running << bridge::spoken(job.title);
    if (running.isEmpty()) return true;
    return widgets::confirm(
        window_.get(), tr("Work is under way"),
        tr("%1. Closing stops it; what is finished stays.").arg(running.join(QStringLiteral(", "))),
        tr("Stop and close"));
}

}  // namespace foretaste::desktop
