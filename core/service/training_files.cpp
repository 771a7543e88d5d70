// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/training_files.h"

#include "core/base/file.h"
#include "core/service/codec.h"

namespace foretaste::service {

void writeItemAges(const std::filesystem::path& file, const recipes::Model& model,
                   const dataset::TrainingData& data) {
    std::vector<std::int64_t> created;
    created.reserve(model.itemIds().size());
    for (const auto& id : model.itemIds()) {
        const auto found = data.items.numberOf.find(id);
        created.push_back(found == data.items.numberOf.end()
                              ? data.newest
                              : data.items.created[static_cast<std::size_t>(found->second)]);
    }
    base::writeFileAtomically(
        file, Json{{"version", 1}, {"newest", data.newest}, {"created", created}}.dump());
}

ItemAges readItemAges(const std::filesystem::path& file) {
    const auto json = parseJson(base::readFile(file));
    return {json.at("created").get<std::vector<std::int64_t>>(),
            json.at("newest").get<std::int64_t>()};
}

}  // namespace foretaste::service
