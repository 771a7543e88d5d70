// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/dataset_rows_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "tests/core/service/workspace.h"
#include "ui/bridge/words.h"
#include "ui/theme/theme.h"

using namespace foretaste;
using models::DatasetRowsModel;

class DatasetRowsModelTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        theme::Theme::get().apply(theme::Mode::Light);
        workspace_ = std::make_unique<service::Workspace>();
        const auto group = workspace_->makeFilledGroup();
        for (const auto& dataset : workspace_->service->listDatasets(group).entries)
            (dataset.datasetType == "INTERACTIONS" ? interactions_ : items_) =
                bridge::text(dataset.datasetArn);
        console_ = std::make_unique<bridge::Console>(*workspace_->service, workspace_->executor);
    }
    void cleanupTestCase() {
        console_.reset();
        workspace_.reset();
    }
    void init() {
        model_ = std::make_unique<DatasetRowsModel>(*console_);
        tester_ = std::make_unique<QAbstractItemModelTester>(
            model_.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup() {
        tester_.reset();
        model_.reset();
    }

    void firstPageBringsColumnsAndRows() {
        QSignalSpy loaded(model_.get(), &DatasetRowsModel::loaded);
        model_->setDataset(items_);
        QVERIFY(model_->isLoading());
        QTRY_COMPARE(loaded.count(), 1);
        QVERIFY(!model_->isLoading());
        QCOMPARE(model_->rowCount(), service::Workspace::kItems);
        QCOMPARE(model_->columnCount(), 4);
        QCOMPARE(model_->headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(),
                 QStringLiteral("TITLE"));
        QCOMPARE(model_->index(7, 2).data().toString(), QStringLiteral("Film 7"));
        // Times are figures, titles are not.
        QVERIFY(model_->index(0, 3).data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
        QVERIFY(model_->index(0, 2).data(Qt::TextAlignmentRole).toInt() & Qt::AlignLeft);
    }

    void laterPagesComeWhenTheyAreLookedAt() {
        QSignalSpy loaded(model_.get(), &DatasetRowsModel::loaded);
        QSignalSpy changed(model_.get(), &QAbstractItemModel::dataChanged);
        model_->setDataset(interactions_);
        QTRY_COMPARE(loaded.count(), 1);
        QVERIFY(model_->rowCount() > 3 * DatasetRowsModel::kPageRows);
        changed.clear();
        const int row = 2 * DatasetRowsModel::kPageRows + 5;
        QCOMPARE(model_->index(row, 0).data().toString(), QStringLiteral("Loading…"));
        QCOMPARE(model_->index(row, 1).data().toString(), QString());
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 2 * DatasetRowsModel::kPageRows);
        QVERIFY(model_->index(row, 0).data().toString().startsWith(u'u'));
    }

    void readingEveryCellDoesNotFetchEverything() {
        const int rows = (DatasetRowsModel::kPagesKept + 5) * DatasetRowsModel::kPageRows;
        std::string csv = "ITEM_ID,GENRES,TITLE,CREATION_TIMESTAMP\n";
        for (int i = 0; i < rows; ++i) csv += "i" + std::to_string(i) + ",Drama,Film,1600000000\n";
        const auto dataset =
            workspace_->makeDataset(workspace_->makeGroup("large"), "Items", service::kItemsSchema);
        workspace_->import(dataset, workspace_->write("large.csv", csv), "large-1");
        model_->setDataset(bridge::text(dataset));
        QTRY_COMPARE(model_->rowCount(), rows);
        QSignalSpy changed(model_.get(), &QAbstractItemModel::dataChanged);
        for (int row = 0; row < rows; ++row) model_->index(row, 0).data();
        QTest::qWait(50);
        QCOMPARE(changed.count(), 1);  // views are asked to paint, and so to ask for what they show
        QCOMPARE(model_->index(rows - 1, 0).data().toString(), QStringLiteral("Loading…"));
        QTRY_COMPARE(model_->index(rows - 1, 0).data().toString(),
                     QStringLiteral("i%1").arg(rows - 1));
    }

    void anEmptyDatasetIsLoadedToo() {
        const auto group = workspace_->makeGroup("empty");
        const auto dataset =
            workspace_->makeDataset(group, "Interactions", service::kInteractionsSchema);
        QSignalSpy loaded(model_.get(), &DatasetRowsModel::loaded);
        model_->setDataset(bridge::text(dataset));
        QTRY_COMPARE(loaded.count(), 1);
        QCOMPARE(model_->rowCount(), 0);
        QCOMPARE(model_->columnCount(), 6);
    }

    void aRefusalIsToldOnce() {
        QSignalSpy failed(model_.get(), &DatasetRowsModel::failed);
        model_->setDataset(
            QStringLiteral("arn:aws:personalize:us-east-1:000000000000:dataset/x/y"));
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(model_->error().contains(QLatin1String("there is no dataset")));
        QCOMPARE(model_->rowCount(), 0);
        model_->setDataset(items_);
        QTRY_COMPARE(model_->rowCount(), service::Workspace::kItems);
        QVERIFY(model_->error().isEmpty());
    }

    void answersToAnEarlierQuestionAreDropped() {
        QSignalSpy loaded(model_.get(), &DatasetRowsModel::loaded);
        model_->setDataset(interactions_);
        model_->setDataset(items_);
        QTRY_COMPARE(loaded.count(), 1);
        QTest::qWait(30);
        QCOMPARE(loaded.count(), 1);
        QCOMPARE(model_->rowCount(), service::Workspace::kItems);
    }

private:
    std::unique_ptr<service::Workspace> workspace_;
    std::unique_ptr<bridge::Console> console_;
    QString interactions_, items_;
    std::unique_ptr<DatasetRowsModel> model_;
    std::unique_ptr<QAbstractItemModelTester> tester_;
};

QTEST_MAIN(DatasetRowsModelTest)
#include "dataset_rows_model_test.moc"
