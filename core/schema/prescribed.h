// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "core/schema/schema.h"

namespace foretaste::schema {

/// What the service prescribes for a field of a known name.
struct Prescribed {
    std::string_view name;
    FieldType type;
    bool required = false;
    bool categorical = false;
    bool mayBeNull = false;
    bool textual = false;
    std::string_view orElse = {};  ///< another name that stands for it
};

/// All of them for a dataset (service.md 2.2), required ones and others.
const std::vector<Prescribed>& prescribed(DatasetType type, Domain domain);

/// The one of this name, in any case; null where the name is free.
const Prescribed* prescribedField(DatasetType type, Domain domain, std::string_view name);

}  // namespace foretaste::schema
