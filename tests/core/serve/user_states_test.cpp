// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/serve/user_states.h"

#include <gtest/gtest.h>

namespace foretaste::serve {
namespace {

/// A loader that counts its calls; a state tells which call made it.
struct Fixture {
    int loads = 0;
    std::function<void()> whileLoading = [] {};
    UserStates states{[this](std::string_view) {
                          UserState state;
                          state.events = static_cast<std::size_t>(++loads);
                          whileLoading();
                          return state;
                      },
                      2};
    std::size_t of(std::string_view user) { return states.of(user)->events; }
};

TEST(UserStates, LoadsOnceUntilTheHistoryChanges) {
    Fixture f;
    EXPECT_EQ(f.of("ann"), 1U);
    EXPECT_EQ(f.of("ann"), 1U);
    f.states.forget("ann");
    EXPECT_EQ(f.of("ann"), 2U);
    f.states.forgetAll();
    EXPECT_EQ(f.of("ann"), 3U);
    f.states.forget("nobody");
    EXPECT_EQ(f.of("ann"), 3U);
}

TEST(UserStates, DropsWhoAskedLongestAgo) {
    Fixture f;
    f.of("ann");
    f.of("bob");
    f.of("ann");
    f.of("cid");  // bob goes
    EXPECT_EQ(f.of("ann"), 1U);
    EXPECT_EQ(f.of("cid"), 3U);
    EXPECT_EQ(f.of("bob"), 4U);
}

TEST(UserStates, AChangeWhileLoadingIsNotLost) {
    Fixture f;
    f.whileLoading = [&] { f.states.forget("ann"); };
    EXPECT_EQ(f.of("ann"), 1U);
    f.whileLoading = [] {};
    EXPECT_EQ(f.of("ann"), 2U) << "what was loaded before the change is not kept";
}

TEST(UserStates, AChangeOfAnotherUserWhileLoadingIsNoMatter) {
    Fixture f;
    f.whileLoading = [&] { f.states.forget("bob"); };
    EXPECT_EQ(f.of("ann"), 1U);
    EXPECT_EQ(f.of("ann"), 1U) << "else hardly any state is kept while many users put events";
    f.whileLoading = [&] { f.states.forgetAll(); };
    EXPECT_EQ(f.of("cid"), 2U);
    EXPECT_EQ(f.of("cid"), 3U);
}

TEST(UserStates, AStateInUseOutlivesItsPlace) {
    Fixture f;
    const auto held = f.states.of("ann");
    f.states.forgetAll();
    EXPECT_EQ(held->events, 1U);
}

}  // namespace
}  // namespace foretaste::serve
