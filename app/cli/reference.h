// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace CLI {
class App;
}

namespace foretaste::cli {

/// What helps to use the program from a shell, made of its own table of commands and options so
/// that it cannot fall behind: completions for "bash", "zsh" or "fish", or the manual page ("man").
/// Throws base::ServiceError (InvalidInput) for another form.
std::string reference(const CLI::App& app, std::string_view form);

}  // namespace foretaste::cli
