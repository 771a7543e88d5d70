// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/campaign_wizard.h"

#include "ui/bridge/words.h"
#include "ui/wizards/campaign_pages.h"

namespace foretaste::wizards {

using bridge::text;
using service::ResourceKind;
using Row = widgets::ReviewPage::Row;

namespace {

const std::vector<ResourceKind> kFollowed{ResourceKind::Campaign, ResourceKind::SolutionVersion,
                                          ResourceKind::Dataset};

CampaignDraft draftOf(const service::Campaign& campaign) {
    CampaignDraft draft;
    draft.campaignArn = text(campaign.campaignArn);
    draft.name = text(campaign.name);
    draft.solutionVersionArn = text(campaign.solutionVersionArn);
    draft.minProvisionedTps = static_cast<int>(campaign.minProvisionedTPS);
    if (!campaign.campaignConfig) return draft;
    const auto& config = *campaign.campaignConfig;
    const auto number = [&](const char* name, double& value) {
        if (const auto found = config.itemExplorationConfig.find(name);
            found != config.itemExplorationConfig.end())
            value = text(found->second).toDouble();
    };
    number("explorationWeight", draft.explorationWeight);
    number("explorationItemAgeCutOff", draft.explorationItemAgeCutOff);
    draft.itemMetadata = config.enableMetadataWithRecommendations.value_or(false);
    draft.followsLatest = config.syncWithLatestSolutionVersion.value_or(false);
    return draft;
}

QString versionText(const CampaignDraft& draft) {
    const auto arn = draft.solutionVersionArn.toStdString();
    const auto words =
        CampaignWizard::tr("%1 of %2")
            .arg(bridge::shortId(arn), bridge::shortId(arn.substr(0, arn.rfind('/'))));
    return draft.followsLatest ? CampaignWizard::tr("%1, then always the newest").arg(words)
                               : words;
}

QString weightText(const CampaignDraft& draft) {
    return QLocale().toString(draft.explorationWeight, 'f', QLocale::FloatingPointShortest);
}

QString cutOffText(const CampaignDraft& draft) {
    return CampaignWizard::tr("%1 days").arg(
        QLocale().toString(draft.explorationItemAgeCutOff, 'f', QLocale::FloatingPointShortest));
}

QString metadataText(const CampaignDraft& draft) {
    return draft.itemMetadata ? CampaignWizard::tr("returned") : CampaignWizard::tr("not returned");
}

QString tpsText(const CampaignDraft& draft) {
    return bridge::countText(draft.minProvisionedTps);
}

}  // namespace

CampaignWizard::CampaignWizard(bridge::Console& console, const QString& scope, bool isNew,
                               const QString& versionArn, QWidget* parent)
    : ResourceWizard(console, QStringLiteral("campaign"), scope,
                     isNew ? tr("Create campaign") : tr("Update campaign"),
                     isNew ? tr("Create campaign") : tr("Update campaign"), parent),
      isNew_(isNew),
      versionArn_(versionArn),
      version_(new CampaignVersionPage(isNew)),
      settings_(new CampaignSettingsPage) {
    addStep(version_);
    addStep(settings_);
    auto* page = addReview(isNew ? tr("Look over what is going to be created.")
                                 : tr("Look over what is going to change."),
                           [this](widgets::ReviewPage& shown) { review(shown); });
    offerCopy(*page, [this] {
        return isNew_ ? bridge::apiRequest("CreateCampaign",
                                           createCampaignRequest(draft(), explores()))
                      : bridge::apiRequest("UpdateCampaign",
                                           updateCampaignRequest(draft(), explores()));
    });
}

CampaignWizard* CampaignWizard::forNew(bridge::Console& console, const QString& groupArn,
                                       const QString& versionArn, QWidget* parent) {
    auto* wizard = new CampaignWizard(console, bridge::shortId(groupArn.toStdString()), true,
                                      versionArn, parent);
    wizard->follow(
        kFollowed,
        [group = groupArn.toStdString()](service::Service& service) {
            return lookAround(service, group);
        },
        [wizard](Surroundings found) { wizard->take(std::move(found)); });
    return wizard;
}

CampaignWizard* CampaignWizard::forUpdate(bridge::Console& console, const QString& campaignArn,
                                          const QString& versionArn, QWidget* parent) {
    auto* wizard = new CampaignWizard(console, {}, false, versionArn, parent);
    wizard->follow(
        kFollowed,
        [arn = campaignArn.toStdString()](service::Service& service) {
            auto found = lookAround(service, service.datasetGroupOf(arn));
            found.campaign = service.describeCampaign(arn);
            return found;
        },
        [wizard](Surroundings found) { wizard->take(std::move(found)); });
    return wizard;
}

CampaignWizard::Surroundings CampaignWizard::lookAround(service::Service& service,
                                                        const std::string& groupArn) {
    Surroundings found{takenNames(service),
                       service.describeDatasetGroup(groupArn),
                       deployableVersions(service, groupArn),
                       false,
                       {}};
    for (const auto& dataset : models::allOf(
             [&](const service::Page& page) { return service.listDatasets(groupArn, page); }))
        found.hasItems |= schema::typeFromName(dataset.datasetType) == service::DatasetType::Items;
    return found;
}

void CampaignWizard::take(Surroundings found) {
    hasItems_ = found.hasItems;
    version_->setSurroundings(text(found.group.name), found.taken, std::move(found.versions));
    if (found.campaign && !before_) {
        before_ = draftOf(*found.campaign);
        *made_ = found.campaign->campaignArn;
        version_->setDraft(*before_);
        settings_->setDraft(*before_);
    }
    if (!versionArn_.isEmpty()) {
        CampaignDraft wanted = draft();
        wanted.solutionVersionArn = std::exchange(versionArn_, {});
        version_->setDraft(wanted);
    }
    settings_->setPossible(version_->chosen(), hasItems_);
}

QString CampaignWizard::campaignArn() const {
    return text(*made_);
}

CampaignDraft CampaignWizard::draft() const {
    CampaignDraft draft;
    if (before_) draft.campaignArn = before_->campaignArn;
    version_->fill(draft);
    settings_->fill(draft);
    return draft;
}

bool CampaignWizard::explores() const {
    return version_->chosen() && version_->chosen()->recipe().explores;
}

void CampaignWizard::initializePage(int id) {
    settings_->setPossible(version_->chosen(), hasItems_);
    ResourceWizard::initializePage(id);
}

QJsonObject CampaignWizard::saveDraft() const {
    // An update begins with what the campaign is, not with what somebody once meant to make of it.
    return isNew_ ? toJson(draft()) : QJsonObject();
}

void CampaignWizard::loadDraft(const QJsonObject& json) {
    const auto draft = campaignDraftFrom(json);
    version_->setDraft(draft);
    settings_->setDraft(draft);
}

void CampaignWizard::review(widgets::ReviewPage& page) const {
    const auto now = draft();
    // An update says what was and what is going to be.
    const auto row = [&](const QString& title, QString (*words)(const CampaignDraft&)) {
        const auto after = words(now);
        const auto earlier = before_ ? words(*before_) : after;
        return Row{title, earlier == after ? after : tr("%1 → %2").arg(earlier, after)};
    };
    page.addSection(tr("Campaign"), version_->objectName(),
                    {{tr("Name"), now.name}, row(tr("Version"), versionText)});
    QList<Row> rows;
    if (explores())
        rows << row(tr("Exploration weight"), weightText)
             << row(tr("An item is new for"), cutOffText);
    rows << row(tr("Item metadata"), metadataText) << row(tr("Minimum requests a second"), tpsText);
    page.addSection(tr("Settings"), settings_->objectName(), rows);
}

void CampaignWizard::submit() {
    const auto entered = draft();
    if (isNew_)
        make({{tr("Campaign %1").arg(entered.name),
               [request = createCampaignRequest(entered, explores())](service::Service& service) {
                   return service.createCampaign(request);
               },
               made_,
               {}}});
    else
        make({{tr("Update of campaign %1").arg(entered.name),
               [request = updateCampaignRequest(entered, explores())](service::Service& service) {
                   return service.updateCampaign(request);
               },
               made_,
               {}}});
}

}  // namespace foretaste::wizards
