// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiments/sample.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <string_view>

#include "core/base/file.h"
#include "core/base/maths.h"
#include "core/base/random.h"
#include "core/base/text.h"
#include "core/experiments/sample_titles.h"

namespace foretaste::experiments {
namespace {

using Vector = SampleWorld::Vector;
using base::Random;

constexpr std::size_t kFilms = 1931, kNew = 191, kViewers = 2140, kEvents = 120000;
constexpr std::int64_t kDay = 86400, kHour = 3600;
constexpr std::int64_t kEnd = 1601510400;  // 2020-10-01T00:00:00Z
constexpr std::int64_t kStart = kEnd - 180 * kDay;

constexpr std::string_view kGenres[] = {
    "Action",  "Adventure", "Animation",   "Biography", "Comedy",   "Crime",
    "Documentary", "Drama", "Family",      "Fantasy",   "History",  "Horror",
    "Music",   "Mystery",   "Romance",     "Sci-Fi",    "Thriller", "Western"};
constexpr std::size_t kGenreCount = std::size(kGenres);
// How common each genre is among films.
constexpr double kGenreWeight[kGenreCount] = {9, 7, 4, 2, 13, 7, 4, 16, 4, 5, 3, 5, 2, 5, 8, 6, 8, 1};

// Shares of what decides a choice.
constexpr double kTasteWeight = 1.5, kMoodWeight = 1.2, kAppealWeight = 0.55;
constexpr double kSerialChance = 0.45, kRewatchChance = 0.03;
constexpr double kDrift = 0.06;  // of a taste's variance, a session

double dot(const Vector& a, const Vector& b) {
    double sum = 0;
    for (std::size_t d = 0; d < a.size(); ++d)
        sum += static_cast<double>(a[d]) * static_cast<double>(b[d]);
    return sum;
}

Vector randomVector(Random& random, double scale) {
    Vector vector;
    for (auto& each : vector) each = static_cast<float>(scale * random.normal());
    return vector;
}

/// a * wa + b * wb
Vector mixed(const Vector& a, double wa, const Vector& b, double wb) {
    Vector out;
    for (std::size_t d = 0; d < a.size(); ++d)
        out[d] = static_cast<float>(wa * static_cast<double>(a[d]) + wb * static_cast<double>(b[d]));
    return out;
}

/// Draws indices with given weights.
class Chooser {
public:
    explicit Chooser(const std::vector<double>& weights) : sums_(weights.size()) {
        std::partial_sum(weights.begin(), weights.end(), sums_.begin());
    }
    std::size_t draw(Random& random) const {
        const double at = random.uniform() * sums_.back();
        return static_cast<std::size_t>(std::upper_bound(sums_.begin(), sums_.end(), at) -
                                        sums_.begin());
    }

private:
    std::vector<double> sums_;
};

class Maker {
public:
    explicit Maker(std::uint64_t seed) : seed_(seed) {}

