// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QMessageBox>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <cstdio>
#include <optional>

#include "app/desktop/console_window.h"
#include "app/desktop/smoke.h"
#include "app/jobs/thread_pool_executor.h"
#include "core/base/file.h"
#include "ui/bridge/stored_settings.h"
#include "ui/language/language.h"
#include "ui/theme/icons.h"
#include "ui/theme/stored_mode.h"

namespace foretaste::desktop {
namespace {

const QString kLanguageOption = QStringLiteral("language");

QString tr(const char* text) {
    return QCoreApplication::translate("foretaste::desktop", text);
}

QString defaultWorkspace() {
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) +
           QStringLiteral("/workspace");
}

/// The value of --language, looked for before the rest, whose help is in that language.
QString askedLanguage(const QApplication& application) {
    QCommandLineParser parser;
    const QCommandLineOption option(kLanguageOption, {}, QStringLiteral("code"));
    parser.addOption(option);
    parser.parse(application.arguments());
    return parser.value(option);
}

QString folderOf(const QString& folderOrDatabase) {
    const QFileInfo info(folderOrDatabase);
    return info.isFile() ? info.absolutePath() : folderOrDatabase;
}

int run(QApplication& application) {
    const QString asked = askedLanguage(application);
    if (!asked.isEmpty() && !language::knows(asked)) {
        std::fprintf(stderr, "foretaste: there is no language '%s'; there are: %s\n",
                     qPrintable(asked), qPrintable(language::codes().join(QStringLiteral(", "))));
        return 1;
    }
    language::use(language::choose(asked));
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
    const QCommandLineOption languageOption(
        kLanguageOption,
        tr("Language of the console: %1; without it that of the settings.")
            .arg(language::codes().join(QStringLiteral(", "))),
        tr("code"));
    parser.addOptions({workspaceOption, sampleOption, languageOption, smokeOption});
    parser.addPositionalArgument(
        QStringLiteral("workspace"),
        tr("The same folder, or the database in it: what desktops open a workspace by."),
        QStringLiteral("[workspace]"));
    parser.process(application);
    if (parser.isSet(smokeOption)) return runSmoke();

    theme::Theme::get().apply(theme::storedMode());
    const bool sample = parser.isSet(sampleOption);
    std::optional<QTemporaryDir> thrownAway;
    QString folder = parser.value(workspaceOption);
    if (folder.isEmpty() && !parser.positionalArguments().isEmpty())
        folder = folderOf(parser.positionalArguments().constFirst());
    if (folder.isEmpty() && sample) {
        thrownAway.emplace(QDir::tempPath() + QStringLiteral("/foretaste-sample-XXXXXX"));
        folder = thrownAway->filePath(QStringLiteral("sample"));
    }
    if (folder.isEmpty()) folder = defaultWorkspace();

    jobs::ThreadPoolExecutor executor;
    std::unique_ptr<service::Service> service;
    try {
        service = std::make_unique<service::Service>(base::pathFrom(folder.toStdString()), executor,
                                                     bridge::storedServiceSettings());
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
    return foretaste::desktop::run(application);
}
