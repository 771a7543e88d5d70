// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace foretaste::experiments {

/// The bundled sample: a made-up club for short films, in the shape of the service's bandits demo
/// (service.md S6-S10). 1,931 films, 191 of them new (dated as the newest interaction, never shown
/// to anybody, ids above 1800), 2,140 viewers, some 118,000 interactions over half a year.
///
/// What people choose follows from hidden vectors: half of a film's vector comes from its genres
/// and half is its own; its general appeal likewise. A viewer's taste drifts from visit to visit, a
/// visit has a mood that calls for another one in turn, serials are watched in order. The truth is
/// kept, so that a simulator can play the same people later.
struct SampleWorld {
    static constexpr std::size_t kTasteDims = 12;
    using Vector = std::array<double, kTasteDims>;

    struct Film {
        std::string id, title;
        std::vector<std::string> genres;  ///< one to three
        std::int64_t created = 0;         ///< epoch seconds
        Vector vector{};                  ///< true character, hidden from recipes
        double appeal = 0;                ///< true general appeal, mean 0 and deviation 1
        int serial = -1, part = 0;        ///< its serial and its place there, from 0; -1: none
        bool isNew = false;
    };
    /// The taste from this time on.
    struct TasteFrom {
        std::int64_t time = 0;  ///< epoch seconds
        Vector taste{};
    };
    struct Viewer {
        std::string id, ageGroup, plan;
        std::vector<TasteFrom> tastes;  ///< one a visit, in the order of time
    };
    struct Event {
        std::uint32_t viewer = 0, film = 0;
        std::int64_t timestamp = 0;        ///< epoch seconds
        bool watched = false;              ///< else only its page was opened
        double share = 0;                  ///< of the film that was watched, two decimals
        std::vector<std::uint32_t> shown;  ///< the row it was chosen from, the choice included
    };

    std::vector<Film> films;      ///< by id, the new ones last
    std::vector<Viewer> viewers;  ///< by id
    std::vector<Event> events;    ///< by time
    std::int64_t newest = 0;      ///< time of the last event

    /// The viewer's taste at a time; before the first visit, that of the first visit.
    const Vector& tasteAt(std::size_t viewer, std::int64_t time) const;
    /// How well a film suits a viewer at a time, whatever the mood: log odds up to a constant.
    double liking(std::size_t viewer, std::size_t film, std::int64_t time) const;
    /// The probability that the viewer opens a film that is shown at that time.
    double clickChance(std::size_t viewer, std::size_t film, std::int64_t time) const;
};

/// The same seed gives the same world on every machine.
SampleWorld makeSampleWorld(std::uint64_t seed = 2020);

/// Writes interactions.csv, items.csv, users.csv and their *.schema.json of a world; the folder is
/// made where there is none. Throws base::IoError.
void writeSample(const std::filesystem::path& folder, const SampleWorld& world);
/// The same for the bundled sample.
void writeSample(const std::filesystem::path& folder);

}  // namespace foretaste::experiments
