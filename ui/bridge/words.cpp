// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/words.h"
#include "ui/bridge/engine_words.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>
#include <cmath>

#include "core/base/arn.h"
#include "core/recipes/recipe.h"

namespace foretaste::bridge {
namespace {

QString tr(const char* text, const char* hint = nullptr) {
    return QCoreApplication::translate("foretaste::bridge", text, hint);
}

}  // namespace

QString statusWord(service::Status status) {
    switch (status) {
        case service::Status::CreatePending: return tr("Waiting");
        case service::Status::CreateInProgress: return tr("In progress");
        case service::Status::Active: return tr("Active");
        case service::Status::CreateFailed: return tr("Failed");
        case service::Status::StopPending:
        case service::Status::StopInProgress:
        case service::Status::CreateStopping: return tr("Stopping");
        case service::Status::Inactive:
        case service::Status::CreateStopped: return tr("Stopped");
        case service::Status::DeletePending:
        case service::Status::DeleteInProgress: return tr("Deleting");
        case service::Status::StartPending:
        case service::Status::StartInProgress: return tr("Starting");
    }
    return {};
}

QString countText(std::int64_t count) {
    return QLocale().toString(static_cast<qlonglong>(count));
}

QString momentText(service::Timestamp time) {
    const auto moment = QDateTime::fromMSecsSinceEpoch(time.ms);
    const auto now = QDateTime::currentDateTime();
    const QLocale locale;
    if (moment.date() == now.date())
        return tr("today %1").arg(locale.toString(moment.time(), QLocale::ShortFormat));
    if (moment.date().addDays(1) == now.date())
        return tr("yesterday %1").arg(locale.toString(moment.time(), QLocale::ShortFormat));
    if (moment.date().year() == now.date().year())
        return locale.toString(moment.date(), tr("d MMM", "date"));
    return locale.toString(moment.date(), tr("d MMM yyyy", "date"));
}

QString dateText(std::int64_t epochSeconds) {
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(epochSeconds, Qt::UTC).date(),
                              tr("d MMM yyyy", "date"));
}

QString durationText(double seconds) {
    if (seconds < 10) return tr("%1 s").arg(numberText(seconds, 1));
    const auto whole = static_cast<qint64>(std::llround(seconds));
    if (whole < 60) return tr("%1 s").arg(whole);
    if (whole < 3600) return tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
    return tr("%1 h %2 min").arg(whole / 3600).arg(whole % 3600 / 60);
}

QString numberText(double value, int decimals) {
    return QLocale().toString(value, 'f', decimals);
}

QString percentText(double share, int decimals) {
    return tr("%1 %").arg(numberText(share * 100, decimals));
}

QString sizeText(std::int64_t bytes) {
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QString shortId(std::string_view arn) {
    return text(base::arnName(arn));
}

QString recipeTitle(std::string_view nameOrArn) {
    const auto* recipe = recipes::findRecipe(nameOrArn);
    return recipe ? spoken(recipe->facts().title) : text(nameOrArn);
}

QString sentenceText(const QString& message) {
    if (message.isEmpty()) return message;
    QString sentence = spoken(message.toStdString());
    // The name of a file or of a member of a request keeps its spelling.
    static const QRegularExpression kPlainWord(QStringLiteral("^[a-z'-]+[ ,]"));
    if (kPlainWord.match(sentence).hasMatch()) sentence[0] = sentence[0].toUpper();
    if (!sentence.endsWith(u'.')) sentence += u'.';
    return sentence;
}

QString metricTitle(std::string_view name) {
    constexpr std::string_view kNdcg = "normalized_discounted_cumulative_gain_at_";
    constexpr std::string_view kPrecision = "precision_at_";
    if (name == "coverage") return tr("Coverage");
    if (name == "mean_reciprocal_rank_at_25") return tr("MRR at 25");
    if (name.starts_with(kNdcg)) return tr("NDCG at %1").arg(text(name.substr(kNdcg.size())));
    if (name.starts_with(kPrecision))
        return tr("Precision at %1").arg(text(name.substr(kPrecision.size())));
    return text(name);
}

QString metricMeaning(std::string_view name) {
    if (name == "coverage")
        return tr("The share of the catalogue that somebody was recommended in the top 25.");
    if (name == "mean_reciprocal_rank_at_25")
        return tr(
            "One over the rank of the first item that the person really chose next, averaged "
            "over people; 0 where none is in the top 25.");
    if (name.starts_with("normalized"))
        return tr(
            "How much of what people chose next is in the list, and how high up: 1 is the "
            "ideal order.");
    return tr("The share of the list that people really chose next.");
}

}  // namespace foretaste::bridge