    SampleWorld make() {
        makeFilms();
        makeViewers();
        for (std::size_t viewer = 0; viewer < kViewers; ++viewer) live(viewer);
        findEveryFilmAViewer();
        std::stable_sort(world_.events.begin(), world_.events.end(),
                         [](const auto& a, const auto& b) { return a.timestamp < b.timestamp; });
        world_.newest = world_.events.back().timestamp;
        for (auto& film : world_.films)
            if (film.isNew) film.created = world_.newest;
        return std::move(world_);
    }

private:
    void makeFilms() {
        Random random(seed_, 1);
        std::vector<Vector> genreVectors;
        for (std::size_t g = 0; g < kGenreCount; ++g) genreVectors.push_back(randomVector(random, 1));
        const Chooser genreOf({std::begin(kGenreWeight), std::end(kGenreWeight)});
        TitleMaker titles(seed_);
        // Numbers without gaps would look like an index; 60 below 1800 and some above are unused.
        std::vector<int> ids;
        for (int id = 1; id <= 1800; ++id) ids.push_back(id);
        random.shuffle(ids);
        ids.resize(kFilms - kNew);
        std::sort(ids.begin(), ids.end());
        for (int id = 1801; ids.size() < kFilms; ++id)
            if (random.below(8) != 0) ids.push_back(id);

        for (std::size_t i = 0; i < kFilms; ++i) {
            SampleWorld::Film film;
            film.id = std::to_string(ids[i]);
            film.isNew = i >= kFilms - kNew;
            const bool sequel = !film.isNew && i > 0 && !world_.films.back().isNew &&
                                random.uniform() < 0.35 && world_.films.back().part < 4;
            if (sequel) {
                continueSerial(film, random);
            } else {
                film.title = titles.next();
                const std::size_t count = 1 + (random.uniform() < 0.6) + (random.uniform() < 0.3);
                std::set<std::size_t> genres;
                while (genres.size() < count) genres.insert(genreOf.draw(random));
                Vector fromGenres{};
                for (const auto g : genres) {
                    film.genres.emplace_back(kGenres[g]);
                    fromGenres = mixed(fromGenres, 1, genreVectors[g], 1);
                }
                // Half of the variance is the metadata's, half the film's own.
                constexpr double kHalf = 0.70710678;
                const double norm = 1 / static_cast<double>(count);
                film.vector = mixed(fromGenres, kHalf * norm * (count == 1 ? 1 : count == 2 ? 1.4142 : 1.7321),
                                    randomVector(random, 1), kHalf);
                film.appeal = static_cast<float>(1.15 * random.normal());
                // Most films are older than the record, the rest appear while it is made.
                const double age = random.uniform() < 0.75
                                       ? 180 + 400 * random.uniform()
                                       : 14 + 166 * random.uniform();
                film.created = kEnd - static_cast<std::int64_t>(age * kDay);
            }
            world_.films.push_back(std::move(film));
        }
        std::vector<double> weights;
        for (const auto& film : world_.films)
            weights.push_back(film.isNew ? 0 : base::expOf(0.75 * static_cast<double>(film.appeal)));
        byAppeal_.emplace_back(weights);
        genreVectors_ = std::move(genreVectors);
    }

    void continueSerial(SampleWorld::Film& film, Random& random) {
        auto& before = world_.films.back();
        if (before.serial < 0) before.serial = serials_++;
        film.serial = before.serial;
        film.part = before.part + 1;
        constexpr std::string_view kParts[] = {"", " II", " III", " IV", " V"};
        const auto stem = before.part == 0
                              ? before.title
                              : before.title.substr(0, before.title.rfind(' '));
        film.title = base::concat(stem, kParts[film.part]);
        film.genres = before.genres;
        film.vector = mixed(before.vector, 0.9, randomVector(random, 1), 0.3);
        film.appeal = before.appeal - static_cast<float>(0.3 * random.uniform());
        film.created = before.created;
    }

    void makeViewers() {
        Random random(seed_, 2);
        constexpr std::string_view kAges[] = {"18-24", "25-34", "35-44", "45-54", "55+"};
        constexpr std::string_view kPlans[] = {"basic", "standard", "premium"};
        for (std::size_t i = 0; i < kViewers; ++i) {
            SampleWorld::Viewer viewer;
            viewer.id = std::to_string(i + 1);
            viewer.ageGroup = kAges[random.below(5)];
            viewer.plan = kPlans[random.below(3)];
            const auto& favourite = genreVectors_[random.below(kGenreCount)];
            viewer.taste = mixed(favourite, 0.55, randomVector(random, 1), 0.8);
            world_.viewers.push_back(std::move(viewer));
        }
    }

    /// One viewer's half year.
    void live(std::size_t viewer) {
        Random random(seed_, 1000 + viewer);
        auto& taste = world_.viewers[viewer].taste;
        constexpr double kMean = static_cast<double>(kEvents) / kViewers;
        const double activity = base::expOf(0.75 * random.normal() - 0.28);
        const int events = std::max(3, static_cast<int>(kMean * activity));
        std::vector<bool> seen(kFilms);
        std::vector<std::uint32_t> watchedLately;
        std::size_t mood = random.below(kGenreCount);
        int left = events;
        std::vector<int> sessions;
        while (left > 0) {
            const int length = std::min(left, 1 + static_cast<int>(random.below(6)));
            sessions.push_back(length);
            left -= length;
        }
        // Sessions are spread over the half year, denser towards its end.
        std::vector<std::int64_t> starts;
        for (std::size_t s = 0; s < sessions.size(); ++s) {
            const double share = 1 - (1 - random.uniform()) * random.uniform() * 0.999 -
                                 0.001 * random.uniform();
            const double room = static_cast<double>(kEnd - kStart - 8 * kHour);
            starts.push_back(kStart + static_cast<std::int64_t>(room * share));
        }
        std::sort(starts.begin(), starts.end());
        std::int64_t now = 0;
        for (std::size_t s = 0; s < sessions.size(); ++s) {
            taste = mixed(taste, 1 - kDrift / 2, randomVector(random, 1), kDrift * 2);
            if (random.uniform() < 0.5) mood = random.below(kGenreCount);
            now = std::max(now + kHour, starts[s]);
            for (int e = 0; e < sessions[s]; ++e) {
                if (now >= kEnd) return;
                watch(viewer, mood, now, seen, watchedLately, random);
                now += 1200 + static_cast<std::int64_t>(random.below(5400));
            }
        }
    }

