// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/copy_request_button.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

#include "ui/theme/theme.h"

namespace foretaste::wizards {

CopyRequestButton::CopyRequestButton(std::function<bridge::ApiRequest()> request, QWidget* parent)
    : QPushButton(tr("Copy request"), parent), request_(std::move(request)) {
    setObjectName(QStringLiteral("copyRequestButton"));
    setToolTip(tr("Copies this request for a program of yours"));
    theme::setButtonKind(*this, theme::ButtonKind::Secondary);
    auto* menu = new QMenu(this);
    const auto add = [&](bridge::SnippetForm form, const QString& name, const char* objectName) {
        auto* action = menu->addAction(tr("As %1").arg(name));
        action->setObjectName(QLatin1String(objectName));
        connect(action, &QAction::triggered, this, [this, form, name] { copy(form, name); });
    };
    add(bridge::SnippetForm::Boto3, QStringLiteral("boto3"), "copyBoto3Action");
    add(bridge::SnippetForm::AwsCli, QStringLiteral("aws-cli"), "copyAwsCliAction");
    add(bridge::SnippetForm::Curl, QStringLiteral("curl"), "copyCurlAction");
    add(bridge::SnippetForm::Json, QStringLiteral("JSON"), "copyJsonAction");
    setMenu(menu);
}

void CopyRequestButton::copy(bridge::SnippetForm form, const QString& name) {
    QGuiApplication::clipboard()->setText(
        bridge::requestSnippet(request_(), form, bridge::endpointPort()));
    emit copied(form == bridge::SnippetForm::Json
                    ? tr("The parameters of the request were copied as JSON.")
                    : tr("Copied as %1. It needs the API endpoint to run.").arg(name));
}

}  // namespace foretaste::wizards
