// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiments/simulator_world.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

#include "core/base/error.h"
#include "core/base/maths.h"
#include "core/base/text.h"

namespace foretaste::experiments {
namespace {

constexpr std::int64_t kNewest = 1'767'225'600;  // 2026-01-01 00:00:00 UTC
constexpr std::int64_t kDay = 86400;

enum Stream : std::uint64_t { kGenres = 1, kWarm, kTastes, kExposure, kPast };

void check(bool holds, const char* what) {
    if (!holds)
        throw base::ServiceError(base::ErrorCode::InvalidInput,
                                 base::concat("The simulator's world: ", what));
}

void normalise(float* vector, std::size_t dims) {
    double length = 0;
    for (std::size_t d = 0; d < dims; ++d)
        length += static_cast<double>(vector[d]) * static_cast<double>(vector[d]);
    length = std::sqrt(std::max(length, 1e-12));
    for (std::size_t d = 0; d < dims; ++d)
        vector[d] = static_cast<float>(static_cast<double>(vector[d]) / length);
}

std::string numbered(const char* prefix, std::size_t number) {
    return base::concat(prefix, number + 1);
}

}  // namespace

SimulatedWorld::SimulatedWorld(const WorldSpec& spec) : spec_(spec), newest_(kNewest) {
    check(spec.users > 1 && spec.warmItems > 1, "users and warmItems must be at least 2");
    check(spec.tasteDims > 0 && spec.genres > 0 && spec.places > 0,
          "tasteDims, genres and places must be at least 1");
    check(spec.newItems > 0 && spec.newItemsADay >= 0, "newItems must be at least 1");
    check(spec.ownShare >= 0 && spec.ownShare <= 1 && spec.tasteDrift >= 0 && spec.tasteDrift <= 1,
          "ownShare and tasteDrift are shares, 0 to 1");
    check(spec.visitsADay > 0 && spec.warmVisitsADay > 0 && spec.warmDays > 0,
          "visitsADay, warmVisitsADay and warmDays must be above 0");

    const auto seed = static_cast<std::uint64_t>(spec.seed);
    const auto dims = static_cast<std::size_t>(spec.tasteDims);
    base::Random random(seed, kGenres);
    for (std::int64_t genre = 0; genre < spec.genres; ++genre) {
        for (std::size_t d = 0; d < dims; ++d)
            genreVectors_.push_back(static_cast<float>(random.normal()));
        genreAppeal_.push_back(static_cast<float>(random.normal()));
    }
    warm_ = makeItems(static_cast<std::size_t>(spec.warmItems), base::Random(seed, kWarm));
    random = base::Random(seed, kTastes);
    tastes_.resize(static_cast<std::size_t>(spec.users) * dims);
    for (auto& each : tastes_) each = static_cast<float>(random.normal());
    for (std::size_t user = 0; user * dims < tastes_.size(); ++user)
        normalise(tastes_.data() + user * dims, dims);
    livePast();
}

/// One or two genres an item; what they say of it has variance 1 - ownShare in each dimension, what
/// only it has ownShare.
TrueItems SimulatedWorld::makeItems(std::size_t count, base::Random random) const {
    const auto dims = static_cast<std::size_t>(spec_.tasteDims);
    const auto genres = static_cast<std::uint32_t>(spec_.genres);
    TrueItems items;
    items.vectors.resize(count * dims);
    for (std::size_t item = 0; item < count; ++item) {
        std::vector<std::uint32_t> has{random.below(genres)};
        const auto second = random.below(genres);
        if (second != has.front() && random.uniform() < 0.5) has.push_back(second);
        const double told = std::sqrt((1 - spec_.ownShare) / static_cast<double>(has.size())),
                     own = std::sqrt(spec_.ownShare);
        float* vector = items.vectors.data() + item * dims;
        double appeal = own * random.normal();
        for (std::size_t d = 0; d < dims; ++d) {
            double value = own * random.normal();
            for (const auto genre : has)
                value += told * static_cast<double>(genreVectors_[genre * dims + d]);
            vector[d] = static_cast<float>(value);
        }
        std::string names;
        for (const auto genre : has) {
            appeal += told * static_cast<double>(genreAppeal_[genre]);
            if (!names.empty()) names += '|';
            names += numbered("genre-", genre);
        }
        items.appeal.push_back(static_cast<float>(appeal));
        items.genres.push_back(std::move(names));
    }
    return items;
}

TrueItems SimulatedWorld::newItems(std::int64_t days, base::Random random) const {
    return makeItems(static_cast<std::size_t>(spec_.newItems + spec_.newItemsADay * (days - 1)),
                     random);
}

void SimulatedWorld::drift(Tastes& tastes, base::Random random) const {
    const auto dims = static_cast<std::size_t>(spec_.tasteDims);
    const double scale = spec_.tasteDrift / std::sqrt(static_cast<double>(dims));
    for (auto& each : tastes) each += static_cast<float>(scale * random.normal());
    for (std::size_t user = 0; user * dims < tastes.size(); ++user)
        normalise(tastes.data() + user * dims, dims);
}

float SimulatedWorld::clickChance(const float* taste, const TrueItems& items,
                                  std::size_t item) const {
    const auto dims = static_cast<std::size_t>(spec_.tasteDims);
    const float* vector = items.vectors.data() + item * dims;
    double suits = 0;
    for (std::size_t d = 0; d < dims; ++d)
        suits += static_cast<double>(taste[d]) * static_cast<double>(vector[d]);
    const double liking =
        spec_.tasteWeight * suits + spec_.appealWeight * static_cast<double>(items.appeal[item]);
    return static_cast<float>(spec_.clickCeiling * base::sigmoidOf(liking - spec_.clickThreshold));
}

store::RecordTable SimulatedWorld::records(const TrueItems& items, const char* prefix,
                                           const std::vector<std::int64_t>& created) const {
    store::RecordTable table;
    schema::Field genres{"GENRES", schema::FieldType::String},
        date{"CREATION_TIMESTAMP", schema::FieldType::Long};
    genres.categorical = true;
    table.columns = {{genres, items.genres, {}}, {date, {}, {}}};
    for (std::size_t item = 0; item < items.count(); ++item) {
        table.ids.push_back(numbered(prefix, item));
        table.columns[1].number.push_back(static_cast<double>(created[item]));
    }
    return table;
}

/// Users visited lists drawn by how often an item was shown then; what they clicked is the past.
void SimulatedWorld::livePast() {
    const auto seed = static_cast<std::uint64_t>(spec_.seed);
    const auto items = warm_.count(), dims = static_cast<std::size_t>(spec_.tasteDims);
    base::Random random(seed, kExposure);
    std::vector<double> upTo;  // exposure of the items so far
    double total = 0;
    for (std::size_t item = 0; item < items; ++item)
        upTo.push_back(total += base::expOf(spec_.exposureSpread * random.normal()));

    for (std::int64_t user = 0; user < spec_.users; ++user)
        past_.users.push_back(numbered("u", static_cast<std::size_t>(user)));
    for (std::size_t item = 0; item < items; ++item) past_.items.push_back(numbered("i", item));
    past_.eventTypes = {"click"};

    random = base::Random(seed, kPast);
    Tastes tastes = tastes_;  // drifts backwards, so that the past ends where the days begin
    std::vector<std::vector<char>> clicked(past_.users.size(), std::vector<char>(items, 0));
    std::vector<Tastes> byDay;
    for (std::int64_t day = 0; day < spec_.warmDays; ++day) {
        byDay.push_back(tastes);
        drift(tastes, base::Random(random.next()));
    }
    for (std::int64_t day = 0; day < spec_.warmDays; ++day) {
        const auto& now = byDay[static_cast<std::size_t>(spec_.warmDays - 1 - day)];
        for (std::size_t user = 0; user < past_.users.size(); ++user) {
            auto visits = static_cast<std::int64_t>(spec_.warmVisitsADay);
            if (random.uniform() < spec_.warmVisitsADay - static_cast<double>(visits)) ++visits;
            for (std::int64_t visit = 0; visit < visits; ++visit) {
                const auto time = newest_ - (spec_.warmDays - day) * kDay +
                                  static_cast<std::int64_t>(random.below(kDay));
                std::vector<std::int32_t> list;
                while (list.size() < std::min(items, static_cast<std::size_t>(spec_.places))) {
                    const auto drawn = static_cast<std::int32_t>(
                        std::upper_bound(upTo.begin(), upTo.end() - 1, random.uniform() * total) -
                        upTo.begin());
                    if (std::find(list.begin(), list.end(), drawn) == list.end())
                        list.push_back(drawn);
                }
                const auto chance = [&](std::int32_t item) {
                    const auto i = static_cast<std::size_t>(item);
                    return clicked[user][i] ? 0.0
                                            : static_cast<double>(
                                                  clickChance(now.data() + user * dims, warm_, i));
                };
                for (const auto place : browse(spec_, list, chance, base::Random(random.next()))) {
                    const auto item = list[place];
                    clicked[user][static_cast<std::size_t>(item)] = 1;
                    past_.user.push_back(static_cast<std::int32_t>(user));
                    past_.item.push_back(item);
                    past_.timestamp.push_back(time + static_cast<std::int64_t>(place));
                    past_.eventType.push_back(0);
                }
            }
        }
    }
    check(past_.rows() > 0, "nobody clicked anything in the past");
}

double expectedClicks(const WorldSpec& spec, const std::vector<double>& chances) {
    double looks = 1, clicks = 0;
    for (const double chance : chances) {
        clicks += looks * chance;
        looks *= chance * spec.goOnAfterClick + (1 - chance) * spec.goOn;
    }
    return clicks;
}

}  // namespace foretaste::experiments
