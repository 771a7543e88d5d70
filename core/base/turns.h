// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>

namespace foretaste::base {

/// Lets several threads do numbered pieces of work side by side and bring each in by its number:
/// wait(n) returns when all pieces before n have been brought in.
class Turns {
public:
    /// False where the work was given up.
    bool wait(std::size_t number) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return givenUp_ || next_ == number; });
        return !givenUp_;
    }
    /// The piece whose turn it is has been brought in.
    void pass() {
        {
            std::lock_guard lock(mutex_);
            ++next_;
        }
        changed_.notify_all();
    }
    /// Nobody waits any longer: a piece has failed.
    void giveUp() {
        {
            std::lock_guard lock(mutex_);
            givenUp_ = true;
        }
        changed_.notify_all();
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::size_t next_ = 0;
    bool givenUp_ = false;
};

}  // namespace foretaste::base
