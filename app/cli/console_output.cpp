// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console_output.h"

#include <algorithm>
#include <cstdio>
#include <mutex>

#include "core/base/text.h"

#if defined(_WIN32)
#include <io.h>
#else
#include <unistd.h>
#endif

namespace foretaste::cli {
namespace {

constexpr std::size_t kLineWidth = 78;

void draw(const service::JobInfo& job) {
    std::string line;
    if (job.endedMs == 0) {
        const auto& progress = job.progress;
        line = base::concat(job.title, "  ", static_cast<int>(std::max(0.0, progress.fraction) * 100),
                            " %");
        if (!progress.phase.empty()) line += base::concat("  ", progress.phase);
        if (progress.rate > 0)
            line += base::concat("  ", base::grouped(static_cast<std::int64_t>(progress.rate)), ' ',
                                 progress.rateUnit, "/s");
        if (progress.etaSeconds >= 1)
            line += base::concat("  about ", static_cast<int>(progress.etaSeconds), " s left");
    }
    static std::mutex mutex;
    std::lock_guard lock(mutex);
    std::fprintf(stderr, "\r%s\r", fitted(line, kLineWidth).c_str());
    std::fflush(stderr);
}

}  // namespace

bool onTerminal() {
#if defined(_WIN32)
    return _isatty(_fileno(stderr)) != 0;
#else
    return isatty(STDERR_FILENO) != 0;
#endif
}

ProgressLine::ProgressLine(service::Service& service) : service_(service) {
    if (onTerminal()) handle_ = service_.subscribe({}, draw);
}

ProgressLine::~ProgressLine() {
    if (handle_ != 0) service_.unsubscribe(handle_);
}

std::string fitted(std::string_view text, std::size_t width) {
    std::string out;
    std::size_t columns = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool continues = (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
        if (!continues && columns++ == width) return out;
        out += text[at];
    }
    out.append(width - std::min(columns, width), ' ');
    return out;
}

std::string fixed(double value, int decimals) {
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, "%.*f", decimals, value);
    std::string text = buffer;
    std::replace(text.begin(), text.end(), ',', '.');
    return text;
}

}  // namespace foretaste::cli
