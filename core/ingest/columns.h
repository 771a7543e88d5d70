// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/ingest/csv_reader.h"
#include "core/ingest/transform.h"
#include "core/schema/schema.h"

namespace foretaste::ingest {

/// The CSV files of a source in the order of their names: the file itself, or all *.csv and
/// *.csv.gz of a folder. Throws ServiceError (InvalidInput) where there is none.
std::vector<std::filesystem::path> filesOf(const std::filesystem::path& source);

/// Of one file, in bytes. Throws IoError.
std::int64_t sizeOf(const std::filesystem::path& file);

/// The header of a file, its cells trimmed. Throws ServiceError (InvalidInput) for an empty file
/// and for one that is not UTF-8 or whose lines do not end as lines do.
std::vector<std::string> readHeader(CsvReader& reader, const std::filesystem::path& file);

/// The columns that a reject file has after the schema's.
inline constexpr std::string_view kRejectColumns[] = {"FILE", "LINE", "COLUMN", "REASON"};

/// Where each field of a schema stands in a file.
struct ColumnMap {
    std::vector<std::size_t> columnOf;       ///< [fields]; kMissing: not there
    std::vector<std::string> missing;        ///< fields that are not there
    std::vector<std::string> extra;          ///< columns with a name that no field has
    std::vector<std::string> otherSpelling;  ///< columns that match in letters and digits only
    std::vector<std::string> repeated;       ///< columns of a field that are there twice
    static constexpr std::size_t kMissing = static_cast<std::size_t>(-1);
};
/// Matches by name in any order: exactly, else in any case, else by letters and digits, unless a
/// transform names the column. A field that is filled in needs none. The columns of a reject file
/// are passed over, so that a mended one can be imported.
ColumnMap mapColumns(const std::vector<std::string>& header, const schema::Schema& schema,
                     const Transforms& transforms = {});

/// A column that no field names and that seems to be this field; empty where none does.
std::string likelyColumn(std::string_view field, const ColumnMap& map);

/// Why the header does not fit, with what to do; empty where every needed column is there. A
/// missing column of a nullable field is not needed.
std::string headerFault(const std::filesystem::path& file, const std::vector<std::string>& header,
                        const ColumnMap& map, const schema::Schema& schema);

/// A record's cells in schema order; an empty one where the file has no such column.
void pickCells(const std::vector<std::string_view>& record, const ColumnMap& map,
               std::vector<std::string_view>& cells);

/// Why a record is not one of its file: a quote out of place, more or fewer cells than the header;
/// empty where it is sound.
std::string recordFault(const CsvReader& reader, const std::vector<std::string_view>& record,
                        std::size_t columns);

}  // namespace foretaste::ingest
