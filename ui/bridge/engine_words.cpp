// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/engine_words.h"

#include <QLocale>
#include <QRegularExpression>

#include "ui/bridge/words.h"

namespace foretaste::bridge {
namespace {

/// Sentences of the engine, with places for names and numbers. Of two that fit the earlier is
/// taken.
constexpr const char* kSentences[] = {
    // Recipes and their parameters: core/recipes/recipe_facts.cpp.
    QT_TRANSLATE_NOOP("engine", "User personalization v2"),
    QT_TRANSLATE_NOOP("engine", "User personalization"),
    QT_TRANSLATE_NOOP("engine", "Personalized ranking v2"),
    QT_TRANSLATE_NOOP("engine", "Personalized ranking"),
    QT_TRANSLATE_NOOP("engine", "Similar items"),
    QT_TRANSLATE_NOOP("engine", "Item-to-item similarities (SIMS)"),
    QT_TRANSLATE_NOOP("engine", "Semantic similarity"),
    QT_TRANSLATE_NOOP("engine", "Popularity count"),
    QT_TRANSLATE_NOOP("engine", "Trending now"),
    QT_TRANSLATE_NOOP("engine", "Item affinity"),
    QT_TRANSLATE_NOOP("engine", "Item attribute affinity"),
    QT_TRANSLATE_NOOP("engine", "Next best action"),
    QT_TRANSLATE_NOOP("engine", "HRNN (legacy)"),
    QT_TRANSLATE_NOOP("engine", "HRNN with metadata (legacy)"),
    QT_TRANSLATE_NOOP("engine", "HRNN cold start (legacy)"),
    QT_TRANSLATE_NOOP(
        "engine",
        "How many numbers describe a user's taste: more can learn more and train longer."),
    QT_TRANSLATE_NOOP("engine",
                      "Users with shorter histories than this share of users do not train."),
    QT_TRANSLATE_NOOP("engine",
                      "Users with longer histories than this share of users do not train."),
    QT_TRANSLATE_NOOP("engine", "How many events back learning follows the effect of one event."),
    QT_TRANSLATE_NOOP("engine", "Whether what is popular at the time of an event counts."),
    QT_TRANSLATE_NOOP("engine", "How much new items are tried: 0 never, 1 the most."),
    QT_TRANSLATE_NOOP("engine", "How many days an item counts as new."),
    QT_TRANSLATE_NOOP("engine", "Whether recent interactions count more than old ones."),
    QT_TRANSLATE_NOOP("engine", "How many numbers describe an item by who interacts with it."),
    QT_TRANSLATE_NOOP("engine", "How many numbers describe an item by its metadata."),
    QT_TRANSLATE_NOOP("engine",
                      "How much popularity is held against an item: 0 not at all, 1 the most."),
    QT_TRANSLATE_NOOP("engine", "How many users must share two items before they count as alike."),
    QT_TRANSLATE_NOOP("engine", "Items with fewer interactions than this share do not train."),
    QT_TRANSLATE_NOOP("engine", "Items with more interactions than this share do not train."),
    QT_TRANSLATE_NOOP("engine", "The length of the intervals that are compared."),
    QT_TRANSLATE_NOOP("engine", "Over how many days a user is expected to take the action."),
    QT_TRANSLATE_NOOP("engine", "How much popular items are preferred among similar ones."),
    QT_TRANSLATE_NOOP("engine", "How much new items are preferred among similar ones."),
    QT_TRANSLATE_NOOP(
        "engine",
        "Learns from the order of each user's events with a transformer. For large catalogues."),
    QT_TRANSLATE_NOOP("engine",
                      "Learns from the order of each user's events what they want next, follows "
                      "every new event at once, and tries new items to find out who likes them."),
    QT_TRANSLATE_NOOP("engine", "Orders a given list of items for a user, with a transformer."),
    QT_TRANSLATE_NOOP(
        "engine",
        "Orders a given list of items for a user, with the network of User personalization."),
    QT_TRANSLATE_NOOP("engine",
                      "Items that the same people like and that are alike in their metadata."),
    QT_TRANSLATE_NOOP("engine", "Items that the same people interact with."),
    QT_TRANSLATE_NOOP("engine", "Items whose titles and descriptions mean alike."),
    QT_TRANSLATE_NOOP("engine",
                      "The same list for everybody: what most users interacted with. The line that "
                      "every other recipe has to beat."),
    QT_TRANSLATE_NOOP("engine", "What gains interactions fastest right now."),
    QT_TRANSLATE_NOOP("engine", "The users who are most likely to want an item."),
    QT_TRANSLATE_NOOP("engine", "The users who are most likely to want items of a kind."),
    QT_TRANSLATE_NOOP("engine", "What a user is most likely to do next: join, download, renew."),
    QT_TRANSLATE_NOOP("engine", "The predecessor of User personalization."),
    QT_TRANSLATE_NOOP("engine", "The predecessor of User personalization, with metadata."),
    QT_TRANSLATE_NOOP("engine", "The predecessor of User personalization for new items."),
    // How a version was measured: core/recipes/evaluation.cpp.
    QT_TRANSLATE_NOOP("engine", "10 % of users held out, the newest 10 % of each as targets"),
    QT_TRANSLATE_NOOP("engine", "equal times keep file order"),
    QT_TRANSLATE_NOOP("engine", "seen items not removed"),
    // Reasons of recommendations: core/service.
    QT_TRANSLATE_NOOP("engine", "New user: nothing known yet, so what others start with"),
    QT_TRANSLATE_NOOP("engine", "Popular item: nothing more is known to go with the one asked for"),
    QT_TRANSLATE_NOOP("engine", "Promoted item"),
    // Jobs and their phases.
    QT_TRANSLATE_NOOP("engine", "Deploying %1"),
    QT_TRANSLATE_NOOP("engine", "Updating %1"),
    QT_TRANSLATE_NOOP("engine", "Training %1"),
    QT_TRANSLATE_NOOP("engine", "Replacing the schema of %1"),
    QT_TRANSLATE_NOOP("engine", "Deleting users of %1"),
    QT_TRANSLATE_NOOP("engine", "Exporting %1"),
    QT_TRANSLATE_NOOP("engine", "Importing %1"),
    QT_TRANSLATE_NOOP("engine", "comparing items"),
    QT_TRANSLATE_NOOP("engine", "counted"),
    QT_TRANSLATE_NOOP("engine", "choosing parameters"),
    QT_TRANSLATE_NOOP("engine", "bringing in new items"),
    QT_TRANSLATE_NOOP("engine", "new items are in"),
    QT_TRANSLATE_NOOP("engine", "weighing metadata"),
    QT_TRANSLATE_NOOP("engine", "epoch %1 of at most %2"),
    QT_TRANSLATE_NOOP("engine", "copying the rows that are there"),
    QT_TRANSLATE_NOOP("engine", "sorting rows by user"),
    QT_TRANSLATE_NOOP("engine", "%1 rows read"),
    QT_TRANSLATE_NOOP("engine", "writing rows"),
    QT_TRANSLATE_NOOP("engine", "reading the data"),
    QT_TRANSLATE_NOOP("engine", "measuring on the held-out users"),
    QT_TRANSLATE_NOOP("engine", "saving the model"),
    QT_TRANSLATE_NOOP("engine", "rewriting %1"),
    QT_TRANSLATE_NOOP("engine", "events"),
    QT_TRANSLATE_NOOP("engine", "rows"),
    // Lines of the activity log: State::note() in core/service.
    QT_TRANSLATE_NOOP("engine", "Update of campaign %1 failed: %2"),
    QT_TRANSLATE_NOOP("engine", "Campaign %1 failed: %2"),
    QT_TRANSLATE_NOOP("engine", "Campaign %1 serves version %2"),
    QT_TRANSLATE_NOOP("engine", "Campaign %1 moved to version %2"),
    QT_TRANSLATE_NOOP("engine", "Campaign %1 follows to version %2"),
    QT_TRANSLATE_NOOP("engine", "Campaign %1 was deleted"),
    QT_TRANSLATE_NOOP(
        "engine", "Deletion %1 took %2 of %3 away. Train and deploy again: models still know them"),
    QT_TRANSLATE_NOOP("engine", "Dataset %1 of %2 was created"),
    QT_TRANSLATE_NOOP("engine", "Dataset %1 was deleted"),
    QT_TRANSLATE_NOOP("engine", "Dataset %1 has the schema %2"),
    QT_TRANSLATE_NOOP("engine", "The schema of %1 stays: %2"),
    QT_TRANSLATE_NOOP("engine", "Export %1 wrote %2 of %3"),
    QT_TRANSLATE_NOOP("engine", "Dataset group %1 was created"),
    QT_TRANSLATE_NOOP("engine", "Dataset group %1 was deleted"),
    QT_TRANSLATE_NOOP("engine", "Import %1 brought %2 into %3 in %4 s; %5 was rejected"),
    QT_TRANSLATE_NOOP("engine", "Import %1 brought %2 into %3 in %4 s; %5 were rejected"),
    QT_TRANSLATE_NOOP("engine", "Import %1 failed: %2"),
    QT_TRANSLATE_NOOP("engine", "Import %1 was stopped"),
    QT_TRANSLATE_NOOP("engine", "Event tracker %1 of %2 was created"),
    QT_TRANSLATE_NOOP("engine", "Event tracker %1 was deleted; the events it recorded are kept"),
    QT_TRANSLATE_NOOP("engine", "Filter %1 of %2 was created"),
    QT_TRANSLATE_NOOP("engine", "Filter %1 was deleted"),
    QT_TRANSLATE_NOOP("engine", "Schema %1 was created"),
    QT_TRANSLATE_NOOP("engine", "Schema %1 was deleted"),
    QT_TRANSLATE_NOOP("engine", "Solution %1 with %2 was created"),
    QT_TRANSLATE_NOOP("engine", "Solution %1 was updated"),
    QT_TRANSLATE_NOOP("engine", "Solution %1 was deleted with %2"),
    QT_TRANSLATE_NOOP("engine", "Version %1 of %2 was stopped"),
    QT_TRANSLATE_NOOP("engine", "Version %1 of %2 failed: %3"),
    QT_TRANSLATE_NOOP("engine", "Version %1 of %2 is ACTIVE after %3 s"),
    QT_TRANSLATE_NOOP("engine", "1 row"),
    QT_TRANSLATE_NOOP("engine", "%1 rows"),
    QT_TRANSLATE_NOOP("engine", "1 version"),
    QT_TRANSLATE_NOOP("engine", "%1 versions"),
    QT_TRANSLATE_NOOP("engine", "1 user"),
    QT_TRANSLATE_NOOP("engine", "%1 users"),
    // Why work failed.
    QT_TRANSLATE_NOOP("engine", "the program was closed before this was done"),
    QT_TRANSLATE_NOOP("engine", "stopped on request"),
    QT_TRANSLATE_NOOP("engine",
                      "the machine ran out of memory: close other programs or use less data"),
    QT_TRANSLATE_NOOP("engine", "the service trains from 1,000 interactions on; here are %1"),
    QT_TRANSLATE_NOOP("engine",
                      "the service wants 25 users with two or more interactions; here are %1"),
    QT_TRANSLATE_NOOP("engine",
                      "no user has two interactions, so nothing could be held out and measured"),
    QT_TRANSLATE_NOOP("engine", "%1 has a header but no rows: there is nothing to import"),
    // What is wrong with a row or a column: core/ingest.
    QT_TRANSLATE_NOOP("engine", "is not UTF-8: save the file as CSV UTF-8"),
    QT_TRANSLATE_NOOP("engine", "is blank"),
    QT_TRANSLATE_NOOP("engine", "is longer than %1 characters"),
    QT_TRANSLATE_NOOP("engine", "is not Viewed, Taken or Not Taken"),
    QT_TRANSLATE_NOOP("engine", "is a date: give Unix time in seconds"),
    QT_TRANSLATE_NOOP("engine", "is not a whole number"),
    QT_TRANSLATE_NOOP("engine", "is not a number"),
    QT_TRANSLATE_NOOP("engine",
                      "is written with an exponent, and so maybe rounded: write all its digits"),
    QT_TRANSLATE_NOOP("engine", "is too large for an int"),
    QT_TRANSLATE_NOOP("engine", "is too large"),
    QT_TRANSLATE_NOOP("engine", "looks like milliseconds: give Unix time in seconds"),
    QT_TRANSLATE_NOOP("engine", "is empty, and the schema does not allow null"),
    QT_TRANSLATE_NOOP("engine", "is not true or false"),
    QT_TRANSLATE_NOOP("engine", "%1: the column %2 is not in the schema and was passed over"),
    QT_TRANSLATE_NOOP("engine", "%1: the columns %2 are not in the schema and were passed over"),
    QT_TRANSLATE_NOOP("engine", "%1: no column %2: read as null throughout"),
    QT_TRANSLATE_NOOP("engine", "%1: the header spells %2 in another way than the schema"),
    QT_TRANSLATE_NOOP("engine", "%1 text of %2 was cut to 20,000 characters"),
    QT_TRANSLATE_NOOP("engine", "%1 texts of %2 were cut to 20,000 characters"),
    // Refusals that forms and wizards show: core/service/check.h, core/recipes/parameters.cpp.
    QT_TRANSLATE_NOOP("engine", "'%1' is not valid: use %2"),
    QT_TRANSLATE_NOOP("engine", "'%1' is not valid: at least %2 characters needed"),
    QT_TRANSLATE_NOOP("engine", "'%1' is not valid: at most %2 characters allowed, these are %3"),
    QT_TRANSLATE_NOOP("engine", "'%1' is not valid: must be at least %2"),
    QT_TRANSLATE_NOOP("engine", "'%1' is not valid: must be at most %2"),
    QT_TRANSLATE_NOOP("engine", "'%1' is not an integer between %2 and %3."),
    QT_TRANSLATE_NOOP("engine", "'%1' is not a number between %2 and %3."),
    QT_TRANSLATE_NOOP("engine", "'%1' is not true or false."),
    QT_TRANSLATE_NOOP("engine", "'%1' is not one of: %2."),
    QT_TRANSLATE_NOOP("engine", "'%1' is not a number"),
    QT_TRANSLATE_NOOP("engine",
                      "another dataset group is called '%1' already: choose another name"),
    QT_TRANSLATE_NOOP("engine",
                      "another dataset import job is called '%1' already: choose another name"),
    QT_TRANSLATE_NOOP("engine", "another schema is called '%1' already: choose another name"),
    QT_TRANSLATE_NOOP("engine", "another solution is called '%1' already: choose another name"),
    QT_TRANSLATE_NOOP("engine", "another campaign is called '%1' already: choose another name"),
    QT_TRANSLATE_NOOP("engine",
                      "another event tracker is called '%1' already: choose another name"),
    QT_TRANSLATE_NOOP("engine", "another filter is called '%1' already: choose another name"),
    QT_TRANSLATE_NOOP("engine", "letters, digits, '-' and '_', beginning with a letter or digit"),
    QT_TRANSLATE_NOOP("engine",
                      "dataset group %1 has an event tracker already: %2. A group has exactly one"),
    QT_TRANSLATE_NOOP("engine",
                      "dataset group %1 has no Interactions dataset: create one and import data"),
    // Schemas: core/schema/schema.cpp.
    QT_TRANSLATE_NOOP("engine", "the schema is not valid JSON: look at line %1"),
    QT_TRANSLATE_NOOP("engine", "the schema has no name: use Interactions, Items or Users"),
    QT_TRANSLATE_NOOP("engine", "the schema has no fields: list them under \"fields\""),
    QT_TRANSLATE_NOOP(
        "engine", "the schema's name '%1' is not a dataset type: use Interactions, Items or Users"),
    QT_TRANSLATE_NOOP("engine", "the field %1 is missing: %2 needs it"),
    QT_TRANSLATE_NOOP("engine",
                      "field '%1': a name begins with a letter or underscore and goes on with "
                      "letters, digits and underscores"),
    QT_TRANSLATE_NOOP(
        "engine",
        "field %1: clashes with %2, because names must differ in more than case and underscores"),
    QT_TRANSLATE_NOOP("engine", "field %1: the type must be %2, not %3"),
    QT_TRANSLATE_NOOP("engine", "field %1: must not be nullable"),
    QT_TRANSLATE_NOOP("engine",
                      "field %1: only string fields can be categorical, textual or itemName"),
    QT_TRANSLATE_NOOP("engine", "field %1: cannot be categorical and textual at once"),
    QT_TRANSLATE_NOOP("engine", "more than one field is textual: Items can have one"),
    QT_TRANSLATE_NOOP("engine", "more than one field is marked itemName: Items can have one"),
    QT_TRANSLATE_NOOP("engine", "%1 needs at least one field besides the id"),
    QT_TRANSLATE_NOOP("engine",
                      "Users needs at least one field that is categorical or a number: mark a "
                      "field \"categorical\": true"),
    // Files: core/ingest.
    QT_TRANSLATE_NOOP("engine", "there is no file or folder at %1"),
    QT_TRANSLATE_NOOP("engine", "the folder %1 holds no .csv or .csv.gz file"),
    QT_TRANSLATE_NOOP("engine", "%1 is empty: the first line must name the columns"),
    QT_TRANSLATE_NOOP("engine", "%1 has a header but no rows to look at"),
    QT_TRANSLATE_NOOP("engine", "%1 is written in UTF-16: save it as CSV UTF-8"),
    QT_TRANSLATE_NOOP("engine", "%1 is a spreadsheet or a zip archive: save it as CSV UTF-8"),
    QT_TRANSLATE_NOOP("engine", "cannot open %1: check that it is there and may be read"),
    QT_TRANSLATE_NOOP("engine", "Line %1: %2 '%3' %4"),
};

struct Sentence {
    const char* english;
    QRegularExpression pattern;
};

const std::vector<Sentence>& sentencesWithPlaces() {
    static const auto kAll = [] {
        static const QRegularExpression kPlace(QStringLiteral("%[1-9]"));
        std::vector<Sentence> all;
        for (const char* english : kSentences) {
            const auto parts = QString::fromUtf8(english).split(kPlace);
            if (parts.size() == 1) continue;
            QStringList escaped;
            for (const auto& part : parts) escaped << QRegularExpression::escape(part);
            all.push_back({english, QRegularExpression(QRegularExpression::anchoredPattern(
                                        escaped.join(QStringLiteral("(.+?)"))))});
        }
        return all;
    }();
    return kAll;
}

/// A number in the format of the language, a part of a sentence in its words, a name as it is.
QString placeText(const QString& part) {
    static const QRegularExpression kNumber(
        QRegularExpression::anchoredPattern(QStringLiteral("[0-9,]+(\\.[0-9]+)?")));
    if (const auto number = kNumber.match(part); number.hasMatch()) {
        const auto decimals =
            static_cast<int>(std::max<qsizetype>(0, number.capturedLength(1) - 1));
        return numberText(QLocale::c().toDouble(part), decimals);
    }
    return part.contains(u' ') ? spoken(part.toStdString()) : part;
}

/// The frame with its places taken. Not arg(), which would fill places in names as well.
QString filled(const QString& frame, const QRegularExpressionMatch& match) {
    QString out;
    for (qsizetype i = 0; i < frame.size(); ++i) {
        const int place = frame[i] == u'%' && i + 1 < frame.size() ? frame[i + 1].digitValue() : 0;
        if (place > 0 && place <= match.lastCapturedIndex()) {
            out += placeText(match.captured(place));
            ++i;
        } else {
            out += frame[i];
        }
    }
    return out;
}

/// English has no translation: nothing is looked for then.
bool isTranslated() {
    return QCoreApplication::translate("engine", kSentences[0]) != QLatin1String(kSentences[0]);
}

}  // namespace

QString spoken(std::string_view english) {
    const auto words = text(english);
    const auto translated = QCoreApplication::translate("engine", std::string(english).c_str());
    if (translated != words) return translated;
    if (!isTranslated()) return words;
    for (const auto& sentence : sentencesWithPlaces()) {
        const auto match = sentence.pattern.match(words);
        if (!match.hasMatch()) continue;
        const auto frame = QCoreApplication::translate("engine", sentence.english);
        return frame == text(sentence.english) ? words : filled(frame, match);
    }
    return words;
}

bool isListed(std::string_view english) {
    return std::find(std::begin(kSentences), std::end(kSentences), english) != std::end(kSentences);
}

}  // namespace foretaste::bridge
