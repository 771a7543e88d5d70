// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/suggested_fixes.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "core/base/text.h"

namespace foretaste::ingest {
namespace {

using Convert = FieldTransform::Convert;
using schema::DatasetType;
using schema::Field;

bool isId(const Field& field) {
    return base::equalsIgnoringCase(field.name, "USER_ID") ||
           base::equalsIgnoringCase(field.name, "ITEM_ID") ||
           base::equalsIgnoringCase(field.name, "ACTION_ID");
}

bool isTime(const Field& field) {
    return base::toUpper(field.name).ends_with("TIMESTAMP");
}

/// A column of stars or marks that people gave, which the service cannot learn from as it is.
std::size_t ratingColumn(const std::vector<std::string>& header) {
    for (std::size_t i = 0; i < header.size(); ++i) {
        const auto name = schema::comparableName(header[i]);
        if (name == "RATING" || name == "RATINGS" || name == "STARS" || name == "SCORE") return i;
    }
    return ColumnMap::kMissing;
}

}  // namespace

FixFinder::FixFinder(const schema::Schema& schema, const std::vector<std::string>& header,
                     const ColumnMap& map, const Transforms& transforms)
    : schema_(schema),
      header_(header),
      map_(map),
      transforms_(transforms),
      facts_(schema.fields.size()),
      ratings_(schema::typeOf(schema) == DatasetType::Interactions ? ratingColumn(header)
                                                                   : ColumnMap::kMissing) {}

void FixFinder::take(const std::vector<std::string_view>& record,
                     const std::vector<std::string_view>& cells) {
    constexpr std::size_t kMostTexts = 1000;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto& field = schema_.fields[i];
        auto& facts = facts_[i];
        const auto cell = base::trimmed(cells[i]);
        if (cell.empty()) {
            ++facts.empty;
            continue;
        }
        ++facts.filled;
        double number = 0;
        if (base::parseNumber(cell, number) && std::isfinite(number)) {
            ++facts.numbers;
            facts.sum += number;
            if (isTime(field))
                facts.milliseconds += std::abs(number) >= static_cast<double>(kMillisecondsFrom);
        } else if (isTime(field)) {
            facts.dates += unixTimeOf(cell).has_value();
        }
        if (!field.isText() || field.nullable || isId(field)) continue;
        if (const auto known = facts.counts.find(cell); known != facts.counts.end())
            ++known->second;
        else if (facts.counts.size() < kMostTexts)
            facts.counts.emplace(cell, 1);
    }
    if (ratings_ == ColumnMap::kMissing) return;
    double rating = 0;
    const bool number = base::parseNumber(base::trimmed(record[ratings_]), rating);
    ++(number ? rated_ : notRated_);
    if (number) highest_ = std::max(highest_, rating);
}

bool FixFinder::applied(const std::string& field, Convert convert) const {
    const auto found = transforms_.find(field);
    return found != transforms_.end() && found->second.convert == convert;
}

std::vector<SuggestedFix> FixFinder::fixes() const {
    std::vector<SuggestedFix> fixes;
    addRename(fixes);
    for (std::size_t i = 0; i < schema_.fields.size(); ++i) {
        if (isTime(schema_.fields[i]))
            addTime(i, fixes);
        else
            addFill(i, fixes);
    }
    addRatings(fixes);
    return fixes;
}

void FixFinder::addRename(std::vector<SuggestedFix>& fixes) const {
    for (const auto& field : map_.missing) {
        const auto column = likelyColumn(field, map_);
        if (column.empty()) continue;
        SuggestedFix fix{SuggestedFix::Kind::Rename, field, {}, {}, {}};
        fix.transform.column = column;
        fix.text = base::concat("The column ", column, " looks like ", field);
        fixes.push_back(std::move(fix));
    }
}

void FixFinder::addTime(std::size_t index, std::vector<SuggestedFix>& fixes) const {
    const auto& field = schema_.fields[index];
    const auto& facts = facts_[index];
    const auto half = facts.filled / 2;
    if (facts.milliseconds > half && !applied(field.name, Convert::MillisecondsToSeconds)) {
        SuggestedFix fix{SuggestedFix::Kind::Milliseconds, field.name, {}, {}, {}};
        fix.transform.convert = Convert::MillisecondsToSeconds;
        fix.text = base::concat(field.name, " is in milliseconds; the service wants seconds");
        fixes.push_back(std::move(fix));
    } else if (facts.dates > half && !applied(field.name, Convert::DateToSeconds)) {
        SuggestedFix fix{SuggestedFix::Kind::Dates, field.name, {}, {}, {}};
        fix.transform.convert = Convert::DateToSeconds;
        fix.text = base::concat(field.name, " holds dates; the service wants Unix time in seconds");
        fixes.push_back(std::move(fix));
    }
}

void FixFinder::addFill(std::size_t index, std::vector<SuggestedFix>& fixes) const {
    const auto& field = schema_.fields[index];
    const auto& facts = facts_[index];
    const auto transform = transforms_.find(field.name);
    const bool filled =
        transform != transforms_.end() && (transform->second.fill || transform->second.dropEmpty);
    if (field.nullable || isId(field) || filled || facts.empty == 0 || facts.filled == 0) return;
    SuggestedFix fix{SuggestedFix::Kind::Fill, field.name, {}, {}, {}};
    const char* what = "the commonest value";
    if (field.isNumber() && facts.numbers > 0) {
        const double mean = facts.sum / static_cast<double>(facts.numbers);
        const bool whole =
            field.type == schema::FieldType::Long || field.type == schema::FieldType::Int;
        fix.transform.fill = base::numberText(whole ? std::round(mean) : mean);
        what = "the mean";
    } else if (!facts.counts.empty()) {
        fix.transform.fill =
            std::max_element(facts.counts.begin(), facts.counts.end(),
                             [](const auto& a, const auto& b) { return a.second < b.second; })
                ->first;
    } else {
        return;
    }
    fix.text = base::concat(
        base::grouped(facts.empty), facts.empty == 1 ? " cell of " : " cells of ", field.name,
        facts.empty == 1 ? " is" : " are", " empty; ", what, " is ", *fix.transform.fill);
    fixes.push_back(std::move(fix));
}

void FixFinder::addRatings(std::vector<SuggestedFix>& fixes) const {
    constexpr std::string_view kEventType = "EVENT_TYPE";
    const auto* field = schema_.find(kEventType);
    const bool named = field && map_.columnOf[*schema_.indexOf(kEventType)] != ColumnMap::kMissing;
    if (ratings_ == ColumnMap::kMissing || rated_ <= notRated_ || named) return;
    SuggestedFix fix{
        SuggestedFix::Kind::Ratings, field ? field->name : std::string(kEventType), {}, {}, {}};
    if (!field) {
        Field type;
        type.name = kEventType;
        fix.adds.push_back(type);
    }
    // As the service's own tutorials read five stars: four and five are liked, one is not counted.
    constexpr double kLiked = 0.8, kSeen = 0.4;
    const auto step = [&](double share) { return std::round(2 * share * highest_) / 2; };
    fix.transform.column = header_[ratings_];
    fix.transform.convert = Convert::RatingToEvent;
    fix.transform.steps = {{step(kLiked), "like"}, {step(kSeen), "watch"}};
    fix.text = base::concat(header_[ratings_], " holds ratings up to ", base::numberText(highest_),
                            "; the service reads every row as a sign of interest");
    fixes.push_back(std::move(fix));
}

}  // namespace foretaste::ingest
