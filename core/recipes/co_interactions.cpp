// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipes/co_interactions.h"

#include <algorithm>
#include <numeric>

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/random.h"

namespace foretaste::recipes {
namespace {

constexpr std::size_t kMostItemsOfUser = 300;
constexpr std::size_t kDepth = 25;

/// The more alike first; equal ones keep the catalogue's order.
using Scored = std::pair<double, std::int32_t>;
bool isBefore(const Scored& a, const Scored& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
}

/// The numbers of those whose counts lie between two shares of all counts.
std::vector<std::uint32_t> between(const std::vector<std::size_t>& counts, Between shares) {
    std::vector<std::uint32_t> kept;
    if (counts.empty()) return kept;
    auto sorted = counts;
    std::sort(sorted.begin(), sorted.end());
    const auto at = [&](double share) {
        return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
    };
    const auto least = at(shares.least), most = at(shares.most);
    for (std::uint32_t i = 0; i < counts.size(); ++i)
        if (counts[i] >= least && counts[i] <= most) kept.push_back(i);
    return kept;
}

}  // namespace

CoInteractions::CoInteractions(const TrainingRequest& request, Between users, Between items) {
    const auto& data = request.data;
    // Each user's items, every one once, in the order in which they were met last.
    std::vector<std::vector<std::int32_t>> met;
    std::vector<std::size_t> lengths, itemEvents(data.items.size(), 0);
    std::vector<std::uint32_t> seenBy(data.items.size(), ~0U);
    userCounts_.assign(data.items.size(), 0);
    for (const auto user : request.users) {
        auto& mine = met.emplace_back();
        for (auto event = data.offsets[user + 1]; event-- > data.offsets[user];) {
            const auto item = static_cast<std::size_t>(data.item[event]);
            ++itemEvents[item];
            if (std::exchange(seenBy[item], user) == user) continue;
            ++userCounts_[item];
            mine.push_back(data.item[event]);
        }
        std::reverse(mine.begin(), mine.end());
        lengths.push_back(data.offsets[user + 1] - data.offsets[user]);
    }

    std::vector<std::size_t> metEvents;  // what nobody met has no say in the shares
    std::vector<std::int32_t> metItems;
    for (std::size_t item = 0; item < itemEvents.size(); ++item)
        if (itemEvents[item] > 0) {
            metEvents.push_back(itemEvents[item]);
            metItems.push_back(static_cast<std::int32_t>(item));
        }
    std::vector<char> trains(data.items.size(), 0);
    for (const auto number : between(metEvents, items))
        trains[static_cast<std::size_t>(metItems[number])] = 1;

    std::vector<std::size_t> counts(data.items.size() + 1, 0);
    for (const auto user : between(lengths, users)) {
        auto& mine = met[user];
        std::erase_if(mine, [&](auto item) { return trains[static_cast<std::size_t>(item)] == 0; });
        const auto left = mine.size() - std::min(mine.size(), kMostItemsOfUser);
        items_.insert(items_.end(), mine.begin() + static_cast<std::ptrdiff_t>(left), mine.end());
        itemsOfUser_.push_back(items_.size());
    }
    if (items_.empty())
        throw base::ServiceError(
            base::ErrorCode::InvalidInput,
            "No user or no item is left to train on: import interactions, or let more through the "
            "featurization parameters that end in _percentile.");

    for (const auto item : items_) ++counts[static_cast<std::size_t>(item) + 1];
    usersOfItem_.resize(counts.size());
    std::partial_sum(counts.begin(), counts.end(), usersOfItem_.begin());
    auto next = usersOfItem_;
    users_.resize(items_.size());
    for (std::size_t user = 0; user + 1 < itemsOfUser_.size(); ++user)
        for (auto i = itemsOfUser_[user]; i < itemsOfUser_[user + 1]; ++i)
            users_[next[static_cast<std::size_t>(items_[i])]++] = static_cast<std::uint32_t>(user);
}

void CoInteractions::countShared(std::int32_t item, Tally& shared) const {
    const auto row = static_cast<std::size_t>(item);
    for (auto i = usersOfItem_[row]; i < usersOfItem_[row + 1]; ++i)
        for (auto j = itemsOfUser_[users_[i]]; j < itemsOfUser_[users_[i] + 1]; ++j)
            shared.add(items_[j], 1);
}

std::vector<CoInteractions::Question> CoInteractions::questions(std::size_t most,
                                                                std::uint64_t seed) const {
    std::vector<std::uint32_t> order(itemsOfUser_.size() - 1);
    std::iota(order.begin(), order.end(), 0U);
    base::Random(seed).shuffle(order);
    std::vector<Question> questions;
    for (const auto user : order) {
        const auto begin = itemsOfUser_[user], end = itemsOfUser_[user + 1];
        if (end - begin < 2 || questions.size() == most) continue;
        questions.push_back(
            {items_[end - 2], items_[end - 1], {items_.data() + begin, end - begin}});
    }
    return questions;
}

std::vector<double> reciprocalRanks(const std::vector<CoInteractions::Question>& questions,
                                    std::size_t items, const Candidates& candidates,
                                    const std::vector<Likeness>& ways) {
    std::vector<double> sums(ways.size(), 0);
    Tally shared(items);
    std::vector<char> isMet(items, 0);
    for (const auto& question : questions) {
        shared.clear();
        candidates(question.asked, shared);
        shared.add(question.wanted, -1);
        for (const auto item : question.met) isMet[static_cast<std::size_t>(item)] = 1;
        isMet[static_cast<std::size_t>(question.wanted)] = 0;
        for (std::size_t way = 0; way < ways.size(); ++way) {
            const auto likeness = [&](std::int32_t item) {
                return ways[way](question.asked, item, shared.of(item));
            };
            const Scored wanted{likeness(question.wanted), question.wanted};
            if (wanted.first <= 0) continue;
            const auto before =
                std::count_if(shared.met().begin(), shared.met().end(), [&](std::int32_t item) {
                    return !isMet[static_cast<std::size_t>(item)] &&
                           isBefore({likeness(item), item}, wanted);
                });
            if (static_cast<std::size_t>(before) < kDepth)
                sums[way] += 1.0 / static_cast<double>(before + 1);
        }
        for (const auto item : question.met) isMet[static_cast<std::size_t>(item)] = 0;
    }
    for (auto& sum : sums) sum /= static_cast<double>(std::max<std::size_t>(questions.size(), 1));
    return sums;
}

Neighbours neighboursOf(std::size_t items, const Candidates& candidates, const Likeness& likeness,
                        int threads, const base::JobContext& job) {
    std::vector<std::vector<std::pair<float, std::int32_t>>> lists(items);
    base::Team team(threads);
    team.forRange(items, [&](std::size_t first, std::size_t last, int part) {
        Tally shared(items);
        std::vector<Scored> alike;
        for (auto item = first; item < last; ++item) {
            job.throwIfStopped();
            const auto from = static_cast<std::int32_t>(item);
            shared.clear();
            alike.clear();
            candidates(from, shared);
            for (const auto to : shared.met())
                if (const double value = to == from ? 0 : likeness(from, to, shared.of(to));
                    value > 0)
                    alike.emplace_back(value, to);
            const auto count = std::min(alike.size(), Neighbours::kMost);
            std::partial_sort(alike.begin(), alike.begin() + static_cast<std::ptrdiff_t>(count),
                              alike.end(), isBefore);
            for (std::size_t i = 0; i < count; ++i)
                lists[item].emplace_back(static_cast<float>(alike[i].first), alike[i].second);
            if (part == 0)
                job.report({.fraction = static_cast<double>(item - first + 1) /
                                        static_cast<double>(last - first),
                            .phase = "comparing items"});
        }
    });
    Neighbours neighbours;
    for (const auto& list : lists) neighbours.add(list);
    return neighbours;
}

}  // namespace foretaste::recipes
