// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/survivor_gauges.h"

#include <QHBoxLayout>
#include <QLabel>

#include "ui/bridge/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/small_parts.h"

namespace foretaste::wizards {

using namespace theme;
using bridge::countText;

namespace {

// Of the service, to train (service.md 10.1).
constexpr std::int64_t kFewestRows = 1000, kFewestUsers = 25;

}  // namespace

SurvivorGauges::SurvivorGauges(QWidget* parent)
    : QWidget(parent),
      rows_(makeGauge(QStringLiteral("rowsGauge"))),
      users_(makeGauge(QStringLiteral("usersGauge"))),
      others_(makeLabel({}, TextRole::Small, Tone::Muted, nullptr, true)) {
    setObjectName(QStringLiteral("survivorGauges"));
    others_->setObjectName(QStringLiteral("rowsThatStayOut"));
    auto* gauges = new QHBoxLayout;
    gauges->setSpacing(kSpaceXl);
    gauges->addWidget(rows_.box, 1);
    gauges->addWidget(users_.box, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceXs);
    layout->addLayout(gauges);
    layout->addWidget(others_);
    hide();
}

SurvivorGauges::Gauge SurvivorGauges::makeGauge(const QString& name) {
    Gauge gauge{new QWidget, makeLabel({}, TextRole::Small, Tone::Text, nullptr, true),
                new widgets::ShareBar};
    gauge.words->setObjectName(name);
    auto* layout = new QVBoxLayout(gauge.box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceXs);
    layout->addWidget(gauge.words);
    layout->addWidget(gauge.bar);
    return gauge;
}

void SurvivorGauges::fill(const Gauge& gauge, const QString& words, std::int64_t count,
                          std::int64_t minimum) {
    const bool enough = count >= minimum;
    setText(*gauge.words, TextRole::Small, enough ? Tone::Text : Tone::Warn);
    gauge.words->setText(
        enough ? words : tr("%1; the service trains from %2 on").arg(words, countText(minimum)));
    gauge.bar->setShare(std::min(1.0, static_cast<double>(count) / static_cast<double>(minimum)));
    gauge.bar->setAccessibleName(words);
}

void SurvivorGauges::show(const ingest::Survivors& survivors, service::DatasetType type) {
    const bool events = type == service::DatasetType::Interactions;
    const auto kept = countText(survivors.rowsKept), read = countText(survivors.rowsRead);
    const auto rows = survivors.whole ? tr("%1 of %2 rows come in").arg(kept, read)
                                      : tr("%1 of the first %2 rows come in").arg(kept, read);
    fill(rows_, rows, survivors.rowsKept, events ? kFewestRows : 1);
    users_.box->setVisible(events);
    if (events)
        fill(users_,
             tr("%1 of %2 users have two rows or more")
                 .arg(countText(survivors.usersWithTwo), countText(survivors.users)),
             survivors.usersWithTwo, kFewestUsers);
    QStringList others;
    if (survivors.rowsRejected > 0)
        others
            << tr("%1 do not fit and go to the reject file").arg(countText(survivors.rowsRejected));
    if (survivors.rowsLeftOut > 0)
        others << tr("%1 are left out on purpose").arg(countText(survivors.rowsLeftOut));
    others_->setText(others.join(QStringLiteral(" · ")));
    others_->setVisible(!others.isEmpty());
    setVisible(true);
}

}  // namespace foretaste::wizards
