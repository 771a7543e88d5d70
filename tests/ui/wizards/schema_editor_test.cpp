// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/schema_editor.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>

#include "tests/ui/pages/console_fixture.h"
#include "ui/wizards/schema_table_model.h"

using namespace foretaste;
using namespace foretaste::uitest;
using namespace foretaste::wizards;
using Column = SchemaTableModel::Column;

class SchemaEditorTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { prepareApplication(settings_); }
    void init() {
        editor_ = std::make_unique<SchemaEditor>();
        editor_->setKind(service::DatasetType::Items, service::Domain::None);
        editor_->setSchema(
            schema::starterSchema(service::DatasetType::Items, service::Domain::None));
        editor_->resize(640, 480);
        editor_->show();
        table_ = editor_->findChild<QTableView*>(s("schemaTable"));
        json_ = editor_->findChild<QPlainTextEdit*>(s("schemaJson"));
    }
    void cleanup() { editor_.reset(); }

    void tableAndJsonAreOneDocument() {
        QSignalSpy changes(editor_.get(), &SchemaEditor::jsonChanged);
        const int row = rowOf("TITLE");
        QVERIFY(model()->setData(model()->index(row, Column::Use), s("category"), Qt::EditRole));
        QVERIFY(schema::parseSchema(editor_->json().toStdString()).find("TITLE")->categorical);
        QCOMPARE(changes.count(), 1);
        json_->setPlainText(editor_->json().replace(s("TITLE"), s("NAME")));
        QVERIFY(rowOf("NAME") >= 0);
        QCOMPARE(rowOf("TITLE"), -1);
        QVERIFY(editor_->problem().isEmpty());
    }

    void requiredColumnsStay() {
        const int id = rowOf("ITEM_ID");
        QVERIFY(!(model()->flags(model()->index(id, Column::Name)) & Qt::ItemIsEditable));
        table_->selectRow(id);
        auto* remove = editor_->findChild<QPushButton*>(s("removeColumnButton"));
        QVERIFY(!remove->isEnabled());
        table_->selectRow(rowOf("GENRES"));
        QVERIFY(remove->isEnabled());
        remove->click();
        QCOMPARE(rowOf("GENRES"), -1);
        QVERIFY(!editor_->fieldNames().contains(s("GENRES")));
    }

    void columnIsAddedAndNamedByKeyboard() {
        const int before = model()->rowCount();
        editor_->findChild<QPushButton*>(s("addColumnButton"))->click();
        QCOMPARE(model()->rowCount(), before + 1);
        auto* cell = table_->viewport()->findChild<QLineEdit*>();
        QVERIFY(cell);
        cell->selectAll();
        QTest::keyClicks(cell, s("YEAR"));
        QTest::keyClick(cell, Qt::Key_Return);
        QTRY_VERIFY(editor_->fieldNames().contains(s("YEAR")));
        QVERIFY(editor_->problem().isEmpty());
    }

    void emptyCellsAreAllowedByTheSpaceBar() {
        const int row = rowOf("GENRES");
        table_->setCurrentIndex(model()->index(row, Column::Nullable));
        QCOMPARE(model()->index(row, Column::Nullable).data().toString(), s("allowed"));
        QTest::keyClick(table_, Qt::Key_Space);
        QVERIFY(!schema::parseSchema(editor_->json().toStdString()).find("GENRES")->nullable);
        QTest::mouseClick(table_->viewport(), Qt::LeftButton, {},
                          table_->visualRect(model()->index(row, Column::Nullable)).center());
        QVERIFY(schema::parseSchema(editor_->json().toStdString()).find("GENRES")->nullable);
    }

    void typeIsChosenFromAList() {
        const auto cell = model()->index(rowOf("GENRES"), Column::Type);
        auto* shownModel = static_cast<SchemaTableModel*>(model());
        QVERIFY(shownModel->choices(cell).contains(s("number (float)")));
        QVERIFY(model()->setData(cell, s("number (float)"), Qt::EditRole));
        const auto field = *schema::parseSchema(editor_->json().toStdString()).find("GENRES");
        QCOMPARE(field.type, schema::FieldType::Float);
        QVERIFY(!field.categorical);  // what only texts can be went with it
    }

    void whatIsWrongIsKnownAtOnce() {
        json_->setPlainText(editor_->json().replace(s("ITEM_ID"), s("FILM")));
        QVERIFY(editor_->problem().contains(s("ITEM_ID")));
        QVERIFY(table_->isEnabled());
        json_->setPlainText(s("{\"type\": "));
        QVERIFY(!editor_->problem().isEmpty());
        QVERIFY(!table_->isEnabled());
        QVERIFY(rowOf("FILM") >= 0);  // the last that could be read
        QVERIFY(editor_->findChild<QLabel*>(s("schemaStale"))->isVisible());
        json_->setPlainText(bridge::text(schema::printSchema(
            schema::starterSchema(service::DatasetType::Users, service::Domain::None))));
        QVERIFY(editor_->problem().contains(s("Items")));
    }

    void readOnlyIsReadOnly() {
        editor_->setReadOnly(true);
        QVERIFY(json_->isReadOnly());
        QVERIFY(
            !(model()->flags(model()->index(rowOf("GENRES"), Column::Type)) & Qt::ItemIsEditable));
        QVERIFY(!editor_->findChild<QPushButton*>(s("addColumnButton"))->isVisible());
    }

private:
    QAbstractItemModel* model() const { return table_->model(); }
    int rowOf(const char* name) const {
        for (int row = 0; row < model()->rowCount(); ++row)
            if (model()->index(row, Column::Name).data().toString() == s(name)) return row;
        return -1;
    }

    QTemporaryDir settings_;
    std::unique_ptr<SchemaEditor> editor_;
    QTableView* table_ = nullptr;
    QPlainTextEdit* json_ = nullptr;
};

QTEST_MAIN(SchemaEditorTest)
#include "schema_editor_test.moc"
