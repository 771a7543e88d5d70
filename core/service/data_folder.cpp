// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/data_folder.h"

#include <set>

#include "core/base/file.h"
#include "core/base/text.h"

namespace foretaste::service {
namespace {

namespace fs = std::filesystem;

constexpr DatasetType kTypes[] = {DatasetType::Interactions, DatasetType::Items,
                                  DatasetType::Users};

std::string fileStem(DatasetType type) {
    return base::toLower(schema::typeName(type));
}

template <class List>
void collectNames(std::set<std::string, std::less<>>& names, List list) {
    Page page;
    do {
        auto listing = list(page);
        for (auto& each : listing.entries) names.insert(std::move(each.name));
        page.nextToken = listing.nextToken;
    } while (!page.nextToken.empty());
}

/// Schemas outlive their groups, so a name has to be free among both.
std::string freeName(Service& service, std::string_view wanted) {
    std::set<std::string, std::less<>> groups, schemas;
    collectNames(groups, [&](const Page& page) { return service.listDatasetGroups(page); });
    collectNames(schemas, [&](const Page& page) { return service.listSchemas(page); });
    const auto isFree = [&](const std::string& name) {
        if (groups.contains(name)) return false;
        for (const auto type : kTypes)
            if (schemas.contains(base::concat(name, '-', fileStem(type)))) return false;
        return true;
    };
    std::string name(wanted);
    for (int number = 2; !isFree(name); ++number) name = base::concat(wanted, '-', number);
    return name;
}

}  // namespace

FolderImport importFolder(Service& service, const fs::path& folder, std::string_view name) {
    const auto csvOf = [&](DatasetType type) { return folder / (fileStem(type) + ".csv"); };
    if (!fs::exists(csvOf(DatasetType::Interactions)))
        throw base::ServiceError(base::ErrorCode::InvalidInput,
                                 base::concat("the folder ", base::pathText(folder),
                                              " holds no interactions.csv: name the file so"));
    FolderImport import;
    import.name = freeName(service, name);
    import.datasetGroupArn = service.createDatasetGroup({.name = import.name}).datasetGroupArn;
    for (const auto type : kTypes) {
        const auto csv = csvOf(type);
        if (!fs::exists(csv)) continue;
        const auto schemaFile = folder / (fileStem(type) + ".schema.json");
        const auto document = fs::exists(schemaFile)
                                  ? base::readFile(schemaFile)
                                  : service.inferSchema(base::pathText(csv), type);
        const auto partName = base::concat(import.name, '-', fileStem(type));
        const auto schemaArn = service.createSchema({.name = partName, .schema = document});
        const auto datasetArn =
            service.createDataset({.name = partName,
                                   .schemaArn = schemaArn,
                                   .datasetGroupArn = import.datasetGroupArn,
                                   .datasetType = std::string(schema::typeName(type))});
        const auto jobArn =
            service.createDatasetImportJob({.jobName = partName + "-1",
                                            .datasetArn = datasetArn,
                                            .dataSource = {base::pathText(csv)}});
        import.parts.push_back({type, datasetArn, jobArn});
    }
    return import;
}

}  // namespace foretaste::service
