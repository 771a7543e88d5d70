// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/campaign_pages.h"

#include <QCheckBox>
#include <QSpinBox>

#include "core/service/check.h"
#include "ui/bridge/words.h"
#include "ui/theme/theme.h"
#include "ui/wizards/disclosure.h"
#include "ui/wizards/number_input.h"
#include "ui/wizards/suggested_name.h"
#include "ui/wizards/weight_input.h"

namespace foretaste::wizards {

using bridge::text;
using widgets::FieldError;

CampaignVersionPage::CampaignVersionPage(bool isNew, QWidget* parent)
    : WizardPage(
          QStringLiteral("details"), tr("Campaign"),
          isNew ? tr("A campaign serves one version: applications and the studio ask it for "
                     "recommendations.")
                : tr("The campaign goes on serving as it does until the new version is ready."),
          parent),
      isNew_(isNew),
      name_(new QLineEdit),
      version_(new VersionPicker),
      follows_(new QCheckBox(tr("Always serve the newest active version of this solution"))) {
    addField(QStringLiteral("name"), tr("&Name"), name_,
             isNew ? tr("Letters, digits, - and _, at most 63. It cannot be changed later.")
                   : QString());
    name_->setEnabled(isNew);
    addField(QStringLiteral("solutionVersionArn"), tr("&Version"), version_,
             tr("Active versions of the group, the newest first."));
    follows_->setObjectName(QStringLiteral("followsLatestInput"));
    body()->addWidget(follows_);
    connect(follows_, &QCheckBox::toggled, this, &CampaignVersionPage::changed);
}

void CampaignVersionPage::setSurroundings(const QString& groupName, const TakenNames& taken,
                                          std::vector<VersionChoice> versions) {
    taken_ = taken.campaigns;
    version_->setVersions(std::move(versions));
    if (isNew_) suggestName(*name_, freeName(groupName + QStringLiteral("-campaign"), taken_));
}

void CampaignVersionPage::fill(CampaignDraft& draft) const {
    draft.name = name_->text().trimmed();
    draft.solutionVersionArn = version_->value();
    draft.followsLatest = follows_->isChecked();
}

void CampaignVersionPage::setDraft(const CampaignDraft& draft) {
    if (!draft.name.isEmpty()) name_->setText(draft.name);
    if (!draft.solutionVersionArn.isEmpty()) version_->setValue(draft.solutionVersionArn);
    follows_->setChecked(draft.followsLatest);
}

QList<FieldError> CampaignVersionPage::check() {
    CampaignDraft draft;
    fill(draft);
    if (draft.solutionVersionArn.isEmpty())
        return {{QStringLiteral("solutionVersionArn"),
                 tr("A campaign needs an active version: train a solution first.")}};
    if (!isNew_) return {};
    auto errors = refusals([&] { service::check(createCampaignRequest(draft, false)); });
    if (const auto message = takenMessage(draft.name, taken_); !message.isEmpty())
        errors.append({QStringLiteral("name"), message});
    return errors;
}

CampaignSettingsPage::CampaignSettingsPage(QWidget* parent)
    : WizardPage(QStringLiteral("settings"), tr("Settings"),
                 tr("They can be changed at any time, also while the campaign serves."), parent),
      weight_(new WeightInput),
      cutOff_(new NumberInput(0.01, 36500, 1)),
      metadata_(new QCheckBox(tr("Return what is known of an item with each recommendation"))),
      tps_(new QSpinBox),
      noExploration_(
          theme::makeLabel({}, theme::TextRole::Table, theme::Tone::Muted, nullptr, true)),
      advanced_(new Disclosure(tr("Advanced"))) {
    constexpr int kNumberWidth = 140;
    noExploration_->setObjectName(QStringLiteral("noExploration"));
    body()->addWidget(noExploration_);
    weightField_ = addField(
        QStringLiteral("explorationWeight"), tr("&Exploration weight"), weight_,
        tr("New items have no history. How strongly are they tried, to find out who likes them?"));
    cutOff_->setSuffix(tr(" days"));
    cutOff_->setMaximumWidth(kNumberWidth);
    cutOffField_ =
        addField(QStringLiteral("explorationItemAgeCutOff"), tr("An item is &new for"), cutOff_,
                 tr("Older items are not tried any more. Age counts up to the "
                    "newest interaction."));
    metadataField_ = addField(QStringLiteral("enableMetadataWithRecommendations"),
                              tr("Item metadata"), metadata_);
    tps_->setRange(1, 100000);
    tps_->setMaximumWidth(kNumberWidth);
    auto* tpsField = new widgets::FormField(
        QStringLiteral("minProvisionedTPS"), tr("&Minimum provisioned requests a second"), tps_,
        tr("The service reserves and bills this. Here it is kept, and changes nothing."));
    advanced_->setObjectName(QStringLiteral("advanced"));
    advanced_->body()->addWidget(tpsField);
    watchField(tpsField);
    body()->addWidget(advanced_);
    setDraft({});
}

void CampaignSettingsPage::setPossible(const VersionChoice* version, bool hasItems) {
    const bool explores = version && version->recipe().explores;
    weightField_->setVisible(explores);
    cutOffField_->setVisible(explores);
    noExploration_->setVisible(version && !explores);
    if (version)
        noExploration_->setText(tr("%1 does not explore: there is nothing to set for new items.")
                                    .arg(text(version->recipe().title)));
    metadata_->setEnabled(hasItems);
    metadataField_->setHelp(hasItems
                                ? tr("As its title and genres, so that an application needs no "
                                     "second look-up.")
                                : tr("The group has no items dataset to take it from."));
}

void CampaignSettingsPage::fill(CampaignDraft& draft) const {
    draft.explorationWeight = weight_->value();
    draft.explorationItemAgeCutOff = cutOff_->value();
    draft.itemMetadata = metadata_->isEnabled() && metadata_->isChecked();
    draft.minProvisionedTps = tps_->value();
}

void CampaignSettingsPage::setDraft(const CampaignDraft& draft) {
    weight_->setValue(draft.explorationWeight);
    cutOff_->setValue(draft.explorationItemAgeCutOff);
    metadata_->setChecked(draft.itemMetadata);
    tps_->setValue(draft.minProvisionedTps);
    advanced_->setOpen(draft.minProvisionedTps > 1);
}

}  // namespace foretaste::wizards
