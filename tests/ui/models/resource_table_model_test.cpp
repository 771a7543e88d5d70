// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/resource_table_model.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

#include "core/base/random.h"

using namespace foretaste;
using namespace foretaste::models;

namespace {

struct Film {
    QString id;
    QString title;
    int year = 0;
};

class FilmModel : public ResourceTableModel<Film> {
public:
    FilmModel()
        : ResourceTableModel(
              {{QStringLiteral("Title"),
                [](const Film& film) { return film.title; },
                false,
                {},
                [](const Film& film) {
                    return film.year == 0 ? widgets::Status::Warning : widgets::Status::Success;
                },
                [](const Film& film) { return QStringLiteral("film %1").arg(film.id); }},
               {QStringLiteral("Year"), [](const Film& film) { return QString::number(film.year); },
                true, [](const Film& film) { return QVariant(film.year); }}},
              [](const Film& film) { return film.id; }, nullptr) {}
};

std::vector<Film> films(const QString& ids) {
    std::vector<Film> made;
    for (const QChar id : ids)
        made.push_back({QString(id), QStringLiteral("Film %1").arg(id), 2000});
    return made;
}

QString order(const FilmModel& model) {
    QString ids;
    for (const auto& film : model.rows()) ids += film.id;
    return ids;
}

}  // namespace

class ResourceTableModelTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        model_ = std::make_unique<FilmModel>();
        // Holds every signal of the model against the rules of item models.
        tester_ = std::make_unique<QAbstractItemModelTester>(
            model_.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup() {
        tester_.reset();
        model_.reset();
    }

    void cellsFollowTheColumns() {
        model_->setRows({{QStringLiteral("a"), QStringLiteral("Alpha"), 1999}});
        const auto title = model_->index(0, 0), year = model_->index(0, 1);
        QCOMPARE(title.data().toString(), QStringLiteral("Alpha"));
        QCOMPARE(title.data(kKeyRole).toString(), QStringLiteral("a"));
        QCOMPARE(title.data(kSortRole).toString(), QStringLiteral("Alpha"));
        QCOMPARE(title.data(Qt::ToolTipRole).toString(), QStringLiteral("film a"));
        QCOMPARE(title.data(widgets::kStatusRole).toInt(),
                 static_cast<int>(widgets::Status::Success));
        QCOMPARE(year.data(kSortRole).toInt(), 1999);
        QVERIFY(!year.data(widgets::kStatusRole).isValid());
        QVERIFY(year.data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
        QVERIFY(!(title.data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight));
        QCOMPARE(model_->headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(),
                 QStringLiteral("Year"));
        QVERIFY(!model_->headerData(2, Qt::Horizontal, Qt::DisplayRole).isValid());
        QVERIFY(!model_->at(1));
        QCOMPARE(model_->rowOf(QStringLiteral("b")), -1);
    }

    void onlyWhatDiffersIsTold() {
        model_->setRows(films(QStringLiteral("abc")));
        QSignalSpy changed(model_.get(), &QAbstractItemModel::dataChanged);
        QSignalSpy inserted(model_.get(), &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(model_.get(), &QAbstractItemModel::rowsRemoved);
        QSignalSpy moved(model_.get(), &QAbstractItemModel::rowsMoved);
        QSignalSpy reset(model_.get(), &QAbstractItemModel::modelReset);
        model_->setRows(films(QStringLiteral("abc")));
        QCOMPARE(changed.count() + inserted.count() + removed.count() + moved.count(), 0);

        auto rows = films(QStringLiteral("abc"));
        rows[1].year = 1950;
        model_->setRows(rows);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed[0][0].toModelIndex(), model_->index(1, 1));
        QCOMPARE(changed[0][1].toModelIndex(), model_->index(1, 1));
        rows[1].year = 0;  // changes the look of the first column, too
        model_->setRows(rows);
        QCOMPARE(changed[1][0].toModelIndex(), model_->index(1, 0));
        QCOMPARE(changed[1][1].toModelIndex(), model_->index(1, 1));

        model_->setRows(films(QStringLiteral("adebc")));
        QCOMPARE(inserted.count(), 1);  // a run of new rows arrives as one
        QCOMPARE(inserted[0][1].toInt(), 1);
        QCOMPARE(inserted[0][2].toInt(), 2);
        model_->setRows(films(QStringLiteral("ac")));
        QCOMPARE(removed.count(), 1);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(order(*model_), QStringLiteral("ac"));
    }

    void selectionStaysWithItsRow() {
        model_->setRows(films(QStringLiteral("abcd")));
        const QPersistentModelIndex kept(model_->index(2, 0)), lost(model_->index(1, 0));
        model_->setRows(films(QStringLiteral("xdca")));
        QCOMPARE(order(*model_), QStringLiteral("xdca"));
        QVERIFY(!lost.isValid());
        QCOMPARE(kept.row(), 2);
        QCOMPARE(kept.data(kKeyRole).toString(), QStringLiteral("c"));
    }

    void everyOrderBecomesEveryOther() {
        base::Random random(11);
        for (int round = 0; round < 200; ++round) {
            QString ids = QStringLiteral("abcdefgh");
            random.shuffle(ids);
            ids.truncate(static_cast<int>(random.below(9)));
            model_->setRows(films(ids));
            QCOMPARE(order(*model_), ids);
        }
    }

    void equalKeysAreToldApart() {
        model_->setRows(films(QStringLiteral("aab")));
        QCOMPARE(model_->rowCount(), 3);
        QCOMPARE(model_->rowOf(QStringLiteral("a#1")), 1);
        model_->setRows(films(QStringLiteral("ab")));
        QCOMPARE(order(*model_), QStringLiteral("ab"));
    }

    void singleRowsComeAndGo() {
        model_->setRow({QStringLiteral("a"), QStringLiteral("Alpha"), 1});
        model_->setRow({QStringLiteral("b"), QStringLiteral("Beta"), 2});
        model_->setRow({QStringLiteral("a"), QStringLiteral("Gamma"), 3});
        QCOMPARE(order(*model_), QStringLiteral("ab"));
        QCOMPARE(model_->at(0)->title, QStringLiteral("Gamma"));
        model_->removeKey(QStringLiteral("a"));
        model_->removeKey(QStringLiteral("nothing"));
        QCOMPARE(order(*model_), QStringLiteral("b"));
    }

private:
    std::unique_ptr<FilmModel> model_;
    std::unique_ptr<QAbstractItemModelTester> tester_;
};

QTEST_APPLESS_MAIN(ResourceTableModelTest)
#include "resource_table_model_test.moc"
