// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/generated_events.h"

#include <algorithm>
#include <fstream>
#include <string>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/random.h"
#include "core/base/text.h"

namespace foretaste::cli {

schema::Schema generatedSchema() {
    using schema::FieldType;
    return {"Interactions",
            {{"USER_ID"},
             {"ITEM_ID"},
             {"EVENT_TYPE"},
             {"EVENT_VALUE", FieldType::Float, true},
             {"TIMESTAMP", FieldType::Long},
             {"IMPRESSION", FieldType::String, true}}};
}

GeneratedEvents writeEvents(const std::filesystem::path& file, std::int64_t rows) {
    constexpr std::uint32_t kUsers = 200'000, kItems = 50'000;
    constexpr std::int64_t kBegin = 1'600'000'000, kRowsBetweenRepeats = 100;
    constexpr std::size_t kFlush = std::size_t{1} << 20;
    std::ofstream out(file, std::ios::binary);
    std::string text = "USER_ID,ITEM_ID,EVENT_TYPE,EVENT_VALUE,TIMESTAMP,IMPRESSION\n", line;
    base::Random random(1);
    GeneratedEvents events{.rows = rows};
    const auto item = [&] {  // the square of a uniform number: the first ones are popular
        const double uniform = random.uniform();
        return static_cast<std::uint32_t>(uniform * uniform * kItems);
    };
    for (std::int64_t row = 0; row < rows; ++row) {
        if (row % kRowsBetweenRepeats == kRowsBetweenRepeats - 1) {
            ++events.repeats;
        } else {
            const auto clicked = item();
            const auto value = random.below(101);
            line = base::concat(
                "user-", random.below(kUsers), ",item-", clicked,
                random.below(4) == 0 ? ",purchase," : ",watch,",
                value == 100 ? std::string("1") : base::concat("0.", value < 10 ? "0" : "", value),
                ',', kBegin + row, ",item-", clicked, "|item-", item(), '\n');
        }
        text += line;
        if (text.size() > kFlush || row + 1 == rows) {
            out.write(text.data(), static_cast<std::streamsize>(text.size()));
            text.clear();
        }
    }
    out.close();
    if (!out)
        throw base::IoError(
            base::concat("cannot write ", base::pathText(file), ": is the disk full?"));
    return events;
}

}  // namespace foretaste::cli
