// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/parameter_inputs.h"

#include <QComboBox>
#include <QGridLayout>

#include "core/base/text.h"
#include "ui/bridge/engine_words.h"
#include "ui/bridge/words.h"
#include "ui/theme/tokens.h"

namespace foretaste::wizards {

using bridge::text;
using recipes::Parameter;
using recipes::ParameterKind;
using widgets::FormField;

namespace {

QString helpOf(const Parameter& parameter) {
    const auto standard =
        ParameterInputs::tr("The service's default is %1.").arg(text(parameter.defaultValue));
    const bool isNumber =
        parameter.kind == ParameterKind::Integer || parameter.kind == ParameterKind::Real;
    if (!isNumber) return bridge::spoken(parameter.help) + u' ' + standard;
    const auto range = ParameterInputs::tr("From %1 to %2.")
                           .arg(text(base::numberText(parameter.minimum)),
                                text(base::numberText(parameter.maximum)));
    return QStringList{bridge::spoken(parameter.help), range, standard}.join(u' ');
}

QWidget* inputOf(const Parameter& parameter) {
    const auto chosen = ParameterInputs::tr("chosen from the data");
    if (parameter.choices.empty()) {
        auto* edit = new QLineEdit;
        edit->setPlaceholderText(chosen);
        return edit;
    }
    auto* box = new QComboBox;
    box->addItem(chosen);
    for (const auto& choice : parameter.choices) box->addItem(text(choice));
    return box;
}

}  // namespace

ParameterInputs::ParameterInputs(QWidget* parent) : QWidget(parent), grid_(new QGridLayout(this)) {
    grid_->setContentsMargins(0, 0, 0, 0);
    grid_->setHorizontalSpacing(theme::kSpaceL);
    grid_->setVerticalSpacing(theme::kSpaceL);
}

void ParameterInputs::setRecipe(const recipes::RecipeFacts& facts) {
    constexpr int kInARow = 2;
    fields_.clear();
    for (const auto& parameter : facts.parameters) {
        if (parameter.group == recipes::ParameterGroup::Campaign) continue;
        const int place = static_cast<int>(fields_.size());
        auto* field = new FormField(text(parameter.name), text(parameter.name), inputOf(parameter),
                                    helpOf(parameter));
        fields_ << field;
        grid_->addWidget(field, place / kInARow, place % kInARow, Qt::AlignTop);
    }
    for (int column = 0; column < kInARow; ++column) grid_->setColumnStretch(column, 1);
}

QMap<QString, QString> ParameterInputs::values() const {
    QMap<QString, QString> values;
    for (const auto* field : fields_) {
        const auto* box = qobject_cast<const QComboBox*>(field->input());
        const auto* edit = qobject_cast<const QLineEdit*>(field->input());
        const auto value = edit                      ? edit->text().trimmed()
                           : box->currentIndex() > 0 ? box->currentText()
                                                     : QString();
        if (!value.isEmpty()) values[field->key()] = value;
    }
    return values;
}

void ParameterInputs::setValues(const QMap<QString, QString>& values) {
    for (auto* field : fields_) {
        const auto value = values.value(field->key());
        if (auto* edit = qobject_cast<QLineEdit*>(field->input()))
            edit->setText(value);
        else if (auto* box = qobject_cast<QComboBox*>(field->input()))
            box->setCurrentIndex(std::max(0, box->findText(value)));
    }
}

}  // namespace foretaste::wizards
