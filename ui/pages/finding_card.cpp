// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/finding_card.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPushButton>

#include "ui/bridge/words.h"
#include "ui/charts/chart_card.h"
#include "ui/models/resource_models.h"
#include "ui/theme/theme.h"
#include "ui/widgets/small_parts.h"
#include "ui/widgets/status.h"

namespace foretaste::pages {

using bridge::text;
using ingest::Fix;
using ingest::Severity;

namespace {

QString tr(const char* words) {
    return QCoreApplication::translate("foretaste::pages", words);
}

widgets::StatusBadge* badgeOf(Severity severity) {
    switch (severity) {
        case Severity::Problem:
            return new widgets::StatusBadge(widgets::Status::Error, tr("Problem"));
        case Severity::Warning:
            return new widgets::StatusBadge(widgets::Status::Warning, tr("Warning"));
        case Severity::Note: break;
    }
    return new widgets::StatusBadge(widgets::Status::Info, tr("Note"));
}

}  // namespace

QString fixText(Fix fix) {
    switch (fix) {
        case Fix::Import: return tr("Import data");
        case Fix::ReplaceSchema: return tr("Replace the schema");
        case Fix::RaiseExploration: return tr("Set exploration");
        case Fix::Train: return tr("Train a version");
        case Fix::None: break;
    }
    return {};
}

bool says(const ingest::Finding& finding, const QString& words) {
    for (const auto& part : {finding.title, finding.text, finding.column})
        if (text(part).contains(words, Qt::CaseInsensitive)) return true;
    return false;
}

widgets::Card* makeFindingCard(const ingest::Finding& finding, charts::Chart* chart,
                               std::function<void()> onFix) {
    const auto title = text(finding.title);
    auto* card = chart ? new charts::ChartCard(title, {}, chart) : new widgets::Card(title);
    card->setObjectName(QStringLiteral("findingCard/") + text(finding.id));
    auto* about = new QHBoxLayout;
    about->setSpacing(theme::kSpaceS);
    about->addWidget(badgeOf(finding.severity));
    about->addWidget(new widgets::TagChip(models::typeWord(schema::typeName(finding.dataset))));
    if (!finding.column.empty()) about->addWidget(new widgets::TagChip(text(finding.column)));
    about->addStretch();
    auto* sentence =
        theme::makeLabel(text(finding.text), theme::TextRole::Table, theme::Tone::Text, card, true);
    sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    card->body()->insertLayout(0, about);
    card->body()->insertWidget(1, sentence);
    if (!chart) card->body()->addStretch();
    if (finding.fix == Fix::None) return card;
    auto* fix = new QPushButton(fixText(finding.fix));
    fix->setObjectName(QStringLiteral("fixButton/") + text(finding.id));
    fix->setAccessibleDescription(title);
    QObject::connect(fix, &QPushButton::clicked, card, std::move(onFix));
    card->body()->addWidget(fix, 0, Qt::AlignLeft);
    return card;
}

}  // namespace foretaste::pages
