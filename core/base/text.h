// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charconv>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace foretaste::base {

inline void appendTo(std::string& out, std::string_view part) { out += part; }
inline void appendTo(std::string& out, char part) { out += part; }
template <std::integral T>
void appendTo(std::string& out, T part) {
    char buffer[24];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, part).ptr;
    out.append(buffer, end);
}
void appendTo(std::string& out, double part);  ///< at most six significant digits

/// The parts as one string: concat("row ", 7, " of ", name).
template <class... Parts>
std::string concat(const Parts&... parts) {
    std::string out;
    (appendTo(out, parts), ...);
    return out;
}

/// 1234567 -> "1,234,567".
std::string grouped(std::int64_t count);

std::string toUpper(std::string_view text);  ///< ASCII only
std::string toLower(std::string_view text);  ///< ASCII only
std::string_view trimmed(std::string_view text);
std::vector<std::string> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view separator);
bool equalsIgnoringCase(std::string_view a, std::string_view b);  ///< ASCII only

/// The shortest text that reads back as the same double, independent of the locale.
std::string numberText(double value);

/// Reads the whole of `text` as a number; false where it is not one. Independent of the locale.
bool parseNumber(std::string_view text, double& value);
bool parseNumber(std::string_view text, std::int64_t& value);

}  // namespace foretaste::base
