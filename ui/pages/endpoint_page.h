// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include "ui/bridge/endpoint.h"
#include "ui/bridge/request_snippets.h"
#include "ui/models/endpoint_models.h"
#include "ui/shell/page.h"

class QCheckBox;
class QPlainTextEdit;
class QSpinBox;
class QTabWidget;

namespace foretaste::widgets {
class Card;
class KeyValuePanel;
}  // namespace foretaste::widgets

namespace foretaste::wizards {
class CopyRequestButton;
}

namespace foretaste::pages {

class Notice;
class SortedTable;

/// The switch of the API endpoint, its keys, how to reach it, and what comes in.
class EndpointPage : public shell::Page {
    Q_OBJECT

public:
    explicit EndpointPage(bridge::Endpoint& endpoint, QWidget* parent = nullptr);

private:
    widgets::Card* makeSwitchCard();
    widgets::Card* makeKeysCard();
    widgets::Card* makeSnippetsCard();
    widgets::Card* makeCallsCard();
    void toggle();
    void showState();
    void showKeys();
    void showSnippets();
    void showCalls();
    void showCall(const QString& number);
    void exportScript();
    bridge::ApiRequest shownRequest() const;
    void createKey();
    void revokeKey();

    bridge::Endpoint& endpoint_;
    models::EndpointKeyModel* keyRows_;
    models::EndpointCallModel* callRows_;
    QPushButton* toggle_;
    Notice* open_;  ///< warns while signatures are not checked
    QSpinBox* port_;
    QCheckBox* signatures_;
    widgets::KeyValuePanel* facts_;
    SortedTable* keys_;
    QLineEdit* note_;
    QPushButton* revoke_;
    QTabWidget* snippets_;
    QPlainTextEdit *boto3_, *awsCli_, *curl_;
    SortedTable* calls_;
    wizards::CopyRequestButton* copyCall_;
    QPlainTextEdit* bodies_;
    QTimer callTimer_;  ///< many calls are shown at once
};

}  // namespace foretaste::pages
