// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <memory>

namespace foretaste::base {

/// How many threads heavy work uses when nobody asks for a number: the machine's cores.
int defaultThreads();

/// A fixed team of threads that runs the parts of one piece of work side by side. Which part a
/// member does depends on its number alone, so equal thread counts give equal results. Not for use
/// from two threads at once, nor from inside its own work.
class Team {
public:
    explicit Team(int threads);  ///< threads >= 1; the caller is one of them
    ~Team();
    Team(const Team&) = delete;
    Team& operator=(const Team&) = delete;

    int size() const;

    /// Calls work(0) ... work(size()-1), each on its own thread, and waits for all. The first
    /// exception of the lowest-numbered part is thrown again here.
    void run(const std::function<void(int part)>& work);

    /// Cuts [0, count) into size() nearly equal ranges and calls work(first, last, part) on each.
    void forRange(std::size_t count,
                  const std::function<void(std::size_t first, std::size_t last, int part)>& work);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace foretaste::base
