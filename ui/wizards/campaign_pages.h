// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/wizard_frame.h"
#include "ui/wizards/drafts.h"
#include "ui/wizards/refusals.h"
#include "ui/wizards/version_picker.h"

class QCheckBox;
class QSpinBox;

namespace foretaste::wizards {

class Disclosure;
class NumberInput;
class WeightInput;

/// The step that names a campaign and chooses the version it serves.
class CampaignVersionPage : public widgets::WizardPage {
    Q_OBJECT

public:
    /// `isNew`: otherwise the campaign has its name for good.
    explicit CampaignVersionPage(bool isNew, QWidget* parent = nullptr);

    void setSurroundings(const QString& groupName, const TakenNames& taken,
                         std::vector<VersionChoice> versions);
    void fill(CampaignDraft& draft) const;
    void setDraft(const CampaignDraft& draft);
    /// Null where no version can be deployed.
    const VersionChoice* chosen() const { return version_->chosen(); }

    QList<widgets::FieldError> check() override;

private:
    bool isNew_;
    QSet<QString> taken_;
    QLineEdit* name_;
    VersionPicker* version_;
    QCheckBox* follows_;
};

/// The step that says how a campaign serves: exploration, what comes with an item.
class CampaignSettingsPage : public widgets::WizardPage {
    Q_OBJECT

public:
    explicit CampaignSettingsPage(QWidget* parent = nullptr);

    /// Whether the recipe of the version explores, and whether items have metadata to return.
    void setPossible(const VersionChoice* version, bool hasItems);
    void fill(CampaignDraft& draft) const;
    void setDraft(const CampaignDraft& draft);

private:
    WeightInput* weight_;
    NumberInput* cutOff_;
    QCheckBox* metadata_;
    QSpinBox* tps_;
    QLabel* noExploration_;
    Disclosure* advanced_;
    widgets::FormField* weightField_;
    widgets::FormField* cutOffField_;
    widgets::FormField* metadataField_;
};

}  // namespace foretaste::wizards
