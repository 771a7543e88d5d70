// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bench_import.h"

#include <QProcess>
#include <QStandardPaths>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <memory>
#include <optional>
#include <thread>

#include "app/cli/bench_compare.h"
#include "app/cli/console_output.h"
#include "app/cli/generated_events.h"
#include "app/cli/temporary_folder.h"
#include "app/jobs/thread_pool_executor.h"
#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/dataset/training_data.h"
#include "core/ingest/import.h"
#include "core/service/codec.h"
#include "core/service/service.h"
#include "core/store/dataset_files.h"

namespace foretaste::cli {
namespace {

namespace fs = std::filesystem;
using service::Json;

double megabytes(std::size_t bytes) {
    return static_cast<double>(bytes) / (1024.0 * 1024.0);
}

double quantile(std::vector<double> values, double share) {
    if (values.empty()) return 0;
    const auto at =
        static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1) + 0.5);
    std::nth_element(values.begin(), values.begin() + at, values.end());
    return values[static_cast<std::size_t>(at)];
}

/// Seconds that sqlite3 takes to import a CSV into a fresh database; nothing where there is no
/// sqlite3 on this machine.
std::optional<double> importWithSqlite(const fs::path& csv, const schema::Schema& schema,
                                       const fs::path& database) {
    const auto program = QStandardPaths::findExecutable(QStringLiteral("sqlite3"));
    if (program.isEmpty()) return std::nullopt;
    std::string columns;
    for (const auto& field : schema.fields)
        columns += base::concat(
            columns.empty() ? "" : ", ", field.name,
            field.isText() ? " TEXT"
            : field.type == schema::FieldType::Long || field.type == schema::FieldType::Int
                ? " INTEGER"
                : " REAL");
    fs::remove(database);
    const base::Stopwatch watch;
    QProcess sqlite;
    sqlite.start(
        program,
        {QString::fromStdString(base::pathText(database)), QStringLiteral(".mode csv"),
         QString::fromStdString(base::concat("CREATE TABLE row (", columns, ")")),
         QString::fromStdString(base::concat(".import --skip 1 '", base::pathText(csv), "' row"))});
    sqlite.waitForFinished(-1);
    const auto seconds = watch.seconds();
    const auto complaint = sqlite.readAllStandardError().toStdString();
    if (sqlite.exitStatus() != QProcess::NormalExit || sqlite.exitCode() != 0)
        throw base::IoError(base::concat("sqlite3 cannot import the file: ", complaint));
    fs::remove(database);
    return seconds;
}

class Bench {
public:
    explicit Bench(const BenchImportOptions& options)
        : options_(options),
          folder_(options.folder.empty() ? fs::temp_directory_path() : options.folder) {}

    int run() {
        prepare();
        importBoth();
        load();
        look();
        if (options_.putEvents) putWhileImporting();
        service_.reset();
        if (!options_.compare.empty())
            compareWith(options_.compare,
                        {"rows_per_s", "peak_rss_mb", "ratio", "load_s", "open_s"}, json_);
        if (options_.json) std::printf("%s\n", json_.dump(2).c_str());
        return 0;
    }

private:
    void say(const std::string& line) const {
        if (!options_.json) std::printf("%s\n", line.c_str());
    }

    void prepare() {
        fs::create_directories(folder_.path());
        csv_ = options_.csv;
        if (csv_.empty()) {
            csv_ = folder_.path() / "interactions.csv";
            expected_ = writeEvents(csv_, options_.rows);
            schema_ = generatedSchema();
        } else {
            schema_ = ingest::inferSchema(csv_, schema::DatasetType::Interactions);
        }
        say(base::concat(base::pathText(csv_), ": ", fixed(megabytes(fs::file_size(csv_)), 0),
                         " MB"));
        open();
        group_ = service_->createDatasetGroup({.name = "bench"}).datasetGroupArn;
        const auto schemaArn =
            service_->createSchema({.name = "bench", .schema = schema::printSchema(schema_)});
        dataset_ = service_->createDataset({.name = "bench",
                                            .schemaArn = schemaArn,
                                            .datasetGroupArn = group_,
                                            .datasetType = "Interactions"});
    }

