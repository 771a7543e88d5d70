// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <unordered_map>

#include "core/base/text.h"
#include "core/filter/compiled_filter.h"
#include "core/service/check.h"
#include "core/service/item_records.h"
#include "core/service/state.h"

// Filters while they are being written: what they may ask for, and what would pass.
namespace foretaste::service {
namespace {

std::shared_ptr<const filter::Records> recordsOf(const std::shared_ptr<const ItemBook>& book) {
    return itemRecords(
        {book->size(), [book](std::size_t row) -> const std::string& { return book->id(row); },
         [book](std::string_view id) { return book->rowOf(id); }},
        book);
}

/// The distinct values of a field of items, the commonest first.
std::vector<std::string> valuesOf(const ItemBook& book, const schema::Field& field) {
    std::unordered_map<std::string, std::int64_t> counts;
    for (std::size_t row = 0; row < book.size(); ++row)
        for (auto& value : filter::valuesOf(field, cellText(book.find(book.id(row)), field.name)))
            ++counts[std::move(value)];
    std::vector<std::pair<std::int64_t, std::string>> ranked;
    for (auto& [value, count] : counts) ranked.emplace_back(-count, value);
    std::sort(ranked.begin(), ranked.end());
    constexpr std::size_t kMost = 200;
    if (ranked.size() > kMost) ranked.resize(kMost);
    std::vector<std::string> values;
    for (auto& [count, value] : ranked) values.push_back(std::move(value));
    return values;
}

}  // namespace

FilterTrialResult Service::tryFilter(const FilterTrial& trial) {
    check(CreateFilterRequest{.name = "trial",
                              .datasetGroupArn = trial.datasetGroupArn,
                              .filterExpression = trial.filterExpression});
    auto expression = filter::parse(trial.filterExpression);
    filter::check(expression, state_->schemasOf(trial.datasetGroupArn));
    const auto needs = filter::needsOf(expression);

    FilterTrialResult result;
    result.needsUser = needs.history || needs.user;
    result.placeholders.assign(needs.placeholders.begin(), needs.placeholders.end());
    if (expression.rules.front().target != filter::Target::Item)
        failInvalid(
            "filterExpression: it picks something else than items, which is not tried here");
    if (needs.currentItem)
        failInvalid(
            "filterExpression: it asks for CurrentItem, which only a request for related items "
            "brings");
    if (result.needsUser && trial.userId.empty())
        failInvalid("userId is missing: the expression asks for the user");

    const auto book = state_->itemBook(trial.datasetGroupArn);
    for (const auto& name : result.placeholders)
        if (!trial.filterValues.contains(name)) return result;
    const filter::CompiledFilter compiled(std::move(expression), recordsOf(book));
    filter::Request request{.values = &trial.filterValues};
    filter::User user;
    if (result.needsUser) {
        user = state_->filterUser(trial.datasetGroupArn, trial.userId);
        request.user = &user;
    }
    const auto selection = compiled.evaluate(request);
    constexpr std::size_t kExamples = 5;
    result.items = static_cast<std::int64_t>(book->size());
    result.passing = static_cast<std::int64_t>(selection.rows.count());
    for (std::size_t row = 0; row < book->size(); ++row) {
        if (result.examples.size() == kExamples) break;
        if (selection.rows.test(row)) result.examples.push_back(book->id(row));
    }
    return result;
}

std::vector<FilterField> Service::filterFields(std::string_view datasetGroupArn) {
    std::vector<FilterField> fields;
    const auto book = state_->itemBook(datasetGroupArn);
    for (const auto& [type, schema] : state_->schemasOf(datasetGroupArn))
        for (const auto& field : schema.fields) {
            const bool id = base::equalsIgnoringCase(field.name, "ITEM_ID") ||
                            base::equalsIgnoringCase(field.name, "USER_ID");
            // Texts and booleans cannot be filtered by (service.md 6.5).
            if (field.textual || !(field.isText() || field.isNumber())) continue;
            if (type == DatasetType::Users && id) continue;
            if (type == DatasetType::Items) {
                fields.push_back({base::concat("Items.", field.name), field.isNumber(), {}});
                if (!field.isNumber() && !id) fields.back().values = valuesOf(*book, field);
            } else if (type == DatasetType::Users) {
                fields.push_back({base::concat("CurrentUser.", field.name), field.isNumber(), {}});
            } else if (type == DatasetType::Interactions &&
                       base::equalsIgnoringCase(field.name, "EVENT_TYPE")) {
                fields.push_back({"Interactions.EVENT_TYPE", false, {}});
            }
        }
    return fields;
}

}  // namespace foretaste::service
