// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QMessageBox>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTranslator>
#include <cstdio>
#include <optional>

#include "app/desktop/console_window.h"
#include "app/desktop/smoke.h"
#include "app/jobs/thread_pool_executor.h"
#include "core/base/file.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

namespace foretaste::desktop {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Desktop", text);
}

QString defaultWorkspace() {
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) +
           QStringLiteral("/workspace");
}

int run(QApplication& application) {
    QCommandLineParser parser;
    parser.setApplicationDescription(
        tr("Train, explore and serve recommenders on your own machine"));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption workspaceOption(
        QStringLiteral("workspace"),
        tr("Folder that keeps the data; made where it does not exist."), tr("folder"));
    const QCommandLineOption sampleOption(
        QStringLiteral("sample"),
        tr("Open the bundled sample in a workspace that is thrown away."));
    const QCommandLineOption smokeOption(QStringLiteral("smoke"),
                                         tr("Check that the program is complete, and end."));
    parser.addOptions({workspaceOption, sampleOption, smokeOption});
    parser.process(application);
    if (parser.isSet(smokeOption)) return runSmoke();

    theme::Theme::get().apply(shell::MainWindow::storedMode());
    const bool sample = parser.isSet(sampleOption);
    std::optional<QTemporaryDir> thrownAway;
    QString folder = parser.value(workspaceOption);
    if (folder.isEmpty() && sample) {
        thrownAway.emplace(QDir::tempPath() + QStringLiteral("/foretaste-sample-XXXXXX"));
        folder = thrownAway->filePath(QStringLiteral("sample"));
    }
    if (folder.isEmpty()) folder = defaultWorkspace();

    jobs::ThreadPoolExecutor executor;
    std::unique_ptr<service::Service> service;
    try {
        service =
            std::make_unique<service::Service>(base::pathFrom(folder.toStdString()), executor);
    } catch (const std::exception& error) {
        QMessageBox::critical(nullptr, tr("The workspace cannot be opened"),
                              QString::fromUtf8(error.what()));
        return 1;
    }
    ConsoleWindow console(*service, executor);
    console.window().show();
    if (sample) console.openSample();
    return QApplication::exec();
}

}  // namespace
}  // namespace foretaste::desktop

int main(int argc, char** argv) {
    QCoreApplication::setOrganizationName(QStringLiteral("foretaste"));
    QCoreApplication::setApplicationName(QStringLiteral("foretaste"));
    QCoreApplication::setApplicationVersion(QStringLiteral(FORETASTE_VERSION));
    QApplication application(argc, argv);
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Foretaste"));
    QGuiApplication::setDesktopFileName(QStringLiteral("foretaste"));
    QApplication::setWindowIcon(foretaste::theme::applicationIcon());
    // Qt's own words (buttons of wizards, file dialogs) in the language of the system.
    QTranslator qtWords;
    if (qtWords.load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"),
                     QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&qtWords);
    return foretaste::desktop::run(application);
}
