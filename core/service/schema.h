// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/common.h"

namespace foretaste::service {

struct CreateSchemaRequest {
    std::string name, schema;
    Domain domain = Domain::None;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("name", self.name, kName);
        visit.required("schema", self.schema, Rule{1, 20000});
        visit.optional("domain", self.domain);
    }
};

struct DatasetSchema {
    static constexpr ResourceKind kKind = ResourceKind::Schema;
    std::string name, schemaArn, schema;
    Timestamp creationDateTime, lastUpdatedDateTime;
    Domain domain = Domain::None;
    const std::string& arn() const { return schemaArn; }
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        describeSummary(visit, self);
        visit.required("schema", self.schema);
    }
    template <class Visitor, class Self>
    static void describeSummary(Visitor& visit, Self& self) {
        visit.required("name", self.name);
        visit.required("schemaArn", self.schemaArn);
        visit.required("creationDateTime", self.creationDateTime);
        visit.required("lastUpdatedDateTime", self.lastUpdatedDateTime);
        visit.optional("domain", self.domain);
    }
};

}  // namespace foretaste::service
