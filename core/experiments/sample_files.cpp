// SPDX-License-Identifier: GPL-3.0-or-later
#include <string_view>
#include <system_error>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/experiments/sample.h"

namespace foretaste::experiments {
namespace {

std::string interactionsCsv(const SampleWorld& world) {
    std::string csv = "USER_ID,ITEM_ID,EVENT_TYPE,EVENT_VALUE,TIMESTAMP,IMPRESSION\n";
    for (const auto& event : world.events) {
        csv += base::concat(world.viewers[event.viewer].id, ',', world.films[event.film].id, ',',
                            event.watched ? "watch" : "click", ',',
                            event.watched ? base::numberText(event.share) : "", ',',
                            event.timestamp, ',');
        for (std::size_t i = 0; i < event.shown.size(); ++i) {
            if (i > 0) csv += '|';
            csv += world.films[event.shown[i]].id;
        }
        csv += '\n';
    }
    return csv;
}

std::string itemsCsv(const SampleWorld& world) {
    std::string csv = "ITEM_ID,GENRES,TITLE,CREATION_TIMESTAMP\n";
    for (const auto& film : world.films) {
        const auto quote = film.title.find(',') == std::string::npos ? "" : "\"";
        csv += base::concat(film.id, ',', base::join(film.genres, "|"), ',', quote, film.title,
                            quote, ',', film.created, '\n');
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

void writeSample(const std::filesystem::path& folder, const SampleWorld& world) {
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    if (failure)
        throw base::IoError(base::concat("cannot make the folder ", base::pathText(folder), ": ",
                                         failure.message()));
    base::writeFileAtomically(folder / "interactions.csv", interactionsCsv(world));
    base::writeFileAtomically(folder / "items.csv", itemsCsv(world));
    base::writeFileAtomically(folder / "users.csv", usersCsv(world));
    base::writeFileAtomically(folder / "interactions.schema.json", kInteractionsSchema);
    base::writeFileAtomically(folder / "items.schema.json", kItemsSchema);
    base::writeFileAtomically(folder / "users.schema.json", kUsersSchema);
}

void writeSample(const std::filesystem::path& folder) {
    writeSample(folder, makeSampleWorld());
}

}  // namespace foretaste::experiments
