// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizards/drafts.h"
#include "ui/wizards/resource_wizard.h"

namespace foretaste::wizards {

class CampaignSettingsPage;
class CampaignVersionPage;
struct VersionChoice;

/// A new campaign, or other settings and another version for one that is there.
class CampaignWizard : public ResourceWizard {
    Q_OBJECT

public:
    /// One that begins with a version, or with the newest where `versionArn` is empty.
    static CampaignWizard* forNew(bridge::Console& console, const QString& groupArn,
                                  const QString& versionArn, QWidget* parent = nullptr);
    /// One that moves a campaign; `versionArn` is marked where it is not empty.
    static CampaignWizard* forUpdate(bridge::Console& console, const QString& campaignArn,
                                     const QString& versionArn, QWidget* parent = nullptr);

    QString campaignArn() const;

protected:
    void initializePage(int id) override;
    QJsonObject saveDraft() const override;
    void loadDraft(const QJsonObject& json) override;
    void submit() override;

private:
    struct Surroundings {
        TakenNames taken;
        service::DatasetGroup group;
        std::vector<VersionChoice> versions;
        bool hasItems = false;
        std::optional<service::Campaign> campaign;  ///< that is updated
    };
    CampaignWizard(bridge::Console& console, const QString& scope, bool isNew,
                   const QString& versionArn, QWidget* parent);
    static Surroundings lookAround(service::Service& service, const std::string& groupArn);
    void take(Surroundings found);
    CampaignDraft draft() const;
    bool explores() const;
    void review(widgets::ReviewPage& page) const;

    bool isNew_;
    bool hasItems_ = false;
    QString versionArn_;                   ///< to begin with
    std::optional<CampaignDraft> before_;  ///< an update: how the campaign is now
    std::shared_ptr<std::string> made_ = std::make_shared<std::string>();
    CampaignVersionPage* version_;
    CampaignSettingsPage* settings_;
};

}  // namespace foretaste::wizards
