// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace foretaste::theme {

// Makes Inter known to Qt: from fonts/ beside the program (packages put it there) or from the
// system's folder. Without it the system's own face is used. Only the first call does anything.
void loadFonts();

}  // namespace foretaste::theme
