// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/transform.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "core/base/error.h"
#include "core/base/text.h"

namespace foretaste::ingest {
namespace {

using Convert = FieldTransform::Convert;

/// Reads a date from left to right; each function takes what it has read off the text.
class DateReader {
public:
    explicit DateReader(std::string_view text) : text_(text) {}

    bool atEnd() const { return text_.empty(); }
    bool skip(std::string_view anyOf) {
        if (text_.empty() || anyOf.find(text_[0]) == std::string_view::npos) return false;
        last_ = text_[0];
        text_.remove_prefix(1);
        return true;
    }
    char skipped() const { return last_; }
    bool skipWord(std::string_view word) {
        if (!base::equalsIgnoringCase(text_.substr(0, word.size()), word)) return false;
        text_.remove_prefix(word.size());
        return true;
    }
    /// Between `least` and `most` digits.
    bool number(std::size_t least, std::size_t most, int& value) {
        std::size_t digits = 0;
        value = 0;
        while (digits < most && digits < text_.size() && text_[digits] >= '0' &&
               text_[digits] <= '9')
            value = value * 10 + (text_[digits++] - '0');
        text_.remove_prefix(digits);
        return digits >= least;
    }
    void skipDigits() {
        while (skip("0123456789")) {
        }
    }

private:
    std::string_view text_;
    char last_ = 0;
};

constexpr std::int64_t kMinute = 60, kHour = 3600, kDay = 86400;

/// "14:02", "14:02:11", "14:02:11.5" in seconds; fractions are cut off.
bool readClock(DateReader& reader, std::int64_t& seconds) {
    int hour = 0, minute = 0, second = 0;
    if (!reader.number(1, 2, hour) || !reader.skip(":") || !reader.number(2, 2, minute))
        return false;
    if (reader.skip(":")) {
        if (!reader.number(2, 2, second)) return false;
        if (reader.skip(".,")) reader.skipDigits();
    }
    constexpr int kLeapSecond = 60;
    seconds = hour * kHour + minute * kMinute + second;
    return hour < 24 && minute < 60 && second <= kLeapSecond;
}

/// "Z", "UTC", "+02:00", "-0530", "+02", or nothing.
bool readZone(DateReader& reader, std::int64_t& offset) {
    reader.skip(" ");
    offset = 0;
    if (reader.atEnd() || reader.skipWord("Z") || reader.skipWord("UTC")) return reader.atEnd();
    if (!reader.skip("+-")) return false;
    const int sign = reader.skipped() == '-' ? -1 : 1;
    int hours = 0, minutes = 0;
    if (!reader.number(2, 2, hours)) return false;
    const bool colon = reader.skip(":");
    if ((colon || !reader.atEnd()) && !reader.number(2, 2, minutes)) return false;
    offset = sign * (hours * kHour + minutes * kMinute);
    return reader.atEnd();
}

[[noreturn]] void invalid(const std::string& message) {
    throw base::ServiceError(base::ErrorCode::InvalidInput, message);
}

}  // namespace

std::optional<std::int64_t> unixTimeOf(std::string_view text) {
    DateReader reader(base::trimmed(text));
    int year = 0, month = 0, day = 0;
    if (!reader.number(4, 4, year) || !reader.skip("-/.")) return std::nullopt;
    const std::string_view separator = reader.skipped() == '-'   ? "-"
                                       : reader.skipped() == '/' ? "/"
                                                                 : ".";
    if (!reader.number(1, 2, month) || !reader.skip(separator) || !reader.number(1, 2, day))
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok()) return std::nullopt;
    const auto days = std::chrono::sys_days(date).time_since_epoch().count();
    std::int64_t clock = 0, offset = 0;
    if (!reader.atEnd()) {
        if (!reader.skip("Tt ")) return std::nullopt;
        if (!readClock(reader, clock) || !readZone(reader, offset)) return std::nullopt;
    }
    return static_cast<std::int64_t>(days) * kDay + clock - offset;
}

