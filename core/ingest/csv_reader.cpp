// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/csv_reader.h"

#include <zlib.h>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"

namespace foretaste::ingest {
namespace {

constexpr std::size_t kChunk = std::size_t{1} << 20;
// A record this long is a quote that was opened and never closed.
constexpr std::size_t kLongestRecord = std::size_t{8} << 20;

}  // namespace

struct CsvReader::Stream {
    gzFile file = nullptr;
};

CsvReader::CsvReader(const std::filesystem::path& file)
    : name_(base::pathText(file.filename())), stream_(std::make_unique<Stream>()) {
#if defined(_WIN32)
    stream_->file = gzopen_w(file.c_str(), "rb");
#else
    stream_->file = gzopen(file.c_str(), "rb");
#endif
    if (!stream_->file)
        throw base::IoError(base::concat("cannot open ", base::pathText(file),
                                         ": check that it is there and may be read"));
    gzbuffer(stream_->file, kChunk);
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    while (buffer_.size() < kByteOrderMark.size() && refill()) {
    }
    if (std::string_view(buffer_).starts_with(kByteOrderMark)) position_ = kByteOrderMark.size();
}

CsvReader::~CsvReader() {
    if (stream_->file) gzclose(stream_->file);
}

std::int64_t CsvReader::bytesRead() const { return gzoffset(stream_->file); }

bool CsvReader::refill() {
    if (atEnd_) return false;
    buffer_.erase(0, position_);
    position_ = 0;
    const auto before = buffer_.size();
    buffer_.resize(before + kChunk);
    const int read = gzread(stream_->file, buffer_.data() + before, static_cast<unsigned>(kChunk));
    if (read < 0) {
        int code = 0;
        const std::string reason = gzerror(stream_->file, &code);
        throw base::IoError(base::concat("cannot read ", name_, ": ", reason));
    }
    buffer_.resize(before + static_cast<std::size_t>(read));
    atEnd_ = read == 0;
    return !atEnd_;
}

bool CsvReader::next(std::vector<std::string_view>& cells) {
    for (;;) {
        while (!parse(cells)) {
            if (buffer_.size() - position_ > kLongestRecord)
                throw base::ServiceError(
                    base::ErrorCode::InvalidInput,
                    base::concat(name_, ", line ", nextLine_,
                                 ": a quoted cell begins here and does not end; close the quote"));
            if (!refill() && position_ == buffer_.size()) return false;
        }
        // A line with nothing on it is no record.
        if (cells.size() != 1 || !cells[0].empty()) return true;
    }
}

/// Consumes one record from the buffer. False, with nothing consumed, where the record may go on
/// beyond what has been read.
bool CsvReader::parse(std::vector<std::string_view>& cells) {
    const char* data = buffer_.data();
    const std::size_t size = buffer_.size();
    if (position_ == size) return false;
    ranges_.clear();
    unescaped_.clear();
    // A range beyond kInUnescaped lies in unescaped_, which may still move while it grows.
    constexpr std::size_t kInUnescaped = std::size_t{1} << 62;
    std::size_t at = position_;
    std::int64_t newlines = 0;
    for (;;) {
        if (at < size && data[at] == '"') {
            ++at;
            std::size_t begin = at;
            bool plain = true;
            const std::size_t store = unescaped_.size();
            for (;; ++at) {
                if (at >= size) {
                    if (!atEnd_) return false;
                    throw base::ServiceError(
                        base::ErrorCode::InvalidInput,
                        base::concat(name_, ", line ", nextLine_,
                                     ": a quoted cell begins here and does not end; close the "
                                     "quote"));
                }
                const char c = data[at];
                if (c == '\n') ++newlines;
                const bool escape = (c == '"' || c == '\\') && at + 1 < size &&
                                    (data[at + 1] == '"' || (c == '\\' && data[at + 1] == '\\'));
                if ((c == '"' || c == '\\') && at + 1 == size && !atEnd_) return false;
                if (escape) {
                    unescaped_.append(data + begin, at - begin);
                    plain = false;
                    begin = ++at;  // the escaped character itself is copied with what follows
                } else if (c == '"') {
                    break;
                }
            }
            if (plain) {
                ranges_.emplace_back(begin, at - begin);
            } else {
                unescaped_.append(data + begin, at - begin);
                ranges_.emplace_back(kInUnescaped + store, unescaped_.size() - store);
            }
            ++at;
            // Text between the closing quote and the comma belongs to no cell; it is skipped.
            while (at < size && data[at] != ',' && data[at] != '\n') ++at;
        } else {
            const std::size_t begin = at;
            while (at < size && data[at] != ',' && data[at] != '\n') ++at;
            std::size_t end = at;
            if (end > begin && (at == size || data[at] == '\n') && data[end - 1] == '\r') --end;
            ranges_.emplace_back(begin, end - begin);
        }
        if (at == size && !atEnd_) return false;
        if (at < size && data[at] == ',') {
            ++at;
            continue;
        }
        break;
    }
    if (at < size) {  // the newline
        ++at;
        ++newlines;
    }
    recordLine_ = nextLine_;
    nextLine_ += newlines;
    position_ = at;
    cells.clear();
    for (const auto& [begin, length] : ranges_)
        cells.push_back(begin >= kInUnescaped
                            ? std::string_view(unescaped_).substr(begin - kInUnescaped, length)
                            : std::string_view(buffer_).substr(begin, length));
    return true;
}

std::string csvCell(std::string_view text) {
    if (text.find_first_of(",\"\r\n\\") == std::string_view::npos) return std::string(text);
    std::string cell = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') cell += '\\';
        cell += c;
    }
    return cell + '"';
}

}  // namespace foretaste::ingest
