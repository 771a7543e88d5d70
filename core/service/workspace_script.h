// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/service/service.h"

namespace foretaste::service {

/// A Python program that makes the resources of this workspace anew through boto3, in another
/// workspace or on the managed service: schemas, dataset groups, datasets, imports from their
/// locations, event trackers, filters, solutions, versions, campaigns and tags, each waited for.
/// What ended in CREATE FAILED or CREATE STOPPED is left out, and so are records that were put one
/// by one. Arguments of the program say where (--endpoint-url), as whom (--role-arn) and where
/// files that lie in no bucket have been uploaded to (--bucket).
std::string workspaceScript(Service& service);

}  // namespace foretaste::service
