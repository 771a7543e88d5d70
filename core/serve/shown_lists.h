// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace foretaste::serve {

/// The lists that were shown last, by recommendationId, so that an event can refer to one. A list
/// that comes when `capacity` are kept takes the place of the oldest. Any thread may call.
class ShownLists {
public:
    explicit ShownLists(std::size_t capacity) : capacity_(capacity) {}

    /// `items`: numbers in the deployment's catalogue, in the order shown.
    void remember(std::string recommendationId, std::vector<std::int32_t> items);
    /// Empty where the list is not known, or no longer.
    std::vector<std::int32_t> of(std::string_view recommendationId) const;
    bool knows(std::string_view recommendationId) const;
    /// Where reading of a list went on before the click at `place`: 0, or behind the click before;
    /// nothing where this place was clicked before.
    std::optional<std::size_t> readOn(std::string_view recommendationId, std::size_t place);

private:
    struct List {
        std::string recommendationId;
        std::vector<std::int32_t> items;
        std::vector<bool> clicked;  ///< [items]
        std::size_t readTo = 0;     ///< the place behind the lowest click
    };

    const std::size_t capacity_;
    mutable std::mutex mutex_;
    std::vector<List> lists_;  ///< a ring once it is full
    std::size_t oldest_ = 0;
    std::unordered_map<std::string_view, std::size_t> numberOf_;  ///< views into lists_
};

}  // namespace foretaste::serve
