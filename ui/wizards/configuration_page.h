// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/wizard_frame.h"
#include "ui/wizards/drafts.h"
#include "ui/wizards/solution_surroundings.h"

class QComboBox;

namespace foretaste::wizards {

class ColumnChoice;
class Disclosure;
class ParameterInputs;

/// The step that says what a solution learns from, and how. Who touches nothing gets what the
/// engine chooses.
class ConfigurationPage : public widgets::WizardPage {
    Q_OBJECT

public:
    explicit ConfigurationPage(QWidget* parent = nullptr);

    /// Does nothing where the recipe is the one that is shown.
    void setRecipe(const recipes::RecipeFacts& facts);
    void setSurroundings(const SolutionSurroundings& group);
    /// Writes what was entered here into a draft.
    void fill(CreateSolutionDraft& draft) const;
    void setDraft(const CreateSolutionDraft& draft);
    /// The solution exists: nothing here can change any more.
    void lock();

    QList<widgets::FieldError> check() override;

private:
    void showColumns();

    const recipes::RecipeFacts* recipe_ = nullptr;
    DatasetFacts items_, users_;
    QComboBox* eventType_;
    QLineEdit* threshold_;
    ColumnChoice* columns_;
    Disclosure* advanced_;
    ParameterInputs* parameters_;
    QLabel* noParameters_;
    widgets::FormField* eventTypeField_;
    widgets::FormField* thresholdField_;
    widgets::FormField* columnsField_;
};

}  // namespace foretaste::wizards
