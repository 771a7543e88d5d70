// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/report/report_action.h"

#include "ui/bridge/console.h"
#include "ui/bridge/words.h"
#include "ui/pages/report/report_document.h"
#include "ui/widgets/dialogs.h"

namespace foretaste::pages {

using widgets::FlashKind;

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("foretaste::pages", text);
}

}  // namespace

bool saveReport(bridge::Console& console, QWidget* context, const std::string& versionArn,
                const QString& solution, std::function<void(FlashKind, const QString&)> tell) {
    const auto path = widgets::saveFile(context, tr("Save report"),
                                        tr("%1 report").arg(solution) + QStringLiteral(".html"),
                                        tr("Web page") + QStringLiteral(" (*.html);;PDF (*.pdf)"));
    if (path.isEmpty()) return false;
    const auto failed = [tell](const bridge::CallError& error) {
        tell(FlashKind::Error, bridge::sentenceText(error.message));
    };
    const auto write = [&console, context, path, tell, failed](ReportFacts facts) {
        // Charts are drawn on this thread; text and files need not be.
        const ReportDocument document(std::move(facts));
        console.call(
            context,
            [document, path](service::Service&) {
                return path.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive)
                           ? document.savePdf(path)
                           : document.saveHtml(path);
            },
            [path, tell](bool saved) {
                saved ? tell(FlashKind::Success, tr("The report is in %1.").arg(path))
                      : tell(FlashKind::Error,
                             tr("%1 could not be written. Is the folder writable, and the disk "
                                "not full?")
                                 .arg(path));
            },
            failed);
    };
    console.call(
        context,
        [versionArn](service::Service& service) { return reportFacts(service, versionArn); }, write,
        failed);
    return true;
}

}  // namespace foretaste::pages
