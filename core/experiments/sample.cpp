// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiments/sample.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/base/maths.h"
#include "core/base/random.h"
#include "core/base/text.h"
#include "core/experiments/sample_titles.h"

namespace foretaste::experiments {
namespace {

using base::Random;
using Vector = SampleWorld::Vector;

constexpr std::size_t kFilms = 1931, kNew = 191, kViewers = 2140;
constexpr double kEventsAViewer = 56;
constexpr std::int64_t kMinute = 60, kHour = 3600, kDay = 86400;
constexpr std::int64_t kEnd = 1601510400;  // 2020-10-01T00:00:00Z
constexpr std::int64_t kDays = 180;
constexpr std::int64_t kStart = kEnd - kDays * kDay;

struct Genre {
    std::string_view name;
    double share;   ///< how common it is among films
    double appeal;  ///< how much it is liked in general
};
constexpr Genre kGenres[] = {{"Action", 9, 0.9},       {"Adventure", 7, 0.8}, {"Animation", 5, 0.7},
                             {"Biography", 3, -0.4},   {"Comedy", 13, 0.6},   {"Crime", 7, 0.3},
                             {"Documentary", 5, -1.2}, {"Drama", 16, 0},      {"Family", 5, 0.1},
                             {"Fantasy", 5, 0.6},      {"History", 3, -0.7},  {"Horror", 6, -0.3},
                             {"Music", 3, -0.6},       {"Mystery", 5, 0.3},   {"Romance", 8, -0.1},
                             {"Sci-Fi", 6, 0.7},       {"Thriller", 8, 0.5},  {"Western", 2, -0.9}};
constexpr std::size_t kGenreCount = std::size(kGenres);

struct AgeGroup {
    std::string_view name;
    double share;
    std::size_t favourites[4];  ///< places in kGenres
};
constexpr AgeGroup kAgeGroups[] = {{"18-24", 22, {0, 2, 11, 15}},
                                   {"25-34", 28, {4, 15, 16, 9}},
                                   {"35-44", 21, {4, 5, 8, 1}},
                                   {"45-54", 16, {7, 13, 5, 12}},
                                   {"55+", 13, {6, 10, 14, 17}}};
constexpr std::string_view kPlans[] = {"basic", "standard", "premium"};

// What decides a choice, as log odds for one standard deviation of each.
constexpr double kTasteWeight = 1.5, kMoodWeight = 1.3, kAppealWeight = 0.6;
// A film without any advantage is opened by one in twenty of those who see it.
constexpr double kReserve = 3.0;
// How much more often the films of great appeal are on show.
constexpr double kShowWeight = 0.75;
constexpr double kSequelShare = 0.14, kNextPartChance = 0.5;
constexpr double kStayInMood = 0.72, kKeepMoodOverNight = 0.5;
constexpr double kDrift = 0.012;  // of a taste's variance, a visit
constexpr double kRootHalf = 0.70710678118654752;
constexpr std::size_t kBrowsed = 40, kShown = 9;

double dot(const Vector& a, const Vector& b) {
    double sum = 0;
    for (std::size_t d = 0; d < a.size(); ++d) sum += a[d] * b[d];
    return sum;
}

/// The match of two vectors of unit variance a dimension: deviation 1 over random pairs.
double match(const Vector& a, const Vector& b) {
    constexpr double kRootOfDims = 3.4641016151377546;
    static_assert(SampleWorld::kTasteDims == 12);
    return dot(a, b) / kRootOfDims;
}

Vector randomVector(Random& random) {
    Vector vector;
    for (auto& each : vector) each = random.normal();
    return vector;
}

Vector mixed(const Vector& a, double weightA, const Vector& b, double weightB) {
    Vector out;
    for (std::size_t d = 0; d < a.size(); ++d) out[d] = weightA * a[d] + weightB * b[d];
    return out;
}

/// 1 / sqrt(n), which gives the sum of n vectors of unit variance unit variance again.
constexpr double kOverRoot[] = {0, 1, 0.70710678118654752, 0.57735026918962576};

/// Draws places with given weights.
class Chooser {
public:
    explicit Chooser(const std::vector<double>& weights) {
        double sum = 0;
        for (const auto weight : weights) sums_.push_back(sum += weight);
    }
    std::size_t draw(Random& random) const {
        const double at = random.uniform() * sums_.back();
        const auto found = std::upper_bound(sums_.begin(), sums_.end(), at);
        return static_cast<std::size_t>(std::min(found, sums_.end() - 1) - sums_.begin());
    }

private:
    std::vector<double> sums_;
};

class Maker {
public:
    explicit Maker(std::uint64_t seed) : seed_(seed) {}

