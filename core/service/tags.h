// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/common.h"

namespace foretaste::service {

struct TagResourceRequest {
    std::string resourceArn;
    std::vector<Tag> tags;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("resourceArn", self.resourceArn, kArn);
        visit.required("tags", self.tags, kTags);
    }
};

struct UntagResourceRequest {
    std::string resourceArn;
    std::vector<std::string> tagKeys;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("resourceArn", self.resourceArn, kArn);
        visit.required("tagKeys", self.tagKeys, Rule{.maxSize = 200, .entry = &kTagKey});
    }
};

struct ListTagsForResourceRequest {
    std::string resourceArn;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("resourceArn", self.resourceArn, kArn);
    }
};

struct ListTagsForResourceResponse {
    std::vector<Tag> tags;  ///< in the order of their keys
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("tags", self.tags);
    }
};

}  // namespace foretaste::service