    void open() {
        service_ = std::make_unique<service::Service>(folder_.path() / "workspace", executor_);
    }

    std::string beginImport() {
        return service_->createDatasetImportJob({.jobName = base::concat("bench-", ++imports_),
                                                 .datasetArn = dataset_,
                                                 .dataSource = {base::pathText(csv_)}});
    }

    void requireDone(const std::string& job) {
        executor_.wait();
        const auto described = service_->describeDatasetImportJob(job);
        if (described.status != service::Status::Active)
            throw base::ServiceError(base::ErrorCode::InvalidInput, described.failureReason);
    }

    void importBoth() {
        std::vector<double> ours, theirs;
        std::string job;
        for (int i = 0; i < options_.repeats; ++i) {
            {
                const ProgressLine line(*service_);
                const base::Stopwatch watch;
                job = beginImport();
                requireDone(job);
                ours.push_back(watch.seconds());
            }
            if (const auto seconds = importWithSqlite(csv_, schema_, folder_.path() / "sqlite3.db"))
                theirs.push_back(*seconds);
        }
        const auto report = service_->importReport(job);
        if (expected_ && (report.rowsRead != expected_->rows || report.rowsRejected != 0 ||
                          report.duplicates != expected_->repeats))
            throw std::logic_error("the import lost rows, or kept some twice");
        const auto rows = static_cast<double>(report.rowsRead);
        const auto seconds = quantile(ours, 0.5);
        json_ = {{"rows", report.rowsRead},
                 {"rows_kept", report.rowsKept},
                 {"seconds", seconds},
                 {"rows_per_s", rows / seconds},
                 {"csv_mb", megabytes(static_cast<std::size_t>(report.bytes))},
                 {"stored_mb",
                  megabytes(static_cast<std::size_t>(service_->datasetStatistics(dataset_).bytes))},
                 {"peak_rss_mb", megabytes(base::peakMemoryBytes())}};
        say(base::concat(
            "import    ", base::grouped(report.rowsRead), " rows in ", fixed(seconds, 2),
            " s: ", base::grouped(static_cast<std::int64_t>(rows / seconds)),
            " rows a second, at most ", fixed(json_["peak_rss_mb"].get<double>(), 0), " MB"));
        if (theirs.empty()) {
            json_["sqlite_rows_per_s"] = json_["ratio"] = nullptr;
            std::fprintf(stderr, "note: there is no sqlite3 here to compare with\n");
            return;
        }
        const auto sqlite = quantile(theirs, 0.5);
        json_["sqlite_rows_per_s"] = rows / sqlite;
        json_["ratio"] = sqlite / seconds;
        say(base::concat("sqlite3   .import in ", fixed(sqlite, 2),
                         " s: ", base::grouped(static_cast<std::int64_t>(rows / sqlite)),
                         " rows a second; Foretaste is ", fixed(sqlite / seconds, 2),
                         " times as fast"));
    }

    fs::path generation() const {
        for (const auto& entry :
             fs::recursive_directory_iterator(folder_.path() / "workspace" / "data"))
            if (entry.is_regular_file()) return entry.path();
        throw std::logic_error("the workspace holds no rows");
    }

    void load() {
        const base::Stopwatch watch;
        {
            store::InteractionTable table;
            store::readInteractions(generation(), table);
            const auto data = dataset::buildTrainingData(table, nullptr, nullptr, {});
            json_["users"] = data.userCount();
        }
        json_["load_s"] = watch.seconds();
        json_["load_peak_rss_mb"] = megabytes(base::peakMemoryBytes());
        say(base::concat("load      into training sequences in ", fixed(watch.seconds(), 2), " s"));
    }

