// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <filesystem>

namespace foretaste::tests {

/// The root of the sources.
inline std::filesystem::path sourceRoot() {
    return std::filesystem::path(__FILE__).parent_path() / "../../..";
}

/// Public data sets to try things on: the folder that FORETASTE_DATA names, else ../shared/data
/// beside the sources; empty where there is none.
inline std::filesystem::path publicData() {
    const char* named = std::getenv("FORETASTE_DATA");
    const auto folder = named ? std::filesystem::path(named) : sourceRoot() / "../shared/data";
    std::error_code error;
    return std::filesystem::is_directory(folder, error) ? folder : std::filesystem::path{};
}

}  // namespace foretaste::tests
