// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/words.h"
#include "ui/wizards/open.h"

/// Stands in for the wizards: writes down what a page asked for, so that a test of a page does not
/// walk through a wizard. Include once in a program; the library's own wizards are then left out by
/// the linker.
namespace foretaste::wizards {

struct Opened {
    QString wizard;
    QStringList arguments;
    std::function<void(const QString&)> done;  ///< of those that return one ARN
};

inline Opened& lastOpened() {
    static Opened opened;
    return opened;
}

void createDatasetGroup(bridge::Console&, QWidget*, std::function<void(const QString&)> done) {
    lastOpened() = {QStringLiteral("createDatasetGroup"), {}, std::move(done)};
}
void importDataset(bridge::Console&, QWidget*, const QString& group, service::DatasetType type,
                   std::function<void(const QString&)> done) {
    lastOpened() = {QStringLiteral("importDataset"),
                    {group, bridge::text(schema::typeName(type))},
                    std::move(done)};
}
void exportDataset(bridge::Console&, QWidget*, const QString& dataset,
                   std::function<void(const QString&)> done) {
    lastOpened() = {QStringLiteral("exportDataset"), {dataset}, std::move(done)};
}
void replaceSchema(bridge::Console&, QWidget*, const QString& dataset,
                   std::function<void(const QString&)> done) {
    lastOpened() = {QStringLiteral("replaceSchema"), {dataset}, std::move(done)};
}
void createSolution(bridge::Console&, QWidget*, const QString& group,
                    std::function<void(const QString&, const QString&)> done) {
    lastOpened() = {QStringLiteral("createSolution"), {group}, [done](const QString& solution) {
                        done(solution, {});
                    }};
}
void createSolutionVersion(bridge::Console&, QWidget*, const QString& solution,
                           std::function<void(const QString&)> done) {
    lastOpened() = {QStringLiteral("createSolutionVersion"), {solution}, std::move(done)};
}
void createCampaign(bridge::Console&, QWidget*, const QString& group, const QString& version,
                    std::function<void(const QString&)> done) {
    lastOpened() = {QStringLiteral("createCampaign"), {group, version}, std::move(done)};
}
void updateCampaign(bridge::Console&, QWidget*, const QString& campaign, const QString& version,
                    std::function<void(const QString&)> done) {
    lastOpened() = {QStringLiteral("updateCampaign"), {campaign, version}, std::move(done)};
}

void createFilter(bridge::Console&, QWidget*, const QString& group, const QString& like,
                  std::function<void(const QString&)> done) {
    lastOpened() = {QStringLiteral("createFilter"), {group, like}, std::move(done)};
}

}  // namespace foretaste::wizards
