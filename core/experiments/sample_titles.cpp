// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiments/sample_titles.h"

#include <span>
#include <string_view>

#include "core/base/text.h"

namespace foretaste::experiments {
namespace {

using Words = std::span<const std::string_view>;

constexpr std::string_view kPlain[] = {
    "quiet",  "salt",    "paper",  "amber",   "hollow", "distant", "crooked", "silver",
    "winter", "borrowed", "little", "northern", "pale",  "unwritten", "second", "blue",
    "slow",   "hidden",  "tender", "wild",    "copper", "last",    "early",   "glass",
    "broken", "patient", "golden", "restless", "velvet", "stony",   "summer",  "velvet-green",
    "lost",   "warm",    "narrow", "honest",  "faded",  "electric", "sleeping", "ordinary"};
constexpr std::string_view kThings[] = {
    "tide",    "harbour", "orchard", "comet",   "lantern", "letter",  "river",   "garden",
    "mirror",  "bridge",  "station", "island",  "ferry",   "clock",   "meadow",  "storm",
    "compass", "window",  "forest",  "kitchen", "balloon", "violin",  "moth",    "kite",
    "road",    "shore",   "attic",   "market",  "signal",  "cellar",  "carnival", "lighthouse",
    "almanac", "piano",   "canal",   "tower",   "valley",  "bicycle", "feather", "engine"};
constexpr std::string_view kTrades[] = {
    "cartographer", "beekeeper", "clockmaker", "ferryman",    "lighthouse keeper", "baker",
    "piano tuner",  "botanist",  "glassblower", "astronomer", "postmistress",      "tailor",
    "locksmith",    "gardener",  "printer",     "violinist",  "stonemason",        "navigator"};
constexpr std::string_view kKin[] = {"daughter", "son",   "sister",  "apprentice", "secret",
                                     "brother",  "guest", "promise", "shadow",     "ledger"};
constexpr std::string_view kAbstract[] = {
    "nothing", "glass",  "sorrow", "thunder", "honey",  "memory", "dust",   "rain",
    "silence", "clover", "ember",  "chance",  "ashes",  "echoes", "wonder", "ink"};
constexpr std::string_view kNumbers[] = {"Two",   "Three", "Four", "Five",  "Six",
                                         "Seven", "Nine",  "Ten",  "Twelve", "A Hundred"};
constexpr std::string_view kDoing[] = {"Leaving", "Finding", "Counting", "Painting", "Chasing",
                                       "Keeping", "Crossing", "Waiting for", "Mending", "Naming"};
constexpr std::string_view kPlaces[] = {"Marrow Bay",  "Ostrava Street", "Fennel Hill",
                                        "Lower Quay",  "Saint Orla",     "Karst",
                                        "Pine Harbour", "Eastmere",      "Old Tannery",
                                        "Vesper Point", "Linden Row",    "Halden"};
constexpr std::string_view kSeasons[] = {"Winter", "Summer", "Autumn", "Spring", "Season",
                                         "Hours",  "Nights", "Days",   "Roads",  "Songs"};

std::string capital(std::string_view word) {
    std::string text(word);
    bool start = true;
    for (char& c : text) {
        if (start && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        start = c == ' ' || c == '-';
    }
    return text;
}

std::string plural(std::string_view word) {
    if (word.ends_with('y') && !word.ends_with("ey"))
        return base::concat(word.substr(0, word.size() - 1), "ies");
    return base::concat(word, word.ends_with('s') || word.ends_with("sh") ? "es" : "s");
}

}  // namespace

std::string TitleMaker::draw() {
    const auto pick = [this](Words words) {
        return words[random_.below(static_cast<std::uint32_t>(words.size()))];
    };
    using base::concat;
    switch (random_.below(24)) {
        case 0:
        case 1:
        case 2:
        case 3: return concat("The ", capital(pick(kPlain)), ' ', capital(pick(kThings)));
        case 4:
        case 5: return concat("The ", capital(pick(kTrades)), "’s ", capital(pick(kKin)));
        case 6:
        case 7:
        case 8: return concat(capital(pick(kThings)), " of ", capital(pick(kAbstract)));
        case 9:
        case 10: return concat(pick(kNumbers), ' ', capital(plural(pick(kThings))));
        case 11:
        case 12: return concat(pick(kDoing), " the ", capital(pick(kThings)));
        case 13:
        case 14:
        case 15: return concat(capital(pick(kPlain)), ' ', capital(plural(pick(kThings))));
        case 16:
        case 17: return concat("A ", capital(pick(kThings)), " in ", pick(kPlaces));
        case 18:
        case 19: return concat(capital(pick(kThings)), ' ', pick(kSeasons));
        case 20:
        case 21: return concat("The ", capital(pick(kTrades)), " of ", pick(kPlaces));
        case 22: return concat("North of ", capital(pick(kAbstract)), ", South of ", pick(kPlaces));
        default:
            return concat("The ", capital(pick(kThings)), " and the ", capital(pick(kThings)));
    }
}

std::string TitleMaker::next() {
    for (;;)
        if (auto title = draw(); used_.insert(title).second) return title;
}

}  // namespace foretaste::experiments
