// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/doctor.h"

#include <QtGlobal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/arn.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/parallel.h"
#include "core/base/text.h"
#include "core/kernels/cpu.h"
#include "core/kernels/kernels.h"
#include "core/recipes/recipe.h"
#include "core/store/database.h"

namespace foretaste::cli {
namespace {

/// What has to work before anything else can; each check throws where it does not.
void checkDurableWrites() {
    const auto file = std::filesystem::temp_directory_path() /
                      base::concat("foretaste-doctor-", base::randomUuid());
    base::writeFileAtomically(file, "written");
    if (base::readFile(file) != "written")
        throw base::IoError(base::concat(base::pathText(file), " does not read back as written"));
    std::filesystem::remove(file);
}

void checkDatabase() {
    const auto file = std::filesystem::temp_directory_path() /
                      base::concat("foretaste-doctor-", base::randomUuid(), ".db");
    {
        store::Database database(file);
        database.execute("CREATE TABLE t (x INTEGER) STRICT");
    }
    for (const char* ending : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + ending);
}

/// Work goes on with other kernels where those asked for cannot run: here is where that is told.
void checkForcedKernels() {
    const char* forced = std::getenv("FORETASTE_ISA");
    const std::string_view chosen = kernels::active().name;
    if (forced && forced != chosen)
        throw base::ServiceError(base::ErrorCode::InvalidInput,
                                 base::concat("FORETASTE_ISA asks for '", std::string_view(forced),
                                              "', which cannot run here; working with ", chosen));
}

bool report(const char* what, void (*check)()) {
    try {
        check();
        std::printf("%-22s ok\n", what);
        return true;
    } catch (const std::exception& error) {
        std::printf("%-22s FAILED: %s\n", what, error.what());
        return false;
    }
}

}  // namespace

int runDoctor() {
    std::printf("%-22s %s\n", "Foretaste", FORETASTE_VERSION);
    std::printf("%-22s %s\n", "Qt", qVersion());
    std::printf("%-22s %d cores, AVX2 and FMA: %s\n", "Processor", base::defaultThreads(),
                kernels::hasAvx2() ? "yes" : "no");
    const auto tables = kernels::available();
    std::string names;
    for (std::size_t i = 0; i < tables.count; ++i)
        names += base::concat(names.empty() ? "" : ", ", std::string_view(tables.tables[i]->name));
    std::printf("%-22s %s (can run: %s)\n", "Kernels", kernels::active().name, names.c_str());
    std::string recipes;
    for (const auto* recipe : recipes::allRecipes())
        if (recipe->facts().available)
            recipes += base::concat(recipes.empty() ? "" : ", ", recipe->facts().name);
    std::printf("%-22s %s\n", "Recipes", recipes.c_str());
    bool well = report("Kernels asked for", checkForcedKernels);
    well = report("Durable writes", checkDurableWrites) && well;
    well = report("SQLite", checkDatabase) && well;
    return well ? 0 : 1;
}

}  // namespace foretaste::cli
