// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/choice_cards.h"

#include <QAbstractButton>
#include <QSettings>
#include <QSignalSpy>

#include "tests/ui/pages/console_fixture.h"

using namespace foretaste;
using namespace foretaste::uitest;
using wizards::Choice;
using wizards::ChoiceCards;

class ChoiceCardsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { prepareApplication(settings_); }
    void init() {
        cards_ = std::make_unique<ChoiceCards>();
        cards_->setChoices(choices(true));
        cards_->resize(400, 300);
        cards_->show();
        cards_->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(cards_.get()));
    }
    void cleanup() { cards_.reset(); }

    void firstThatIsAvailableIsChosen() {
        QCOMPARE(cards_->value(), s("one"));
        cards_->setValue(s("none of them"));
        QCOMPARE(cards_->value(), s("one"));
        cards_->setValue(s("two"));  // not available
        QCOMPARE(cards_->value(), s("one"));
    }

    void clickAndArrowsChoose() {
        QSignalSpy changes(cards_.get(), &ChoiceCards::valueChanged);
        card("three")->click();
        QCOMPARE(cards_->value(), s("three"));
        QVERIFY(card("three")->isChecked() && !card("one")->isChecked());
        card("two")->click();
        QCOMPARE(cards_->value(), s("three"));
        cards_->setFocus();
        QVERIFY(card("three")->hasFocus());
        QTest::keyClick(card("three"), Qt::Key_Up);  // past the one that cannot be chosen
        QCOMPARE(cards_->value(), s("one"));
        QVERIFY(card("one")->hasFocus());
        QTest::keyClick(card("one"), Qt::Key_Up);
        QCOMPARE(cards_->value(), s("one"));
        QCOMPARE(changes.count(), 2);
    }

    void allCardsAreOneStopOfTheTabKey() {
        cards_->setValue(s("three"));
        QVERIFY(card("three")->focusPolicy() & Qt::TabFocus);
        QVERIFY(!(card("one")->focusPolicy() & Qt::TabFocus));
    }

    void choiceStaysWhileItIsThere() {
        cards_->setValue(s("three"));
        card("three")->setFocus();
        QSignalSpy changes(cards_.get(), &ChoiceCards::valueChanged);
        auto renamed = choices(true);
        renamed[0].title = s("Uno");
        cards_->setChoices(renamed);
        QCOMPARE(cards_->value(), s("three"));
        QVERIFY(card("three")->hasFocus());
        QCOMPARE(changes.count(), 0);
        cards_->setChoices(choices(false));
        QCOMPARE(cards_->value(), s("one"));
        QCOMPARE(changes.count(), 1);
    }

    void remarksAreReadOut() {
        QVERIFY(card("two")->accessibleDescription().contains(s("Not available yet")));
    }

private:
    static QList<Choice> choices(bool third) {
        return {{s("one"), s("One"), s("The first.")},
                {s("two"), s("Two"), s("The second."), s("Not available yet"), Choice::Remark::Note,
                 false},
                {s("three"), s("Three"), s("The third."), {}, Choice::Remark::Good, third}};
    }
    /// The newest card of the name: those before it go with the next turn of the event loop.
    QAbstractButton* card(const char* id) const {
        return cards_->findChildren<QAbstractButton*>(s("choice/") + s(id)).last();
    }

    QTemporaryDir settings_;
    std::unique_ptr<ChoiceCards> cards_;
};

QTEST_MAIN(ChoiceCardsTest)
#include "choice_cards_test.moc"
