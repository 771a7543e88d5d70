// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/copy_request_button.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

#include "ui/pages/client_snippets.h"
#include "ui/theme/theme.h"

namespace foretaste::pages {

CopyRequestButton::CopyRequestButton(std::function<ApiRequest()> request, QWidget* parent)
    : QPushButton(tr("Copy request"), parent), request_(std::move(request)) {
    setObjectName(QStringLiteral("copyRequestButton"));
    setToolTip(tr("Copies this request for a program of yours"));
    theme::setButtonKind(*this, theme::ButtonKind::Secondary);
    auto* menu = new QMenu(this);
    const auto add = [&](SnippetForm form, const QString& name, const char* objectName) {
        auto* action = menu->addAction(tr("As %1").arg(name));
        action->setObjectName(QLatin1String(objectName));
        connect(action, &QAction::triggered, this, [this, form, name] { copy(form, name); });
    };
    add(SnippetForm::Boto3, QStringLiteral("boto3"), "copyBoto3Action");
    add(SnippetForm::AwsCli, QStringLiteral("aws-cli"), "copyAwsCliAction");
    add(SnippetForm::Curl, QStringLiteral("curl"), "copyCurlAction");
    add(SnippetForm::Json, QStringLiteral("JSON"), "copyJsonAction");
    setMenu(menu);
}

void CopyRequestButton::copy(SnippetForm form, const QString& name) {
    QGuiApplication::clipboard()->setText(requestSnippet(request_(), form, endpointPort()));
    emit copied(form == SnippetForm::Json
                    ? tr("The parameters of the request were copied as JSON.")
                    : tr("Copied as %1. It needs the API endpoint to run.").arg(name));
}

}  // namespace foretaste::pages
