// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/deletions.h"

#include <QCoreApplication>
#include <QWidget>

#include "ui/bridge/words.h"
#include "ui/pages/group_contents.h"
#include "ui/pages/listings.h"
#include "ui/widgets/dialogs.h"

namespace foretaste::pages {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("foretaste::pages", text);
}

std::function<void(const bridge::CallError&)> tell(
    const std::function<void(const QString& why)>& refused) {
    return [refused](const bridge::CallError& error) { refused(bridge::sentenceText(error.message)); };
}

}  // namespace

void deleteDatasetGroup(bridge::Console& console, QWidget* page, const std::string& groupArn,
                        AfterDeletion after) {
    const auto refuse = tell(after.refused);
    console.call(
        page, [groupArn](service::Service& service) { return contentsOf(service, groupArn); },
        [&console, page, groupArn, after, refuse](const GroupContents& contents) {
            const auto name = bridge::shortId(groupArn);
            const bool typeName = contents.rows > 0;
            if (!widgets::confirmDelete(
                    page, {tr("dataset group"), name, consequencesOf(contents), typeName}))
                return;
            console.call(
                page,
                [groupArn](service::Service& service) {
                    deleteGroupWithContents(service, groupArn);
                },
                [after, name] { after.done(name); }, refuse);
        },
        refuse);
}

void deleteDataset(bridge::Console& console, QWidget* page, const std::string& datasetArn,
                   AfterDeletion after) {
    struct Found {
        QString name;
        std::int64_t rows = 0;
    };
    const auto find = [datasetArn](service::Service& service) {
        const auto statistics = service.datasetStatistics(datasetArn);
        return Found{bridge::text(service.describeDataset(datasetArn).name),
                     statistics.bulkRows + statistics.putRows};
    };
    const auto refuse = tell(after.refused);
    console.call(
        page, find,
        [&console, page, datasetArn, after, refuse](const Found& found) {
            QStringList consequences;
            if (found.rows > 0)
                consequences << tr("%1 rows and the reports of their imports are deleted; the files "
                                   "they came from stay")
                                    .arg(bridge::countText(found.rows));
            consequences << tr("Models trained on it stay, but new versions are trained without it");
            if (!widgets::confirmDelete(page,
                                        {tr("dataset"), found.name, consequences, found.rows > 0}))
                return;
            console.call(
                page, [datasetArn](service::Service& service) { service.deleteDataset(datasetArn); },
                [after, name = found.name] { after.done(name); }, refuse);
        },
        refuse);
}

void deleteEventTracker(bridge::Console& console, QWidget* page,
                        const service::EventTracker& tracker, AfterDeletion after) {
    const auto name = bridge::text(tracker.name);
    const QStringList consequences{
        tr("Programs that send events with its tracking id get an error from then on"),
        tr("The events it recorded are kept, and training goes on using them")};
    if (!widgets::confirmDelete(page, {tr("event tracker"), name, consequences, false})) return;
    console.call(
        page,
        [arn = tracker.eventTrackerArn](service::Service& service) {
            service.deleteEventTracker(arn);
        },
        [after, name] { after.done(name); }, tell(after.refused));
}

void deleteSolution(bridge::Console& console, QWidget* page, const std::string& solutionArn,
                    AfterDeletion after) {
    struct Found {
        QString name;
        int versions = 0;
        QStringList campaigns;
    };
    const auto find = [solutionArn](service::Service& service) {
        Found found;
        found.name = bridge::text(service.describeSolution(solutionArn).name);
        found.versions = static_cast<int>(versionsOf(service, solutionArn).size());
        for (const auto& campaign : campaignsOf(service, solutionArn))
            found.campaigns << bridge::text(campaign.name);
        return found;
    };
    const auto refuse = tell(after.refused);
    console.call(
        page, find,
        [&console, page, solutionArn, after, refuse](const Found& found) {
            if (!found.campaigns.isEmpty()) {
                after.refused(tr("Solution %1 is deployed in %2. Delete the campaign first.")
                                  .arg(found.name, found.campaigns.join(QStringLiteral(", "))));
                return;
            }
            QStringList consequences;
            if (found.versions > 0)
                consequences << (found.versions == 1
                                     ? tr("Its version and the trained model are deleted too")
                                     : tr("Its %1 versions and their trained models are deleted too")
                                           .arg(found.versions));
            if (!widgets::confirmDelete(page, {tr("solution"), found.name, consequences, false}))
                return;
            console.call(
                page, [solutionArn](service::Service& service) { service.deleteSolution(solutionArn); },
                [after, name = found.name] { after.done(name); }, refuse);
        },
        refuse);
}

void deleteSchema(bridge::Console& console, QWidget* page, const std::string& schemaArn,
                  AfterDeletion after) {
    const auto name = bridge::shortId(schemaArn);
    if (!widgets::confirmDelete(page, {tr("schema"), name, {}, false})) return;
    console.call(
        page, [schemaArn](service::Service& service) { service.deleteSchema(schemaArn); },
        [after, name] { after.done(name); }, tell(after.refused));
}

void deleteFilter(bridge::Console& console, QWidget* page, const std::string& filterArn,
                  AfterDeletion after) {
    const auto name = bridge::shortId(filterArn);
    const QStringList consequences{tr("Requests that name it get an error from then on")};
    if (!widgets::confirmDelete(page, {tr("filter"), name, consequences, false})) return;
    console.call(
        page, [filterArn](service::Service& service) { service.deleteFilter(filterArn); },
        [after, name] { after.done(name); }, tell(after.refused));
}

void deleteCampaign(bridge::Console& console, QWidget* page, const std::string& campaignArn,
                    AfterDeletion after) {
    const auto name = bridge::shortId(campaignArn);
    const QStringList consequences{
        tr("Scripts that ask this campaign for recommendations get an error from then on"),
        tr("The solution version it serves is kept")};
    if (!widgets::confirmDelete(page, {tr("campaign"), name, consequences, false})) return;
    console.call(
        page, [campaignArn](service::Service& service) { service.deleteCampaign(campaignArn); },
        [after, name] { after.done(name); }, tell(after.refused));
}

}  // namespace foretaste::pages
