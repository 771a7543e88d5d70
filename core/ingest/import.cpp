// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/import.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <mutex>
#include <set>
#include <utility>

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/parallel.h"
#include "core/base/text.h"
#include "core/base/turns.h"
#include "core/ingest/checked_chunk.h"
#include "core/ingest/columns.h"
#include "core/ingest/csv_reader.h"
#include "core/store/generation_writer.h"

namespace foretaste::ingest {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kSamples = 100;

[[noreturn]] void invalid(const std::string& message) {
    throw base::ServiceError(base::ErrorCode::InvalidInput, message);
}

/// The rows that were not taken, as a CSV that can be mended and imported again. Gone with the
/// object unless keep() has been called.
class RejectFile {
public:
    RejectFile(const fs::path& path, const schema::Schema& schema) : path_(path), schema_(schema) {}
    ~RejectFile() {
        if (!out_.is_open()) return;
        out_.close();
        std::error_code ignored;  // a part of the rows is of no use, and in nobody's way
        fs::remove(path_, ignored);
    }
    RejectFile(const RejectFile&) = delete;
    RejectFile& operator=(const RejectFile&) = delete;

    void add(const RowIssue& issue, const std::vector<std::string>& cells) {
        if (path_.empty()) return;
        if (!out_.is_open()) open();
        std::string line;
        for (const auto& cell : cells) line += csvCell(cell) + ',';
        out_ << line << csvCell(issue.file) << ',' << issue.line << ',' << csvCell(issue.column)
             << ',' << csvCell(issue.reason) << '\n';
    }

    /// Throws IoError where the rows could not all be written.
    void check() {
        if (out_.is_open() && !out_.flush()) failed(": is the disk full?");
    }

    /// The path, or nothing where no row was rejected.
    std::string keep() {
        if (!out_.is_open()) return {};
        check();
        out_.close();
        return base::pathText(path_);
    }

private:
    void open() {
        std::error_code ignored;  // opening the file tells
        fs::create_directories(path_.parent_path(), ignored);
        out_.open(path_, std::ios::binary | std::ios::trunc);
        if (!out_) failed(": may its folder be written to?");
        for (const auto& field : schema_.fields) out_ << field.name << ',';
        for (const auto name : kRejectColumns)
            out_ << name << (name == std::end(kRejectColumns)[-1] ? '\n' : ',');
    }
    [[noreturn]] void failed(std::string_view hint) const {
        throw base::IoError(
            base::concat("cannot write the rejected rows to ", base::pathText(path_), hint));
    }

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
          rejects_(options.rejectFile, schema),
          writer_(options.target, schema),
          shortenedTexts_(schema.fields.size()) {
        for (int part = 0; part < team_.size(); ++part)
            workers_.push_back({ChunkChecker(schema, options.transforms), CheckedChunk(schema)});
    }

    ImportReport run() {
        const auto files = filesOf(options_.source);
        for (const auto& file : files) report_.bytes += sizeOf(file);
        if (!options_.older.empty()) {
            job_.report({.fraction = 0, .phase = "copying the rows that are there"});
            writer_.copyFrom(options_.older, job_);
        }
        for (const auto& file : files) readFile(file);
        if (report_.rowsRead == 0)
            invalid(base::concat(base::pathText(files.front().filename()),
                                 " has a header but no rows: there is nothing to import"));
        const double share =
            static_cast<double>(report_.rowsRejected) / static_cast<double>(report_.rowsRead);
        if (report_.rowsLeftOut == report_.rowsRead)
            invalid("every row is left out by what is done to the columns: nothing is imported");
        if (share > options_.maxRejectedShare || report_.rowsRejected == report_.rowsRead)
            tooManyRejected();

        job_.report({.fraction = kReadShare, .phase = "sorting rows by user"});
        rejects_.check();
        const auto totals = writer_.finish();
        report_.rejectFile = rejects_.keep();
        report_.rowsKept = totals.rows;
        report_.duplicates = totals.duplicates;
        report_.users = totals.users;
        report_.items = totals.items;
        report_.oldest = totals.oldest;
        report_.newest = totals.newest;
        for (std::size_t field = 0; field < shortenedTexts_.size(); ++field)
            if (const auto count = shortenedTexts_[field]; count > 0)
                report_.warnings.push_back(
                    base::concat(base::grouped(count), count == 1 ? " text" : " texts", " of ",
                                 schema_.fields[field].name, count == 1 ? " was" : " were",
                                 " cut to 20,000 characters"));
        for (auto& line : describe(options_.transforms))
            report_.warnings.push_back(std::move(line));
        report_.seconds = watch_.seconds();
        return std::move(report_);
    }

private:
    static constexpr double kReadShare = 0.9;

