// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace foretaste::base {

/// Lowers the calling thread's priority, so that training and imports never slow the window or a
/// recommendation down. Does nothing where the system refuses.
void lowerPriority();

}  // namespace foretaste::base
