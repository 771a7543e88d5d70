// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/fonts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFontDatabase>

#include "ui/theme/theme.h"

namespace foretaste::theme {

namespace {

bool haveInter() {
    return QFontDatabase::families().contains(QStringLiteral("Inter"));
}

void loadFrom(const QString& folder) {
    const QDir dir(folder);
    for (const QString& file :
         dir.entryList({QStringLiteral("Inter-*.otf"), QStringLiteral("Inter-*.ttf")})) {
        QFontDatabase::addApplicationFont(dir.filePath(file));
    }
}

QString family() {
    loadFonts();
    static const QString name =
        haveInter() ? QStringLiteral("Inter")
                    : QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
    return name;
}

}  // namespace

void loadFonts() {
    static bool done = false;
    if (done) return;
    done = true;
    const QString program = QCoreApplication::applicationDirPath();
    for (const QString& folder :
         {program + QStringLiteral("/fonts"), program + QStringLiteral("/../share/foretaste/fonts"),
          program + QStringLiteral("/../Resources/fonts"),
          QStringLiteral("/usr/share/fonts/opentype/inter")}) {
        if (haveInter()) return;
        loadFrom(folder);
    }
}

QFont font(TextRole role) {
    if (role == TextRole::Code) {
        QFont code = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        code.setPixelSize(kTextTable);
        return code;
    }
    QFont result(family());
    int size = kTextBody;
    QFont::Weight weight = QFont::Normal;
    switch (role) {
        case TextRole::Strong:
        case TextRole::Heading: weight = QFont::DemiBold; break;
        case TextRole::Table: size = kTextTable; break;
        case TextRole::Small: size = kTextSmall; break;
        case TextRole::Tiny: size = kTextTiny; break;
        case TextRole::Section:
            size = kTextTiny;
            weight = QFont::DemiBold;
            result.setCapitalization(QFont::AllUppercase);
            result.setLetterSpacing(QFont::PercentageSpacing, 105);
            break;
        case TextRole::Title:
            size = kTextTitle;
            weight = QFont::Bold;
            break;
        case TextRole::Number:
            size = kTextNumber;
            weight = QFont::DemiBold;
            break;
        default: break;
    }
    result.setPixelSize(size);
    result.setWeight(weight);
    result.setHintingPreference(QFont::PreferNoHinting);
    result.setStyleStrategy(QFont::NoSubpixelAntialias);
    return result;
}

}  // namespace foretaste::theme
