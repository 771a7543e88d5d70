// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/data_folder.h"

#include <cstdio>
#include <optional>

#include "app/cli/temporary_folder.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/ingest/csv_reader.h"
#include "core/ingest/import.h"
#include "core/store/dataset_files.h"

namespace foretaste::cli {
namespace {

namespace fs = std::filesystem;
using schema::DatasetType;

/// The rows of one CSV of the folder, in a generation file; empty where there is no such CSV.
std::optional<fs::path> importPart(const fs::path& folder, DatasetType type, const fs::path& into) {
    const auto stem = base::toLower(schema::typeName(type));
    const auto csv = folder / (stem + ".csv"), schemaFile = folder / (stem + ".schema.json");
    if (!fs::exists(csv)) return std::nullopt;
    const auto document = fs::exists(schemaFile) ? schema::parseSchema(base::readFile(schemaFile))
                                                 : ingest::inferSchema(csv, type);
    const auto file = into / (stem + ".db");
    const auto report = ingest::importCsv({.source = csv, .target = file}, document, {});
    if (report.rowsRejected > 0)
        std::fprintf(stderr, "note: %s of %s rows of %s do not fit the schema and are left out\n",
                     base::grouped(report.rowsRejected).c_str(),
                     base::grouped(report.rowsRead).c_str(), base::pathText(csv).c_str());
    return file;
}

}  // namespace

dataset::TrainingData readDataFolder(const fs::path& folder, bool idsOnly) {
    const TemporaryFolder rows;
    fs::create_directories(rows.path());
    const auto events = importPart(folder, DatasetType::Interactions, rows.path());
    if (!events)
        throw base::ServiceError(
            base::ErrorCode::InvalidInput,
            base::concat("the folder ", base::pathText(folder), " holds no interactions.csv"));
    store::InteractionTable interactions;
    store::readInteractions(*events, interactions);
    std::optional<store::RecordTable> items, users;
    if (!idsOnly) {
        if (const auto file = importPart(folder, DatasetType::Items, rows.path()))
            items = store::readRecords(*file);
        if (const auto file = importPart(folder, DatasetType::Users, rows.path()))
            users = store::readRecords(*file);
    }
    return dataset::buildTrainingData(interactions, items ? &*items : nullptr,
                                      users ? &*users : nullptr, {});
}

}  // namespace foretaste::cli
