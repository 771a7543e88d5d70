// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/column_choice.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QSignalBlocker>

#include "ui/models/resource_models.h"
#include "ui/theme/theme.h"

namespace foretaste::wizards {

using namespace theme;

namespace {

constexpr int kInARow = 3;

}  // namespace

ColumnChoice::ColumnChoice(QWidget* parent) : QWidget(parent), rows_(new QVBoxLayout(this)) {
    rows_->setContentsMargins(0, 0, 0, 0);
    rows_->setSpacing(kSpaceS);
}

void ColumnChoice::setColumns(const QMap<QString, QStringList>& columns) {
    if (columns == columns_) return;
    columns_ = columns;
    while (QLayoutItem* item = rows_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    boxes_.clear();
    for (auto dataset = columns.begin(); dataset != columns.end(); ++dataset) {
        if (dataset.value().isEmpty()) continue;
        const auto title = models::typeWord(dataset.key().toStdString());
        auto* group = new QWidget;
        auto* grid = new QGridLayout(group);
        grid->setContentsMargins(0, 0, 0, 0);
        grid->setVerticalSpacing(kSpaceXs);
        grid->addWidget(makeLabel(title, TextRole::Small, Tone::Muted), 0, 0, 1, kInARow);
        for (int place = 0; place < dataset.value().size(); ++place) {
            const auto name = dataset.value()[place];
            auto* box = new QCheckBox(name);
            box->setObjectName(QStringLiteral("column/%1/%2").arg(dataset.key(), name));
            box->setAccessibleName(tr("%1 of %2").arg(name, title));
            boxes_[{dataset.key(), name}] = box;
            grid->addWidget(box, 1 + place / kInARow, place % kInARow);
            connect(box, &QCheckBox::toggled, this, [this, key = dataset.key(), name](bool on) {
                auto& names = excluded_[key];
                names.removeAll(name);
                if (!on) names << name;
                emit excludedChanged();
            });
        }
        for (int column = 0; column < kInARow; ++column) grid->setColumnStretch(column, 1);
        rows_->addWidget(group);
    }
    setFocusProxy(boxes_.isEmpty() ? nullptr : boxes_.first());
    setExcluded(excluded_);
}

QMap<QString, QStringList> ColumnChoice::excluded() const {
    QMap<QString, QStringList> present;
    for (auto dataset = columns_.begin(); dataset != columns_.end(); ++dataset)
        for (const auto& name : dataset.value())
            if (excluded_.value(dataset.key()).contains(name)) present[dataset.key()] << name;
    return present;
}

void ColumnChoice::setExcluded(const QMap<QString, QStringList>& excluded) {
    excluded_ = excluded;
    for (auto box = boxes_.begin(); box != boxes_.end(); ++box) {
        const QSignalBlocker quiet(box.value());
        box.value()->setChecked(!excluded_.value(box.key().first).contains(box.key().second));
    }
}

}  // namespace foretaste::wizards
