// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizards/drafts.h"
#include "ui/wizards/resource_wizard.h"

class QCheckBox;

namespace foretaste::wizards {

class ConfigurationPage;
class RecipePage;
struct SolutionSurroundings;

/// A solution and, unless the user says otherwise, its first version.
class CreateSolutionWizard : public ResourceWizard {
    Q_OBJECT

public:
    CreateSolutionWizard(bridge::Console& console, const QString& groupArn,
                         QWidget* parent = nullptr);

    QString solutionArn() const;
    QString versionArn() const;  ///< empty: it was not to be trained yet

    void reject() override;

protected:
    void initializePage(int id) override;
    QJsonObject saveDraft() const override;
    void loadDraft(const QJsonObject& json) override;
    void submit() override;
    void keepMade() override;

private:
    struct Made {
        std::string solution, version;
    };
    CreateSolutionDraft draft() const;
    void take(const SolutionSurroundings& group);
    void showFinishText();
    void review(widgets::ReviewPage& page) const;

    std::string groupArn_;
    std::shared_ptr<Made> made_ = std::make_shared<Made>();
    RecipePage* recipe_;
    ConfigurationPage* configuration_;
    QCheckBox* train_;
    QLabel* trainNote_;
};

}  // namespace foretaste::wizards
