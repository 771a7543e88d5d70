// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/taste.h"

#include <QTest>

using namespace foretaste;
using namespace foretaste::pages;

namespace {

constexpr std::int64_t kClock = 1'600'000'000, kHour = 3600, kDay = 86400;

models::HistoryRow watched(const char* id, std::vector<std::string> genres, std::int64_t age) {
    models::HistoryRow row;
    row.event.itemId = row.card.itemId = id;
    row.event.timestamp = kClock - age;
    row.card.categories = std::move(genres);
    return row;
}

models::RecommendationRow place(const char* id, std::vector<std::string> genres,
                                std::vector<std::string> reason = {}, std::int64_t created = 0) {
    models::RecommendationRow row;
    row.predicted.itemId = row.card.itemId = id;
    row.predicted.reason = std::move(reason);
    row.card.categories = std::move(genres);
    row.card.created = created;
    return row;
}

}  // namespace

class TasteTest : public QObject {
    Q_OBJECT
private slots:
    void theCommonestSharedGenreIsNamed() {
        const Taste taste({watched("a", {"Drama"}, 0), watched("b", {"Drama", "Noir"}, kHour),
                           watched("c", {"Noir"}, kDay), watched("d", {"Noir"}, kDay)},
                          kClock, true);
        QCOMPARE(taste.reasonFor(place("x", {"Drama", "Noir"})),
                 QStringLiteral("Noir, like 3 of the last 4 events"));
        QCOMPARE(taste.reasonFor(place("x", {"Western"})),
                 QStringLiteral("follows from the order of the events"));
    }

    void whatWasSeenSaysWhenLast() {
        const Taste taste({watched("a", {"Drama"}, 2 * kHour), watched("a", {"Drama"}, 3 * kDay)},
                          kClock, true);
        QCOMPARE(taste.reasonFor(place("a", {"Drama"})), QStringLiteral("seen before, 2 h ago"));
    }

    void theEnginesOwnReasonsComeFirst() {
        const Taste taste({watched("a", {"Drama"}, 0)}, kClock, true);
        QCOMPARE(taste.reasonFor(place("a", {"Drama"}, {"Exploration"}, kClock - 3 * kDay)),
                 QStringLiteral("3 days old: shown to learn who likes it"));
        QCOMPARE(taste.reasonFor(place("a", {}, {"Exploration"}, kClock + kDay)),
                 QStringLiteral("new: shown to learn who likes it"));
        QCOMPARE(taste.reasonFor(place("a", {"Drama"}, {"Popular item"})),
                 QStringLiteral("Popular item"));
    }

    void aListForEverybodySaysSo() {
        const Taste taste({watched("a", {"Drama"}, 0)}, kClock, false);
        QCOMPARE(taste.reasonFor(place("a", {"Drama"})),
                 QStringLiteral("popular: the same for everybody"));
    }

    void timesCountFromTheDatasClock() {
        const Taste taste({}, kClock, true);
        QCOMPARE(taste.whenText(kClock + 5), QStringLiteral("just now"));
        QCOMPARE(taste.whenText(kClock - 59), QStringLiteral("just now"));
        QCOMPARE(taste.whenText(kClock - 60), QStringLiteral("1 min ago"));
        QCOMPARE(taste.whenText(kClock - kHour), QStringLiteral("1 h ago"));
        QCOMPARE(taste.whenText(kClock - kDay), QStringLiteral("a day ago"));
        QCOMPARE(taste.whenText(kClock - 2 * kDay), QStringLiteral("2 days ago"));
        QCOMPARE(taste.whenText(kClock - 60 * kDay), QStringLiteral("15 Jul 2020"));
    }
};

QTEST_GUILESS_MAIN(TasteTest)
#include "taste_test.moc"