Transformer::Transformer(const schema::Schema& schema, const Transforms& transforms) {
    for (const auto& [name, transform] : transforms) {
        const auto field = schema.indexOf(name);
        if (!field) invalid(base::concat("the schema has no field ", name, " to convert"));
        if (transform.convert == Convert::RatingToEvent && transform.steps.empty())
            invalid(base::concat(name, ": ratings become events from some rating on: say which"));
        if (transform.fill && transform.dropEmpty)
            invalid(base::concat(name, ": rows with an empty cell are filled in or left out"));
        const bool works =
            transform.convert != Convert::None || transform.fill || transform.dropEmpty;
        if (!works) continue;  // only the column has another name
        steps_.push_back({*field, transform});
        auto& steps = steps_.back().transform.steps;
        std::sort(steps.begin(), steps.end(),
                  [](const RatingStep& a, const RatingStep& b) { return a.from > b.from; });
    }
}

std::string Transformer::convert(Step& step, std::string_view cell, bool& leftOut) {
    std::int64_t whole = 0;
    double number = 0;
    switch (step.transform.convert) {
        case Convert::MillisecondsToSeconds:
            if (base::parseNumber(cell, whole) &&
                (whole >= kMillisecondsFrom || whole <= -kMillisecondsFrom))
                step.converted = base::concat(whole / 1000);
            break;
        case Convert::DateToSeconds:
            if (base::parseNumber(cell, number)) break;
            if (const auto time = unixTimeOf(cell)) {
                step.converted = base::concat(*time);
                break;
            }
            return "is not an ISO date, as 2020-01-31 or 2020-01-31 14:02:11";
        case Convert::RatingToEvent: {
            if (!base::parseNumber(cell, number)) return "is not a number: no rating";
            const auto& steps = step.transform.steps;
            const auto reached = std::find_if(
                steps.begin(), steps.end(), [&](const auto& each) { return number >= each.from; });
            leftOut = reached == steps.end();
            if (!leftOut) step.converted = reached->eventType;
            break;
        }
        case Convert::None: break;
    }
    return {};
}

Transformer::Outcome Transformer::apply(std::vector<std::string_view>& cells) {
    Outcome outcome;
    for (auto& step : steps_) {
        auto& cell = cells[step.field];
        const auto text = base::trimmed(cell);
        if (text.empty()) {
            if (step.transform.fill) cell = *step.transform.fill;
            outcome.leftOut = step.transform.dropEmpty;
            if (outcome.leftOut) return outcome;
            continue;
        }
        step.converted.clear();
        if (auto fault = convert(step, text, outcome.leftOut); !fault.empty()) {
            outcome.fault = CellFault{step.field, std::move(fault)};
            return outcome;
        }
        if (outcome.leftOut) return outcome;
        if (!step.converted.empty()) cell = step.converted;
    }
    return outcome;
}

std::vector<std::string> describe(const Transforms& transforms) {
    std::vector<std::string> lines;
    for (const auto& [field, transform] : transforms) {
        switch (transform.convert) {
            case Convert::MillisecondsToSeconds:
                lines.push_back(base::concat(field, ": milliseconds became seconds"));
                break;
            case Convert::DateToSeconds:
                lines.push_back(base::concat(field, ": dates became Unix time"));
                break;
            case Convert::RatingToEvent: {
                auto line = base::concat(field, ": a rating became");
                for (const auto& step : transform.steps)
                    line += base::concat(' ', step.eventType, " from ", base::numberText(step.from),
                                         " on,");
                lines.push_back(line + " and rows below were left out");
                break;
            }
            case Convert::None: break;
        }
        if (transform.fill)
            lines.push_back(base::concat(field, ": empty cells became ", *transform.fill));
        if (transform.dropEmpty)
            lines.push_back(base::concat(field, ": rows without a value were left out"));
    }
    return lines;
}

}  // namespace foretaste::ingest
