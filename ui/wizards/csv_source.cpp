// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/csv_source.h"

#include <filesystem>

#include "core/base/file.h"
#include "core/base/text.h"

namespace foretaste::wizards {

namespace fs = std::filesystem;

namespace {

/// "interactions" of interactions.csv and interactions.csv.gz.
std::string stemOf(const fs::path& file) {
    auto name = base::pathText(file.filename());
    for (const std::string_view ending : {".gz", ".csv"})
        if (base::toLower(name).ends_with(ending)) name.erase(name.size() - ending.size());
    return name;
}

bool isFile(const fs::path& path) {
    std::error_code ignored;
    return fs::is_regular_file(path, ignored);
}

}  // namespace

CsvSource lookAtSource(service::Service& service, const std::string& location,
                       service::DatasetType type) {
    CsvSource source{location, {}, {}};
    auto path = service.locate(location);
    const auto slug = base::toLower(schema::typeName(type));
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) {
        for (const char* ending : {".csv", ".csv.gz"}) {
            const auto file = path / base::concat(slug, ending);
            if (!isFile(file)) continue;
            const char* joint = location.ends_with('/') ? "" : "/";
            source.location = base::concat(location, joint, slug, ending);
            path = file;
            break;
        }
    }
    const auto folder = fs::is_directory(path, ignored) ? path : path.parent_path();
    std::vector<fs::path> candidates;
    if (isFile(path)) candidates.push_back(folder / base::concat(stemOf(path), ".schema.json"));
    candidates.push_back(folder / base::concat(slug, ".schema.json"));
    for (const auto& candidate : candidates) {
        if (!isFile(candidate)) continue;
        const auto json = base::readFile(candidate);
        try {
            // A schema file of another type beside the CSV is not meant for it.
            if (schema::typeOf(schema::parseSchema(json)) != type) continue;
        } catch (const base::ServiceError& error) {
            throw base::ServiceError(
                base::ErrorCode::InvalidInput,
                base::concat(base::pathText(candidate.filename()),
                             " beside the file cannot be used: ", error.what()));
        }
        source.schemaJson = json;
        source.schemaFile = base::pathText(candidate.filename());
        break;
    }
    return source;
}

CsvSource suggestSchema(service::Service& service, const std::string& location,
                        service::DatasetType type) {
    auto source = lookAtSource(service, location, type);
    if (source.schemaJson.empty()) source.schemaJson = service.inferSchema(source.location, type);
    return source;
}

std::string usableGuess(service::Service& service, const std::string& location,
                        service::DatasetType type, service::Domain domain) {
    try {
        auto json = service.inferSchema(location, type);
        service.checkSchema(json, domain);
        return json;
    } catch (const base::ServiceError&) {
        // A guess that does not do is none: the file is held against the schema there is, which
        // tells what the file lacks.
        return {};
    }
}

}  // namespace foretaste::wizards
