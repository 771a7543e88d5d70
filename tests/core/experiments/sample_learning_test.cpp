// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "core/evaluate/metrics.h"
#include "core/experiments/sample.h"

namespace foretaste::experiments {
namespace {

constexpr const char* kNdcg = "normalized_discounted_cumulative_gain_at_10";

/// Lists for the last tenth of every tenth viewer's events, from everything before and the
/// histories of all others; simple methods, written here so that the sample is judged by something
/// that knows nothing of how it was made.
class Contest {
public:
    explicit Contest(const SampleWorld& world)
        : items_(world.films.size()), histories_(world.viewers.size()) {
        for (const auto& event : world.events) histories_[event.viewer].push_back(event.film);
        popularity_.resize(items_);
        follows_.resize(items_ * items_);
        near_.resize(items_ * items_);
        for (std::size_t v = 0; v < histories_.size(); ++v) {
            const auto& history = histories_[v];
            const std::size_t known = inputLength(v);
            for (std::size_t i = 0; i < known; ++i) {
                popularity_[history[i]] += 1;
                if (i + 1 < known) follows_[history[i] * items_ + history[i + 1]] += 1;
                for (std::size_t j = i + 1; j < std::min(known, i + 12); ++j) {
                    near_[history[i] * items_ + history[j]] += 1;
                    near_[history[j] * items_ + history[i]] += 1;
                }
            }
        }
    }

    template <class Score>
    double ndcg(Score score) const {
        evaluate::MetricsCollector collector(items_);
        std::vector<std::int32_t> order(items_);
        std::vector<double> scores(items_);
        for (std::size_t v = 0; v < histories_.size(); v += 10) {
            const auto& history = histories_[v];
            const std::size_t known = inputLength(v);
            std::fill(scores.begin(), scores.end(), 0.0);
            score(v, known, scores);
            std::iota(order.begin(), order.end(), 0);
            std::partial_sort(order.begin(), order.begin() + 25, order.end(), [&](auto a, auto b) {
                return scores[static_cast<std::size_t>(a)] > scores[static_cast<std::size_t>(b)];
            });
            std::vector<std::int32_t> truth;
            for (std::size_t i = known; i < history.size(); ++i)
                truth.push_back(static_cast<std::int32_t>(history[i]));
            collector.add(std::span(order).first(25), truth);
        }
        return collector.result().at(kNdcg).value;
    }

    double popularity() const {
        return ndcg([&](std::size_t, std::size_t, std::vector<double>& scores) {
            std::copy(popularity_.begin(), popularity_.end(), scores.begin());
        });
    }
    /// What is often seen near the films seen lately.
    double neighbours() const {
        return ndcg([&](std::size_t v, std::size_t known, std::vector<double>& scores) {
            addNeighbours(v, known, scores);
        });
    }
    /// The same, and what often comes right after the last one; films seen before come last.
    double sequence() const {
        return ndcg([&](std::size_t v, std::size_t known, std::vector<double>& scores) {
            addNeighbours(v, known, scores);
            const auto last = histories_[v][known - 1];
            for (std::size_t i = 0; i < items_; ++i)
                scores[i] += 2 * follows_[last * items_ + i] / std::sqrt(5 + popularity_[last]);
            for (std::size_t i = 0; i < known; ++i) scores[histories_[v][i]] = -1;
        });
    }
    double truth(const SampleWorld& world) const {
        return ndcg([&](std::size_t v, std::size_t known, std::vector<double>& scores) {
            for (std::size_t i = 0; i < items_; ++i)
                if (!world.films[i].isNew)
                    scores[i] = std::exp(world.liking(v, i, world.newest)) * (1 + popularity_[i]);
            for (std::size_t i = 0; i < known; ++i) scores[histories_[v][i]] = -1;
        });
    }

private:
    std::size_t inputLength(std::size_t viewer) const {
        const auto all = histories_[viewer].size();
        return viewer % 10 == 0 ? all - std::max<std::size_t>(1, (all + 5) / 10) : all;
    }
    void addNeighbours(std::size_t v, std::size_t known, std::vector<double>& scores) const {
        double weight = 1;
        for (std::size_t back = 1; back <= std::min<std::size_t>(known, 30); ++back) {
            const auto film = histories_[v][known - back];
            for (std::size_t i = 0; i < items_; ++i)
                scores[i] += weight * near_[film * items_ + i] /
                             std::sqrt((20 + popularity_[film]) * (20 + popularity_[i]));
            weight *= 0.95;
        }
    }

    std::size_t items_;
    std::vector<std::vector<std::uint32_t>> histories_;
    std::vector<double> popularity_;
    std::vector<float> follows_, near_;  ///< [items x items]
};

TEST(SampleLearning, PopularityIsBeatenByWhatFollowsWhatButNotTrivially) {
    const auto world = makeSampleWorld();
    const Contest contest(world);
    const double popularity = contest.popularity(), neighbours = contest.neighbours(),
                 sequence = contest.sequence(), truth = contest.truth(world);
    std::printf("NDCG@10: popularity %.4f, neighbours %.4f, with order %.4f, true taste %.4f\n",
                popularity, neighbours, sequence, truth);
    EXPECT_GT(popularity, 0.01);
    EXPECT_GT(neighbours, 1.2 * popularity);
    EXPECT_GT(sequence, 1.5 * popularity);
    EXPECT_LT(sequence, 8 * popularity);
    EXPECT_LT(sequence, 0.3);
}

}  // namespace
}  // namespace foretaste::experiments
