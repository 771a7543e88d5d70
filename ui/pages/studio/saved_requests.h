// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>
#include <functional>
#include <optional>

#include "ui/pages/campaign_facts.h"

class QMenu;

namespace foretaste::pages {

/// A request of the studio that is kept for later.
struct SavedRequest {
    QString user;
    int results = 25;
    std::optional<ExplorationSettings> preview;  ///< other settings than the campaign's
    bool operator==(const SavedRequest&) const;
};

/// Keeps requests of a campaign in the settings, the newest first, and brings them back.
class SavedRequestsButton : public QPushButton {
    Q_OBJECT
public:
    /// `current` is what is kept when the user says so.
    explicit SavedRequestsButton(std::function<SavedRequest()> current, QWidget* parent = nullptr);
    void setCampaign(const std::string& campaignArn);

signals:
    void chosen(const foretaste::pages::SavedRequest& request);
    /// What to tell the user.
    void saved(const QString& message);

private:
    void fillMenu();
    void keep();
    void forget(const SavedRequest& request);

    std::function<SavedRequest()> current_;
    QString campaignArn_;
    QMenu* menu_;
    QMenu* forgetMenu_;
};

}  // namespace foretaste::pages
