// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/filter.h"

#include <algorithm>

#include "core/service/check.h"
#include "core/service/state.h"

namespace foretaste::service {
namespace {

void requireQuota(std::size_t count, std::size_t most, std::string_view what,
                  base::ErrorCode code = base::ErrorCode::LimitExceeded) {
    if (count > most)
        throw base::ServiceError(
            code, base::concat("the service allows ", most, ' ', what, ", these would be ", count));
}

}  // namespace

filter::Schemas Service::State::schemasOf(std::string_view groupArn) {
    filter::Schemas schemas;
    for (const auto& dataset : resources.all<Dataset>(groupArn))
        if (const auto type = schema::typeFromName(dataset.datasetType))
            schemas[*type] = schemaOf(dataset);
    return schemas;
}

std::string Service::createFilter(const CreateFilterRequest& request) {
    check(request);
    std::lock_guard lock(state_->writing);
    const auto group = state_->activeGroup(request.datasetGroupArn);
    const auto expression = filter::parse(request.filterExpression);
    filter::check(expression, state_->schemasOf(group.datasetGroupArn));

    if (state_->settings.compatible) {
        constexpr std::size_t kFilters = 30, kFields = 10, kFieldsOfGroup = 20;
        const auto others = state_->resources.all<Filter>(group.datasetGroupArn);
        requireQuota(others.size() + 1, kFilters, "filters a dataset group");
        auto fields = filter::needsOf(expression).fields;
        requireQuota(fields.size(), kFields, "different fields in a filter",
                     base::ErrorCode::InvalidInput);
        for (const auto& other : others)
            fields.merge(filter::needsOf(filter::parse(other.filterExpression)).fields);
        requireQuota(fields.size(), kFieldsOfGroup,
                     "different fields over all filters of a dataset group");
    }

    Filter filter;
    filter.name = request.name;
    filter.filterArn = base::makeArn(base::concat("filter/", request.name));
    filter.datasetGroupArn = group.datasetGroupArn;
    filter.filterExpression = request.filterExpression;
    filter.status = Status::Active;  // it is compiled for a campaign when first used there
    state_->resources.add(filter, request.tags);
    state_->note(ResourceKind::Filter, filter.arn(),
                 base::concat("Filter ", filter.name, " of ", group.name, " was created"));
    return filter.filterArn;
}

Filter Service::describeFilter(std::string_view arn) {
    return state_->resources.get<Filter>(arn);
}

Listing<Filter> Service::listFilters(std::string_view datasetGroupArn, const Page& page) {
    check(page);
    return state_->resources.list<Filter>(datasetGroupArn, page);
}

void Service::deleteFilter(std::string_view arn) {
    std::lock_guard lock(state_->writing);
    const auto filter = state_->resources.get<Filter>(arn);
    for (const auto& job : state_->resources.all<BatchInferenceJob>())
        if (job.filterArn == arn && isUnderWay(job.status))
            failInUse(base::concat("the batch inference ", job.jobName,
                                   " with this filter is under way: wait or stop it"));
    state_->resources.remove(filter);
    state_->note(ResourceKind::Filter, arn, base::concat("Filter ", filter.name, " was deleted"));
}

CampaignFilters::Read Service::State::filterReader(std::string groupArn) {
    return [this, groupArn = std::move(groupArn)](const std::string& text) {
        auto expression = filter::parse(text);
        filter::check(expression, schemasOf(groupArn));  // datasets may have gone since
        return expression;
    };
}

filter::Selection Service::State::select(CampaignRuntime& runtime, const Serving& serving,
                                         const std::shared_ptr<const ItemBook>& book,
                                         const FilterUse& use) {
    const auto resource = resources.get<Filter>(use.filterArn);
    if (resource.datasetGroupArn != runtime.datasetGroupArn())
        failInvalid(base::concat("filterArn: filter ", resource.name,
                                 " belongs to another dataset group than the campaign"));
    return selectBy(resource.filterExpression, base::concat("filter ", resource.name), runtime,
                    serving, book, use);
}

filter::Selection Service::State::selectBy(const std::string& expressionText,
                                           const std::string& name, CampaignRuntime& runtime,
                                           const Serving& serving,
                                           const std::shared_ptr<const ItemBook>& book,
                                           const FilterUse& use) {
    const auto& groupArn = runtime.datasetGroupArn();
    const auto compiled = serving.filters->of(expressionText, book, filterReader(groupArn));
    if (compiled->target() != filter::Target::Item)
        failInvalid(base::concat("filterArn: ", name, " picks ",
                                 filter::targetName(compiled->target()),
                                 "; a list of items needs one that picks ItemID"));
    const auto& needs = compiled->needs();
    filter::Request request{.values = &use.values};
    std::shared_ptr<const filter::User> user;
    if (needs.history || needs.user) {
        if (use.userId.empty())
            failInvalid(base::concat("userId is missing: ", name, " asks for the user"));
        user = runtime.filterUser(use.userId);
        request.user = user.get();
    }
    filter::Record item;
    if (needs.currentItem) {
        const auto& facts = serving.deployed->model().facts();
        if (facts.type != recipes::RecipeType::RelatedItems)
            failInvalid(base::concat("filterArn: ", name,
                                     " asks for CurrentItem, which recipes for related items "
                                     "have, not ",
                                     facts.name));
        if (const auto entry = book->find(use.itemId))
            for (const auto& column : book->columns())
                item[base::toUpper(column.field.name)] =
                    filter::valuesOf(column.field, cellText(entry, column.field.name));
        request.currentItem = &item;
    }
    return compiled->evaluate(request);
}

}  // namespace foretaste::service
