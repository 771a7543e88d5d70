// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/event_tracker_page.h"

#include <QComboBox>
#include <QLineEdit>

#include "tests/ui/pages/console_fixture.h"
#include "tests/ui/pages/recorded_wizards.h"
#include "ui/pages/event_stream.h"
#include "ui/pages/pages.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/dialogs.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/key_value_panel.h"

using namespace foretaste;
using namespace foretaste::pages;
using namespace foretaste::uitest;
using bridge::text;

class EventTrackerPageTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        prepareApplication(settings_);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }
    void init() {
        fixture_ = std::make_unique<ConsoleFixture>();
        group_ = fixture_->workspace.makeFilledGroup();
        page_ = openPage<EventTrackerPage>(*fixture_, group_);
    }
    void cleanup() {
        page_.reset();
        fixture_.reset();
        QCOMPARE(widgets::testing::clearAnswers(), 0);
    }

    void aTrackerIsMadeInPlace() {
        QTRY_VERIFY(shown<QPushButton>(*page_, "createEventTrackerButton"));
        auto* name = shown<QLineEdit>(*page_, "nameInput");
        QCOMPARE(name->text(), s("film-club-tracker"));
        QVERIFY(takePicture(*page_, "event_tracker-new"));

        name->setText(s("no spaces allowed"));
        click("createEventTrackerButton");
        auto* field = page_->findChild<widgets::FormField*>(s("nameField"));
        QTRY_VERIFY(!field->error().isEmpty());
        name->setText(s("clicks"));
        click("createEventTrackerButton");
        QTRY_VERIFY(shown<QPushButton>(*page_, "sendEventButton"));
        const auto tracker = fixture_->service().listEventTrackers(group_).entries.at(0);
        QCOMPARE(text(tracker.name), s("clicks"));
        QCOMPARE(fact("Tracking id"), text(tracker.trackingId));
        QVERIFY(!shown<QPushButton>(*page_, "createEventTrackerButton"));
    }

    void aTestEventArrives() {
        makeTracker();
        auto* user = shown<QComboBox>(*page_, "userIdInput");
        QTRY_COMPARE(user->count(), 30);
        QTRY_COMPARE(shown<QComboBox>(*page_, "eventTypeInput")->currentText(), s("watch"));
        auto* history = shown<widgets::DataTable>(*page_, "historyTable");
        user->setCurrentText(s("u3"));
        QTRY_COMPARE(history->model()->rowCount(), 10);
        shown<QComboBox>(*page_, "itemIdInput")->setCurrentText(s("i59"));
        click("sendEventButton");
        QTRY_VERIFY(wordsOf(*page_).contains(s("Stored: u3, watch, i59")));
        QTRY_COMPARE(history->model()->index(0, 0).data().toString(), s("Film 59"));
        QTRY_COMPARE(fact("Events so far"), s("1"));
        // Dated after the newest event, so that no item has grown older by years.
        const auto events = fixture_->service().userHistory(group_, "u3", 1);
        QCOMPARE(events[0].timestamp, service::Workspace::kEnd + 1);
        QVERIFY(takePicture(*page_, "event_tracker"));
    }

    void eventsAppearAsTheyArriveAndAreHeldStill() {
        makeTracker();
        auto* stream = shown<widgets::DataTable>(*page_, "streamTable");
        QTRY_COMPARE(stream->model()->rowCount(), 0);
        put("u5", "i7");
        QTRY_COMPARE_WITH_TIMEOUT(stream->model()->rowCount(), 1, 5000);
        QCOMPARE(cell(*stream, 0, 0), s("Film 7"));
        QCOMPARE(cell(*stream, 0, 2), s("u5"));
        QCOMPARE(cell(*stream, 0, 4), s("2"));
        put({}, "i9");
        QTRY_COMPARE_WITH_TIMEOUT(stream->model()->rowCount(), 2, 5000);
        QCOMPARE(cell(*stream, 0, 0), s("Film 9"));
        QCOMPARE(cell(*stream, 0, 2), s("session evening"));
        QTRY_COMPARE(fact("Events so far"), s("2"));
        QVERIFY(takePicture(*page_, "event_tracker-stream"));

        click("holdStreamButton");
        put("u6", "i1");
        page_->findChild<EventStream*>()->look();
        QCOMPARE(stream->model()->rowCount(), 2);
        click("holdStreamButton");
        QTRY_COMPARE(stream->model()->rowCount(), 3);
    }

    void whatIsMissingIsSaidAtItsField() {
        makeTracker();
        QTRY_COMPARE(shown<QComboBox>(*page_, "eventTypeInput")->currentText(), s("watch"));
        shown<QComboBox>(*page_, "itemIdInput")->setCurrentText({});
        click("sendEventButton");
        QVERIFY(!page_->findChild<widgets::FormField*>(s("itemIdField"))->error().isEmpty());
        QVERIFY(page_->findChild<widgets::FormField*>(s("userIdField"))->error().isEmpty());
        shown<QComboBox>(*page_, "itemIdInput")->setCurrentText(s("i1"));
        shown<QComboBox>(*page_, "userIdInput")->setCurrentText(QString(300, u'x'));
        click("sendEventButton");
        auto* field = page_->findChild<widgets::FormField*>(s("userIdField"));
        QTRY_VERIFY(field->error().contains(s("at most 256")));
        QCOMPARE(fact("Events so far"), s("0"));
    }

    void withoutInteractionsItSaysWhatIsMissing() {
        const auto empty = fixture_->workspace.makeGroup("empty-club");
        fixture_->service().createEventTracker({.name = "clicks", .datasetGroupArn = empty});
        page_->setArgument(text(empty));
        page_->refresh();
        QTRY_VERIFY(shown<QPushButton>(*page_, "addInteractionsButton"));
        QVERIFY(!shown<QPushButton>(*page_, "sendEventButton"));
        click("addInteractionsButton");
        QCOMPARE(wizards::lastOpened().arguments, (QStringList{text(empty), s("INTERACTIONS")}));
    }

    void deletingKeepsTheEvents() {
        makeTracker();
        widgets::testing::answerConfirm(true);
        click("deleteEventTrackerButton");
        QVERIFY(widgets::testing::lastQuestion().contains(s("events it recorded are kept")));
        QTRY_VERIFY(shown<QPushButton>(*page_, "createEventTrackerButton"));
        QVERIFY(fixture_->service().listEventTrackers(group_).entries.empty());
    }

