// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QList>
#include <QString>

#include "core/service/simulation.h"
#include "ui/charts/area_chart.h"
#include "ui/charts/line_chart.h"

namespace foretaste::pages {

/// What the simulator has played up to a day, as figures, lines and a sentence. Greedy is the
/// policy that the others are held against, Thompson sampling the one that campaigns explore with;
/// both are always there.
class SimulatorStory {
    Q_DECLARE_TR_FUNCTIONS(foretaste::pages::SimulatorStory)
public:
    /// `days`: of each day all policies, in one order.
    explicit SimulatorStory(std::vector<std::vector<service::SimulatedDay>> days);

    bool isEmpty() const { return days_.empty(); }
    int day() const { return static_cast<int>(days_.size()); }

    /// Clicks of Thompson sampling less greedy's, up to now.
    std::int64_t lead() const;
    /// The day from which on Thompson sampling stays ahead of greedy; 0: it is not ahead.
    int overtaken() const;
    const service::SimulatedDay& now(std::string_view policy) const;

    /// By day, from 0 on: clicks that each policy but greedy is ahead of it.
    QList<charts::Line> leads() const;
    /// By day: expected clicks that the best lists would have had more.
    QList<charts::Line> regrets() const;
    /// By day: new items with 100 impressions, and the new items that there are.
    QList<charts::Line> discoveries() const;
    /// By day: Thompson sampling's places by age of item; the last share is of the old items.
    QList<charts::Share> places() const;
    /// What has happened so far, and why.
    QString words() const;

private:
    std::size_t indexOf(std::string_view policy) const;
    template <class Value>
    charts::Line line(std::size_t policy, Value value) const;

    std::vector<std::vector<service::SimulatedDay>> days_;
};

QString policyTitle(std::string_view policy);    ///< "Thompson sampling"
QString policyMeaning(std::string_view policy);  ///< one sentence
/// The colour and dash that a policy has in every chart.
int policyStyle(std::string_view policy);

}  // namespace foretaste::pages
