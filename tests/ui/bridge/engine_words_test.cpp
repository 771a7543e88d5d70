// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/engine_words.h"

#include <QTest>
#include <QTranslator>

#include "core/recipes/recipe.h"
#include "ui/bridge/words.h"

using namespace foretaste;

namespace {

/// Words of the engine in capitals, with places in another order.
class Capitals : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* words, const char*, int) const override {
        if (QLatin1String(context) != QLatin1String("engine") || !bridge::isListed(words))
            return {};
        const auto english = QString::fromUtf8(words);
        if (english == QStringLiteral("Version %1 of %2 failed: %3"))
            return QStringLiteral("%2/%1 FAILED: %3");
        return english.toUpper();
    }
};

QString s(const char* text) {
    return QString::fromUtf8(text);
}

}  // namespace

class EngineWordsTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QCoreApplication::installTranslator(&capitals_); }
    void cleanup() {
        QCoreApplication::removeTranslator(&capitals_);
        QLocale::setDefault(QLocale::c());
    }

    void wordsWithoutTranslationStay() {
        QCoreApplication::removeTranslator(&capitals_);
        QCOMPARE(bridge::spoken("epoch 3 of at most 20"), s("epoch 3 of at most 20"));
        QCOMPARE(bridge::spoken("something of tomorrow"), s("something of tomorrow"));
        QCOMPARE(bridge::spoken(""), QString());
    }

    void namesKeepTheirPlaces() {
        QCOMPARE(bridge::spoken("Campaign film-club serves version 1a2b"),
                 s("CAMPAIGN film-club SERVES VERSION 1a2b"));
        // A resource may be called like a word of the engine.
        QCOMPARE(bridge::spoken("Training counted"), s("TRAINING counted"));
        QCOMPARE(bridge::spoken("Schema %2 was created"), s("SCHEMA %2 WAS CREATED"));
    }

    void placesMayChangeTheirOrder() {
        QCOMPARE(bridge::spoken("Version 1a of taste failed: stopped on request"),
                 s("taste/1a FAILED: STOPPED ON REQUEST"));
        QCOMPARE(bridge::spoken("Version %3 of %1 failed: because"), s("%1/%3 FAILED: because"));
    }

    void refusalsAreSentences() {
        QCOMPARE(bridge::sentenceText(s("'a b' is not valid: use letters, digits, '-' and '_', "
                                        "beginning with a letter or digit")),
                 s("'a b' IS NOT VALID: USE LETTERS, DIGITS, '-' AND '_', BEGINNING WITH A LETTER "
                   "OR DIGIT."));
    }

    void numbersFollowTheLanguage() {
        QLocale::setDefault(QLocale(QLocale::German));
        QCOMPARE(bridge::spoken("118,420 rows read"), s("118.420 ROWS READ"));
        QCOMPARE(bridge::spoken("Import a-1 brought 1,200 rows into f/ITEMS in 1.5 s; 0 were "
                                "rejected"),
                 s("IMPORT a-1 BROUGHT 1.200 ROWS INTO f/ITEMS IN 1,5 S; 0 WERE REJECTED"));
    }

    /// What cards and forms say of recipes is in the list that translators see.
    void everyRecipeIsKnown() {
        for (const auto* recipe : recipes::allRecipes()) {
            const auto& facts = recipe->facts();
            auto words = std::vector{facts.title, facts.description};
            for (const auto& parameter : facts.parameters) words.push_back(parameter.help);
            for (const auto& each : words) QVERIFY2(bridge::isListed(each), each.c_str());
        }
    }

private:
    Capitals capitals_;
};

QTEST_GUILESS_MAIN(EngineWordsTest)
#include "engine_words_test.moc"
