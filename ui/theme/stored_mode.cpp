// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/stored_mode.h"

#include <QSettings>

namespace foretaste::theme {

namespace {

const QString kModeKey = QStringLiteral("window/theme");

}  // namespace

Mode storedMode() {
    const int stored = QSettings().value(kModeKey, static_cast<int>(Mode::System)).toInt();
    return stored < 0 || stored > static_cast<int>(Mode::System) ? Mode::System
                                                                 : static_cast<Mode>(stored);
}

void storeMode(Mode mode) {
    QSettings().setValue(kModeKey, static_cast<int>(mode));
}

}  // namespace foretaste::theme
