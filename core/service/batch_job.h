// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/common.h"

namespace foretaste::service {

/// What batch inference jobs and batch segment jobs have in common.

inline constexpr Rule kBatchResults{.minimum = 0, .maximum = 5'000'000};

/// A file of JSON lines, or what the paths of several begin with.
struct BatchJobInput {
    S3DataConfig s3DataSource;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("s3DataSource", self.s3DataSource);
    }
};

/// A folder.
struct BatchJobOutput {
    S3DataConfig s3DataDestination;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("s3DataDestination", self.s3DataDestination);
    }
};

}  // namespace foretaste::service
