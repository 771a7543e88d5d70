// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"
#include "ui/widgets/status.h"

namespace foretaste::pages {

/// One of the steps from data to recommendations: its number, its name and how far it is.
class StepCard : public widgets::Card {
    Q_OBJECT

public:
    StepCard(int number, const QString& name, QWidget* parent = nullptr);
    /// An empty word hides the state.
    void setState(widgets::Status status, const QString& word);

private:
    widgets::StatusBadge* badge_;
};

}  // namespace foretaste::pages
