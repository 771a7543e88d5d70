// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiments/sample_titles.h"

#include <algorithm>
#include <span>

#include "core/base/text.h"

namespace foretaste::experiments {
namespace {

using Words = std::span<const std::string_view>;

constexpr std::string_view kPlain[] = {
    "quiet",   "salt",     "paper",    "amber",     "hollow",   "distant", "crooked",  "mossy",
    "winter",  "borrowed", "little",   "northern",  "pale",     "unsent",  "second",   "blue",
    "slow",    "painted",  "tender",   "driftwood", "copper",   "folded",  "early",    "tin",
    "patient", "unlit",    "restless", "velvet",    "stony",    "linen",   "tidal",    "lukewarm",
    "narrow",  "honest",   "faded",    "chalk",     "sleeping", "spare",   "barefoot", "ordinary"};
constexpr std::string_view kThings[] = {
    "tide",    "harbour", "orchard", "comet",  "lantern", "letter",  "river",    "garden",
    "mirror",  "bridge",  "station", "ferry",  "clock",   "meadow",  "compass",  "window",
    "kitchen", "balloon", "violin",  "moth",   "kite",    "road",    "shore",    "attic",
    "market",  "signal",  "cellar",  "parade", "almanac", "piano",   "canal",    "turret",
    "valley",  "bicycle", "feather", "engine", "ladder",  "teacup",  "suitcase", "heron",
    "furnace", "bakery",  "tram",    "quarry", "thimble", "archive", "umbrella", "barge"};
constexpr std::string_view kTrades[] = {
    "cartographer", "beekeeper", "clockmaker",  "ferryman",     "lighthouse keeper",
    "piano tuner",  "botanist",  "baker",       "astronomer",   "postmistress",
    "locksmith",    "gardener",  "glassblower", "violinist",    "stonemason",
    "navigator",    "archivist", "printer",     "tailor",       "weather clerk",
    "bookbinder",   "signalman", "ropemaker",   "night porter", "apothecary"};
constexpr std::string_view kKin[] = {"daughter", "sister",  "apprentice", "brother", "guest",
                                     "promise",  "ledger",  "umbrella",   "cousin",  "holiday",
                                     "bicycle",  "mistake", "bargain",    "echo",    "birthday"};
constexpr std::string_view kAbstract[] = {
    "nothing", "glass",  "sorrow", "thunder", "honey", "memory", "dust",  "rain",   "silence",
    "clover",  "embers", "chance", "ashes",   "ink",   "wonder", "frost", "August", "patience"};
constexpr std::string_view kNumbers[] = {"Two",   "Three", "Four", "Five",   "Six",
                                         "Seven", "Nine",  "Ten",  "Twelve", "A Hundred"};
constexpr std::string_view kDoing[] = {"Leaving",  "Counting", "Painting",    "Chasing",
                                       "Crossing", "Mending",  "Waiting for", "Borrowing",
                                       "Naming",   "Folding",  "Outrunning",  "Forgiving"};
constexpr std::string_view kPlaces[] = {
    "Marrow Bay", "Ostrava Street", "Fennel Hill",  "Lower Quay",   "Saint Orla", "Karst",
    "Eastmere",   "Pine Harbour",   "Old Tannery",  "Vesper Point", "Linden Row", "Halden",
    "Tarn End",   "Gallow Lane",    "Upper Sorrel", "Windlass",     "Port Amity", "Quill Street"};
constexpr std::string_view kSpans[] = {"Season", "Hours", "Nights", "Weather", "Roads",
                                       "Songs",  "Year",  "Winter", "Summer",  "Sunday"};
constexpr std::string_view kDeeds[] = {"Sleeps", "Returns",   "Sings", "Waits",   "Lies",
                                       "Wakes",  "Remembers", "Burns", "Forgets", "Leaves"};
constexpr std::string_view kKept[] = {"Kept", "Knew", "Left Behind", "Said", "Took", "Owed"};

/// Words that a genre likes to have in its titles.
struct Theme {
    std::string_view genre;
    std::string_view words[8];
};
constexpr Theme kThemes[] = {
    {"Action", {"convoy", "fuse", "rooftop", "getaway", "hangar", "siege", "courier", "pursuit"}},
    {"Adventure",
     {"voyage", "summit", "map", "glacier", "caravan", "rapids", "isle", "expedition"}},
    {"Animation", {"fox", "robot", "pumpkin", "snail", "goose", "button", "badger", "dragon"}},
    {"Biography",
     {"portrait", "diary", "workshop", "notebook", "pioneer", "studio", "prize", "cane"}},
    {"Comedy",
     {"wedding", "landlord", "neighbour", "cake", "parrot", "moustache", "lodger", "goat"}},
    {"Crime", {"alibi", "witness", "heist", "cashbox", "fence", "verdict", "ransom", "informer"}},
    {"Documentary",
     {"dam", "glasshouse", "shipyard", "harvest", "reef", "mill", "census", "wetland"}},
    {"Drama",
     {"inheritance", "farewell", "farmhouse", "reunion", "confession", "strike", "vow", "debt"}},
    {"Family", {"pony", "treehouse", "picnic", "puppy", "tent", "grandfather", "sledge", "circus"}},
    {"Fantasy", {"spell", "raven", "crown", "well", "enchanter", "thorn", "oracle", "giant"}},
    {"History",
     {"treaty", "regiment", "abbey", "mutiny", "envoy", "fortress", "rebellion", "galley"}},
    {"Horror", {"crypt", "scarecrow", "nursery", "fog", "coffin", "whisper", "basement", "doll"}},
    {"Music",
     {"chorus", "encore", "trumpet", "ballad", "metronome", "cello", "rehearsal", "waltz"}},
    {"Mystery",
     {"cipher", "footprint", "manor", "riddle", "keyhole", "visitor", "clue", "disguise"}},
    {"Romance",
     {"postcard", "valentine", "balcony", "dance", "ring", "sonnet", "bouquet", "elopement"}},
    {"Sci-Fi",
     {"orbit", "satellite", "android", "airlock", "colony", "probe", "eclipse", "reactor"}},
    {"Thriller",
     {"hostage", "deadline", "blackout", "double", "stairwell", "trap", "tunnel", "code"}},
    {"Western",
     {"saddle", "canyon", "sheriff", "railroad", "ranch", "stagecoach", "mesa", "lasso"}}};

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
    if (word.ends_with('y') && !word.ends_with("ey") && !word.ends_with("ay"))
        return base::concat(word.substr(0, word.size() - 1), "ies");
    const bool hisses =
        word.ends_with('s') || word.ends_with("sh") || word.ends_with("ch") || word.ends_with('x');
    if (word == "goose") return "geese";
    return base::concat(word, hisses ? "es" : "s");
}

std::string_view article(std::string_view word) {
    return std::string_view("aeiou").find(word.front()) == std::string_view::npos ? "A " : "An ";
}

}  // namespace

