// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/serve/shown_lists.h"

#include <gtest/gtest.h>

namespace foretaste::serve {
namespace {

using Items = std::vector<std::int32_t>;

TEST(ShownLists, TheOldestGivesWayToTheNewest) {
    ShownLists lists(2);
    lists.remember("a", {1, 2});
    lists.remember("b", {3});
    lists.remember("c", {4, 5});
    EXPECT_EQ(lists.of("a"), Items{});
    EXPECT_EQ(lists.of("b"), Items{3});
    EXPECT_EQ(lists.of("c"), (Items{4, 5}));
    lists.remember("d", {6});
    lists.remember("e", {7});
    EXPECT_EQ(lists.of("c"), Items{});
    EXPECT_EQ(lists.of("d"), Items{6});
    EXPECT_EQ(lists.of("e"), Items{7});
    EXPECT_EQ(lists.of("never shown"), Items{});
}

TEST(ShownLists, ReadingGoesOnBehindTheLowestClick) {
    ShownLists lists(2);
    lists.remember("a", {1, 2, 3, 4});
    EXPECT_EQ(lists.readOn("a", 1), 0U);
    EXPECT_EQ(lists.readOn("a", 1), std::nullopt);  // a second click on it tells nothing new
    EXPECT_EQ(lists.readOn("a", 3), 2U);
    EXPECT_EQ(lists.readOn("a", 0), 0U);            // back up the list
    EXPECT_EQ(lists.readOn("a", 9), std::nullopt);  // there is no such place
    EXPECT_EQ(lists.readOn("forgotten", 5), 0U);
}

}  // namespace
}  // namespace foretaste::serve
