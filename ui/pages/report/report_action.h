// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "ui/widgets/flash_bar.h"

namespace foretaste::bridge {
class Console;
}

namespace foretaste::pages {

/// Asks where to, then makes the report of a version in the background and writes it: PDF where the
/// name ends so, else HTML. `tell` is called once with what became of it, unless the user cancels
/// or `context` is gone. False: cancelled.
bool saveReport(bridge::Console& console, QWidget* context, const std::string& versionArn,
                const QString& solution,
                std::function<void(widgets::FlashKind, const QString&)> tell);

}  // namespace foretaste::pages
