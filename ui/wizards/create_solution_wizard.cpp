// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/create_solution_wizard.h"

#include <QCheckBox>

#include "ui/bridge/words.h"
#include "ui/models/resource_models.h"
#include "ui/theme/theme.h"
#include "ui/wizards/configuration_page.h"
#include "ui/wizards/recipe_page.h"

namespace foretaste::wizards {

using bridge::text;
using service::ResourceKind;
using Row = widgets::ReviewPage::Row;

CreateSolutionWizard::CreateSolutionWizard(bridge::Console& console, const QString& groupArn,
                                           QWidget* parent)
    : ResourceWizard(console, QStringLiteral("createSolution"),
                     bridge::shortId(groupArn.toStdString()), tr("Create solution"), {}, parent),
      groupArn_(groupArn.toStdString()),
      recipe_(new RecipePage(bridge::shortId(groupArn_))),
      configuration_(new ConfigurationPage),
      train_(new QCheckBox(tr("Train the first version at once"))),
      trainNote_(theme::makeLabel({}, theme::TextRole::Small, theme::Tone::Muted, nullptr, true)) {
    addStep(recipe_);
    addStep(configuration_);
    auto* page =
        addReview(tr("Look it over: name, recipe and configuration cannot be changed later."),
                  [this](widgets::ReviewPage& review) { this->review(review); });
    offerCopy(*page, [this] {
        return bridge::apiRequest("CreateSolution", solutionRequest(draft(), groupArn_));
    });
    train_->setObjectName(QStringLiteral("trainInput"));
    train_->setChecked(true);
    page->body()->insertWidget(1, train_);
    page->body()->insertWidget(2, trainNote_);
    connect(train_, &QCheckBox::toggled, this, &CreateSolutionWizard::showFinishText);
    connect(train_, &QCheckBox::toggled, this, &CreateSolutionWizard::draftChanged);
    follow(
        {ResourceKind::Dataset, ResourceKind::DatasetImportJob, ResourceKind::Solution},
        [group = groupArn_](service::Service& service) {
            return lookAroundSolutions(service, group);
        },
        [this](const SolutionSurroundings& group) { take(group); });
}

void CreateSolutionWizard::take(const SolutionSurroundings& group) {
    recipe_->setSurroundings(group);
    configuration_->setSurroundings(group);
    const bool trainable = group.interactions.rows > 0;
    train_->setEnabled(trainable);
    trainNote_->setText(
        tr("The group has no interactions yet. Import them, then train from the solution's page."));
    trainNote_->setVisible(!trainable);
    showFinishText();
}

void CreateSolutionWizard::showFinishText() {
    setButtonText(FinishButton, draft().train ? tr("Create and train") : tr("Create solution"));
}

QString CreateSolutionWizard::solutionArn() const {
    return text(made_->solution);
}

QString CreateSolutionWizard::versionArn() const {
    return text(made_->version);
}

CreateSolutionDraft CreateSolutionWizard::draft() const {
    CreateSolutionDraft draft;
    draft.name = recipe_->name();
    draft.recipe = recipe_->recipe();
    configuration_->fill(draft);
    draft.train = train_->isEnabled() && train_->isChecked();
    return draft;
}

void CreateSolutionWizard::initializePage(int id) {
    configuration_->setRecipe(recipe_->facts());
    ResourceWizard::initializePage(id);
}

QJsonObject CreateSolutionWizard::saveDraft() const {
    auto entered = draft();
    entered.train = train_->isChecked();  // also where there is nothing to train on yet
    return toJson(entered);
}

void CreateSolutionWizard::loadDraft(const QJsonObject& json) {
    const auto draft = solutionDraftFrom(json);
    recipe_->set(draft.name, draft.recipe);
    configuration_->setRecipe(recipe_->facts());
    configuration_->setDraft(draft);
    train_->setChecked(draft.train);
}

void CreateSolutionWizard::review(widgets::ReviewPage& page) const {
    const auto entered = draft();
    page.addSection(tr("Solution"), recipe_->objectName(),
                    {{tr("Name"), entered.name},
                     {tr("Recipe"), bridge::recipeTitle(entered.recipe.toStdString())}});
    QStringList left;
    for (auto each = entered.excludedColumns.begin(); each != entered.excludedColumns.end(); ++each)
        for (const auto& column : each.value())
            left << tr("%1 of %2").arg(column, models::typeWord(each.key().toStdString()));
    QList<Row> rows{
        {tr("Event type"), entered.eventType.isEmpty() ? tr("every type") : entered.eventType},
        {tr("Event value threshold"),
         entered.eventValueThreshold.isEmpty() ? tr("every value") : entered.eventValueThreshold},
        {tr("Columns left out"), left.isEmpty() ? tr("none") : left.join(QStringLiteral(", "))}};
    if (entered.parameters.isEmpty())
        rows.append({tr("Hyperparameters"), tr("chosen from the data")});
    for (auto each = entered.parameters.begin(); each != entered.parameters.end(); ++each)
        rows.append({each.key(), each.value()});
    page.addSection(tr("Configuration"), configuration_->objectName(), rows);
}

void CreateSolutionWizard::submit() {
    const auto entered = draft();
    std::vector<Step> steps{
        {tr("Solution %1").arg(entered.name),
         [request = solutionRequest(entered, groupArn_)](service::Service& service) {
             return service.createSolution(request);
         },
         {made_, &made_->solution},
         {}}};
    if (entered.train)
        steps.push_back({tr("Training of its first version"),
                         [made = made_](service::Service& service) {
                             service::CreateSolutionVersionRequest request;
                             request.solutionArn = made->solution;
                             return service.createSolutionVersion(request);
                         },
                         {made_, &made_->version},
                         {}});
    make(steps);
}

void CreateSolutionWizard::keepMade() {
    if (solutionArn().isEmpty()) return;
    recipe_->lock();
    configuration_->lock();
}

void CreateSolutionWizard::reject() {
    ResourceWizard::reject();
    if (made() > 0) dropDraft();  // the solution is there
}

}  // namespace foretaste::wizards
