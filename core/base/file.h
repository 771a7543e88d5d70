// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace foretaste::base {

/// The whole file. Throws IoError.
std::string readFile(const std::filesystem::path& path);

/// Writes a file so that after a crash or on a full disk either the old or the new content is
/// there: a neighbour is written, forced to the disk, and renamed. Throws IoError.
void writeFileAtomically(const std::filesystem::path& path, std::string_view content);

/// Forces a file's content, or a directory's list of names, to the disk. Throws IoError.
void syncToDisk(const std::filesystem::path& path);

/// Holds a lock file for as long as it lives; at most one process at a time can.
class LockFile {
public:
    /// Throws IoError where another process holds the lock; the message names its process id.
    explicit LockFile(const std::filesystem::path& path);
    ~LockFile();
    LockFile(const LockFile&) = delete;
    LockFile& operator=(const LockFile&) = delete;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// A path as UTF-8 text, for messages and for storage.
std::string pathText(const std::filesystem::path& path);
/// A path from UTF-8 text.
std::filesystem::path pathFrom(std::string_view utf8);

/// The most memory that this process has had in use, in bytes; 0 where the system does not tell.
std::size_t peakMemoryBytes();

}  // namespace foretaste::base