    SampleWorld make() {
        makeGenres();
        makeFilms();
        makeProgramme();
        makeViewers();
        for (std::size_t viewer = 0; viewer < kViewers; ++viewer) live(viewer);
        std::stable_sort(world_.events.begin(), world_.events.end(),
                         [](const auto& a, const auto& b) { return a.timestamp < b.timestamp; });
        world_.newest = world_.events.back().timestamp;
        for (auto& film : world_.films)
            if (film.isNew) film.created = world_.newest;
        return std::move(world_);
    }

private:
    void makeGenres() {
        Random random(seed_, 1);
        for (std::size_t g = 0; g < kGenreCount; ++g) genreVectors_.push_back(randomVector(random));
        // Each mood calls for one or two others: after a thriller one wants to laugh.
        for (std::size_t g = 0; g < kGenreCount; ++g) {
            std::vector<double> weights(kGenreCount, 0.15);
            weights[g] = 0;
            weights[random.below(kGenreCount)] += 6;
            weights[random.below(kGenreCount)] += 3;
            moodAfter_.emplace_back(weights);
        }
    }

    /// Ascending numbers with gaps, so that they cannot be taken for places; the new ones above
    /// 1800.
    static std::vector<int> makeIds(Random& random) {
        std::vector<int> ids;
        for (int id = 1; id <= 1800; ++id) ids.push_back(id);
        random.shuffle(ids);
        ids.resize(kFilms - kNew);
        std::sort(ids.begin(), ids.end());
        for (int id = 1801; ids.size() < kFilms; ++id)
            if (random.below(8) != 0) ids.push_back(id);
        return ids;
    }

    void makeFilms() {
        Random random(seed_, 2);
        TitleMaker titles(seed_);
        std::vector<double> shares;
        for (const auto& genre : kGenres) shares.push_back(genre.share);
        const Chooser genreOf(shares);
        const auto ids = makeIds(random);
        for (std::size_t i = 0; i < kFilms; ++i) {
            SampleWorld::Film film;
            film.id = std::to_string(ids[i]);
            film.isNew = i >= kFilms - kNew;
            const bool sequel = random.uniform() < kSequelShare;
            if (sequel && i > 0 && !film.isNew && world_.films.back().part < 3)
                continueSerial(film, random);
            else
                makeFilm(film, genreOf, titles, random);
            world_.films.push_back(std::move(film));
        }
    }

    void makeFilm(SampleWorld::Film& film, const Chooser& genreOf, TitleMaker& titles,
                  Random& random) const {
        const double draw = random.uniform();
        const std::size_t count = draw < 0.35 ? 1 : draw < 0.8 ? 2 : 3;
        std::vector<std::size_t> genres;
        while (genres.size() < count) {
            const auto genre = genreOf.draw(random);
            if (std::find(genres.begin(), genres.end(), genre) == genres.end())
                genres.push_back(genre);
        }
        film.title = titles.next(kGenres[genres.front()].name);
        Vector ofGenres{};
        double appeal = 0;
        for (const auto genre : genres) {
            ofGenres = mixed(ofGenres, 1, genreVectors_[genre], kOverRoot[count]);
            appeal += kGenres[genre].appeal / static_cast<double>(count);
        }
        std::sort(genres.begin(), genres.end());
        for (const auto genre : genres) film.genres.emplace_back(kGenres[genre].name);
        film.vector = mixed(ofGenres, kRootHalf, randomVector(random), kRootHalf);
        // The genres' part has a deviation of about 0.45 and a mean of about 0.25 over films.
        film.appeal = (appeal - 0.25) * 0.9 + 0.9 * random.normal();
        // Six in ten were there before the record begins; the last month has no premiere but the
        // new ones.
        const double age =
            random.uniform() < 0.6 ? 180 + 700 * random.uniform() : 31 + 149 * random.uniform();
        film.created = kEnd - static_cast<std::int64_t>(age * static_cast<double>(kDay));
    }

    void continueSerial(SampleWorld::Film& film, Random& random) {
        auto& before = world_.films.back();
        if (before.serial < 0) before.serial = serials_++;
        film.serial = before.serial;
        film.part = before.part + 1;
        constexpr std::string_view kParts[] = {"", " II", " III", " IV"};
        const auto stem =
            before.part == 0 ? before.title : before.title.substr(0, before.title.rfind(' '));
        film.title = base::concat(stem, kParts[film.part]);
        film.genres = before.genres;
        film.vector = mixed(before.vector, 0.95, randomVector(random), 0.3);
        film.appeal = before.appeal - 0.35 * random.uniform();
        const auto later = static_cast<std::int64_t>(10 + random.below(50)) * kDay;
        film.created = std::min(before.created + later, kEnd - 31 * kDay);
    }

