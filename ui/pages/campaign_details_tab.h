// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/campaign_tab.h"

namespace foretaste::widgets {
class Card;
class KeyValuePanel;
}  // namespace foretaste::widgets

namespace foretaste::pages {

/// What a campaign is set to, and its latest update.
class CampaignDetailsTab : public CampaignTab {
    Q_OBJECT
public:
    explicit CampaignDetailsTab(QWidget* parent = nullptr);
    void setCampaign(const CampaignContext& context, bool fresh) override;

private:
    void showUpdate(const service::CampaignUpdateSummary& update);

    CampaignContext context_;
    widgets::KeyValuePanel* facts_;
    widgets::KeyValuePanel* update_;
    widgets::Card* updateCard_;
};

}  // namespace foretaste::pages
