// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/filter/condition_row.h"

#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QStringListModel>
#include <QToolButton>

#include "ui/bridge/words.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

namespace foretaste::wizards {

namespace {

/// Completes the last of several values parted by commas.
class ListCompleter : public QCompleter {
public:
    using QCompleter::QCompleter;
    QStringList splitPath(const QString& path) const override {
        return {path.section(u',', -1).trimmed()};
    }
    QString pathFromIndex(const QModelIndex& index) const override {
        const auto* edit = qobject_cast<const QLineEdit*>(widget());
        const auto before = edit ? edit->text().section(u',', 0, -2) : QString();
        const auto value = QCompleter::pathFromIndex(index);
        return before.isEmpty() ? value : before + QStringLiteral(", ") + value;
    }
};

}  // namespace

ConditionRow::ConditionRow(const QString& lead, const std::vector<service::FilterField>& fields,
                           QWidget* parent)
    : QWidget(parent),
      fields_(fields),
      field_(new QComboBox),
      comparison_(new QComboBox),
      values_(new QLineEdit),
      offers_(new QStringListModel(this)),
      remove_(new QToolButton) {
    constexpr int kLeadWidth = 52, kFieldWidth = 220, kComparisonWidth = 88;
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kSpaceS);
    auto* word = theme::makeLabel(lead, theme::TextRole::Small, theme::Tone::Muted);
    word->setFixedWidth(kLeadWidth);
    word->setBuddy(field_);
    field_->setObjectName(QStringLiteral("conditionFieldInput"));
    field_->setAccessibleName(tr("Field"));
    field_->setFixedWidth(kFieldWidth);
    comparison_->setObjectName(QStringLiteral("conditionComparisonInput"));
    comparison_->setAccessibleName(tr("Comparison"));
    comparison_->setFixedWidth(kComparisonWidth);
    values_->setObjectName(QStringLiteral("conditionValuesInput"));
    values_->setAccessibleName(tr("Values"));
    auto* completer = new ListCompleter(offers_, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    values_->setCompleter(completer);
    remove_->setObjectName(QStringLiteral("removeConditionButton"));
    remove_->setIcon(theme::icon(theme::Icon::Close, theme::Tone::Muted));
    remove_->setAutoRaise(true);
    remove_->setToolTip(tr("Remove this condition"));
    remove_->setAccessibleName(tr("Remove this condition"));
    for (const auto& field : fields_) field_->addItem(bridge::text(field.name));
    for (QWidget* part : std::initializer_list<QWidget*>{word, field_, comparison_})
        layout->addWidget(part);
    layout->addWidget(values_, 1);
    layout->addWidget(remove_);
    connect(field_, &QComboBox::currentIndexChanged, this, &ConditionRow::fieldChosen);
    connect(comparison_, &QComboBox::currentIndexChanged, this, &ConditionRow::changed);
    connect(values_, &QLineEdit::textChanged, this, &ConditionRow::changed);
    connect(remove_, &QToolButton::clicked, this, &ConditionRow::removed);
    fieldChosen();
}

void ConditionRow::fieldChosen() {
    const auto chosen = field_->currentIndex();
    if (chosen < 0) return;
    const auto& field = fields_[static_cast<std::size_t>(chosen)];
    const auto before = comparison_->currentText();
    const QSignalBlocker quiet(comparison_);
    comparison_->clear();
    comparison_->addItems(comparisonsOf(field.number));
    comparison_->setCurrentText(before);
    QStringList offers;
    for (const auto& value : field.values) offers << bridge::text(value);
    offers_->setStringList(offers);
    values_->setPlaceholderText(field.number ? tr("A number, or $NAME for one from the request")
                                             : tr("Values with commas between, or $NAME"));
    emit changed();
}

ConditionDraft ConditionRow::draft() const {
    return {field_->currentText(), comparison_->currentText(), values_->text()};
}

void ConditionRow::setDraft(const ConditionDraft& draft) {
    field_->setCurrentText(draft.field);
    comparison_->setCurrentText(draft.comparison);
    values_->setText(draft.values);
}

void ConditionRow::setRemovable(bool removable) {
    remove_->setVisible(removable);
}

}  // namespace foretaste::wizards
