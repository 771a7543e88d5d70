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

/// Up to kBatchBlock lines that are not empty; none at the end of the file.
std::vector<BatchLine> nextLines(std::istream& in, const std::string& listMember,
                                 std::uintmax_t& bytes, std::int64_t before) {
    std::vector<BatchLine> lines;
    std::string text;
    while (lines.size() < kBatchBlock && std::getline(in, text)) {
        bytes += text.size() + 1;
        const auto content = std::string(base::trimmed(text));
        if (content.empty()) continue;
        auto& line = lines.emplace_back();
        line.number = static_cast<std::uint64_t>(before) + lines.size() - 1;
        line.input = content;
        line.output = {{listMember, Json::array()}};
        tryLine(line, [&] { line.input = parseObject("line", content); });
    }
    return lines;
}

std::string written(const BatchLine& line) {
    const Json json{{"input", line.input},
                    {"output", line.output},
                    {"error", line.error.empty() ? Json() : Json(line.error)}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
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

void tryLine(BatchLine& line, const std::function<void()>& answer) {
    if (!line.error.empty()) return;
    try {
        answer();
    } catch (const base::ServiceError& error) {
        line.error = base::concat("User error: ", std::string_view(error.what()));
    }
}

std::string BatchTotals::text() const {
    return base::concat(" answered ", base::grouped(lines), lines == 1 ? " line" : " lines",
                        failed > 0
                            ? base::concat(", ", base::grouped(failed), " of them with an error")
                            : std::string{});
}

BatchTotals answerLines(const BatchInputs& inputs, const fs::path& output,
                        const std::string& listMember, const base::JobContext& job,
                        const std::function<void(std::vector<BatchLine>& lines)>& answer) {
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
            auto lines = nextLines(in, listMember, bytes, totals.lines);
            if (lines.empty()) break;
            answer(lines);
            job.throwIfStopped();
            for (const auto& line : lines) {
                out.writeLine(written(line));
                totals.failed += !line.error.empty();
            }
            totals.lines += static_cast<std::int64_t>(lines.size());
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
