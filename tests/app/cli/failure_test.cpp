// SPDX-License-Identifier: GPL-3.0-or-later
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "core/base/file.h"
#include "core/base/random.h"
#include "core/store/database.h"
#include "tests/core/service/workspace.h"

#if defined(Q_OS_LINUX)
#include <sys/mount.h>
#include <sys/resource.h>

#include <csignal>
#endif

// What can happen to the whole program: it is killed, the disk is full, another program has the
// workspace open. Nothing is lost by it, and what happened is told.

namespace foretaste {
namespace {

using service::ImportMode;
using service::Workspace;

/// What one run of foretaste-cli printed.
struct Run {
    bool ended = false;  ///< by itself
    int exitCode = -1;
    QJsonObject answer;
    QString notes;

    QString message() const { return answer.value(QLatin1String("message")).toString(); }
};

/// Runs `foretaste-cli --workspace ... api OPERATION REQUEST`, and kills it after `milliseconds`.
Run api(const Workspace& workspace, const QString& operation, const QJsonObject& request,
        int milliseconds = 60000, const std::function<void()>& inTheChild = {}) {
    QProcess process;
#if defined(Q_OS_UNIX)
    if (inTheChild) process.setChildProcessModifier(inTheChild);
#endif
    const auto folder = QString::fromStdString(base::pathText(workspace.folder() / "workspace"));
    process.start(
        QStringLiteral(FORETASTE_CLI),
        {QStringLiteral("--workspace"), folder, QStringLiteral("--threads"), QStringLiteral("1"),
         QStringLiteral("api"), operation, QString::fromUtf8(QJsonDocument(request).toJson())});
    Run run;
    run.ended = process.waitForFinished(milliseconds);
    if (!run.ended) {
        process.kill();
        process.waitForFinished();
    }
    run.exitCode = process.exitCode();
    run.answer = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    run.notes = QString::fromUtf8(process.readAllStandardError());
    return run;
}

QString qt(const std::string& text) {
    return QString::fromStdString(text);
}

/// Enough rows for an import that can be killed on its way; `extra` tells one file from another.
std::string manyRows(int extra) {
    constexpr int kRows = 200000;
    std::string csv = "USER_ID,ITEM_ID,EVENT_TYPE,EVENT_VALUE,TIMESTAMP,IMPRESSION\n";
    for (int i = 0; i < kRows + extra; ++i)
        csv += base::concat("user-", i % 5003, ",item-", i % 2003, ",watch,1,", 1'500'000'000 + i,
                            ",item-1|item-2|item-3\n");
    return csv;
}

QJsonObject importRequest(const std::string& dataset, const QString& job, const std::string& file) {
    return {
        {QStringLiteral("jobName"), job},
        {QStringLiteral("datasetArn"), qt(dataset)},
        {QStringLiteral("dataSource"), QJsonObject{{QStringLiteral("dataLocation"), qt(file)}}}};
}

QString stateOf(const Run& described, QString* reason) {
    const auto job = described.answer.constBegin().value().toObject();
    *reason = job.value(QLatin1String("failureReason")).toString();
    return job.value(QLatin1String("status")).toString();
}

Run describeImport(const Workspace& workspace, const QString& job) {
    const auto arn = base::makeArn("dataset-import-job/" + job.toStdString());
    return api(workspace, QStringLiteral("DescribeDatasetImportJob"),
               {{QStringLiteral("datasetImportJobArn"), qt(arn)}});
}

/// A workspace with one dataset and a few rows in it, closed.
class FilledWorkspace : public Workspace {
public:
    FilledWorkspace() {
        dataset = makeDataset(makeGroup(), "Interactions", service::kInteractionsSchema);
        import(dataset, write("old.csv", interactionsCsv()), "old");
        service.reset();
    }
    std::int64_t rows() {
        open();
        const auto count = service->datasetStatistics(dataset).bulkRows;
        service.reset();
        return count;
    }
    int dataFiles() const {
        int files = 0;
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(folder() / "workspace" / "data"))
            files += entry.is_regular_file();
        return files;
    }
    std::string dataset;
};

constexpr double kMoments[] = {0.15, 0.3, 0.45, 0.6, 0.75, 0.9};

}  // namespace

class CliFailureTest : public QObject {
    Q_OBJECT

private slots:
    void aKilledImportLeavesOldOrNewRows();
    void anImportKilledAfterItsSwitchIsDone();
    void aKilledTrainingHarmsNoEarlierVersion();
    void aWorkspaceInUseNamesItsHolder();
    void whatBecameOfAnImportIsTold();
    void aFullDiskLosesNothing_data();
    void aFullDiskLosesNothing();
};

