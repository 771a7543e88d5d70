// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/filter/compiled_filter.h"

namespace foretaste::serve {

/// What a model remembers of one user.
struct UserState {
    std::vector<float> state;  ///< [model.stateSize()]
    std::size_t events = 0;    ///< taken in
};

/// What is known of the users that asked last. It is built by the loader when it is first needed
/// and dropped when something of the user changes; a change that happens while the loader runs is
/// not lost, because what was loaded before it is not kept. Any thread may call.
template <class Known>
class UserCache {
public:
    using Loader = std::function<Known(std::string_view userId)>;
    UserCache(Loader loader, std::size_t capacity);

    std::shared_ptr<const Known> of(std::string_view userId);
    void forget(std::string_view userId);
    void forgetAll();

private:
    struct Entry {
        std::string userId;
        std::shared_ptr<const Known> known;
    };
    Loader loader_;
    std::size_t capacity_;
    std::mutex mutex_;
    std::list<Entry> recent_;  ///< the newest first
    std::unordered_map<std::string_view, typename std::list<Entry>::iterator> entries_;
    /// Changes so far, counted apart for users whose ids differ in their hash: a load is thrown
    /// away for a change of its own user, not for one of every other.
    std::array<std::uint64_t, 1024> changes_{};
    std::uint64_t& changesOf(std::string_view userId);
};

using UserStates = UserCache<UserState>;
/// What filters see of users.
using FilterUsers = UserCache<filter::User>;

}  // namespace foretaste::serve