    /// The part that follows the film seen last, if it is a serial that goes on.
    std::int64_t nextPart(const std::vector<std::uint32_t>& lately, std::int64_t now,
                          const std::vector<bool>& seen) const {
        if (lately.empty()) return -1;
        const auto next = lately.back() + 1;
        if (next >= world_.films.size()) return -1;
        const auto &last = world_.films[lately.back()], &film = world_.films[next];
        const bool follows = film.serial >= 0 && film.serial == last.serial;
        return follows && !seen[next] && film.created <= now ? std::int64_t{next} : -1;
    }

    void watch(std::size_t viewer, std::size_t mood, std::int64_t now, std::vector<bool>& seen,
               std::vector<std::uint32_t>& lately, Random& random) {
        constexpr std::size_t kConsidered = 45, kShown = 8;
        const auto& taste = world_.viewers[viewer].taste;
        struct Option {
            std::uint32_t film;
            double liking;
        };
        std::vector<Option> options;
        std::set<std::uint32_t> known;
        for (std::size_t tries = 0; options.size() < kConsidered && tries < 400; ++tries) {
            const auto film = static_cast<std::uint32_t>(byAppeal_.front().draw(random));
            if (world_.films[film].created > now || !known.insert(film).second) continue;
            if (seen[film] && random.uniform() >= kRewatchChance) continue;
            const auto& each = world_.films[film];
            const double liking =
                kTasteWeight * dot(taste, each.vector) / 3.4 +
                kMoodWeight * dot(genreVectors_[mood], each.vector) / 3.4 +
                kAppealWeight * static_cast<double>(each.appeal) -
                logOfDraw(random);  // Gumbel noise: the largest is a draw from the softmax
            options.push_back({film, liking});
        }
        std::stable_sort(options.begin(), options.end(),
                         [](const Option& a, const Option& b) { return a.liking > b.liking; });
        SampleWorld::Event event;
        event.viewer = static_cast<std::uint32_t>(viewer);
        event.timestamp = now;
        event.film = options.front().film;
        if (const auto next = nextPart(lately, now, seen);
            next >= 0 && random.uniform() < kSerialChance)
            event.film = static_cast<std::uint32_t>(next);
        event.watched = random.uniform() < 0.72;
        event.sharePercent = 20 + static_cast<int>(random.below(81));
        event.shown.push_back(event.film);
        for (std::size_t i = 0; i < options.size() && event.shown.size() < kShown; ++i)
            if (options[i].film != event.film) event.shown.push_back(options[i].film);
        random.shuffle(event.shown);
        seen[event.film] = true;
        lately.push_back(event.film);
        world_.events.push_back(std::move(event));
    }

    /// Only the new films are cold: whatever nobody chose so far is chosen once by somebody.
    void findEveryFilmAViewer() {
        Random random(seed_, 3);
        std::vector<bool> seen(kFilms);
        for (const auto& event : world_.events) seen[event.film] = true;
        for (std::uint32_t film = 0; film < kFilms; ++film) {
            if (seen[film] || world_.films[film].isNew) continue;
            SampleWorld::Event event;
            event.viewer = random.below(kViewers);
            event.film = film;
            const auto first = std::max(kStart, world_.films[film].created);
            event.timestamp =
                first + static_cast<std::int64_t>(static_cast<double>(kEnd - kHour - first) *
                                                  random.uniform());
            event.shown = {film};
            world_.events.push_back(std::move(event));
        }
    }