private:
    void makeTracker() {
        fixture_->service().createEventTracker({.name = "clicks", .datasetGroupArn = group_});
        QTRY_VERIFY(shown<QPushButton>(*page_, "sendEventButton"));
    }
    void put(const std::string& user, const std::string& item) {
        service::Event event;
        event.eventType = "watch";
        event.itemId = item;
        event.sentAt = {(service::Workspace::kEnd + 60) * 1000};
        event.impression = {item, "i2"};
        fixture_->service().putEvents(
            {.trackingId = fixture_->service().listEventTrackers(group_).entries[0].trackingId,
             .userId = user,
             .sessionId = "evening",
             .eventList = {event}});
    }
    static QString cell(const widgets::DataTable& table, int row, int column) {
        return table.model()->index(row, column).data().toString();
    }
    void click(const char* name) {
        auto* button = shown<QPushButton>(*page_, name);
        QVERIFY2(button, name);
        QTest::mouseClick(button, Qt::LeftButton);
    }
    QString fact(const char* key) const {
        return page_->findChild<widgets::KeyValuePanel*>()->value(s(key));
    }

    QTemporaryDir settings_;
    std::unique_ptr<ConsoleFixture> fixture_;
    std::string group_;
    std::unique_ptr<EventTrackerPage> page_;
};

QTEST_MAIN(EventTrackerPageTest)
#include "event_tracker_page_test.moc"
