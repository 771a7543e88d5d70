// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace foretaste::experiments {

/// The bundled sample: a made-up film club in the shape of the service's bandits demo (service.md
/// S6-S10). 1,931 films, 191 of them new (created with the newest interaction, ids above 1800),
/// 2,140 viewers whose tastes drift, some 118,000 interactions over half a year.
///
/// What people like follows from hidden vectors. Half of a film's vector comes from its genres, half
/// is its own; a viewer's taste walks from session to session; a session has a mood; serials are
/// watched in order. The vectors are kept, so that a simulator can play the same people later.
struct SampleWorld {
    static constexpr std::size_t kTasteDims = 12;
    using Vector = std::array<float, kTasteDims>;

    struct Film {
        std::string id, title;
        std::vector<std::string> genres;
        std::int64_t created = 0;  ///< epoch seconds
        Vector vector{};           ///< true, hidden from recipes
        float appeal = 0;          ///< true general appeal, log scale
        int serial = -1, part = 0; ///< which serial it belongs to and where in it
        bool isNew = false;
    };
    struct Viewer {
        std::string id, ageGroup, plan;
        Vector taste{};            ///< true, at the end of the record
    };
    struct Event {
        std::uint32_t viewer = 0, film = 0;
        std::int64_t timestamp = 0;
        bool watched = false;      ///< else only looked at
        int sharePercent = 0;      ///< of the film that was watched
        std::vector<std::uint32_t> shown;  ///< the list it was chosen from, the choice included
    };

    std::vector<Film> films;
    std::vector<Viewer> viewers;
    std::vector<Event> events;     ///< in the order of time
    std::int64_t newest = 0;       ///< epoch seconds

    /// How well a film truly suits a viewer now; the log odds of a choice up to a constant.
    double affinity(std::size_t viewer, std::size_t film) const;
};

/// The same seed gives the same world on every machine.
SampleWorld makeSampleWorld(std::uint64_t seed = 2020);

/// Writes interactions.csv, items.csv, users.csv and their *.schema.json. Throws base::IoError.
void writeSample(const std::filesystem::path& folder);

}  // namespace foretaste::experiments
