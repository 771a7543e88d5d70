// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/ingest/csv_reader.h"
#include "core/schema/schema.h"

namespace foretaste::ingest {

/// The CSV files of a source in the order of their names: the file itself, or all *.csv and
/// *.csv.gz of a folder. Throws ServiceError (InvalidInput) where there is none.
std::vector<std::filesystem::path> filesOf(const std::filesystem::path& source);

/// The header of a file, its cells trimmed. Throws ServiceError (InvalidInput) for an empty file.
std::vector<std::string> readHeader(CsvReader& reader, const std::filesystem::path& file);

/// Where each field of a schema stands in a file.
struct ColumnMap {
    std::vector<std::size_t> columnOf;       ///< [fields]; kMissing: not there
    std::vector<std::string> missing;        ///< fields that are not there
    std::vector<std::string> extra;          ///< columns that no field names
    std::vector<std::string> otherSpelling;  ///< columns that match in another case
    static constexpr std::size_t kMissing = static_cast<std::size_t>(-1);
};
/// Matches by name, in any order and any case. The columns of a reject file (LINE, COLUMN, REASON)
/// are passed over, so that a mended one can be imported.
ColumnMap mapColumns(const std::vector<std::string>& header, const schema::Schema& schema);

/// Why the header does not fit, with what to do; empty where every needed column is there. A missing
/// column of a nullable field is not needed.
std::string headerFault(const std::filesystem::path& file, const std::vector<std::string>& header,
                        const ColumnMap& map, const schema::Schema& schema);

}  // namespace foretaste::ingest
