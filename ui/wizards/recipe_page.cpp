// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/recipe_page.h"

#include "core/service/check.h"
#include "ui/wizards/drafts.h"
#include "ui/wizards/suggested_name.h"

namespace foretaste::wizards {

using widgets::FieldError;

RecipePage::RecipePage(const QString& groupName, QWidget* parent)
    : WizardPage(
          QStringLiteral("details"), tr("Solution"),
          tr("A solution says how to learn from the data of the group. Each training makes a "
             "version of it."),
          parent),
      groupName_(groupName),
      name_(new QLineEdit),
      recipe_(new ChoiceCards(2)) {
    addField(QStringLiteral("name"), tr("&Name"), name_,
             tr("Letters, digits, - and _, at most 63. It cannot be changed later."));
    addField(QStringLiteral("recipe"), tr("Recipe"), recipe_,
             tr("What is learnt and what can be asked for afterwards."));
    setSurroundings({});
    connect(recipe_, &ChoiceCards::valueChanged, this, &RecipePage::suggest);
}

QString RecipePage::name() const {
    return name_->text().trimmed();
}

QString RecipePage::recipe() const {
    return recipe_->value();
}

const recipes::RecipeFacts& RecipePage::facts() const {
    return recipes::findRecipe(recipe().toStdString())->facts();
}

void RecipePage::set(const QString& name, const QString& recipe) {
    recipe_->setValue(recipe);
    if (!name.isEmpty()) name_->setText(name);
}

void RecipePage::setSurroundings(const SolutionSurroundings& group) {
    taken_ = group.taken.solutions;
    if (locked_) return;
    QList<Choice> choices;
    for (const auto* facts : offeredRecipes()) choices << recipeChoice(*facts, group);
    recipe_->setChoices(choices);
    suggest();
}

void RecipePage::suggest() {
    const auto stem =
        QStringLiteral("%1-%2").arg(groupName_, recipe().remove(QStringLiteral("aws-")));
    suggestName(*name_, freeName(stem, taken_));
}

void RecipePage::lock() {
    locked_ = true;
    name_->setEnabled(false);
    recipe_->setEnabled(false);
}

QList<FieldError> RecipePage::check() {
    if (locked_) return {};
    CreateSolutionDraft draft;
    draft.name = name();
    draft.recipe = recipe();
    auto errors = refusals(
        [&] { service::check(solutionRequest(draft, "arn:aws:personalize:::dataset-group/x")); });
    if (const auto message = takenMessage(name(), taken_); !message.isEmpty())
        errors.append({QStringLiteral("name"), message});
    return errors;
}

}  // namespace foretaste::wizards