    /// Which films are on show, week by week: those of great appeal, recent ones above all.
    void makeProgramme() {
        for (std::int64_t time = kStart; time < kEnd; time += 7 * kDay) {
            std::vector<double> weights;
            for (const auto& film : world_.films) {
                const auto age = static_cast<double>(time + 7 * kDay - film.created) / kDay;
                const double news = 1 + 2.5 * base::expOf(-std::max(0.0, age) / 25);
                const bool there = !film.isNew && age > 0;
                weights.push_back(there ? news * base::expOf(kShowWeight * film.appeal) : 0);
            }
            programme_.emplace_back(weights);
        }
    }

    void makeViewers() {
        Random random(seed_, 3);
        std::vector<double> shares;
        for (const auto& group : kAgeGroups) shares.push_back(group.share);
        const Chooser ageOf(shares);
        for (std::size_t i = 0; i < kViewers; ++i) {
            SampleWorld::Viewer viewer;
            viewer.id = std::to_string(i + 1);
            const auto& group = kAgeGroups[ageOf.draw(random)];
            viewer.ageGroup = group.name;
            const auto favourite = random.below(2) == 0 ? group.favourites[random.below(4)]
                                                        : random.below(kGenreCount);
            const auto& second = genreVectors_[random.below(kGenreCount)];
            const auto liked = mixed(genreVectors_[favourite], 0.8, second, 0.6);
            viewer.tastes.push_back({kStart, mixed(liked, 0.75, randomVector(random), 0.66)});
            world_.viewers.push_back(std::move(viewer));
        }
    }

    /// Where one viewer is: what is known of the visit, and of what was seen before.
    struct Visit {
        std::size_t viewer = 0, mood = 0;
        std::int64_t now = 0;
        std::vector<bool> seen = std::vector<bool>(kFilms);
        std::int64_t last = -1;  ///< the film before this one
    };

    /// One viewer's half year.
    void live(std::size_t number) {
        Random random(seed_, 1000 + number);
        auto& viewer = world_.viewers[number];
        // Log-normal with mean 1: a few are there every evening, most once a week or less.
        const double activity = base::expOf(0.8 * random.normal() - 0.32);
        viewer.plan = kPlans[activity < 0.6 ? random.below(2) : random.below(3)];
        const int events = std::max(4, static_cast<int>(kEventsAViewer * activity));
        std::vector<int> lengths;
        for (int left = events; left > 0; left -= lengths.back())
            lengths.push_back(std::min(left, 1 + static_cast<int>(random.below(7))));
        const auto starts = visitTimes(lengths.size(), random);

        Visit visit{.viewer = number, .mood = random.below(kGenreCount)};
        auto taste = viewer.tastes.front().taste;
        viewer.tastes.clear();
        for (std::size_t i = 0; i < lengths.size(); ++i) {
            // A walk whose variance stays what it is.
            constexpr double kRootOfDrift = 0.10954451150103321, kRootOfRest = 0.99398189117;
            static_assert(kDrift == 0.012);
            if (i > 0) taste = mixed(taste, kRootOfRest, randomVector(random), kRootOfDrift);
            if (random.uniform() >= kKeepMoodOverNight) visit.mood = moodOf(taste, random);
            visit.now = std::max(visit.now + 2 * kHour, starts[i]);
            if (visit.now >= kEnd) break;
            viewer.tastes.push_back({visit.now, taste});
            for (int e = 0; e < lengths[i] && visit.now < kEnd; ++e) choose(visit, taste, random);
        }
    }

    /// Evenings of the half year, in order; four in ten viewers join while it goes on.
    static std::vector<std::int64_t> visitTimes(std::size_t count, Random& random) {
        const double joined = random.uniform() < 0.4 ? 0.75 * random.uniform() : 0;
        std::vector<std::int64_t> times;
        for (std::size_t i = 0; i < count; ++i) {
            const double day =
                static_cast<double>(kDays) * (joined + (1 - joined) * random.uniform());
            const double hour = std::clamp(19.5 + 2.4 * random.normal(), 7.0, 23.0);
            times.push_back(kStart + static_cast<std::int64_t>(day) * kDay +
                            static_cast<std::int64_t>(hour * kHour));
        }
        std::sort(times.begin(), times.end());
        return times;
    }

    /// A mood to begin with: most likely one that the taste is fond of.
    std::size_t moodOf(const Vector& taste, Random& random) const {
        std::vector<double> weights;
        for (const auto& genre : genreVectors_) weights.push_back(base::expOf(match(taste, genre)));
        return Chooser(weights).draw(random);
    }

