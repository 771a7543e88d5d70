// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/progress.h"
#include "core/ingest/transform.h"
#include "core/schema/schema.h"
#include "core/store/dataset_files.h"

namespace foretaste::ingest {

/// One row that was not taken.
struct RowIssue {
    std::string file;       ///< name without folders
    std::int64_t line = 0;  ///< physical line, the header is 1
    std::string column;     ///< empty: the row as a whole
    std::string value;      ///< of the column, or the row's text; at most 120 characters
    std::string reason;     ///< "is not a whole number"
};

/// What an import did, kept with the import job.
struct ImportReport {
    std::int64_t rowsRead = 0;
    std::int64_t rowsKept = 0;
    std::int64_t rowsRejected = 0;
    std::int64_t rowsLeftOut = 0;  ///< by a transform, on purpose
    std::int64_t duplicates = 0;
    std::int64_t bytes = 0;
    std::int64_t users = 0, items = 0;
    std::int64_t oldest = 0, newest = 0;  ///< epoch seconds; Interactions only
    double seconds = 0;
    std::map<std::string, std::int64_t> reasons;  ///< rejected rows by "COLUMN: reason"
    std::vector<RowIssue> samples;                ///< the first 100 rejected rows
    std::vector<std::string> warnings;            ///< "the column RATING is not in the schema ..."
    std::string rejectFile;                       ///< CSV of all rejected rows; empty: none
};

struct ImportOptions {
    std::filesystem::path source;      ///< a .csv or .csv.gz file, or a folder of them
    std::filesystem::path target;      ///< generation file to write
    std::filesystem::path older;       ///< INCREMENTAL: generation to start from; empty: FULL
    std::filesystem::path rejectFile;  ///< where rejected rows go; empty: nowhere
    double maxRejectedShare = 0.5;     ///< more bad rows than this fail the import
    Transforms transforms = {};        ///< how fields are read; empty: as they stand in the file
};

/// Streams the CSV rows of `source` through the schema's checks into a new generation file. Throws
/// ServiceError (InvalidInput) where nothing can be taken: no such file, an empty one, a header
/// without the schema's columns, more bad rows than allowed; base::Stopped on request;
/// base::IoError for a full disk. The target is gone after a failure.
///
/// The reject file has the schema's columns and then FILE, LINE, COLUMN and REASON, so that it can
/// be mended and imported again. A row that does not have the header's cells stands in the first
/// column as it is in its file. After a failure it is there only for too many bad rows.
ImportReport importCsv(const ImportOptions& options, const schema::Schema& schema,
                       const base::JobContext& job);

/// What a click can do about rows that do not fit.
struct SuggestedFix {
    enum class Kind { Rename, Milliseconds, Dates, Fill, Ratings };
    Kind kind = Kind::Rename;
    std::string field;                ///< that is mended
    FieldTransform transform;         ///< to be applied to it
    std::string text;                 ///< what is so: "TIMESTAMP is in milliseconds"
    std::vector<schema::Field> adds;  ///< what the schema must have besides
};

/// What would come in.
struct Survivors {
    std::int64_t rowsRead = 0, rowsKept = 0, rowsRejected = 0, rowsLeftOut = 0;
    std::int64_t users = 0, usersWithTwo = 0;  ///< with two rows or more
    bool whole = false;                        ///< the file was read to its end
};

/// The beginning of a CSV file as a wizard shows it before an import starts.
struct Preview {
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;  ///< the first of them
    std::int64_t fileBytes = 0;
    std::vector<std::string> missingColumns;  ///< of the schema
    std::vector<std::string> extraColumns;    ///< of the file
    std::vector<RowIssue> issues;             ///< the first 100; columns as the file calls them
    std::vector<std::string> hints;  ///< what to mend: "Line 3: TIMESTAMP '...' looks like ..."
    std::string fault;  ///< why an import would refuse the whole file; empty: it would not
    std::vector<SuggestedFix> fixes;
    std::vector<std::size_t> columnOf;  ///< [fields]: column of the file; none: -1 of its type
    Survivors survivors;                ///< of the rows that were looked at
};

/// Shows the first `rows` rows as they stand in the file and holds the first 10,000 against the
/// schema as an import with these transforms would. Throws ServiceError as importCsv does.
Preview previewCsv(const std::filesystem::path& source, const schema::Schema& schema,
                   std::size_t rows = 50, const Transforms& transforms = {});

/// Counts what an import would take, without importing: all rows of all files. Throws as importCsv
/// does.
Survivors countSurvivors(const std::filesystem::path& source, const schema::Schema& schema,
                         const Transforms& transforms, const base::JobContext& job);

/// A schema guessed from a CSV's first 10,000 rows: the type that at least 99 % of a column's
/// values have, nulls where cells are empty, categorical by cardinality and textual by length.
/// Names are put in upper case, and reserved ones as the service prescribes them.
schema::Schema inferSchema(const std::filesystem::path& source, schema::DatasetType type);

}  // namespace foretaste::ingest
