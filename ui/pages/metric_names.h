// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Metrics that pages single out, as the API names them.
namespace foretaste::pages {

inline constexpr const char* kNdcgAt10 = "normalized_discounted_cumulative_gain_at_10";
inline constexpr const char* kReciprocalRank = "mean_reciprocal_rank_at_25";
inline constexpr const char* kCoverage = "coverage";

}  // namespace foretaste::pages