    /// The part after the film seen last, where that is a serial that goes on; else -1.
    std::int64_t nextPart(const Visit& visit) const {
        const auto next = visit.last + 1;
        if (visit.last < 0 || next >= static_cast<std::int64_t>(kFilms)) return -1;
        const auto& film = world_.films[static_cast<std::size_t>(next)];
        const auto& last = world_.films[static_cast<std::size_t>(visit.last)];
        const bool follows = film.serial >= 0 && film.serial == last.serial;
        return follows && !visit.seen[static_cast<std::size_t>(next)] && film.created <= visit.now
                   ? next
                   : -1;
    }

    /// Different films on show that the viewer has not seen.
    std::vector<std::uint32_t> browse(const Visit& visit, Random& random) const {
        const auto& programme =
            programme_[static_cast<std::size_t>((visit.now - kStart) / (7 * kDay))];
        std::vector<std::uint32_t> films;
        for (int tries = 0; films.size() < kBrowsed && tries < 300; ++tries) {
            const auto film = static_cast<std::uint32_t>(programme.draw(random));
            if (world_.films[film].created <= visit.now && !visit.seen[film] &&
                std::find(films.begin(), films.end(), film) == films.end())
                films.push_back(film);
        }
        return films;
    }

    void choose(Visit& visit, const Vector& taste, Random& random) {
        const auto browsed = browse(visit, random);
        if (browsed.empty()) return;
        const auto& mood = genreVectors_[visit.mood];
        std::vector<double> weights;
        for (const auto film : browsed) {
            const auto& each = world_.films[film];
            weights.push_back(base::expOf(kTasteWeight * match(taste, each.vector) +
                                          kMoodWeight * match(mood, each.vector) +
                                          kAppealWeight * each.appeal));
        }
        SampleWorld::Event event;
        event.viewer = static_cast<std::uint32_t>(visit.viewer);
        event.timestamp = visit.now;
        event.film = browsed[Chooser(weights).draw(random)];
        const auto next = nextPart(visit);
        if (next >= 0 && random.uniform() < kNextPartChance)
            event.film = static_cast<std::uint32_t>(next);
        event.shown.push_back(event.film);
        for (const auto film : browsed)
            if (film != event.film && event.shown.size() < kShown) event.shown.push_back(film);
        random.shuffle(event.shown);

        // Who likes a film more rather begins it, and sees more of it.
        const auto& chosen = world_.films[event.film];
        const double joy = match(taste, chosen.vector) + 0.4 * chosen.appeal;
        event.watched = random.uniform() < base::sigmoidOf(0.5 + 0.5 * joy);
        if (event.watched) {
            const double share = base::sigmoidOf(0.8 + 0.7 * joy + 0.9 * random.normal());
            event.share =
                static_cast<double>(std::max(5, static_cast<int>(100 * share + 0.5))) / 100;
        }
        visit.seen[event.film] = true;
        visit.last = event.film;
        // A short film runs for six to eighteen minutes.
        const double runtime = 6 + 12 * random.uniform();
        visit.now += kMinute + static_cast<std::int64_t>(random.below(3 * kMinute)) +
                     static_cast<std::int64_t>(event.share * runtime * kMinute);
        if (random.uniform() >= kStayInMood) visit.mood = moodAfter_[visit.mood].draw(random);
        world_.events.push_back(std::move(event));
    }

    std::uint64_t seed_;
    SampleWorld world_;
    std::vector<Vector> genreVectors_;
    std::vector<Chooser> moodAfter_;  ///< one a mood; moods are genres
    std::vector<Chooser> programme_;  ///< one a week
    int serials_ = 0;
};

}  // namespace

const SampleWorld::Vector& SampleWorld::tasteAt(std::size_t viewer, std::int64_t time) const {
    const auto& tastes = viewers[viewer].tastes;
    const auto after =
        std::upper_bound(tastes.begin(), tastes.end(), time,
                         [](std::int64_t now, const TasteFrom& each) { return now < each.time; });
    return after == tastes.begin() ? after->taste : (after - 1)->taste;
}

double SampleWorld::liking(std::size_t viewer, std::size_t film, std::int64_t time) const {
    return kTasteWeight * match(tasteAt(viewer, time), films[film].vector) +
           kAppealWeight * films[film].appeal;
}

double SampleWorld::clickChance(std::size_t viewer, std::size_t film, std::int64_t time) const {
    return base::sigmoidOf(liking(viewer, film, time) - kReserve);
}

SampleWorld makeSampleWorld(std::uint64_t seed) {
    return Maker(seed).make();
}

}  // namespace foretaste::experiments
