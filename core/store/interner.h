// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace foretaste::store {

/// Numbers texts in the order in which they first come; `texts` lists them by number. Open
/// addressing over (hash, number): a known text costs no allocation.
class Interner {
public:
    explicit Interner(std::vector<std::string>& texts) : texts_(texts) { rebuild(); }

    static std::uint32_t hashOf(std::string_view text) {
        const auto hash = static_cast<std::uint64_t>(std::hash<std::string_view>()(text));
        return static_cast<std::uint32_t>(hash ^ (hash >> 32));
    }

    std::int32_t number(std::string_view text) { return number(text, hashOf(text)); }
    std::int32_t number(std::string_view text, std::uint32_t hash) {
        if (2 * (texts_.size() + 1) > slots_.size()) rebuild();
        auto& slot = find(hash, text);
        if (slot.number == kFree) {
            slot = {hash, static_cast<std::int32_t>(texts_.size())};
            texts_.emplace_back(text);
        }
        return slot.number;
    }
    /// Fetches from memory what number() will look at, a few texts ahead of it.
    void prefetch([[maybe_unused]] std::uint32_t hash) const {
#if defined(__GNUC__)
        __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
#endif
    }

private:
    static constexpr std::int32_t kFree = -1;
    struct Slot {
        std::uint32_t hash = 0;
        std::int32_t number = kFree;
    };

    Slot& find(std::uint32_t hash, std::string_view text) {
        const std::size_t mask = slots_.size() - 1;
        std::size_t at = hash & mask;
        while (slots_[at].number != kFree &&
               (slots_[at].hash != hash ||
                texts_[static_cast<std::size_t>(slots_[at].number)] != text))
            at = (at + 1) & mask;
        return slots_[at];
    }
    void rebuild() {
        std::size_t size = 1024;
        while (size < 4 * (texts_.size() + 1)) size *= 2;
        slots_.assign(size, {});
        for (std::size_t i = 0; i < texts_.size(); ++i)
            find(hashOf(texts_[i]), texts_[i]) = {hashOf(texts_[i]), static_cast<std::int32_t>(i)};
    }

    std::vector<std::string>& texts_;
    std::vector<Slot> slots_;
};

}  // namespace foretaste::store
