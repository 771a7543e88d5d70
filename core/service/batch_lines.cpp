// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/batch_lines.h"

#include <algorithm>
#include <fstream>

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/service/whole_file.h"

namespace foretaste::service {

namespace fs = std::filesystem;

namespace {

/// Lines that are read, answered and written together.
constexpr std::size_t kBlock = 1024;

using Answer = std::function<Json(const Json& line, std::uint64_t number)>;

struct AnsweredLine {
    std::string text;
    bool failed = false;
};

AnsweredLine answered(const std::string& text, const std::string& listMember, std::uint64_t number,
                      const Answer& answer) {
    Json line{{"input", text}, {"output", {{listMember, Json::array()}}}, {"error", nullptr}};
    bool failed = false;
    try {
        line["input"] = parseObject("line", text);
        line["output"] = answer(line["input"], number);
    } catch (const base::ServiceError& error) {
        line["error"] = base::concat("User error: ", std::string_view(error.what()));
        failed = true;
    }
    return {line.dump(-1, ' ', false, Json::error_handler_t::replace), failed};
}

/// Up to kBlock lines that are not empty; none at the end of the file.
std::vector<std::string> nextLines(std::istream& in, std::uintmax_t& bytes) {
    std::vector<std::string> lines;
    std::string line;
    while (lines.size() < kBlock && std::getline(in, line)) {
        bytes += line.size() + 1;
        if (const auto text = base::trimmed(line); !text.empty()) lines.emplace_back(text);
    }
    return lines;
}

}  // namespace

BatchInputs batchInputs(const fs::path& place) {
    std::error_code error;
    BatchInputs inputs;
    if (fs::is_regular_file(place, error)) inputs.files.push_back(place);
    const auto beginning = base::pathText(place.lexically_normal().generic_string());
    const bool isFolder = fs::is_directory(place, error);
    inputs.folder = isFolder && !place.has_filename() ? place : place.parent_path();
    if (fs::is_directory(inputs.folder, error))
        for (const auto& entry : fs::recursive_directory_iterator(inputs.folder)) {
            const auto& path = entry.path();
            const auto extension = path.extension();
            if (entry.is_regular_file() && path != place && extension != ".out" &&
                extension != ".part" &&
                base::pathText(path.lexically_normal().generic_string()).starts_with(beginning))
                inputs.files.push_back(path);
        }
    if (inputs.files.empty())
        throw base::ServiceError(
            base::ErrorCode::InvalidInput,
            base::concat("jobInput: there is no file whose path begins with ",
                         base::pathText(place), ": put the input there first"));
    std::sort(inputs.files.begin(), inputs.files.end());
    return inputs;
}

BatchTotals answerLines(const BatchInputs& inputs, const fs::path& output,
                        const std::string& listMember, base::Team& team,
                        const base::JobContext& job, const Answer& answer) {
    std::uintmax_t allBytes = 0, bytes = 0;
    for (const auto& file : inputs.files) allBytes += fs::file_size(file);
    const base::Stopwatch watch;
    BatchTotals totals;
    for (const auto& file : inputs.files) {
        std::ifstream in(file, std::ios::binary);
        if (!in)
            throw base::IoError(base::concat("cannot read ", base::pathText(file),
                                             ": allow this program to read it"));
        auto target = output / file.lexically_relative(inputs.folder);
        target += ".out";
        WholeFile out(target);
        for (;;) {
            job.throwIfStopped();
            const auto lines = nextLines(in, bytes);
            if (lines.empty()) break;
            std::vector<AnsweredLine> answers(lines.size());
            team.forRange(lines.size(), [&](std::size_t first, std::size_t last, int) {
                for (std::size_t i = first; i < last && !job.stopRequested(); ++i)
                    answers[i] = answered(lines[i], listMember,
                                          static_cast<std::uint64_t>(totals.lines) + i, answer);
            });
            job.throwIfStopped();
            for (const auto& each : answers) {
                out.writeLine(each.text);
                totals.failed += each.failed;
            }
            totals.lines += static_cast<std::int64_t>(answers.size());
            job.report({.fraction = static_cast<double>(bytes) /
                                    static_cast<double>(std::max<std::uintmax_t>(allBytes, 1)),
                        .phase = base::concat("answering ", base::pathText(file.filename())),
                        .rate = static_cast<double>(totals.lines) / watch.seconds(),
                        .rateUnit = "lines"});
        }
        out.finish();
    }
    return totals;
}

}  // namespace foretaste::service
