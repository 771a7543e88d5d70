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
/// Where fewer than one item in so many is allowed, their rows are read one by one: that touches
/// less memory than all codes, but not in order.
constexpr std::size_t kWalkShare = 50;

/// Calls with the number of each bit that is set, ascending.
template <class Call>
void forEachBit(std::uint64_t word, const Call& call) {
    for (; word != 0; word &= word - 1) call(static_cast<std::size_t>(std::countr_zero(word)));
}

/// Items for which e^score is summed instead of many: item i with a chance of
///   min(1, kSampled (1/2 / items + 1/2 e^bias / sum of e^bias)),
/// so that what many like is there for certain, drawn systematically.
struct Sample {
    std::vector<std::int32_t> items;
    std::vector<float> bias;  ///< [items] plus log of 1 / chance

    explicit Sample(const recipes::ItemTable& table) {
        const auto bias0 = table.bias;
        const float top = *std::max_element(bias0.begin(), bias0.end());
        const auto share = [&](std::size_t i) {
            return base::expOf(static_cast<double>(bias0[i] - top));
        };
        double total = 0;
        for (std::size_t i = 0; i < table.items; ++i) total += share(i);
        double passed = 0, next = 0.5;
        for (std::size_t i = 0; i < table.items; ++i) {
            const double even = 1.0 / static_cast<double>(table.items);
            const double chance = std::min(
                1.0, static_cast<double>(ItemScan::kSampled) * 0.5 * (even + share(i) / total));
            passed += chance;
            if (passed < next) continue;
            next += 1;
            items.push_back(static_cast<std::int32_t>(i));
            bias.push_back(bias0[i] - static_cast<float>(base::logOf(chance)));
        }
    }
};

std::vector<std::int32_t> numbersUpTo(std::size_t count) {
    std::vector<std::int32_t> numbers(count);
    std::iota(numbers.begin(), numbers.end(), 0);
    return numbers;
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

ItemScan::ItemScan(const recipes::ItemTable& table)
    : table_(table), all_(table, numbersUpTo(table.items), table.bias) {
    if (!estimatesSum()) return;
    Sample sample(table);
    sampledItems_ = std::move(sample.items);
    sampled_ = CodedItems(table, sampledItems_, sample.bias);
}

void ItemScan::addScores(std::span<const float> query, std::span<const std::int32_t> items,
                         float* scores) const {
    for (std::size_t i = 0; i < items.size(); ++i)
        scores[i] += table_.bias[static_cast<std::size_t>(items[i])];
    if (table_.dim > 0)
        kernels::active().addScoresOf(table_.vectors.data(), items.data(), items.size(), table_.dim,
                                      query.data(), scores);
}

std::uint64_t ItemScan::wanted(std::size_t block, const filter::Bitmap& apart,
                               const filter::Bitmap* allowed) {
    static_assert(kernels::kScanBlock == 64);
    const auto rest = ~apart.words()[block];
    return allowed ? rest & allowed->words()[block] : rest;
}

void ItemScan::walk(std::span<const float> query, const filter::Bitmap& apart,
                    const filter::Bitmap& allowed, TopList& best, LogSum& sum) const {
    std::vector<std::int32_t> items;
    for (std::size_t block = 0; block < all_.blocks(); ++block)
        forEachBit(wanted(block, apart, &allowed), [&](std::size_t bit) {
            const auto item = block * kernels::kScanBlock + bit;
            if (item < all_.size()) items.push_back(static_cast<std::int32_t>(item));
        });
    if (items.empty()) return;
    std::vector<float> scores(items.size());
    addScores(query, items, scores.data());
    for (std::size_t i = 0; i < items.size(); ++i) best.offer({items[i], scores[i]});
    sum.add(scores, *std::max_element(scores.begin(), scores.end()));
}

void ItemScan::addSampled(std::span<const float> query, const filter::Bitmap& without,
                          LogSum& sum) const {
    const CodedQuery coded(query, CodedQuery::Precision::Fine);
    CodedItems::Scores scores;
    for (std::size_t block = 0; block < sampled_.blocks(); ++block) {
        const auto result = sampled_.scan(block, coded, kInfinity, scores);
        const auto first = block * kernels::kScanBlock;
        const auto count = std::min(kernels::kScanBlock, sampled_.size() - first);
        for (std::size_t i = 0; i < count; ++i)
            if (without.test(static_cast<std::size_t>(sampledItems_[first + i])))
                scores[i] = -kInfinity;
        sum.add(scores, result.top);
    }
}

void ItemScan::scan(std::span<const float> query, const filter::Bitmap& apart,
                    const filter::Bitmap* allowed, TopList& best, LogSum& sum) const {
    if (estimatesSum() && allowed && allowed->count() < all_.size() / kWalkShare) {
        walk(query, apart, *allowed, best, sum);
        auto looked = apart;
        looked |= *allowed;
        return addSampled(query, looked, sum);
    }
    // The sum hangs on the few largest scores: those so near the top are computed in floats, too.
    constexpr float kNear = 4;
    using enum CodedQuery::Precision;
    const CodedQuery coded(query, estimatesSum() ? Coarse : Fine);
    CodedItems::Scores scores;
    std::array<std::int32_t, kernels::kScanBlock> items{};
    std::array<float, kernels::kScanBlock> exact{};
    for (std::size_t block = 0; block < all_.blocks(); ++block) {
        const auto first = block * kernels::kScanBlock;
        const auto result = all_.scan(block, coded, best.threshold(), scores);
        const auto reached = result.reached & wanted(block, apart, allowed);
        forEachBit(apart.words()[block], [&](std::size_t bit) { scores[bit] = -kInfinity; });
        auto chosen = reached;
        if (const float near = sum.top() - kNear; result.top > near)
            for (std::size_t i = 0; i < scores.size(); ++i)
                chosen |= std::uint64_t{scores[i] > near} << i;
        if (chosen != 0) {
            std::size_t count = 0;
            forEachBit(chosen, [&](std::size_t bit) {
                items[count++] = static_cast<std::int32_t>(first + bit);
            });
            std::fill_n(exact.begin(), count, 0.0F);
            addScores(query, std::span(items).first(count), exact.data());
            for (std::size_t i = 0; i < count; ++i) {
                const auto bit = static_cast<std::size_t>(items[i]) - first;
                scores[bit] = exact[i];
                if (reached >> bit & 1) best.offer({items[i], exact[i]});
            }
            // A score that grew must not be above what terms are taken relative to.
            sum.add(scores, *std::max_element(scores.begin(), scores.end()));
        } else {
            sum.add(scores, result.top);
        }
    }
}

}  // namespace foretaste::serve
