// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "core/base/random.h"
#include "core/dataset/training_data.h"

namespace foretaste::dataset {

HoldOut splitUsers(const TrainingData& data, std::uint64_t seed, double testShare,
                   double truthShare) {
    const auto lengthOf = [&](std::uint32_t user) {
        return data.offsets[user + 1] - data.offsets[user];
    };
    std::vector<std::uint32_t> candidates;
    for (std::uint32_t user = 0; user < data.userCount(); ++user)
        if (lengthOf(user) >= 2) candidates.push_back(user);
    base::Random random(seed);
    random.shuffle(candidates);

    // Never all users: someone has to train.
    auto wanted = static_cast<std::size_t>(
        std::floor(testShare * static_cast<double>(data.userCount()) + 0.5));
    wanted = std::max<std::size_t>(wanted, 1);
    wanted = std::min({wanted, candidates.size(), data.userCount() - 1});

    HoldOut holdOut;
    holdOut.seed = seed;
    holdOut.testUsers.assign(candidates.begin(),
                             candidates.begin() + static_cast<std::ptrdiff_t>(wanted));
    std::sort(holdOut.testUsers.begin(), holdOut.testUsers.end());
    std::size_t next = 0;
    for (std::uint32_t user = 0; user < data.userCount(); ++user) {
        if (next < holdOut.testUsers.size() && holdOut.testUsers[next] == user)
            ++next;
        else
            holdOut.trainUsers.push_back(user);
    }
    for (const auto user : holdOut.testUsers) {
        const auto length = lengthOf(user);
        const auto truth = std::clamp<std::uint64_t>(
            static_cast<std::uint64_t>(std::floor(truthShare * static_cast<double>(length) + 0.5)),
            1, length - 1);
        holdOut.inputLength.push_back(static_cast<std::uint32_t>(length - truth));
    }
    return holdOut;
}

}  // namespace foretaste::dataset
