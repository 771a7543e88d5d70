// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "ui/pages/report/report_charts.h"

namespace foretaste::pages {

QString reportTitle(const ReportFacts& facts);

/// The report as HTML without a style, in the elements that browsers and text documents have in
/// common. `address`: what an image's src says.
QString reportBody(const ReportFacts& facts, const QList<ReportChart>& charts,
                   const std::function<QString(const ReportChart&)>& address);

}  // namespace foretaste::pages
