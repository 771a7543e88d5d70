// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "core/base/arn.h"
#include "core/base/text.h"

namespace foretaste::tests {

/// A folder that is gone with the test.
class TemporaryFolder {
public:
    TemporaryFolder() { std::filesystem::create_directories(path_); }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    std::filesystem::path operator/(std::string_view name) const { return path_ / name; }
    const std::filesystem::path& path() const { return path_; }

    std::filesystem::path write(std::string_view name, std::string_view text) const {
        std::ofstream(path_ / name, std::ios::binary) << text;
        return path_ / name;
    }

private:
    std::filesystem::path path_ = std::filesystem::temp_directory_path() /
                                  base::concat("foretaste-test-", base::randomUuid());
};

/// What a call throws, as text; empty where it throws nothing of the kind.
template <class Error, class Call>
std::string messageOf(Call&& call) {
    try {
        call();
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

/// Whether a message holds every one of these parts.
inline bool says(std::string_view message, std::initializer_list<std::string_view> parts) {
    for (const auto part : parts)
        if (message.find(part) == std::string_view::npos) return false;
    return true;
}

}  // namespace foretaste::tests
