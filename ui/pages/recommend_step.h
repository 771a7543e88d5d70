// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/overview_facts.h"
#include "ui/pages/step_card.h"

namespace foretaste::pages {

class TextLink;

/// The third step: the campaigns that answer, and how fast.
class RecommendStep : public StepCard {
    Q_OBJECT

public:
    explicit RecommendStep(QWidget* parent = nullptr);
    void show(const OverviewFacts& facts);

signals:
    void campaignOpened(const QString& arn);
    void allOpened();
    void createRequested();

private:
    class Line;
    static constexpr int kMostLines = 3;

    QLabel* intro_;
    QList<Line*> lines_;
    TextLink* all_;
    QPushButton* create_;
};

}  // namespace foretaste::pages
