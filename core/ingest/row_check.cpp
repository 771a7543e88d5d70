// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/row_check.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "core/base/text.h"
#include "core/schema/cells.h"

namespace foretaste::ingest {
namespace {

constexpr std::size_t kLongestId = 256, kLongestText = 1000, kLongestTextual = 20000;

/// At most `characters` of a text, never cutting one in half.
std::string_view cut(std::string_view text, std::size_t characters) {
    std::size_t at = 0;
    for (std::size_t count = 0; at < text.size(); ++at)
        if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80 && count++ == characters) break;
    return text.substr(0, at);
}

/// Bytes of the well-formed character that a text begins with; 0 where there is none.
std::size_t characterLength(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text[0]);
    if (lead < 0x80) return lead != 0;
    std::size_t length = 2;
    std::uint32_t code = lead & 0x1FU, least = 0x80;
    if ((lead & 0xF0) == 0xE0)
        length = 3, code = lead & 0x0FU, least = 0x800;
    else if ((lead & 0xF8) == 0xF0)
        length = 4, code = lead & 0x07U, least = 0x10000;
    else if ((lead & 0xE0) != 0xC0)
        return 0;
    if (length > text.size()) return 0;
    for (std::size_t i = 1; i < length; ++i) {
        const auto next = static_cast<unsigned char>(text[i]);
        if ((next & 0xC0) != 0x80) return 0;
        code = code << 6 | (next & 0x3FU);
    }
    const bool surrogate = code >= 0xD800 && code < 0xE000;
    return code < least || code > 0x10FFFF || surrogate ? 0 : length;
}

/// How many bytes at the beginning are certainly ASCII without zeros; eight at a time.
std::size_t plainBytes(std::string_view text) {
    constexpr std::uint64_t kHigh = 0x8080808080808080, kOnes = 0x0101010101010101;
    std::size_t at = 0;
    for (std::uint64_t word = 0; at + sizeof word <= text.size(); at += sizeof word) {
        std::memcpy(&word, text.data() + at, sizeof word);
        // A zero byte borrows from its high bit.
        if (((word | (word - kOnes)) & kHigh) != 0) break;
    }
    return at;
}

}  // namespace

bool isUtf8(std::string_view text) {
    for (std::size_t at = plainBytes(text); at < text.size();) {
        const auto length = characterLength(text.substr(at));
        if (length == 0) return false;
        at += length;
    }
    return true;
}

std::string shortened(std::string_view text, std::size_t characters) {
    constexpr std::string_view kNoCharacter = "\xEF\xBF\xBD";
    std::string shown;
    for (std::size_t at = 0; at < text.size();) {
        if (characters-- == 0) return shown + "...";
        const auto length = characterLength(text.substr(at));
        shown += length == 0 ? kNoCharacter : text.substr(at, length);
        at += std::max<std::size_t>(length, 1);
    }
    return shown;
}

std::size_t characterCount(std::string_view utf8) {
    return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }));
}

RowChecker::RowChecker(const schema::Schema& schema) : schema_(schema) {
    const auto type = schema::typeOf(schema);
    const auto isOne = [](const schema::Field& field, std::initializer_list<const char*> names) {
        return std::any_of(names.begin(), names.end(), [&](const char* name) {
            return base::equalsIgnoringCase(field.name, name);
        });
    };
    for (const auto& field : schema.fields) {
        Rule rule;
        rule.id = isOne(field, {"USER_ID", "ITEM_ID", "ACTION_ID"});
        rule.time = isOne(field, {"TIMESTAMP", "CREATION_TIMESTAMP", "EXPIRATION_TIMESTAMP",
                                  "ACTION_EXPIRATION_TIMESTAMP"});
        rule.whole = field.type == schema::FieldType::Long || field.type == schema::FieldType::Int;
        rule.actionEvent =
            type == schema::DatasetType::ActionInteractions && isOne(field, {"EVENT_TYPE"});
        rule.longest = rule.id ? kLongestId : field.textual ? kLongestTextual : kLongestText;
        rules_.push_back(rule);
    }
}

std::string RowChecker::textFault(std::string_view cell, const Rule& rule, bool textual) const {
    if (!isUtf8(cell)) return "is not UTF-8: save the file as CSV UTF-8";
    if (rule.id && base::trimmed(cell).empty()) return "is blank";
    if (!textual && cell.size() > rule.longest && characterCount(cell) > rule.longest)
        return base::concat("is longer than ", base::grouped(static_cast<long>(rule.longest)),
                            " characters");
    if (rule.actionEvent && cell != "Viewed" && cell != "Taken" && cell != "Not Taken")
        return "is not Viewed, Taken or Not Taken";
    return {};
}

std::string RowChecker::numberFault(std::string_view cell, const Rule& rule, bool narrow) const {
    std::int64_t whole = 0;
    double number = 0;
    const bool isWhole = rule.whole && schema::readWhole(cell, whole);
    const bool isNumber = isWhole || (base::parseNumber(cell, number) && std::isfinite(number));
    if (!isNumber) {
        constexpr std::size_t kShortestDate = 8;
        if (rule.time && cell.size() >= kShortestDate &&
            cell.find_first_of("-/:.", 1) != std::string_view::npos)
            return "is a date: give Unix time in seconds";
        return rule.whole ? "is not a whole number" : "is not a number";
    }
    if (!rule.whole) return {};
    if (!isWhole) {
        if (cell.find_first_of("eE") != std::string_view::npos)
            return "is written with an exponent, and so maybe rounded: write all its digits";
        return number == std::floor(number) ? "is too large" : "is not a whole number";
    }
    if (narrow && whole != static_cast<std::int32_t>(whole)) return "is too large for an int";
    if (rule.time && (whole >= kMillisecondsFrom || whole <= -kMillisecondsFrom))
        return "looks like milliseconds: give Unix time in seconds";
    return {};
}

std::optional<CellFault> RowChecker::check(
    const std::vector<std::string_view>& cells,
    std::vector<std::optional<std::string_view>>& row) const {
    row.resize(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto& field = schema_.fields[i];
        const auto& rule = rules_[i];
        auto cell = field.isText() ? cells[i] : base::trimmed(cells[i]);
        row[i].reset();
        if (cell.empty()) {
            if (!field.nullable)
                return CellFault{i, "is empty, and the schema does not allow null"};
            continue;
        }
        std::string fault;
        if (field.isText()) {
            fault = textFault(cell, rule, field.textual);
            // The service cuts long texts and takes them.
            if (field.textual && cell.size() > rule.longest) cell = cut(cell, rule.longest);
        } else if (field.isNumber()) {
            fault = numberFault(cell, rule, field.type == schema::FieldType::Int);
        } else if (!base::equalsIgnoringCase(cell, "true") &&
                   !base::equalsIgnoringCase(cell, "false")) {
            fault = "is not true or false";
        }
        if (!fault.empty()) return CellFault{i, std::move(fault)};
        row[i] = cell;
    }
    return std::nullopt;
}

}  // namespace foretaste::ingest
