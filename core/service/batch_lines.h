// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/base/parallel.h"
#include "core/base/progress.h"
#include "core/service/codec.h"

namespace foretaste::service {

/// The files that the input of a batch job stands for.
struct BatchInputs {
    std::filesystem::path folder;              ///< they are in it, or below it
    std::vector<std::filesystem::path> files;  ///< in the order of their names
};

/// `place` is the beginning of paths, as the service takes it: "in" stands for in.json and
/// in_2.json, too; a folder for all that is below it. What earlier jobs wrote (*.out) is left out
/// unless it is named in full. Throws ServiceError (InvalidInput) where there is no such file.
BatchInputs batchInputs(const std::filesystem::path& place);

struct BatchTotals {
    std::int64_t lines = 0, failed = 0;
};

/// Answers every line of the input files into files of their names with ".out", below `output` as
/// the input files are below their folder. `answer` makes the member `output` of the line that it
/// is given as JSON; a ServiceError is that line's error, and its output is an empty list under the
/// name `listMember`. It is called by the whole team at once; `number` counts lines over all files.
/// Empty lines are left out. Throws base::IoError, base::Stopped; no file is half-written then.
BatchTotals answerLines(const BatchInputs& inputs, const std::filesystem::path& output,
                        const std::string& listMember, base::Team& team,
                        const base::JobContext& job,
                        const std::function<Json(const Json& line, std::uint64_t number)>& answer);

}  // namespace foretaste::service
