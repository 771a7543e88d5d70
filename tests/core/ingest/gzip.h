// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <zlib.h>

#include <filesystem>
#include <stdexcept>
#include <string_view>

namespace foretaste::tests {

inline void writeGzip(const std::filesystem::path& path, std::string_view text) {
    const auto file = gzopen(path.string().c_str(), "wb");
    if (!file) throw std::runtime_error("cannot write " + path.string());
    gzwrite(file, text.data(), static_cast<unsigned>(text.size()));
    gzclose(file);
}

}  // namespace foretaste::tests
