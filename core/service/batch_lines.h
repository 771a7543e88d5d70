// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

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

/// One line of an input file and what is to be written about it.
struct BatchLine {
    Json input, output;        ///< output: an empty list to begin with
    std::string error;         ///< why it is not answered; empty: it is
    std::uint64_t number = 0;  ///< over all files
};

/// Calls `answer`; a ServiceError becomes the line's error. Nothing where it has one already.
void tryLine(BatchLine& line, const std::function<void()>& answer);

struct BatchTotals {
    std::int64_t lines = 0, failed = 0;
    std::string text() const;  ///< " answered 20 lines, 3 of them with an error"
};

/// Lines that are read, answered and written together, at most.
inline constexpr std::size_t kBatchBlock = 1024;

/// Answers every line of the input files into files of their names with ".out", below `output` as
/// the input files are below their folder. `answer` is given block by block and fills the outputs,
/// whose list is called `listMember`; lines that are not JSON objects have their error already.
/// Empty lines are left out. Throws base::IoError, base::Stopped; no file is half-written then.
BatchTotals answerLines(const BatchInputs& inputs, const std::filesystem::path& output,
                        const std::string& listMember, const base::JobContext& job,
                        const std::function<void(std::vector<BatchLine>& lines)>& answer);

}  // namespace foretaste::service
