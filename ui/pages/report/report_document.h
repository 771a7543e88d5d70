// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/report/report_charts.h"

namespace foretaste::pages {

/// The stakeholder report of a solution version: the findings in plain words, the charts, how it
/// was measured, and what the figures do not say. One text, in two forms that need nothing beside
/// them.
class ReportDocument {
public:
    explicit ReportDocument(ReportFacts facts);

    QString html() const;
    /// False where the file cannot be written; what stood there before is then still there.
    bool saveHtml(const QString& path) const;
    bool savePdf(const QString& path) const;  ///< A4

private:
    ReportFacts facts_;
    QList<ReportChart> charts_;
};

}  // namespace foretaste::pages
