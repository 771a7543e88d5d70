// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/row_check.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "core/base/text.h"

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

}  // namespace

bool isUtf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        std::size_t length = 1;
        std::uint32_t code = lead, least = 0;
        if (lead >= 0x80) {
            if ((lead & 0xE0) == 0xC0) length = 2, code = lead & 0x1FU, least = 0x80;
            else if ((lead & 0xF0) == 0xE0) length = 3, code = lead & 0x0FU, least = 0x800;
            else if ((lead & 0xF8) == 0xF0) length = 4, code = lead & 0x07U, least = 0x10000;
            else return false;
            if (i + length > text.size()) return false;
            for (std::size_t j = 1; j < length; ++j) {
                const auto next = static_cast<unsigned char>(text[i + j]);
                if ((next & 0xC0) != 0x80) return false;
                code = code << 6 | (next & 0x3FU);
            }
            if (code < least || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return false;
        }
        i += length;
    }
    return true;
}

std::size_t characterCount(std::string_view utf8) {
    return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }));
}

RowChecker::RowChecker(const schema::Schema& schema) : schema_(schema) {
    for (const auto& field : schema.fields) {
        Rule rule;
        for (const char* id : {"USER_ID", "ITEM_ID", "ACTION_ID"})
            rule.id |= base::equalsIgnoringCase(field.name, id);
        for (const char* time : {"TIMESTAMP", "CREATION_TIMESTAMP"})
            rule.time |= base::equalsIgnoringCase(field.name, time);
        rule.longest = rule.id ? kLongestId : field.textual ? kLongestTextual : kLongestText;
        rules_.push_back(rule);
    }
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
            if (!field.nullable) return CellFault{i, "is empty, and the schema does not allow null"};
            continue;
        }
        if (field.isText()) {
            if (!isUtf8(cell)) return CellFault{i, "is not UTF-8: save the file as UTF-8"};
            if (cell.size() > rule.longest && characterCount(cell) > rule.longest) {
                if (!field.textual)
                    return CellFault{i, base::concat("is longer than ", rule.longest,
                                                     " characters")};
                cell = cut(cell, rule.longest);
            }
        } else if (field.type == schema::FieldType::Boolean) {
            if (!base::equalsIgnoringCase(cell, "true") && !base::equalsIgnoringCase(cell, "false"))
                return CellFault{i, "is not true or false"};
        } else {
            double number = 0;
            if (!base::parseNumber(cell, number) || !std::isfinite(number)) {
                const bool whole = field.type == schema::FieldType::Long ||
                                   field.type == schema::FieldType::Int;
                if (rule.time && characterCount(cell) >= 8 &&
                    cell.find_first_of("-/:") != std::string_view::npos)
                    return CellFault{i, "is a date: give Unix time in seconds"};
                return CellFault{i, whole ? "is not a whole number" : "is not a number"};
            }
            if ((field.type == schema::FieldType::Long || field.type == schema::FieldType::Int) &&
                number != std::floor(number))
                return CellFault{i, "is not a whole number"};
            if (rule.time && std::abs(number) >= kMillisecondsFrom)
                return CellFault{i, "looks like milliseconds: give Unix time in seconds"};
        }
        row[i] = cell;
    }
    return std::nullopt;
}

}  // namespace foretaste::ingest
