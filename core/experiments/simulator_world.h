// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/base/random.h"
#include "core/dataset/training_data.h"

namespace foretaste::experiments {

/// The numbers that make the simulator's world. The defaults are those of tests/e2e/world.json.
struct WorldSpec {
    std::int64_t seed = 2026;  ///< of people, items and warm data
    // People
    std::int64_t users = 1500, tasteDims = 5;
    double visitsADay = 1.5;    ///< of each user
    double tasteDrift = 0.08;   ///< share of a taste that changes from day to day
    double tasteWeight = 2;     ///< of what suits this user, in log odds
    double appealWeight = 0.8;  ///< of what everybody likes
    // Items: quality is a part that metadata tell and one of its own
    std::int64_t warmItems = 1200, newItems = 60, newItemsADay = 2, genres = 12;
    double ownShare = 0.5;  ///< of the variance of an item's vector and appeal
    // Browsing: from the top down, place after place
    std::int64_t places = 10;
    double goOn = 0.85;           ///< the chance to look at the next place
    double goOnAfterClick = 0.5;  ///< the same behind a click
    double clickCeiling = 0.6;    ///< the chance of a click on what suits perfectly
    double clickThreshold = 3.5;  ///< log odds that liking has to make up for
    // The past that the model is trained on
    std::int64_t warmDays = 80;
    double warmVisitsADay = 1.5;  ///< of each user
    double exposureSpread = 0.4;  ///< deviation of the log of how often items were shown
    std::int64_t hiddenDimension = 32;

    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("seed", self.seed);
        visit.required("users", self.users);
        visit.required("tasteDims", self.tasteDims);
        visit.required("visitsADay", self.visitsADay);
        visit.required("tasteDrift", self.tasteDrift);
        visit.required("tasteWeight", self.tasteWeight);
        visit.required("appealWeight", self.appealWeight);
        visit.required("warmItems", self.warmItems);
        visit.required("newItems", self.newItems);
        visit.required("newItemsADay", self.newItemsADay);
        visit.required("genres", self.genres);
        visit.required("ownShare", self.ownShare);
        visit.required("places", self.places);
        visit.required("goOn", self.goOn);
        visit.required("goOnAfterClick", self.goOnAfterClick);
        visit.required("clickCeiling", self.clickCeiling);
        visit.required("clickThreshold", self.clickThreshold);
        visit.required("warmDays", self.warmDays);
        visit.required("warmVisitsADay", self.warmVisitsADay);
        visit.required("exposureSpread", self.exposureSpread);
        visit.required("hiddenDimension", self.hiddenDimension);
    }
};

/// Items as they truly are: hidden from policies, but for the genres.
struct TrueItems {
    std::vector<float> vectors;       ///< [items x dims]
    std::vector<float> appeal;        ///< [items], mean 0, deviation 1
    std::vector<std::string> genres;  ///< [items], joined by '|'
    std::size_t count() const { return appeal.size(); }
};

/// Tastes [users x dims], of unit length each.
using Tastes = std::vector<float>;

/// The part of the world that all seeds share: users, warm items, and what happened before.
class SimulatedWorld {
public:
    /// Throws ServiceError (InvalidInput) for numbers that make no world.
    explicit SimulatedWorld(const WorldSpec& spec);

    const WorldSpec& spec() const { return spec_; }
    const TrueItems& warmItems() const { return warm_; }
    const Tastes& tastes() const { return tastes_; }  ///< on the first day
    /// Items that come on the days after: newItems on the first, newItemsADay on each.
    TrueItems newItems(std::int64_t days, base::Random random) const;
    /// A day later.
    void drift(Tastes& tastes, base::Random random) const;

    /// The chance that a user of this taste [tasteDims] who looks at an item clicks it. Nobody
    /// clicks an item twice.
    float clickChance(const float* taste, const TrueItems& items, std::size_t item) const;
    /// The clicks of the past, and the records of warm items, as an import has them.
    const store::InteractionTable& past() const { return past_; }
    store::RecordTable records(const TrueItems& items, const char* prefix,
                               const std::vector<std::int64_t>& created) const;
    std::int64_t newest() const { return newest_; }  ///< epoch seconds: the first day's beginning

private:
    TrueItems makeItems(std::size_t count, base::Random random) const;
    void livePast();

    WorldSpec spec_;
    std::vector<float> genreVectors_, genreAppeal_;
    TrueItems warm_;
    Tastes tastes_;
    store::InteractionTable past_;
    std::int64_t newest_ = 0;
};

/// One user looks at a list from the top down. `chance(item)` and the draws decide; returns the
/// places clicked, rising. Draws belong to the visit and the item or place alone, so that
/// policies meet the same user.
template <class Chance>
std::vector<std::size_t> browse(const WorldSpec& spec, const std::vector<std::int32_t>& list,
                                const Chance& chance, base::Random visit) {
    std::vector<std::size_t> clicks;
    const auto key = visit.next();
    for (std::size_t place = 0; place < list.size(); ++place) {
        base::Random item(key, static_cast<std::uint64_t>(list[place]));
        const bool click = item.uniform() < chance(list[place]);
        if (click) clicks.push_back(place);
        if (visit.uniform() >= (click ? spec.goOnAfterClick : spec.goOn)) break;
    }
    return clicks;
}

/// Clicks that a list is worth in the mean: [chances by place].
double expectedClicks(const WorldSpec& spec, const std::vector<double>& chances);

}  // namespace foretaste::experiments
