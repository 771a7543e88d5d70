// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/serve/item_scan.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <numeric>

#include "core/base/maths.h"
#include "core/kernels/kernels.h"

namespace foretaste::serve {
namespace {

constexpr float kInfinity = std::numeric_limits<float>::infinity();
constexpr std::size_t kUsualPlaces = 25;
/// Where an index is and fewer than one item in so many is allowed, their rows are read one by one.
constexpr std::size_t kWalkShare = 100;

/// Calls with the number of each bit that is set, ascending.
template <class Call>
void forEachBit(std::uint64_t word, const Call& call) {
    for (; word != 0; word &= word - 1) call(static_cast<std::size_t>(std::countr_zero(word)));
}

std::vector<std::int32_t> numbersUpTo(std::size_t count) {
    std::vector<std::int32_t> numbers(count);
    std::iota(numbers.begin(), numbers.end(), 0);
    return numbers;
}

std::vector<std::int32_t> inverseOf(std::span<const std::int32_t> places, std::size_t items) {
    std::vector<std::int32_t> placeOf(items);
    for (std::size_t place = 0; place < places.size(); ++place)
        if (places[place] >= 0)
            placeOf[static_cast<std::size_t>(places[place])] = static_cast<std::int32_t>(place);
    return placeOf;
}

}  // namespace

void LogSum::add(std::span<const float> scores, float top) {
    if (!(top > -kInfinity)) return;
    if (top > top_) {
        if (sum_ > 0) sum_ *= base::expOf(static_cast<double>(top_) - static_cast<double>(top));
        top_ = top;
    }
    sum_ += kernels::active().sumExp(scores.data(), scores.size(), top_);
}

double LogSum::value() const {
    if (sum_ == 0) return -std::numeric_limits<double>::infinity();
    return static_cast<double>(top_) + base::logOf(sum_);
}

/// One query under way.
struct ItemScan::Search {
    std::span<const float> query;
    CodedQuery coded;
    const filter::Bitmap& apart;  ///< by place
    const filter::Bitmap* allowed;
    TopList& best;
    LogSum& sum;
    CodedItems::Scores scores;
};

ItemScan::ItemScan(const recipes::ItemTable& table)
    : table_(table),
      coded_(table, numbersUpTo(table.items)),
      placeOf_(inverseOf(coded_.places(), table.items)) {}

ItemScan::ItemScan(const recipes::ItemTable& table, const ItemClusters& clusters,
                   std::span<const float> queries)
    : table_(table),
      index_(std::in_place, table, clusters),
      coded_(table, index_->takePlaces()),
      placeOf_(inverseOf(coded_.places(), table.items)) {
    setMargin(queries);
}

void ItemScan::addScores(std::span<const float> query, std::span<const std::int32_t> items,
                         float* scores) const {
    for (std::size_t i = 0; i < items.size(); ++i)
        scores[i] += table_.bias[static_cast<std::size_t>(items[i])];
    if (table_.dim > 0)
        kernels::active().addScoresOf(table_.vectors.data(), items.data(), items.size(), table_.dim,
                                      query.data(), scores);
}

void ItemScan::scan(std::span<const float> query, std::span<const std::int32_t> apart,
                    const filter::Bitmap* allowed, TopList& best, LogSum& sum) const {
    using enum CodedQuery::Precision;
    filter::Bitmap apartPlaces(coded_.places().size());
    for (const auto item : apart)
        if (static_cast<std::size_t>(item) < table_.items)
            apartPlaces.set(static_cast<std::size_t>(placeOf_[static_cast<std::size_t>(item)]));
    const auto search = [&](const filter::Bitmap* only, TopList& list) {
        Search one{query, {query, estimatesSum() ? Coarse : Fine}, apartPlaces, only, list, sum,
                   {}};
        if (isIndexed())
            lookByIndex(one);
        else
            lookAtAll(one);
    };
    if (!isIndexed() || !allowed || allowed->count() >= table_.items / kWalkShare)
        return search(allowed, best);
    TopList any(kUsualPlaces);  // the sum is of all items
    search(nullptr, any);
    walk(query, apartPlaces, *allowed, best);
}

void ItemScan::look(std::size_t block, Search& search) const {
    auto& best = search.best;
    auto& sum = search.sum;
    auto& scores = search.scores;
    const auto* allowed = search.allowed;
    const auto first = block * kernels::kScanBlock;
    const auto* places = coded_.places().data() + first;
    const auto result = coded_.scan(block, search.coded, best.threshold(), scores);
    const auto left = search.apart.words()[block];
    auto reached = result.reached & ~left;
    forEachBit(left, [&](std::size_t bit) { scores[bit] = -kInfinity; });
    if (allowed)
        forEachBit(reached, [&](std::size_t bit) {
            if (!allowed->test(static_cast<std::size_t>(places[bit])))
                reached &= ~(std::uint64_t{1} << bit);
        });
    auto chosen = reached;
    // The sum hangs on the few largest scores: where codes are coarse, those so near the top are
    // computed in floats, too.
    constexpr float kNear = 4;
    if (const float near = sum.top() - kNear; estimatesSum() && result.top > near)
        for (std::size_t i = 0; i < scores.size(); ++i)
            chosen |= std::uint64_t{scores[i] > near} << i;
    if (chosen == 0 && left == 0) return sum.add(scores, result.top);

    std::array<std::int32_t, kernels::kScanBlock> items{};
    std::array<float, kernels::kScanBlock> exact{};
    std::size_t count = 0;
    forEachBit(chosen, [&](std::size_t bit) { items[count++] = places[bit]; });
    addScores(search.query, std::span(items).first(count), exact.data());
    std::size_t next = 0;
    forEachBit(chosen, [&](std::size_t bit) {
        scores[bit] = exact[next];
        if (reached >> bit & 1) best.offer({items[next], exact[next]});
        ++next;
    });
    // A score that grew must not be above what terms are taken relative to.
    sum.add(scores, *std::max_element(scores.begin(), scores.end()));
}

void ItemScan::lookAtAll(Search& search) const {
    for (std::size_t block = 0; block < coded_.blocks(); ++block) look(block, search);
}

void ItemScan::lookByIndex(Search& search) const {
    const auto views = index_->viewsOf(search.query);
    const auto reachOf = [&](std::size_t cluster) {
        return views[cluster].mean + margin_ * views[cluster].deviation;
    };
    struct Next {
        float reach;  ///< of the best score that is expected
        std::uint32_t cluster;
        bool operator<(const Next& other) const { return reach < other.reach; }
    };
    std::vector<Next> queue(views.size());
    for (std::size_t cluster = 0; cluster < queue.size(); ++cluster)
        queue[cluster] = {reachOf(cluster) + index_->highestBias(index_->firstBlock(cluster)),
                          static_cast<std::uint32_t>(cluster)};
    std::make_heap(queue.begin(), queue.end());
    std::vector<float> unseen;  // sums of what is not looked at
    while (!queue.empty() && !(queue.front().reach < search.best.threshold())) {
        const auto cluster = queue.front().cluster;
        std::pop_heap(queue.begin(), queue.end());
        queue.pop_back();
        const float reach = reachOf(cluster);
        auto block = index_->firstBlock(cluster);
        const auto end = index_->endBlock(cluster);
        while (block < end && !(reach + index_->highestBias(block) < search.best.threshold()))
            look(block++, search);
        if (block < end) unseen.push_back(index_->logSumFrom(views[cluster], block));
    }
    for (const auto& next : queue)
        unseen.push_back(index_->logSumFrom(views[next.cluster], index_->firstBlock(next.cluster)));
    if (!unseen.empty()) search.sum.add(unseen, *std::max_element(unseen.begin(), unseen.end()));
}

void ItemScan::walk(std::span<const float> query, const filter::Bitmap& apart,
                    const filter::Bitmap& allowed, TopList& best) const {
    std::vector<std::int32_t> items;
    const auto words = allowed.words();
    for (std::size_t word = 0; word < words.size(); ++word)
        forEachBit(words[word], [&](std::size_t bit) {
            const auto item = word * 64 + bit;
            if (item < table_.items && !apart.test(static_cast<std::size_t>(placeOf_[item])))
                items.push_back(static_cast<std::int32_t>(item));
        });
    std::vector<float> scores(items.size());
    addScores(query, items, scores.data());
    for (std::size_t i = 0; i < items.size(); ++i) best.offer({items[i], scores[i]});
}

std::vector<ScoredItem> ItemScan::bestOf(std::span<const float> query, bool exactly) const {
    const filter::Bitmap none(coded_.places().size());
    TopList best(kUsualPlaces);
    LogSum sum;
    Search search{query, {query, CodedQuery::Precision::Coarse}, none, nullptr, best, sum, {}};
    if (exactly)
        lookAtAll(search);
    else
        lookByIndex(search);
    return best.sorted();
}

void ItemScan::setMargin(std::span<const float> queries) {
    constexpr double kLost = 1.0 / 200;
    const auto count = queries.size() / table_.dim;
    const auto queryOf = [&](std::size_t i) { return queries.subspan(i * table_.dim, table_.dim); };
    std::vector<float> needed;
    for (std::size_t i = 0; i < count; i += 2) {
        const auto views = index_->viewsOf(queryOf(i));
        for (const auto& each : bestOf(queryOf(i), true)) {
            const auto place = placeOf_[static_cast<std::size_t>(each.item)];
            const auto block = static_cast<std::size_t>(place) / kernels::kScanBlock;
            const auto& view = views[index_->clusterOf(block)];
            const float above = each.score - index_->highestBias(block) - view.mean;
            if (view.deviation > 0) needed.push_back(above / view.deviation);
        }
    }
    if (!needed.empty()) {
        const auto lost = static_cast<std::size_t>(kLost * static_cast<double>(needed.size()));
        const auto at = needed.begin() + static_cast<std::ptrdiff_t>(lost);
        std::nth_element(needed.begin(), at, needed.end(), std::greater<>());
        margin_ = std::max(0.0F, *at);
    }
    std::size_t found = 0, all = 0;
    for (std::size_t i = 1; i < count; i += 2) {
        const auto quick = bestOf(queryOf(i), false);
        for (const auto& each : bestOf(queryOf(i), true)) {
            found += std::any_of(quick.begin(), quick.end(),
                                 [&](const auto& other) { return other.item == each.item; });
            ++all;
        }
    }
    if (all > 0) recall_ = static_cast<double>(found) / static_cast<double>(all);
}

}  // namespace foretaste::serve
