// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <fstream>
#include <string_view>

namespace foretaste::service {

/// A text file that a job writes. It stands in its place once it is complete and not before: until
/// then it is a neighbour, which goes where the job does not get to the end. Throws base::IoError.
class WholeFile {
public:
    /// Makes the folder where there is none.
    explicit WholeFile(std::filesystem::path path);
    ~WholeFile();
    WholeFile(const WholeFile&) = delete;
    WholeFile& operator=(const WholeFile&) = delete;

    void writeLine(std::string_view line);
    void finish();

private:
    void require() const;
    std::filesystem::path path_, part_;
    std::ofstream stream_;
};

}  // namespace foretaste::service
