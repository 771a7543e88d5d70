// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>

#include "app/endpoint/access_keys.h"
#include "app/endpoint/server.h"
#include "core/service/service.h"
#include "ui/bridge/console.h"
#include "ui/bridge/endpoint.h"

namespace foretaste::desktop {

/// The endpoint inside the console's own process, so that scripts and window work on one workspace.
class LocalEndpoint final : public bridge::Endpoint {
    Q_OBJECT

public:
    /// Service and console live longer.
    LocalEndpoint(service::Service& service, bridge::Console& console, QObject* parent = nullptr);
    ~LocalEndpoint() override;

    int port() const override { return port_; }
    bool checksSignatures() const override { return checksSignatures_; }
    const QList<bridge::EndpointKey>& keys() const override { return keys_; }
    const QList<bridge::EndpointCall>& calls() const override { return calls_; }

    void start(int port, bool checkSignatures) override;
    void stop() override;
    void createKey(const QString& note) override;
    void revokeKey(const QString& accessKeyId) override;
    void clearCalls() override;
    void exportScript(const QString& file) override;

private:
    /// A server with what it answers by; made and ended in the background.
    struct Running {
        Running(service::Service& service, endpoint::Responder::Options options, int port)
            : responder(service, std::move(options)), server(responder, port) {}
        endpoint::Responder responder;
        endpoint::Server server;
    };
    void takeCall(const endpoint::Call& call);
    void readKeys();
    void showKeys(const std::vector<endpoint::AccessKey>& keys);
    void tell(const bridge::CallError& error);

    service::Service& service_;
    bridge::Console& console_;
    std::shared_ptr<endpoint::AccessKeys> store_;
    std::shared_ptr<Running> running_;
    int port_ = 0;
    bool checksSignatures_ = true;
    bool busy_ = false;
    QList<bridge::EndpointKey> keys_;
    QList<bridge::EndpointCall> calls_;
    qint64 count_ = 0;
};

}  // namespace foretaste::desktop
