// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/service/service.h"

namespace foretaste::cli {

/// Shows how long work goes on while it lives: a line on a terminal, nothing in a pipe. Draws on
/// standard error, so that standard output stays clean.
class ProgressLine {
public:
    explicit ProgressLine(service::Service& service);
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

private:
    service::Service& service_;
    int handle_ = 0;
};

/// The text in exactly `width` columns, cut or filled with spaces; counts UTF-8 characters.
std::string fitted(std::string_view text, std::size_t width);

/// A number with a fixed count of decimals, with a point whatever the locale.
std::string fixed(double value, int decimals);

/// Whether standard error is a terminal.
bool onTerminal();

}  // namespace foretaste::cli
