// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/arn.h"

#include <atomic>
#include <random>

#include "core/base/random.h"
#include "core/base/text.h"

namespace foretaste::base {
namespace {

std::uint64_t randomBits() {
    // One draw of the system's entropy a process; ids need to differ, not to be secret.
    static const std::uint64_t seed = [] {
        std::random_device device;
        return (static_cast<std::uint64_t>(device()) << 32) | device();
    }();
    static std::atomic<std::uint64_t> count{0};
    return scramble(seed + 0x9e3779b97f4a7c15ULL * count.fetch_add(1));
}

void appendHex(std::string& out, std::uint64_t bits, int digits) {
    for (int i = 0; i < digits; ++i, bits >>= 4) out += "0123456789abcdef"[bits & 15];
}

}  // namespace

std::string makeArn(std::string_view tail) {
    return concat("arn:aws:personalize:", kRegion, ':', kAccount, ':', tail);
}

std::string makeServiceArn(std::string_view tail) {
    return concat("arn:aws:personalize:::", tail);
}

std::string_view arnTail(std::string_view arn) {
    if (arn.substr(0, 4) != "arn:") return {};
    for (int colon = 0; colon < 5; ++colon) {
        const auto at = arn.find(':');
        if (at == std::string_view::npos) return {};
        arn.remove_prefix(at + 1);
    }
    return arn;
}

std::string_view arnName(std::string_view arn) {
    const auto at = arn.rfind('/');
    return at == std::string_view::npos ? std::string_view{} : arn.substr(at + 1);
}

std::string randomHexId() {
    std::string id;
    appendHex(id, randomBits(), 8);
    return id;
}

std::string randomUuid() {
    std::string hex;
    appendHex(hex, randomBits(), 16);
    appendHex(hex, randomBits(), 16);
    hex[12] = '4';
    hex[16] = "89ab"[randomBits() & 3];
    return concat(hex.substr(0, 8), '-', hex.substr(8, 4), '-', hex.substr(12, 4), '-',
                  hex.substr(16, 4), '-', hex.substr(20));
}

}  // namespace foretaste::base
