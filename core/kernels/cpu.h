// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace foretaste::kernels {

/// Whether processor and operating system both support AVX2 and FMA. False on other architectures.
bool hasAvx2();

}  // namespace foretaste::kernels
