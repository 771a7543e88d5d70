// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/report/report_findings.h"

#include "ui/bridge/words.h"
#include "ui/pages/exploration_card.h"
#include "ui/pages/metric_names.h"

namespace foretaste::pages {

using bridge::countText;
using bridge::numberText;
using bridge::percentText;

namespace {

constexpr int kDecimals = 3;

QString tr(const char* text) {
    return QCoreApplication::translate("foretaste::pages", text);
}

const evaluate::Estimate* find(const evaluate::Metrics& metrics, const char* name) {
    const auto found = metrics.find(name);
    return found == metrics.end() ? nullptr : &found->second;
}

QString withInterval(const evaluate::Estimate& estimate) {
    return QStringLiteral("%1 ± %2").arg(numberText(estimate.value, kDecimals),
                                         numberText(estimate.halfWidth, kDecimals));
}

/// Quality against popularity, and whether the difference is more than chance.
QString qualityFinding(const ReportFacts& facts) {
    const auto* own = find(facts.training.metrics, kNdcgAt10);
    const auto* base = find(facts.training.baseline, kNdcgAt10);
    if (!own) return {};
    if (facts.baseline || !base || !(base->value > 0))
        return tr("The first ten places reach an NDCG of %1.").arg(withInterval(*own));
    const auto figures =
        tr("NDCG at 10 of %1 against %2").arg(withInterval(*own), withInterval(*base));
    // Both are measured on the same people, so that intervals apart are a careful test.
    const bool apart = std::abs(own->value - base->value) > own->halfWidth + base->halfWidth;
    if (!apart)
        return tr("Whether the lists are better than “most popular” cannot be told yet: %1, and "
                  "the "
                  "intervals overlap. More people to measure on would tell.")
            .arg(figures);
    if (own->value < base->value)
        return tr("The lists are worse than “most popular”: %1. Do not deploy this version.")
            .arg(figures);
    return tr("The lists are %1 times as good as “most popular” for everybody: %2.")
        .arg(numberText(own->value / base->value, 1), figures);
}

QString coverageFinding(const ReportFacts& facts) {
    const auto* own = find(facts.training.metrics, kCoverage);
    const auto* base = find(facts.training.baseline, kCoverage);
    if (!own) return {};
    if (facts.baseline || !base)
        return tr("%1 of the catalogue are recommended to somebody.")
            .arg(percentText(own->value, 1));
    return tr("%1 of the catalogue are recommended to somebody; “most popular” shows %2.")
        .arg(percentText(own->value, 1), percentText(base->value, 1));
}

QString explorationFinding(const ReportFacts& facts) {
    if (!facts.served || !facts.served->exploration) return {};
    const auto& report = *facts.served->exploration;
    if (report.eligibleItems == 0 || report.points.empty()) return {};
    const auto [weight, cutOff] = *facts.served->settings;
    const auto own = explorationAt(report, weight);
    return tr("%1 items are younger than %2 days. At the exploration weight of %3 they get %4 of "
              "the places (%5 without exploration), and the lists keep %6 of their relevance.")
        .arg(countText(report.eligibleItems), numberText(cutOff, 0), numberText(weight, 2),
             percentText(own.coldShare, 1), percentText(report.points.front().coldShare, 1),
             percentText(own.relevanceKept, 1));
}

QString speedFinding(const ReportFacts& facts) {
    if (!facts.served || facts.served->latency.requests == 0) return {};
    const auto& latency = facts.served->latency;
    return tr("Of %1 requests to the campaign half were answered within %2, 99 % within %3.")
        .arg(countText(latency.requests), millisecondsText(latency.p50Ms),
             millisecondsText(latency.p99Ms));
}

}  // namespace

QStringList findingsOf(const ReportFacts& facts) {
    const auto& training = facts.training;
    QStringList findings{qualityFinding(facts), coverageFinding(facts), explorationFinding(facts)};
    if (training.events > 0)
        findings
            << tr("It learnt from %1 events of %2 people with %3 items in %4, on this machine.")
                   .arg(countText(training.events), countText(training.users),
                        countText(training.items), bridge::durationText(training.seconds));
    findings << speedFinding(facts);
    findings.removeAll(QString());
    return findings;
}

QStringList limitsOf(const ReportFacts& facts) {
    QStringList limits{
        tr("Quality is measured on what people did in the past, when other lists, or none, were "
           "shown to them. It compares recommenders; it does not foretell clicks. A test on live "
           "traffic does."),
        tr("Such a measurement cannot value exploration: a new item has no past. The price of "
           "exploration is shown, its gain only over time.")};
    if (facts.served)
        limits << tr("Times are of this machine and of single requests one after the other.");
    for (const auto& warning : facts.training.warnings)
        limits << bridge::sentenceText(bridge::text(warning));
    return limits;
}

}  // namespace foretaste::pages
