// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/codec.h"

#include <cmath>
#include <cstdio>

namespace foretaste::service {
namespace {

using base::ErrorCode;
using base::ServiceError;

/// Days from 1970-01-01 in the proleptic Gregorian calendar.
std::int64_t daysFromCivil(std::int64_t year, int month, int day) {
    year -= month <= 2;
    const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
    const auto yearOfEra = year - era * 400;
    const std::int64_t dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719468;
}

bool readIso(const std::string& text, std::int64_t& ms) {
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, used = 0;
    double second = 0;
    if (std::sscanf(text.c_str(), "%4d-%2d-%2d%n", &year, &month, &day, &used) != 3) return false;
    std::string_view rest = std::string_view(text).substr(static_cast<std::size_t>(used));
    if (!rest.empty()) {
        char seconds[16] = {};
        int length = 0;
        if (std::sscanf(rest.data(), "%*1[Tt ]%2d:%2d%n", &hour, &minute, &length) != 2)
            return false;
        rest.remove_prefix(static_cast<std::size_t>(length));
        if (length && std::sscanf(rest.data(), ":%15[0-9.]%n", seconds, &length) == 1) {
            if (!base::parseNumber(seconds, second)) return false;
            rest.remove_prefix(static_cast<std::size_t>(length));
        }
    }
    int zone = 0;
    if (!rest.empty() && rest != "Z" && rest != "z") {
        char sign = 0;
        int hours = 0, minutes = 0;
        if (std::sscanf(rest.data(), "%c%2d:%2d", &sign, &hours, &minutes) != 3 &&
            std::sscanf(rest.data(), "%c%2d%2d", &sign, &hours, &minutes) != 3)
            return false;
        if (sign != '+' && sign != '-') return false;
        zone = (hours * 60 + minutes) * (sign == '-' ? -1 : 1);
    }
    if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59) return false;
    const auto seconds = daysFromCivil(year, month, day) * 86400 + hour * 3600 +
                         static_cast<std::int64_t>(minute - zone) * 60;
    ms = seconds * 1000 + static_cast<std::int64_t>(std::llround(second * 1000));
    return true;
}

}  // namespace

namespace {

/// Brackets within brackets, outside of texts. Far beyond what any request has, a reader that calls
/// itself for each would run out of stack.
bool nestsTooDeep(std::string_view text) {
    constexpr int kDeepest = 64;
    int depth = 0;
    bool inText = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inText) {
            if (c == '\\') ++i;
            if (c == '"') inText = false;
        } else if (c == '"') {
            inText = true;
        } else if (c == '[' || c == '{') {
            if (++depth > kDeepest) return true;
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    return false;
}

}  // namespace

Json parseJson(std::string_view text) {
    if (nestsTooDeep(text))
        throw ServiceError(ErrorCode::InvalidInput, "this JSON nests more than 64 levels deep");
    try {
        return Json::parse(text);
    } catch (const Json::parse_error& error) {
        std::size_t line = 1, column = 1;
        const auto until = std::min(text.size(), error.byte > 0 ? error.byte - 1 : 0);
        for (const char c : text.substr(0, until)) {
            ++column;
            if (c == '\n') {
                ++line;
                column = 1;
            }
        }
        throw ServiceError(ErrorCode::InvalidInput, base::concat("this is not valid JSON: line ",
                                                                 line, ", column ", column));
    } catch (const Json::out_of_range&) {
        throw ServiceError(ErrorCode::InvalidInput, "this JSON holds a number that is too large");
    }
}

Json parseObject(std::string_view member, std::string_view text) {
    Json json;
    try {
        json = parseJson(text);
    } catch (const ServiceError& error) {
        throw ServiceError(ErrorCode::InvalidInput, base::concat(member, ": ", error.what()));
    }
    if (!json.is_object())
        throw ServiceError(
            ErrorCode::InvalidInput,
            base::concat(member, ": must be a JSON object, as in {\"device\": \"tv\"}"));
    return json;
}

Timestamp readTimestamp(std::string_view member, const Json& json) {
    // Beyond this, seconds would lie after the year 5000: milliseconds were meant.
    constexpr double kMostSeconds = 1e11;
    double seconds = 0;
    if (json.is_number()) {
        seconds = json.get<double>();
    } else if (json.is_string()) {
        const auto& text = json.get_ref<const std::string&>();
        std::int64_t ms = 0;
        if (!base::parseNumber(text, seconds)) {
            if (!readIso(text, ms)) detail::wrongType(member, "a time in epoch seconds", json);
            return {ms};
        }
    } else {
        detail::wrongType(member, "a time in epoch seconds", json);
    }
    if (!(std::abs(seconds) < kMostSeconds))
        throw ServiceError(ErrorCode::InvalidInput,
                           base::concat(member, ": ", json.dump(),
                                        " looks like milliseconds: give epoch seconds"));
    return {static_cast<std::int64_t>(std::llround(seconds * 1000))};
}

}  // namespace foretaste::service
