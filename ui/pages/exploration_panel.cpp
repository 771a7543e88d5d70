// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/exploration_panel.h"

#include <QSlider>

#include "ui/bridge/console.h"
#include "ui/bridge/words.h"
#include "ui/pages/exploration_card.h"

namespace foretaste::pages {

using widgets::FlashKind;

namespace {

constexpr int kWeightSteps = 100;
/// Days that the cut-off's slider can say: what people think in.
constexpr std::array kDays{1, 3, 7, 14, 30, 60, 90, 180, 365};

int placeOfDays(double days) {
    const auto* at = std::lower_bound(kDays.begin(), kDays.end(), days);
    return static_cast<int>(std::min<std::ptrdiff_t>(at - kDays.begin(), kDays.size() - 1));
}

}  // namespace

ExplorationPanel::ExplorationPanel(bridge::Console& console, QWidget* parent)
    : Card(tr("Exploration"), {}, parent),
      console_(console),
      weightLabel_(theme::makeLabel({}, theme::TextRole::Small, theme::Tone::Muted)),
      cutOffLabel_(theme::makeLabel({}, theme::TextRole::Small, theme::Tone::Muted)),
      weight_(addSlider(weightLabel_, "previewWeightSlider", tr("Exploration weight, previewed"))),
      cutOff_(addSlider(cutOffLabel_, "previewCutOffSlider",
                        tr("Age up to which items count as new, previewed"))),
      words_(theme::makeLabel({}, theme::TextRole::Small, theme::Tone::Text, nullptr, true)),
      reset_(new QPushButton(tr("Reset"))),
      apply_(new QPushButton(tr("Apply to campaign"))) {
    weight_->setRange(0, kWeightSteps);
    weight_->setPageStep(kWeightSteps / 10);
    cutOff_->setRange(0, static_cast<int>(kDays.size()) - 1);
    cutOff_->setPageStep(1);
    words_->setObjectName(QStringLiteral("previewWords"));
    reset_->setObjectName(QStringLiteral("resetPreviewButton"));
    reset_->setToolTip(tr("Back to what the campaign does"));
    theme::setButtonKind(*reset_, theme::ButtonKind::Quiet);
    apply_->setObjectName(QStringLiteral("applyPreviewButton"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::kSpaceS);
    buttons->addWidget(apply_);
    buttons->addWidget(reset_);
    buttons->addStretch(1);
    body()->addWidget(words_);
    body()->addLayout(buttons);

    // One question for the lists while a slider is dragged, not one for each pixel.
    constexpr int kSettleMs = 40;
    settle_.setSingleShot(true);
    settle_.setInterval(kSettleMs);
    connect(&settle_, &QTimer::timeout, this, &ExplorationPanel::previewChanged);
    for (auto* slider : {weight_, cutOff_})
        connect(slider, &QSlider::valueChanged, this, &ExplorationPanel::moved);
    connect(reset_, &QPushButton::clicked, this, &ExplorationPanel::reset);
    connect(apply_, &QPushButton::clicked, this, &ExplorationPanel::apply);
}

QSlider* ExplorationPanel::addSlider(QLabel* label, const char* name, const QString& meaning) {
    auto* slider = new QSlider(Qt::Horizontal);
    slider->setObjectName(QLatin1String(name));
    slider->setAccessibleName(meaning);
    label->setBuddy(slider);
    body()->addWidget(label);
    body()->addWidget(slider);
    return slider;
}

void ExplorationPanel::setCampaign(const CampaignContext& context, bool fresh) {
    setVisible(context.exploration.has_value() && !context.ranksGivenItems());
    if (!context.exploration || !fresh) return;
    campaignArn_ = context.campaign.arn();
    own_ = *context.exploration;
    report_.reset();
    measuring_.clear();
    ++asked_;
    const QSignalBlocker weight(weight_), cutOff(cutOff_);
    reset();
}

ExplorationSettings ExplorationPanel::chosen() const {
    // Where a slider stands as near as it can to the campaign's own value, it means that value.
    const double weight = static_cast<double>(weight_->value()) / kWeightSteps;
    const bool ownWeight =
        weight_->value() == static_cast<int>(std::lround(own_.weight * kWeightSteps));
    const bool ownCutOff = cutOff_->value() == placeOfDays(own_.cutOffDays);
    return {ownWeight ? own_.weight : weight,
            ownCutOff ? own_.cutOffDays : kDays[static_cast<std::size_t>(cutOff_->value())]};
}

std::optional<ExplorationSettings> ExplorationPanel::preview() const {
    const auto settings = chosen();
    if (settings.weight == own_.weight && settings.cutOffDays == own_.cutOffDays) return {};
    return settings;
}

void ExplorationPanel::setPreview(const std::optional<ExplorationSettings>& settings) {
    const QSignalBlocker weight(weight_), cutOff(cutOff_);
    reset();
    if (settings) {
        weight_->setValue(static_cast<int>(std::lround(settings->weight * kWeightSteps)));
        cutOff_->setValue(placeOfDays(settings->cutOffDays));
    }
    if (!report_ && settings) measure();
    tell();
}

void ExplorationPanel::moved() {
    if (!report_) measure();
    tell();
    settle_.start();
}

void ExplorationPanel::tell() {
    const auto settings = chosen();
    const bool previewing = preview().has_value();
    weightLabel_->setText(tr("Weight %1").arg(bridge::numberText(settings.weight, 2)));
    cutOffLabel_->setText(
        settings.cutOffDays == 1
            ? tr("New items up to 1 day old")
            : tr("New items up to %1 days old").arg(bridge::numberText(settings.cutOffDays, 0)));
    reset_->setEnabled(previewing);
    apply_->setEnabled(previewing);
    if (!report_ || settings.cutOffDays != own_.cutOffDays) {
        words_->setText(previewing ? tr("A preview: the campaign is as it was.") : QString());
        return;
    }
    const auto at = explorationAt(*report_, settings.weight);
    words_->setText(
        report_->eligibleItems == 0
            ? tr("No item is young enough to be tried.")
            : tr("At this weight %1 of the places go to new items; the lists keep %2 of "
                 "their relevance.")
                  .arg(bridge::percentText(at.coldShare, 1),
                       bridge::percentText(at.relevanceKept, 1)));
}

void ExplorationPanel::reset() {
    weight_->setValue(static_cast<int>(std::lround(own_.weight * kWeightSteps)));
    cutOff_->setValue(placeOfDays(own_.cutOffDays));
    tell();
}

void ExplorationPanel::apply() {
    const auto settings = chosen();
    apply_->setEnabled(false);
    console_.call(
        this,
        [campaign = campaignArn_, settings](service::Service& service) {
            auto config = service.describeCampaign(campaign).campaignConfig.value_or(
                service::CampaignConfig{});
            config.itemExplorationConfig = explorationConfig(settings);
            service.updateCampaign({.campaignArn = campaign, .campaignConfig = config});
        },
        [this, settings] {
            emit flash(FlashKind::Success, tr("The campaign is being updated to weight %1.")
                                               .arg(bridge::numberText(settings.weight, 2)));
        },
        [this](const bridge::CallError& error) {
            tell();
            emit flash(FlashKind::Error, bridge::sentenceText(error.message));
        });
}

void ExplorationPanel::measure() {
    if (std::exchange(measuring_, campaignArn_) == campaignArn_) return;
    console_.call(
        this,
        [campaign = campaignArn_](service::Service& service) {
            return service.explorationReport(campaign);
        },
        [this, asked = asked_](const service::ExplorationReport& report) {
            if (asked != asked_) return;
            measuring_.clear();
            report_ = report;
            tell();
        },
        // Without it the panel says less; the exploration tab tells why it cannot be measured.
        [this](const bridge::CallError&) { measuring_.clear(); });
}

}  // namespace foretaste::pages