    /// What a window does with the rows once the workspace is opened again.
    void look() {
        service_.reset();
        base::Stopwatch watch;
        open();
        const auto first = service_->datasetRows(dataset_, 0, 100);
        json_["open_s"] = watch.seconds();
        const auto time = [&](const char* key, auto call) {
            watch.restart();
            call();
            json_[key] = watch.milliseconds();
        };
        time("page_ms", [&] { service_->datasetRows(dataset_, first.total / 2, 100); });
        const auto busiest = service_->findUsers(group_, {}, 1).at(0);
        time("history_ms", [&] { service_->userHistory(group_, busiest.userId, 100); });
        const auto newest = service_->datasetStatistics(dataset_).newest;
        service::DatasetRows lately;
        time("search_time_ms", [&] {
            lately = service_->datasetRows(dataset_, 0, 100, {.from = newest, .until = newest});
        });
        time("search_user_ms",
             [&] { service_->datasetRows(dataset_, 0, 100, {.userId = busiest.userId}); });
        const service::RowQuery sorted{.sortColumn = "TIMESTAMP", .descending = true};
        time("sort_ms", [&] { service_->datasetRows(dataset_, 0, 100, sorted); });
        time("sorted_page_ms",
             [&] { service_->datasetRows(dataset_, first.total / 2, 100, sorted); });
        if (lately.total == 0) throw std::logic_error("the newest event cannot be found");
        const auto ms = [&](const char* key) { return fixed(json_[key].get<double>(), 1); };
        say(base::concat("open      ", fixed(json_["open_s"].get<double>() * 1e3, 0),
                         " ms to the first rows; a page elsewhere ", ms("page_ms"),
                         " ms; a user's history ", ms("history_ms"), " ms; search by user ",
                         ms("search_user_ms"), " ms, by time ", ms("search_time_ms"),
                         " ms; sort by time ", ms("sort_ms"), " ms"));
    }

    /// Puts an event every few milliseconds for as long as `going` says; milliseconds a call.
    std::vector<double> putEvents(const std::string& tracker, const std::function<bool()>& going) {
        constexpr auto kPause = std::chrono::milliseconds(5);
        std::vector<double> took;
        while (going()) {
            const auto number = ++events_;
            const base::Stopwatch watch;
            service_->putEvents({.trackingId = tracker,
                                 .userId = base::concat("user-", number % 1000),
                                 .sessionId = "bench",
                                 .eventList = {{.eventType = "watch",
                                                .itemId = base::concat("item-", number % 100),
                                                .sentAt = {1'700'000'000'000 + number * 1000}}}});
            took.push_back(watch.milliseconds());
            std::this_thread::sleep_for(kPause);
        }
        return took;
    }

    void putWhileImporting() {
        const auto tracker =
            service_->createEventTracker({.name = "bench", .datasetGroupArn = group_}).trackingId;
        int left = 300;
        const auto idle = putEvents(tracker, [&] { return left-- > 0; });
        const auto job = beginImport();
        const auto busy = putEvents(tracker, [&] {
            return service::isUnderWay(service_->describeDatasetImportJob(job).status);
        });
        requireDone(job);
        const auto summary = [](const std::vector<double>& took) {
            return Json{{"calls", took.size()},
                        {"p50_ms", quantile(took, 0.5)},
                        {"p99_ms", quantile(took, 0.99)},
                        {"max_ms", quantile(took, 1)}};
        };
        json_["put_events"] = {{"idle", summary(idle)}, {"importing", summary(busy)}};
        say(base::concat("putEvents ", fixed(quantile(idle, 0.5), 1), " ms (at most ",
                         fixed(quantile(idle, 1), 1), "); while importing ",
                         fixed(quantile(busy, 0.5), 1), " ms (at most ",
                         fixed(quantile(busy, 1), 1), ")"));
    }

    const BenchImportOptions& options_;
    TemporaryFolder folder_;
    jobs::ThreadPoolExecutor executor_;
    std::unique_ptr<service::Service> service_;
    fs::path csv_;
    schema::Schema schema_;
    std::optional<GeneratedEvents> expected_;
    std::string group_, dataset_;
    int imports_ = 0;
    std::int64_t events_ = 0;
    Json json_;
};

}  // namespace

int runBenchImport(const BenchImportOptions& options) {
    return Bench(options).run();
}

}  // namespace foretaste::cli
