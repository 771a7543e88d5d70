// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled without instruction-set flags: it runs before anything is known of the processor.
#include "core/kernels/cpu.h"

#if defined(_M_X64)
#include <intrin.h>
#elif defined(__x86_64__)
#include <cpuid.h>
#endif

namespace foretaste::kernels {

#if defined(__x86_64__) || defined(_M_X64)
namespace {

struct Registers {
    unsigned eax = 0, ebx = 0, ecx = 0, edx = 0;
};

Registers cpuid(unsigned leaf) {
    Registers r;
#if defined(_M_X64)
    int out[4];
    __cpuidex(out, static_cast<int>(leaf), 0);
    r = {static_cast<unsigned>(out[0]), static_cast<unsigned>(out[1]),
         static_cast<unsigned>(out[2]), static_cast<unsigned>(out[3])};
#else
    __get_cpuid_count(leaf, 0, &r.eax, &r.ebx, &r.ecx, &r.edx);
#endif
    return r;
}

/// The register states that the operating system saves on a task switch.
unsigned savedStates() {
#if defined(_M_X64)
    return static_cast<unsigned>(_xgetbv(0));
#else
    unsigned low = 0, high = 0;
    __asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    return low;
#endif
}

}  // namespace

bool hasAvx2() {
    constexpr unsigned kFma = 1U << 12, kSavesStates = 1U << 27, kAvx = 1U << 28, kAvx2 = 1U << 5;
    constexpr unsigned kSseAndAvxStates = 0x6;
    if (cpuid(0).eax < 7) return false;
    const auto basic = cpuid(1).ecx;
    constexpr unsigned kNeeded = kFma | kSavesStates | kAvx;
    return (basic & kNeeded) == kNeeded && (savedStates() & kSseAndAvxStates) == kSseAndAvxStates &&
           (cpuid(7).ebx & kAvx2) != 0;
}
#else
bool hasAvx2() {
    return false;
}
#endif

}  // namespace foretaste::kernels
