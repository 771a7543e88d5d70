// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/common.h"

namespace foretaste::service {

/// One item of PutItems. `properties` is JSON text as on the wire: the schema's fields in
/// camelCase.
struct Item {
    std::string itemId, properties;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("itemId", self.itemId, kId);
        visit.optional("properties", self.properties, Rule{1, 32000});
    }
};

struct PutItemsRequest {
    std::string datasetArn;
    std::vector<Item> items;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("datasetArn", self.datasetArn, kArn);
        visit.required("items", self.items, Rule{1, 10});
    }
};

/// One user of PutUsers, like Item.
struct User {
    std::string userId, properties;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("userId", self.userId, kId);
        visit.optional("properties", self.properties, Rule{1, 24000});
    }
};

struct PutUsersRequest {
    std::string datasetArn;
    std::vector<User> users;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("datasetArn", self.datasetArn, kArn);
        visit.required("users", self.users, Rule{1, 10});
    }
};

}  // namespace foretaste::service
