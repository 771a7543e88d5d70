// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <type_traits>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/service/members.h"

namespace foretaste::service {

using Json = nlohmann::ordered_json;

/// A described struct as the API's JSON: optional members that are empty are left out, times are
/// seconds with a fraction.
template <class T>
Json toJson(const T& value);

/// The opposite. Unknown members are ignored; a missing one that is required or one of a wrong type
/// throws ServiceError (InvalidInput) that names it.
template <class T>
T fromJson(const Json& json);

/// Text that must be one JSON document. Throws ServiceError (InvalidInput) with line and column.
Json parseJson(std::string_view text);

/// The same for JSON text within a request, which must be an object; `member` names it in errors.
Json parseObject(std::string_view member, std::string_view text);

/// Seconds as a number, a numeric text or ISO 8601. Throws ServiceError naming the member.
Timestamp readTimestamp(std::string_view member, const Json& json);

namespace detail {

[[noreturn]] inline void wrongType(std::string_view member, std::string_view expected,
                                   const Json& json) {
    throw base::ServiceError(
        base::ErrorCode::InvalidInput,
        base::concat(member, ": expected ", expected, ", got ", json.dump().substr(0, 80)));
}

class JsonWriter {
public:
    Json json = Json::object();

    template <class T>
    void required(const char* name, const T& value, const Rule& = kAny) {
        json[name] = of(value);
    }
    template <class T>
    void optional(const char* name, const T& value, const Rule& = kAny) {
        if (!isEmpty(value)) json[name] = of(value);
    }

private:
    template <class T>
    static bool isEmpty(const T& value) {
        if constexpr (requires { value.has_value(); })
            return !value.has_value();
        else if constexpr (requires { value.empty(); })
            return value.empty();
        else if constexpr (std::is_enum_v<T>)
            return enumText(value).empty();
        else
            return false;
    }
    static Json of(const std::string& value) { return value; }
    static Json of(bool value) { return value; }
    static Json of(std::int64_t value) { return value; }
    static Json of(double value) { return value; }
    static Json of(Timestamp value) { return static_cast<double>(value.ms) / 1000.0; }
    template <class T>
    static Json of(const std::optional<T>& value) {
        return value ? of(*value) : Json();
    }
    template <class T>
    static Json of(const std::vector<T>& values) {
        Json array = Json::array();
        for (const auto& value : values) array.push_back(of(value));
        return array;
    }
    template <class T>
    static Json of(const std::map<std::string, T>& values) {
        Json object = Json::object();
        for (const auto& [key, value] : values) object[key] = of(value);
        return object;
    }
    template <class T>
    static Json of(const T& value) {
        if constexpr (std::is_enum_v<T>)
            return std::string(enumText(value));
        else
            return toJson(value);
    }
};

class JsonReader {
public:
    explicit JsonReader(const Json& json) : json_(json) {}

    template <class T>
    void required(const char* name, T& value, const Rule& = kAny) {
        const auto member = json_.find(name);
        if (member == json_.end() || member->is_null())
            throw base::ServiceError(base::ErrorCode::InvalidInput,
                                     base::concat(name, " is missing: it must be given"));
        read(name, *member, value);
    }
    template <class T>
    void optional(const char* name, T& value, const Rule& = kAny) {
        const auto member = json_.find(name);
        if (member != json_.end() && !member->is_null()) read(name, *member, value);
    }

private:
    static void read(std::string_view name, const Json& json, std::string& value) {
        // Hand-written clients send the JSON of `properties` as an object instead of as text.
        if (name == "properties" && json.is_object())
            value = json.dump();
        else if (json.is_string())
            value = json.get<std::string>();
        else
            wrongType(name, "text", json);
    }
    static void read(std::string_view name, const Json& json, bool& value) {
        if (!json.is_boolean()) wrongType(name, "true or false", json);
        value = json.get<bool>();
    }
    static void read(std::string_view name, const Json& json, std::int64_t& value) {
        if (!json.is_number_integer()) wrongType(name, "a whole number", json);
        value = json.get<std::int64_t>();
    }
    static void read(std::string_view name, const Json& json, double& value) {
        if (!json.is_number()) wrongType(name, "a number", json);
        value = json.get<double>();
    }
    static void read(std::string_view name, const Json& json, Timestamp& value) {
        value = readTimestamp(name, json);
    }
    template <class T>
    static void read(std::string_view name, const Json& json, std::optional<T>& value) {
        value.emplace();
        read(name, json, *value);
    }
    template <class T>
    static void read(std::string_view name, const Json& json, std::vector<T>& values) {
        if (!json.is_array()) wrongType(name, "a list", json);
        for (const auto& entry : json) read(name, entry, values.emplace_back());
    }
    template <class T>
    static void read(std::string_view name, const Json& json, std::map<std::string, T>& values) {
        if (!json.is_object()) wrongType(name, "a map", json);
        for (const auto& [key, entry] : json.items())
            read(base::concat(name, '.', key), entry, values[key]);
    }
    template <class T>
    static void read(std::string_view name, const Json& json, T& value) {
        if constexpr (std::is_enum_v<T>) {
            const auto found =
                json.is_string() ? enumFrom<T>(json.get_ref<const std::string&>()) : std::nullopt;
            if (!found) {
                std::string allowed;
                for (const auto& [each, text] : EnumNames<T>::values)
                    allowed += base::concat(allowed.empty() ? "" : ", ", text);
                wrongType(name, base::concat("one of ", allowed), json);
            }
            value = *found;
        } else {
            if (!json.is_object()) wrongType(name, "an object", json);
            value = fromJson<T>(json);
        }
    }

    const Json& json_;
};

}  // namespace detail

template <class T>
Json toJson(const T& value) {
    detail::JsonWriter writer;
    T::describe(writer, value);
    return std::move(writer.json);
}

template <class T>
T fromJson(const Json& json) {
    if (!json.is_object()) detail::wrongType("request", "an object", json);
    T value;
    detail::JsonReader reader(json);
    T::describe(reader, value);
    return value;
}

}  // namespace foretaste::service
