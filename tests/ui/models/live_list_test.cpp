// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/live_list.h"

#include <QSignalSpy>
#include <QTest>

#include "tests/core/service/workspace.h"
#include "ui/bridge/words.h"

using namespace foretaste;
using models::LiveList;
using service::ResourceKind;

class LiveListTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        workspace_ = std::make_unique<service::Workspace>();
        console_ = std::make_unique<bridge::Console>(*workspace_->service, workspace_->executor);
        fetches_ = 0;
        shown_.clear();
    }
    void cleanup() {
        console_.reset();
        workspace_.reset();
    }

    void fetchesAtOnceAndAfterChanges() {
        const auto live = makeLive();
        QTRY_COMPARE(fetches_, 1);
        QVERIFY(shown_.isEmpty());
        workspace_->makeGroup("film-club");
        QTRY_COMPARE(shown_, QStringList{QStringLiteral("film-club")});
        const int before = fetches_;
        // A schema is no kind it was told to follow.
        workspace_->service->createSchema(
            {.name = "items", .schema = std::string(service::kItemsSchema)});
        QTest::qWait(30);
        QCOMPARE(fetches_, before);
    }

    void changesThatArriveTogetherAreOneFetch() {
        const auto live = makeLive();
        QTRY_COMPARE(fetches_, 1);
        for (int i = 0; i < 20; ++i) workspace_->makeGroup("group-" + std::to_string(i));
        QTRY_COMPARE(shown_.size(), 20);
        QVERIFY2(fetches_ < 6, qPrintable(QString::number(fetches_)));
    }

    void whatFailsIsToldWithItsCode() {
        const auto arn = workspace_->makeGroup("film-club");
        LiveList live(
            *console_, {ResourceKind::DatasetGroup},
            [arn](service::Service& service) { return service.describeDatasetGroup(arn); },
            [this](const service::DatasetGroup& group) { shown_ << bridge::text(group.name); },
            nullptr);
        QSignalSpy failed(&live, &LiveList::failed), fetched(&live, &LiveList::fetched);
        QTRY_COMPARE(fetched.count(), 1);
        workspace_->service->deleteDatasetGroup(arn);
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(failed[0][0].toString().contains(QLatin1String("there is no dataset group")));
        QCOMPARE(failed[0][1].toString(), QStringLiteral("ResourceNotFoundException"));
        // It goes on living: another change is fetched again.
        workspace_->makeGroup("film-club");
        QTRY_COMPARE(fetched.count(), 2);
    }

    void sleepsWhileItsWidgetIsHidden() {
        QWidget page;
        const auto live = makeLive();
        live->sleepWhileHidden(&page);
        QTRY_COMPARE(fetches_, 1);
        workspace_->makeGroup("one");
        workspace_->makeGroup("two");
        QTest::qWait(30);
        QCOMPARE(fetches_, 1);
        page.show();
        QTRY_COMPARE(shown_.size(), 2);
        QCOMPARE(fetches_, 2);
        workspace_->makeGroup("three");
        QTRY_COMPARE(shown_.size(), 3);
    }

    void mayBeDeletedWhileItShows() {
        std::unique_ptr<LiveList> live;
        bool shown = false;
        live = std::make_unique<LiveList>(
            *console_, std::vector<ResourceKind>{},
            [](service::Service& service) { return service.listDatasetGroups().entries.size(); },
            [&](std::size_t) {
                shown = true;
                live.reset();
            },
            nullptr);
        QTRY_VERIFY(shown);
    }

    void pagesOfAListAreJoined() {
        for (int i = 0; i < 7; ++i) workspace_->makeGroup("group-" + std::to_string(i));
        const auto groups = models::allOf([this](service::Page page) {
            page.maxResults = 3;
            return workspace_->service->listDatasetGroups(page);
        });
        QCOMPARE(groups.size(), std::size_t{7});
        QCOMPARE(groups.back().name, std::string("group-6"));
    }

private:
    std::unique_ptr<LiveList> makeLive() {
        return std::make_unique<LiveList>(
            *console_, std::vector{ResourceKind::DatasetGroup},
            [](service::Service& service) {
                return models::allOf(
                    [&](const auto& page) { return service.listDatasetGroups(page); });
            },
            [this](const std::vector<service::DatasetGroup>& groups) {
                ++fetches_;
                shown_.clear();
                for (const auto& group : groups) shown_ << bridge::text(group.name);
            },
            nullptr);
    }

    std::unique_ptr<service::Workspace> workspace_;
    std::unique_ptr<bridge::Console> console_;
    int fetches_ = 0;
    QStringList shown_;
};

QTEST_MAIN(LiveListTest)
#include "live_list_test.moc"
