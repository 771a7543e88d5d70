// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/latency_tab.h"

#include "core/base/clock.h"
#include "ui/bridge/console.h"
#include "ui/bridge/words.h"
#include "ui/charts/chart_card.h"
#include "ui/charts/histogram_chart.h"
#include "ui/pages/studio_calls.h"
#include "ui/widgets/metric_tile.h"
#include "ui/widgets/progress_line.h"

namespace foretaste::pages {

using widgets::FlashKind;
using widgets::MetricTile;

namespace {

constexpr int kReadMs = 1000;

/// Sends requests for many users one after the other; returns how long all took, in seconds.
double sendRequests(service::Service& service, StudioQuestion question) {
    constexpr std::size_t kUsers = 100;
    auto users = service.findUsers(question.groupArn, {}, kUsers);
    if (users.empty()) users.push_back({"visitor", 0});
    const auto given = givenItems(service, question);
    const base::Stopwatch watch;
    for (std::size_t i = 0; i < LatencyTab::kRequests; ++i) {
        question.userId = users[i % users.size()].userId;
        listFor(service, question, given);
    }
    return watch.seconds();
}

}  // namespace

LatencyTab::LatencyTab(bridge::Console& console, QWidget* parent)
    : CampaignTab(parent),
      console_(console),
      p50_(new MetricTile(tr("p50"))),
      p95_(new MetricTile(tr("p95"))),
      p99_(new MetricTile(tr("p99"))),
      requests_(new MetricTile(tr("Requests"))),
      histogram_(new charts::HistogramChart(tr("Newest requests"))),
      card_(new charts::ChartCard(tr("Newest requests"), {}, histogram_)),
      actions_(new QWidget),
      measure_(new QPushButton(tr("Measure %1 requests").arg(kRequests))) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kSpaceM);
    auto* tiles = new QHBoxLayout;
    tiles->setSpacing(theme::kSpaceM);
    p50_->setObjectName(QStringLiteral("p50Tile"));
    p95_->setObjectName(QStringLiteral("p95Tile"));
    p99_->setObjectName(QStringLiteral("p99Tile"));
    requests_->setObjectName(QStringLiteral("requestsTile"));
    p50_->setDelta(tr("half are slower"));
    p95_->setDelta(tr("1 in 20 is slower"));
    p99_->setDelta(tr("1 in 100 is slower"));
    for (auto* tile : {p50_, p95_, p99_, requests_}) tiles->addWidget(tile, 1);
    layout->addLayout(tiles);
    layout->addWidget(card_);
    layout->addStretch(1);
    constexpr int kHeight = 260;
    histogram_->setObjectName(QStringLiteral("latencyChart"));
    histogram_->setPlotHeight(kHeight);
    histogram_->setAxis(tr("ms"), tr("requests"), true);
    card_->setProtocol(tr(
        "Measured inside the engine, from a request's arrival to the finished list, without HTTP, "
        "since the campaign was loaded; the percentiles above are right within 10 %."));

    auto* buttons = new QHBoxLayout(actions_);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->addStretch(1);
    buttons->addWidget(measure_);
    measure_->setObjectName(QStringLiteral("measureLatencyButton"));
    measure_->setToolTip(tr("Sends real requests for the busiest people, one after the other"));
    theme::setButtonKind(*measure_, theme::ButtonKind::Primary);
    connect(measure_, &QPushButton::clicked, this, &LatencyTab::measure);
    timer_.setInterval(kReadMs);
    connect(&timer_, &QTimer::timeout, this, [this] {
        if (isVisible()) read();
    });
    timer_.start();
}

void LatencyTab::setCampaign(const CampaignContext& context, bool fresh) {
    context_ = context;
    if (fresh) shownRequests_ = -1;
    if (isVisible()) read();
}

void LatencyTab::showEvent(QShowEvent* event) {
    CampaignTab::showEvent(event);
    read();
}

void LatencyTab::read() {
    const auto campaign = context_.campaign.arn();
    if (campaign.empty()) return;
    console_.call(
        this, [campaign](service::Service& service) { return service.latencyReport(campaign); },
        [this, campaign](const service::LatencyReport& report) {
            if (campaign == context_.campaign.arn()) show(report);
        },
        [this](const bridge::CallError& error) {
            timer_.stop();  // said once, not every second
            emit flash(FlashKind::Error, bridge::sentenceText(error.message));
        });
}

void LatencyTab::measure() {
    measure_->setEnabled(false);
    measure_->setText(tr("Measuring…"));
    const auto over = [this] {
        measure_->setEnabled(true);
        measure_->setText(tr("Measure %1 requests").arg(kRequests));
        timer_.start();
    };
    console_.call(
        this,
        [question = StudioQuestion{context_.campaign.arn(),
                                   context_.version.datasetGroupArn,
                                   {},
                                   25,
                                   context_.recipe}](service::Service& service) {
            return sendRequests(service, question);
        },
        [this, over](double seconds) {
            over();
            read();
            emit flash(FlashKind::Success,
                       tr("%1 requests were answered in %2, one after the other.")
                           .arg(kRequests)
                           .arg(widgets::durationText(seconds)));
        },
        [this, over](const bridge::CallError& error) {
            over();
            emit flash(FlashKind::Error, bridge::sentenceText(error.message));
        });
}

void LatencyTab::show(const service::LatencyReport& report) {
    if (report.requests == shownRequests_) return;
    shownRequests_ = report.requests;
    const bool any = report.requests > 0;
    const auto figure = [any](double milliseconds) {
        return any ? millisecondsText(milliseconds) : QStringLiteral("–");
    };
    p50_->setValue(figure(report.p50Ms));
    p95_->setValue(figure(report.p95Ms));
    p99_->setValue(figure(report.p99Ms));
    requests_->setValue(bridge::countText(report.requests));
    requests_->setDelta(any ? tr("slowest: %1").arg(figure(report.maxMs))
                            : tr("none yet: send some with the button above"));
    histogram_->setValues({report.recentMs.begin(), report.recentMs.end()});
    card_->setSubtitle(
        any ? tr("%1 of them; the axis is logarithmic")
                  .arg(bridge::countText(static_cast<std::int64_t>(report.recentMs.size())))
            : tr("there were none since the campaign was loaded"));
    emit updated();
}

}  // namespace foretaste::pages
