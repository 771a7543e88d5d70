// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/bitmap.h"

#include <gtest/gtest.h>

namespace foretaste::filter {
namespace {

TEST(Bitmap, CountsAndJoinsWithoutBitsBeyondTheEnd) {
    for (const std::size_t rows : {0U, 1U, 63U, 64U, 65U, 200U}) {
        Bitmap odd(rows), third(rows);
        for (std::size_t row = 0; row < rows; ++row) {
            if (row % 2 == 1) odd.set(row);
            if (row % 3 == 0) third.set(row);
        }
        EXPECT_EQ((~Bitmap(rows)).count(), rows);
        EXPECT_EQ((~odd).count(), rows - rows / 2);
        EXPECT_EQ(~~odd, odd);
        auto both = odd, either = odd, without = odd;
        both &= third;
        either |= third;
        without -= third;
        for (std::size_t row = 0; row < rows; ++row) {
            const bool isOdd = row % 2 == 1, isThird = row % 3 == 0;
            EXPECT_EQ(both.test(row), isOdd && isThird);
            EXPECT_EQ(either.test(row), isOdd || isThird);
            EXPECT_EQ(without.test(row), isOdd && !isThird);
        }
    }
}

}  // namespace
}  // namespace foretaste::filter
