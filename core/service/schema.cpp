// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/schema.h"

#include "core/service/check.h"
#include "core/service/state.h"

namespace foretaste::service {

std::string Service::createSchema(const CreateSchemaRequest& request) {
    check(request);
    schema::validateSchema(schema::parseSchema(request.schema), request.domain);
    DatasetSchema schema;
    schema.name = request.name;
    schema.schemaArn = base::makeArn(base::concat("schema/", request.name));
    schema.schema = request.schema;
    schema.domain = request.domain;
    state_->resources.add(schema, {});
    state_->note(ResourceKind::Schema, schema.arn(),
                 base::concat("Schema ", schema.name, " was created"));
    return schema.schemaArn;
}

DatasetSchema Service::describeSchema(std::string_view arn) {
    return state_->resources.get<DatasetSchema>(arn);
}

Listing<DatasetSchema> Service::listSchemas(const Page& page) {
    check(page);
    return state_->resources.list<DatasetSchema>({}, page);
}

void Service::deleteSchema(std::string_view arn) {
    std::lock_guard lock(state_->writing);
    const auto schema = state_->resources.get<DatasetSchema>(arn);
    for (const auto& dataset : state_->resources.all<Dataset>())
        if (dataset.schemaArn == arn)
            failInUse(base::concat("schema ", schema.name, " is used by the dataset ",
                                   dataset.name, " (", base::arnTail(dataset.datasetArn),
                                   "): delete the dataset first"));
    state_->resources.remove(schema);
    state_->note(ResourceKind::Schema, arn, base::concat("Schema ", schema.name, " was deleted"));
}

void Service::checkSchema(std::string_view schemaJson, Domain domain) {
    schema::validateSchema(schema::parseSchema(schemaJson), domain);
}

}  // namespace foretaste::service