    void readFile(const fs::path& file) {
        job_.throwIfStopped();
        const auto name = base::pathText(file.filename());
        CsvReader reader(file);
        const auto header = readHeader(reader, file);
        const auto map = mapColumns(header, schema_, options_.transforms);
        if (const auto fault = headerFault(file, header, map, schema_); !fault.empty())
            invalid(fault);
        warnOf(name, map);

        // Each thread reads a chunk, checks it, and waits for its turn to bring it in: the rows are
        // written in the order of the file.
        std::mutex reading;
        std::size_t chunks = 0;
        base::Turns turns;
        team_.run([&](int part) {
            auto& [checker, checked] = workers_[static_cast<std::size_t>(part)];
            try {
                for (CsvChunk chunk;;) {
                    std::unique_lock lock(reading);
                    if (!reader.nextChunk(chunk)) return;
                    const auto number = chunks++;
                    const auto bytes = reader.bytesRead();
                    lock.unlock();
                    checker.check(std::move(chunk), map, header.size(), checked);
                    if (!turns.wait(number)) return;
                    take(name, checked);
                    look(bytes);
                    turns.pass();
                }
            } catch (...) {
                turns.giveUp();
                throw;
            }
        });
        doneBytes_ += sizeOf(file);
    }

    void take(const std::string& file, CheckedChunk& chunk) {
        report_.rowsRead += chunk.rowsRead;
        report_.rowsLeftOut += chunk.leftOut;
        for (auto& [issue, cells] : chunk.rejects) {
            issue.file = file;
            reject(std::move(issue), cells);
        }
        for (std::size_t field = 0; field < shortenedTexts_.size(); ++field)
            shortenedTexts_[field] += chunk.shortened[field];
        writer_.append(chunk.rows);
    }

    void look(std::int64_t bytesOfFile) {
        job_.throwIfStopped();
        const double bytes = static_cast<double>(doneBytes_ + bytesOfFile);
        const double part = bytes / static_cast<double>(report_.bytes);
        const double seconds = watch_.seconds();
        job_.report({.fraction = kReadShare * std::min(part, 1.0),
                     .phase = base::concat(base::grouped(report_.rowsRead), " rows read"),
                     .rate = static_cast<double>(report_.rowsRead) / std::max(seconds, 1e-3),
                     .rateUnit = "rows",
                     .etaSeconds = part > 0 ? seconds * (1 - part) / part : -1});
    }

    void reject(RowIssue issue, const std::vector<std::string>& cells) {
        ++report_.rowsRejected;
        ++report_.reasons[issue.column.empty() ? issue.reason
                                               : base::concat(issue.column, ": ", issue.reason)];
        rejects_.add(issue, cells);
        if (report_.samples.size() < kSamples) report_.samples.push_back(std::move(issue));
    }

    /// Names the first file only: in a folder the others are often alike.
    void warnOf(const std::string& file, const ColumnMap& map) {
        const auto warn = [&](std::string what) {
            if (warned_.insert(what).second)
                report_.warnings.push_back(base::concat(file, ": ", what));
        };
        if (!map.extra.empty()) {
            const bool one = map.extra.size() == 1;
            warn(base::concat(one ? "the column " : "the columns ", base::join(map.extra, ", "),
                              one ? " is" : " are", " not in the schema and ", one ? "was" : "were",
                              " passed over"));
        }
        if (!map.missing.empty())
            warn(base::concat("no column ", base::join(map.missing, ", "),
                              ": read as null throughout"));
        if (!map.otherSpelling.empty())
            warn(base::concat("the header spells ", base::join(map.otherSpelling, ", "),
                              " in another way than the schema"));
    }

    [[noreturn]] void tooManyRejected() {
        const auto& first = report_.samples.front();
        auto message = base::concat(
            base::grouped(report_.rowsRejected), " of ", base::grouped(report_.rowsRead),
            " rows break the schema. The first is ", first.file, ", line ", first.line, ": ");
        if (!first.column.empty()) message += base::concat(first.column, " '", first.value, "' ");
        message += first.reason;
        if (report_.reasons.size() > 1) {
            const auto commonest =
                std::max_element(report_.reasons.begin(), report_.reasons.end(),
                                 [](const auto& a, const auto& b) { return a.second < b.second; });
            message += base::concat(". Most frequent, ", base::grouped(commonest->second),
                                    " times: ", commonest->first);
        }
        if (const auto file = rejects_.keep(); !file.empty())
            message += base::concat(". All of them are in ", file);
        invalid(message);
    }

    const ImportOptions& options_;
    const schema::Schema& schema_;
    const base::JobContext& job_;
    RejectFile rejects_;
    store::GenerationWriter writer_;
    ImportReport report_;
    base::Stopwatch watch_;
    std::int64_t doneBytes_ = 0;
    std::vector<std::int64_t> shortenedTexts_;  ///< [fields]: rows
    struct Worker {
        ChunkChecker checker;
        CheckedChunk checked;
    };
    std::vector<Worker> workers_;  ///< by their part of the team
    // One thread at a time writes, so that more would only wait for it.
    static constexpr int kMostThreads = 8;
    base::Team team_{std::min(base::defaultThreads(), kMostThreads)};
    std::set<std::string> warned_;
};

}  // namespace

ImportReport importCsv(const ImportOptions& options, const schema::Schema& schema,
                       const base::JobContext& job) {
    return Import(options, schema, job).run();
}

}  // namespace foretaste::ingest
