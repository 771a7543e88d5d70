// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/stored_settings.h"

#include <QSettings>

namespace foretaste::bridge {
namespace {

const QString kCompatibleKey = QStringLiteral("service/compatible");
const QString kThreadsKey = QStringLiteral("service/threads");

}  // namespace

service::Settings storedServiceSettings() {
    const QSettings stored;
    service::Settings settings;
    settings.compatible = stored.value(kCompatibleKey, settings.compatible).toBool();
    settings.threads = std::max(0, stored.value(kThreadsKey, settings.threads).toInt());
    return settings;
}

void storeServiceSettings(const service::Settings& settings) {
    QSettings stored;
    stored.setValue(kCompatibleKey, settings.compatible);
    stored.setValue(kThreadsKey, settings.threads);
}

}  // namespace foretaste::bridge
