// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/endpoint_page.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTabWidget>

#include "ui/bridge/words.h"
#include "ui/pages/card_row.h"
#include "ui/pages/client_snippets.h"
#include "ui/pages/notice.h"
#include "ui/pages/pages.h"
#include "ui/pages/sorted_table.h"
#include "ui/widgets/card.h"
#include "ui/widgets/dialogs.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/key_value_panel.h"
#include "ui/wizards/copy_request_button.h"

namespace foretaste::pages {

using models::EndpointCallModel;
using models::EndpointKeyModel;
using widgets::Card;
using widgets::FlashKind;

namespace {

constexpr int kCallsShownEveryMs = 200;
constexpr int kNarrowestCard = 380;

QPlainTextEdit* codeBox(const QString& name, int lines) {
    auto* box = new QPlainTextEdit;
    box->setReadOnly(true);
    box->setTabChangesFocus(true);
    box->setLineWrapMode(QPlainTextEdit::NoWrap);
    box->setFont(theme::font(theme::TextRole::Code));
    box->setAccessibleName(name);
    box->setFixedHeight(box->fontMetrics().lineSpacing() * lines + theme::kSpaceXl);
    return box;
}

/// A body as people read it; what is no JSON stays as it is.
QString indented(const QString& body) {
    const auto json = QJsonDocument::fromJson(body.toUtf8());
    return json.isNull() ? body : QString::fromUtf8(json.toJson()).trimmed();
}

QPushButton* smallButton(const QString& text, const char* name) {
    auto* button = new QPushButton(text);
    button->setObjectName(QString::fromLatin1(name));
    theme::setButtonKind(*button, theme::ButtonKind::Secondary);
    return button;
}

}  // namespace

EndpointPage::EndpointPage(bridge::Endpoint& endpoint, QWidget* parent)
    : Page(kEndpoint, parent),
      endpoint_(endpoint),
      keyRows_(new EndpointKeyModel(this)),
      callRows_(new EndpointCallModel(this)),
      open_(new Notice(FlashKind::Warning)) {
    setTitle(tr("API endpoint"));
    toggle_ = header().setPrimary(tr("Start"), QStringLiteral("toggleEndpointButton"));
    open_->setText(
        tr("Signatures are not checked: whatever runs on this machine may use the "
           "workspace."));
    auto* top = new CardRow(kNarrowestCard);
    top->add(makeSwitchCard());
    top->add(makeKeysCard());
    body()->addWidget(open_);
    body()->addWidget(top);
    body()->addWidget(makeSnippetsCard());
    body()->addWidget(makeCallsCard(), 1);

    callTimer_.setSingleShot(true);
    callTimer_.setInterval(kCallsShownEveryMs);
    connect(&callTimer_, &QTimer::timeout, this, &EndpointPage::showCalls);
    connect(toggle_, &QPushButton::clicked, this, &EndpointPage::toggle);
    connect(&endpoint_, &bridge::Endpoint::stateChanged, this, &EndpointPage::showState);
    connect(&endpoint_, &bridge::Endpoint::keysChanged, this, &EndpointPage::showKeys);
    connect(&endpoint_, &bridge::Endpoint::called, this, [this] {
        if (!callTimer_.isActive()) callTimer_.start();
    });
    connect(&endpoint_, &bridge::Endpoint::scriptExported, this, [this](const QString& file) {
        emit flash(FlashKind::Success, tr("The script was written to %1.").arg(file));
    });
    connect(&endpoint_, &bridge::Endpoint::failed, this, [this](const QString& message) {
        emit flash(FlashKind::Error, bridge::sentenceText(message));
    });
    showKeys();
    showState();
    showCalls();
}

Card* EndpointPage::makeSwitchCard() {
    auto* card = new Card(tr("For boto3, aws-cli and your own programs"));
    card->body()->addWidget(theme::makeLabel(
        tr("Scripts written for the managed service run against this workspace when they are told "
           "the address. Only programs on this machine reach it."),
        theme::TextRole::Table, theme::Tone::Muted, card, true));
    port_ = new QSpinBox;
    port_->setRange(1024, 65535);
    port_->setValue(bridge::endpointPort());
    port_->setMaximumWidth(120);
    auto* port = new widgets::FormField(QStringLiteral("port"), tr("&Port"), port_);
    signatures_ = new QCheckBox(tr("Ask for &signatures made with an access key"));
    signatures_->setObjectName(QStringLiteral("signaturesInput"));
    signatures_->setChecked(true);
    facts_ = new widgets::KeyValuePanel(1);
    facts_->setObjectName(QStringLiteral("endpointFacts"));
    card->body()->addSpacing(theme::kSpaceXs);
    card->body()->addWidget(port);
    card->body()->addWidget(signatures_);
    card->body()->addWidget(facts_);
    card->body()->addStretch(1);
    connect(port_, &QSpinBox::valueChanged, this, &EndpointPage::showSnippets);
    return card;
}

Card* EndpointPage::makeKeysCard() {
    auto* card = new Card(tr("Access keys"), tr("kept in this workspace"));
    revoke_ = smallButton(tr("Revoke"), "revokeKeyButton");
    card->addHeadWidget(revoke_);
    keys_ = new SortedTable(tr("Access keys"), *keyRows_);
    keys_->setObjectName(QStringLiteral("keysTable"));
    keys_->setStretchColumn(EndpointKeyModel::Note);
    keys_->setFitRows(4);
    keys_->setEmptyText(tr("No key yet: clients need one."));
    note_ = new QLineEdit;
    note_->setObjectName(QStringLiteral("keyNoteInput"));
    note_->setPlaceholderText(tr("What the key is for"));
    note_->setAccessibleName(tr("Note of a new key"));
    auto* create = smallButton(tr("Create key"), "createKeyButton");
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::kSpaceS);
    row->addWidget(note_, 1);
    row->addWidget(create);
    card->body()->addWidget(keys_);
    card->body()->addLayout(row);
    card->body()->addStretch(1);
    connect(create, &QPushButton::clicked, this, &EndpointPage::createKey);
    connect(note_, &QLineEdit::returnPressed, this, &EndpointPage::createKey);
    connect(revoke_, &QPushButton::clicked, this, &EndpointPage::revokeKey);
    connect(keys_, &SortedTable::currentKeyChanged, this, &EndpointPage::showSnippets);
    return card;
}

