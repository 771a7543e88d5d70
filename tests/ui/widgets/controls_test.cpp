// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QBoxLayout>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include "ui/theme/style.h"
#include "ui/widgets/card.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/dialogs.h"
#include "ui/widgets/drop_zone.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/flash_bar.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/key_value_panel.h"
#include "ui/widgets/metric_tile.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/side_navigation.h"
#include "ui/widgets/small_parts.h"

using namespace foretaste;
using namespace foretaste::widgets;

namespace {

QString s(const char* text) {
    return QString::fromUtf8(text);
}

QList<QAccessible::Event> heard;
void hear(QAccessibleEvent* event) {
    heard << event->type();
}

}  // namespace

class ControlsTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        QCoreApplication::setOrganizationName(s("foretaste-test"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings_.path());
        QLocale::setDefault(QLocale::c());
        theme::Theme::get().apply(theme::Mode::Light);
    }

    void flashIsShownAnnouncedAndDismissed() {
        FlashBar bar;
        bar.resize(600, 200);
        QVERIFY(!bar.isVisibleTo(nullptr));
        QAccessible::installUpdateHandler(hear);
        QAccessible::setActive(true);
        heard.clear();
        const int number = bar.show(FlashKind::Error, s("Row 17 has no ITEM_ID."));
        // The offscreen platform has nobody to tell; with a desktop's, the alert must have gone
        // out.
        if (QAccessible::isActive()) QVERIFY(heard.contains(QAccessible::Alert));
        QCOMPARE(bar.findChild<QWidget*>(s("flashMessage"))->accessibleName(),
                 s("Row 17 has no ITEM_ID."));
        QAccessible::installUpdateHandler(nullptr);
        QCOMPARE(bar.count(), 1);
        QCOMPARE(bar.newestText(), s("Row 17 has no ITEM_ID."));
        QSignalSpy gone(&bar, &FlashBar::dismissed);
        auto* close = bar.findChild<QToolButton*>(s("flashDismiss"));
        QVERIFY(!close->accessibleName().isEmpty());
        close->setFocus();
        QTest::keyClick(close, Qt::Key_Space);
        QCOMPARE(gone.count(), 1);
        QCOMPARE(gone.first().first().toInt(), number);
        QCOMPARE(bar.count(), 0);
        QVERIFY(bar.isHidden());
    }

    void flashRunsItsActionOnce() {
        FlashBar bar;
        int ran = 0;
        bar.show(FlashKind::Success, s("Deleted."), {s("Undo"), [&] {
                                                         ++ran;
                                                         bar.show(FlashKind::Info, s("Restored."));
                                                     }});
        bar.findChild<QPushButton*>(s("flashAction"))->click();
        QCOMPARE(ran, 1);
        QCOMPARE(bar.count(), 1);
        QCOMPARE(bar.newestText(), s("Restored."));
    }

    void flashKeepsThreeAndReplacesByKey() {
        FlashBar bar;
        for (int i = 0; i < 5; ++i) bar.show(FlashKind::Error, QString::number(i));
        QCOMPARE(bar.count(), 3);
        QCOMPARE(bar.newestText(), s("4"));
        bar.clear();
        bar.show(FlashKind::Info, s("Training: 10 %"), {}, s("training"));
        bar.show(FlashKind::Info, s("Training: 20 %"), {}, s("training"));
        QCOMPARE(bar.count(), 1);
        QCOMPARE(bar.newestText(), s("Training: 20 %"));
        bar.dismissKey(s("training"));
        QCOMPARE(bar.count(), 0);
    }

    void fieldShowsErrorAndTakesTheFocus() {
        QWidget form;
        auto* layout = new QVBoxLayout(&form);
        auto* name = new QLineEdit;
        auto* arn = new QLineEdit;
        auto* first = new FormField(s("name"), s("&Name"), name, s("Letters and digits."));
        auto* second = new FormField(s("schemaArn"), s("&Schema"), arn);
        layout->addWidget(first);
        layout->addWidget(second);
        form.show();
        form.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&form));
        QCOMPARE(name->accessibleName(), s("Name"));
        QCOMPARE(name->accessibleDescription(), s("Letters and digits."));
        QCOMPARE(name->objectName(), s("nameInput"));
        const auto rest = showErrors({first, second}, {{s("schemaArn"), s("No such schema.")},
                                                       {s("other"), s("Elsewhere.")},
                                                       {{}, s("In general.")}});
        QCOMPARE(rest.size(), 2);
        QCOMPARE(first->error(), QString());
        QCOMPARE(second->error(), s("No such schema."));
        QVERIFY(arn->hasFocus());
        QVERIFY(arn->property(theme::kErrorProperty).toBool());
        QVERIFY(arn->accessibleDescription().contains(s("No such schema.")));
        QVERIFY(second->findChild<QLabel*>(s("fieldMessage"))->isVisible());
        showErrors({first, second}, {});
        QCOMPARE(second->error(), QString());
        QVERIFY(!arn->property(theme::kErrorProperty).toBool());
        QVERIFY(!second->findChild<QLabel*>(s("fieldMessage"))->isVisible());
    }

    void warningYieldsToError() {
        auto* edit = new QLineEdit;
        FormField field(s("rows"), s("Rows"), edit);
        field.setWarning(s("The service would want more."));
        QCOMPARE(field.findChild<QLabel*>(s("fieldMessage"))->text(),
                 s("The service would want more."));
        QVERIFY(!edit->property(theme::kErrorProperty).toBool());
        field.setError(s("No rows."));
        QCOMPARE(field.findChild<QLabel*>(s("fieldMessage"))->text(), s("No rows."));
    }

    void statusWords_data() {
        QTest::addColumn<QString>("service");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("word");
        const auto row = [](const char* service, Status status, const char* word) {
            QTest::addRow("%s", service) << s(service) << static_cast<int>(status) << s(word);
        };
        row("ACTIVE", Status::Success, "Active");
        row("CREATE PENDING", Status::Pending, "Pending");
        row("CREATE IN_PROGRESS", Status::InProgress, "In progress");
        row("CREATE FAILED", Status::Error, "Failed");
        row("CREATE STOPPED", Status::Stopped, "Stopped");
        row("DELETE IN_PROGRESS", Status::InProgress, "Deleting");
        row("SOMETHING NEW", Status::Info, "SOMETHING NEW");
        row("", Status::NotStarted, "");
    }
    void statusWords() {
        QFETCH(QString, service);
        QFETCH(int, status);
        QFETCH(QString, word);
        QCOMPARE(static_cast<int>(statusLook(service).status), status);
        QCOMPARE(statusLook(service).word, word);
        StatusBadge badge;
        badge.setServiceStatus(service);
        QVERIFY(badge.accessibleName().endsWith(word));
        badge.resize(badge.sizeHint());
        badge.grab();
    }

    void tableCopiesSelectionAndOpens() {
        QStandardItemModel model(3, 2);
        model.setHorizontalHeaderLabels({s("Name"), s("Rows")});
        for (int row = 0; row < 3; ++row) {
            model.setItem(row, 0, new QStandardItem(s("set\t%1").arg(row)));
            model.setItem(row, 1, new QStandardItem(QString::number(row * 10)));
        }
        DataTable table(s("Datasets"));
        table.setModel(&model);
        table.resize(400, 200);
        table.show();
        table.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&table));
        QCOMPARE(table.accessibleName(), s("Datasets"));
        QCOMPARE(table.selectionAsText(), s("Name\tRows\nset 0\t0\nset 1\t10\nset 2\t20\n"));
        table.selectRow(1);
        table.copySelection();
        QCOMPARE(QGuiApplication::clipboard()->text(), s("Name\tRows\nset 1\t10\n"));
        table.setColumnHidden(0, true);
        QCOMPARE(table.selectionAsText(), s("Rows\n10\n"));
        table.setColumnHidden(0, false);
        QSignalSpy opened(&table, &DataTable::opened);
        table.setCurrentIndex(model.index(2, 0));
        QTest::keyClick(&table, Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.first().first().toModelIndex().row(), 2);
        QCOMPARE(table.currentRow(), 2);
    }

    void tableFitsItsRows() {
        QStandardItemModel model(0, 1);
        DataTable table(s("Rows"));
        table.setModel(&model);
        table.setFitRows(5);
        const int one = table.sizeHint().height();
        for (int row = 0; row < 4; ++row) model.appendRow(new QStandardItem(s("x")));
        QCOMPARE(table.sizeHint().height(), one + 3 * theme::kRowHeight);
        for (int row = 0; row < 4; ++row) model.appendRow(new QStandardItem(s("x")));
        QCOMPARE(table.sizeHint().height(), one + 4 * theme::kRowHeight);
    }

    void tableRemembersItsColumns() {
        QStandardItemModel model(1, 3);
        for (int pass = 0; pass < 2; ++pass) {
            DataTable table(s("Columns"));
            table.setModel(&model);
            table.setSettingsKey(s("columns-test"));
            table.resize(500, 100);
            table.show();
            QVERIFY(QTest::qWaitForWindowExposed(&table));
            if (pass == 0) table.setColumnWidth(0, 123);
            QCOMPARE(table.columnWidth(0), 123);
        }
    }

    void tableSaysWhenItIsEmpty() {
        QStandardItemModel model(0, 1);
        DataTable table(s("Empty"));
        table.setModel(&model);
        table.resize(300, 160);
        const QImage blank = table.grab().toImage();
        table.setEmptyText(s("No campaigns yet."));
        QVERIFY(table.grab().toImage() != blank);
    }

    void navigationByKeyboard() {
        SideNavigation navigation;
        navigation.addItem(s("groups"), s("Dataset groups"));
        navigation.addSection(s("group"), s("film-club"));
        navigation.addItem(s("overview"), s("Overview"));
        navigation.addItem(s("datasets"), s("Datasets"));
        navigation.addItem(s("filters"), s("Filters"));
        navigation.setItemEnabled(s("datasets"), false);
        navigation.resize(216, 400);
        navigation.show();
        navigation.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&navigation));
        QSignalSpy activated(&navigation, &SideNavigation::activated);
        auto* overview = navigation.findChild<QWidget*>(s("navigation/overview"));
        overview->setFocus();
        QTest::keyClick(overview, Qt::Key_Down);  // over the disabled one
        auto* filters = navigation.findChild<QWidget*>(s("navigation/filters"));
        QVERIFY(filters->hasFocus());
        QTest::keyClick(filters, Qt::Key_Return);
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated.first().first().toString(), s("filters"));
        // Only setCurrent() marks; the click is a wish.
        QCOMPARE(navigation.current(), QString());
        navigation.setCurrent(s("filters"));
        QCOMPARE(navigation.current(), s("filters"));
        navigation.setSectionVisible(s("group"), false);
        QCOMPARE(navigation.ids(), QStringList{s("groups")});
    }

    void progressNeverJumpsBack() {
        ProgressLine line;
        line.set(0.5, s("Epoch 5 of 10"), s("3,120 sequences/s"), 16);
        QCOMPARE(line.text(), s("Epoch 5 of 10 · 3,120 sequences/s · about 15 s left"));
        line.set(0.4, s("Epoch 5 of 10"));
        QCOMPARE(line.fraction(), 0.5);
        QCOMPARE(line.text(), s("Epoch 5 of 10"));
        line.set(-1, s("Writing"));
        QCOMPARE(line.fraction(), 0.5);
        line.reset();
        QCOMPARE(line.fraction(), 0.0);
        line.finish(s("Trained in 38 s"));
        QCOMPARE(line.fraction(), 1.0);
    }

    void durations() {
        QCOMPARE(timeLeftText(0.2), s("about 1 s left"));
        QCOMPARE(timeLeftText(7.4), s("about 7 s left"));
        QCOMPARE(timeLeftText(240), s("about 4 min left"));
        QCOMPARE(timeLeftText(7200), s("about 2 h left"));
        QCOMPARE(durationText(0.0312), s("31 ms"));
        QCOMPARE(durationText(0.42), s("0.4 s"));
        QCOMPARE(durationText(38.2), s("38 s"));
        QCOMPARE(durationText(250), s("4 min 10 s"));
        QCOMPARE(durationText(7500), s("2 h 5 min"));
    }

    void headerLinksItsCrumbs() {
        PageHeader header;
        header.setBreadcrumb(
            {{s("film <club>"), s("overview"), s("arn:1")}, {s("Version"), {}, {}}});
        QSignalSpy crumbs(&header, &PageHeader::crumbActivated);
        auto* label = header.findChild<QLabel*>(s("breadcrumb"));
        QVERIFY(label->text().contains(s("film &lt;club&gt;")));
        emit label->linkActivated(s("0"));
        QCOMPARE(crumbs.first(), (QVariantList{s("overview"), s("arn:1")}));
        auto* primary = header.setPrimary(s("Create"), s("createButton"));
        header.addAction(s("Compare"), s("compareButton"));
        QCOMPARE(header.setPrimary(s("Deploy"), s("deployButton")), primary);
        header.resize(900, 80);
        header.show();
        QVERIFY(QTest::qWaitForWindowExposed(&header));
        QVERIFY(primary->x() > header.findChild<QPushButton*>(s("compareButton"))->x());
    }

    void dropZoneRefusesWithReasons() {
        QTemporaryDir dir;
        QFile good(dir.filePath(s("items.CSV")));
        QVERIFY(good.open(QIODevice::WriteOnly));
        good.write("ITEM_ID\n1\n");
        good.close();
        QFile other(dir.filePath(s("items.txt")));
        QVERIFY(other.open(QIODevice::WriteOnly));
        other.close();
        DropZone zone({s("csv"), s("csv.gz")});
        QSignalSpy chosen(&zone, &DropZone::fileChosen);
        auto* remark = zone.findChild<QLabel*>(s("dropZoneRemark"));
        QVERIFY(!zone.setFile(dir.filePath(s("none.csv"))));
        QVERIFY(remark->text().contains(s("none.csv")));
        QVERIFY(!zone.setFile(dir.filePath(s("items.txt"))));
        QVERIFY(remark->text().contains(s("csv.gz")));
        QVERIFY(!zone.setFile(dir.path()));
        QCOMPARE(chosen.count(), 0);
        testing::answerFile(good.fileName());
        zone.findChild<QPushButton*>(s("chooseFileButton"))->click();
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(zone.file(), good.fileName());
        QCOMPARE(testing::clearAnswers(), 0);
        zone.setFoldersAllowed(true);
        QVERIFY(zone.setFile(dir.path()));
    }

    void deleteNamesTheThingAndItsConsequences() {
        testing::answerConfirm(false);
        testing::answerConfirm(true);
        const DeleteQuestion question{
            s("dataset group"), s("film-club"), {s("2 solutions go too")}, true};
        QVERIFY(!confirmDelete(nullptr, question));
        QVERIFY(testing::lastQuestion().contains(s("film-club")));
        QVERIFY(testing::lastQuestion().contains(s("2 solutions go too")));
        QVERIFY(confirmDelete(nullptr, question));
        QCOMPARE(testing::clearAnswers(), 0);
    }

    void deleteDialogDefaultsToCancel() {
        const DeleteQuestion question{s("campaign"), s("home-row"), {}, true};
        QTimer::singleShot(0, this, [] {
            auto* dialog = QApplication::activeModalWidget();
            auto* verb = dialog->findChild<QPushButton*>(s("confirmButton"));
            QCOMPARE(verb->text(), s("Delete campaign"));
            QVERIFY(dialog->findChild<QPushButton*>(s("cancelButton"))->isDefault());
            QVERIFY(!verb->isEnabled());
            QTest::keyClicks(dialog->findChild<QLineEdit*>(), s("home-row"));
            QVERIFY(verb->isEnabled());
            QTest::keyClick(verb, Qt::Key_Space);
        });
        QVERIFY(confirmDelete(nullptr, question));
    }

    void postersAreTheSameEveryTime() {
        const auto drawn = [](const char* id, const char* title) {
            Poster poster;
            poster.setItem(s(id), s(title));
            return poster.grab().toImage();
        };
        QVERIFY(drawn("7", "Salt Roads") == drawn("7", "Salt Roads"));
        QVERIFY(drawn("7", "Salt Roads") != drawn("8", "Salt Roads"));
        QVERIFY(drawn("7", "Salt Roads") != drawn("7", "Nine Winters"));
        drawn("", "");
    }

    void factsAreChangedInPlace() {
        KeyValuePanel panel(2);
        panel.setRows({{s("Recipe"), s("popularity")}, {s("ARN"), s("arn:x"), true}});
        QVERIFY(panel.setValue(s("Recipe"), s("sims")));
        QVERIFY(!panel.setValue(s("None"), s("x")));
        QCOMPARE(panel.value(s("Recipe")), s("sims"));
        panel.findChild<QToolButton*>()->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), s("arn:x"));
        panel.setRows({});
        QVERIFY(!panel.findChild<QToolButton*>());
    }

    void tilesAndEmptyStatesCanBeReadAloud() {
        MetricTile tile(s("NDCG at 10"));
        tile.setValue(s("0.241"));
        tile.setDelta(s("2.4× popularity"), theme::Tone::Ok);
        tile.setDefinition(s("How high the right items stand."));
        QCOMPARE(tile.accessibleName(), s("NDCG at 10: 0.241"));
        QVERIFY(tile.accessibleDescription().contains(s("2.4× popularity")));
        EmptyState empty(theme::Icon::Wand, s("No solutions"), s("A solution trains a model."));
        empty.setAction(s("Create solution"));
        QSignalSpy triggered(&empty, &EmptyState::actionTriggered);
        QTest::keyClick(empty.button(), Qt::Key_Space);
        QCOMPARE(triggered.count(), 1);
    }

    void searchFieldKeys() {
        SearchField field(s("Find"));
        field.show();
        QSignalSpy down(&field, &SearchField::downPressed);
        QTest::keyClicks(&field, s("abc"));
        QTest::keyClick(&field, Qt::Key_Down);
        QCOMPARE(down.count(), 1);
        QTest::keyClick(&field, Qt::Key_Escape);
        QCOMPARE(field.text(), QString());
    }

private:
    QTemporaryDir settings_;
};

QTEST_MAIN(ControlsTest)
#include "controls_test.moc"
