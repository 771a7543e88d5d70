// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/endpoint_models.h"

#include <QDateTime>

#include "ui/bridge/words.h"

namespace foretaste::models {

using bridge::EndpointCall;
using bridge::EndpointKey;

EndpointCallModel::EndpointCallModel(QObject* parent)
    : ResourceTableModel(
          {{tr("Time"),
            [](const EndpointCall& call) {
                return QDateTime::fromMSecsSinceEpoch(call.atMs).toString(
                    QStringLiteral("HH:mm:ss.zzz"));
            }},
           {tr("Operation"),
            [](const EndpointCall& call) {
                return call.operation.isEmpty() ? tr("(none)") : call.operation;
            }},
           {tr("Answer"), [](const EndpointCall& call) { return QString::number(call.status); },
            false, nullptr,
            [](const EndpointCall& call) {
                return call.status < 400 ? widgets::Status::Success : widgets::Status::Error;
            }},
           {tr("Milliseconds"),
            [](const EndpointCall& call) { return bridge::numberText(call.milliseconds, 2); }, true,
            [](const EndpointCall& call) { return QVariant(call.milliseconds); }}},
          [](const EndpointCall& call) { return QString::number(call.number); }, parent) {}

EndpointKeyModel::EndpointKeyModel(QObject* parent)
    : ResourceTableModel(
          {{tr("Access key id"), [](const EndpointKey& key) { return key.accessKeyId; }},
           {tr("Note"), [](const EndpointKey& key) { return key.note; }},
           {tr("Created"),
            [](const EndpointKey& key) { return bridge::momentText({key.createdMs}); }, true,
            [](const EndpointKey& key) { return QVariant::fromValue<qlonglong>(key.createdMs); }}},
          [](const EndpointKey& key) { return key.accessKeyId; }, parent) {}

}  // namespace foretaste::models