Card* EndpointPage::makeSnippetsCard() {
    auto* card = new Card(tr("How to reach it"), tr("with the selected key"));
    auto* script = smallButton(tr("Export workspace as boto3 script…"), "exportScriptButton");
    script->setToolTip(
        tr("A program that makes the same resources in another workspace or on the service"));
    auto* copy = smallButton(tr("Copy"), "copySnippetButton");
    card->addHeadWidget(script);
    card->addHeadWidget(copy);
    connect(script, &QPushButton::clicked, this, &EndpointPage::exportScript);
    constexpr int kLines = 11;
    boto3_ = codeBox(tr("Code for boto3"), kLines);
    awsCli_ = codeBox(tr("Commands for aws-cli"), kLines);
    curl_ = codeBox(tr("Command for curl"), kLines);
    snippets_ = new QTabWidget;
    snippets_->setDocumentMode(true);
    snippets_->addTab(boto3_, QStringLiteral("boto3"));
    snippets_->addTab(awsCli_, QStringLiteral("aws-cli"));
    snippets_->addTab(curl_, QStringLiteral("curl"));
    card->body()->addWidget(snippets_);
    connect(copy, &QPushButton::clicked, this, [this] {
        const auto* shown = qobject_cast<QPlainTextEdit*>(snippets_->currentWidget());
        QGuiApplication::clipboard()->setText(shown->toPlainText());
        emit flash(FlashKind::Success, tr("Copied, with the secret of the key."));
    });
    return card;
}

Card* EndpointPage::makeCallsCard() {
    auto* card = new Card(tr("Requests"), tr("the newest %1").arg(bridge::Endpoint::kCallsKept));
    auto* clear = smallButton(tr("Clear"), "clearCallsButton");
    copyCall_ = new wizards::CopyRequestButton([this] { return shownRequest(); });
    card->addHeadWidget(copyCall_);
    card->addHeadWidget(clear);
    connect(copyCall_, &wizards::CopyRequestButton::copied, this,
            [this](const QString& message) { emit flash(FlashKind::Success, message); });
    calls_ = new SortedTable(tr("Requests"), *callRows_);
    calls_->setObjectName(QStringLiteral("callsTable"));
    calls_->setStatusColumn(EndpointCallModel::State);
    calls_->setStretchColumn(EndpointCallModel::Operation);
    calls_->setFitRows(8);
    calls_->setEmptyText(tr("What clients ask for appears here."));
    bodies_ = codeBox(tr("Bodies of the selected request"), 10);
    bodies_->hide();
    card->body()->addWidget(calls_);
    card->body()->addWidget(bodies_);
    connect(clear, &QPushButton::clicked, this, [this] {
        endpoint_.clearCalls();
        showCalls();
    });
    connect(calls_, &SortedTable::currentKeyChanged, this, &EndpointPage::showCall);
    return card;
}

