// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/import.h"

#include <algorithm>
#include <fstream>
#include <optional>

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/ingest/columns.h"
#include "core/ingest/csv_reader.h"
#include "core/ingest/row_check.h"

namespace foretaste::ingest {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kSamples = 100, kShownCharacters = 120;

[[noreturn]] void invalid(const std::string& message) {
    throw base::ServiceError(base::ErrorCode::InvalidInput, message);
}

std::string shortened(std::string_view value) {
    if (value.size() <= kShownCharacters) return std::string(value);
    std::size_t end = kShownCharacters;
    while (end > 0 && (static_cast<unsigned char>(value[end]) & 0xC0) == 0x80) --end;
    return base::concat(value.substr(0, end), "...");
}

/// The rows that were not taken, as a CSV that can be mended and imported again.
class RejectFile {
public:
    RejectFile(const fs::path& path, const schema::Schema& schema) : path_(path), schema_(schema) {}

    void add(const RowIssue& issue, const std::vector<std::string_view>& cells) {
        if (path_.empty()) return;
        if (!out_.is_open()) {
            fs::create_directories(path_.parent_path());
            out_.open(path_, std::ios::binary | std::ios::trunc);
            std::string header;
            for (const auto& field : schema_.fields) header += field.name + ',';
            out_ << header << "LINE,COLUMN,REASON\n";
        }
        std::string line;
        for (const auto cell : cells) line += csvCell(cell) + ',';
        out_ << line << issue.line << ',' << csvCell(issue.column) << ',' << csvCell(issue.reason)
             << '\n';
    }

    /// The path, or nothing where no row was rejected. Throws IoError where the disk is full.
    std::string finish() {
        if (!out_.is_open()) return {};
        out_.close();
        if (!out_)
            throw base::IoError(base::concat("cannot write the rejected rows to ",
                                             base::pathText(path_), ": is the disk full?"));
        return base::pathText(path_);
    }

private:
    fs::path path_;
    const schema::Schema& schema_;
    std::ofstream out_;
};

/// One import as it runs.
class Import {
public:
    Import(const ImportOptions& options, const schema::Schema& schema, const base::JobContext& job)
        : options_(options),
          schema_(schema),
          job_(job),
          checker_(schema),
          rejects_(options.rejectFile, schema),
          writer_(options.target, schema) {}

    ImportReport run() {
        const auto files = filesOf(options_.source);
        for (const auto& file : files) totalBytes_ += static_cast<std::int64_t>(fs::file_size(file));
        if (!options_.older.empty()) {
            job_.report({.fraction = 0, .phase = "copying the rows that are there"});
            writer_.copyFrom(options_.older);
        }
        for (const auto& file : files) readFile(file);
        if (report_.rowsRead == 0)
            invalid(base::concat(base::pathText(options_.source.filename()),
                                 " has a header but no rows"));
        const double share =
            static_cast<double>(report_.rowsRejected) / static_cast<double>(report_.rowsRead);
        if (share > options_.maxRejectedShare || report_.rowsRejected == report_.rowsRead)
            tooManyRejected();

        job_.report({.fraction = kReadShare, .phase = "sorting rows by user"});
        const auto totals = writer_.finish();
        report_.rowsKept = totals.rows;
        report_.duplicates = totals.duplicates;
        report_.users = totals.users;
        report_.items = totals.items;
        report_.oldest = totals.oldest;
        report_.newest = totals.newest;
        report_.bytes = totalBytes_;
        report_.rejectFile = rejects_.finish();
        report_.seconds = watch_.seconds();
        return std::move(report_);
    }

private:
    static constexpr double kReadShare = 0.9;

