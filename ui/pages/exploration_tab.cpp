// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/exploration_tab.h"

#include <QStackedWidget>

#include "ui/bridge/console.h"
#include "ui/bridge/words.h"
#include "ui/charts/bar_chart.h"
#include "ui/charts/chart_card.h"
#include "ui/pages/exploration_card.h"
#include "ui/pages/notice.h"
#include "ui/widgets/empty_state.h"

namespace foretaste::pages {

using service::ExplorationReport;
using widgets::FlashKind;

namespace {

constexpr double kPercent = 100;
constexpr int kPlotHeight = 260;

QString daysText(double days) {
    return ExplorationTab::tr("%1 days").arg(
        bridge::numberText(days, days == std::floor(days) ? 0 : 1));
}

}  // namespace

ExplorationTab::ExplorationTab(bridge::Console& console, QWidget* parent)
    : CampaignTab(parent),
      console_(console),
      words_(new Notice(FlashKind::Info)),
      parts_(new QStackedWidget),
      waiting_(theme::makeLabel(tr("Making lists for a sample of people at eleven weights…"),
                                theme::TextRole::Body, theme::Tone::Muted)),
      none_(new widgets::EmptyState(
          theme::Icon::Compass, tr("This recipe does not explore"),
          tr("It ranks items by what is known of them, so new items get no place until people have "
             "chosen them. The recipe User personalization tries new items."))),
      figures_(new QWidget),
      byAge_(new charts::BarChart(tr("Places by age of item"))),
      weightCard_(new ExplorationCard(tr("What the weight does"), tr("percent, at each weight"),
                                      kPlotHeight)),
      ageCard_(new charts::ChartCard(tr("Who gets the places"), {}, byAge_)),
      actions_(new QWidget),
      measure_(new QPushButton(tr("Measure again"))) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kSpaceM);
    layout->addWidget(words_);
    layout->addWidget(parts_, 1);
    waiting_->setAlignment(Qt::AlignCenter);
    auto* cards = new QVBoxLayout(figures_);
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setSpacing(theme::kSpaceM);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::kSpaceM);
    row->addWidget(weightCard_, 3);
    row->addWidget(ageCard_, 2);
    cards->addLayout(row);
    cards->addStretch(1);
    for (QWidget* part : std::initializer_list<QWidget*>{waiting_, none_, figures_})
        parts_->addWidget(part);

    words_->setObjectName(QStringLiteral("explorationNotice"));
    byAge_->setObjectName(QStringLiteral("ageChart"));
    byAge_->setValueAxis(tr("percent of places"), 1);

    auto* buttons = new QHBoxLayout(actions_);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->addStretch(1);
    buttons->addWidget(measure_);
    measure_->setObjectName(QStringLiteral("measureExplorationButton"));
    connect(measure_, &QPushButton::clicked, this, &ExplorationTab::measure);
}

void ExplorationTab::setCampaign(const CampaignContext& context, bool fresh) {
    context_ = context;
    measure_->setVisible(context.exploration.has_value());
    if (!fresh) return;
    stale_ = true;
    if (isVisible()) measure();
}

void ExplorationTab::showEvent(QShowEvent* event) {
    CampaignTab::showEvent(event);
    if (stale_) measure();
}

void ExplorationTab::measure() {
    stale_ = false;
    ++asked_;
    if (!context_.exploration) {
        words_->setText({});
        parts_->setCurrentWidget(none_);
        return;
    }
    words_->setText({});
    parts_->setCurrentWidget(waiting_);
    measure_->setEnabled(false);
    console_.call(
        this,
        [campaign = context_.campaign.arn()](service::Service& service) {
            return service.explorationReport(campaign);
        },
        [this, asked = asked_](const ExplorationReport& report) {
            if (asked != asked_) return;
            measure_->setEnabled(true);
            show(report);
        },
        [this, asked = asked_](const bridge::CallError& error) {
            if (asked != asked_) return;
            measure_->setEnabled(true);
            waiting_->setText(tr("Could not be measured."));
            emit flash(FlashKind::Error, bridge::sentenceText(error.message));
        });
}

void ExplorationTab::show(const ExplorationReport& report) {
    weightCard_->setReport(report, *context_.exploration);
    const auto [weight, cutOff] = *context_.exploration;
    const auto own = explorationAt(report, weight);
    const auto weightText = bridge::numberText(weight, 2);
    QList<charts::Bar> bars;
    for (const auto& [age, share] : report.shareByAge) {
        charts::Bar bar;
        bar.name = bridge::text(age);
        bar.value = kPercent * share;
        bars << bar;
    }
    byAge_->setBars(bars);
    ageCard_->setSubtitle(tr("by age of item, at weight %1").arg(weightText));
    ageCard_->setProtocol(tr("Ages count from the newest event of the data."));

    const auto newItems = report.eligibleItems == 1
                              ? tr("One item is younger than %1").arg(daysText(cutOff))
                              : tr("%1 items are younger than %2")
                                    .arg(bridge::countText(report.eligibleItems), daysText(cutOff));
    if (report.eligibleItems == 0) {
        words_->setText(tr("No item is younger than %1, counted from the newest event of the data: "
                           "there is nothing to explore.")
                            .arg(daysText(cutOff)));
    } else if (weight == 0) {
        words_->setText(
            tr("%1. At weight 0 nothing is tried: %2 of the places go to them on merit alone.")
                .arg(newItems, bridge::percentText(own.coldShare, 1)));
    } else {
        words_->setText(
            tr("%1. At this campaign's weight of %2 they get %3 of the places, against %4 without "
               "exploration; the lists keep %5 of their relevance.")
                .arg(newItems, weightText, bridge::percentText(own.coldShare, 1),
                     bridge::percentText(report.points.front().coldShare, 1),
                     bridge::percentText(own.relevanceKept, 1)));
    }
    parts_->setCurrentWidget(figures_);
    emit measured();
}

}  // namespace foretaste::pages
