// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/weight_input.h"

#include <QSlider>

#include "ui/theme/theme.h"
#include "ui/wizards/number_input.h"

namespace foretaste::wizards {

using namespace theme;

namespace {

constexpr int kStepsOfSlider = 100;

int sliderPlace(double value) {
    return static_cast<int>(std::lround(value * kStepsOfSlider));
}

}  // namespace

WeightInput::WeightInput(QWidget* parent)
    : QWidget(parent),
      slider_(new QSlider(Qt::Horizontal)),
      number_(new NumberInput(0, 1, 0.05)),
      meaning_(makeLabel({}, TextRole::Small, Tone::Text, nullptr, true)) {
    slider_->setObjectName(QStringLiteral("explorationWeightSlider"));
    slider_->setAccessibleName(tr("Exploration weight as a slider"));
    slider_->setRange(0, kStepsOfSlider);
    slider_->setPageStep(kStepsOfSlider / 10);
    number_->setObjectName(QStringLiteral("explorationWeightNumber"));
    number_->setAccessibleName(tr("Exploration weight"));
    constexpr int kNumberWidth = 88;
    number_->setFixedWidth(kNumberWidth);
    meaning_->setObjectName(QStringLiteral("explorationMeaning"));
    auto* line = new QHBoxLayout;
    line->setSpacing(kSpaceM);
    line->addWidget(slider_, 1);
    line->addWidget(number_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceXs);
    layout->addLayout(line);
    layout->addWidget(meaning_);
    setFocusProxy(slider_);
    connect(slider_, &QSlider::valueChanged, this, [this](int place) {
        // The number may lie between two places of the slider.
        if (place != sliderPlace(number_->value()))
            number_->setValue(static_cast<double>(place) / kStepsOfSlider);
    });
    connect(number_, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        slider_->setValue(sliderPlace(value));
        explain(value);
        emit valueChanged(value);
    });
    explain(0);
}

double WeightInput::value() const {
    return number_->value();
}

void WeightInput::setValue(double value) {
    number_->setValue(value);
}

void WeightInput::explain(double value) {
    constexpr double kLittle = 0.2, kMuch = 0.6;
    meaning_->setText(
        value <= 0
            ? tr("Never: a new item is shown only where its description alone earns the place.")
        : value < kLittle ? tr("A little: a new item is tried now and then.")
        : value < kMuch
            ? tr("Balanced: new items get a share of the places, so that it shows soon who likes "
                 "them.")
            : tr("Much: new items are tried widely, at the price of places for what is known to be "
                 "liked."));
}

}  // namespace foretaste::wizards