std::string TitleMaker::draw(std::string_view genre) {
    const auto pick = [this](Words words) {
        return words[random_.below(static_cast<std::uint32_t>(words.size()))];
    };
    const auto theme = std::find_if(std::begin(kThemes), std::end(kThemes),
                                    [&](const Theme& each) { return each.genre == genre; });
    // Twice the weight of all other things where the genre has a word of its own.
    const bool hints = theme != std::end(kThemes) && random_.below(3) < 2;
    const auto thing = pick(hints ? Words(theme->words) : Words(kThings));
    const auto other = pick(kThings);
    using base::concat;
    switch (random_.below(18)) {
        case 0:
        case 1: return concat("The ", capital(pick(kPlain)), ' ', capital(thing));
        case 2:
        case 3: return concat("The ", capital(pick(kTrades)), "’s ", capital(pick(kKin)));
        case 4: return concat(capital(thing), " of ", capital(pick(kAbstract)));
        case 5: return concat(pick(kNumbers), ' ', capital(plural(thing)));
        case 6: return concat(pick(kDoing), " the ", capital(thing));
        case 7: return concat(capital(pick(kPlain)), ' ', capital(plural(thing)));
        case 8: return concat(article(thing), capital(thing), " in ", pick(kPlaces));
        case 9: return concat(capital(thing), ' ', pick(kSpans));
        case 10: return concat("The ", capital(pick(kTrades)), " of ", pick(kPlaces));
        case 11: return concat("North of ", capital(pick(kAbstract)), ", South of ", pick(kPlaces));
        case 12: return concat("When the ", capital(thing), ' ', pick(kDeeds));
        case 13: return concat("What the ", capital(thing), ' ', pick(kKept));
        case 14: return concat("The Year of the ", capital(thing));
        case 15: return concat(capital(pick(kPlain)), ' ', pick(kSpans));
        case 16: return concat(capital(plural(thing)), " from ", pick(kPlaces));
        default:
            return thing == other ? concat("Another ", capital(thing))
                                  : concat("The ", capital(thing), " and the ", capital(other));
    }
}

std::string TitleMaker::next(std::string_view genre) {
    for (;;)
        if (auto title = draw(genre); used_.insert(title).second) return title;
}

}  // namespace foretaste::experiments
