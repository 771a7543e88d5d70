// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>

#include "ui/pages/report/report_facts.h"

namespace foretaste::pages {

/// A chart on paper: drawn once as lines, once as dots.
struct ReportChart {
    QString name;     ///< "quality": what the document refers to it by
    QString summary;  ///< one sentence for those who cannot see it
    QString caption;  ///< how its figures were made
    QSize size;       ///< in pixels of a screen
    QByteArray svg;
    QImage image;
};

/// "quality", "training" and "exploration", as far as there is something to draw; in the colours of
/// paper whatever the console's theme is. On the GUI thread.
QList<ReportChart> reportCharts(const ReportFacts& facts);

}  // namespace foretaste::pages
