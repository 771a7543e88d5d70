// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/service/service.h"

namespace foretaste::wizards {

/// What a person pointed at, made precise. Files are read: for background threads only.
struct CsvSource {
    std::string location;  ///< the file to import; a folder's own file of the type where it has one
    std::string schemaJson;  ///< of a schema file beside it; empty: there is none
    std::string schemaFile;  ///< its name, without folders
};

/// A folder with interactions.csv stands for that file, and interactions.schema.json beside it is
/// the schema that its owner means. Throws ServiceError where there is nothing at the location.
CsvSource lookAtSource(service::Service& service, const std::string& location,
                       service::DatasetType type);

/// The schema beside the file, else one guessed from its rows. Throws ServiceError.
CsvSource suggestSchema(service::Service& service, const std::string& location,
                        service::DatasetType type);

/// A schema guessed from a file's rows; empty where what was guessed would not be accepted.
std::string usableGuess(service::Service& service, const std::string& location,
                        service::DatasetType type, service::Domain domain);

}  // namespace foretaste::wizards
