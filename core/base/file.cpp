// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>

#include "core/base/error.h"
#include "core/base/text.h"

#if defined(_WIN32)
#include <windows.h>
#include <psapi.h>
#else
#include <fcntl.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace foretaste::base {
namespace {

[[noreturn]] void failed(std::string_view what, const std::filesystem::path& path, int error) {
    throw IoError(concat(what, ' ', pathText(path), ": ", std::strerror(error),
                         error == ENOSPC ? ": free some space and try again" : ""));
}

}  // namespace

std::string pathText(const std::filesystem::path& path) {
    const auto text = path.u8string();
    return {text.begin(), text.end()};
}

std::filesystem::path pathFrom(std::string_view utf8) {
    return std::filesystem::path(std::u8string(utf8.begin(), utf8.end()));
}

std::string readFile(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) failed("cannot open", path, errno);
    std::string content((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    if (in.bad()) failed("cannot read", path, errno);
    return content;
}

void writeFileAtomically(const std::filesystem::path& path, std::string_view content) {
    auto neighbour = path;
    neighbour += ".part";
    {
        std::ofstream out(neighbour, std::ios::binary | std::ios::trunc);
        out.write(content.data(), static_cast<std::streamsize>(content.size()));
        out.close();
        if (!out) {
            const int error = errno;
            std::error_code ignored;
            std::filesystem::remove(neighbour, ignored);
            failed("cannot write", path, error);
        }
    }
    syncToDisk(neighbour);
    std::error_code error;
    std::filesystem::rename(neighbour, path, error);
    if (error) throw IoError(concat("cannot write ", pathText(path), ": ", error.message()));
#if !defined(_WIN32)
    syncToDisk(path.has_parent_path() ? path.parent_path() : std::filesystem::path("."));
#endif
}

#if defined(_WIN32)

void syncToDisk(const std::filesystem::path& path) {
    const HANDLE file = CreateFileW(path.c_str(), GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE,
                                    nullptr, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (file == INVALID_HANDLE_VALUE) failed("cannot open", path, EACCES);
    const bool done = FlushFileBuffers(file) != 0;
    CloseHandle(file);
    if (!done) failed("cannot write", path, EIO);
}

struct LockFile::State {
    HANDLE file = INVALID_HANDLE_VALUE;
};

LockFile::LockFile(const std::filesystem::path& path) : state_(std::make_unique<State>()) {
    state_->file = CreateFileW(path.c_str(), GENERIC_READ | GENERIC_WRITE, 0, nullptr, OPEN_ALWAYS,
                               FILE_ATTRIBUTE_NORMAL, nullptr);
    if (state_->file == INVALID_HANDLE_VALUE)
        throw IoError(concat(pathText(path), " is held by another process"));
}

LockFile::~LockFile() { CloseHandle(state_->file); }

std::size_t peakMemoryBytes() {
    PROCESS_MEMORY_COUNTERS counters{};
    if (!GetProcessMemoryInfo(GetCurrentProcess(), &counters, sizeof counters)) return 0;
    return counters.PeakWorkingSetSize;
}

#else

void syncToDisk(const std::filesystem::path& path) {
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) failed("cannot open", path, errno);
    const int result = fsync(file);
    const int error = errno;
    close(file);
    if (result != 0 && error != EINVAL) failed("cannot write", path, error);
}

struct LockFile::State {
    int file = -1;
};

LockFile::LockFile(const std::filesystem::path& path) : state_(std::make_unique<State>()) {
    state_->file = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (state_->file < 0) failed("cannot open", path, errno);
    if (flock(state_->file, LOCK_EX | LOCK_NB) != 0) {
        char holder[24] = {};
        const auto length = pread(state_->file, holder, sizeof holder - 1, 0);
        close(state_->file);
        throw IoError(concat(pathText(path), " is held by process ",
                             length > 0 ? trimmed(holder) : std::string_view("(unknown)")));
    }
    const std::string own = concat(static_cast<std::int64_t>(getpid()), '\n');
    // The process id only makes the message better; the lock itself is held without it.
    if (ftruncate(state_->file, 0) == 0)
        [[maybe_unused]] const auto written = pwrite(state_->file, own.data(), own.size(), 0);
}

LockFile::~LockFile() { close(state_->file); }

std::size_t peakMemoryBytes() {
    rusage usage{};
    if (getrusage(RUSAGE_SELF, &usage) != 0) return 0;
#if defined(__APPLE__)
    return static_cast<std::size_t>(usage.ru_maxrss);
#else
    return static_cast<std::size_t>(usage.ru_maxrss) * 1024;
#endif
}

#endif

}  // namespace foretaste::base
