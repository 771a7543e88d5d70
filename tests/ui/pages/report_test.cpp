// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSvgRenderer>

#include "tests/ui/pages/console_fixture.h"
#include "ui/pages/report/report_action.h"
#include "ui/pages/report/report_document.h"
#include "ui/pages/report/report_findings.h"
#include "ui/widgets/dialogs.h"

using namespace foretaste;
using namespace foretaste::pages;
using namespace foretaste::uitest;
using widgets::FlashKind;

namespace {

constexpr const char* kNdcg = "normalized_discounted_cumulative_gain_at_10";

ReportFacts factsWith(evaluate::Estimate own, evaluate::Estimate baseline) {
    ReportFacts facts;
    facts.solution = s("taste");
    facts.training.metrics[kNdcg] = own;
    facts.training.baseline[kNdcg] = baseline;
    return facts;
}

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

class ReportTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        prepareApplication(settings_);
        auto& workspace = fixture_.workspace;
        const auto group = workspace.makeFilledGroup();
        version_ =
            workspace.train(workspace.makeSolution(group, "aws-user-personalization", "taste"));
        campaign_ = workspace.deploy(version_, "home-row");
    }

    void cleanup() { QCOMPARE(widgets::testing::clearAnswers(), 0); }

    void aDifferenceIsOnlyClaimedBeyondChance() {
        QVERIFY(findingsOf(factsWith({0.10, 0.01}, {0.04, 0.01}))
                    .first()
                    .contains(s("2.5 times as good")));
        QVERIFY(findingsOf(factsWith({0.05, 0.01}, {0.04, 0.01}))
                    .first()
                    .contains(s("cannot be told yet")));
        QVERIFY(
            findingsOf(factsWith({0.02, 0.005}, {0.04, 0.005})).first().contains(s("worse than")));
    }

    void theReportCarriesItsFiguresAndItsCharts() {
        const auto requests = fixture_.service().latencyReport(campaign_).requests;
        const auto facts = reportFacts(fixture_.service(), version_);
        // Making a report shows nobody anything.
        QCOMPARE(fixture_.service().latencyReport(campaign_).requests, requests);
        QVERIFY(facts.served && facts.served->examples.size() == 3);
        const auto html = ReportDocument(facts).html();
        const auto& ndcg = facts.training.metrics.at(kNdcg);
        QVERIFY(html.contains(bridge::numberText(ndcg.value, 3)));
        QVERIFY(html.contains(bridge::text(facts.training.protocol.split).toHtmlEscaped()));
        QVERIFY(html.contains(s("Somebody new")));
        QVERIFY(!html.contains(s("http://")) && !html.contains(s("https://")));
        const auto charts = reportCharts(facts);
        QVERIFY(charts.size() >= 2);
        for (const auto& chart : charts) {
            QVERIFY2(QSvgRenderer(chart.svg).isValid(), qPrintable(chart.name));
            QVERIFY(html.contains(QString::fromLatin1(chart.svg.toBase64())));
            QVERIFY(!chart.summary.isEmpty() && !chart.caption.isEmpty());
        }
    }

    void paperIsLightWhateverTheWindowIs() {
        const auto facts = reportFacts(fixture_.service(), version_);
        const auto light = reportCharts(facts).first();
        theme::Theme::get().setMode(theme::Mode::Dark);
        const auto dark = reportCharts(facts).first();
        QVERIFY(theme::colors().card == theme::darkColors().card);
        theme::Theme::get().setMode(theme::Mode::Light);
        QCOMPARE(dark.image, light.image);
    }

    void bothFormsAreWritten() {
        const QTemporaryDir folder;
        for (const char* name : {"report.html", "report.pdf"}) {
            const auto path = folder.filePath(s(name));
            const auto [kind, words] = save(path);
            QVERIFY2(kind == FlashKind::Success, qPrintable(words));
            QVERIFY(words.contains(path));
            QVERIFY(contents(path).startsWith(path.endsWith(s("pdf")) ? "%PDF" : "<!DOCTYPE"));
        }
        QFile::remove(s(FORETASTE_SCREENSHOTS "/report.pdf"));
        QVERIFY(QDir().mkpath(s(FORETASTE_SCREENSHOTS)));
        for (const char* name : {"report.html", "report.pdf"})
            QFile::copy(folder.filePath(s(name)), s(FORETASTE_SCREENSHOTS "/") + s(name));
    }

    void whatCannotBeWrittenOrToldIsSaid() {
        const auto [kind, words] = save(s("/nowhere/at/all.html"));
        QVERIFY(kind == FlashKind::Error);
        QVERIFY(words.contains(s("/nowhere/at/all.html")));
        fixture_.service().deleteCampaign(campaign_);
        QTRY_VERIFY(!reportFacts(fixture_.service(), version_).served);
        const auto html = ReportDocument(reportFacts(fixture_.service(), version_)).html();
        QVERIFY(!html.contains(s("Somebody new")));
    }

private:
    std::pair<FlashKind, QString> save(const QString& path) {
        std::optional<std::pair<FlashKind, QString>> told;
        QWidget context;
        widgets::testing::answerFile(path);
        saveReport(*fixture_.console, &context, version_, s("taste"),
                   [&](FlashKind kind, const QString& words) {
                       told = {kind, words};
                   });
        [&] { QTRY_VERIFY(told.has_value()); }();
        return told.value_or(std::pair(FlashKind::Info, QString()));
    }

    QTemporaryDir settings_;
    ConsoleFixture fixture_;
    std::string version_, campaign_;
};

QTEST_MAIN(ReportTest)
#include "report_test.moc"
