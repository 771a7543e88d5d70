// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace foretaste::store {

/// A set of well-mixed 64-bit keys in open addressing: 5 million keys take some 100 MB where
/// std::unordered_set takes 300. It is cut into parts that grow one at a time, so that growing
/// never needs much more than what is there.
class KeySet {
public:
    /// False where it is there already.
    bool insert(std::uint64_t key) {
        key += key == 0;  // 0 marks a free slot
        auto& part = parts_[key >> kPartShift];
        if (4 * (part.count + 1) > 3 * part.slots.size()) grow(part);
        if (!place(part.slots, key)) return false;
        ++part.count;
        return true;
    }
    /// Fetches from memory what insert() will look at, a few keys ahead of it.
    void prefetch([[maybe_unused]] std::uint64_t key) const {
#if defined(__GNUC__)
        const auto& slots = parts_[key >> kPartShift].slots;
        if (!slots.empty()) __builtin_prefetch(&slots[key & (slots.size() - 1)]);
#endif
    }

private:
    static constexpr unsigned kPartShift = 58;
    struct Part {
        std::vector<std::uint64_t> slots;
        std::size_t count = 0;
    };

    static bool place(std::vector<std::uint64_t>& slots, std::uint64_t key) {
        const std::size_t mask = slots.size() - 1;
        for (std::size_t at = key & mask;; at = (at + 1) & mask) {
            if (slots[at] == key) return false;
            if (slots[at] == 0) {
                slots[at] = key;
                return true;
            }
        }
    }
    static void grow(Part& part) {
        std::vector<std::uint64_t> old(std::max<std::size_t>(64, part.slots.size() * 2));
        old.swap(part.slots);
        for (const auto key : old)
            if (key != 0) place(part.slots, key);
    }

    std::array<Part, std::size_t{1} << (64 - kPartShift)> parts_;
};

}  // namespace foretaste::store
