// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

namespace foretaste::theme {

// The mode that is kept in the settings; System at first.
Mode storedMode();
void storeMode(Mode mode);

}  // namespace foretaste::theme
