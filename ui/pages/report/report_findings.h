// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/report/report_facts.h"

namespace foretaste::pages {

/// What the facts come to, a plain sentence each, the most important first. Every sentence carries
/// its figures; what is not known is not spoken of.
QStringList findingsOf(const ReportFacts& facts);

/// What such figures cannot tell: every report ends with it.
QStringList limitsOf(const ReportFacts& facts);

}  // namespace foretaste::pages
