// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace foretaste::cli {

/// Reports version, processor, the kernels chosen and whether the temporary folder can be written
/// durably. Returns the exit code: 0 where all is well.
int runDoctor();

}  // namespace foretaste::cli
