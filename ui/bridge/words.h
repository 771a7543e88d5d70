// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>
#include <string>
#include <string_view>

#include "core/service/common.h"

namespace foretaste::bridge {

// Values of the service as a person reads them, in the language and the format of the system.

inline QString text(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QString statusWord(service::Status status);           ///< "Active", "In progress", "Failed"
QString countText(std::int64_t count);                ///< "118,420"
QString momentText(service::Timestamp time);          ///< "today 14:02", "18 Nov", "3 Mar 2024"
QString dateText(std::int64_t epochSeconds);          ///< "2020-10-01", an event's or item's day
QString durationText(double seconds);                 ///< "0.4 s", "38 s", "2 min 5 s"
QString numberText(double value, int decimals);       ///< fixed decimals
QString percentText(double share, int decimals = 0);  ///< "61 %"
QString sizeText(std::int64_t bytes);                 ///< "4.8 MB"
QString shortId(std::string_view arn);                ///< what follows the last slash
QString recipeTitle(std::string_view nameOrArn);      ///< "User personalization"
QString metricTitle(std::string_view name);           ///< "NDCG at 10"
QString sentenceText(const QString& message);         ///< in our language, capital, full stop
QString metricMeaning(std::string_view name);         ///< one sentence

}  // namespace foretaste::bridge
