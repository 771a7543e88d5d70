// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/put_records.h"

#include "core/ingest/row_check.h"
#include "core/service/check.h"
#include "core/service/state.h"
#include "core/store/generation_file.h"

namespace foretaste::service {
namespace {

/// A property's value as a CSV would have it; the checks of an import then apply to it.
std::string propertyText(std::string_view where, const std::string& key, const Json& value) {
    if (value.is_null()) return {};
    if (value.is_string()) return value.get<std::string>();
    if (value.is_number_float()) return base::numberText(value.get<double>());
    if (value.is_number() || value.is_boolean()) return value.dump();
    failInvalid(base::concat(where, ".properties: '", key,
                             "' must be text, a number, true, false or null; several categories "
                             "are one text, joined by '|'"));
}

/// Checks one record against the schema and writes it as it is kept.
store::PutRecord recordOf(const schema::Schema& schema, const ingest::RowChecker& checker,
                          std::string_view where, const std::string& id,
                          const std::string& properties) {
    const auto idField = store::idField(schema::typeOf(schema));
    std::vector<std::string> texts(schema.fields.size());
    texts[*schema.indexOf(idField)] = id;
    const auto json = properties.empty()
                          ? Json::object()
                          : parseObject(base::concat(where, ".properties"), properties);
    for (const auto& [key, value] : json.items()) {
        std::size_t field = 0;
        while (field < schema.fields.size() &&
               schema::comparableName(schema.fields[field].name) != schema::comparableName(key))
            ++field;
        if (field == schema.fields.size())
            failInvalid(base::concat(where, ".properties: '", key, "' is no field of the schema ",
                                     schema.recordName));
        if (base::equalsIgnoringCase(schema.fields[field].name, idField))
            failInvalid(base::concat(where, ".properties: '", key,
                                     "' stands beside properties, not in them"));
        texts[field] = propertyText(where, key, value);
    }
    const std::vector<std::string_view> cells(texts.begin(), texts.end());
    std::vector<std::optional<std::string_view>> row;
    if (const auto fault = checker.check(cells, row))
        failInvalid(base::concat(where, ": ", schema.fields[fault->field].name, " '",
                                 ingest::shortened(cells[fault->field]), "' ", fault->reason));
    auto kept = Json::object();
    for (std::size_t i = 0; i < row.size(); ++i)
        if (row[i]) kept[schema.fields[i].name] = *row[i];
    return {id, kept.dump()};
}

/// The dataset of a Put request; it must be of this type.
Dataset datasetFor(Resources& resources, std::string_view arn, DatasetType type) {
    auto dataset = resources.get<Dataset>(arn);
    if (schema::typeFromName(dataset.datasetType) != type)
        failInvalid(base::concat("datasetArn: the dataset ", dataset.name, " is of type ",
                                 dataset.datasetType, ", not ", schema::typeName(type)));
    return dataset;
}

}  // namespace

void Service::putItems(const PutItemsRequest& request) {
    check(request);
    const auto dataset = datasetFor(state_->resources, request.datasetArn, DatasetType::Items);
    const auto schema = state_->schemaOf(dataset);
    const ingest::RowChecker checker(schema);
    std::vector<store::PutRecord> records;
    for (const auto& item : request.items)
        records.push_back(recordOf(schema, checker, base::concat("items[", records.size(), ']'),
                                   item.itemId, item.properties));

    std::lock_guard lock(state_->putting);
    state_->putRecords.put(dataset.datasetArn, records);
    state_->countPut(dataset.datasetGroupArn);
    const auto& group = dataset.datasetGroupArn;
    const auto before = state_->itemBookInUse(group);
    const auto book = before ? before->withPut(tableOf(schema, records)) : nullptr;
    const auto put = book ? book->put() : state_->putItemsOf(dataset);
    for (const auto& runtime : state_->runtimesOf(group))
        runtime->serveNewItems(put, book, state_->filterReader(group));
    if (book) state_->useItemBook(group, book);
}

void Service::putUsers(const PutUsersRequest& request) {
    check(request);
    const auto dataset = datasetFor(state_->resources, request.datasetArn, DatasetType::Users);
    const auto schema = state_->schemaOf(dataset);
    const ingest::RowChecker checker(schema);
    std::vector<store::PutRecord> records;
    for (const auto& user : request.users)
        records.push_back(recordOf(schema, checker, base::concat("users[", records.size(), ']'),
                                   user.userId, user.properties));
    state_->putRecords.put(dataset.datasetArn, records);
    state_->countPut(dataset.datasetGroupArn);
    for (const auto& runtime : state_->runtimesOf(dataset.datasetGroupArn))
        for (const auto& user : request.users) runtime->forgetUser(user.userId);
}

}  // namespace foretaste::service
