// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/report/report_charts.h"

#include <QBuffer>
#include <QSvgGenerator>
#include <QTextDocument>

#include "ui/pages/exploration_card.h"
#include "ui/pages/training_curves.h"
#include "ui/theme/theme.h"
#include "ui/widgets/small_parts.h"

namespace foretaste::pages {

namespace {

constexpr int kWidth = 680;
constexpr int kHeight = 320;
constexpr double kDotsAPixel = 3;  // about 280 dots an inch on A4

QString plain(const QString& html) {
    QTextDocument document;
    document.setHtml(html);
    return document.toPlainText();
}

/// `owner`: the widget that lays the card out, which may be the card itself.
ReportChart drawn(const QString& name, charts::ChartCard& card, QWidget& owner, int width,
                  int height) {
    owner.setAttribute(Qt::WA_DontShowOnScreen);
    owner.resize(width, height);
    owner.show();
    const auto& chart = card.chart();
    ReportChart out;
    out.name = name;
    out.summary = chart.summary();
    out.caption = plain(card.protocol().text());
    out.size = chart.size();
    const QRectF room({0, 0}, QSizeF(out.size));

    QBuffer buffer(&out.svg);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(out.size);
    generator.setViewBox(room);
    QPainter lines(&generator);
    lines.setRenderHint(QPainter::Antialiasing);
    chart.draw(lines, room);
    lines.end();

    out.image = QImage((QSizeF(out.size) * kDotsAPixel).toSize(), QImage::Format_RGB32);
    out.image.fill(theme::colors().card);
    out.image.setDevicePixelRatio(kDotsAPixel);
    QPainter dots(&out.image);
    dots.setRenderHint(QPainter::Antialiasing);
    chart.draw(dots, room);
    return out;
}

}  // namespace

QList<ReportChart> reportCharts(const ReportFacts& facts) {
    const theme::PaperColors paper;
    QList<ReportChart> charts;
    if (!facts.training.metrics.empty()) {
        LeaderboardCard card;
        card.setFigures(facts.solution, facts.training, facts.rivals, facts.baseline);
        charts << drawn(QStringLiteral("quality"), card, card, kWidth, card.sizeHint().height());
    }
    if (!facts.training.curve.empty()) {
        TrainingCurves curves;
        curves.setReport(facts.training, false);
        charts << drawn(QStringLiteral("training"), curves.qualityCard(), curves, 2 * kWidth,
                        kHeight);
    }
    if (facts.served && facts.served->exploration && facts.served->exploration->eligibleItems > 0) {
        ExplorationCard card({}, {}, kHeight / 2);
        card.setReport(*facts.served->exploration, *facts.served->settings);
        charts << drawn(QStringLiteral("exploration"), card, card, kWidth, kHeight);
    }
    return charts;
}

}  // namespace foretaste::pages
