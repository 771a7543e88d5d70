// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/csv_reader.h"

#include <zlib.h>

#include <algorithm>
#include <utility>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"

namespace foretaste::ingest {
namespace {

constexpr std::size_t kRead = std::size_t{1} << 20;
constexpr std::size_t kChunk = std::size_t{256} << 10;
// A record this long is a quote that was opened and never closed.
constexpr std::size_t kLongestRecord = std::size_t{8} << 20;

}  // namespace

/// Closes by itself, since the reader's constructor refuses files that it has opened.
struct CsvReader::Stream {
    Stream() = default;
    ~Stream() {
        if (file) gzclose(file);
    }
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;
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
    gzbuffer(stream_->file, kRead);
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    constexpr std::size_t kLongestMark = 4;
    while (buffer_.size() < kLongestMark && refill()) {
    }
    const std::string_view start = buffer_;
    if (start.starts_with(kByteOrderMark)) position_ = kByteOrderMark.size();
    const auto refuse = [&](std::string_view what) {
        throw base::ServiceError(base::ErrorCode::InvalidInput,
                                 base::concat(name_, " is ", what, ": save it as CSV UTF-8"));
    };
    if (start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF")) refuse("written in UTF-16");
    if (start.starts_with("PK\x03\x04")) refuse("a spreadsheet or a zip archive");
}

CsvReader::CsvReader(CsvChunk&& chunk)
    : buffer_(std::move(chunk.text)), atEnd_(true), nextLine_(chunk.firstLine) {}

CsvReader::~CsvReader() = default;

std::int64_t CsvReader::bytesRead() const {
    return gzoffset(stream_->file);
}

bool CsvReader::refill() {
    if (atEnd_) return false;
    buffer_.erase(0, position_);
    position_ = 0;
    const auto before = buffer_.size();
    buffer_.resize(before + kRead);
    const int read = gzread(stream_->file, buffer_.data() + before, static_cast<unsigned>(kRead));
    int code = Z_OK;
    const char* reason = gzerror(stream_->file, &code);
    if (read < 0)
        throw base::IoError(base::concat("cannot read ", name_, ": ", std::string_view(reason)));
    // zlib gives what there is of a file that was cut off, and only then says so.
    if (read == 0 && code == Z_BUF_ERROR)
        throw base::IoError(base::concat("cannot read ", name_,
                                         " to its end: the compressed file was cut off; copy or "
                                         "compress it again"));
    buffer_.resize(before + static_cast<std::size_t>(read));
    atEnd_ = read == 0;
    return !atEnd_;
}

bool CsvReader::nextChunk(CsvChunk& chunk) {
    while (buffer_.size() - position_ < kChunk && refill()) {
    }
    chunk.firstLine = nextLine_;
    const auto text = std::string_view(buffer_).substr(position_, kChunk);
    if (text.find('"') != std::string_view::npos) return cutAtQuotes(chunk);
    // Without quotes every line feed ends a record.
    const bool last = atEnd_ && position_ + text.size() == buffer_.size();
    const auto size = last ? text.size() : text.rfind('\n') + 1;
    if (size == 0 && !last) return cutAtQuotes(chunk);  // a line longer than a chunk
    chunk.text.assign(text.substr(0, size));
    nextLine_ += std::count(chunk.text.begin(), chunk.text.end(), '\n');
    position_ += size;
    return size > 0;
}

/// A line feed may be within quotes: only reading the records tells where they end.
bool CsvReader::cutAtQuotes(CsvChunk& chunk) {
    std::size_t begin = position_;
    while (position_ - begin < kChunk) {
        const auto parsed = parse();
        if (parsed == Parsed::End || (parsed == Parsed::NeedsMore && position_ > begin)) break;
        if (parsed == Parsed::NeedsMore) {
            refill();
            begin = position_;
        }
    }
    chunk.text.assign(buffer_, begin, position_ - begin);
    return position_ > begin;
}

bool CsvReader::next(std::vector<std::string_view>& cells) {
    for (;;) {
        switch (parse()) {
            case Parsed::NeedsMore: refill(); continue;
            case Parsed::End: return false;
            case Parsed::Record: break;
        }
        // A line with nothing on it is no record.
        if (fault_.empty() && ranges_.size() == 1 && ranges_[0].length == 0) continue;
        cells.clear();
        for (const auto& range : ranges_)
            cells.push_back(std::string_view(range.unescaped ? unescaped_ : buffer_)
                                .substr(range.begin, range.length));
        return true;
    }
}

/// Consumes one record from the buffer, or nothing where it may go on beyond what has been read.
CsvReader::Parsed CsvReader::parse() {
    if (position_ == buffer_.size()) return atEnd_ ? Parsed::End : Parsed::NeedsMore;
    ranges_.clear();
    unescaped_.clear();
    fault_ = {};
    std::int64_t newlines = 0;
    std::size_t at = position_;
    const char* data = buffer_.data();
    const std::size_t size = buffer_.size();
    for (;;) {
        if (at < size && data[at] == '"') {
            if (!parseQuoted(at, newlines)) {
                if (!atEnd_ && size - position_ <= kLongestRecord) return Parsed::NeedsMore;
                takeLine("has a quote that is never closed");
                return Parsed::Record;
            }
        } else {
            const std::size_t begin = at;
            while (at < size && data[at] != ',' && data[at] != '\n') ++at;
            std::size_t end = at;
            if (end > begin && (at == size || data[at] == '\n') && data[end - 1] == '\r') --end;
            ranges_.push_back({begin, end - begin, false});
        }
        if (at == size && !atEnd_) {
            if (size - position_ <= kLongestRecord) return Parsed::NeedsMore;
            throw base::ServiceError(
                base::ErrorCode::InvalidInput,
                base::concat(name_, ", line ", nextLine_,
                             ": the line is longer than 8 MB: this is no CSV file"));
        }
        if (at == size || data[at] == '\n') break;
        ++at;  // the comma
    }
    if (!fault_.empty()) {
        takeLine(fault_);
        return Parsed::Record;
    }
    take(at);
    nextLine_ = recordLine_ + newlines + 1;
    return Parsed::Record;
}

bool CsvReader::parseQuoted(std::size_t& at, std::int64_t& newlines) {
    const char* data = buffer_.data();
    const std::size_t size = buffer_.size(), store = unescaped_.size();
    std::size_t begin = ++at;
    bool plain = true;
    for (;; ++at) {
        if (at >= size) return false;
        const char c = data[at];
        if (c == '\n') ++newlines;
        if (c != '"' && c != '\\') continue;
        if (at + 1 == size && !atEnd_) return false;
        const char after = at + 1 < size ? data[at + 1] : ',';
        if (after == '"' || (c == '\\' && after == '\\')) {
            unescaped_.append(data + begin, at - begin);
            plain = false;
            begin = ++at;  // the escaped character itself is copied with what follows
        } else if (c == '"') {
            break;
        }
    }
    if (plain) {
        ranges_.push_back({begin, at - begin, false});
    } else {
        unescaped_.append(data + begin, at - begin);
        ranges_.push_back({store, unescaped_.size() - store, true});
    }
    for (++at; at < size && data[at] != ',' && data[at] != '\n'; ++at)
        if (data[at] != ' ' && data[at] != '\t' && data[at] != '\r')
            fault_ = "has text after a closing quote: write a quote inside a cell as \"\"";
    return true;
}

/// Gives up on a record: takes its first line as one cell, so that the next line is read afresh.
void CsvReader::takeLine(std::string_view fault) {
    const auto newline = buffer_.find('\n', position_);
    const auto end = newline == std::string::npos ? buffer_.size() : newline;
    ranges_.assign(1, {position_, end - position_, false});
    take(end);
    nextLine_ = recordLine_ + 1;
    fault_ = fault;
}

/// Consumes the record that ends at `end`, and its newline.
void CsvReader::take(std::size_t end) {
    recordBegin_ = position_;
    recordEnd_ = end;
    recordLine_ = nextLine_;
    position_ = std::min(end + 1, buffer_.size());
}

std::string_view CsvReader::raw() const {
    auto text = std::string_view(buffer_).substr(recordBegin_, recordEnd_ - recordBegin_);
    if (text.ends_with('\r')) text.remove_suffix(1);
    return text;
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
