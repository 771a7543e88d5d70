// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/split.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/text.h"

namespace foretaste::dataset {
namespace {

void keepRows(FeatureTable& table, const std::vector<std::uint32_t>& rows) {
    for (auto& column : table.categorical) {
        CategoricalFeature kept{column.name, column.values, {0}, {}};
        for (const auto row : rows) {
            const auto codes = column.of(row);
            kept.codes.insert(kept.codes.end(), codes.begin(), codes.end());
            kept.offsets.push_back(static_cast<std::uint32_t>(kept.codes.size()));
        }
        column = std::move(kept);
    }
    for (auto& column : table.numeric) {
        std::vector<float> values;
        for (const auto row : rows) values.push_back(column.values[row]);
        column.values = std::move(values);
    }
}

/// Each user's events before `end` [users]; users without any are left out.
TrainingData prefixes(const TrainingData& data, const std::vector<std::uint64_t>& end) {
    TrainingData kept;
    kept.eventTypes = data.eventTypes;
    kept.items = data.items;
    std::fill(kept.items.interactions.begin(), kept.items.interactions.end(), 0);
    kept.offsets.push_back(0);
    std::vector<std::uint32_t> rows;
    for (std::uint32_t user = 0; user < data.userCount(); ++user) {
        if (end[user] == data.offsets[user]) continue;
        rows.push_back(user);
        kept.users.push_back(data.users[user]);
        for (auto event = data.offsets[user]; event < end[user]; ++event) {
            kept.item.push_back(data.item[event]);
            kept.timestamp.push_back(data.timestamp[event]);
            kept.eventType.push_back(data.eventType[event]);
            kept.eventValue.push_back(data.eventValue[event]);
            ++kept.items.interactions[static_cast<std::size_t>(data.item[event])];
        }
        kept.offsets.push_back(kept.item.size());
    }
    if (kept.item.empty())
        throw base::ServiceError(base::ErrorCode::InvalidInput,
                                 "nothing is left to train on: the data have too few interactions "
                                 "for this split");
    kept.userFeatures = data.userFeatures;
    keepRows(kept.userFeatures, rows);
    const auto [oldest, newest] = std::minmax_element(kept.timestamp.begin(), kept.timestamp.end());
    kept.oldest = *oldest;
    kept.newest = *newest;
    return kept;
}

}  // namespace

Split leaveOneOut(const TrainingData& data) {
    constexpr std::uint64_t kFewest = 3;
    Split split;
    std::vector<std::uint64_t> end(data.offsets.begin() + 1, data.offsets.end());
    for (std::uint32_t user = 0; user < data.userCount(); ++user)
        if (end[user] - data.offsets[user] >= kFewest) {
            split.questions.push_back({user, end[user] - 1, end[user]});
            --end[user];
        }
    split.train = prefixes(data, end);
    split.validation = Validation::LastOfAll;
    split.text = "each user's last event tests, the one before selects the epoch";
    return split;
}

Split heldOutUsers(const TrainingData& data, std::uint64_t seed) {
    const auto holdOut = splitUsers(data, seed);
    Split split;
    std::vector<std::uint64_t> end(data.offsets.begin() + 1, data.offsets.end());
    for (std::size_t i = 0; i < holdOut.testUsers.size(); ++i) {
        const auto user = holdOut.testUsers[i];
        split.questions.push_back({user, data.offsets[user] + holdOut.inputLength[i], end[user]});
        end[user] = data.offsets[user];
    }
    split.train = prefixes(data, end);
    split.text = "10 % of users held out, the newest 10 % of each as targets";
    return split;
}

Split byTime(const TrainingData& data, double testShare) {
    auto times = data.timestamp;
    const auto trained =
        static_cast<std::ptrdiff_t>((1 - testShare) * static_cast<double>(times.size()));
    std::nth_element(times.begin(), times.begin() + trained, times.end());
    const auto moment = times[static_cast<std::size_t>(trained)];
    Split split;
    std::vector<std::uint64_t> end;
    for (std::uint32_t user = 0; user < data.userCount(); ++user) {
        const auto first = data.timestamp.begin() + static_cast<std::ptrdiff_t>(data.offsets[user]);
        const auto last =
            data.timestamp.begin() + static_cast<std::ptrdiff_t>(data.offsets[user + 1]);
        const auto cut = static_cast<std::uint64_t>(std::lower_bound(first, last, moment) -
                                                    data.timestamp.begin());
        end.push_back(cut);
        if (cut > data.offsets[user] && cut < data.offsets[user + 1])
            split.questions.push_back({user, cut, data.offsets[user + 1]});
    }
    split.train = prefixes(data, end);
    split.text = base::concat("the newest ", base::numberText(testShare * 100),
                              " % of all events test, what came before trains");
    return split;
}

}  // namespace foretaste::dataset