void CliFailureTest::aKilledImportLeavesOldOrNewRows() {
    FilledWorkspace workspace;
    const auto file = workspace.write("whole.csv", manyRows(0));
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(api(workspace, QStringLiteral("CreateDatasetImportJob"),
                 importRequest(workspace.dataset, QStringLiteral("whole"), file))
                 .exitCode,
             0);
    const auto whole = static_cast<double>(timer.elapsed());

    // FORETASTE_KILLS asks for more of them. Each has a share of the import's time for itself.
    const int kills = qEnvironmentVariableIntValue("FORETASTE_KILLS") > 0
                          ? qEnvironmentVariableIntValue("FORETASTE_KILLS")
                          : 6;
    base::Random random(5);
    int killed = 0;
    for (int number = 1; number <= kills; ++number) {
        const double moment = (number - random.uniform()) / kills;
        const auto before = workspace.rows();
        const auto job = QStringLiteral("job-%1").arg(number);
        const auto next = workspace.write("next.csv", manyRows(number));
        api(workspace, QStringLiteral("CreateDatasetImportJob"),
            importRequest(workspace.dataset, job, next), static_cast<int>(moment * whole));

        const auto described = describeImport(workspace, job);
        QString reason;
        if (described.exitCode != 0) {  // killed before there was a job
            QCOMPARE(described.answer.value(QLatin1String("__type")).toString(),
                     QStringLiteral("ResourceNotFoundException"));
            QCOMPARE(workspace.rows(), before);
        } else if (stateOf(described, &reason) == QLatin1String("ACTIVE")) {
            QCOMPARE(workspace.rows(), 200000 + number);
        } else {
            ++killed;
            QCOMPARE(stateOf(described, &reason), QStringLiteral("CREATE FAILED"));
            QVERIFY2(reason.contains(QLatin1String("the program ended before this was done; the "
                                                   "dataset is as it was before")),
                     qPrintable(reason));
            QVERIFY2(
                described.notes.contains(QStringLiteral("note: Import %1: %2").arg(job, reason)),
                qPrintable(described.notes));
            QCOMPARE(workspace.rows(), before);
        }
        QCOMPARE(workspace.dataFiles(), 1);
        QVERIFY2(!describeImport(workspace, job).notes.contains(QLatin1String("note:")),
                 "what happened is told once");
    }
    QVERIFY2(killed > 0, "no import was killed on its way");
}

void CliFailureTest::anImportKilledAfterItsSwitchIsDone() {
    FilledWorkspace workspace;
    {
        // The rows are in, and the program dies before it has written down that the job is done.
        store::Database database(workspace.folder() / "workspace" / "foretaste.db");
        database.execute(
            "UPDATE dataset_import_job SET status = 'CREATE IN_PROGRESS',"
            " body = replace(body, '\"ACTIVE\"', '\"CREATE IN_PROGRESS\"')");
    }
    const auto described = describeImport(workspace, QStringLiteral("old"));
    QString reason;
    QCOMPARE(stateOf(described, &reason), QStringLiteral("ACTIVE"));
    QCOMPARE(reason, QString());
    QVERIFY2(described.notes.isEmpty(), qPrintable(described.notes));
}

void CliFailureTest::aKilledTrainingHarmsNoEarlierVersion() {
    Workspace workspace;
    const auto solution =
        workspace.makeSolution(workspace.makeFilledGroup(), "aws-user-personalization", "taste");
    const auto campaign = workspace.deploy(workspace.train(solution), "row");
    workspace.service.reset();
    const QJsonObject train{{QStringLiteral("solutionArn"), qt(solution)}};
    const auto recommend = [&] {
        return api(workspace, QStringLiteral("GetRecommendations"),
                   {{QStringLiteral("campaignArn"), qt(campaign)},
                    {QStringLiteral("userId"), QStringLiteral("u1")}});
    };
    const auto versions = [&](const QString& status) {
        const auto listed = api(workspace, QStringLiteral("ListSolutionVersions"), train);
        int count = 0;
        for (const auto& entry : listed.answer.value(QLatin1String("solutionVersions")).toArray())
            count += entry.toObject().value(QLatin1String("status")).toString() == status;
        return count;
    };
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(api(workspace, QStringLiteral("CreateSolutionVersion"), train).exitCode, 0);
    const auto whole = static_cast<double>(timer.elapsed());
    QCOMPARE(versions(QStringLiteral("ACTIVE")), 2);

    int killed = 0;
    for (const double moment : kMoments) {
        api(workspace, QStringLiteral("CreateSolutionVersion"), train,
            static_cast<int>(moment * whole));
        const auto answer = recommend();
        QCOMPARE(answer.exitCode, 0);
        QVERIFY(!answer.answer.value(QLatin1String("itemList")).toArray().isEmpty());
        const bool told = answer.notes.contains(QLatin1String(
            "of taste: the program ended before this was done; earlier versions are unharmed"));
        killed += told;
        QCOMPARE(versions(QStringLiteral("CREATE FAILED")), killed);
        QCOMPARE(versions(QStringLiteral("CREATE IN_PROGRESS")), 0);
        QCOMPARE(versions(QStringLiteral("CREATE PENDING")), 0);
    }
    QVERIFY2(killed > 0, "no training was killed on its way");

    int models = 0;
    for (const auto& entry :
         std::filesystem::directory_iterator(workspace.folder() / "workspace" / "models"))
        models += entry.path().extension() == ".safetensors";
    QCOMPARE(models, versions(QStringLiteral("ACTIVE")));
}

