// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/kernels.h"

// One namespace an instruction set: isa/unit.cpp is compiled once for each.
namespace foretaste::kernels::generic {
extern const Table<float> kTable;
extern const Table<double> kReference;
}  // namespace foretaste::kernels::generic

namespace foretaste::kernels::avx2 {
extern const Table<float> kTable;
}
