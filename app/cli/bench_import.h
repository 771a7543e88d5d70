// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>

namespace foretaste::cli {

struct BenchImportOptions {
    std::int64_t rows = 5'000'000;  ///< of the generated file
    std::filesystem::path csv;      ///< interactions to import instead; empty: none
    std::filesystem::path folder;   ///< on the disk to measure; empty: the temporary folder
    int repeats = 1;                ///< of import and sqlite3, one after the other; medians count
    bool putEvents = true;          ///< also import while events are put
    std::filesystem::path compare;  ///< an earlier --json output; empty: none
    bool json = false;
};

/// Measures an import through the service: from the request until the rows are on the disk, without
/// repeats, in use, and can be sought by user and by time. Beside it sqlite3's .import of the same
/// file into a fresh database on the same disk; then how long it takes to load the rows into
/// training sequences, to open the workspace, and to show rows; and how long putEvents takes while
/// an import runs. Returns the exit code.
int runBenchImport(const BenchImportOptions& options);

}  // namespace foretaste::cli
