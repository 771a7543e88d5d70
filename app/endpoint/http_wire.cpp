// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/endpoint/http_wire.h"

namespace foretaste::endpoint {
namespace {

constexpr std::string_view kLineEnd = "\r\n", kHeadEnd = "\r\n\r\n";
constexpr std::size_t kMostHeaders = 100;

[[noreturn]] void refuse(int status, const std::string& message) {
    throw Refused(status, "MalformedRequest", message);
}

[[noreturn]] void refuseHead() {
    refuse(431, base::concat("request line and headers are longer than ",
                             HttpReader::kMostHeadBytes, " bytes or more than ", kMostHeaders));
}

/// Letters, digits and a few signs: a method or the name of a header.
bool isToken(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
               std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
    });
}

/// Neither a control character nor, in a target, a space; bytes beyond ASCII are let through.
bool isPrintable(std::string_view text, bool withSpaces) {
    return std::all_of(text.begin(), text.end(), [&](char c) {
        const auto octet = static_cast<unsigned char>(c);
        return octet > ' ' ? octet != 0x7F : withSpaces && (c == ' ' || c == '\t');
    });
}

void readRequestLine(std::string_view line, HttpRequest& request) {
    const auto first = line.find(' '), last = line.rfind(' ');
    if (first == std::string_view::npos || first == last) refuse(400, "this is no HTTP request");
    request.method = line.substr(0, first);
    request.target = line.substr(first + 1, last - first - 1);
    const auto version = line.substr(last + 1);
    if (!isToken(request.method) || !request.target.starts_with('/') ||
        !isPrintable(request.target, false) || !version.starts_with("HTTP/"))
        refuse(400, "this is no HTTP request");
    if (version != "HTTP/1.1" && version != "HTTP/1.0")
        refuse(505, "this endpoint speaks HTTP/1.1");
    request.isLast = version == "HTTP/1.0";
}

void readHeader(std::string_view line, Headers& headers) {
    const auto colon = line.find(':');
    const auto value =
        colon == std::string_view::npos ? std::string_view{} : line.substr(colon + 1);
    if (colon == std::string_view::npos || !isToken(line.substr(0, colon)) ||
        !isPrintable(value, true))
        refuse(400, "a header cannot be read");
    if (headers.size() == kMostHeaders) refuseHead();
    headers.emplace_back(line.substr(0, colon), base::trimmed(value));
}

/// The length of the body by the headers; refuses what would leave it open.
std::size_t bodyBytesOf(const HttpRequest& request) {
    std::size_t hosts = 0, lengths = 0;
    std::int64_t bytes = 0;
    for (const auto& [name, value] : request.headers) {
        const auto is = [&, &header = name](std::string_view wanted) {
            return base::equalsIgnoringCase(header, wanted);
        };
        if (is("Transfer-Encoding"))
            refuse(411, "send the body with a Content-Length instead of Transfer-Encoding");
        if (is("Content-Encoding") && !base::equalsIgnoringCase(value, "identity"))
            refuse(415, "send the body without Content-Encoding");
        if (is("Host")) ++hosts;
        if (!is("Content-Length")) continue;
        ++lengths;
        constexpr std::size_t kMostDigits = 15;
        if (value.empty() || value.size() > kMostDigits ||
            value.find_first_not_of("0123456789") != std::string::npos ||
            !base::parseNumber(value, bytes))
            refuse(400, "Content-Length is no length");
    }
    if (hosts != 1 || lengths > 1)
        refuse(400, "one Host header is needed, and at most one Content-Length");
    if (static_cast<std::size_t>(bytes) > HttpReader::kMostBodyBytes)
        refuse(413, base::concat("the body is longer than ", HttpReader::kMostBodyBytes, " bytes"));
    return static_cast<std::size_t>(bytes);
}

HttpRequest readHead(std::string_view head) {
    HttpRequest request;
    bool isFirst = true;
    while (!head.empty()) {
        const auto end = head.find(kLineEnd);
        const auto line = head.substr(0, end);
        head.remove_prefix(end + kLineEnd.size());
        if (isFirst)
            readRequestLine(line, request);
        else
            readHeader(line, request.headers);
        isFirst = false;
    }
    for (const auto& option : base::split(request.header("Connection"), ','))
        if (base::equalsIgnoringCase(base::trimmed(option), "close")) request.isLast = true;
    return request;
}

std::string_view reasonOf(int status) {
    switch (status) {
        case 200: return "OK";
        case 400: return "Bad Request";
        case 403: return "Forbidden";
        case 404: return "Not Found";
        case 405: return "Method Not Allowed";
        case 409: return "Conflict";
        case 411: return "Length Required";
        case 413: return "Content Too Large";
        case 415: return "Unsupported Media Type";
        case 431: return "Request Header Fields Too Large";
        case 500: return "Internal Server Error";
        case 503: return "Service Unavailable";
        case 505: return "HTTP Version Not Supported";
        default: return "Unknown";
    }
}

}  // namespace

std::optional<HttpRequest> HttpReader::next() {
    if (!head_) {
        // Told at once to whoever speaks TLS or something else.
        if (!buffer_.empty() && !isToken(buffer_.substr(0, 1)))
            refuse(400, "this is no HTTP request");
        const auto end = buffer_.find(kHeadEnd);
        if (std::min(end, buffer_.size()) > kMostHeadBytes) refuseHead();
        if (end == std::string::npos) return std::nullopt;
        head_ = readHead(std::string_view(buffer_).substr(0, end + kLineEnd.size()));
        bodyBytes_ = bodyBytesOf(*head_);
        buffer_.erase(0, end + kHeadEnd.size());
        expectsContinue_ = base::equalsIgnoringCase(head_->header("Expect"), "100-continue");
    }
    if (buffer_.size() < bodyBytes_) return std::nullopt;
    head_->body = buffer_.substr(0, bodyBytes_);
    buffer_.erase(0, bodyBytes_);
    return std::exchange(head_, std::nullopt);
}

bool HttpReader::asksToContinue() {
    return head_ && std::exchange(expectsContinue_, false);
}

std::string wireForm(const HttpResponse& response, bool isLast) {
    auto text = base::concat("HTTP/1.1 ", response.status, ' ', reasonOf(response.status),
                             "\r\nContent-Length: ", response.body.size(), kLineEnd);
    if (!response.contentType.empty())
        text += base::concat("Content-Type: ", response.contentType, kLineEnd);
    for (const auto& [name, value] : response.headers)
        text += base::concat(name, ": ", value, kLineEnd);
    text += base::concat("Connection: ", isLast ? "close" : "keep-alive", kHeadEnd, response.body);
    return text;
}

}  // namespace foretaste::endpoint
