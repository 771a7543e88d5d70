// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace foretaste::explore {

/// One place of a list, as believed before.
struct PlaceScore {
    double score = 0, variance = 0;
};

/// What one place of a list says of its item: slope and curvature of the log-likelihood of its
/// score, less what may as well be due to the place.
struct PlaceEvidence {
    double slope = 0, curvature = 0;
};

/// Reads clicks as a cascade: a user goes down the list, passes over items and stops at the click
/// (Craswell et al. 2008). At each place from the first to the click the item was chosen or not,
/// against all that stand at its place or below: a softmax of the scores, as the model was trained
/// with. What is not known cancels out: how ready to click the user is, and that lists without a
/// click are never reported. The product over the places is the choice of one item from the whole
/// list. How much less a place is looked at than others is learnt from the same clicks: what is not
/// expected is put down to item and place by how uncertain each is (an extended Kalman filter).
class Cascade {
public:
    /// Returns the evidence of the places `from` to `clicked`, and learns from it how much the
    /// places are looked at.
    std::vector<PlaceEvidence> read(std::span<const PlaceScore> list, std::size_t from,
                                    std::size_t clicked);

    /// Log of how much place `place` is looked at, up to a constant.
    double attention(std::size_t place) const { return attention_[bucket(place)]; }

private:
    static constexpr std::size_t kPlaces = 50;  ///< those further down count alike
    static std::size_t bucket(std::size_t place) { return place < kPlaces ? place : kPlaces - 1; }

    std::array<double, kPlaces> attention_{};
    std::array<double, kPlaces> observed_{};  ///< precision gained
};

}  // namespace foretaste::explore
