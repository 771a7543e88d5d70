// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace foretaste::base {

/// The region and account that a workspace's ARNs carry: nothing is in a cloud, but scripts written
/// for the service take ARNs apart.
inline constexpr std::string_view kRegion = "us-east-1";
inline constexpr std::string_view kAccount = "000000000000";

/// "arn:aws:personalize:us-east-1:000000000000:<tail>", tail as in "campaign/home-row".
std::string makeArn(std::string_view tail);

/// "arn:aws:personalize:::<tail>" for what belongs to the service: recipe/..., algorithm/...
std::string makeServiceArn(std::string_view tail);

/// What follows the fifth colon: "campaign/home-row"; empty where `arn` is not an ARN.
std::string_view arnTail(std::string_view arn);

/// What follows the last slash: the name of a resource, the id of a solution version.
std::string_view arnName(std::string_view arn);

/// Eight hexadecimal digits, as in the id of a solution version. Not repeatable.
std::string randomHexId();

/// A random UUID (version 4), as in a trackingId or, after "RID-", a recommendationId.
std::string randomUuid();

}  // namespace foretaste::base
