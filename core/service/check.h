// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <map>
#include <type_traits>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/service/members.h"

namespace foretaste::service {

/// Holds a request against the rules of its own description. Throws ServiceError (InvalidInput)
/// naming the member, the value and what is allowed.
template <class Request>
void check(const Request& request);

namespace detail {

[[noreturn]] inline void refuse(std::string_view member, std::string_view value,
                                std::string_view why) {
    std::string shown(value.substr(0, 80));
    if (value.size() > 80) shown += "...";
    throw base::ServiceError(base::ErrorCode::InvalidInput,
                             base::concat(member, ": '", shown, "' is not valid: ", why));
}

class Checker {
public:
    template <class T>
    void required(std::string_view name, const T& value, const Rule& rule = kAny) {
        if constexpr (std::is_same_v<T, std::string>)
            if (value.empty())
                throw base::ServiceError(base::ErrorCode::InvalidInput,
                                         base::concat(name, " is missing: it must be given"));
        one(name, value, rule);
    }
    template <class T>
    void optional(std::string_view name, const T& value, const Rule& rule = kAny) {
        if constexpr (std::is_same_v<T, std::string>)
            if (value.empty()) return;
        one(name, value, rule);
    }

private:
    static void size(std::string_view name, std::size_t count, const Rule& rule,
                     std::string_view unit, std::string_view value) {
        if (count < rule.minSize)
            refuse(name, value, base::concat("at least ", rule.minSize, ' ', unit, " needed"));
        if (count > rule.maxSize)
            refuse(
                name, value,
                base::concat("at most ", rule.maxSize, ' ', unit, " allowed, these are ", count));
    }
    /// Of UTF-8: every octet but those that continue a character.
    static std::size_t characters(std::string_view text) {
        return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
            return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
        }));
    }
    static void range(std::string_view name, double value, const Rule& rule) {
        if (value >= rule.minimum && value <= rule.maximum) return;
        if (value < rule.minimum)
            refuse(name, base::numberText(value), base::concat("must be at least ", rule.minimum));
        refuse(name, base::numberText(value), base::concat("must be at most ", rule.maximum));
    }

    static void one(std::string_view name, const std::string& value, const Rule& rule) {
        size(name, characters(value), rule, "characters", value);
        if (rule.matches && !rule.matches(value))
            refuse(name, value, base::concat("use ", rule.form));
    }
    static void one(std::string_view, bool, const Rule&) {}
    static void one(std::string_view name, std::int64_t value, const Rule& rule) {
        range(name, static_cast<double>(value), rule);
    }
    static void one(std::string_view name, double value, const Rule& rule) {
        range(name, value, rule);
    }
    static void one(std::string_view, Timestamp, const Rule&) {}
    template <class T>
    static void one(std::string_view name, const std::optional<T>& value, const Rule& rule) {
        if (value) one(name, *value, rule);
    }
    template <class T>
    static void one(std::string_view name, const std::vector<T>& values, const Rule& rule) {
        size(name, values.size(), rule, "entries", "");
        for (const auto& value : values) one(name, value, rule.entry ? *rule.entry : kAny);
    }
    template <class T>
    static void one(std::string_view name, const std::map<std::string, T>& values,
                    const Rule& rule) {
        size(name, values.size(), rule, "entries", "");
        for (const auto& [key, value] : values) {
            if (rule.key) one(name, key, *rule.key);
            one(base::concat(name, '.', key), value, rule.entry ? *rule.entry : kAny);
        }
    }
    template <class T>
    static void one(std::string_view, const T& value, const Rule&) {
        if constexpr (!std::is_enum_v<T>) check(value);
    }
};

}  // namespace detail

template <class Request>
void check(const Request& request) {
    detail::Checker checker;
    Request::describe(checker, request);
}

}  // namespace foretaste::service
