// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace foretaste::serve {

/// What a model remembers of one user.
struct UserState {
    std::vector<float> state;  ///< [model.stateSize()]
    std::size_t events = 0;    ///< taken in
};

/// The states of the users that asked last. A state is built by the loader when it is first needed
/// and dropped when the user's history changes; a change that happens while the loader runs is not
/// lost, because what was loaded before it is not kept. Any thread may call.
class UserStates {
public:
    using Loader = std::function<UserState(std::string_view userId)>;
    UserStates(Loader loader, std::size_t capacity);

    std::shared_ptr<const UserState> of(std::string_view userId);
    void forget(std::string_view userId);
    void forgetAll();

private:
    struct Entry {
        std::string userId;
        std::shared_ptr<const UserState> state;
    };
    Loader loader_;
    std::size_t capacity_;
    std::mutex mutex_;
    std::list<Entry> recent_;  ///< the newest first
    std::unordered_map<std::string_view, std::list<Entry>::iterator> entries_;
    std::uint64_t changes_ = 0;
};

}  // namespace foretaste::serve
