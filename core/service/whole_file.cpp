// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/whole_file.h"

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"

namespace foretaste::service {

namespace fs = std::filesystem;

WholeFile::WholeFile(fs::path path) : path_(std::move(path)), part_(path_) {
    part_ += ".part";
    std::error_code error;
    fs::create_directories(path_.parent_path(), error);
    stream_.open(part_, std::ios::binary | std::ios::trunc);
    require();
}

WholeFile::~WholeFile() {
    if (!stream_.is_open()) return;
    std::error_code ignored;
    stream_.close();
    fs::remove(part_, ignored);
}

void WholeFile::writeLine(std::string_view line) {
    stream_ << line << '\n';
    require();
}

void WholeFile::finish() {
    stream_.flush();
    require();
    base::syncToDisk(part_);
    stream_.close();
    fs::rename(part_, path_);
}

void WholeFile::require() const {
    if (!stream_)
        throw base::IoError(base::concat("cannot write ", base::pathText(part_),
                                         ": the folder is not writable or the disk is full"));
}

}  // namespace foretaste::service
