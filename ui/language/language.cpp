// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/language/language.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QTranslator>

namespace foretaste::language {
namespace {

const QString kEnglish = QStringLiteral("en");
const QString kKey = QStringLiteral("window/language");
const QString kTranslatorName = QStringLiteral("foretasteTranslator");

QString codeOf(const QLocale& locale) {
    return locale.name().section(u'_', 0, 0);
}

bool systemSpeaks(const QString& code) {
    const auto system = codeOf(QLocale::system());
    return system == code || (code == kEnglish && system == QLatin1String("C"));
}

void install(const QString& file, const QString& folder) {
    auto* translator = new QTranslator(qApp);
    translator->setObjectName(kTranslatorName);
    if (translator->load(file, folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

}  // namespace

const QList<Language>& all() {
    static const QList<Language> kLanguages{{kEnglish, QStringLiteral("English")},
                                            {QStringLiteral("de"), QStringLiteral("Deutsch")}};
    return kLanguages;
}

QStringList codes() {
    QStringList codes;
    for (const auto& each : all()) codes << each.code;
    return codes;
}

bool knows(const QString& code) {
    return codes().contains(code);
}

QString stored() {
    const auto code = QSettings().value(kKey).toString();
    return knows(code) ? code : QString();
}

void store(const QString& code) {
    QSettings().setValue(kKey, code);
}

QString choose(const QString& asked) {
    if (!asked.isEmpty()) return asked;
    if (const auto kept = stored(); !kept.isEmpty()) return kept;
    for (const auto& name : QLocale::system().uiLanguages())
        if (const auto code = name.section(u'-', 0, 0); knows(code)) return code;
    return kEnglish;
}

void use(const QString& code) {
    for (auto* old : qApp->findChildren<QTranslator*>(kTranslatorName)) delete old;
    QLocale::setDefault(systemSpeaks(code) ? QLocale::system() : QLocale(code));
    qApp->setProperty("foretasteLanguage", code);
    if (code == kEnglish) return;
    // Qt's words first: of two translators the one that was installed last is asked first.
    install(QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(QStringLiteral("foretaste_") + code, QStringLiteral(":/translations"));
}

QString inUse() {
    const auto code = qApp->property("foretasteLanguage").toString();
    return code.isEmpty() ? kEnglish : code;
}

}  // namespace foretaste::language
