// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>

#include "core/schema/schema.h"

namespace foretaste::cli {

/// What is known of a file of made-up events.
struct GeneratedEvents {
    std::int64_t rows = 0;
    std::int64_t repeats = 0;  ///< rows that repeat one before them
};

/// USER_ID, ITEM_ID, EVENT_TYPE, EVENT_VALUE, TIMESTAMP and a short IMPRESSION.
schema::Schema generatedSchema();

/// Writes a CSV of events of up to 200,000 users with up to 50,000 items, some far more popular
/// than others, in the order of time: the same one for the same number. Throws IoError.
GeneratedEvents writeEvents(const std::filesystem::path& file, std::int64_t rows);

}  // namespace foretaste::cli
