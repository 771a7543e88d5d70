// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/column_mapping.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>

#include "ui/bridge/words.h"
#include "ui/theme/theme.h"

namespace foretaste::wizards {

using namespace theme;
using bridge::text;

namespace {

constexpr int kPairsInARow = 2;

}  // namespace

ColumnMapping::ColumnMapping(QWidget* parent) : QWidget(parent), grid_(new QGridLayout(this)) {
    setObjectName(QStringLiteral("columnMapping"));
    grid_->setContentsMargins(0, 0, 0, 0);
    grid_->setHorizontalSpacing(kSpaceM);
    grid_->setVerticalSpacing(kSpaceS);
    for (int pair = 0; pair < kPairsInARow; ++pair) grid_->setColumnStretch(2 * pair + 1, 1);
}

void ColumnMapping::show(const schema::Schema& schema, const ingest::Preview& preview) {
    while (QLayoutItem* item = grid_->takeAt(0)) {
        if (item->widget()) item->widget()->deleteLater();  // a choice may be the caller
        delete item;
    }
    for (int i = 0; i < static_cast<int>(schema.fields.size()); ++i) {
        const auto field = text(schema.fields[static_cast<std::size_t>(i)].name);
        const auto column = preview.columnOf[static_cast<std::size_t>(i)];
        auto* choice = new QComboBox;
        choice->setObjectName(QStringLiteral("columnInput/") + field);
        choice->setAccessibleName(tr("Column of the file for %1").arg(field));
        for (const auto& name : preview.header) choice->addItem(text(name));
        choice->setPlaceholderText(tr("not in the file"));
        choice->setCurrentIndex(column < preview.header.size() ? static_cast<int>(column) : -1);
        auto* label = makeLabel(field, TextRole::Small, Tone::Text);
        label->setBuddy(choice);
        const int place = 2 * (i % kPairsInARow);
        grid_->addWidget(label, i / kPairsInARow, place);
        grid_->addWidget(choice, i / kPairsInARow, place + 1);
        connect(choice, &QComboBox::textActivated, this,
                [this, field](const QString& chosen) { emit columnChosen(field, chosen); });
    }
}

}  // namespace foretaste::wizards
