// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "ui/bridge/console.h"

class QWidget;

namespace foretaste::pages {

/// What happens after a deletion was asked for; neither is called where the user cancels.
struct AfterDeletion {
    std::function<void(const QString& name)> done;
    std::function<void(const QString& why)> refused;
};

/// Asks, naming all that goes with it, and deletes. A dataset group takes with it what is in it.
void deleteDatasetGroup(bridge::Console& console, QWidget* page, const std::string& groupArn,
                        AfterDeletion after);
void deleteDataset(bridge::Console& console, QWidget* page, const std::string& datasetArn,
                   AfterDeletion after);
void deleteEventTracker(bridge::Console& console, QWidget* page,
                        const service::EventTracker& tracker, AfterDeletion after);
void deleteSolution(bridge::Console& console, QWidget* page, const std::string& solutionArn,
                    AfterDeletion after);
void deleteSchema(bridge::Console& console, QWidget* page, const std::string& schemaArn,
                  AfterDeletion after);
void deleteFilter(bridge::Console& console, QWidget* page, const std::string& filterArn,
                  AfterDeletion after);
void deleteCampaign(bridge::Console& console, QWidget* page, const std::string& campaignArn,
                    AfterDeletion after);

}  // namespace foretaste::pages