    void readFile(const fs::path& file) {
        CsvReader reader(file);
        const auto header = readHeader(reader, file);
        const auto map = mapColumns(header, schema_);
        if (const auto fault = headerFault(file, header, map, schema_); !fault.empty())
            invalid(fault);
        warnOf(file, map);

        std::vector<std::string_view> record, cells(schema_.fields.size());
        std::vector<std::optional<std::string_view>> row;
        constexpr std::int64_t kRowsBetweenLooks = 4096;
        while (reader.next(record)) {
            ++report_.rowsRead;
            if (report_.rowsRead % kRowsBetweenLooks == 0) look(reader);
            for (std::size_t i = 0; i < cells.size(); ++i) {
                const auto column = map.columnOf[i];
                cells[i] = column < record.size() ? record[column] : std::string_view{};
            }
            RowIssue issue{base::pathText(file.filename()), reader.line(), {}, {}, {}};
            if (record.size() != header.size()) {
                issue.reason = base::concat("the row has ", record.size(), " cells, the header ",
                                            header.size());
                reject(std::move(issue), cells, "cells do not match the header");
            } else if (const auto fault = checker_.check(cells, row)) {
                issue.column = schema_.fields[fault->field].name;
                issue.value = shortened(cells[fault->field]);
                issue.reason = fault->reason;
                reject(std::move(issue), cells, fault->reason);
            } else {
                writer_.append(row);
            }
        }
        doneBytes_ += static_cast<std::int64_t>(fs::file_size(file));
    }

    void look(const CsvReader& reader) {
        job_.throwIfStopped();
        const double bytes = static_cast<double>(doneBytes_ + reader.bytesRead());
        const double part = totalBytes_ > 0 ? bytes / static_cast<double>(totalBytes_) : 0;
        const double seconds = watch_.seconds();
        job_.report({.fraction = kReadShare * std::min(part, 1.0),
                     .phase = base::concat(base::grouped(report_.rowsRead), " rows read"),
                     .rate = static_cast<double>(report_.rowsRead) / std::max(seconds, 1e-3),
                     .rateUnit = "rows",
                     .etaSeconds = part > 0 ? seconds * (1 - part) / part : -1});
    }

    void reject(RowIssue issue, const std::vector<std::string_view>& cells,
                const std::string& reason) {
        ++report_.rowsRejected;
        ++report_.reasons[issue.column.empty() ? reason : base::concat(issue.column, ": ", reason)];
        rejects_.add(issue, cells);
        if (report_.samples.size() < kSamples) report_.samples.push_back(std::move(issue));
    }

    void warnOf(const fs::path& file, const ColumnMap& map) {
        const auto name = base::pathText(file.filename());
        const auto warn = [&](const std::string& what) {
            report_.warnings.push_back(base::concat(name, ": ", what));
        };
        if (!map.extra.empty())
            warn(base::concat(map.extra.size() == 1 ? "the column " : "the columns ",
                              base::join(map.extra, ", "),
                              map.extra.size() == 1 ? " is" : " are",
                              " not in the schema and was passed over"));
        if (!map.missing.empty())
            warn(base::concat("no column ", base::join(map.missing, ", "),
                              ": read as null throughout"));
        if (!map.otherSpelling.empty())
            warn(base::concat("the header spells ", base::join(map.otherSpelling, ", "),
                              " in another case than the schema"));
    }

    [[noreturn]] void tooManyRejected() {
        const auto commonest =
            std::max_element(report_.reasons.begin(), report_.reasons.end(),
                             [](const auto& a, const auto& b) { return a.second < b.second; });
        const auto& first = report_.samples.front();
        const auto file = rejects_.finish();
        invalid(base::concat(
            base::grouped(report_.rowsRejected), " of ", base::grouped(report_.rowsRead),
            " rows break the schema, most of them by \"", commonest->first, "\" (",
            base::grouped(commonest->second), "). The first is ", first.file, ", line ", first.line,
            first.column.empty() ? "" : base::concat(", ", first.column, " = '", first.value, "'"),
            ": ", first.reason, file.empty() ? "" : base::concat(". All of them are in ", file)));
    }

    const ImportOptions& options_;
    const schema::Schema& schema_;
    const base::JobContext& job_;
    RowChecker checker_;
    RejectFile rejects_;
    store::BulkWriter writer_;
    ImportReport report_;
    base::Stopwatch watch_;
    std::int64_t totalBytes_ = 0, doneBytes_ = 0;
};

}  // namespace

ImportReport importCsv(const ImportOptions& options, const schema::Schema& schema,
                       const base::JobContext& job) {
    return Import(options, schema, job).run();
}

}  // namespace foretaste::ingest
