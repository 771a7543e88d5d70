// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include "ui/pages/campaign_tab.h"
#include "ui/widgets/card.h"

class QPushButton;
class QSlider;

namespace foretaste::bridge {
class Console;
}

namespace foretaste::pages {

/// Turns a campaign's exploration up and down before it is so: the lists beside it follow at once,
/// the campaign only when it is told to.
class ExplorationPanel : public widgets::Card {
    Q_OBJECT
public:
    explicit ExplorationPanel(bridge::Console& console, QWidget* parent = nullptr);

    /// `fresh`: another campaign, or it serves otherwise than before.
    void setCampaign(const CampaignContext& context, bool fresh);
    /// What the sliders say where that is not the campaign's own.
    std::optional<ExplorationSettings> preview() const;
    /// Moves the sliders there, without a word; nothing: to the campaign's own.
    void setPreview(const std::optional<ExplorationSettings>& settings);

signals:
    /// A slider has been moved, or is back at the campaign's own.
    void previewChanged();
    void flash(foretaste::widgets::FlashKind kind, const QString& text);

private:
    QSlider* addSlider(QLabel* label, const char* name, const QString& meaning);
    ExplorationSettings chosen() const;
    void moved();
    void tell();
    void reset();
    void apply();
    void measure();

    bridge::Console& console_;
    std::string campaignArn_;
    ExplorationSettings own_;
    std::optional<service::ExplorationReport> report_;  ///< at the campaign's own cut-off
    std::string measuring_;  ///< the campaign that a report is being made of
    int asked_ = 0;
    QLabel* weightLabel_;
    QLabel* cutOffLabel_;
    QSlider* weight_;
    QSlider* cutOff_;
    QLabel* words_;
    QPushButton* reset_;
    QPushButton* apply_;
    QTimer settle_;
};

}  // namespace foretaste::pages
