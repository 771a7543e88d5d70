// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/wizard_frame.h"
#include "ui/wizards/solution_surroundings.h"

namespace foretaste::wizards {

/// The step that names a solution and chooses its recipe.
class RecipePage : public widgets::WizardPage {
    Q_OBJECT

public:
    explicit RecipePage(const QString& groupName, QWidget* parent = nullptr);

    QString name() const;
    /// "aws-user-personalization"
    QString recipe() const;
    const recipes::RecipeFacts& facts() const;
    void set(const QString& name, const QString& recipe);
    void setSurroundings(const SolutionSurroundings& group);
    /// The solution exists: nothing here can change any more.
    void lock();

    QList<widgets::FieldError> check() override;

private:
    void suggest();

    QString groupName_;
    bool locked_ = false;
    QSet<QString> taken_;
    QLineEdit* name_;
    ChoiceCards* recipe_;
};

}  // namespace foretaste::wizards
