// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/simulator/simulator_controls.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QSlider>
#include <QSpinBox>

#include "ui/bridge/words.h"
#include "ui/charts/chart.h"
#include "ui/pages/simulator/simulator_story.h"
#include "ui/theme/theme.h"
#include "ui/widgets/form_field.h"

namespace foretaste::pages {
namespace {

constexpr int kWeightSteps = 100;

/// A piece of the line that a policy has in the charts.
QIcon lineIcon(std::string_view policy) {
    constexpr QSize kSize{18, 12};
    QPixmap picture(kSize * 2);
    picture.setDevicePixelRatio(2);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(charts::seriesPen(policyStyle(policy)));
    painter.drawLine(QPointF(1, kSize.height() / 2.0),
                     QPointF(kSize.width() - 1, kSize.height() / 2.0));
    QIcon icon(picture);
    icon.addPixmap(picture, QIcon::Disabled);  // what is always played is in the charts, too
    return icon;
}

}  // namespace

SimulatorControls::SimulatorControls(QWidget* parent)
    : Card(tr("Policies"), {}, parent),
      weightLabel_(theme::makeLabel({}, theme::TextRole::Small, theme::Tone::Muted)),
      weight_(new QSlider(Qt::Horizontal)),
      days_(new QSpinBox),
      seed_(new QSpinBox),
      speed_(new QComboBox) {
    for (const auto& name : service::simulationPolicies()) {
        auto* box = new QCheckBox(policyTitle(name));
        const auto id = bridge::text(name);
        box->setObjectName(id + QStringLiteral("Policy"));
        box->setProperty("policy", id);
        box->setToolTip(policyMeaning(name));
        box->setIcon(lineIcon(name));
        const bool always = name == "greedy" || name == "thompson";
        box->setChecked(always || name == "epsilon-greedy" || name == "linucb");
        box->setProperty("always", always);
        box->setEnabled(!always);
        policies_ << box;
        body()->addWidget(box);
    }
    connect(&theme::Theme::get(), &theme::Theme::changed, this, [this] {
        for (auto* box : policies_)
            box->setIcon(lineIcon(box->property("policy").toString().toStdString()));
    });

    weight_->setObjectName(QStringLiteral("simulationWeightSlider"));
    weight_->setAccessibleName(tr("Exploration weight of Thompson sampling"));
    weight_->setRange(0, kWeightSteps);
    weight_->setPageStep(kWeightSteps / 10);
    weight_->setValue(
        static_cast<int>(service::SimulationRequest{}.explorationWeight * kWeightSteps));
    weightLabel_->setBuddy(weight_);
    connect(weight_, &QSlider::valueChanged, this, &SimulatorControls::tellWeight);
    body()->addSpacing(theme::kSpaceS);
    body()->addWidget(weightLabel_);
    body()->addWidget(weight_);

    days_->setRange(5, 120);
    days_->setSingleStep(5);
    days_->setValue(30);
    seed_->setRange(0, 9999);
    seed_->setValue(1);
    seed_->setToolTip(
        tr("Another number, other visitors and other new items; the same number, the "
           "same ones for every policy."));
    speed_->addItem(tr("2 days a second"), 2.0);
    speed_->addItem(tr("5 days a second"), 5.0);
    speed_->addItem(tr("As fast as it can"), 0.0);
    speed_->setCurrentIndex(1);
    body()->addSpacing(theme::kSpaceS);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::kSpaceM);
    row->addWidget(new widgets::FormField(QStringLiteral("days"), tr("&Days"), days_));
    row->addWidget(new widgets::FormField(QStringLiteral("seed"), tr("&Seed"), seed_));
    body()->addLayout(row);
    body()->addWidget(new widgets::FormField(QStringLiteral("speed"), tr("S&peed"), speed_));
    tellWeight();
}

void SimulatorControls::tellWeight() {
    weightLabel_->setText(
        tr("Exploration weight %1")
            .arg(bridge::numberText(static_cast<double>(weight_->value()) / kWeightSteps, 2)));
}

service::SimulationRequest SimulatorControls::request() const {
    service::SimulationRequest request;
    for (const auto* box : policies_)
        if (box->isChecked())
            request.policies.push_back(box->property("policy").toString().toStdString());
    request.explorationWeight = static_cast<double>(weight_->value()) / kWeightSteps;
    request.days = days_->value();
    request.seed = seed_->value();
    return request;
}

double SimulatorControls::speed() const {
    return speed_->currentData().toDouble();
}

void SimulatorControls::setPlaying(bool playing) {
    for (auto* box : policies_) box->setEnabled(!playing && !box->property("always").toBool());
    for (QWidget* each : std::initializer_list<QWidget*>{weight_, days_, seed_})
        each->setEnabled(!playing);
}

}  // namespace foretaste::pages