    static double logOfDraw(Random& random) {
        return base::logOf(-base::logOf(random.uniform() + 1e-12) + 1e-12);
    }

    std::uint64_t seed_;
    SampleWorld world_;
    std::vector<Vector> genreVectors_;
    std::vector<Chooser> byAppeal_;
    int serials_ = 0;
};

std::string interactionsCsv(const SampleWorld& world) {
    std::string csv = "USER_ID,ITEM_ID,EVENT_TYPE,EVENT_VALUE,TIMESTAMP,IMPRESSION\n";
    for (const auto& event : world.events) {
        std::string shown;
        for (const auto film : event.shown) {
            if (!shown.empty()) shown += '|';
            shown += world.films[film].id;
        }
        csv += base::concat(world.viewers[event.viewer].id, ',', world.films[event.film].id, ',',
                            event.watched ? "watch" : "click", ',',
                            event.watched ? base::numberText(event.sharePercent / 100.0) : "",
                            ',', event.timestamp, ',', shown, '\n');
    }
    return csv;
}

std::string itemsCsv(const SampleWorld& world) {
    std::string csv = "ITEM_ID,GENRES,TITLE,CREATION_TIMESTAMP\n";
    for (const auto& film : world.films) {
        const bool quoted = film.title.find(',') != std::string::npos;
        csv += base::concat(film.id, ',', base::join(film.genres, "|"), ',', quoted ? "\"" : "",
                            film.title, quoted ? "\"" : "", ',', film.created, '\n');
    }
    return csv;
}

std::string usersCsv(const SampleWorld& world) {
    std::string csv = "USER_ID,AGE_GROUP,PLAN\n";
    for (const auto& viewer : world.viewers)
        csv += base::concat(viewer.id, ',', viewer.ageGroup, ',', viewer.plan, '\n');
    return csv;
}

constexpr std::string_view kInteractionsSchema = R"({
  "type": "record",
  "name": "Interactions",
  "namespace": "com.amazonaws.personalize.schema",
  "fields": [
    {"name": "USER_ID", "type": "string"},
    {"name": "ITEM_ID", "type": "string"},
    {"name": "EVENT_TYPE", "type": "string"},
    {"name": "EVENT_VALUE", "type": ["null", "float"]},
    {"name": "TIMESTAMP", "type": "long"},
    {"name": "IMPRESSION", "type": "string"}
  ],
  "version": "1.0"
}
)";
constexpr std::string_view kItemsSchema = R"({
  "type": "record",
  "name": "Items",
  "namespace": "com.amazonaws.personalize.schema",
  "fields": [
    {"name": "ITEM_ID", "type": "string"},
    {"name": "GENRES", "type": ["null", "string"], "categorical": true},
    {"name": "TITLE", "type": "string"},
    {"name": "CREATION_TIMESTAMP", "type": "long"}
  ],
  "version": "1.0"
}
)";
constexpr std::string_view kUsersSchema = R"({
  "type": "record",
  "name": "Users",
  "namespace": "com.amazonaws.personalize.schema",
  "fields": [
    {"name": "USER_ID", "type": "string"},
    {"name": "AGE_GROUP", "type": "string", "categorical": true},
    {"name": "PLAN", "type": "string", "categorical": true}
  ],
  "version": "1.0"
}
)";

}  // namespace

double SampleWorld::affinity(std::size_t viewer, std::size_t film) const {
    return kTasteWeight * dot(viewers[viewer].taste, films[film].vector) / 3.4 +
           kAppealWeight * static_cast<double>(films[film].appeal);
}

SampleWorld makeSampleWorld(std::uint64_t seed) { return Maker(seed).make(); }

void writeSample(const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    const auto world = makeSampleWorld();
    base::writeFileAtomically(folder / "interactions.csv", interactionsCsv(world));
    base::writeFileAtomically(folder / "items.csv", itemsCsv(world));
    base::writeFileAtomically(folder / "users.csv", usersCsv(world));
    base::writeFileAtomically(folder / "interactions.schema.json", kInteractionsSchema);
    base::writeFileAtomically(folder / "items.schema.json", kItemsSchema);
    base::writeFileAtomically(folder / "users.schema.json", kUsersSchema);
}

}  // namespace foretaste::experiments
