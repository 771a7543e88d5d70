// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/report/report_document.h"

#include <QBuffer>
#include <QPageLayout>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextDocument>

#include "ui/pages/report/report_body.h"
#include "ui/theme/theme.h"

namespace foretaste::pages {

namespace {

/// A browser's style; widths and type are the console's.
QString browserStyle() {
    const auto& c = theme::lightColors();
    return QStringLiteral(
               "body{font:15px/1.55 Inter,system-ui,sans-serif;color:%1;background:%2;margin:0}"
               "main{max-width:800px;margin:32px auto;padding:32px 48px;background:%3;"
               "border:1px solid %4;border-radius:12px}"
               "h1{font-size:28px;margin:0 0 4px}h2{font-size:18px;margin:32px 0 8px}"
               "h3{font-size:15px;margin:20px 0 4px}"
               ".muted{color:%5;font-size:13px}img{max-width:100%;height:auto}"
               "table{border-collapse:collapse;width:100%;font-size:14px}"
               "th{text-align:left;color:%5;font-weight:500}"
               "th,td{padding:6px 12px 6px 0;border-bottom:1px solid %4;vertical-align:top}"
               "li{margin:6px 0}"
               "@media print{body{background:none}main{border:none;margin:0;padding:0}}")
        .arg(c.text.name(), c.bg.name(), c.card.name(), c.line.name(), c.muted.name());
}

/// The same for paper, in the few properties that a text document knows.
QString paperStyle() {
    const auto& c = theme::lightColors();
    return QStringLiteral(
               "h1{font-size:20pt}h2{font-size:13pt;margin-top:16px}"
               "h3{font-size:10pt;margin-top:8px}p,li,td,th{color:%1}"
               ".muted{color:%2;font-size:8pt}th{color:%2;font-weight:500}")
        .arg(c.text.name(), c.muted.name());
}

bool save(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
}

}  // namespace

ReportDocument::ReportDocument(ReportFacts facts)
    : facts_(std::move(facts)), charts_(reportCharts(facts_)) {}

QString ReportDocument::html() const {
    const auto body = reportBody(facts_, charts_, [](const ReportChart& chart) {
        return QStringLiteral("data:image/svg+xml;base64,") +
               QString::fromLatin1(chart.svg.toBase64());
    });
    return QStringLiteral(
               "<!DOCTYPE html>\n<html lang=\"%1\"><head><meta charset=\"utf-8\">"
               "<meta name=\"viewport\" content=\"width=device-width\">"
               "<title>%2</title><style>%3</style></head><body><main>%4</main></body>"
               "</html>\n")
        .arg(QLocale().bcp47Name(), reportTitle(facts_).toHtmlEscaped(), browserStyle(), body);
}

bool ReportDocument::saveHtml(const QString& path) const {
    return save(path, html().toUtf8());
}

bool ReportDocument::savePdf(const QString& path) const {
    QTextDocument document;
    document.setDefaultFont(QFont(theme::font(theme::TextRole::Body).family(), 9));
    document.setDefaultStyleSheet(paperStyle());
    for (const auto& chart : charts_)
        document.addResource(QTextDocument::ImageResource, QUrl(chart.name), chart.image);
    document.setHtml(
        reportBody(facts_, charts_, [](const ReportChart& chart) { return chart.name; }));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setTitle(reportTitle(facts_));
    writer.setCreator(QStringLiteral("Foretaste"));
    document.print(&writer);
    buffer.close();
    return save(path, bytes);
}

}  // namespace foretaste::pages
