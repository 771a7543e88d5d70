// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/local_endpoint.h"

#include <QMetaObject>

#include "core/base/file.h"
#include "core/service/workspace_script.h"
#include "ui/bridge/words.h"

namespace foretaste::desktop {

using bridge::text;

LocalEndpoint::LocalEndpoint(service::Service& service, bridge::Console& console, QObject* parent)
    : Endpoint(parent),
      service_(service),
      console_(console),
      store_(std::make_shared<endpoint::AccessKeys>(service.workspace())) {
    readKeys();
}

// Waits for the requests under way; nothing is logged to this object after that.
LocalEndpoint::~LocalEndpoint() {
    running_.reset();
}

void LocalEndpoint::start(int port, bool checkSignatures) {
    if (busy_ || running_) return;
    busy_ = true;
    endpoint::Responder::Options options;
    if (checkSignatures)
        options.secretOf = [store = store_](std::string_view id) { return store->secretOf(id); };
    options.log = [this](const endpoint::Call& call) {
        QMetaObject::invokeMethod(
            this, [this, call] { takeCall(call); }, Qt::QueuedConnection);
    };
    console_.call(
        this,
        [port, options](service::Service& service) {
            return std::make_shared<Running>(service, options, port);
        },
        [this, checkSignatures](std::shared_ptr<Running> running) {
            busy_ = false;
            running_ = std::move(running);
            port_ = running_->server.port();
            checksSignatures_ = checkSignatures;
            emit stateChanged();
        },
        [this](const bridge::CallError& error) {
            busy_ = false;
            tell(error);
            emit stateChanged();
        });
}

void LocalEndpoint::stop() {
    if (!running_) return;
    port_ = 0;
    // Ending waits for requests under way: not here.
    console_.call(
        this, [running = std::move(running_)](service::Service&) mutable { running.reset(); },
        [] {});
    running_.reset();
    emit stateChanged();
}

void LocalEndpoint::takeCall(const endpoint::Call& call) {
    calls_.append({++count_, call.atMs, text(call.operation), call.status, call.milliseconds,
                   text(call.request), text(call.response)});
    if (calls_.size() > kCallsKept) calls_.removeFirst();
    emit called(calls_.constLast());
}

void LocalEndpoint::clearCalls() {
    calls_.clear();
    emit stateChanged();
}

void LocalEndpoint::exportScript(const QString& file) {
    console_.call(
        this,
        [path = file.toStdString()](service::Service& service) {
            base::writeFileAtomically(base::pathFrom(path), service::workspaceScript(service));
        },
        [this, file] { emit scriptExported(file); },
        [this](const bridge::CallError& error) { tell(error); });
}

void LocalEndpoint::readKeys() {
    console_.call(
        this, [store = store_](service::Service&) { return store->list(); },
        [this](const std::vector<endpoint::AccessKey>& keys) { showKeys(keys); },
        [this](const bridge::CallError& error) { tell(error); });
}

void LocalEndpoint::createKey(const QString& note) {
    console_.call(
        this,
        [store = store_, note = note.toStdString()](service::Service&) {
            store->create(note);
            return store->list();
        },
        [this](const std::vector<endpoint::AccessKey>& keys) { showKeys(keys); },
        [this](const bridge::CallError& error) { tell(error); });
}

void LocalEndpoint::revokeKey(const QString& accessKeyId) {
    console_.call(
        this,
        [store = store_, id = accessKeyId.toStdString()](service::Service&) {
            store->revoke(id);
            return store->list();
        },
        [this](const std::vector<endpoint::AccessKey>& keys) { showKeys(keys); },
        [this](const bridge::CallError& error) { tell(error); });
}

void LocalEndpoint::showKeys(const std::vector<endpoint::AccessKey>& keys) {
    keys_.clear();
    for (const auto& key : keys)
        keys_.append(
            {text(key.accessKeyId), text(key.secretAccessKey), text(key.note), key.createdMs});
    emit keysChanged();
}

void LocalEndpoint::tell(const bridge::CallError& error) {
    emit failed(error.message);
}

}  // namespace foretaste::desktop
