// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace foretaste::service {

// Every request, response and resource describes its members once:
//
//     template <class Visitor, class Self>
//     static void describe(Visitor& visit, Self& self) {
//         visit.required("name", self.name, kName);
//         visit.optional("tags", self.tags, kTags);
//     }
//
// and everything else follows from that: the checks of check.h, JSON in and out (codec.h), and with
// them the command line and the endpoint. An optional text that is empty counts as not given.

/// Milliseconds since the Unix epoch; on the wire seconds with a fraction.
struct Timestamp {
    std::int64_t ms = 0;
    friend bool operator==(const Timestamp&, const Timestamp&) = default;
};

/// What a member may hold; sizes are characters for text, entries for lists and maps.
struct Rule {
    std::size_t minSize = 0;
    std::size_t maxSize = std::numeric_limits<std::size_t>::max();
    bool (*matches)(std::string_view) = nullptr;  ///< for text
    std::string_view form = {};                   ///< the pattern in words, for the message
    double minimum = -std::numeric_limits<double>::infinity();
    double maximum = std::numeric_limits<double>::infinity();
    const Rule* key = nullptr;    ///< for the keys of a map
    const Rule* entry = nullptr;  ///< for the values of a map, the entries of a list
};

namespace forms {
bool isName(std::string_view text);
bool isArn(std::string_view text);
bool isRoleArn(std::string_view text);
bool isKmsArn(std::string_view text);
bool isLocation(std::string_view text);
bool isTagText(std::string_view text);
bool isColumn(std::string_view text);
bool isSchedule(std::string_view text);
bool isParameter(std::string_view text);
bool isPrintable(std::string_view text);  ///< ASCII, and not spaces alone
}  // namespace forms

inline constexpr Rule kAny{};
inline constexpr Rule kName{1, 63, forms::isName,
                            "letters, digits, '-' and '_', beginning with a letter or digit"};
inline constexpr Rule kArn{1, 256, forms::isArn, "an ARN, as in arn:aws:personalize:..."};
inline constexpr Rule kRoleArn{0, 256, forms::isRoleArn,
                               "a role's ARN, as in arn:aws:iam::123456789012:role/name"};
inline constexpr Rule kKmsArn{0, 2048, forms::isKmsArn,
                              "a key's ARN, as in arn:aws:kms:us-east-1:123456789012:key/id"};
inline constexpr Rule kLocation{1, 2048, forms::isLocation,
                                "s3://bucket/key, file:///path or a plain path"};
inline constexpr Rule kText256{0, 256};
inline constexpr Rule kId{1, 256};
inline constexpr Rule kTags{0, 200};
inline constexpr Rule kParameters{0, 100};
inline constexpr Rule kToken{0, 1500};
inline constexpr Rule kPageSize{.minimum = 1, .maximum = 100};

/// Names of an enumeration's values as the API spells them; specialised beside each enum.
template <class Enum>
struct EnumNames;  // static constexpr std::pair<Enum, std::string_view> values[]

template <class Enum>
std::string_view enumText(Enum value) {
    for (const auto& [each, name] : EnumNames<Enum>::values)
        if (each == value) return name;
    return {};
}

template <class Enum>
std::optional<Enum> enumFrom(std::string_view text) {
    for (const auto& [each, name] : EnumNames<Enum>::values)
        if (name == text) return each;
    return std::nullopt;
}

}  // namespace foretaste::service
