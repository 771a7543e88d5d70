// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace foretaste::desktop {

/// What package tests run: draws every icon, a chart and the console's window on a workspace of its
/// own, trains nothing, and prints what was found. 0 where all is well. Needs a QApplication.
int runSmoke();

}  // namespace foretaste::desktop
