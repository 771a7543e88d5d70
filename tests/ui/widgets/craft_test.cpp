// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/craft.h"

#include <QApplication>
#include <QBoxLayout>
#include <QPushButton>
#include <QTest>

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

using namespace foretaste;

namespace {

QString s(const char* text) {
    return QString::fromUtf8(text);
}

}  // namespace

/// The checks that every page goes through find what they are for.
class CraftTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { theme::Theme::get().apply(theme::Mode::Light); }
    void init() {
        window_ = std::make_unique<QWidget>();
        new QVBoxLayout(window_.get());
    }

    void findsAFieldWithoutName() {
        auto* edit = add(new QLineEdit);
        QVERIFY(onlyFault(false).contains(s("no accessible name")));
        edit->setAccessibleName(s("Name"));
        QCOMPARE(faults(false), QStringList());
    }

    void findsAnIconWithoutTip() {
        auto* button = add(new QToolButton);
        button->setIcon(theme::icon(theme::Icon::Close));
        button->setText(s("Close"));
        QVERIFY(onlyFault(false).contains(s("an icon without tool tip")));
        button->setToolTip(s("Close"));
        QCOMPARE(faults(false), QStringList());
    }

    void findsWordsThatAreCut() {
        auto* label = add(new QLabel(s("Datasetgruppe erstellen")));
        label->setFixedWidth(40);
        QVERIFY(onlyFault(false).contains(s("cut: Datasetgruppe erstellen")));
        label->setWordWrap(true);
        label->setFixedHeight(12);
        QVERIFY(onlyFault(false).contains(s("cut: ")));
    }

    void findsEnglishInGerman() {
        add(new QPushButton(s("Delete")));
        QVERIFY(onlyFault(true).contains(s("English: Delete")));
        QCOMPARE(faults(false), QStringList());
    }

    void passesWhatIsWell() {
        add(new QPushButton(s("Löschen")));
        add(new QLabel(s("film-club, 1.234 Ereignisse")));
        QCOMPARE(faults(true), QStringList());
    }

private:
    template <class Widget>
    Widget* add(Widget* widget) {
        window_->layout()->addWidget(widget);
        return widget;
    }
    QStringList faults(bool foreign) {
        window_->show();
        QTest::qWait(1);
        return uitest::faultsOf(*window_, foreign);
    }
    QString onlyFault(bool foreign) {
        const auto all = faults(foreign);
        return all.size() == 1 ? all.front() : QString();
    }
    std::unique_ptr<QWidget> window_;
};

QTEST_MAIN(CraftTest)
#include "craft_test.moc"