void EndpointPage::toggle() {
    if (endpoint_.port() > 0) {
        endpoint_.stop();
        return;
    }
    bridge::setEndpointPort(port_->value());
    toggle_->setEnabled(false);
    endpoint_.start(port_->value(), signatures_->isChecked());
}

void EndpointPage::showState() {
    const int port = endpoint_.port();
    const bool running = port > 0;
    toggle_->setEnabled(true);
    toggle_->setText(running ? tr("Stop") : tr("Start"));
    header().setStatus(running ? widgets::Status::Success : widgets::Status::NotStarted,
                       running ? tr("Running") : tr("Off"));
    port_->setEnabled(!running);
    signatures_->setEnabled(!running);
    open_->setVisible(running && !endpoint_.checksSignatures());
    facts_->setVisible(running);
    if (running)
        facts_->setRows({{tr("Address"), QStringLiteral("http://127.0.0.1:%1").arg(port), true}});
    showSnippets();
}

void EndpointPage::showKeys() {
    const auto& keys = endpoint_.keys();
    keyRows_->setRows({keys.begin(), keys.end()});
    if (keys_->currentKey().isEmpty() && !keys.isEmpty())
        keys_->setCurrentKey(keys.constLast().accessKeyId);
    showSnippets();
}

void EndpointPage::showSnippets() {
    const auto chosen = keys_->currentKey();
    revoke_->setEnabled(!chosen.isEmpty());
    QString secret;
    for (const auto& key : endpoint_.keys())
        if (key.accessKeyId == chosen) secret = key.secretAccessKey;
    const int port = endpoint_.port() > 0 ? endpoint_.port() : port_->value();
    const auto snippets = clientSnippets(port, chosen, secret);
    boto3_->setPlainText(snippets.boto3);
    awsCli_->setPlainText(snippets.awsCli);
    curl_->setPlainText(snippets.curl);
}

void EndpointPage::showCalls() {
    const auto& calls = endpoint_.calls();
    callRows_->setRows({calls.rbegin(), calls.rend()});
    showCall(calls_->currentKey());
}

void EndpointPage::showCall(const QString& number) {
    const auto* call = callRows_->at(callRows_->rowOf(number));
    bodies_->setVisible(call != nullptr);
    // What named no operation, or had a body that the log has cut, cannot be repeated.
    copyCall_->setEnabled(call && !call->operation.isEmpty() &&
                          QJsonDocument::fromJson(call->request.toUtf8()).isObject());
    if (!call) return;
    const auto text = tr("Request") + u'\n' + indented(call->request) + QStringLiteral("\n\n") +
                      tr("Answer") + u'\n' +
                      (call->response.isEmpty() ? tr("(no body)") : indented(call->response));
    if (bodies_->toPlainText() != text) bodies_->setPlainText(text);
}

void EndpointPage::exportScript() {
    const auto file =
        widgets::saveFile(this, tr("Export workspace as boto3 script"),
                          QStringLiteral("workspace.py"), tr("Python programs (*.py)"));
    if (!file.isEmpty()) endpoint_.exportScript(file);
}

bridge::ApiRequest EndpointPage::shownRequest() const {
    const auto* call = callRows_->at(callRows_->rowOf(calls_->currentKey()));
    if (!call) return {};
    return {call->operation, QJsonDocument::fromJson(call->request.toUtf8()).object()};
}

void EndpointPage::createKey() {
    endpoint_.createKey(note_->text().trimmed());
    note_->clear();
}

void EndpointPage::revokeKey() {
    const auto key = keys_->currentKey();
    if (key.isEmpty() ||
        !widgets::confirm(this, tr("Revoke this key"),
                          tr("Programs that sign with %1 are refused from now on.").arg(key),
                          tr("Revoke key")))
        return;
    endpoint_.revokeKey(key);
}

}  // namespace foretaste::pages
