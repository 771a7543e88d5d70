// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>

#include "ui/bridge/console.h"

class QWidget;

/// Every wizard and small form by one call. Each opens over the window of `parent` without blocking
/// it, deletes itself, and calls `done` when what it makes has been taken on (not on Cancel).
namespace foretaste::wizards {

/// A dataset group with its interactions dataset and, where a file is given, its first import.
void createDatasetGroup(bridge::Console& console, QWidget* parent,
                        std::function<void(const QString& groupArn)> done);

/// Data of one kind: makes schema and dataset where the group has none of the kind, and imports.
void importDataset(bridge::Console& console, QWidget* parent, const QString& groupArn,
                   service::DatasetType type, std::function<void(const QString& datasetArn)> done);

/// A CSV of a dataset's rows; `done` when the job is under way.
void exportDataset(bridge::Console& console, QWidget* parent, const QString& datasetArn,
                   std::function<void(const QString& exportJobArn)> done);

/// Another schema for a dataset whose rows stay; `done` when the replacement is under way.
void replaceSchema(bridge::Console& console, QWidget* parent, const QString& datasetArn,
                   std::function<void(const QString& datasetArn)> done);

/// A solution and, unless the user says otherwise, its first version; `versionArn` may be empty.
void createSolution(
    bridge::Console& console, QWidget* parent, const QString& groupArn,
    std::function<void(const QString& solutionArn, const QString& versionArn)> done);

/// Another version of a solution: full training, or an update with what is new.
void createSolutionVersion(bridge::Console& console, QWidget* parent, const QString& solutionArn,
                           std::function<void(const QString& versionArn)> done);

/// A campaign of a group; `versionArn` is the version to begin with, or empty.
void createCampaign(bridge::Console& console, QWidget* parent, const QString& groupArn,
                    const QString& versionArn,
                    std::function<void(const QString& campaignArn)> done);

/// Moves a campaign to another version or other settings; `versionArn` is marked, or empty.
void updateCampaign(bridge::Console& console, QWidget* parent, const QString& campaignArn,
                    const QString& versionArn,
                    std::function<void(const QString& campaignArn)> done);

/// A filter of a group; `like` is one whose expression it begins with, or empty.
void createFilter(bridge::Console& console, QWidget* parent, const QString& groupArn,
                  const QString& like, std::function<void(const QString& filterArn)> done);

}  // namespace foretaste::wizards
