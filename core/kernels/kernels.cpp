// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/kernels.h"

#include <cstdlib>
#include <string_view>

#include "core/kernels/cpu.h"
#include "core/kernels/isa/tables.h"

namespace foretaste::kernels {
namespace {

const Kernels& choose() {
    const auto tables = available();
    if (const char* forced = std::getenv("FORETASTE_ISA"))
        for (std::size_t i = 0; i < tables.count; ++i)
            if (std::string_view(forced) == tables.tables[i]->name) return *tables.tables[i];
    return *tables.tables[tables.count - 1];
}

}  // namespace

Available available() {
    Available found{};
    found.tables[found.count++] = &generic::kTable;
#if defined(FORETASTE_HAS_AVX2_UNIT)
    if (hasAvx2()) found.tables[found.count++] = &avx2::kTable;
#endif
    return found;
}

const Kernels& active() {
    static const Kernels& chosen = choose();
    return chosen;
}

const Table<double>& reference() {
    return generic::kReference;
}

}  // namespace foretaste::kernels