void CliFailureTest::aWorkspaceInUseNamesItsHolder() {
    const Workspace workspace;  // this process has it open
    const auto run = api(workspace, QStringLiteral("ListDatasetGroups"), {});
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.answer.value(QLatin1String("__type")).toString(),
             QStringLiteral("ResourceInUseException"));
    QVERIFY2(run.message().contains(QLatin1String("open in another program")) &&
                 run.message().contains(QLatin1String("choose another folder")),
             qPrintable(run.message()));
#if defined(Q_OS_UNIX)
    QVERIFY2(run.message().contains(
                 QStringLiteral("process %1").arg(QCoreApplication::applicationPid())),
             qPrintable(run.message()));
#endif
}

void CliFailureTest::whatBecameOfAnImportIsTold() {
    FilledWorkspace workspace;
    const auto file = workspace.write("bad.csv", "userId;itemId\n1;2\n");
    const auto run = api(workspace, QStringLiteral("CreateDatasetImportJob"),
                         importRequest(workspace.dataset, QStringLiteral("bad"), file));
    QCOMPARE(run.exitCode, 0);  // the job was made; what became of it is its state
    QVERIFY2(run.notes.contains(QLatin1String("note: Import bad failed: bad.csv, line 1: ")),
             qPrintable(run.notes));
    const auto some =
        workspace.write("some.csv", Workspace::interactionsCsv() + "u1,i1,w,1,now,\n");
    const auto notes = api(workspace, QStringLiteral("CreateDatasetImportJob"),
                           importRequest(workspace.dataset, QStringLiteral("some"), some))
                           .notes;
    QVERIFY2(notes.contains(QLatin1String("1 was rejected")) &&
                 notes.contains(QLatin1String("rejects/some.csv")),
             qPrintable(notes));
}

void CliFailureTest::aFullDiskLosesNothing_data() {
    QTest::addColumn<bool>("full");
    QTest::newRow("a disk without room") << true;
    QTest::newRow("files that may not grow") << false;
}

void CliFailureTest::aFullDiskLosesNothing() {
#if !defined(Q_OS_LINUX)
    QSKIP("needs Linux to make a disk full");
#else
    QFETCH(bool, full);
    const QTemporaryDir disk, elsewhere;
    struct Mount {
        std::string place;
        ~Mount() {
            if (!place.empty()) umount2(place.c_str(), MNT_DETACH);
        }
    } mounted;
    if (full) {
        const auto place = disk.path().toStdString();
        if (mount("tmpfs", place.c_str(), "tmpfs", 0, "size=6m") != 0)
            QSKIP("a small disk can only be mounted by root");
        mounted.place = place;
    }
    const auto temporary = qgetenv("TMPDIR");
    qputenv("TMPDIR", disk.path().toUtf8());
    FilledWorkspace workspace;
    qputenv("TMPDIR", temporary);
    const auto before = workspace.rows();

    const auto file = elsewhere.filePath(QStringLiteral("many.csv")).toStdString();
    base::writeFileAtomically(file, manyRows(0));
    const auto noGrowth = [] {
        constexpr rlim_t kBytes = 2 << 20;
        const rlimit limit{kBytes, kBytes};
        setrlimit(RLIMIT_FSIZE, &limit);
        std::signal(SIGXFSZ, SIG_IGN);  // as a shell does for what it starts: the write fails
    };
    const auto run = api(workspace, QStringLiteral("CreateDatasetImportJob"),
                         importRequest(workspace.dataset, QStringLiteral("large"), file), 60000,
                         full ? std::function<void()>() : noGrowth);
    QVERIFY(run.ended);
    QString reason;
    QCOMPARE(stateOf(describeImport(workspace, QStringLiteral("large")), &reason),
             QStringLiteral("CREATE FAILED"));
    QVERIFY2(reason.contains(full ? QLatin1String("the disk is full while writing")
                                  : QLatin1String("File too large")),
             qPrintable(reason));
    QVERIFY2(reason.contains(QLatin1String(".db")), qPrintable(reason));
    QVERIFY2(run.notes.contains(reason), qPrintable(run.notes));
    QCOMPARE(workspace.rows(), before);
    QCOMPARE(workspace.dataFiles(), 1);

    const auto small = elsewhere.filePath(QStringLiteral("small.csv")).toStdString();
    base::writeFileAtomically(small, Workspace::interactionsCsv() + "u9,i9,watch,1,1,i9\n");
    api(workspace, QStringLiteral("CreateDatasetImportJob"),
        importRequest(workspace.dataset, QStringLiteral("small"), small));
    QCOMPARE(workspace.rows(), before + 1);
#endif
}

}  // namespace foretaste

QTEST_GUILESS_MAIN(foretaste::CliFailureTest)
#include "failure_test.moc"
