// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/members.h"

#include <algorithm>

#include "core/base/text.h"

namespace foretaste::service::forms {
namespace {

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool allOf(std::string_view text, bool (*test)(char)) {
    return std::all_of(text.begin(), text.end(), test);
}

}  // namespace

bool isName(std::string_view text) {
    return !text.empty() && (isLetter(text[0]) || isDigit(text[0])) &&
           allOf(text, [](char c) { return isLetter(c) || isDigit(c) || c == '-' || c == '_'; });
}

bool isArn(std::string_view text) {
    const auto parts = base::split(text, ':');
    return parts.size() >= 6 && parts[0] == "arn" && !parts[1].empty() &&
           parts[2] == "personalize" && !parts[5].empty();
}

bool isRoleArn(std::string_view text) {
    const auto parts = base::split(text, ':');
    return parts.size() == 6 && parts[0] == "arn" && parts[2] == "iam" && parts[4].size() == 12 &&
           allOf(parts[4], isDigit) && parts[5].starts_with("role");
}

bool isKmsArn(std::string_view text) {
    const auto parts = base::split(text, ':');
    return parts.size() >= 6 && parts[0] == "arn" && parts[1].starts_with("aws") &&
           parts[2] == "kms" && parts[4].size() == 12 && allOf(parts[4], isDigit) &&
           parts[5].starts_with("key/");
}

bool isLocation(std::string_view text) {
    const auto scheme = text.find("://");
    if (scheme == std::string_view::npos) return !text.empty();
    const auto name = text.substr(0, scheme);
    return (name == "s3" || name == "file") && text.size() > scheme + 3;
}

bool isTagText(std::string_view text) {
    return allOf(text, [](char c) {
        // Letters beyond ASCII are allowed; control characters and other punctuation are not.
        return static_cast<unsigned char>(c) >= 0x80 || isLetter(c) || isDigit(c) ||
               std::string_view(" _.:/=+-@").find(c) != std::string_view::npos;
    });
}

bool isColumn(std::string_view text) {
    return !text.empty() && (isLetter(text[0]) || text[0] == '_') &&
           allOf(text, [](char c) { return isLetter(c) || isDigit(c) || c == '_'; });
}

bool isParameter(std::string_view text) {
    return allOf(text, [](char c) { return isLetter(c) || isDigit(c) || c == '_'; });
}

bool isPrintable(std::string_view text) {
    return allOf(text, [](char c) { return c >= ' ' && c <= '~'; }) &&
           text.find_first_not_of(' ') != std::string_view::npos;
}

bool isSchedule(std::string_view text) {
    constexpr std::string_view kStart = "rate(";
    if (!text.starts_with(kStart) || !text.ends_with(')')) return false;
    const auto inner = text.substr(kStart.size(), text.size() - kStart.size() - 1);
    const auto space = inner.find(' ');
    std::int64_t days = 0;
    return space != std::string_view::npos && base::parseNumber(inner.substr(0, space), days) &&
           days >= 1 && days <= 30 &&
           (inner.substr(space + 1) == "day" || inner.substr(space + 1) == "days");
}

}  // namespace foretaste::service::forms
