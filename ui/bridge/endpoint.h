// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QString>

namespace foretaste::bridge {

/// One call that a client made over the endpoint.
struct EndpointCall {
    qint64 number = 0;  ///< counts up
    qint64 atMs = 0;
    QString operation;  ///< empty: the request named none
    int status = 0;     ///< of HTTP
    double milliseconds = 0;
    QString request, response;  ///< bodies
};

struct EndpointKey {
    QString accessKeyId, secretAccessKey, note;
    qint64 createdMs = 0;
};

/// The API endpoint of this workspace as screens see it. app/desktop implements it; all work is
/// done in the background and told by signals, on the GUI thread.
class Endpoint : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// 0 while it does not run.
    virtual int port() const = 0;
    virtual bool checksSignatures() const = 0;
    virtual const QList<EndpointKey>& keys() const = 0;
    /// The newest calls, oldest first; at most kCallsKept.
    virtual const QList<EndpointCall>& calls() const = 0;

    virtual void start(int port, bool checkSignatures) = 0;
    virtual void stop() = 0;
    virtual void createKey(const QString& note) = 0;
    virtual void revokeKey(const QString& accessKeyId) = 0;
    virtual void clearCalls() = 0;
    /// Writes the workspace as a boto3 program; told by scriptExported() or failed().
    virtual void exportScript(const QString& file) = 0;

    static constexpr qsizetype kCallsKept = 500;

signals:
    void stateChanged();
    void keysChanged();
    void called(const foretaste::bridge::EndpointCall& call);
    void scriptExported(const QString& file);
    void failed(const QString& message);
};

}  // namespace foretaste::bridge
