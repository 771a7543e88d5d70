// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "core/service/data_insights.h"
#include "ui/widgets/card.h"

namespace foretaste::charts {
class Chart;
}

namespace foretaste::pages {

/// One thing that the data say as a card: how grave it is, a sentence, a chart with its table and
/// exports, and a button that does something about it where a click can. Takes ownership of the
/// chart; null where there is none.
widgets::Card* makeFindingCard(const ingest::Finding& finding, charts::Chart* chart,
                               std::function<void()> onFix);

/// What the button of a fix says; empty where there is none.
QString fixText(ingest::Fix fix);

/// Whether title, sentence or column hold these words, in any case.
bool says(const ingest::Finding& finding, const QString& words);

}  // namespace foretaste::pages
