// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/configuration_page.h"

#include <QComboBox>
#include <QSignalBlocker>

#include "core/service/solution.h"
#include "ui/bridge/words.h"
#include "ui/theme/theme.h"
#include "ui/wizards/column_choice.h"
#include "ui/wizards/disclosure.h"
#include "ui/wizards/parameter_inputs.h"

namespace foretaste::wizards {

using widgets::FieldError;
using widgets::FormField;

ConfigurationPage::ConfigurationPage(QWidget* parent)
    : WizardPage(QStringLiteral("configuration"), tr("Configuration"),
                 tr("You can leave this step as it is: the engine then chooses from the data, and "
                    "reports what it chose."),
                 parent),
      eventType_(new QComboBox),
      threshold_(new QLineEdit),
      columns_(new ColumnChoice),
      advanced_(new Disclosure(tr("Advanced"))),
      parameters_(new ParameterInputs),
      noParameters_(theme::makeLabel(tr("This recipe has no hyperparameters."),
                                     theme::TextRole::Small, theme::Tone::Muted)) {
    auto* events = new QHBoxLayout;
    events->setSpacing(theme::kSpaceL);
    eventType_->setEditable(true);
    eventType_->setInsertPolicy(QComboBox::NoInsert);
    eventType_->lineEdit()->setPlaceholderText(tr("every type"));
    threshold_->setPlaceholderText(tr("every value"));
    eventTypeField_ = new FormField(QStringLiteral("eventType"), tr("&Event type"), eventType_,
                                    tr("Learn from events of this type only, such as purchase."));
    thresholdField_ =
        new FormField(QStringLiteral("eventValueThreshold"), tr("Event &value threshold"),
                      threshold_, tr("Learn from this value on, such as 4 of 5 stars."));
    for (auto* field : {eventTypeField_, thresholdField_}) {
        events->addWidget(field, 1, Qt::AlignTop);
        watchField(field);
    }
    body()->addLayout(events);
    columnsField_ = addField(QStringLiteral("columns"), tr("Columns that train"), columns_,
                             tr("Untick what should not decide who likes what."));
    connect(columns_, &ColumnChoice::excludedChanged, this, &ConfigurationPage::changed);
    advanced_->setObjectName(QStringLiteral("advanced"));
    advanced_->body()->addWidget(noParameters_);
    advanced_->body()->addWidget(parameters_);
    body()->addWidget(advanced_);
    setSurroundings({});
}

void ConfigurationPage::setRecipe(const recipes::RecipeFacts& facts) {
    if (recipe_ == &facts) return;
    recipe_ = &facts;
    for (auto* field : parameters_->fields()) removeField(field);
    parameters_->setRecipe(facts);
    for (auto* field : parameters_->fields()) watchField(field);
    noParameters_->setVisible(parameters_->fields().isEmpty());
    showColumns();
}

void ConfigurationPage::setSurroundings(const SolutionSurroundings& group) {
    items_ = group.items;
    users_ = group.users;
    eventTypeField_->setVisible(group.interactions.schema.find("EVENT_TYPE") != nullptr);
    thresholdField_->setVisible(group.interactions.schema.find("EVENT_VALUE") != nullptr);
    {
        const QSignalBlocker quiet(eventType_);
        const auto entered = eventType_->currentText();
        eventType_->clear();
        eventType_->addItems(group.eventTypes);
        eventType_->setCurrentText(entered);
    }
    showColumns();
}

void ConfigurationPage::showColumns() {
    // What is the same for everybody does not ask who likes what.
    const bool learns = recipe_ && recipe_->type != recipes::RecipeType::PopularItems;
    QMap<QString, QStringList> columns;
    if (learns) {
        columns[QStringLiteral("ITEMS")] = trainedColumns(items_);
        columns[QStringLiteral("USERS")] = trainedColumns(users_);
    }
    columns_->setColumns(columns);
    columnsField_->setVisible(learns &&
                              !(trainedColumns(items_) + trainedColumns(users_)).isEmpty());
}

void ConfigurationPage::fill(CreateSolutionDraft& draft) const {
    draft.parameters = parameters_->values();
    draft.eventType = eventTypeField_->isHidden() ? QString() : eventType_->currentText().trimmed();
    draft.eventValueThreshold =
        thresholdField_->isHidden() ? QString() : threshold_->text().trimmed();
    draft.excludedColumns = columns_->excluded();
}

void ConfigurationPage::setDraft(const CreateSolutionDraft& draft) {
    eventType_->setCurrentText(draft.eventType);
    threshold_->setText(draft.eventValueThreshold);
    columns_->setExcluded(draft.excludedColumns);
    parameters_->setValues(draft.parameters);
    if (!draft.parameters.isEmpty()) advanced_->setOpen(true);
}

void ConfigurationPage::lock() {
    for (QWidget* each :
         std::initializer_list<QWidget*>{eventType_, threshold_, columns_, parameters_})
        each->setEnabled(false);
}

QList<FieldError> ConfigurationPage::check() {
    CreateSolutionDraft entered;
    entered.recipe = bridge::text(recipe_->name);
    fill(entered);
    // The service stops at the first fault; asked for one setting at a time it tells all.
    const auto faultsOf = [&](const CreateSolutionDraft& part) {
        return refusals([&] {
            service::checkSolutionConfig(*solutionRequest(part, {}).solutionConfig, *recipe_);
        });
    };
    QList<FieldError> errors;
    for (auto each = entered.parameters.begin(); each != entered.parameters.end(); ++each) {
        CreateSolutionDraft part;
        part.recipe = entered.recipe;
        part.parameters[each.key()] = each.value();
        errors += faultsOf(part);
    }
    if (!errors.isEmpty()) advanced_->setOpen(true);
    entered.parameters.clear();
    return faultsOf(entered) + errors;
}

}  // namespace foretaste::wizards
