// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/report/report_body.h"

#include <QDateTime>

#include "ui/bridge/words.h"
#include "ui/pages/metrics_card.h"
#include "ui/pages/report/report_findings.h"
#include "ui/pages/studio_rows.h"

namespace foretaste::pages {

using bridge::countText;
using bridge::numberText;

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("foretaste::pages", text);
}

QString element(const char* name, const QString& text) {
    return QStringLiteral("<%1>%2</%1>").arg(QLatin1String(name), text.toHtmlEscaped());
}

QString muted(const QString& text) {
    return QStringLiteral("<p class=\"muted\">%1</p>").arg(text.toHtmlEscaped());
}

QString listOf(const QStringList& lines) {
    QString out;
    for (const auto& line : lines) out += element("li", line);
    return QStringLiteral("<ul>%1</ul>").arg(out);
}

struct Column {
    QString heading;
    int width;  ///< percent
};

QString tableOf(const QList<Column>& columns, const QList<QStringList>& rows) {
    QString out = QStringLiteral("<table width=\"100%\" cellpadding=\"3\" cellspacing=\"0\"><tr>");
    for (const auto& column : columns)
        out += QStringLiteral("<th align=\"left\" width=\"%1%\">%2</th>")
                   .arg(column.width)
                   .arg(column.heading.toHtmlEscaped());
    out += QStringLiteral("</tr>");
    for (const auto& row : rows) {
        out += QStringLiteral("<tr>");
        for (const auto& text : row) out += element("td", text);
        out += QStringLiteral("</tr>");
    }
    return out + QStringLiteral("</table>");
}

class Body {
    Q_DECLARE_TR_FUNCTIONS(foretaste::pages::Body)

public:
    Body(const ReportFacts& facts, const QList<ReportChart>& charts,
         const std::function<QString(const ReportChart&)>& address)
        : facts_(facts), charts_(charts), address_(address) {}

    QString text() {
        out_ = element("h1", reportTitle(facts_)) +
               muted(tr("%1 · version %2 of %3 · made with Foretaste on %4")
                         .arg(facts_.recipe, facts_.versionTitle, facts_.group,
                              QLocale().toString(QDateTime::fromMSecsSinceEpoch(facts_.madeAtMs),
                                                 QLocale::ShortFormat)));
        out_ += element("h2", tr("In short")) + listOf(findingsOf(facts_));
        addQuality();
        addExamples();
        addChart("exploration", tr("New items"));
        addChart("training", tr("How it learnt"));
        addData();
        addSpeed();
        out_ += element("h2", tr("What these figures do not say")) + listOf(limitsOf(facts_));
        return out_;
    }

private:
    bool addChart(const char* name, const QString& heading) {
        for (const auto& chart : charts_) {
            if (chart.name != QLatin1String(name)) continue;
            out_ += element("h2", heading) +
                    QStringLiteral("<p><img src=\"%1\" width=\"%2\" height=\"%3\" alt=\"%4\"></p>")
                        .arg(address_(chart))
                        .arg(chart.size.width())
                        .arg(chart.size.height())
                        .arg(chart.summary.toHtmlEscaped()) +
                    muted(chart.caption);
            return true;
        }
        return false;
    }

    void addQuality() {
        if (!addChart("quality", tr("How good the lists are"))) return;
        QList<QStringList> rows;
        for (const auto& [name, own, baseline] : metricRows(facts_.training)) {
            const auto key = name.toStdString();
            rows << QStringList{bridge::metricTitle(key),
                                own.halfWidth > 0
                                    ? QStringLiteral("%1 ± %2").arg(numberText(own.value, 3),
                                                                    numberText(own.halfWidth, 3))
                                    : numberText(own.value, 3),
                                numberText(baseline.value, 3), bridge::metricMeaning(key)};
        }
        out_ += tableOf({{tr("Metric"), 16},
                         {tr("This version"), 16},
                         {tr("Most popular"), 14},
                         {tr("What it says"), 54}},
                        rows);
    }

    void addExamples() {
        if (!facts_.served || facts_.served->examples.empty()) return;
        out_ += element("h2", tr("What people would see"));
        for (const auto& answer : facts_.served->examples) {
            out_ += element("h3", answer.history.empty()
                                      ? tr("Somebody new")
                                      : tr("User %1").arg(bridge::text(answer.question.userId)));
            QStringList chosen;
            for (const auto& event : answer.history) {
                if (chosen.size() == 5) break;
                chosen << titleOf(event.card);
            }
            if (!chosen.isEmpty())
                out_ += muted(tr("Chose last: %1").arg(chosen.join(QStringLiteral(", "))));
            QList<QStringList> rows;
            for (const auto& row : placeRows(answer, nullptr, true))
                rows << QStringList{QString::number(rows.size() + 1), row.title, row.line};
            out_ += tableOf({{tr("Place"), 10}, {tr("Recommended"), 40}, {tr("Remark"), 50}}, rows);
        }
    }

    void addData() {
        QList<QStringList> rows;
        for (const auto& [type, statistics] : facts_.datasets) {
            const auto span = statistics.newest > 0 ? tr("%1 to %2")
                                                          .arg(bridge::dateText(statistics.oldest),
                                                               bridge::dateText(statistics.newest))
                                                    : QStringLiteral("–");
            rows << QStringList{type, countText(statistics.bulkRows + statistics.putRows), span};
        }
        out_ += element("h2", tr("The data")) +
                tableOf({{tr("Dataset"), 30}, {tr("Rows"), 30}, {tr("Time"), 40}}, rows);
    }

    void addSpeed() {
        if (!facts_.served || facts_.served->latency.requests == 0) return;
        const auto& latency = facts_.served->latency;
        out_ += element("h2", tr("Speed")) +
                tableOf({{tr("Requests"), 25},
                         {tr("Half within"), 25},
                         {tr("95 % within"), 25},
                         {tr("99 % within"), 25}},
                        {{countText(latency.requests), millisecondsText(latency.p50Ms),
                          millisecondsText(latency.p95Ms), millisecondsText(latency.p99Ms)}});
    }

    const ReportFacts& facts_;
    const QList<ReportChart>& charts_;
    const std::function<QString(const ReportChart&)>& address_;
    QString out_;
};

}  // namespace

QString reportTitle(const ReportFacts& facts) {
    return tr("%1: what it recommends, and how well").arg(facts.solution);
}

QString reportBody(const ReportFacts& facts, const QList<ReportChart>& charts,
                   const std::function<QString(const ReportChart&)>& address) {
    return Body(facts, charts, address).text();
}

}  // namespace foretaste::pages
