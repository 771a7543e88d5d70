// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/service/codec.h"
#include "core/service/service.h"

namespace foretaste::endpoint {

/// One operation of the API, from JSON to JSON. Command line and endpoint share this table, so that
/// they cannot differ.
struct Operation {
    std::string name;  ///< "CreateDatasetGroup"
    std::string path;  ///< "/" for the control plane, "/recommendations", "/events", ...
    /// Returns a null value where the API's answer has no body.
    std::function<service::Json(service::Service&, const service::Json& request)> call;
};

/// Every operation of the API's three services. Those that are not built yet answer with
/// InvalidInputException that says so.
const std::vector<Operation>& operations();

/// By name in any usual spelling: CreateDatasetGroup, createDatasetGroup, create-dataset-group,
/// create_dataset_group. Null where there is none.
const Operation* findOperation(std::string_view name);

}  // namespace foretaste::endpoint
