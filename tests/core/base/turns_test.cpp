// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/turns.h"

#include <gtest/gtest.h>

#include <atomic>
#include <numeric>
#include <vector>

#include "core/base/parallel.h"

namespace foretaste::base {
namespace {

TEST(Turns, PiecesComeInByTheirNumber) {
    constexpr std::size_t kPieces = 2000;
    Team team(4);
    Turns turns;
    std::atomic<std::size_t> next = 0;
    std::vector<std::size_t> order;
    team.run([&](int) {
        for (;;) {
            const auto piece = next++;
            if (piece >= kPieces) return;
            ASSERT_TRUE(turns.wait(piece));
            order.push_back(piece);
            turns.pass();
        }
    });
    std::vector<std::size_t> expected(kPieces);
    std::iota(expected.begin(), expected.end(), std::size_t{0});
    EXPECT_EQ(order, expected);
}

TEST(Turns, NobodyWaitsForAPieceThatFailed) {
    Team team(3);
    Turns turns;
    std::atomic<int> gaveUp = 0;
    team.run([&](int part) {
        if (part == 0) return turns.giveUp();
        gaveUp += !turns.wait(static_cast<std::size_t>(part) + 5);
    });
    EXPECT_EQ(gaveUp, 2);
}

}  // namespace
}  // namespace foretaste::base
